"""Figures listed in the order that their sentence tells: 由高到低依次为, 逐年下降, 排名依次为."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.named.degrees import TIMES
from linter.binding.named.listings import Listing, listings
from linter.binding.named.superlatives import noun_of
from linter.binding.names import pairs
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_HIGH, _LOW = "[高多大长]", "[低少小短]"
_RISES = "上升|增长|增加|提[高升]|递增|攀升|走高|扩大|增多|加快|[增升]"
_FALLS = "下降|减少|降低|回落|递减|走低|缩[短小减]|下滑|压减|减|降"
_BY_TIME = (
    r"逐[年季月期次批轮周届]|连续[两二三四五六七八九十\d]+[年季个]?(?:年度|季度|月)?"
    "|连年|节节|持续|稳步|不断|一路"
)
_WORD = regex(
    rf"(?P<down>[由从]{_HIGH}[到至往]{_LOW}|降序)|(?P<up>[由从]{_LOW}[到至往]{_HIGH}|升序)"
    rf"|(?P<rank>排名|名次|排序|位次|前[两二三四五六七八九十\d]+[名位])"
    rf"|(?:{_BY_TIME})[^,，;。:\d]{{0,3}}?(?:(?P<rises>{_RISES})|(?P<falls>{_FALLS}))"
)
_TO_LISTING = regex(r"[^,，;。\d]{0,10}[,，:]?[^,，;。\d]{0,24}(?:\d{4}年|\d{1,2}月)?$")
_IN_TURN = regex(r"(?:的)?[^,，;。\d]{0,4}(?:依次|分别)(?:为|是)?:?[^,，;。:\d]{0,14}$")
_OTHER = regex("按[^,，;。]*$|综合|考[核评]|增速|增[幅长]率?|降幅|[人户]均|权重|分值|上年|同比")
_BY = regex("按照?([^,，;。]{2,8})$")
_MONEY = regex("支出|金额|规模|资金|费用|投[入资]|经费|收入|产值|成本|价")
_SIGN = regex(r" ?(?:(?P<down>>)|(?P<up><))[^,，;。:()\d]{1,12}")
_SEGMENT = regex(r"[^,，;。()]*$")
_TURNS = regex(
    r"分别|依次|[各单每](?:年|季|月|期|次|批|轮)|[近前后两三四五六七八九十\d](?:个?年|个?季|个月|期|次|批|轮|届)"
)
_TIME = regex(r"^(?:\d{1,4}年度?|\d{1,2}月份?|第?[一二三四](?:季度?|批|期|轮|次)|[上下]半年)")
_SPENDING = regex("执行|支[出付]|拨付|进度")
"""Words for one thing, of the budget."""
_RATE = regex("增[速幅长]|降幅")
_YEAR = regex(r"((?:19|20)\d\d)年")
_FEWEST, _FAR = 3, 40


class Disorder(Struct, frozen=True):
    """A listing, the word for its order, and the two neighbours that go against it."""

    word: tuple[int, int]
    row: Listing
    against: tuple[Quantity, Quantity] | None


def orders(case: Case) -> Iterator[Disorder]:
    """Every listing of running text whose order is told."""
    facts = case.facts
    for said in _WORD.finditer(facts.text):
        if facts.in_grid(said.start()):
            continue
        for row in listings(facts, *facts.windows.bounds("sentence", said.start())):
            if len(row.figures) >= _FEWEST and _is_of(facts, said, row):
                yield Disorder(said.span(), row, _against(said, _in_time(row)))
    yield from _signed(facts)


def _signed(facts: Facts) -> Iterator[Disorder]:
    """草莓3,650元＞葡萄3,780元: what the signs between the figures say."""
    lows = {facts.windows.bounds("sentence", m.start()) for m in _SIGN.finditer(facts.text)}
    for row in (row for low, high in sorted(lows) for row in listings(facts, low, high)):
        for one, other in pairwise(row.figures):
            said = _SIGN.fullmatch(facts.text, one.end, other.start)
            wrong = said and (other.exceeds(one) if said["down"] else one.exceeds(other))
            if said and wrong:
                yield Disorder((said.start(), said.start() + 1), row, (one, other))


def _is_of(facts: Facts, said: re.Match[str], row: Listing) -> bool:
    """Whether the word for an order is told of a listing: right before it, or of its times."""
    before = _own(facts, row.low, said.start())
    if said["rises"] or said["falls"]:
        return _is_trend_of(facts, said, row, before)
    between = _TO_LISTING if not said["rank"] else _IN_TURN
    if not said.end() <= row.start <= said.end() + _FAR:
        return False
    lead = facts.text[said.end() : row.start - len(row.names[0])]
    timed = row.figures[0].dimension in TIMES
    by = _BY.search(before)
    if by is not None:
        told = lead + "".join(row.names) + noun_of(row)
        money = row.figures[0].dimension == "money" and not _MONEY.search(lead)
        same = pairs(by[1]) & pairs(told) or (money and _MONEY.search(by[1]))
        before = "" if same else before
    other = _OTHER.search(before.replace("人均", "") if timed else before) or _OTHER.search(lead)
    return between.match(lead) is not None and not other


def _is_trend_of(facts: Facts, said: re.Match[str], row: Listing, noun: str) -> bool:
    """Whether a trend is told of figures listed year by year, by the same words."""
    times = [_TIME.match(name) for name in row.names]
    timely = all(times) or (not any(row.names) and _TURNS.search(row.lead))
    lead = _own(facts, row.low, row.start)
    if not timely or _RATE.search(lead) or _RATE.search(noun) or "累计" in noun:
        return False
    near = (
        0 <= row.start - said.end() <= _FAR
        if said.end() <= row.start
        else 0 <= said.start() - row.tail <= _FAR
    )
    words = noun if said.end() <= row.start else noun or lead
    shared = pairs(words) & (pairs(lead) | pairs("".join(row.names))) or (
        _SPENDING.search(words) and _SPENDING.search(lead)
    )
    together = said.end() <= row.start and row.start - len(lead) <= said.start()
    bare = together or not pairs(_TURNS.sub("", lead))
    of_it = bare or (not pairs(noun) and said.start() >= row.tail)
    between = facts.text[said.end() : row.start] or facts.text[row.tail : said.start()]
    return near and ";" not in between and (bool(shared) or of_it)


def _in_time(row: Listing) -> Sequence[Quantity]:
    """The figures of a listing, the earliest first where it goes back from year to year."""
    years = [int(found[1]) if (found := _YEAR.match(name)) else 0 for name in row.names]
    back = all(b == a - 1 for a, b in pairwise(years)) and years[-1] > 0
    return row.figures[::-1] if back else row.figures


def _own(facts: Facts, low: int, at: int) -> str:
    """The words before a place that no mark parts from it."""
    found = _SEGMENT.search(facts.text[low:at])
    return found[0] if found else ""


def _against(said: re.Match[str], figures: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """The first two neighbours that are in no such order."""
    falls = next((b for b in pairwise(figures) if b[1].exceeds(b[0])), None)
    rises = next((b for b in pairwise(figures) if b[0].exceeds(b[1])), None)
    if said["rank"]:
        ends = figures[0].printed >= figures[-1].printed
        return (falls if ends else rises) if falls and rises else None
    return falls if said["down"] or said["falls"] else rises
