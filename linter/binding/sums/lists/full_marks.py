"""Full marks: what can be got, behind which stands what was got of it, or was lost."""

from __future__ import annotations

from collections.abc import Sequence

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import total as sum_of


def is_full_mark(facts: Facts, mark: Quantity, high: int, parts: Sequence[Quantity]) -> bool:
    """Whether a mark behind it, up to ``high``, is what parts come to, or what they leave."""
    reached, own = sum_of(part.value for part in parts), {part.start for part in parts}
    near = facts.within(mark.end, high)
    behind = [f for f in near if f.dimension == "score" and f.start not in own]
    return any(f.value.meets(reached) or (f.value + reached).meets(mark.value) for f in behind)
