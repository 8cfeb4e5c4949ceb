"""What a figure would be if it took part in a sum, a rate or a product with figures beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from msgspec import Struct

from linter.facts.quantity import Quantity
from linter.language.expression import Equation, Node, chain

FIGURE = "figure"
"""The role of the figure that would have the value."""
SUMS = ("total", "part")
"""The ways of sums."""
TINY = 1e-9
"""What floating point may be off by where nothing is rounded."""
_ROLES = "abcdefghij"
_LOPSIDED = 1000
"""So many times another an amount is no sum with it where one is in 元 and one in 万元."""


class Fit(Struct, frozen=True, gc=False):
    """A value that would fit, and the figures that want it there."""

    way: str
    value: float
    loose: float
    """By how much the value may be off, for the rounding of a rate."""
    grain: float
    """The finest last digit of the figures that are added; 0 of others."""
    figures: tuple[Quantity, ...]
    reach: int
    """How many figures away the farthest of them stands."""
    doubt: int = 1
    """How much more often than others such a fit is by chance."""
    coarse: float = 0.0
    """How coarsely a figure in a larger unit than the others is known; 0 where none is."""

    def has(self, value: float) -> bool:
        """Whether one of the figures has a value: that it is made of itself tells nothing."""
        return any(float(figure.printed) == value for figure in self.figures)

    def agrees(self, other: Fit) -> bool:
        """Whether two fits want the same value, as finely as they know it."""
        return abs(self.value - other.value) <= self.loose + other.loose + TINY * other.value

    @property
    def width(self) -> float:
        """In how large a part of its size the value can be known from its figures."""
        largest = max(self.figures, key=lambda f: f.printed / f.step)
        known = float(largest.step / largest.printed) if largest.printed else 1.0
        return max(max(2 * self.loose, self.grain, self.coarse) / self.value, known)

    @property
    def equation(self) -> Equation:
        """The figure, and what the others make it."""
        roles: list[Node] = [["role", name] for name, _ in zip(_ROLES, self.figures, strict=False)]
        return Equation("", "=", ["role", FIGURE], _NODES[self.way](roles))

    def parts(self, figure: Quantity) -> tuple[Quantity, ...]:
        """Of a way of sums, what is added up where the figure takes part."""
        return self.figures if self.way == "total" else (figure, *self.figures[1:])

    def roles(self, figure: Quantity) -> dict[str, Quantity]:
        """The figures of the equation by their roles."""
        return {FIGURE: figure, **dict(zip(_ROLES, self.figures, strict=False))}


def _scaled(change: str, operator: str) -> Callable[[list[Node]], Node]:
    """The first figure times, or by, what the second adds to or takes off a whole."""
    return lambda roles: [operator, roles[0], [change, ["number", 1], roles[1]]]


def _in_both(operator: str) -> Callable[[list[Node]], Node]:
    """The first figure by the first and the second together."""
    return lambda roles: ["div", roles[0], [operator, roles[0], roles[1]]]


def _odds(rate: Node) -> Node:
    return ["div", rate, ["sub", ["number", 1], rate]]


def _excess(rate: Node) -> Node:
    return ["div", ["sub", rate, ["number", 1]], rate]


def _without(roles: list[Node]) -> Node:
    """What of the second figure the first leaves, as a part of it."""
    return ["div", ["sub", roles[1], roles[0]], roles[1]]


_NODES: Mapping[str, Callable[[list[Node]], Node]] = MappingProxyType(
    {
        "total": partial(chain, "add"),
        "part": partial(chain, "sub"),
        "product": partial(chain, "mul"),
        "quotient": partial(chain, "div"),
        "more": _scaled("add", "mul"),
        "less": _scaled("sub", "mul"),
        "before-more": _scaled("add", "div"),
        "before-less": _scaled("sub", "div"),
        "times-more": lambda roles: ["mul", roles[0], ["sub", roles[1], ["number", 1]]],
        "of-sum": _in_both("add"),
        "of-excess": _in_both("sub"),
        "excess": lambda roles: ["div", roles[1], ["sub", roles[0], roles[1]]],
        "part-beside": lambda roles: ["mul", roles[0], _odds(roles[1])],
        "rest-beside": lambda roles: ["div", roles[0], _odds(roles[1])],
        "done-beside": lambda roles: ["div", roles[0], _excess(roles[1])],
        "excess-beside": lambda roles: ["mul", roles[0], _excess(roles[1])],
        "growth": lambda roles: ["div", ["sub", roles[0], roles[1]], roles[1]],
        "decline": _without,
        "rest": _without,
    }
)


def is_senseless(fit: Fit) -> bool:
    """Whether nobody adds so: a figure and, right behind it, what that is made of, or prices.

    欠配套10.00万元（新场乡3.20万元、板桥乡4.10万元、高桥乡2.70万元); 284.50万元 and 800元.
    """
    sizes = [figure.printed for figure in sorted(fit.figures, key=lambda f: f.start)]
    if fit.way in SUMS and len({f.factor for f in fit.figures}) > 1:
        return min(sizes) * _LOPSIDED < max(sizes)
    return fit.way in SUMS and any(
        sum(sizes[at + 1 : end]) == size
        for at, size in enumerate(sizes)
        for end in range(at + 3, len(sizes) + 1)
    )
