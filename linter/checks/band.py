"""``band``: a total score and the word for it (优、良、中、差), by the profile's bands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from linter.binding.case import Case
from linter.binding.grades import Graded, bands, graded
from linter.facts.quantity import Quantity
from linter.language.needs import Spec
from linter.model import Related, Severity, Span, Status, Verdict
from linter.profile import Grade


class Band(Spec, frozen=True):
    """The score that is graded; bands come from the profile."""

    strict: bool = False
    """Whether other known bands are left aside."""


SPEC = Band


def check(rule_id: str, spec: Band, case: Case) -> Iterator[Verdict]:
    """A verdict for each total score with a grade word."""
    floors, stated = bands(case.facts.text, case.profile)
    for found in graded(case):
        grade = case.profile.grade_of(found.word)
        if grade is None:
            span = Span(found.start, found.end)
            reason = f"不认识的等级 {found.word}"
            yield Verdict(Status.not_evaluated, found.word, span, reason=reason)
        else:
            yield _verdict(case, found, grade, floors, grade.name in stated)


def _verdict(
    case: Case, found: Graded, grade: Grade, floors: Mapping[str, Decimal], stated: bool
) -> Verdict:
    figure, word = found.score, found.word
    low, high = floors[grade.name], _ceiling(floors, grade)
    holds = figure.value.high >= low and (high is None or figure.value.low < high)
    reached = [name for name, floor in floors.items() if figure.printed >= floor]
    right = max(reached, key=floors.__getitem__, default="?")
    score = case.text(figure.start, figure.end)
    extent = f"[{low}, {high})" if high is not None else f"[{low}, {case.profile.total}]"
    text = f"{word}：{extent}分，{score}{'在其中 ✓' if holds else '不在其中'}"
    doubted = not holds and not stated and _elsewhere(figure, grade)
    return Verdict(
        Status.passed if holds else Status.failed,
        word,
        Span(found.start, found.end),
        (Related(Span(figure.start, figure.end), "score"),),
        text,
        severity=Severity.warning if doubted else None,
        values={"grade": word, "score": score, "right": right, "calculation": text},
    )


def _ceiling(floors: Mapping[str, Decimal], grade: Grade) -> Decimal | None:
    """The floor of the next better grade."""
    return min((f for f in floors.values() if f > floors[grade.name]), default=None)


def _elsewhere(figure: Quantity, grade: Grade) -> bool:
    """Whether other bands in use (优≥80, 良≥70, 中≥60; 差<50) would admit the word."""
    floors = {"优": (80, None), "良": (70, 90), "中": (50, 80), "差": (0, 60)}
    low, high = floors.get(grade.name, (0, None))
    return figure.value.high >= low and (high is None or figure.value.low < high)
