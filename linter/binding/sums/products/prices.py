"""What a price is of, and the figures that count it: 每块865元 and 248块."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import structs

from linter.binding.averages import OF_A_PERIOD, is_average
from linter.facts.facts import Facts
from linter.facts.quantity import NOT_MEASURED, Quantity
from linter.interval import Interval, exactly, rounded
from linter.regexes.late import regex

_PRICE = regex(
    r"(?:单价|均价|(?<![\u4e00-\u9fff])[车机床书]价|(?P<each>[\u4e00-\u9fff]次?)均)[^,，;。\d]{0,6}$|标准[为是:]?$"
    r"|每个?(?P<time>[月天年])[^,，;。:\d]{0,4}$"
    rf"|{OF_A_PERIOD}|单(?P<one>[次台件套份座辆批盏只块根棵株场期班])次?[^,，;。\d]{{1,6}}[费价]$"
)
_AVERAGE_PER_TIME = regex(r"(?P<each>[人户])均[^,，;。\d]{0,8}每个?[月天日]$")
"""Before a price that is per day or month of what it is an average of: 人均伙食补贴每天15元."""
_ONE = regex(
    r"(?<![第统唯专同另之万千百十])(?:[一每]个?|单(?![位价项独一纯据次日年])|按(?=[人户亩株头只台套吨]))"
    r"(?P<each>平方米|立方米|(?![期批标季等般律])[\u4e00-\u9fff]{1,2}?)"
    r"(?:一[年月天晚次期])?(?:平均|定额|[就只]?[补给发付要需用花奖结收卖])?[补贴助为是]{0,2}$"
)
"""Before a price: what it is of (北斗终端一台2000元, 一人一年2万元)."""
_PER_MANY = regex(
    r"每(?P<many>[十百千]?[万亿]|[百千])(?<!千(?=[瓦克米]))(?<!百(?=[货姓]))(?P<each>[\u4e00-\u9fff]{1,2}?)"
    r"(?:\([^()\d]{1,2}\))?(?:[\u4e00-\u9fff]{0,6})$"
)
"""Before what so many of something cost together: 每万册3.5万元, 每万尾（只）1000元."""
_MANY = {"百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10}
_BEFORE = 16
_PRICED_BEHIND = regex(
    r" ?(?:一|每一?)个?(?P<each>[\u4e00-\u9fff]{1,2}?)"
    r"(?=[,，。;、)]|的?(?:均价|单价|价格|价钱|标准))"
)
_BY, _BY_BEHIND = (
    regex("[按以]$"),
    regex("的?(?:标准|价格|单价|均价|成交|结算|计算|计价|计酬|发放)"),
)
"""Around a price: 按18.6万元成交, 按450元的标准."""
_TAXED = regex("[,，、(;](?:不?含|未|去|加|除)税(?:后|价|单价)?[为是]?")
"""Between a price and the same price with its tax."""
TIMES = ("month", "day", "years")
_UNIT, _BEHIND = regex(r"[\u4e00-\u9fff]+$"), regex("[^,，;。:、|]{0,4}")
_NUMBER = regex(r"\d[\d,]*(?:\.\d+)? ?(?P<factor>[万亿]?)")
_FACTORS = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8)}
_BASES = {"公斤": "mass", "千克": "mass"}
_SCALED = ("length", "area", "mass", "volume", "power")
"""Dimensions with units that are not each other's price: per 公里 is not per 米."""
_CONVERTED = regex(r"折合[^,，;。\d]{0,6}$")
_OF_ONE = regex(r"(?:平均|单价|均价|[折合]每)[^,，;。\d]{0,8}$")
_OF_EACH = regex(r"(?:平均|单价|均价|每|[亩户村台日班]均)[^,，;。\d]{0,8}$")
_KINDS_OF_PEOPLE = "生师员民"
_RECKONED = ("以", "按")
"""Before how many people a price is reckoned for, whatever it calls them: 每生5元，以230人计."""
_MEALS = "餐顿"
"""What one eats at a time: 每餐补3元，62.1万人次."""
_NOUN = 8
_WHOLE_YEAR = regex("全年|一年")
_PART_OF_YEAR = regex("半年|季度")
"""Before a price that is not paid all the year."""
_OF_TIME = ("人月", "人天", "人日")
"""Behind a number: months or days of people, not people."""
_LEFT = regex("(?:减少|退出|核减|调出|清退)了?$")
"""Before how many there were less, which is no quantity of anything that was paid."""


