"""Which figures of a paragraph can be added up: no rates, prices, grades or open hedges."""

from __future__ import annotations

from linter.binding.averages import OF_A_PERIOD, is_average
from linter.facts.facts import Facts
from linter.facts.quantity import OPEN_HEDGES, Quantity
from linter.regexes.late import regex

_BANDS = regex(r"优.{0,24}良|良.{0,24}中")
_REACH = 300
"""How many characters of a long clause around a score are looked through."""
_BAND_EDGE = regex(r"\(含|分以[上下]|[—~-]")
_OF_A_LEVEL = regex("[一二三四]级")
"""Behind a number of indicators: those of one level are no parts of another's."""
_PRICE = regex(
    rf"(?:单价|每一?[\u4e00-\u9fff]{{1,3}})[^,，;。\d]{{0,4}}$|同样[是为有]?$|{OF_A_PERIOD}"
)
"""Before what one of many costs, or each of two: 同样100万元的项目，甲县自筹20万元."""
_EACH = regex(r"每[^,，;。、\d]{1,14}$")
_RULED, _RULE_LENGTH = regex("每[^,，;。、]{1,14}[扣减失加]$"), 17
"""Before a mark of the rule by which marks are lost, none that is: 每1个百分点扣1分."""
_OF_EACH = regex(r"(?<!第)[两二三四五六七八九十\d][个项]$|每[个项][\u4e00-\u9fff]{0,6}$|各$")
_OF_EACH_LENGTH = 10
"""Before the mark that each of several indicators has: 两个5分指标, 每项指标5分, 三项各5分."""
_IN_TURN = regex(r"[、和及][\d.]+分")
"""Behind the first of several marks: 四项14分、17.5分、36.3分."""
_BASE = regex(r"(?:占|为|是|达到?|按|相当于)[^,，;。\d]{0,12}$")
_RATED = regex(r"[^,，;。、()\d]{0,2}的 ?\d[\d.]*%")
"""Around what a rate is of: 占预算500万元的64%."""
_SIZES = ("volume", "length", "mass", "area", "power")
_FLOWS, _TIMES = ("mass", "volume"), ("日", "天", "小时")
"""Of what so much goes through works in a time: 9000吨/日、5000吨/日，总规模14000吨/日."""
_QUALIFIES = regex(r"的[^,，;。、\d]{0,4}\d")
"""Behind a size that only says of which size are those counted: 400毫升的27940人次."""
_UTMOST = regex("最[高多大长低少小短早晚重快慢好差][的之]?$")
"""Before one of many: 最大一次."""
_SKIPPED_DIMENSIONS = (
    "percent",
    "percent-point",
    "times",
    "number",
    "years",
    "month",
    "day",
    "fraction",
    "ratio",
    "hour",
    "minute",
    "week",
    "age",
    "second",
    "term",
    "quarter",
)


def can_be_added(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure may be a part or a total of others."""
    if (
        figure.hedge in OPEN_HEDGES
        or (figure.per is not None and not _is_per_one(facts, figure))
        or figure.dimension in _SKIPPED_DIMENSIONS
        or _is_of_a_level(facts, figure)
        or (figure.dimension == "score" and (_is_ruled(facts, figure) or is_of_each(facts, figure)))
        or _UTMOST.search(facts.own_words(figure))
        or (figure.dimension in _SIZES and _QUALIFIES.match(facts.text, figure.end))
        or (figure.dimension == "money" and _is_price(facts, figure))
        or (figure.dimension in _SIZES and is_average(facts, figure))
        or _is_base(facts, figure)
    ):
        return False
    if figure.dimension == "score":
        low, high = facts.windows.bounds("clause", figure.start)
        near = facts.text[max(low, figure.start - 2) : min(high, figure.end + 3)]
        return not (_is_in_bands(facts, figure, low, high) or _BAND_EDGE.search(near))
    return True


def is_of_each(facts: Facts, mark: Quantity) -> bool:
    """Whether a mark is that of each of several indicators: 两个5分指标."""
    if _IN_TURN.match(facts.text, mark.end):
        return False
    return _OF_EACH.search(facts.text, mark.start - _OF_EACH_LENGTH, mark.start) is not None


def _is_ruled(facts: Facts, mark: Quantity) -> bool:
    return _RULED.search(facts.text, mark.start - _RULE_LENGTH, mark.start) is not None


def _is_of_a_level(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure counts indicators of one level, beside others of another level."""
    if not _OF_A_LEVEL.match(facts.text, figure.end):
        return False
    low, high = facts.windows.around("sentence", figure.start, figure.end, _REACH)
    return len(set(_OF_A_LEVEL.findall(facts.text, low, high))) > 1


def _is_price(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure is what one of many costs, but none that begins a list."""
    price = is_average(facts, figure) or _PRICE.search(facts.text, *facts.own_lead(figure))
    return bool(price) and not _begins_list(facts, figure)


def _is_per_one(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure per something is added up too: what works hold or do in a day, a list."""
    capacity = figure.dimension in _FLOWS and figure.per in _TIMES
    return capacity or _begins_list(facts, figure)


def _begins_list(facts: Facts, figure: Quantity) -> bool:
    """Whether a price begins the list of what makes up that of one: 每亩种子50元、化肥80元."""
    if figure.dimension != "money" or not facts.text.startswith("、", figure.end):
        return False
    return _EACH.search(facts.own_words(figure)) is not None


def _is_base(facts: Facts, figure: Quantity) -> bool:
    """Whether a rate behind a figure is of it: 占预算500万元的64%."""
    rated = _RATED.match(facts.text, figure.end)
    return rated is not None and _BASE.search(facts.own_words(figure)) is not None


def _is_in_bands(facts: Facts, figure: Quantity, low: int, high: int) -> bool:
    """Whether a score stands among grades: those in brackets of their own leave it aside."""
    text = facts.text
    low, high = max(low, figure.start - _REACH), min(high, figure.end + _REACH)
    for found in _BANDS.finditer(text, low, high):
        behind, before = text[figure.end : found.start()], text[found.end() : figure.start]
        if behind.count("(") <= behind.count(")") and before.count(")") <= before.count("("):
            return True
    return False
