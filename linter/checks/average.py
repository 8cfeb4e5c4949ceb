"""``average``: an average, and the figures listed or the total and the number that it is of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.listed_means import MEAN, means
from linter.binding.marks.weighted_means import weighted_means
from linter.binding.named.means import simple_means
from linter.binding.slips import slipped
from linter.binding.sought import Sought
from linter.binding.sums.products.averaged import Average, averaged
from linter.binding.sums.products.chances import EACH, QUOTIENT
from linter.binding.sums.products.products import mispriced
from linter.binding.telling import told
from linter.language.needs import Spec
from linter.model import Verdict


class Averages(Spec, frozen=True):
    """What the averages are of: the words for them are the same in every report."""

    of: Literal["list", "total", "weights"]
    """``list``: the figures listed beside it; ``total``: one of its sentence, and a number;
    ``weights``: marks that each have a weight, which is told too."""


SPEC = Averages


def seeks(rule_id: str, spec: Averages, case: Case) -> Iterator[Sought]:
    """Any figures, or marks."""
    yield sought.figures(case, "score" if spec.of == "weights" else "any")


def check(rule_id: str, spec: Averages, case: Case) -> Iterator[Verdict]:
    """A verdict for each average."""
    match spec.of:
        case "list":
            yield from _of_lists(case)
        case "total":
            yield from _of_totals(case)
        case "weights":
            yield from _of_weights(case)


def _of_lists(case: Case) -> Iterator[Verdict]:
    """A mean is wrong beyond its figures, and a doubt where one slip explains it.

    Of rates it is mostly weighted, and then lies anywhere between them.
    """
    seen: set[int] = set()
    for found in (*simple_means(case.facts), *means(case.facts)):
        if found.mean.start in seen:
            continue
        seen.add(found.mean.start)
        equation, roles = found.equation, found.roles
        if found.holds:
            yield told(case, MEAN, roles, (equation,), None)
        elif found.is_outside or found.counted:
            yield told(case, MEAN, roles, (equation,), equation, doubt=not found.sure)
        elif found.mean.dimension != "percent" and slipped(roles, (equation,), case.facts.text):
            yield told(case, MEAN, roles, (equation,), equation, doubt=True)


def _of_totals(case: Case) -> Iterator[Verdict]:
    """Where the number is not told, an average is wrong only by one slip."""
    for found in averaged(case.facts):
        if found.holds or _is_wrong(case, found):
            failing = None if found.holds else QUOTIENT
            yield told(case, EACH, found.figures, (QUOTIENT,), failing)


def _of_weights(case: Case) -> Iterator[Verdict]:
    """A weighted total is a doubt, unless it is one of its marks weighed in another order."""
    for found in weighted_means(case.facts):
        if found.holds or not found.holds_otherwise:
            failing = None if found.holds else found.equation
            yield told(case, MEAN, found.roles, (found.equation,), failing, doubt=True)


def _is_wrong(case: Case, found: Average) -> bool:
    """Whether an average is told wrong here: as a price it is told with its amount."""
    if found.implied and not slipped(found.figures, (QUOTIENT,), case.facts.text, 1, sure=True):
        return False
    return found.figures[EACH].start not in case.once(mispriced)
