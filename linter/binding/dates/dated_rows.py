"""Tables that tell the steps of one course with their dates, row by row: 环节 | 日期."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from linter.binding.dates.disorder import Disorder
from linter.binding.dates.events import Event
from linter.binding.dates.undated import MONTH_DAY
from linter.binding.nearby import moments_within
from linter.facts.facts import Facts
from linter.facts.table import TypedTable
from linter.regexes.late import regex

_STEP = regex("环节|节点|阶段|步骤|流程|程序|进度")
_DATE = regex("日期|时间|时点")
_FEWEST, _ANY_YEAR = 3, 2000


def row_disorders(facts: Facts) -> Iterator[Disorder]:
    """The one row of a table of steps whose date runs against the order of all others."""
    for table in facts.tables:
        headers = [column.header for column in table.columns]
        step = next((i for i, header in enumerate(headers) if _STEP.search(header)), None)
        dated = [i for i, header in enumerate(headers) if _DATE.search(header)]
        if step is None or len(dated) != 1 or dated[0] == step:
            continue
        events = [event for event in _events(facts, table, dated[0]) if event is not None]
        if len(events) < _FEWEST or len(events) != len(table.rows):
            continue
        turns = [i for i in range(1, len(events)) if events[i].first < events[i - 1].first]
        if len(turns) == 1 and _is_one_wrong(events, turns[0]):
            yield Disorder(events[turns[0] - 1], events[turns[0]])


def _events(facts: Facts, table: TypedTable, column: int) -> Iterator[Event | None]:
    for row in table.rows:
        cell = row.cells[column]
        moments = moments_within(facts, cell.start, cell.end) if cell else []
        if len(moments) != 1:
            yield None
            continue
        moment = moments[0]
        day = MONTH_DAY.match(facts.text, moment.start, moment.end)
        first = moment.first
        if first is None and day is not None and moment.valid:
            first = date(_ANY_YEAR, int(day[1]), int(day[2]))
        yield None if first is None else Event(moment, first, first, moment.end)


def _is_one_wrong(events: list[Event], at: int) -> bool:
    """Whether the rows are in order without one of the two that are not."""
    for out in (at - 1, at):
        days = [event.first for i, event in enumerate(events) if i != out]
        if days == sorted(days):
            return True
    return False
