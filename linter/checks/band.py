"""``band``: a total score and the word for it (优、良、中、差), by the profile's bands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.case import Case
from linter.facts.quantity import Quantity
from linter.language.needs import Spec
from linter.model import Related, Severity, Span, Status, Verdict
from linter.profile import Grade, Profile

_NAMED = re.compile(
    r"(?:等级|等次|评级|级别|结果|结论|档次|评定|评价|评为|定为|为|属|达到)[^,，;。\d(]{0,8}?[“\"'‘]?"
    r"(?P<word>优秀|良好|不合格|合格|优|良|中|差|好|[ABCD])[”\"'’]?(?:级|等级|等次|等|档)?(?=[)”,，。;\n|]|$)"
)
_BESIDE = re.compile(
    r"分?[,，(] ?[“\"'‘]?(?P<word>优秀|良好|优|良|差)[”\"'’]?"
    r"(?:等级|等次|级|等|档)?(?=[),，。;\n|]|$)"
)
_EACH = re.compile(r"分别|依次|各|[、，,]\d[\d.]*分")
"""Several grades of several scores, in order."""
_REACH = 40
_OWN_BANDS = re.compile(r"(?P<low>\d{2})(?:分)?(?:\(含\))?(?:以上|[-—~至]{1,2}100)")


class Band(Spec, frozen=True):
    """The score that is graded; bands come from the profile."""

    strict: bool = False
    """Whether other known bands are left aside."""


SPEC = Band


def check(rule_id: str, spec: Band, case: Case) -> Iterator[Verdict]:
    """A verdict for each total score with a grade word behind it."""
    for score in case.scores:
        if score.role != "total":
            continue
        start = score.figure.end
        _, high = case.facts.windows.bounds("sentence", score.figure.start)
        text, high = case.facts.text, min(high, start + _REACH)
        following = next((s.figure.start for s in case.scores if s.figure.start > start), high)
        match = _BESIDE.match(text, start, high) or _NAMED.search(text, start, min(high, following))
        if match is None or _EACH.search(text, start, match.start("word")):
            continue
        grade = case.profile.grade_of(match["word"])
        if grade is None:
            yield Verdict(
                Status.not_evaluated,
                match["word"],
                Span(*match.span("word")),
                reason=f"不认识的等级 {match['word']}",
            )
            continue
        yield _verdict(case, score.figure, grade, match)


def _verdict(case: Case, figure: Quantity, grade: Grade, match: re.Match[str]) -> Verdict:
    bands = {g.name: (g.floor, _ceiling(case.profile, g)) for g in case.profile.grades}
    low, high = bands[grade.name]
    holds = figure.value.high >= low and (high is None or figure.value.low < high)
    right = next(
        (
            n
            for n, (a, b) in bands.items()
            if figure.printed >= a and (b is None or figure.printed < b)
        ),
        "?",
    )
    score = case.text(figure.start, figure.end)
    extent = f"[{low}, {high})" if high is not None else f"[{low}, {case.profile.total}]"
    word = match["word"]
    text = f"{word}：{extent}分，{score}{'在其中 ✓' if holds else '不在其中'}"
    return Verdict(
        Status.passed if holds else Status.failed,
        word,
        Span(*match.span("word")),
        (Related(Span(figure.start, figure.end), "score"),),
        text,
        severity=None
        if holds or _states_bands(case) or not _elsewhere(figure, grade)
        else Severity.warning,
        values={"grade": word, "score": score, "right": right, "calculation": text},
    )


def _ceiling(profile: Profile, grade: Grade):  # type: ignore[no-untyped-def]
    above = [g.floor for g in profile.grades if g.floor > grade.floor]
    return min(above) if above else None


def _states_bands(case: Case) -> bool:
    return bool(_OWN_BANDS.search(case.facts.text))


def _elsewhere(figure: Quantity, grade: Grade) -> bool:
    """Whether other bands in use (优≥80, 良≥70, 中≥60; 差<50) would admit the word."""
    floors = {"优": (80, None), "良": (70, 90), "中": (50, 80), "差": (0, 60)}
    low, high = floors.get(grade.name, (0, None))
    return figure.value.high >= low and (high is None or figure.value.low < high)
