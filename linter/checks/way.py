"""``way``: of two figures the one that is told to be the larger is the larger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.binding.case import Case
from linter.binding.sums.triads.ways import ways
from linter.binding.telling import told
from linter.language.needs import Spec
from linter.model import Verdict


class Ways(Spec, frozen=True):
    """The equation over ``more`` and ``less``."""

    NAMES: ClassVar = ("less", "more")

    where: str

    def equations(self) -> Iterator[str]:
        """The one."""
        yield self.where


SPEC = Ways


def check(rule_id: str, spec: Ways, case: Case) -> Iterator[Verdict]:
    """A verdict on each two figures that words hold against each other."""
    equation = case.compiled.equations[spec.where]
    for found in ways(case.facts):
        figures = {"more": found.more, "less": found.less}
        failing = None if equation.fits(figures) else equation
        yield told(case, "more", figures, (equation,), failing, doubt=True)
