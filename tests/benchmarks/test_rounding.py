"""Rounding never raises an error, and a wrong digit is found where the printed precision permits it."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.benchmarks.rounding import ALL, Outcome, measure, measure_many
from tests.generators.claims import KINDS

FLOOR = 0.95
"""Of wrong digits that the printed precision tells; claims and slips are drawn from a seed, so that it is exact."""


def told(outcome: Outcome) -> str:
    """The counts as a table, with examples of what went wrong."""
    rows = ["kind         claims  warned  mutated  equivalent  found"]
    for kind in KINDS:
        share = outcome.found[kind] / max(1, outcome.mutated[kind])
        rows.append(
            f"{kind:12} {outcome.claims[kind]:6} {outcome.warned[kind]:7} {outcome.mutated[kind]:8} "
            f"{outcome.equivalent[kind]:11}  {outcome.found[kind]:5} {share:6.1%}"
        )
    total, found = outcome.mutated.total(), outcome.found.total()
    rows.append(
        f"all          {outcome.claims.total():6} {outcome.warned.total():7} {total:8} {outcome.equivalent.total():11}  {found:5} {found / total:6.1%}"
    )
    rules = Counter(error.partition(": ")[0].rpartition(" ")[2] for error in outcome.errors)
    rows.append(f"{len(outcome.errors)} errors on right claims {dict(rules)}")
    return "\n".join([*rows, *outcome.errors[:30], *outcome.missed[:30]])


def check(outcome: Outcome, n: int, floor: float) -> None:
    print("\n" + told(outcome))
    assert outcome.claims.total() == n
    assert outcome.mutated.total() + outcome.equivalent.total() == n
    assert not outcome.errors, f"{len(outcome.errors)} errors on right claims"
    assert outcome.found.total() / outcome.mutated.total() >= floor


def test_three_hundred_claims() -> None:
    check(measure(1, 300), 300, FLOOR - 0.02)


@pytest.mark.slow
def test_a_hundred_thousand_claims() -> None:
    check(measure_many(), ALL, FLOOR)
