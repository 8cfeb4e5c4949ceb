"""A form that a submission holds twice, in its report and in a workbook, as one."""

from __future__ import annotations

from collections.abc import Sequence

from linter.output.workpaper.scoring import number
from linter.regexes.late import regex
from linter.season import Indicator

_FEWEST = 3
"""From how many rows a repetition is a second form, and no two indicators of one name."""
_FIGURE = regex(r"\d+(?:\.\d+)?")


def once(rows: Sequence[Indicator]) -> tuple[Sequence[Indicator], dict[int, Indicator]]:
    """The rows without those of a second copy, and of which the copy has another result or mark.

    Tables of several subprojects may name the same indicators: their goals differ.
    """
    first: dict[str, int] = {}
    begin = len(rows)
    for at, row in enumerate(rows):
        if _name(row) in first:
            begin = at
            break
        first[_name(row)] = at
    copy = rows[begin:]
    if len(copy) < _FEWEST or any(_name(row) not in first for row in copy):
        return rows, {}
    pairs = [(first[_name(row)], row) for row in copy]
    alike = sum(_goal(rows[at]) == _goal(row) for at, row in pairs)
    if len(dict(pairs)) < len(pairs) or 3 * alike < 2 * len(pairs):
        return rows, {}
    return rows[:begin], {at: row for at, row in pairs if _result(rows[at]) != _result(row)}


def _name(row: Indicator) -> str:
    return "".join(row.third.split())


def _goal(row: Indicator) -> tuple[object, ...]:
    """A goal without sign and unit, which one form has in cells of their own, and the full mark."""
    figures = _FIGURE.findall(row.target)
    return tuple(figures) or row.target.strip(), number(row.full)


def _result(row: Indicator) -> tuple[object, ...]:
    figures = _FIGURE.findall(row.done)
    return tuple(figures) or row.done.strip(), number(row.mark)
