"""Price, quantity and amount that one slip keeps from fitting: 52套，每套3.54万元，花184万元."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal

from linter.binding.nearby import BRACKETED
from linter.binding.slips import chance, slipped
from linter.binding.summing import LEFT
from linter.binding.sums.products.plain import is_plain_product
from linter.binding.sums.products.prices import (
    TIMES,
    as_priced,
    each_of,
    exact,
    months,
    quantities,
)
from linter.binding.sums.products.tight import LESS, REACH, SUMS, is_joint, is_one_of_many, is_tight
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.interval import exactly
from linter.language.expression import Equation
from linter.regexes.late import regex

_PERIODIC = regex(r"每(?:年|月|天|日|季)|月均|年均")
_PERIODS = regex("人次|人月|人天|户次|台班")
"""Units that count the months or days already."""
_NEAREST = 2
_PART = regex("其中")
_MANY_LEFT = regex(
    r"符合|合格|经[审核验考公]|首批|按[县验合]|[当本]年|(?<!人)[一二]期|专户|截[至止]|申[报请]"
    r"|摸[排底]|登记|受理|上报|录取|剔除|扣除|(?<!标准)核[定减]|审[定减]|首年|先付|预付|补贴比例"
    r"|免(?!费)|优惠|让利|打折|折扣"
)
_ACCEPTED = regex(r"(?:合格|核定|审定)[^,，;。:、\d]{0,6}$")
"""Right before a quantity: it is what was left of more."""
_MORE = regex(r"另")
"""Among the figures: what is told is not all. Before them it only begins a new matter."""
_REST = regex(f"[,，;](?:{LEFT}|另有)")
"""Behind the last figure: the amount is not all for what has the price."""
_COMPARED = regex(
    r"(?:(?:[高低]于|超过|超出|不足)[^,，;。\d]{0,6}"
    r"|[与和同比较](?:预算|计划|目标|标准|概算|上年|去年|同期)[^,，;。\d]{0,8})$"
)
"""Before a price that another is held against: 高于户均2000元的目标."""
_PLANNED = regex(r"(?:预算|计划|概算|控制价|限价|测算)[^,，;。\d]{0,4}$")
_IN_FACT = regex("实际|支出|花|付|结算|用")
_PERIOD = regex("月|学期|季")
_MOST_PERIODS, _MOST_TIMES, _BEHIND_PRICE = 12, 60, 2
_BEFORE = 20
_NOUN = 8
_COMMA = regex("[,，、][^,，;。\\d]{0,12}")
_YEARLY = regex(r"每(?:月|天|日|季)|月均")
_UNLIKELY, _UNLIKELY_SUM = 0.15, 0.5
"""How likely a slip may be by chance, and where words say that the amount is a sum."""


def is_afar(figures: dict[str, Quantity]) -> bool:
    """Whether the amount stands before price and quantity: what they come to may be told again."""
    return figures["amount"].start < min(figures["price"].start, figures["quantity"].start)


def slipped_product(
    facts: Facts,
    price: Quantity,
    each: str,
    plain: Equation,
    timed: Equation,
    *,
    only_tight: bool = False,
) -> dict[str, Quantity] | None:
    """The nearest figures that one slip, not likely by chance, keeps from fitting.

    Or however much, where nothing else may be meant.
    """
    if _COMPARED.search(facts.own_words(price)):
        return None
    tried = list(_near(facts, price, each))
    for figures in tried:
        equation = timed if "times" in figures else plain
        tight = is_tight(facts, figures)
        if only_tight and (not tight or is_afar(figures)):
            continue
        if equation.fits(figures):
            continue
        if _is_per_period(facts, figures):
            continue
        if tight and is_plain_product(facts, figures, equation):
            return figures
        if _is_slipped(facts, figures, equation, len(tried), tight=tight):
            return figures
    return None


def _near(facts: Facts, price: Quantity, each: str) -> Iterator[dict[str, Quantity]]:
    """The quantities and amounts near a price that may go with it, the nearest first."""
    near = facts.around(price, *facts.windows.around("sentence", price.start, price.end, REACH))
    near = [f for f in near if not _is_past(facts, f)]
    amounts = [
        f
        for f in near
        if f.dimension == price.dimension
        and f.hedge is None
        and each_of(facts, f) is None
        and status(facts, f) not in ("limit", "target")
    ]
    for quantity, amount in itertools.product(
        _nearest(quantities(facts, near, each), price), _nearest(amounts, price)
    ):
        figures = _by_role(facts, price, quantity, amount)
        if figures is not None and not _is_planned(facts, price, amount):
            yield figures


def _is_past(facts: Facts, figure: Quantity) -> bool:
    """Whether words right before a figure say that it is an earlier year's."""
    return facts.cues.last("past-year", *facts.own_lead(figure)) is not None


