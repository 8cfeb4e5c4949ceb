"""What is bound to a derived figure: figures by role, and what was decided of them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from linter.facts.quantity import Quantity
from linter.language.expression import Equation


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


class Binding(Struct, frozen=True):
    """What was decided of one derived figure."""

    derived: Quantity
    outcome: Literal["pass", "fail", "doubt", "unbound", "too-many"]
    assignment: Assignment | None = None
