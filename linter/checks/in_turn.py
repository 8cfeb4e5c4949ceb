"""``in-turn``: things told one after the other by their ordinals."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.counts.in_turn import out_of_turn
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class InTurn(Spec, frozen=True):
    """Nothing to choose."""


SPEC = InTurn


def check(rule_id: str, spec: InTurn, case: Case) -> Iterator[Verdict]:
    """A failure for each ordinal that is told twice, goes back, or is past the number announced."""
    for found in out_of_turn(case.facts):
        here, there = _words(case, found.span), _words(case, found.other)
        yield Verdict(
            Status.failed,
            here,
            found.span,
            (Related(found.other, "before"),),
            values={"ordinal": here, "other": there},
        )


def _words(case: Case, span: Span) -> str:
    return case.text(span.start, span.end)
