"""Two figures beside a rate that is the one by the other: what was planned, and what was done."""

from __future__ import annotations

from linter.facts.facts import Facts
from linter.facts.quantity import ONE, Quantity

_RATES = ("percent", "percent-point")


def are_rated(facts: Facts, figure: Quantity, twin: Quantity) -> bool:
    """Whether a rate beside two figures is the one by the other: what was planned and done.

    疏浚31.5公里……; 疏浚31.9公里，完成率101.27%. That of 100% says nothing of two.
    """
    alike = figure.dimension == twin.dimension and figure.dimension not in _RATES
    if not alike or not figure.printed or not twin.printed:
        return False
    ratios = figure.value / twin.value, twin.value / figure.value
    return any(
        rate.dimension == "percent"
        and rate.printed != ONE
        and any(rate.value.meets(ratio) for ratio in ratios)
        for each in (figure, twin)
        for rate in facts.around(each, *facts.windows.bounds("sentence", each.start))
    )
