"""Why figures that do not fit may be right all the same: they may not belong together.

Prose is read with charity: another rate of the sentence may be the one that goes with the figures,
another thing's amount may stand between, the figure may be of a part (其中) or of several amounts
together. Where one of these may be, nothing is told.
"""

from __future__ import annotations

from collections.abc import Callable

from linter.binding.relations.fits_otherwise import (
    fits_another,
    fits_sums,
    fits_swapped,
    is_added_up,
    is_by_steps,
)
from linter.binding.relations.fits_runs import fits_runs, is_among_parts
from linter.binding.relations.fits_wholes import fits_before_change, fits_list
from linter.binding.relations.named_otherwise import is_named_otherwise, is_of_other_money
from linter.binding.relations.of_a_change import (
    is_a_change,
    is_against_last_year,
    is_against_other,
    is_budgeted,
    is_of_a_third,
    is_of_another_thing,
    is_of_other_scope,
    is_of_two_kinds,
)
from linter.binding.relations.of_a_part import (
    is_chained,
    is_of_a_rest,
    is_of_a_subset,
    is_of_another_time,
    is_of_the_part,
    is_turned_round,
)
from linter.binding.relations.of_another import (
    is_all,
    is_behind_another,
    is_itself_a_share,
    is_lesser_whole,
    is_listed_apart,
    is_named_behind,
    is_of_another,
    is_of_the_next,
    is_of_what_is_before,
    is_one_of_several,
    is_parted,
    is_what_it_comes_to,
)
from linter.binding.relations.of_another_task import is_of_another_task
from linter.binding.relations.readings import Readings
from linter.binding.relations.roles import Relation, Roles
from linter.binding.relations.told import Figures, Told
from linter.facts.facts import Facts
from linter.language.expression import Equation

_EXCUSES: tuple[Callable[[Told], bool], ...] = (
    is_one_of_several,
    is_parted,
    is_of_the_next,
    is_budgeted,
    is_added_up,
    is_what_it_comes_to,
    is_named_behind,
    is_of_what_is_before,
    is_all,
    is_lesser_whole,
    is_listed_apart,
    is_itself_a_share,
    is_a_change,
    is_of_two_kinds,
    is_of_another_thing,
    is_of_a_third,
    is_of_other_scope,
    is_against_other,
    is_of_another,
    is_behind_another,
    is_against_last_year,
    is_by_steps,
    is_of_another_task,
    is_turned_round,
    is_of_a_rest,
    is_of_another_time,
    is_of_a_subset,
    is_of_the_part,
    is_chained,
    fits_swapped,
    is_among_parts,
    fits_another,
    fits_runs,
    fits_sums,
    fits_before_change,
    fits_list,
)
"""Asked in turn until one holds."""


class Excuses:
    """Answers for one relation in one document."""

    def __init__(self, relation: Relation, facts: Facts, roles: Roles) -> None:
        self._relation, self._facts, self._roles = relation, facts, roles
        self._readings = Readings(relation, facts)

    def excused(self, figures: Figures, equations: tuple[Equation, ...]) -> bool:
        """Whether figures by role, of which no equation holds, may not belong together."""
        return self.apart(figures, equations) or self.named_otherwise(figures)

    def apart(self, figures: Figures, equations: tuple[Equation, ...]) -> bool:
        """Whether they may not belong together, whatever their names."""
        told = Told(self._relation, self._facts, self._roles, figures, equations)
        return any(excuse(told) for excuse in _EXCUSES) or self._readings.permit(figures, equations)

    def named_otherwise(self, figures: Figures) -> bool:
        """Whether the derived figure has a name that none of the others bears."""
        told = Told(self._relation, self._facts, self._roles, figures)
        return is_of_other_money(told) or is_named_otherwise(told)
