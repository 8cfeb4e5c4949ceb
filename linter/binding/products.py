"""Prices with the quantity and the amount beside them: 支座248块，每块865元，花了21.45万元."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from msgspec import Struct, structs

from linter.binding.roles import is_spoken
from linter.binding.slips import chance, slipped
from linter.facts.facts import Facts
from linter.facts.quantity import NOT_MEASURED, Quantity
from linter.facts.status import status
from linter.interval import exactly
from linter.language.expression import Equation
from linter.late import regex

_PRICE = regex(r"(?:单价|均价|(?P<each>[\u4e00-\u9fff]次?)均)[^,，;。\d]{0,6}$")
_PRICED_BEHIND = regex(r" ?(?:一|每一?)(?P<each>[\u4e00-\u9fff]{1,2})(?=[,，。;、)])")
_PERIODIC = regex(r"每(?:年|月|天|日|季)|月均|年均")
_PERIODS = regex("人次|人月|人天|户次|台班")
"""Units that count the months or days already."""
_SUMS = regex(
    r"(?:共|合|计|即|花|付|开支|费用|支出|金额|投入|发放|兑现|需|造价|总价|补贴|增收|追回)[^,，;。\d]{0,3}$"
)
_TIMES = ("month", "day", "years")
_UNIT = regex(r"[\u4e00-\u9fff]+$")
_NEAREST = 2
_REACH = 60
_MANY_LEFT = regex(r"其中|剔除|扣除|另有|首年|先付|预付|补贴比例|免")
_BEFORE = 20
_UNLIKELY, _UNLIKELY_SUM = 0.15, 0.5
"""How likely a slip may be by chance, and where words say that the amount is a sum."""


class Product(Struct, frozen=True):
    """An amount, a price and a quantity; ``times`` too where the price is a month's or a day's."""

    figures: dict[str, Quantity]
    holds: bool


def products(facts: Facts, plain: Equation, timed: Equation) -> Iterator[Product]:
    """For each price the amount and quantity that fit it, or that one slip keeps from fitting."""
    for price in facts.by_dimension.get("money", []):
        each = _each(facts, price)
        if each is None or price.hedge or facts.in_table(price.start):
            continue
        found = _fitting(facts, price, each, plain, timed) or _slipped(
            facts, price, each, plain, timed
        )
        if found is not None:
            yield found


def _each(facts: Facts, figure: Quantity) -> str | None:
    """What a price is of (块 of 每块865元); empty where words only call it a price."""
    if figure.per is not None:
        return figure.per
    behind = _PRICED_BEHIND.match(facts.text, figure.end)
    if behind is not None:
        return behind["each"]
    found = _PRICE.search(facts.text, *facts.own_lead(figure))
    return (found["each"] or "") if found else None


def _fitting(
    facts: Facts, price: Quantity, each: str, plain: Equation, timed: Equation
) -> Product | None:
    low, high = facts.windows.bounds("sentence", price.start)
    near = facts.around(price, low, high)
    amounts = [f for f in near if f.dimension == "money" and _each(facts, f) is None]
    times = [_exactly(f) for f in near if f.dimension in _TIMES]
    price = _exactly(price)
    for quantity, amount in itertools.product(_quantities(facts, near, each), amounts):
        figures = {"amount": amount, "price": price, "quantity": quantity}
        values = {name: figure.value for name, figure in figures.items()}
        if plain.holds(values):
            return Product(figures, True)
        for time in times:
            if timed.holds({**values, "times": time.value}):
                return Product({**figures, "times": time}, True)
    return None


def _exactly(figure: Quantity) -> Quantity:
    """A price in whole 元, or a number of months or days, as what it says: it is not rounded."""
    whole = figure.step == 1 and figure.factor == 1
    return structs.replace(figure, value=exactly(figure.printed)) if whole else figure


def _quantities(facts: Facts, near: list[Quantity], each: str) -> list[Quantity]:
    return [f for f in near if _is_counted(f) and _is_of(facts, f, each) and f.hedge is None]


def _is_counted(figure: Quantity) -> bool:
    return figure.dimension != "money" and figure.dimension not in NOT_MEASURED


def _is_of(facts: Facts, figure: Quantity, each: str) -> bool:
    """Whether a figure counts what a price is of: by its unit, or by the noun behind it."""
    if not each:
        return True
    if is_spoken(facts, figure):
        return False
    unit = _UNIT.search(facts.text, figure.start, figure.end)
    name = (unit[0] if unit else "") + facts.text[figure.end : figure.end + 4]
    return each in name or (each in "人名" and figure.dimension in ("person", "person-time"))


def _slipped(
    facts: Facts, price: Quantity, each: str, plain: Equation, timed: Equation
) -> Product | None:
    """The nearest figures that one slip, not likely by chance, keeps from fitting."""
    low, high = facts.windows.bounds("sentence", price.start)
    low, high = max(low, price.start - _REACH), min(high, price.end + _REACH)
    near = facts.around(price, low, high)
    amounts = [
        f
        for f in near
        if f.dimension == "money"
        and f.hedge is None
        and _each(facts, f) is None
        and status(facts, f) not in ("limit", "target")
    ]
    tried = [
        figures
        for quantity, amount in itertools.product(
            _nearest(_quantities(facts, near, each), price), _nearest(amounts, price)
        )
        if (figures := _plain(facts, price, quantity, amount)) is not None
    ]
    for figures in tried:
        equation = timed if "times" in figures else plain
        likely = chance(figures, (equation,), facts.text) * len(tried)
        summed = bool(_SUMS.search(facts.text, *facts.own_lead(figures["amount"])))
        if likely > (_UNLIKELY_SUM if summed else _UNLIKELY):
            continue
        if slipped(figures, (equation,), facts.text, 1, sure=summed) is not None:
            return Product(figures, False)
    return None


def _nearest(figures: list[Quantity], price: Quantity) -> list[Quantity]:
    """The two nearest behind the price and the nearest before it."""
    behind = [f for f in figures if f.start > price.start][:_NEAREST]
    return [*behind, *[f for f in figures if f.start < price.start][-1:]]


def _plain(
    facts: Facts, price: Quantity, quantity: Quantity, amount: Quantity
) -> dict[str, Quantity] | None:
    """The figures by role, with the months or days of a price for one of these.

    Nothing where something stands among them that would change their product: another price or
    amount, a rate, parts of the quantity, a month or day that is not counted.
    """
    found = {"amount": amount, "price": _exactly(price), "quantity": quantity}
    first = min(f.start for f in found.values())
    last = max(f.start for f in found.values())
    low, _ = facts.windows.bounds("clause", first)
    words = facts.text[max(low, first - _BEFORE) : last]
    if _MANY_LEFT.search(words):
        return None
    mine = {f.start for f in found.values()}
    others = [f for f in facts.within(first, last) if f.start not in mine]
    times = [_exactly(f) for f in others if f.dimension in _TIMES]
    if any(f.dimension in ("money", "percent") for f in others):
        return None
    if _PERIODIC.search(words) and not _PERIODS.search(facts.text, quantity.start, quantity.end):
        return {**found, "times": times[0]} if len(times) == 1 else None
    return None if times else found
