"""Figures by role of which no equation holds, with what may be asked about them."""

from __future__ import annotations

from collections.abc import Mapping

from linter.binding.relations.roles import Relation, Roles
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.language.expression import Equation

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
