"""What figures are of one of many, by the words right before them, and what counts the many."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from linter.binding.names import pairs
from linter.facts.facts import Facts
from linter.facts.quantity import NOT_MEASURED, Quantity
from linter.interval import Interval
from linter.regexes.late import regex

_OF = regex(
    r"(?:(?:(?:平均|[平均分]?摊|折合|折算|相当于)[到下来成为]{0,2}[每一单]个?|(?<![清名订保账])单(?![位独据纯])|(?<!均)每个?)"
    r"(?P<a>(?:(?![每单]|(?<!平)均)[\u4e00-\u9fff]){1,9})"
    r"|(?<![平等])(?P<b>(?![平等])[\u4e00-\u9fff]次?)均(?![已为按由在获衡])[\u4e00-\u9fff]{0,8})"
    r"(?:[(][^()\d]{1,3}[)])?$"
)
_MAY_NAME = regex("[均每单摊]")
_OTHER = regex(
    "[每单][月天日季]|学期|月均|日均|每次|增[加长]|减少|下降|提高|节约|上浮|上调|[高低多少][于了出]?$"
)
"""In the words for an average: it is one of a day or a term, or a change."""
_OF_BOTH = regex("[每均][\u4e00-\u9fff]{0,3}$")
"""Before those words: what is told is of one of two kinds: 每人每天1,500元."""
_BACK = 24
STATES = ("concentration", "air-concentration", "noise", "temperature")
"""Dimensions of what has no total: an average of days is none of a sum."""
_NAME = regex(r"[\u4e00-\u9fff]+")
_NOUN = regex(r"(?:[(][^()\d]{1,3}[)])?(?P<noun>[\u4e00-\u9fff]{0,6})")
_KINDS_OF_PEOPLE = ("person", "person-time")
_OF_NAME = {"人": _KINDS_OF_PEOPLE, "日": ("day",), "天": ("day",), "月": ("month",)}
_UNITS = {"户": ("户", "家"), "方": ("平方米", "立方米")}
_BEHIND = regex(
    r"以[上内下]|的|标准|[(]|[、和至到/]|[^。;]{0,16}(?:自[筹付担]|负担|扣|未(?!突破|超))|(?:左右)?[,，](?:其中|[比较])"
)
_THING = 2
"""How many characters behind a number name what it counts."""
_BARE = regex(r"(?:平均|每|一)[\u4e00-\u9fff]{1,4}$|均$")
TIMES = "日天月年周季"
"""What an average may be of that has a total of each thing still: 12座日均通行10320辆次."""
PLAIN = (None, "around")
"""The hedges that an average, its total and its number may have."""
_UP, _DOWN = Decimal("0.9"), Decimal("0.99")
"""By what part of its last digit an average may be more or less than it is."""


def named(facts: Facts, each: Quantity) -> str | None:
    """What a figure is what one has or costs of; not of a day, a month or a term, no change."""
    if each.dimension in (*NOT_MEASURED, *STATES):
        return None
    lead = facts.text[slice(*facts.windows.before("clause", each.start, _BACK))]
    if not _MAY_NAME.search(lead):
        return None
    lead = lead.replace("每年", "").replace("人均每次", "每人次")
    found = _OF.search(lead)
    if found is None or _OTHER.search(found[0], 2) or _OF_BOTH.search(lead, 0, found.start()):
        return None
    return found["a"] or found["b"]


def is_of_a_time(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure is what there is of all in one day, month or year, and of nothing else."""
    name = named(facts, figure)
    return name is not None and name in TIMES


def counts_name(facts: Facts, figure: Quantity, name: str) -> bool:
    """Whether a figure counts what is named: by its unit, or by the noun behind it."""
    if figure.dimension == "money" or figure.hedge is not None or figure.printed <= 1:
        return False
    if figure.dimension in _OF_NAME.get(name[0], ()):
        return True
    if figure.dimension in NOT_MEASURED:
        return False
    unit = _NAME.search(facts.text, figure.start, figure.end)
    words = unit[0].lstrip("万亿") if unit else ""
    if words and (name.startswith(words) or words.endswith(_UNITS.get(name[0], "\n"))):
        return True
    noun = _NOUN.match(facts.text, figure.end)
    return words in ("个", "") and noun is not None and name[0] in noun["noun"]


def are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether a total may be one of what another is: people, and how often they came."""
    both = (one.dimension, other.dimension)
    return both[0] == both[1] or all(d in _KINDS_OF_PEOPLE for d in both)


def are_one_sum(facts: Facts, total: Quantity, each: Quantity, count: Quantity) -> bool:
    """Whether words call an average what the total is called, or only an average.

    What there are so many of names both, and tells nothing: 四个标段节约233万元，每个标段中标价.
    """
    own, counted = facts.own_words(each), facts.text[count.end : count.end + _THING]
    shared = pairs(own) & pairs(facts.own_words(total))
    return bool(shared - pairs(counted)) or _BARE.search(own) is not None


def is_unfit(facts: Facts, each: Quantity) -> bool:
    """Whether words behind an average say that it is one of others, or a rule: 人均600元的餐费."""
    return _BEHIND.match(facts.text, each.end) is not None


def mean_of(each: Quantity) -> Quantity:
    """An average, cut off or rounded up or down."""
    low, high = each.printed - each.step * _UP, each.printed + each.step * _DOWN
    if each.hedge is not None:
        low, high = min(low, each.value.low), max(high, each.value.high)
    return replace(each, value=Interval(low, high), hedge=None)
