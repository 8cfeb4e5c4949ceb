"""A part named by 其中 right behind its whole: 共1061人，其中脱贫人口405人."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

_PART_LEAD = re.compile(r"(?:其中|内含|含)[^,，;。\d]{0,20}$")


def figure_parts(facts: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    """Each (part, whole) where 其中 names the part right after its whole, in one sentence."""
    quantities = facts.quantities
    for i, part in enumerate(quantities):
        low, start = facts.lead(part)
        lead = _PART_LEAD.search(facts.text, low, start)
        if (
            lead is None
            or part.dimension in ("percent", "percent-point", "times")
            or facts.in_table(part.start)
        ):
            continue
        bounds = facts.windows.bounds("sentence", part.start)
        for whole in reversed(quantities[max(0, i - 4) : i]):
            if whole.start < bounds[0]:
                break
            if whole.dimension == part.dimension and whole.per is None and part.per is None:
                between = facts.text[whole.end : part.start]
                if "其中" not in between[: lead.start() - whole.end] and ")" not in between:
                    yield part, whole
                break
