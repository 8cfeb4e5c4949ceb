"""Price, quantity and amount that one slip keeps from fitting: 52套，每套3.54万元，花184万元."""

from __future__ import annotations

import itertools
from decimal import Decimal

from linter.binding.slips import chance, slipped
from linter.binding.sums.products.prices import (
    AVERAGE,
    TIMES,
    as_priced,
    each_of,
    exact,
    months,
    quantities,
)
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.interval import exactly
from linter.language.expression import Equation
from linter.late import regex

_PERIODIC = regex(r"每(?:年|月|天|日|季)|月均|年均")
_PERIODS = regex("人次|人月|人天|户次|台班")
"""Units that count the months or days already."""
_SUMS = regex(
    r"(?:共|合|计|即|花|付|开支|费|支出|金额|投入|结算|发放|兑现|需|造价|总价|补贴|增收|追回)[^,，;。\d]{0,3}$"
)
_NEAREST = 2
_REACH = 60
_PART = regex("其中")
_MANY_LEFT = regex(r"剔除|扣除|核[定减]|审[定减]|首年|先付|预付|补贴比例|免(?!费)")
_MORE = regex(r"另")
"""Among the figures: what is told is not all. Before them it only begins a new matter."""
_BRACKETED = regex(r"\([^()]*\)")
_COMPARED = regex(
    r"(?:(?:[高低]于|超过|超出|不足)[^,，;。\d]{0,6}"
    r"|[与和同比较](?:预算|计划|目标|标准|概算|上年|去年|同期)[^,，;。\d]{0,8})$"
)
"""Before a price that another is held against: 高于户均2000元的目标."""
_PLANNED = regex(r"(?:预算|计划|概算|控制价|限价|测算)[^,，;。\d]{0,4}$")
_IN_FACT = regex("实际|支出|花|付|结算|用")
_EACH_HAS = regex("各|分别|依次|[分两三四五]档")
_MADE = regex(
    r"(?:(?<!先)(?:共|合|计|即|花[去了掉]?|用[去了掉]|费用?|共?需|就?要|总[价额数]|总金额|[价货款]款|工程款|应付"
    r"|(?<![预首暂已实政支])(?:支付|付)了?|列支|结[账算了]|[就便]是|[正恰刚](?:好|[是为])|所以[是为]|[乘算]出来|得))"
    r"[^,，;。\d]{0,3}$"
)
"""Before an amount that right behind quantity and price can be nothing but their product."""
_IN_ALL = regex(
    r"(?:合计|共计|总计|一共|总共|[两二三四五六七八九十][项者笔类样期批次年处地县校院村镇乡]共?)[^,，;。\d]{0,4}$"
)
_LESS = regex(r"[^。;\d]{0,8}(?:其余|余款|余下|尾款|剩|待|分期|优惠|比例)")
"""Behind an amount that need not be all of what it is paid for."""
_FOR = regex(r"(?:对应|相当于|涉及|惠及|覆盖|折合|合|买了?|购[买置]?了?)[^,，;。\d]{0,3}$")
"""Before a quantity behind what was paid for it: 150元一亩，共兑付480万元，对应32000亩."""
_EACH_ONE = regex(
    r"[,，、(](?:折合|合)?[每单一](?:平方米|立方米|[\u4e00-\u9fff]{1,2}?)(?:平均|[就只]?[为是合花要])?$"
)
"""Before a price that stands last: 21台花费223.20万元，单台18.6万元."""
_TIGHT = 48
"""Within how many characters quantity, price and amount then stand."""
_PERIOD = regex("月|学期|季")
_MOST_PERIODS, _BEHIND_PRICE = 12, 2
_BEFORE = 20
_NOUN = 8
_YEARLY = regex(r"每(?:月|天|日|季)|月均")
_BRACKETED_BOTH = regex(r"[^()]{0,4}\([^()]*")
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
    """The nearest figures that one slip, not likely by chance, keeps from fitting."""
    if _COMPARED.search(facts.text, *facts.own_lead(price)):
        return None
    low, high = facts.windows.bounds("sentence", price.start)
    low, high = max(low, price.start - _REACH), min(high, price.end + _REACH)
    near = facts.around(price, low, high)
    amounts = [
        f
        for f in near
        if f.dimension == price.dimension
        and f.hedge is None
        and each_of(facts, f) is None
        and status(facts, f) not in ("limit", "target")
    ]
    tried = [
        figures
        for quantity, amount in itertools.product(
            _nearest(quantities(facts, near, each), price), _nearest(amounts, price)
        )
        if not _is_planned(facts, price, amount)
        and (figures := _plain(facts, price, quantity, amount)) is not None
    ]
    for figures in tried:
        equation = timed if "times" in figures else plain
        likely = chance(figures, (equation,), facts.text) * len(tried)
        tight = _is_tight(facts, figures)
        holds = equation.holds({name: figure.value for name, figure in figures.items()})
        if (
            holds
            or _is_per_period(facts, figures)
            or (only_tight and (not tight or is_afar(figures)))
        ):
            continue
        summed = tight or bool(_SUMS.search(facts.text, *facts.own_lead(figures["amount"])))
        if not tight and likely > (_UNLIKELY_SUM if summed else _UNLIKELY):
            continue
        if slipped(figures, (equation,), facts.text, 1, sure=summed) is not None:
            return figures
    return None


