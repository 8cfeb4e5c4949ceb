"""Figures that stand alone of their kinds in a sentence, near an equation that they do not meet.

Nothing else can be meant, so that what does not hold is wrong by however much: no slip of the hand
need explain it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.language.expression import Equation

MOST = Decimal("1.5")
"""How many times a figure is what it should be, or that it, at most; else it is of others."""


def are_alone(facts: Facts, figures: Collection[Quantity]) -> bool:
    """Whether no other figure of one of their dimensions stands in the sentence of the first."""
    low, high = facts.windows.bounds("sentence", min(f.start for f in figures))
    mine = {figure.start for figure in figures}
    kinds = {figure.dimension for figure in figures}
    every = (facts.quantities[place] for place in facts.places_within(low, high))
    return all(low <= figure.start < high for figure in figures) and not any(
        f.dimension in kinds and f.start not in mine and f.start not in facts.spoken for f in every
    )


def is_near(figures: Mapping[str, Quantity], equation: Equation, derived: str) -> bool:
    """Whether the derived figure is of the size that an equation asks for."""
    told = figures[derived].value.middle
    due = equation.expected(derived, {name: f.value for name, f in figures.items()})
    return due is not None and told > 0 and 1 / MOST <= due.middle / told <= MOST
