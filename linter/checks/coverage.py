"""``coverage``: kinds of indicators that a whole table of indicators must have."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.report.indicators import Indicator, tables_of_indicators
from linter.facts.table import TypedTable
from linter.language.needs import Spec
from linter.model import Span, Status, Verdict


class Coverage(Spec, frozen=True):
    """What must be covered, and by which words it is known."""

    kinds: dict[str, tuple[str, ...]]
    """A name for each kind of indicator, and words one of which tells it."""
    given: tuple[str, ...] = ()
    """Words all of which must be there for the table to be of the framework that is meant."""


SPEC = Coverage
_COLUMNS = ("level1", "level2", "level3")
"""The columns in which the words are looked for, by the kind of their header; all needed."""


def check(rule_id: str, spec: Coverage, case: Case) -> Iterator[Verdict]:
    """A verdict for each table of indicators whose full marks make the whole."""
    for table, rows in case.once(tables_of_indicators):
        if not _is_whole(case, table, rows):
            continue
        if not set(_COLUMNS) <= rows[0].columns.keys():
            continue
        words = "\n".join(row.text(column) or "" for row in rows for column in _COLUMNS)
        if not all(word in words for word in spec.given):
            continue
        missing = [
            name for name, known in spec.kinds.items() if not any(word in words for word in known)
        ]
        yield _verdict(case, rows, missing)


def _is_whole(case: Case, table: TypedTable, rows: list[Indicator]) -> bool:
    """Whether a total row says that the full marks of all rows make the report's whole."""
    at = rows[0].columns.get("full")
    return at is not None and any(
        row.total and (figure := row.figures[at]) and figure.printed == case.profile.total
        for row in table.rows
    )


def _verdict(case: Case, rows: list[Indicator], missing: list[str]) -> Verdict:
    """An absence is placed at the last row's goal."""
    cell = rows[-1].cell("level3") or rows[-1].cell("target")
    span = Span.of(cell) if cell else None
    names = "、".join(missing)
    return Verdict(
        Status.failed if missing else Status.passed,
        rows[-1].name or case.document.path,
        span,
        calculation=f"表中没有{names}" if missing else f"{len(rows)}项指标，各类都有 ✓",
        values={"missing": names},
    )
