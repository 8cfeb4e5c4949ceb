"""Whether the figures of a claim state one quantity in different units, and stand alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from linter.binding.case import Case
from linter.facts.quantity import Quantity
from linter.interval import Interval

_FACTORS = (Decimal(10**4), Decimal(10**8))
"""万 and 亿: what a figure is off by whose unit is that of the other."""

_MEASURES = {
    frozenset(("area", "mu")): ("area", "mu", Decimal("0.0015")),
    frozenset(("hour", "minute")): ("hour", "minute", Decimal(60)),
}
"""Dimensions that measure one thing: the first in the second, and how many of that one is.

15亩 make one 公顷, of which there are 10,000平方米.
"""


def in_one_dimension(figures: Mapping[str, Quantity]) -> dict[str, Quantity]:
    """The figures of a claim; where some are in 亩 or minutes, other areas and hours are too."""
    measure = _MEASURES.get(frozenset(f.dimension for f in figures.values()))
    if measure is None:
        return dict(figures)
    first, second, many = measure
    return {n: _in(f, second, many) if f.dimension == first else f for n, f in figures.items()}


def _in(figure: Quantity, dimension: str, many: Decimal) -> Quantity:
    """A figure in another dimension, of which one of its own is so many."""
    return replace(
        figure,
        dimension=dimension,
        value=Interval(figure.value.low * many, figure.value.high * many),
        printed=figure.printed * many,
        step=figure.step * many,
        factor=figure.factor * many,
    )


def states_another(case: Case, derived: Quantity) -> bool:
    """Whether a figure states one before it: 1245亩，水田402亩、旱地843亩，折合83公顷."""
    low, _ = case.facts.windows.bounds("sentence", derived.start)
    pairs = (
        in_one_dimension({"a": figure, "b": derived})
        for figure in case.facts.within(low, derived.start)
    )
    return any(
        are_conversions(pair.values(), case)
        and (pair["a"].unit, pair["a"].factor) != (pair["b"].unit, pair["b"].factor)
        and pair["a"].value.meets(pair["b"].value)
        for pair in pairs
    )


def are_conversions(figures: Collection[Quantity], case: Case) -> bool:
    """Whether figures are of one dimension, each printed in a unit of its own, or one in words.

    Or in one by mistake: 36806.4亿元，折3.68064亿元.
    """
    kinds = {(figure.dimension, figure.per) for figure in figures}
    units = {(f.unit, f.factor, _is_amount_in_words(case, f)) for f in figures}
    if len(kinds) > 1 or len(units) == len(figures):
        return len(kinds) == 1
    least, most = min(f.printed for f in figures), max(f.printed for f in figures)
    return any(least * factor == most for factor in _FACTORS)


def _is_amount_in_words(case: Case, figure: Quantity) -> bool:
    """Whether an amount is written as on a cheque: 贰佰叁拾伍万陆仟元整."""
    literal = case.text(figure.start, figure.end)
    return figure.dimension == "money" and not any(map(str.isdigit, literal))


def are_alike(figures: Sequence[Quantity], near: float) -> bool:
    """Whether figures are of one dimension and, where ``near`` is set, of about one size."""
    sizes = [float(figure.printed) for figure in figures]
    close = not near or not sizes or max(sizes) <= near * min(sizes)
    return close and len({figure.dimension for figure in figures}) <= 1
