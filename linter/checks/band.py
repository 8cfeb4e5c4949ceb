"""``band``: a total score and the word for it (优、良、中、差), by the profile's bands."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.marks.bands import Bands, stated_bands, states_letters
from linter.binding.marks.cut_lines import cut_lines
from linter.binding.marks.graded_rows import graded_rows
from linter.binding.marks.grades import Graded, graded
from linter.binding.marks.told_bands import Banded, told_bands
from linter.binding.sought import Sought
from linter.language.needs import Spec
from linter.model import Related, Severity, Span, Status, Verdict


class Band(Spec, frozen=True):
    """Nothing to set: the bands are the profile's."""


SPEC = Band
_LETTERS = "ABCD"


def seeks(rule_id: str, spec: Band, case: Case) -> Iterator[Sought]:
    """A total score and a word for it."""
    yield sought.marks(case, "total")
    words = [word for grade in case.profile.grades for word in (grade.name, *grade.synonyms)]
    yield sought.words(case, "等级", words)


def check(rule_id: str, spec: Band, case: Case) -> Iterator[Verdict]:
    """A verdict for each total score with a grade word."""
    stated = stated_bands(case.facts.text)
    bands = Bands.of(stated, case.profile, case.facts.text)
    found_bands = (*told_bands(case.facts), *cut_lines(case, bands))
    told = {Span(*banded.place): banded for banded in found_bands}
    failed = set()
    lettered = states_letters(case.facts.text)
    for found in (*graded(case, stated), *graded_rows(case, bands)):
        own = lettered and found.word in _LETTERS
        grade = None if own else case.profile.grade_of(found.word)
        if grade is None:
            span = Span.of(found)
            reason = f"{found.word}级的分数由报告自定" if own else f"不认识的等级 {found.word}"
            yield Verdict(Status.not_evaluated, found.word, span, reason=reason)
        else:
            verdict = _verdict(case, found, grade.name, bands)
            if verdict.status is Status.failed:
                if verdict.span in told and told[verdict.span].holds:
                    continue
                failed.add(verdict.span)
            yield verdict
    yield from (_of_told(case, banded) for span, banded in told.items() if span not in failed)


def _verdict(case: Case, found: Graded, grade: str, bands: Bands) -> Verdict:
    score = case.text(found.score.start, found.score.end)
    holds = bands.admits(grade, found.score)
    extent = bands.extent(grade)
    text = f"{found.word}为{extent}，{score}{'在其中 ✓' if holds else '不在其中'}"
    other = grade not in bands.stated and bands.elsewhere(grade, found.score)
    doubted = not holds and (found.apart or other)
    return Verdict(
        Status.passed if holds else Status.failed,
        found.word,
        Span.of(found),
        (Related(Span.of(found.score), "score"),),
        text,
        severity=Severity.warning if doubted else None,
        values={
            "grade": found.word,
            "score": score,
            "right": bands.reached(found.score),
            "calculation": text,
        },
    )


def _of_told(case: Case, found: Banded) -> Verdict:
    figure = Span.of(found.figure)
    literal = case.text(figure.start, figure.end)
    text = f"“{found.name}”为{found.extent}，{literal}{'在其中 ✓' if found.holds else '不在其中'}"
    return Verdict(
        Status.passed if found.holds else Status.failed,
        found.name,
        Span(*found.place),
        (Related(figure, "score"),),
        text,
        severity=None if found.holds else Severity.warning,
        values={
            "grade": found.name,
            "score": literal,
            "right": found.right,
            "calculation": text,
        },
    )
