"""``agree``: the same fact told in two places, with figures that one slip or a wrong unit parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding.agreement import table_twins
from linter.binding.case import Case
from linter.binding.restated import text_twins
from linter.binding.scales import table_scales
from linter.facts.quantity import Quantity
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Agree(Spec, frozen=True):
    """Where the fact is told again."""

    within: Literal["tables", "text", "scales"]


SPEC = Agree


def check(rule_id: str, spec: Agree, case: Case) -> Iterator[Verdict]:
    """A verdict for each figure whose twin elsewhere bears its name."""
    for figure, twin in _pairs(spec, case):
        yield _verdict(case, figure, twin)


def _pairs(spec: Agree, case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    match spec.within:
        case "tables":
            return table_twins(case)
        case "text":
            return text_twins(case)
        case _:
            return table_scales(case.facts)


def _verdict(case: Case, figure: Quantity, twin: Quantity) -> Verdict:
    here, there = (case.text(f.start, f.end) for f in (figure, twin))
    return Verdict(
        Status.failed,
        here,
        Span(figure.start, figure.end),
        (Related(Span(twin.start, twin.end), "twin"),),
        f"{here} ≠ {there}",
        values={"figure": here, "twin": there},
    )