def _is_slipped(
    facts: Facts, figures: dict[str, Quantity], equation: Equation, tries: int, *, tight: bool
) -> bool:
    """Whether one slip explains figures, and chance does not so easily in so many tries."""
    summed = tight or bool(SUMS.search(facts.text, *facts.own_lead(figures["amount"])))
    likely = chance(figures, (equation,), facts.text) * tries
    if not tight and likely > (_UNLIKELY_SUM if summed else _UNLIKELY):
        return False
    return slipped(figures, (equation,), facts.text, 1, sure=summed) is not None


def _is_per_period(facts: Facts, figures: dict[str, Quantity]) -> bool:
    """Whether the price is a month's or a term's, and the amount that of several: 月人均400元.

    Or that of fewer than are told.
    """
    price, amount = figures["price"], figures["amount"]
    if is_of_fewer(figures):
        return True
    behind = facts.text[price.end : price.end + _BEHIND_PRICE]
    if "times" in figures or not _PERIOD.search(facts.own_words(price, _NOUN) + behind):
        return False
    once = price.value * figures["quantity"].value
    return any(amount.value.meets(once * exactly(Decimal(n))) for n in range(2, _MOST_PERIODS + 1))


def is_of_fewer(figures: dict[str, Quantity]) -> bool:
    """Whether fewer months or years than are told make the amount: some may not have been paid."""
    times = figures.get("times", figures["quantity"])
    if times.dimension not in ("month", "years") or times.printed > _MOST_TIMES:
        return False
    each = figures["price"].value
    if "times" in figures:
        each = each * figures["quantity"].value
    fewer = range(1, int(times.printed))
    return any(figures["amount"].value.meets(each * exactly(Decimal(n))) for n in fewer)


def _is_planned(facts: Facts, price: Quantity, amount: Quantity) -> bool:
    """Whether the price is what was budgeted, and the amount what was spent in fact."""
    planned = _PLANNED.search(facts.text, *facts.own_lead(price))
    return planned is not None and _IN_FACT.search(facts.own_words(amount)) is not None


def _nearest(figures: list[Quantity], price: Quantity) -> list[Quantity]:
    """The two nearest behind the price and the nearest before it."""
    behind = [f for f in figures if f.start > price.start][:_NEAREST]
    return [*behind, *[f for f in figures if f.start < price.start][-1:]]


def _by_role(
    facts: Facts, price: Quantity, quantity: Quantity, amount: Quantity
) -> dict[str, Quantity] | None:
    """The figures by role, with the months or days of a price for one of these.

    Nothing where something stands among them that would change their product: another price or
    amount, a rate, parts of the quantity, a month or day that is not counted.
    """
    if quantity.start == amount.start:
        return None
    found = {"amount": amount, "price": as_priced(facts, price), "quantity": quantity}
    first, last = min(f.start for f in found.values()), max(f.start for f in found.values())
    low, _ = facts.windows.before("clause", first, _BEFORE)
    words = BRACKETED.sub("", facts.text[low:last])
    if _ACCEPTED.search(facts.own_words(quantity)):
        words = words.replace(facts.own_words(quantity), "")
    if _is_not_all(facts, found, words):
        return None
    mine = {f.start for f in found.values()}
    others = [f for f in facts.within(first, last) if f.start not in mine]
    counted = [f for f in others if f.start not in facts.spoken]
    if any(f.dimension == "money" or _is_rate(f) for f in others):
        return None
    if is_joint(facts, amount) and any(f.dimension == quantity.dimension for f in counted):
        return None
    if quantity.dimension in TIMES:
        return {**found, "quantity": exact(quantity)}
    times = [exact(f) for f in counted if f.dimension in TIMES]
    if _PERIODIC.search(words) and not _PERIODS.search(facts.text, quantity.start, quantity.end):
        if not times and not _YEARLY.search(words):
            return found
        times = times or _right_before(facts, first) or months(facts, price, quantity, amount)
        return {**found, "times": times[0]} if len(times) == 1 else None
    return None if times else found


def _right_before(facts: Facts, start: int) -> list[Quantity]:
    """The days or months told right before price and quantity: 供餐79天，每生每天5元."""
    before = facts.before(start)
    beside = before is not None and _COMMA.fullmatch(facts.text, before.end, start)
    return [exact(before)] if before and beside and before.dimension in TIMES else []


def _is_rate(figure: Quantity) -> bool:
    """Whether a figure takes a part of something: 检测率100% takes none off."""
    return figure.dimension == "percent" and figure.printed != 1


def _is_not_all(facts: Facts, figures: dict[str, Quantity], words: str) -> bool:
    """Whether words among figures say that the amount is not all that the quantity costs."""
    first, last = min(f.start for f in figures.values()), max(f.start for f in figures.values())
    last_end = max(f.end for f in figures.values())
    if LESS.match(facts.text, figures["amount"].end) or _REST.match(facts.text, last_end):
        return True
    if _MANY_LEFT.search(words) or _MORE.search(BRACKETED.sub("", facts.text[first:last])):
        return True
    if not _PART.search(words):
        return False
    return bool(_PART.search(facts.text, first, last)) or is_one_of_many(facts, figures)
