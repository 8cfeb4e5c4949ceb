"""``formula``: arithmetic that the text writes out, and what it says it comes to."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.relations.formulas import formulas
from linter.binding.slips import slipped
from linter.binding.telling import told
from linter.language.needs import Spec
from linter.model import Verdict


class Formula(Spec, frozen=True):
    """Nothing to set: the signs and the words for them are the same in every report."""


SPEC = Formula


def check(rule_id: str, spec: Formula, case: Case) -> Iterator[Verdict]:
    """A verdict for each formula.

    Where no word says 即 or 等于, a failure is told only if a slip explains it.
    """
    for found in formulas(case.facts):
        equations, values = (found.equation,), {n: f.value for n, f in found.figures.items()}
        failing = None if found.equation.holds(values) else found.equation
        if failing and not found.sure and not slipped(found.figures, equations, case.facts.text):
            continue
        yield told(case, "result", found.figures, equations, failing, doubt=not found.sure)
