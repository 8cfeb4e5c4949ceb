"""Figures of a sentence that take another's place in an equation.

案件1612件，其中……油烟类62件，比上年的1487件增加125件: of the first, not of the last before it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from linter.binding.alone import are_alone, is_near
from linter.binding.slips import slipped
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.language.expression import Equation


def is_wrong(
    facts: Facts,
    figures: Mapping[str, Quantity],
    derived: str,
    where: Sequence[Equation],
    *,
    by_slip: bool,
) -> bool:
    """Whether figures that do not hold are wrong, and not of other things.

    They are where one slip explains them, and none told before would hold in place of one. So are
    figures that stand alone, near a fit, unless only slips are asked for (``by_slip``).
    """
    if slipped(figures, where, facts.text, sure=True) is not None:
        return not _fits_beside(facts, figures, derived, where)
    if by_slip:
        return False
    failing = (equation for equation in where if not equation.fits(figures))
    near = all(is_near(figures, equation, derived) for equation in failing)
    return near and are_alone(facts, figures.values())


def _fits_beside(
    facts: Facts, figures: Mapping[str, Quantity], derived: str, where: Sequence[Equation]
) -> bool:
    """Whether equations hold with a figure told before for one of those that make the derived."""
    result = figures[derived]
    low, _ = facts.windows.bounds("sentence", result.start)
    taken = {figure.start for figure in figures.values()}
    others = [f for f in facts.around(result, low, result.start) if f.start not in taken]
    return any(
        all(e.fits({**figures, name: other}) for e in where)
        for name, other in stand_ins(figures, derived, others)
    )


def stand_ins(
    figures: Mapping[str, Quantity], derived: str, others: Sequence[Quantity]
) -> Iterator[tuple[str, Quantity]]:
    """Each role but the derived one, with each of other figures that is of the role's kind."""
    for (name, figure), other in itertools.product(figures.items(), others):
        if name != derived and (other.dimension, other.per) == (figure.dimension, figure.per):
            yield name, other
