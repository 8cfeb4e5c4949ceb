"""All figures of a sentence but one multiplied: 培训8期，每期3天、每天6学时，总学时144学时.

Nothing else is counted there, so that each figure but the total is a factor of it; months and
quarters are counted where words tell them (全年, 1—6月).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from linter.binding.nearby import by_window, is_bracketed, is_one_in_words
from linter.binding.slips import is_scrambled, slipped
from linter.binding.sums.products.prices import TIMES, as_counted, as_priced, exact
from linter.binding.sums.products.slipped import is_of_fewer
from linter.facts.facts import Facts
from linter.facts.quantity import NOT_MEASURED, ONE, Quantity
from linter.interval import exactly
from linter.language.expression import Equation
from linter.regexes.late import regex

_EACH = regex(
    r"(?:(?:每一?个?|各|单|(?<![第统唯专同另之万千百十])一(?=[天日月年人户]))(?P<of>[\u4e00-\u9fff]{1,4}?)(?:每[季月天日次年]度?)?|月)[^,，;。:、\d]{0,8}$"
)
"""Before what one of many has, costs or takes."""
_TOTAL = regex("[总共]|合计|累计|全[部年]|[支付发用减需补拨缴领兑]|负担|结算|投入|金额|费")
OPEN = regex(
    "其中|另(?![账行文案])|扣|分别|依次|(?<![未无])(?:调整|变动)|增减|陆续|中途|先后|[离退停缺]|减(?!免)|补[招缺发足]|提高|自[付筹]|预[付拨支]|首[付批期]"
    "|比例|一半|实际[在到天]|左右|约|不等|以[上下内]|[最至]少|最多|超[过出]|部分|按实|目标|计划|拟|[上去]年|同比|[高低]于"
    "|平均|[人户亩校班]均(?!每?[月天日](?:补|发|领|标准))|起[计算发执]|每[周晚]|试|分摊|抽|学期|余款|其余|待|不予|定金|先付|有[的些]|个别|(?<!\\d)[一二]期|已[拨支兑付发]"
)
"""In the sentence: not all are of all, or not all of it is told."""
_PERIODS = (
    (regex("全年|年度(?!内)|一年(?:来|下来|间|共|合)?"), 12),
    (regex("[上下]?半年"), 6),
    (regex("(?:[一二三四]|第[一二三四])季度"), 3),
)
_MONTHS = regex(r"(?<!\d)(1[0-2]|[1-9])月?(?:份)?[-—–~至到]{1,2}(1[0-2]|[1-9])月")
_AGAIN = regex("[度份]?(?:\\(即?|[,，]?即)")
"""Between two ways in which the same months are told: 三季度（7—9月）."""
_NAME = regex("[每各，]")
_HANDED = regex("人手一")
_FEWEST, _MOST, _NOUN = 3, 4, 10
_QUARTERS = 3
_YEAR = regex("[全一本当]年")


def chained(facts: Facts, plain: Equation, timed: Equation) -> Iterator[dict[str, Quantity]]:
    """The figures by role of each sentence that one slip keeps from multiplying."""
    for (low, high), row in by_window(facts, facts.running, "sentence"):
        figures = [f for f in row if not (is_bracketed(facts, f) or is_one_in_words(facts, f))]
        if not _FEWEST <= len(figures) <= _MOST or OPEN.search(facts.text, low, high):
            continue
        found = _roles(facts, figures, (low, high))
        if found is None:
            continue
        equation = timed if "times" in found else plain
        if is_of_fewer(found):
            continue
        if not equation.fits(found) and _is_slipped(facts, found, equation):
            yield found


def _is_slipped(facts: Facts, figures: dict[str, Quantity], equation: Equation) -> bool:
    """Whether a slip explains figures, or the digits of their product in another order."""
    if slipped(figures, (equation,), facts.text, 2, sure=True):
        return True
    needed = equation.expected("amount", {name: f.value for name, f in figures.items()})
    amount = figures["amount"]
    literal = facts.text[amount.start : amount.end]
    return needed is not None and is_scrambled(amount, literal, needed)


def _roles(
    facts: Facts, figures: Sequence[Quantity], bounds: tuple[int, int]
) -> dict[str, Quantity] | None:
    """What is what: a total, what one of them has, how many they are, and how often."""
    total = max((figures[0], figures[-1]), key=lambda f: f.printed)
    if any(f.hedge or (f.dimension in NOT_MEASURED and f.dimension not in TIMES) for f in figures):
        return None
    ones = [
        f
        for f in figures
        if f is not total and _are_alike(f, total) and _of_one(facts, f) is not None
    ]
    if len(ones) != 1 or not _TOTAL.search(facts.own_words(total)) or total.per is not None:
        return None
    one = ones[0]
    factors = [f for f in figures if f is not total and f is not one]
    periods = _periods(facts, one, bounds)
    counted = [f for f in factors if f.dimension not in TIMES and f.per is None]
    if periods is None or len(counted) != 1 or not _is_of(facts, factors, one, bounds):
        return None
    rest = [f for f in factors if f is not counted[0]] + periods
    if len(rest) > 1 or any(f.dimension == total.dimension == "money" for f in factors):
        return None
    found = {"amount": total, "price": as_priced(facts, one)}
    found["quantity"] = as_counted(facts, counted[0], one.per or "")
    return {**found, "times": exact(rest[0])} if rest else found


def _are_alike(one: Quantity, total: Quantity) -> bool:
    """Whether a total may be of what another is: people, and how often they came."""
    return one.dimension == total.dimension.removesuffix("-time")


def _of_one(facts: Facts, figure: Quantity) -> str | None:
    """The words that tell what a figure is of one of, with what it is."""
    low, high = facts.windows.bounds("clause", figure.start)[0], figure.start
    found = _EACH.search(facts.text, low, high)
    return found[0] if found else None


def _is_of(
    facts: Facts, factors: Sequence[Quantity], one: Quantity, bounds: tuple[int, int]
) -> bool:
    """Whether figures count what another is of one of: by unit, by noun, or one for each."""
    words = _of_one(facts, one) or ""
    of = _EACH.fullmatch(words)
    if words.startswith("各"):
        return True
    people = any(f.dimension in ("person", "person-time") for f in factors)
    if of is None or not of["of"]:
        return people
    names = "".join(facts.own_words(f) + _NAME.split(_behind(facts, f))[0] for f in factors)
    handed = _HANDED.search(facts.text, *bounds) is not None
    return handed or (people and "人" in of["of"]) or any(c in names for c in of["of"])


def _behind(facts: Facts, figure: Quantity) -> str:
    """A figure's unit and the words behind it."""
    return facts.text[figure.start : figure.end + _NOUN]


