"""``serial``: the numbers of a table's rows count on one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.sought import Sought
from linter.facts.table import TypedTable
from linter.language.needs import Spec
from linter.model import Span, Status, Verdict

_FEWEST = 4
"""So many rows at least are numbered in a column whose numbers are held against each other."""


class Serial(Spec, frozen=True):
    """Which columns number the rows, by what they are called."""

    called: tuple[str, ...]


SPEC = Serial


def seeks(rule_id: str, spec: Serial, case: Case) -> Iterator[Sought]:
    """Tables."""
    yield sought.tables(case)


def check(rule_id: str, spec: Serial, case: Case) -> Iterator[Verdict]:
    """A failure for the only number of a column that is out of its turn, else a pass."""
    for table in case.facts.tables:
        for at, column in enumerate(table.columns):
            if column.header.replace(" ", "") in spec.called:
                yield from _counted(case, table, at)


def _counted(case: Case, table: TypedTable, at: int) -> Iterator[Verdict]:
    written = [(row.cells[at], row.texts[at]) for row in table.rows if row.texts[at]]
    words = [word for _, word in written]
    if len(words) < _FEWEST or not all(word.isascii() and word.isdecimal() for word in words):
        return
    numbers = [int(word) for word in words]
    wrong = _out_of_turn(numbers)
    if not wrong:
        yield Verdict(Status.passed, words[0], calculation=f"{len(words)}个序号连续 ✓")
    elif len(wrong) == 1 and (cell := written[wrong[0]][0]) is not None:
        values = {"found": words[wrong[0]], "expected": str(numbers[0] + wrong[0])}
        span = Span(cell.start, cell.end)
        yield Verdict(Status.failed, words[wrong[0]], span, values=values)


def _out_of_turn(numbers: Sequence[int]) -> list[int]:
    """The places of the numbers that do not go on from the first one by one."""
    return [at for at, number in enumerate(numbers) if number != numbers[0] + at]
