"""A figure that fits nothing around it, and what it should be."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from linter.binding.misfits.around import may_be_used
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
    """Whether a figure may be used, and is of what can be added, divided or priced."""
    return figure.dimension not in _NOT and may_be_used(facts, figure)
