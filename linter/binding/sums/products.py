"""Prices with the quantity and the amount beside them: 支座248块，每块865元，花了21.45万元."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct, structs

from linter.binding.slips import chance, slipped
from linter.binding.sums.wording import OPEN_HEDGES
from linter.facts.facts import Facts
from linter.facts.quantity import NOT_MEASURED, Quantity
from linter.facts.status import status
from linter.interval import Interval, exactly
from linter.language.expression import Equation
from linter.late import regex

_PRICE = regex(
    r"(?:单价|均价|(?P<each>[\u4e00-\u9fff]次?)均)[^,，;。\d]{0,6}$|标准[为是:]?$"
    r"|每个?(?P<time>[月天])[^,，;。:\d]{0,4}$"
)
_ONE = regex(
    r"(?<![第统唯专同另之万千百十])[一每]个?(?P<each>(?![期批标季等般律])[\u4e00-\u9fff]{1,2}?)"
    r"(?:一[年月天晚次])?(?:平均|定额|就?[补给发付要需用花奖])?[补贴助为是]{0,2}$"
)
"""Before a price: what it is of (北斗终端一台2000元, 一人一年2万元)."""
_PRICED_BEHIND = regex(r" ?(?:一|每一?)个?(?P<each>[\u4e00-\u9fff]{1,2})(?=[,，。;、)])")
_BY, _BY_BEHIND = (
    regex("[按以]$"),
    regex("的?(?:标准|价格|单价|均价|成交|结算|计算|计价|计酬|发放)"),
)
"""Around a price: 按18.6万元成交, 按450元的标准."""
_PERIODIC = regex(r"每(?:年|月|天|日|季)|月均|年均")
_PERIODS = regex("人次|人月|人天|户次|台班")
"""Units that count the months or days already."""
_SUMS = regex(
    r"(?:共|合|计|即|花|付|开支|费|支出|金额|投入|结算|发放|兑现|需|造价|总价|补贴|增收|追回)[^,，;。\d]{0,3}$"
)
_TIMES = ("month", "day", "years")
_UNIT = regex(r"[\u4e00-\u9fff]+$")
_NUMBER = regex(r"\d[\d,]*(?:\.\d+)? ?(?P<factor>[万亿]?)")
_FACTORS = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8)}
_SCALED = ("length", "area", "mass", "volume", "power")
"""Dimensions with units that are not each other's price: per 公里 is not per 米."""
_NEAREST = 2
_REACH = 60
_PART = regex("其中")
_MANY_LEFT = regex(r"剔除|扣除|核[定减]|审[定减]|首年|先付|预付|补贴比例|免(?!费)")
_MORE = regex(r"另")
"""Among the figures: what is told is not all. Before them it only begins a new matter."""
_BRACKETED = regex(r"\([^()]*\)")
_AVERAGE = regex(r"(?:平均|单价|均价|[折合]每)[^,，;。\d]{0,8}$")
_COMPARED = regex(
    r"(?:(?:[高低]于|超过|超出|不足)[^,，;。\d]{0,6}"
    r"|[与和同比较](?:预算|计划|目标|标准|概算|上年|去年|同期)[^,，;。\d]{0,8})$"
)
"""Before a price that another is held against: 高于户均2000元的目标."""
_EACH_HAS = regex("各|分别|依次|[分两三四五]档")
_MADE = regex(
    r"(?:(?<!先)(?:共|合|计|即|花[去了掉]?|用[去了掉]|费用?|共?需|就?要|总[价额数]|总金额|[价货款]款|工程款|应付"
    r"|(?<![预首暂已实政支])(?:支付|付)了?|结账|就是|[正恰刚]好?[是为]|所以[是为]|得))[^,，;。\d]{0,3}$"
)
"""Before an amount that right behind quantity and price can be nothing but their product."""
_IN_ALL = regex(
    r"(?:合计|共计|总计|一共|总共|[两二三四五六七八九十][项者笔类样期批次年处地县校院村镇乡]共?)[^,，;。\d]{0,4}$"
)
_LESS = regex(r"[^。;\d]{0,8}(?:其余|余款|余下|尾款|剩|待|分期|优惠|比例)")
"""Behind an amount that need not be all of what it is paid for."""
_TIGHT = 48
"""Within how many characters quantity, price and amount then stand."""
_BEFORE = 20
_KINDS_OF_PEOPLE, _NOUN = "生师员民", 8
_YEARLY = regex(r"每(?:月|天|日|季)|月均")
_WHOLE_YEAR = regex("全年|一年")
_BRACKETED_BOTH = regex(r"[^()]{0,4}\([^()]*")
_UNLIKELY, _UNLIKELY_SUM = 0.15, 0.5
"""How likely a slip may be by chance, and where words say that the amount is a sum."""


