"""Two or three quantities at one price, and what they come to together.

每亩补助120元，东镇2,150亩、西镇3,460亩，共补助67.32万元. Nothing else is counted in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from linter.binding.nearby import by_window, is_bracketed, is_one_in_words
from linter.binding.slips import slipped
from linter.binding.sums.products.chained import OPEN
from linter.binding.sums.products.prices import TIMES, as_priced, each_of, quantities
from linter.binding.sums.products.tight import LESS, SUMS
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import total
from linter.language.expression import Equation, of_added
from linter.regexes.late import regex

_PERIOD = regex(r"[月季年天日周]|学期")
"""In the words before a price: it may be paid more than once."""
_FEWER = regex(
    "放弃|[因未免折让税]|分之|减半|半数|负担|承担|停止|不再|优惠|申[报请]|[核审]定|验收|合格|订购|到货"
    "|其余"
)
"""In the sentence: not all were paid for, or one quantity is what was left of the other."""
_ROLES = ("quantity", "more", "third")
_FEWEST, _MOST = 4, 5


class Joint(Struct, frozen=True):
    """An amount, a price and the quantities, the equation over them, and whether it holds."""

    figures: dict[str, Quantity]
    equation: Equation
    holds: bool


def joint_products(facts: Facts, plain: Equation) -> Iterator[Joint]:
    """Each such sentence that holds, or that one slip keeps from it.

    ``plain`` is what an amount is of one quantity.
    """
    for (low, high), row in by_window(facts, facts.running, "sentence"):
        figures = [f for f in row if not (is_bracketed(facts, f) or is_one_in_words(facts, f))]
        if not _FEWEST <= len(figures) <= _MOST or _is_open(facts, low, high):
            continue
        found = _by_role(facts, figures)
        if found is None or _is_of_some(found):
            continue
        equation = of_added(plain, "quantity", [name for name in _ROLES if name in found])
        holds = equation.fits(found)
        if holds or slipped(found, (equation,), facts.text, sure=True):
            yield Joint(found, equation, holds)


def _is_open(facts: Facts, low: int, high: int) -> bool:
    """Whether words of a sentence say that not all was paid for."""
    return any(words.search(facts.text, low, high) for words in (OPEN, _FEWER))


def _by_role(facts: Facts, figures: Sequence[Quantity]) -> dict[str, Quantity] | None:
    """What is what, where there is one price, one amount behind all, and quantities of one kind."""
    amount = figures[-1]
    each = {f.start: each_of(facts, f) for f in figures if f.dimension == "money"}
    prices = [f for f in figures if each.get(f.start)]
    rest = [f for f in figures if f is not amount and f not in prices]
    if len(each) != len(prices) + 1 or len(prices) != 1 or each.get(amount.start, "") is not None:
        return None
    price, of = prices[0], each[prices[0].start] or ""
    if any(f.hedge for f in figures) or any(f.dimension in TIMES for f in rest):
        return None
    counted = quantities(facts, list(rest), of.removesuffix("次") or of)
    alike = len({(f.dimension, f.unit) for f in counted}) == 1
    if len(counted) != len(rest) or not alike or _PERIOD.search(facts.own_words(price)):
        return None
    summed = SUMS.search(facts.text, *facts.own_lead(amount))
    if not summed or LESS.match(facts.text, amount.end):
        return None
    named = dict(zip(_ROLES, counted, strict=False))
    return {"amount": amount, "price": as_priced(facts, price), **named}


def _is_of_some(figures: dict[str, Quantity]) -> bool:
    """Whether the amount is that of some of the quantities alone."""
    counted = [figures[name].value for name in _ROLES if name in figures]
    some = (c for n in range(1, len(counted)) for c in combinations(counted, n))
    amount, price = figures["amount"].value, figures["price"].value
    return any(amount.meets(price * total(chosen)) for chosen in some)
