"""``averaged``: an average, with the total and the number of its sentence that it is of."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.slips import slipped
from linter.binding.sought import Sought
from linter.binding.sums.products.averaged import EACH, MEAN, Average, averaged
from linter.binding.sums.products.products import mispriced
from linter.binding.telling import told
from linter.language.needs import Spec
from linter.model import Verdict


class Averaged(Spec, frozen=True):
    """Nothing to set: the words for averages are the same in every report."""


SPEC = Averaged


def seeks(rule_id: str, spec: Averaged, case: Case) -> Iterator[Sought]:
    """Any figures."""
    yield sought.figures(case, "any")


def check(rule_id: str, spec: Averaged, case: Case) -> Iterator[Verdict]:
    """A verdict for each average; where the number is not told, wrong only by one slip."""
    for found in averaged(case.facts):
        if found.holds or _is_wrong(case, found):
            yield told(case, EACH, found.figures, (MEAN,), None if found.holds else MEAN)


def _is_wrong(case: Case, found: Average) -> bool:
    """Whether an average is told wrong here: as a price it is told with its amount."""
    if found.implied and not slipped(found.figures, (MEAN,), case.facts.text, 1, sure=True):
        return False
    return found.figures[EACH].start not in case.once(mispriced)
