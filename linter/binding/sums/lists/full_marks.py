"""Full marks: what can be got, behind which stands what was got of it, or was lost."""

from __future__ import annotations

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval


def is_full_mark(facts: Facts, mark: Quantity, high: int, reached: Interval) -> bool:
    """Whether a mark behind it, up to ``high``, is what others come to, or what they leave."""
    behind = [f for f in facts.within(mark.end, high) if f.dimension == "score"]
    return any(f.value.meets(reached) or (f.value + reached).meets(mark.value) for f in behind)
