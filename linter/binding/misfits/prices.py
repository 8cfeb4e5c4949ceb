"""A figure as the price, the quantity or the amount of two others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from linter.binding.misfits.around import PURE, Around
from linter.binding.misfits.fit import Fit


def products(around: Around) -> Iterator[Fit]:
    """What two figures beside it make of the figure, where any is told of each of something."""
    near = [n for n in around.near if n.figure.dimension not in PURE]
    money = around.figure.dimension == "money"
    if around.figure.dimension in PURE or not around.priced:
        return
    for a, b in permutations(near, 2):
        kinds = a.figure.dimension == "money", b.figure.dimension == "money"
        reach, pair = max(a.reach, b.reach), (a.figure, b.figure)
        if money and kinds == (True, False):
            loose = a.half * b.size if around.is_mean(a) else 0.0
            yield Fit("product", a.size * b.size, loose, 0.0, pair, reach)
        if kinds[0] and kinds[1] is not money:
            value = a.size / b.size
            yield Fit("quotient", value, value * a.half / a.size, 0.0, pair, reach)
