"""Ranks, levels and floors that a thing moves from and to, by how many, and among how many.

由第12名降到第17名，下降5位; 从三级晋升为二级; 由三楼迁至一楼，下移两层; 自劣Ⅴ类提升至Ⅳ类;
列第7位，较上年第11位前移4位; 上年第6，今年进位3名，位居第3: the earlier one told by a word;
在14个县区中由第13位升至第10位; 连续三年提升：2022年第8，2023年第5，2024年第3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from linter.binding.names import pairs
from linter.facts import numeral
from linter.facts.facts import Facts
from linter.regexes.late import regex

_UP = "上升|提升|提高|前进|进步|跃升|前移|进位|晋位|上移|晋升|晋级|攀升|提前|改善|升|跃|进"
_DOWN = "下降|下滑|降低|后退|倒退|退步|退后|下跌|后移|下移|滑落|回落|恶化|跌|降|退"
_N = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_RANK = rf"第 ?{_N}(?:名|位)?(?![季期批个次年届章条款项类节月周阶轮号部组医小中方])"
_LEVELS = "一二三四五六七八九甲乙丙丁A-D"
_FLOOR = rf"(?<![\d二三四五六七八九十])负?{_N}[楼层]"
_WATER = "劣?(?:[Ⅰ-Ⅴ]|I?V|I{1,3})类"
_TOKEN = rf"(?:{_RANK}|{_FLOOR}|(?<![A-Z])[{_LEVELS}]级|{_WATER}|[特一二三四]等奖)"
_YEAR = r"(?:\d{4}年度?的?)?"
_MOVE = regex(
    rf"[由从自](?P<lead>[^,，;。:\d\n由从自]{{0,12}}?){_YEAR}(?P<a>{_TOKEN})"
    rf"(?P<way>[^,，;。]{{0,14}}?)[,，]?(?:[到至为成居]|位?列)了?"
    rf"{_YEAR}(?P<mid>[^,，;。\d]{{0,8}}?)(?P<b>{_TOKEN})"
)
_WAY = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?"
_STEP = (
    r"(?P<by>\d{1,2}|[一二两三四五六七八九十]{1,2})"
    r"(?:个?(?:位次|名次|位|名|层|等级|等次|级|档|水?质?类别)|个(?=[,，;。)\n]|$))"
)
_BY = regex(_WAY + _STEP)
_MAY_STEP = rf"{_WAY}(?:{_STEP}|(?=[,，;。)\n]|$))"
_JUST_BY = regex(rf"[,，]?[^,，;。()\d较比]{{0,4}}?{_MAY_STEP}")
_AGAINST = regex(
    rf"[较比][^,，;。:\d由从自]{{0,12}}?{_YEAR}[^,，;。:\d]{{0,6}}?(?P<a>{_TOKEN})"
    rf"[^,，;。()\d]{{0,4}}?{_MAY_STEP}"
)
_TIMES = (
    "(?P<old>上年|去年|前一?年|上一?个?[季月届期]|[年期]初|原来?)"
    "|(?P<new>本年|今年|现|[年期][末底]|目前|本[季月届期])"
    r"|(?P<year>(?<!\d)\d{4})年|(?P<quarter>[一二三四])季度"
)
_TIMED = regex(
    rf"(?:{_TIMES})(?P<lead>(?:(?!{re.sub('[?]P<[a-z]+>', '?:', _TIMES)})[^;。:\n]){{0,20}}?)"
    rf"(?P<t>{_TOKEN})"
)
_NO_NOUN = regex(
    rf"{re.sub('[?]P<[a-z]+>', '?:', _WAY + f'(?:{_STEP})?')}"
    "|[位名]?[位居列排]+名?|全[省市县区国]|季度|[年度末底初到至为成,，]"
)
"""In the words before a later rank: what is no name of another thing."""
_DIRECTLY = regex(rf"{_WAY}[到至为成居][^,，;。\d]{{0,8}}$")
_NEXT = regex(_TOKEN)
_UPWARDS, _DOWNWARDS = regex(_UP), regex(_DOWN)
_NOT = regex("倒数|倒序|逆序|末位|降序|负向|分别|依次|星级|扣")
_AMONG = regex(rf"(?P<of>{_N})(?:个|家)[^,，;。:\d]{{1,10}}?[中里]")
_PLACE = regex(rf"(?P<last>倒数)?第 ?(?P<number>{_N})(?:名|位)")
_LAST = regex(rf"倒数第 ?(?P<last>{_N})[名位]?\(第 ?(?P<number>{_N})[名位]?\)")
_ELSEWHERE = regex(rf"全[省国市县州区]|省|国|{_N}(?:个|家)[^,，;。:\d]{{1,10}}?[中里]|其中")
_TREND = regex(
    r"(?:逐[年季月]|连续[两二三四五六\d][年季个]|连年)[^,，;。:\d]{0,4}?"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
)
_ROW = regex(
    rf"[^。;]{{0,10}}?{_RANK}"
    rf"(?:[,，、和](?:\d{{4}}年|[一二三四]季度|\d{{1,2}}月)?[为列居排]{{0,2}}{_RANK}){{2,}}"
)
_RANKS = regex("排[名位]|名次|位次")
_EACH = regex(rf"第 ?({_N})")
_VALUE = regex(
    rf"(?P<minus>负)?(?:第 ?)?(?P<number>{_N})|(?P<level>[甲乙丙丁A-D])"
    r"|(?P<worse>劣)?(?P<roman>[Ⅰ-Ⅴ]|I?V|I{1,3})类"
)
_ROMAN = {r: n for n, both in enumerate(("ⅠI", "Ⅱ", "Ⅲ", "Ⅳ", "ⅤV"), 1) for r in both}
_REACH, _FAR = 24, 40


class Rank(Struct, frozen=True):
    """What is told of ranks, the words it is told by, and the ranks, as spans."""

    told: tuple[int, int]
    by: tuple[tuple[int, int], ...]
    holds: bool


def ranks(facts: Facts) -> Iterator[Rank]:
    """Everything that is told of ranks of running text, each once."""
    seen = set[tuple[int, int]]()
    for found in _all(facts):
        if found.told not in seen and not facts.in_grid(found.told[0]):
            seen.add(found.told)
            yield found


def _all(facts: Facts) -> Iterator[Rank]:
    for said in _MOVE.finditer(facts.text):
        yield from _moved(facts, said)
    for said in _AGAINST.finditer(facts.text):
        yield from _against(facts, said)
    for one, other in pairwise(_TIMED.finditer(facts.text)):
        if facts.windows.share("sentence", one.start(), other.start()):
            yield from _then(facts, one, other)
    for said in _AMONG.finditer(facts.text):
        yield from _placed(facts, said)
    for said in _TREND.finditer(facts.text):
        yield from _trend(facts, said)


def _moved(facts: Facts, said: re.Match[str]) -> Iterator[Rank]:
    """Against the word between two ranks, or how far and which way it is told beside them."""
    low, high = facts.windows.bounds("clause", said.start())
    gain = _gain(said["a"], said["b"])
    if not gain or _NOT.search(facts.text, low, said.end()):
        return
    both = said.span("a"), said.span("b")
    by = _by(facts, said, low, high)
    if by is not None:
        yield Rank(by.span(), both, _goes(by, gain, said["a"]))
    elif _kind(said["a"]) != "级":
        yield from _word_between(said, both, gain)


def _against(facts: Facts, said: re.Match[str]) -> Iterator[Rank]:
    """居第7位，较上年第11位前移4位: against the rank before it, or the one right behind."""
    low, high = facts.windows.bounds("sentence", said.start())
    earlier = {m.span("a") for m in _AGAINST.finditer(facts.text, low, high)}
    tokens = [m for m in _NEXT.finditer(facts.text, low, high) if m.span() not in earlier]
    before = [m for m in tokens if m.end() <= said.start()][-1:]
    behind = [m for m in tokens if said.end() <= m.start() <= said.end() + _REACH][:1]
    told = [(m, gain) for m in (*before, *behind) if (gain := _gain(said["a"], m[0]))]
    if told and not _NOT.search(facts.text, low, said.end()):
        holds = any(_goes(said, gain, said["a"]) for _, gain in told)
        yield Rank(
            (said.start("up" if said["up"] else "down"), said.end()),
            (said.span("a"), told[0][0].span()),
            holds,
        )


def _then(facts: Facts, one: re.Match[str], other: re.Match[str]) -> Iterator[Rank]:
    """上年第6，今年进位3名，位居第3: two ranks with the times they are of, and a move."""
    text, order = facts.text, _order(one, other)
    a, b = (one, other) if order > 0 else (other, one)
    gain = _gain(a["t"], b["t"]) if order else 0
    by = _BY.search(text, *other.span("lead")) or _JUST_BY.match(text, other.end())
    low, _ = facts.windows.bounds("sentence", one.start())
    between = text[one.end() : other.start()]
    if not gain or _NOT.search(text, low, other.end()) or _NEXT.search(between):
        return
    noun = pairs(_NO_NOUN.sub(" ", other["lead"]))
    if noun and not noun & pairs(text[low : one.end()]):
        return
    both = a.span("t"), b.span("t")
    if by is not None:
        told = by.start("up" if by["up"] else "down"), by.end()
        yield Rank(told, both, _goes(by, gain, a["t"]))
    elif order > 0:
        way = _DIRECTLY.search(other["lead"])
        if way is not None:
            at = other.start("lead")
            yield Rank((at + way.start(), at + way.end()), both, _goes(way, gain, a["t"]))


def _order(one: re.Match[str], other: re.Match[str]) -> int:
    """Whether the time of one is before that of another (1), behind it (-1), or not known (0)."""
    for kind in ("year", "quarter"):
        if one[kind] and other[kind]:
            first, then = numeral.read(one[kind]) or 0, numeral.read(other[kind]) or 0
            return (then > first) - (then < first)
    if one["old"] and other["new"]:
        return 1
    return -1 if one["new"] and other["old"] else 0


def _goes(by: re.Match[str], gain: int, token: str) -> bool:
    """Whether a move is as far as told, where it is told, and that way; levels have no way."""
    number = by.groupdict().get("by")
    far = number is None or numeral.read(number.replace("两", "二")) == abs(gain)
    return far and (_kind(token) == "级" or (gain > 0) == (by["up"] is not None))


def _kind(token: str) -> str:
    return token[-1].replace("楼", "层") if token[-1] in "级楼层类奖" else ""


def _gain(one: str, other: str) -> int:
    """By how much a thing rose; nothing where it did not move, or that is not known."""
    first, then = _number(one), _number(other)
    if first is None or then is None or _kind(one) != _kind(other):
        return 0
    return then - first if _kind(one) == "层" else first - then


def _word_between(
    said: re.Match[str], both: tuple[tuple[int, int], ...], gain: int
) -> Iterator[Rank]:
    up, down = (pattern.search(said["way"]) for pattern in (_UPWARDS, _DOWNWARDS))
    found = (up or down) if not (up and down) else None
    if found is not None:
        at = said.start("way")
        yield Rank((at + found.start(), at + found.end()), both, (gain > 0) == (up is not None))


def _by(facts: Facts, said: re.Match[str], low: int, high: int) -> re.Match[str] | None:
    """How far a thing moved, told right behind its ranks, between them, or right before."""
    text, end = facts.text, said.end()
    found = _BY.search(text, end, min(high, end + _REACH))
    if found is not None and _NEXT.search(text, end, found.start("by")):
        found = None
    found = found or _BY.search(text, said.start("way"), said.end("way") + 1)
    if found is None:
        before = facts.last(_BY, max(low, said.start() - _REACH // 2), said.start())
        near = before and text[before.end() : said.start()] in (",", "，", "")
        found = before if near else None
    return found


def _placed(facts: Facts, said: re.Match[str]) -> Iterator[Rank]:
    """Each rank that is past the number of those among whom it is."""
    _, high = facts.windows.bounds("sentence", said.start())
    number = numeral.read(said["of"]) or 0
    elsewhere = _ELSEWHERE.search(facts.text, said.end(), high)
    high = min(high, said.end() + _FAR, elsewhere.start() if elsewhere else high)
    for place in _PLACE.finditer(facts.text, said.end(), high):
        rank = numeral.read(place["number"])
        if rank is not None and number > 1:
            yield Rank(place.span(), (said.span(),), rank <= number)
    for last in _LAST.finditer(facts.text, said.end(), high):
        rank, behind = numeral.read(last["number"]), numeral.read(last["last"])
        if rank and behind and rank <= number:
            yield Rank(last.span(), (said.span(),), rank == number - behind + 1)


def _trend(facts: Facts, said: re.Match[str]) -> Iterator[Rank]:
    """Ranks year by year that do not go the way that is told."""
    row = _ROW.match(facts.text, said.end())
    low, _ = facts.windows.bounds("sentence", said.start())
    if row is None or not _RANKS.search(facts.text, low, row.end()):
        return
    places = [numeral.read(m[1]) or 0 for m in _EACH.finditer(row[0])]
    up = said["up"] is not None
    holds = all(a >= b if up else a <= b for a, b in pairwise(places))
    yield Rank(said.span(), (row.span(),), holds)


def _number(token: str) -> int | None:
    found = _VALUE.match(token)
    if found is None:
        return None
    if found["roman"]:
        roman = found["roman"]
        return (_ROMAN.get(roman) or (4 if roman == "IV" else len(roman))) + bool(found["worse"])
    if found["level"]:
        return "甲乙丙丁ABCD".index(found["level"]) % 4 + 1
    number = numeral.read(found["number"])
    return -number if number is not None and found["minus"] else number
