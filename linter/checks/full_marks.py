"""``full-marks``: full marks that the text does not account for, in a chapter or in all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import Literal

from linter.binding.case import Case
from linter.binding.marks.namesakes import namesakes
from linter.binding.marks.pairs import score_pairs
from linter.binding.marks.scored_headings import scored_headings
from linter.facts.moment import Moment
from linter.facts.quantity import Quantity
from linter.facts.reference import Reference
from linter.facts.scan import Figure
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Related, Section, Span, Status, Verdict


class FullMarks(Spec, frozen=True):
    """Where full marks are looked at, and what accounts for them."""

    of: Literal["chapters", "report"]
    """``chapters``: each scored heading and its text; ``report``: all marks together."""
    least: int
    """Full marks of a chapter, or number of marks in the report, from which on it is asked."""
    proof: tuple[str, ...] = ()
    """Patterns of what accounts for a chapter's marks besides figures: documents, records."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """What accounts for marks, within a sentence."""
        for source in self.proof:
            yield source, "sentence"


SPEC = FullMarks


def check(rule_id: str, spec: FullMarks, case: Case) -> Iterator[Verdict]:
    """A verdict for each chapter with full marks, or one for the report."""
    if spec.of == "report":
        yield from _report(spec, case)
        return
    told = 0
    for section, full, obtained in _scored(case):
        body = (section.title_end, section.end)
        if full.printed < spec.least or full.printed != obtained.printed:
            continue
        if section.start < told or not case.document.folded[slice(*body)].strip():
            continue
        told_of = (section, *namesakes(case, section))
        proved = any(_is_accounted_for(spec, case, s.title_end, s.end) for s in told_of)
        # what is told of a chapter is not told again of its parts
        told = told if proved else section.end
        yield Verdict(
            Status.passed if proved else Status.failed,
            section.title,
            Span(section.start, section.title_end),
            values={"marks": case.text(obtained.start, obtained.end)},
        )


def _scored(case: Case) -> Iterator[tuple[Section, Quantity, Quantity]]:
    """The headings with full marks and marks obtained."""
    for index, found in case.once(scored_headings).items():
        full, obtained = found.get("full"), found.get("obtained") or found.get("total")
        if full is not None and obtained is not None:
            yield case.outline.sections[index], full.figure, obtained.figure


def _is_accounted_for(spec: FullMarks, case: Case, low: int, high: int) -> bool:
    """Whether a text has a table, a figure that is no mark, or words that prove."""
    return (
        any(low <= table.start < high for table in case.document.tables)
        or any(map(_proves, case.facts.figures[slice(*_between(case, low, high))]))
        or case.has(spec.proof, low, high)
    )


def _between(case: Case, low: int, high: int) -> tuple[int, int]:
    """Which figures stand between two offsets, by their index."""
    start = attrgetter("start")
    figures = case.facts.figures
    return bisect_left(figures, low, key=start), bisect_left(figures, high, key=start)


def _proves(figure: Figure) -> bool:
    match figure:
        case Quantity():
            return figure.dimension != "score"
        case Moment():
            return figure.kind in ("date", "period")
        case Reference():
            return figure.kind == "doc-number"
        case _:
            return False


def _report(spec: FullMarks, case: Case) -> Iterator[Verdict]:
    pairs = list(score_pairs(case))
    totals = [score.figure for score in case.scores if score.role == "total"]
    whole = bool(totals) or sum(full.printed for _, full in pairs) >= case.profile.total
    if len(pairs) < spec.least or not whole:
        return
    lost = next((mark for mark, full in pairs if mark.printed != full.printed), None)
    place = lost or next(iter(reversed(totals)), pairs[-1][0])
    failed = lost is None and all(total.printed == case.profile.total for total in totals)
    shown = pairs[:4] if failed else []
    yield Verdict(
        Status.failed if failed else Status.passed,
        case.text(place.start, place.end),
        Span(place.start, place.end),
        tuple(Related(Span(mark.start, mark.end), "mark") for mark, _ in shown),
        f"{len(pairs)}项得分" + ("都等于满分" if failed else "不都等于满分 ✓"),
        values={"count": str(len(pairs))},
    )
