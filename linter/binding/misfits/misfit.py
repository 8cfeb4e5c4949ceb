"""A figure that fits nothing around it, and what it should be."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from linter.binding.misfits.fit import Fit
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

_NOT = ("times", "years", "month", "day", "percent-point")


class Misfit(Struct, frozen=True):
    """A figure, what it should be, which figures want that, and where it is told elsewhere."""

    figure: Quantity
    needed: Decimal
    fit: Fit
    twin: Quantity | None = None


def may_be_told(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure is told in digits, for something that can be added, divided or priced."""
    return (
        figure.dimension not in _NOT
        and figure.hedge is None
        and figure.printed > 0
        and figure.start not in facts.spoken
    )
