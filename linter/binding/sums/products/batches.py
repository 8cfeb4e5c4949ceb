"""Batches at one price, each with its number and amount: 先到22台付77万元，余下8台付38万元."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import structs

from linter.binding.slips import slipped
from linter.binding.sums.products.prices import each_of, quantities
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import exactly
from linter.language.expression import Equation
from linter.regexes.late import regex

_REACH = 14
"""How far behind a number its amount may stand."""
_BESIDE = regex(r"[^;。:]*")
_OPEN = regex(
    "[减折]半|一半|扣|预[付拨留支]|首[付款]|定金|比例|打折|优惠|降[为到至]|提高|上调|下调|调整|部分|不足|另|垫|暂|补差|分摊|差额|其中|起[计算发]|[少多][付支]"
)
"""Words of a sentence whose batches need not be at one price, or not paid in full."""


def batch(facts: Facts, price: Quantity, each: str, plain: Equation) -> dict[str, Quantity] | None:
    """The batch that one slip keeps from its price, where that of another comes out.

    The price is what it says: another batch comes out by it.
    """
    low, high = facts.windows.bounds("sentence", price.start)
    if _OPEN.search(facts.text, low, high):
        return None
    near = facts.around(price, low, high)
    if any(f.dimension == price.dimension and each_of(facts, f) is not None for f in near):
        return None
    near = [f for f in near if f.start > price.start]
    counts = {f.start: f for f in quantities(facts, near, each)}
    one = structs.replace(price, value=exactly(price.printed))
    wrong: list[dict[str, Quantity]] = []
    fitting = 0
    for quantity, amount in _pairs(facts, near, price):
        if quantity.start in counts:
            figures = {"amount": amount, "price": one, "quantity": counts[quantity.start]}
            if plain.fits(figures):
                fitting += 1
            else:
                wrong.append(figures)
    if len(wrong) != 1 or not fitting:
        return None
    return wrong[0] if slipped(wrong[0], (plain,), facts.text, 1, sure=True) else None


def _pairs(
    facts: Facts, near: list[Quantity], price: Quantity
) -> Iterator[tuple[Quantity, Quantity]]:
    """Each number with the amount right behind it."""
    for quantity, amount in pairwise(near):
        if (
            amount.dimension == price.dimension != quantity.dimension
            and amount.hedge is None
            and amount.start - quantity.end <= _REACH
            and each_of(facts, amount) is None
            and _BESIDE.fullmatch(facts.text, quantity.end, amount.start)
        ):
            yield quantity, amount
