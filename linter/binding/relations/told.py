"""Figures by role of which no equation holds, with what may be asked about them."""

from __future__ import annotations

from collections.abc import Mapping

from linter.binding.relations.roles import Relation, Roles
from linter.binding.slips import chance, slipped
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.language.expression import Equation

_WHOLES, _PARTS = ("plan", "base"), ("done", "spent", "got")
"""Roles of what a rate is of, and of what was done of it."""
_UNLIKELY = 0.3
"""How likely one slip may explain by chance figures that words hardly bind to each other."""
Figures = Mapping[str, Quantity]
"""By role."""


class Told:
    """The figures by role of one relation, the equations that do not hold, and the document."""

    def __init__(
        self,
        relation: Relation,
        facts: Facts,
        roles: Roles,
        figures: Figures,
        equations: tuple[Equation, ...] = (),
    ) -> None:
        self.relation, self.facts, self.roles = relation, facts, roles
        self.figures, self.equations = figures, equations
        self.derived = figures[relation.derived]
        self.operands = [f for name, f in figures.items() if name != relation.derived]

    def lead(self, figure: Quantity) -> str:
        """The words of a figure's own before it."""
        return self.facts.own_words(figure)

    def is_called(self, figure: Quantity, name: str) -> bool:
        """Whether words give a figure a role."""
        return self.roles.label(name, self.relation.roles[name], figure, self.derived) is True

    @property
    def is_slip(self) -> bool:
        """Whether one slip explains that they do not fit, and hardly by chance."""
        text = self.facts.text
        return (
            slipped(self.figures, self.equations, text, sure=True) is not None
            and chance(self.figures, self.equations, text) <= _UNLIKELY
        )

    def whole_and_part(self, *, shares: bool = False) -> tuple[str, str] | None:
        """The roles of a rate's whole and of what was done of it; also of a share where asked."""
        if self.derived.dimension != "percent":
            return None
        whole = next((name for name in _WHOLES if name in self.figures), None)
        part = next((name for name in _PARTS if name in self.figures), None)
        if shares and whole is None and {"whole", "part"} <= self.figures.keys():
            return "whole", "part"
        return (whole, part) if whole and part else None
