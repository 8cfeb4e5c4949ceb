"""What lengths of time are told of two days, and what they should be."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.dates.between import between_days
from linter.binding.dates.counted_days import counted_days
from linter.binding.dates.early_or_late import early_or_late
from linter.binding.dates.lengths import Length, apart
from linter.binding.dates.told_days import Day
from linter.binding.dates.told_figures import ToldFigure
from linter.facts.facts import Facts

_MONTH = 28


def told_lengths(facts: Facts) -> Iterator[ToldFigure]:
    """Every length told of two days: how long it was, and by how much it was early or late."""
    counted = {figure.start for figure in counted_days(facts)}
    for told in between_days(facts):
        if told.length.start in counted:
            continue
        yield _figure(facts, told.length, told.first, told.last, right=told.right)
    for late in early_or_late(facts):
        yield _figure(facts, late.length, *late.pair, right=late.right)


def _figure(facts: Facts, length: Length, first: Day, last: Day, *, right: bool) -> ToldFigure:
    place = min(first.start, last.start), max(first.end, last.end)
    shown = _shown(facts.text, length, first, last)
    return ToldFigure(length.start, length.end, place, shown, right)


def _shown(text: str, length: Length, first: Day, last: Day) -> str:
    """How far two days are apart, in words."""
    a, b = (text[day.start : day.end] for day in (first, last))
    if first.first > last.last:
        return f"{b}早于{a}" if first.start < last.start else f"{a}晚于{b}"
    ends = a if a == b else f"{a}至{b}"
    if length.in_days or "day" in (first.grain, last.grain):
        days = (last.first - first.last).days
        whole = "" if length.in_days or days < _MONTH else f"（{_months(first, last)}）"
        return f"{ends}{f'共{days + 1}' if first.ranged else f'相差{days}'}天{whole}"
    return f"{ends}{_months(first, last)}"


def _months(first: Day, last: Day) -> str:
    """The months or years from one day to another, in words."""
    low, high = apart(first, last, in_days=False)
    months = round((low + high) / 2 if first.ranged or first.grain == "day" else low)
    years = f"{months // 12}年" if months >= 12 else ""
    return f"约{years}{f'{months % 12}个月' if months % 12 else ''}"
