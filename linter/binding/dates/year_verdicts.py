"""Verdicts on years: those said to be evaluated, and those that relative words mean.

And on other figures that follow from dates or times beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from linter.binding.case import Case
from linter.binding.dates.clock_times import clock_times
from linter.binding.dates.counted_days import counted_days
from linter.binding.dates.counted_years import counted_years
from linter.binding.dates.named_periods import told_periods
from linter.binding.dates.spoken_years import Said, spoken_years
from linter.binding.dates.told_figures import ToldFigure
from linter.binding.dates.weekdays import weekdays
from linter.binding.dates.years import evaluated_years
from linter.facts.facts import Facts
from linter.model import Related, Span, Status, Verdict

_RECKONED: Mapping[str, Callable[[Facts], Iterator[ToldFigure]]] = {
    "be-the-period-named": told_periods,
    "be-so-many-years": counted_years,
    "be-so-many-days": counted_days,
    "fit-the-clock": clock_times,
    "fit-the-week": weekdays,
}
"""What finds figures beside dates or times, by what is asked of them."""


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


def reckoned(case: Case, must: str) -> Iterator[Verdict]:
    """A verdict for each figure that follows from dates or times beside it."""
    for figure in _RECKONED[must](case.facts):
        literal, span = case.text(figure.start, figure.end), Span(figure.start, figure.end)
        related = (Related(Span(*figure.other), "dates"),)
        status = Status.passed if figure.right else Status.failed
        text = f"{figure.shown}{' ✓' if figure.right else f'，文中为{literal}'}"
        values = {"said": literal, "due": figure.shown}
        right = figure.right
        yield Verdict(status, literal, span, related, text, values=values, recomputed=right)


def _of_year(
    case: Case, span: Span, related: Related, text: str, right: bool, values: dict[str, str]
) -> Verdict:
    literal, status = case.text(span.start, span.end), Status.passed if right else Status.failed
    told = {"year": literal, **values}
    return Verdict(status, literal, span, (related,), text, values=told, recomputed=right)
