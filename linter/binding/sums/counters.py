"""Figures that are counted with one word or another: 仪器30台、救护车4辆，共34台(辆)."""

from __future__ import annotations

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_EITHER = regex(r"[\u4e00-\u9fff]{1,2} ?[(/] ?(?P<other>[\u4e00-\u9fff]{1,2})\)?$")
"""At the end of a figure: the two words."""
_COUNT = "count:"


def other_counter(facts: Facts, figure: Quantity) -> str | None:
    """The dimension of the second word, where a figure's own is that of the first.

    None has 台(套), which is one dimension.
    """
    if not figure.dimension.startswith(_COUNT) or figure.dimension.endswith(")"):
        return None
    found = _EITHER.search(facts.text, figure.start, figure.end)
    return _COUNT + found["other"] if found else None