def _is_per_period(facts: Facts, figures: dict[str, Quantity]) -> bool:
    """Whether the price is a month's or a term's, and the amount that of several: 月人均400元."""
    price, amount = figures["price"], figures["amount"]
    low, high = facts.own_lead(price)
    behind = facts.text[price.end : price.end + _BEHIND_PRICE]
    if "times" in figures or not _PERIOD.search(facts.text[max(low, high - _NOUN) : high] + behind):
        return False
    once = price.value * figures["quantity"].value
    return any(amount.value.meets(once * exactly(Decimal(n))) for n in range(2, _MOST_PERIODS + 1))


def _is_planned(facts: Facts, price: Quantity, amount: Quantity) -> bool:
    """Whether the price is what was budgeted, and the amount what was spent in fact."""
    planned = _PLANNED.search(facts.text, *facts.own_lead(price))
    return planned is not None and _IN_FACT.search(facts.text, *facts.own_lead(amount)) is not None


def _is_tight(facts: Facts, figures: dict[str, Quantity]) -> bool:
    """Whether words and places leave no doubt: 52套，每套3.54万元，花去184.08万元."""
    order = sorted(figures.values(), key=lambda f: f.start)
    last = order[-1]
    within = facts.within(order[0].start, last.end)
    if last.end - order[0].start > _TIGHT or sum(f.start not in facts.spoken for f in within) > 4:
        return False
    amount, first = figures["amount"], order[1]
    if figures["quantity"].printed <= 1 or _is_one_of_many(facts, figures):
        return False
    if amount is order[0] and _BRACKETED_BOTH.fullmatch(facts.text, amount.end, first.start):
        return facts.text.startswith(")", last.end)
    if last is amount and _LESS.match(facts.text, last.end):
        return False
    said = (_MADE,) if last is amount else (AVERAGE, _EACH_ONE)
    if last is figures["quantity"]:
        if amount is not first or not _SUMS.search(facts.text, *facts.own_lead(amount)):
            return False
        said = (_FOR,)
    lead = facts.own_lead(last)
    return any(words.search(facts.text, *lead) is not None for words in said)


def _is_one_of_many(facts: Facts, figures: dict[str, Quantity]) -> bool:
    """Whether the amount may be of other prices too, or each of several things has the quantity.

    Not of prices that have an amount of their own before the first figure, and of none behind an
    amount that stands last.
    """
    price, amount = figures["price"], figures["amount"]
    low, high = facts.windows.bounds("sentence", price.start)
    low, high = max(low, price.start - _REACH), min(high, price.end + _REACH)
    first = min(f.start for f in figures.values())
    clause = facts.windows.bounds("clause", first)
    settled = False
    for figure in reversed(facts.within(low, first)):
        settled = settled or (figure.start < clause[0] and not _joint(facts, amount))
        if figure.dimension != "money" or figure.hedge:
            continue
        if each_of(facts, figure) is None:
            settled = True
        elif not settled:
            return True
    high = min(high, facts.windows.bounds("clause", price.start)[1])
    behind = [] if amount.start > price.start else facts.within(price.end, high)
    if any(
        f.dimension == "money" and each_of(facts, f) is not None and not f.hedge for f in behind
    ):
        return True
    return _EACH_HAS.search(facts.text, low, price.start) is not None


def _joint(facts: Facts, amount: Quantity) -> bool:
    """Whether words before an amount add up several."""
    return _IN_ALL.search(facts.text, max(0, amount.start - _NOUN), amount.start) is not None


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
    found = {"amount": amount, "price": as_priced(facts, price), "quantity": quantity}
    first = min(f.start for f in found.values())
    last = max(f.start for f in found.values())
    low, _ = facts.windows.bounds("clause", first)
    words = _BRACKETED.sub("", facts.text[max(low, first - _BEFORE) : last])
    if _MANY_LEFT.search(words) or _MORE.search(_BRACKETED.sub("", facts.text[first:last])):
        return None
    if _PART.search(words) and (
        _PART.search(facts.text, first, last) or _is_one_of_many(facts, found)
    ):
        return None
    mine = {f.start for f in found.values()}
    others = [f for f in facts.within(first, last) if f.start not in mine]
    times = [exact(f) for f in others if f.dimension in TIMES and f.start not in facts.spoken]
    if any(f.dimension in ("money", "percent") for f in others):
        return None
    counted = [f for f in others if f.start not in facts.spoken]
    if _joint(facts, amount) and any(f.dimension == quantity.dimension for f in counted):
        return None
    if quantity.dimension in TIMES:
        return {**found, "quantity": exact(quantity)}
    if _PERIODIC.search(words) and not _PERIODS.search(facts.text, quantity.start, quantity.end):
        if not times and not _YEARLY.search(words):
            return found
        times = times or months(facts, price, quantity, amount)
        return {**found, "times": times[0]} if len(times) == 1 else None
    return None if times else found
