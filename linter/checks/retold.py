"""``retold``: a figure told once that nothing bears out, a slip away from one told elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.misfits.retold import retold
from linter.binding.sought import Sought
from linter.binding.telling import told_differently
from linter.language.needs import Spec
from linter.model import Verdict


class Retold(Spec, frozen=True):
    """Nothing is to be said: every figure that no other rule settles is looked at."""


SPEC = Retold


def seeks(rule_id: str, spec: Retold, case: Case) -> Iterator[Sought]:
    """Any figures."""
    yield sought.figures(case, "any")


def check(rule_id: str, spec: Retold, case: Case) -> Iterator[Verdict]:
    """A doubt for each such figure."""
    for figure, twin in retold(case):
        yield told_differently(case, figure, twin)
