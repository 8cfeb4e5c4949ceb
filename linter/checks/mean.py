"""``mean``: an average and the listed figures before it that it is of."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.listed_means import MEAN, means
from linter.binding.marks.weighted_means import weighted_means
from linter.binding.slips import slipped
from linter.binding.sought import Sought
from linter.binding.telling import told
from linter.language.needs import Spec
from linter.model import Verdict


class Mean(Spec, frozen=True):
    """Which averages; the words for them are the same in every report."""

    weighted: bool = False
    """Whether they are of marks that each have a weight, which is told too."""


SPEC = Mean


def seeks(rule_id: str, spec: Mean, case: Case) -> Iterator[Sought]:
    """Any figures, or marks."""
    yield sought.figures(case, "score" if spec.weighted else "any")


def check(rule_id: str, spec: Mean, case: Case) -> Iterator[Verdict]:
    """A verdict for each mean: wrong beyond its figures, a doubt where one slip explains it.

    Of rates it is mostly weighted, and then lies anywhere between them.
    """
    if spec.weighted:
        yield from _weighted(case)
        return
    for found in means(case.facts):
        equation, roles = found.equation, found.roles
        if found.holds:
            yield told(case, MEAN, roles, (equation,), None)
        elif found.is_outside or found.counted:
            yield told(case, MEAN, roles, (equation,), equation, doubt=not found.sure)
        elif found.mean.dimension != "percent" and slipped(roles, (equation,), case.facts.text):
            yield told(case, MEAN, roles, (equation,), equation, doubt=True)


def _weighted(case: Case) -> Iterator[Verdict]:
    """A verdict for each total, unless it is one of its marks weighed in another order."""
    for found in weighted_means(case.facts):
        equation = found.equation
        if found.holds or not found.holds_otherwise:
            failing = None if found.holds else equation
            yield told(case, MEAN, found.roles, (equation,), failing, doubt=True)
