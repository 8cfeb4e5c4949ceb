"""``full-marks``: full marks that the text does not account for, in a chapter or in all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding.case import Case
from linter.binding.marks.accounted import is_accounted_for
from linter.binding.marks.full_paragraphs import full_paragraphs
from linter.binding.marks.namesakes import namesakes
from linter.binding.marks.pairs import score_pairs
from linter.binding.marks.scored_headings import scored_headings
from linter.facts.quantity import Quantity
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Related, Section, Span, Status, Verdict


class FullMarks(Spec, frozen=True):
    """Where full marks are looked at, and what accounts for them."""

    of: Literal["chapters", "paragraphs", "report"]
    """``chapters``: each scored heading and its text; ``report``: all marks together."""
    least: int
    """Full marks of a chapter, or number of marks in the report, from which on it is asked."""
    proof: tuple[str, ...] = ()
    """Patterns of what accounts for a chapter's marks besides figures: documents, records."""

    claims: tuple[str, ...] = ()
    """How ``paragraphs`` open with full marks; slots ``full`` and ``got`` tell them, if any."""
    unless: tuple[str, ...] = ()
    """What stands in a paragraph that tells no reason, or not the report's own."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """What accounts for marks, and what tells them, within a sentence."""
        for source in (*self.proof, *self.claims, *self.unless):
            yield source, "sentence"


SPEC = FullMarks


def check(rule_id: str, spec: FullMarks, case: Case) -> Iterator[Verdict]:
    """A verdict for each chapter with full marks, or one for the report."""
    if spec.of == "report":
        yield from _report(spec, case)
    elif spec.of == "paragraphs":
        yield from _paragraphs(spec, case)
    else:
        yield from _chapters(spec, case)


def _chapters(spec: FullMarks, case: Case) -> Iterator[Verdict]:
    told = 0
    for section, full, obtained in _scored(case):
        body = (section.title_end, section.end)
        if full.printed < spec.least or full.printed != obtained.printed:
            continue
        if section.start < told or not case.document.folded[slice(*body)].strip():
            continue
        told_of = (section, *namesakes(case, section))
        proved = any(is_accounted_for(case, spec.proof, s.title_end, s.end) for s in told_of)
        # what is told of a chapter is not told again of its parts
        told = told if proved else section.end
        yield Verdict(
            Status.passed if proved else Status.failed,
            section.title,
            Span(section.start, section.title_end),
            values={"marks": case.text(obtained.start, obtained.end)},
        )


def _paragraphs(spec: FullMarks, case: Case) -> Iterator[Verdict]:
    for place, end, got in full_paragraphs(case, spec.claims):
        of_part = got is None or spec.least <= got.printed < case.profile.total
        if not of_part or case.has(spec.unless, *case.facts.windows.bounds("block", place.start)):
            continue
        low, _ = case.facts.windows.bounds("block", place.start)
        proved = is_accounted_for(case, spec.proof, low, end)
        quote = case.text(place.start, place.end)
        status = Status.passed if proved else Status.failed
        yield Verdict(status, quote, place, values={"marks": quote})


def _scored(case: Case) -> Iterator[tuple[Section, Quantity, Quantity]]:
    """The headings with full marks and marks obtained."""
    for index, found in case.once(scored_headings).items():
        full, obtained = found.get("full"), found.get("obtained") or found.get("total")
        if full is not None and obtained is not None:
            yield case.outline.sections[index], full.figure, obtained.figure


def _report(spec: FullMarks, case: Case) -> Iterator[Verdict]:
    pairs = [pair for pair in score_pairs(case) if not _is_of_sum(case, pair[0])]
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
        Span.of(place),
        tuple(Related(Span.of(mark), "mark") for mark, _ in shown),
        f"{len(pairs)}项得分" + ("都等于满分" if failed else "不都等于满分 ✓"),
        values={"count": str(len(pairs))},
    )


def _is_of_sum(case: Case, mark: Quantity) -> bool:
    """Whether a mark is that of a table's 小计 or 合计, whose parts are asked already."""
    _, row = case.facts.cells.get(mark.start, (None, None))
    return row is not None and row.total
