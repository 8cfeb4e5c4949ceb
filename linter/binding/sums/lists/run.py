"""A total and its run of parts, before or behind it."""

from __future__ import annotations

from msgspec import Struct

from linter.facts.quantity import Quantity


class Run(Struct, frozen=True):
    """A total and its run of parts, before or behind it."""

    total: Quantity
    parts: tuple[Quantity, ...]
    holds: bool
    sure: bool = False
    """Whether a failure leaves no doubt: a closed, tight list of figures of 3 digits or more."""
    added: bool = False
    """Whether words before the total add up what stands before them."""
    between: tuple[Quantity, ...] = ()
    """What stands among the parts and the total, and is none of them."""

    @property
    def figures(self) -> tuple[Quantity, ...]:
        """The total and the parts."""
        return (self.total, *self.parts)
