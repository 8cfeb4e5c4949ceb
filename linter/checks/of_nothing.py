"""``of-nothing``: a rate that a table prints beside a whole of zero."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.facts.quantity import Quantity
from linter.facts.table import Row, TypedTable
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class OfNothing(Spec, frozen=True):
    """Kinds of the columns that hold the rate, and of those that hold what it is of."""

    rate: str
    headers: tuple[str, ...]
    none: tuple[str, ...] = ()
    """Words in the cells of a row whose goal is that there be none: 返贫人数."""


SPEC = OfNothing


def check(rule_id: str, spec: OfNothing, case: Case) -> Iterator[Verdict]:
    """A failure for each rate that is not zero, of wholes that all are."""
    for table in case.facts.tables:
        at = table.column(spec.rate)
        if at is None or not table.table.sure:
            continue
        for row in table.rows:
            if any(word in text for text in row.texts for word in spec.none):
                continue
            rate, wholes = row.figures[at], _wholes(spec, table, row)
            if rate is not None and wholes and not any(whole.printed for whole in wholes):
                yield _verdict(case, rate, wholes)


def _wholes(spec: OfNothing, table: TypedTable, row: Row) -> list[Quantity]:
    columns = zip(table.columns, row.figures, strict=True)
    return [f for column, f in columns if column.kind in spec.headers and f is not None]


def _verdict(case: Case, rate: Quantity, wholes: list[Quantity]) -> Verdict:
    literal = case.text(rate.start, rate.end)
    whole = case.text(wholes[-1].start, wholes[-1].end)
    holds = not rate.printed
    text = f"分母为{whole}，率为{literal}{' ✓' if holds else ''}"
    return Verdict(
        Status.passed if holds else Status.failed,
        literal,
        Span.of(rate),
        tuple(Related(Span.of(f), "whole") for f in wholes),
        text,
        values={"rate": literal, "whole": whole, "calculation": text},
    )
