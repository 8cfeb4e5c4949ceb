"""Prices with the quantity and the amount beside them: 支座248块，每块865元，花了21.45万元."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.sums.products.batches import batch
from linter.binding.sums.products.formulas import is_result_of_others
from linter.binding.sums.products.prices import (
    TIMES,
    as_priced,
    each_of,
    exact,
    may_be_price,
    months,
    quantities,
)
from linter.binding.sums.products.several import is_of_several
from linter.binding.sums.products.slipped import is_afar, slipped_product
from linter.binding.sums.products.spread import spread_product
from linter.facts.facts import Facts
from linter.facts.quantity import OPEN_HEDGES, Quantity
from linter.language.expression import Equation
from linter.regexes.late import regex

_STEP = regex("(?:超过|超出|以外|不足|不满)[^,，;。]{0,12}部分|阶梯|分档计|分段计|按实际|据实")
_RISEN = regex("[上下][浮调]了?$|最[高低多少]|至[多少]|不[超低多少]")
"""Before how far a price rose or fell, which is none itself, and before the most that one gets."""

_CAME_BACK = regex("[收返交退]回|回收|有效|合格|满意")
"""Before an amount: it is of what was given out, which need not all come back."""
_ONCE = ["mul", ["role", "price"], ["role", "quantity"]]
PLAIN = Equation("", "=", ["role", "amount"], _ONCE)
TIMED = Equation("", "=", ["role", "amount"], ["mul", _ONCE, ["role", "times"]])
"""What an amount is, of a price and of what it is paid for, and of months or days too."""


class Product(Struct, frozen=True):
    """An amount, a price and a quantity; ``times`` too where the price is a month's or a day's."""

    figures: dict[str, Quantity]
    holds: bool


def products(facts: Facts, plain: Equation, timed: Equation) -> Iterator[Product]:
    """For each price the amount and quantity that fit it, or that one slip keeps from fitting."""
    for price in facts.running:
        each = each_of(facts, price) if may_be_price(facts, price) else None
        if each is None or price.hedge or _is_of_a_step(facts, price):
            continue
        found = _fitting(facts, price, each, plain, timed)
        if found is not None and (wrong := batch(facts, price, each, plain)) is not None:
            found = Product(wrong, False)
        elif found is None or is_afar(found.figures):
            tight = found is not None
            figures = slipped_product(facts, price, each, plain, timed, only_tight=tight)
            if not tight and figures is None:
                figures = spread_product(facts, price, each, plain)
            if figures is not None and _is_of_others(facts, figures):
                figures = None
            found = Product(figures, False) if figures is not None else found
        if found is not None:
            yield found


def _is_of_others(facts: Facts, figures: dict[str, Quantity]) -> bool:
    """Whether an amount is of several prices, of a formula's other figures, or what came back."""
    amount, price, quantity = (figures[name] for name in ("amount", "price", "quantity"))
    if _CAME_BACK.search(facts.own_words(amount)):
        return True
    return is_result_of_others(facts, amount, price, quantity) or is_of_several(facts, figures)


def mispriced(case: Case) -> frozenset[int]:
    """Where prices begin that have an amount beside them which is not what they come to.

    To be asked for with ``case.once``.
    """
    found = products(case.facts, PLAIN, TIMED)
    return frozenset(p.figures["price"].start for p in found if not p.holds)


def _is_of_a_step(facts: Facts, price: Quantity) -> bool:
    """Whether a price is of some alone: 超过500箱的部分112元, 每户标准上浮0.5万元, 最高补5元."""
    if _RISEN.search(facts.own_words(price)):
        return True
    return _STEP.search(facts.text, *facts.windows.bounds("sentence", price.start)) is not None


def _fitting(
    facts: Facts, price: Quantity, each: str, plain: Equation, timed: Equation
) -> Product | None:
    """The nearest quantity and amount of the sentence whose product holds, maybe with a factor."""
    near = facts.around(price, *facts.windows.bounds("sentence", price.start))
    amounts = [f for f in near if f.dimension == price.dimension and f.hedge not in OPEN_HEDGES]
    amounts = [f for f in amounts if each_of(facts, f) is None]
    times = [exact(f) for f in near if f.dimension in TIMES]
    counts = [f for f in near if f.dimension.startswith("count:")]
    price = as_priced(facts, price)
    for quantity, amount in itertools.product(quantities(facts, near, each), amounts):
        figures = {"amount": amount, "price": price, "quantity": quantity}
        if plain.fits(figures):
            return Product(figures, True)
        factors = [exact(f) for f in counts if f.start != quantity.start]
        for time in (*(times or months(facts, price, quantity, amount)), *factors):
            with_time = {**figures, "times": time}
            if timed.fits(with_time):
                return Product(with_time, True)
    return None
