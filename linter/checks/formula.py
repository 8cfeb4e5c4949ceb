"""``formula``: arithmetic that the text writes out, and what it says it comes to."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.relations.formulas import RESULT, formulas
from linter.binding.slips import slipped
from linter.binding.telling import told
from linter.language.needs import Spec
from linter.model import Verdict


class Formula(Spec, frozen=True):
    """Nothing to set: the signs and the words for them are the same in every report."""


SPEC = Formula


def check(rule_id: str, spec: Formula, case: Case) -> Iterator[Verdict]:
    """A verdict for each formula.

    Where no word says 即 or 等于, a failure is told only if a slip explains it. So is a result that
    the terms come to only if they were rounded by much.
    """
    text = case.facts.text
    for found in formulas(case.facts):
        figures, equations, doubt = found.figures, (found.equation,), not found.sure
        failing = None if found.holds else found.equation
        if found.is_off:
            figures, doubt = found.as_printed, True
            failing = found.equation if slipped(figures, equations, text) else None
        elif failing and doubt and not slipped(figures, equations, text):
            continue
        yield told(case, RESULT, figures if failing else found.figures, equations, failing, doubt)
