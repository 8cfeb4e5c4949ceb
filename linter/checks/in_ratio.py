"""``in-ratio``: two figures that stand to each other as a ratio beside them has it."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.sums.products.in_ratio import in_ratios
from linter.binding.telling import told
from linter.language.needs import Spec
from linter.model import Verdict


class InRatio(Spec, frozen=True):
    """The equation over the ratio (``rate``), the ``first`` figure and the ``second``."""

    where: str

    def equations(self) -> Iterator[str]:
        """The one."""
        yield self.where


SPEC = InRatio


def check(rule_id: str, spec: InRatio, case: Case) -> Iterator[Verdict]:
    """A verdict for each ratio that has its figures beside it."""
    equation = case.compiled.equations[spec.where]
    for found in in_ratios(case.facts):
        figures = {"rate": found.rate, "first": found.first, "second": found.second}
        failing = None if found.holds else equation
        yield told(case, "rate", figures, (equation,), failing, doubt=True)
