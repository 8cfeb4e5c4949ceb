"""A relation in one document: its roles, and which of its equations apply and cannot hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from linter.binding.relations.relation import Relation
from linter.binding.relations.roles import Roles
from linter.facts.facts import Facts
from linter.facts.quantity import OPEN_HEDGES, Quantity
from linter.language.expression import Equation

_LOOSE = 4.0
"""How much wider than the printed precision the quick test in floating point is."""


class Opened:
    """The relation of one rule, opened in one document."""

    def __init__(
        self, rule: str, relation: Relation, facts: Facts, equations: Mapping[str, Equation]
    ) -> None:
        self.relation, self.facts, self._equations = relation, facts, equations
        self.roles = Roles(rule, relation, facts)
        self.operands = {n: r for n, r in relation.roles.items() if n != relation.derived}

    def cued(self, derived: Quantity) -> list[Equation]:
        """The equations whose words lead to the derived figure."""
        return list(self._led(self.relation.where, derived))

    def _led(
        self, entries: Iterable[str | dict[str, str]], derived: Quantity
    ) -> Iterator[Equation]:
        """Of entries the equations that need no words, or whose words lead to the figure."""
        for entry in entries:
            if isinstance(entry, str):
                yield self._equations[entry]
                continue
            ((words, source),) = entry.items()
            if self.roles.is_cued(derived, words):
                yield self._equations[source]

    def failing(
        self, equations: tuple[Equation, ...], bound: Mapping[str, Quantity], far: bool = False
    ) -> Equation | None:
        """The fullest equation that cannot hold; nothing where one holds and one is enough.

        What excuses the figures does not where one of them is ``far``, nor where the derived one
        is open (95%以上): too much would.
        """
        derived = bound[self.relation.derived]
        if self.relation.unless and not far and derived.hedge not in OPEN_HEDGES:
            excuses = self._led(self.relation.unless, derived)
            if any(e.roles() <= bound.keys() and self.may_hold(e, bound) for e in excuses):
                return None
        failing = [e for e in equations if not self.may_hold(e, bound)]
        if not failing or (self.relation.any and len(failing) < len(equations)):
            return None
        return max(failing, key=lambda e: len(e.roles()))

    def may_hold(self, equation: Equation, bound: Mapping[str, Quantity]) -> bool:
        """Whether an equation can hold; tried in floating point before it is tried exactly."""
        if equation.relation == "=":
            sizes = {name: self.facts.size(figure) for name, figure in bound.items()}
            left, right = equation.approximate(sizes)
            loose = _LOOSE * sum(map(self.facts.looseness, bound.values()))
            if abs(left[0] - right[0]) > loose * (left[1] + right[1]):
                return False
        return equation.fits(bound)


def applicable(
    equations: Iterable[Equation], bound: Mapping[str, Quantity]
) -> tuple[Equation, ...]:
    """Of some equations those whose roles are all bound."""
    return tuple(equation for equation in equations if equation.roles() <= bound.keys())