def may_be_price(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure may be what one costs or, by the words before it, has of anything."""
    if figure.dimension == "money":
        return True
    if figure.per is None or figure.dimension in NOT_MEASURED:
        return False
    return _OF_EACH.search(facts.own_words(figure)) is not None


def is_of_one(facts: Facts, figure: Quantity) -> bool:
    """Whether words call a figure, and nothing else, what one of many costs or has."""
    return _OF_ONE.search(facts.own_words(figure)) is not None


def each_of(facts: Facts, figure: Quantity) -> str | None:
    """What a price is of (块 of 每块865元); empty where words only call it a price."""
    if many := per_many(facts, figure):
        return many["each"]
    if figure.per is not None:
        average = _AVERAGE_PER_TIME.search(facts.text, *facts.own_lead(figure))
        return average["each"] if average else figure.per
    behind = _PRICED_BEHIND.match(facts.text, figure.end)
    if behind is not None:
        return behind["each"]
    low, high = facts.own_lead(figure)
    found = _PRICE.search(facts.text, low, high)
    if found is not None:
        return found["each"] or found["time"] or found["period"] or found["one"] or ""
    one = _ONE.search(facts.text, high - _NOUN, high)
    if one is not None and not _ends_a_figure(facts, one):
        return one["each"]
    by = _BY.search(facts.text, low, high) and _BY_BEHIND.match(facts.text, figure.end)
    return "" if by else _with_tax(facts, figure)


def _with_tax(facts: Facts, figure: Quantity) -> str | None:
    """What a price is of that is told again with its tax, or without: 每台4万元，含税4.52万元."""
    before = facts.before(figure.start)
    if before is None or before.dimension != "money":
        return None
    taxed = _TAXED.fullmatch(facts.text, before.end, figure.start)
    return each_of(facts, before) if taxed else None


def _ends_a_figure(facts: Facts, one: re.Match[str]) -> bool:
    """Whether a year stands right behind a quantity, all of which costs so much: 86亩一年2万元."""
    counted = facts.before(one.start())
    return one["each"] == "年" and counted is not None and counted.end == one.start()


def exact(figure: Quantity) -> Quantity:
    """A price in whole 元, or a number of months or days, as what it says: it is not rounded."""
    whole = figure.step == 1 and figure.factor == 1
    return structs.replace(figure, value=exactly(figure.printed)) if whole else figure


def as_priced(facts: Facts, price: Quantity) -> Quantity:
    """A price as what it says, unless words before it call it an average: 次均2211元."""
    many = per_many(facts, price)
    price = _as_mean(price) if is_mean(facts, price) else exact(price)
    return _of_one(price, _MANY.get(many["many"], 0)) if many else price


def _as_mean(price: Quantity) -> Quantity:
    """An average, which is rounded though it be printed without decimals."""
    if not price.exact or price.hedge:
        return price
    return structs.replace(price, value=rounded(price.printed, price.step))


def per_many(facts: Facts, price: Quantity) -> re.Match[str] | None:
    """A price of so many of something: 万 and 尾 of 每万尾成本300元."""
    low = max(0, price.start - _BEFORE)
    if "每" not in facts.text[low : price.start]:
        return None
    return _PER_MANY.search(facts.text, low, price.start)


def _of_one(price: Quantity, places: int) -> Quantity:
    """What one costs, of the price of a power of ten."""
    value = Interval(price.value.low.scaleb(-places), price.value.high.scaleb(-places))
    printed, step = price.printed.scaleb(-places), price.step.scaleb(-places)
    factor = price.factor.scaleb(-places)
    return structs.replace(price, value=value, printed=printed, step=step, factor=factor)


def is_mean(facts: Facts, price: Quantity) -> bool:
    """Whether words before a price call it an average, which is rounded."""
    if _AVERAGE_PER_TIME.search(facts.own_words(price)):
        return False
    converted = _CONVERTED.search(facts.text, *facts.own_lead(price))
    return is_average(facts, price) or converted is not None


def quantities(
    facts: Facts, near: list[Quantity], each: str, *, spoken: bool = False
) -> list[Quantity]:
    """Of the figures near a price those that count what it is of, be they ``spoken`` or not."""
    timed = each in ("月", "天", "日", "年")
    found = [
        f
        for f in near
        if (_is_counted(f) or (timed and f.dimension in TIMES))
        and (not each or (f.start in facts.spoken) == spoken)
        and _is_of(facts, f, each)
        and f.hedge is None
        and not _LEFT.search(facts.own_words(f))
    ]
    return [exact(f) if f.dimension in TIMES else as_counted(facts, f, each) for f in found]


def as_counted(facts: Facts, figure: Quantity, each: str) -> Quantity:
    """A quantity in the unit that it is printed in: 36.5公里 are 36.5 that each have a price.

    Or in the unit that the price is of, where that is the one that all others are told in.
    """
    number = _NUMBER.match(facts.text, figure.start, figure.end)
    if number is None or figure.dimension not in _SCALED or _BASES.get(each) == figure.dimension:
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
    if facts.text.startswith(_OF_TIME, figure.end):
        return False
    unit = _UNIT.search(facts.text, figure.start, figure.end)
    behind = _BEHIND.match(facts.text, figure.end)
    name = (unit[0] if unit else "") + (behind[0] if behind else "")
    people = figure.dimension in ("person", "person-time")
    if each in _KINDS_OF_PEOPLE and people:
        before = facts.own_words(figure, _NOUN)
        name += each if before.endswith(_RECKONED) else before
    if _BASES.get(each) == figure.dimension:
        return True
    return (
        each in name or (each in "人名" and people) or (each in _MEALS and "次" in name and people)
    )


def months(facts: Facts, price: Quantity, quantity: Quantity, amount: Quantity) -> list[Quantity]:
    """The twelve months of 全年 before an amount, where a price is a month's.

    Not where fewer months make the amount: not all may have been paid.
    """
    year = _WHOLE_YEAR.search(facts.text, *facts.own_lead(amount))
    if year is None or "月" not in facts.text[price.start - 4 : price.end + 4]:
        return []
    if _PART_OF_YEAR.search(facts.own_words(price)):
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
