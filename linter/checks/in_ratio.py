"""``in-ratio``: two figures that stand to each other as a ratio beside them has it."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.sums.products.in_ratio import in_ratios
from linter.binding.telling import told
from linter.language.expression import Equation
from linter.language.needs import Spec
from linter.model import Verdict

RATIO = Equation("", "=", ["role", "rate"], ["div", ["role", "first"], ["role", "second"]])


class InRatio(Spec, frozen=True):
    """There is nothing to say: the words for a ratio are the same in every report."""


SPEC = InRatio


def check(rule_id: str, spec: InRatio, case: Case) -> Iterator[Verdict]:
    """A verdict for each ratio that has its figures beside it."""
    for found in in_ratios(case.facts):
        figures = {"rate": found.rate, "first": found.first, "second": found.second}
        failing = None if found.holds else RATIO
        yield told(case, "rate", figures, (RATIO,), failing, doubt=True)
