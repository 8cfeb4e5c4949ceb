"""Verdicts on figures and names that follow from dates or times beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from linter.binding.case import Case
from linter.binding.dates.clock_times import clock_times
from linter.binding.dates.counted_days import counted_days
from linter.binding.dates.counted_years import counted_years
from linter.binding.dates.days_later import days_later
from linter.binding.dates.named_periods import told_periods
from linter.binding.dates.told_figures import ToldFigure
from linter.binding.dates.weekdays import weekdays
from linter.facts.facts import Facts
from linter.model import Related, Span, Status, Verdict


def _days(facts: Facts) -> Iterator[ToldFigure]:
    """Numbers of days, and days told as so many after another."""
    yield from counted_days(facts)
    yield from days_later(facts)


_RECKONED: Mapping[str, Callable[[Facts], Iterator[ToldFigure]]] = {
    "be-the-period-named": told_periods,
    "be-so-many-years": counted_years,
    "be-so-many-days": _days,
    "fit-the-clock": clock_times,
    "fit-the-week": weekdays,
}
"""What finds figures beside dates or times, by what is asked of them."""


def reckoned(case: Case, must: str) -> Iterator[Verdict]:
    """A verdict for each figure that follows from dates or times beside it."""
    for figure in _RECKONED[must](case.facts):
        yield verdict_on(case, figure, "said", "due")


def verdict_on(case: Case, figure: ToldFigure, said: str, due: str) -> Verdict:
    """Whether a figure is what it should be; ``said`` and ``due`` are what messages call both."""
    literal, span = case.text(figure.start, figure.end), Span.of(figure)
    related = (Related(Span(*figure.other), "dates"),)
    status = Status.passed if figure.right else Status.failed
    text = f"{figure.shown}{' ✓' if figure.right else f'，文中为{literal}'}"
    values, right = {said: literal, due: figure.shown}, figure.right
    return Verdict(status, literal, span, related, text, values=values, recomputed=right)
