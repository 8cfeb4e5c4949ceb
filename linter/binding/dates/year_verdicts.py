"""Verdicts on years: those said to be evaluated, and those that relative words mean."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.dates.spoken_years import Said, spoken_years
from linter.binding.dates.years import evaluated_years
from linter.model import Related, Span, Status, Verdict


def evaluated(case: Case) -> Iterator[Verdict]:
    """A verdict for each year that the report gives for the one it evaluates."""
    year = case.facts.year
    if year is None:
        yield Verdict(Status.not_evaluated, case.document.path, reason="没有写明评价年度")
        return
    for found, span, title in evaluated_years(case):
        right = found == year
        text = f"此处为{found}年，标题为{year}年" + (" ✓" if right else "")
        values = {"evaluated": str(year), "calculation": text}
        yield _of_year(case, span, Related(title, "title"), text, right, values)


def said(case: Case) -> Iterator[Verdict]:
    """A verdict for each year that stands beside a relative word for it."""
    return (_said(case, told) for told in spoken_years(case.facts))


def _said(case: Case, told: Said) -> Verdict:
    word, right = case.text(*told.word), told.due == told.told
    text = f"{word}：{told.told}年 ✓" if right else f"{word}应为{told.due}年，文中为{told.told}年"
    related = Related(Span(*told.word), "word")
    values = {"word": word, "due": str(told.due)}
    return _of_year(case, Span(told.start, told.end), related, text, right, values)


def _of_year(
    case: Case, span: Span, related: Related, text: str, right: bool, values: dict[str, str]
) -> Verdict:
    literal, status = case.text(span.start, span.end), Status.passed if right else Status.failed
    told = {"year": literal, **values}
    return Verdict(status, literal, span, (related,), text, values=told, recomputed=right)
