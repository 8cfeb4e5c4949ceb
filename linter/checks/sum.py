"""``sum``: parts and their whole — lists in prose, columns and rows of totals, scores by level."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding.case import Case
from linter.binding.columns import column_totals
from linter.binding.lists import figure_lists
from linter.binding.marks import score_sums
from linter.binding.totals import Total
from linter.binding.totals import verdict as told
from linter.language.needs import Spec
from linter.model import Verdict


class Sum(Spec, frozen=True):
    """Where parts and wholes are looked for."""

    of: Literal["lists", "columns", "full-marks", "marks"]


SPEC = Sum


def check(rule_id: str, spec: Sum, case: Case) -> Iterator[Verdict]:
    """A verdict for each whole with its parts."""
    for total in _totals(spec, case):
        yield told(case, total)


def _totals(spec: Sum, case: Case) -> Iterator[Total]:
    match spec.of:
        case "lists":
            for found in figure_lists(case.facts):
                if found.closed or not found.inclusive:
                    yield Total(found.total, found.parts, found.closed)
        case "columns":
            yield from column_totals(case.facts)
        case "full-marks":
            yield from score_sums(case, "full")
        case "marks":
            yield from score_sums(case, "obtained")