def _periods(facts: Facts, one: Quantity, bounds: tuple[int, int]) -> list[Quantity] | None:
    """The months or quarters of what one has in each of them; nothing where none are told."""
    words, (low, high) = _of_one(facts, one) or "", bounds
    if "年" in words:
        return [] if _YEAR.search(facts.text, one.end, high) else None
    if not ("月" in words or "季" in words) or any(
        f.dimension == "month" for f in facts.within(low, high)
    ):
        return []
    told = _told_months(facts.text, low, high)
    if len(told) != 1:
        return None
    (start, end), months = told.popitem()
    count = Decimal(months) / (_QUARTERS if "季" in words else 1)
    period = Quantity(start, end, exactly(count), count, ONE, "month", None, ONE)
    return [period] if count >= 1 else None


def _told_months(text: str, low: int, high: int) -> dict[tuple[int, int], int]:
    """Where months are told in a stretch, and how many; what is told again at once counts once."""
    told = {m.span(): n for word, n in _PERIODS for m in word.finditer(text, low, high)}
    for span in _MONTHS.finditer(text, low, high):
        told[span.span()] = int(span[2]) - int(span[1]) + 1
    for first, second in pairwise(sorted(told)):
        if told[first] == told[second] and _AGAIN.fullmatch(text, first[1], second[0]):
            del told[second]
    return told
