"""A figure that fits nothing around it, and what it should be."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from linter.binding.misfits.fit import Fit
from linter.facts.quantity import Quantity


class Misfit(Struct, frozen=True):
    """A figure, what it should be, which figures want that, and where it is told elsewhere."""

    figure: Quantity
    needed: Decimal
    fit: Fit
    twin: Quantity | None = None