class Product(Struct, frozen=True):
    """An amount, a price and a quantity; ``times`` too where the price is a month's or a day's."""

    figures: dict[str, Quantity]
    holds: bool


def products(facts: Facts, plain: Equation, timed: Equation) -> Iterator[Product]:
    """For each price the amount and quantity that fit it, or that one slip keeps from fitting."""
    for price in facts.quantities:
        each = _each(facts, price) if _may_be_price(facts, price) else None
        if each is None or price.hedge or price.start in facts.gridded:
            continue
        found = _fitting(facts, price, each, plain, timed)
        if found is None or _is_afar(found.figures):
            found = _slipped(facts, price, each, plain, timed, only_tight=bool(found)) or found
        if found is not None:
            yield found


def _is_afar(figures: dict[str, Quantity]) -> bool:
    """Whether the amount stands before price and quantity: what they come to may be told again."""
    return figures["amount"].start < min(figures["price"].start, figures["quantity"].start)


def _may_be_price(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure may be what one costs or, said to be an average, has of anything."""
    if figure.dimension == "money":
        return True
    averaged = figure.per is not None and figure.dimension not in NOT_MEASURED
    return averaged and _AVERAGE.search(facts.text, *facts.own_lead(figure)) is not None


def _each(facts: Facts, figure: Quantity) -> str | None:
    """What a price is of (块 of 每块865元); empty where words only call it a price."""
    if figure.per is not None:
        return figure.per
    behind = _PRICED_BEHIND.match(facts.text, figure.end)
    if behind is not None:
        return behind["each"]
    low, high = facts.own_lead(figure)
    found = _PRICE.search(facts.text, low, high)
    if found is not None:
        return found["each"] or found["time"] or ""
    one = _ONE.search(facts.text, max(0, high - _NOUN), high)
    if one is not None:
        return one["each"]
    by = _BY.search(facts.text, low, high) and _BY_BEHIND.match(facts.text, figure.end)
    return "" if by else None


def _fitting(
    facts: Facts, price: Quantity, each: str, plain: Equation, timed: Equation
) -> Product | None:
    low, high = facts.windows.bounds("sentence", price.start)
    near = facts.around(price, low, high)
    amounts = [f for f in near if f.dimension == price.dimension and f.hedge not in OPEN_HEDGES]
    amounts = [f for f in amounts if _each(facts, f) is None]
    times = [_exactly(f) for f in near if f.dimension in _TIMES]
    price = _exactly(price)
    for quantity, amount in itertools.product(_quantities(facts, near, each), amounts):
        figures = {"amount": amount, "price": price, "quantity": quantity}
        values = {name: figure.value for name, figure in figures.items()}
        if plain.holds(values):
            return Product(figures, True)
        for time in times or _months(facts, price, quantity, amount):
            if timed.holds({**values, "times": time.value}):
                return Product({**figures, "times": time}, True)
    return None


def _exactly(figure: Quantity) -> Quantity:
    """A price in whole 元, or a number of months or days, as what it says: it is not rounded."""
    whole = figure.step == 1 and figure.factor == 1
    return structs.replace(figure, value=exactly(figure.printed)) if whole else figure


def _quantities(facts: Facts, near: list[Quantity], each: str) -> list[Quantity]:
    timed = each in ("月", "天")
    found = [
        f
        for f in near
        if (_is_counted(f) or (timed and f.dimension in _TIMES))
        and _is_of(facts, f, each)
        and f.hedge is None
    ]
    return [_as_counted(facts, f) for f in found]


def _as_counted(facts: Facts, figure: Quantity) -> Quantity:
    """A quantity in the unit that it is printed in: 36.5公里 are 36.5 that each have a price."""
    number = _NUMBER.match(facts.text, figure.start, figure.end)
    if number is None or figure.dimension not in _SCALED:
        return figure
    scale = figure.factor / _FACTORS[number["factor"] or ""]
    value = Interval(figure.value.low / scale, figure.value.high / scale)
    printed, step = figure.printed / scale, figure.step / scale
    return structs.replace(figure, value=value, printed=printed, step=step)


def _is_counted(figure: Quantity) -> bool:
    return figure.dimension != "money" and figure.dimension not in NOT_MEASURED


def _is_of(facts: Facts, figure: Quantity, each: str) -> bool:
    """Whether a figure counts what a price is of: by its unit, or by the noun behind it."""
    if not each:
        return True
    if figure.start in facts.spoken:
        return False
    unit = _UNIT.search(facts.text, figure.start, figure.end)
    name = (unit[0] if unit else "") + facts.text[figure.end : figure.end + 4]
    low, high = facts.own_lead(figure)
    if each in _KINDS_OF_PEOPLE and figure.dimension in ("person", "person-time"):
        name += facts.text[max(low, high - _NOUN) : high]
    return each in name or (each in "人名" and figure.dimension in ("person", "person-time"))


def _slipped(
    facts: Facts,
    price: Quantity,
    each: str,
    plain: Equation,
    timed: Equation,
    *,
    only_tight: bool = False,
) -> Product | None:
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
        tight = _is_tight(facts, figures)
        holds = equation.holds({name: figure.value for name, figure in figures.items()})
        if holds or (only_tight and (not tight or _is_afar(figures))):
            continue
        summed = tight or bool(_SUMS.search(facts.text, *facts.own_lead(figures["amount"])))
        if not tight and likely > (_UNLIKELY_SUM if summed else _UNLIKELY):
            continue
        if slipped(figures, (equation,), facts.text, 1, sure=summed) is not None:
            return Product(figures, False)
    return None


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
    said = _MADE if last is amount else _AVERAGE if last is figures["price"] else None
    return said is not None and said.search(facts.text, *facts.own_lead(last)) is not None


def _months(facts: Facts, price: Quantity, quantity: Quantity, amount: Quantity) -> list[Quantity]:
    """The twelve months of 全年 before an amount, where a price is a month's.

    Not where fewer months make the amount: not all may have been paid.
    """
    low, high = facts.own_lead(amount)
    year = _WHOLE_YEAR.search(facts.text, low, high)
    if year is None or "月" not in facts.text[price.start - 4 : price.end + 4]:
        return []
    monthly = price.value * quantity.value
    if any(amount.value.meets(monthly * exactly(Decimal(count))) for count in range(1, 12)):
        return []
    start, end = year.span()
    twelve = exactly(Decimal(12))
    return [
        structs.replace(
            amount,
            start=start,
            end=end,
            value=twelve,
            printed=Decimal(12),
            step=Decimal(1),
            dimension="month",
            unit=None,
            factor=Decimal(1),
        )
    ]


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
        if _each(facts, figure) is None:
            settled = True
        elif not settled:
            return True
    high = min(high, facts.windows.bounds("clause", price.start)[1])
    behind = [] if amount.start > price.start else facts.within(price.end, high)
    if any(f.dimension == "money" and _each(facts, f) is not None and not f.hedge for f in behind):
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
    found = {"amount": amount, "price": _exactly(price), "quantity": quantity}
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
    times = [_exactly(f) for f in others if f.dimension in _TIMES and f.start not in facts.spoken]
    if any(f.dimension in ("money", "percent") for f in others):
        return None
    if _joint(facts, amount) and any(f.dimension == quantity.dimension for f in others):
        return None
    if quantity.dimension in _TIMES:
        return {**found, "quantity": _exactly(quantity)}
    if _PERIODIC.search(words) and not _PERIODS.search(facts.text, quantity.start, quantity.end):
        if not times and not _YEARLY.search(words):
            return found
        times = times or _months(facts, price, quantity, amount)
        return {**found, "times": times[0]} if len(times) == 1 else None
    return None if times else found
