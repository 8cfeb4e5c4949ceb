"""What is bound to a derived figure: figures by role, and what was decided of them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from linter.facts.quantity import Quantity
from linter.language.expression import Equation

_CHANGE, _RATE = ("base", "now", "delta"), "rate"


class Assignment(Struct, frozen=True):
    """Figures by role, the equations that apply, the first that fails, how sure the roles are."""

    figures: dict[str, Quantity]
    equations: tuple[Equation, ...]
    failing: Equation | None
    labelled: bool
    """Whether each operand's own words name its role."""
    supported: bool
    contiguous: bool
    """Whether no other figure of the operands' dimension stands between them and the derived."""
    strictly: bool
    """Whether that holds too of what stands in brackets, or is the difference of two operands."""
    spread: int
    """How far from the derived figure its operands stand, in characters."""

    @property
    def is_whole_change(self) -> bool:
        """Whether what was, what is and the change are all there and go together, rise or fall."""
        if self.failing is None or not {*_CHANGE, _RATE} <= self.figures.keys():
            return False
        base, now, delta = (self.figures[name].printed for name in _CHANGE)
        values = {name: figure.value for name, figure in self.figures.items()}
        due = self.failing.expected(_RATE, values)
        return abs(now - base) == delta and due is not None and due.low > 0

    def is_turned_by(self, other: Assignment) -> bool:
        """Whether words name a whole change, of which another takes what is for what was.

        去年312万元，今年351万元，增长39万元，增幅11.1%: that 39 is 11.1% of 351 makes it no base.
        """
        turned = not other.labelled and self.figures.get("now") is other.figures.get("base")
        return self.labelled and turned and self.is_whole_change


class Binding(Struct, frozen=True):
    """What was decided of one derived figure."""

    derived: Quantity
    outcome: Literal["pass", "fail", "doubt", "unbound", "too-many"]
    assignment: Assignment | None = None
