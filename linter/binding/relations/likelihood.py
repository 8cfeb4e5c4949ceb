"""Whether a slip explains figures that do not fit, and how likely it would by chance."""

from __future__ import annotations

from linter.binding.relations.bindings import Assignment
from linter.binding.relations.opened import Opened
from linter.binding.slips import chance, slipped
from linter.language.expression import Equation

_UNLIKELY = 0.5
"""How likely one slip may explain by chance figures that no words bind to each other."""


def is_slip(opened: Opened, found: Assignment, fewest: int = 0, *, sure: bool = False) -> bool:
    """Whether one slip keeps the figures from fitting, and not likely by chance."""
    derived, text = found.figures[opened.relation.derived], opened.facts.text
    if derived.hedge is not None or (
        derived.dimension == "percent" and derived.printed == 1 and not found.labelled
    ):
        return False
    if found.supported and fewest and opened.facts.digits(derived) < fewest:
        return False
    sure, least = sure or found.labelled, 1 if found.supported else 2
    return any(
        slipped(found.figures, equations, text, least, sure=sure) is not None
        and (found.supported or chance(found.figures, equations, text) <= _UNLIKELY)
        for equations in _sets(opened, found)
    )


def chance_of(opened: Opened, found: Assignment) -> float:
    """How likely one slip would explain the figures by chance."""
    text = opened.facts.text
    return min(chance(found.figures, equations, text) for equations in _sets(opened, found))


def _sets(opened: Opened, found: Assignment) -> list[tuple[Equation, ...]]:
    """The equations that must hold together."""
    return [(e,) for e in found.equations] if opened.relation.any else [found.equations]
