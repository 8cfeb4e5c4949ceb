"""Whether a slip explains figures that do not fit, and how likely it would by chance."""

from __future__ import annotations

from linter.binding.relations.bindings import Assignment
from linter.binding.relations.roles import Relation
from linter.binding.slips import chance, slipped
from linter.facts.facts import Facts
from linter.language.expression import Equation

_UNLIKELY = 0.5
"""How likely one slip may explain by chance figures that no words bind to each other."""


class Slips:
    """Whether one slip keeps the figures from fitting, and how likely it is by chance."""

    def __init__(self, relation: Relation, facts: Facts) -> None:
        self._relation, self._facts = relation, facts

    def is_slip(self, assignment: Assignment, fewest: int = 0, *, sure: bool = False) -> bool:
        """Whether one slip keeps the figures from fitting, and not likely by chance."""
        derived = assignment.figures[self._relation.derived]
        if derived.hedge is not None or (
            derived.dimension == "percent" and derived.printed == 1 and not assignment.labelled
        ):
            return False
        if assignment.supported and fewest and self._facts.digits(derived) < fewest:
            return False
        sure = sure or assignment.labelled
        least = 1 if assignment.supported else 2
        return any(
            slipped(assignment.figures, equations, self._facts.text, least, sure=sure) is not None
            and (assignment.supported or self._chance(assignment, equations) <= _UNLIKELY)
            for equations in self._sets(assignment)
        )

    def chance(self, assignment: Assignment) -> float:
        """How likely one slip would explain the figures by chance."""
        return min(self._chance(assignment, equations) for equations in self._sets(assignment))

    def fewest_digits(self, assignment: Assignment) -> int:
        """The digits of the shortest figure."""
        return min(map(self._facts.digits, assignment.figures.values()))

    def _sets(self, assignment: Assignment) -> list[tuple[Equation, ...]]:
        """The equations that must hold together."""
        if self._relation.any:
            return [(e,) for e in assignment.equations]
        return [assignment.equations]

    def _chance(self, assignment: Assignment, equations: tuple[Equation, ...]) -> float:
        return chance(assignment.figures, equations, self._facts.text)
