"""``mean``: an average and the listed figures before it that it is of."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.listed_means import MEAN, means
from linter.binding.slips import slipped
from linter.binding.sought import Sought
from linter.binding.telling import told
from linter.language.needs import Spec
from linter.model import Verdict


class Mean(Spec, frozen=True):
    """Nothing to set: the words for lists and means are the same in every report."""


SPEC = Mean


def seeks(rule_id: str, spec: Mean, case: Case) -> Iterator[Sought]:
    """Any figures."""
    yield sought.figures(case, "any")


def check(rule_id: str, spec: Mean, case: Case) -> Iterator[Verdict]:
    """A verdict for each mean: wrong beyond its figures, a doubt where one slip explains it.

    Of rates it is mostly weighted, and then lies anywhere between them.
    """
    for found in means(case.facts):
        equation, roles = found.equation, found.roles
        if found.holds:
            yield told(case, MEAN, roles, (equation,), None)
        elif found.is_outside or found.counted:
            yield told(case, MEAN, roles, (equation,), equation, doubt=not found.sure)
        elif found.mean.dimension != "percent" and slipped(roles, (equation,), case.facts.text):
            yield told(case, MEAN, roles, (equation,), equation, doubt=True)
