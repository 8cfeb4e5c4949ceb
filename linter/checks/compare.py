"""``compare``: two facts in order — marks within full marks, a part within its whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding.case import Case
from linter.binding.pairs import score_pairs
from linter.binding.parts import figure_parts
from linter.binding.telling import told
from linter.facts.quantity import Quantity
from linter.language.needs import Spec
from linter.model import Verdict


class Compare(Spec, frozen=True):
    """Which pairs are compared; the first of a pair is disputed, as ``smaller``."""

    pairs: Literal["marks", "parts"]
    where: tuple[str, ...] = ("smaller <= larger",)

    def equations(self) -> Iterator[str]:
        """Those of ``where``."""
        return iter(self.where)


SPEC = Compare


def check(rule_id: str, spec: Compare, case: Case) -> Iterator[Verdict]:
    """A verdict for each pair."""
    equations = tuple(case.compiled.equations[source] for source in spec.where)
    for smaller, larger in _pairs(spec, case):
        figures = {"smaller": smaller, "larger": larger}
        values = {name: figure.value for name, figure in figures.items()}
        failing = next((e for e in equations if not e.holds(values)), None)
        yield told(case, "smaller", figures, equations, failing)


def _pairs(spec: Compare, case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    return score_pairs(case) if spec.pairs == "marks" else figure_parts(case.facts)
