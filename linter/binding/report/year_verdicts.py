"""Verdicts on years: those said to be evaluated, and those that relative words mean."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from linter.binding.case import Case
from linter.binding.dates.own_years import own_years
from linter.binding.dates.spoken_years import Said, spoken_years
from linter.binding.nearby import is_in_a_title
from linter.binding.report.earlier_evaluations import is_doubtful
from linter.binding.report.evaluated_years import evaluated_years, title_year
from linter.model import Related, Severity, Span, Status, Verdict
from linter.regexes.late import regex

_DONE = regex("(?:开展|完成|组织|做好|推进|实施)(?:[了对好]|实施)?$")
_WORK = regex("年度?[^,，;。\\d\n]{0,16}(?:自评|评价)(?:工作|任务)")
"""Before and behind a year whose self-evaluation is told of as work."""
_NEAR = 8


def evaluated(case: Case) -> Iterator[Verdict]:
    """A verdict for each year that the report gives for the one it evaluates."""
    year = case.facts.year
    if year is None:
        yield Verdict(Status.not_evaluated, case.document.path, reason="没有写明评价年度")
        return
    seen: set[int] = set()
    for found, span, title, sure in evaluated_years(case):
        seen.add(span.start)
        verdict = _evaluated(case, span, title, found == year)
        doubt = (
            not sure
            or (found == year - 1 and _is_work_done(case, span))
            or (found < year and is_doubtful(case, span.start))
            or (found == year + 1 and is_in_a_title(case.facts.text, span.start))
        )
        yield structs.replace(verdict, severity=Severity.warning) if doubt else verdict
    yield from _of_its_own(case, seen)


def _is_work_done(case: Case, span: Span) -> bool:
    """Whether a self-evaluation may be the year's own work: 按时完成上一年度的绩效自评工作."""
    text = case.facts.text
    done = _DONE.search(text, span.start - _NEAR, span.start)
    return done is not None and _WORK.match(text, span.end) is not None


def _evaluated(case: Case, span: Span, title: Span, right: bool) -> Verdict:
    """A verdict on a year beside that of the title."""
    year, found = case.facts.year, case.text(span.start, span.end)
    text = f"此处为{found}年，标题为{year}年" + (" ✓" if right else "")
    values = {"evaluated": str(year), "calculation": text}
    return _of_year(case, span, Related(title, "title"), text, right, values)


def _of_its_own(case: Case, seen: set[int]) -> Iterator[Verdict]:
    """A doubt for each other year in words of the evaluated one, where nothing was told yet."""
    title = title_year(case)
    if title is None:
        return
    for at in own_years(case):
        if at not in seen:
            verdict = _evaluated(case, Span(at, at + 4), title, right=False)
            yield structs.replace(verdict, severity=Severity.warning)


def said(case: Case) -> Iterator[Verdict]:
    """A verdict for each year that stands beside a relative word for it."""
    return (_said(case, told) for told in spoken_years(case.facts))


def _said(case: Case, told: Said) -> Verdict:
    word, right = case.text(*told.word), told.due == told.told
    text = f"{word}：{told.told}年 ✓" if right else f"{word}应为{told.due}年，文中为{told.told}年"
    related = Related(Span(*told.word), "word")
    values = {"word": word, "due": str(told.due)}
    return _of_year(case, Span.of(told), related, text, right, values)


def _of_year(
    case: Case, span: Span, related: Related, text: str, right: bool, values: dict[str, str]
) -> Verdict:
    literal, status = case.text(span.start, span.end), Status.passed if right else Status.failed
    told = {"year": literal, **values}
    return Verdict(status, literal, span, (related,), text, values=told, recomputed=right)
