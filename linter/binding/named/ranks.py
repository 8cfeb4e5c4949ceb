"""Ranks, levels and floors that a thing moves from and to, by how many, and among how many.

由第12名降到第17名，下降5位; 从三级晋升为二级; 由三楼迁至一楼，下移两层;
在14个县区中由第13位升至第10位; 连续三年提升：2022年第8，2023年第5，2024年第3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from linter.facts import numeral
from linter.facts.facts import Facts
from linter.late import regex

_UP = "上升|提升|提高|前进|进步|跃升|前移|进位|上移|晋升|晋级|攀升|升|跃|进"
_DOWN = "下降|下滑|后退|倒退|退步|下跌|后移|下移|滑落|回落|跌|降|退"
_N = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_RANK = rf"第 ?{_N}(?:名|位)?(?![季期批个次年届章条款项类节月周阶轮号部组医小中方])"
_LEVELS = "一二三四五六七八九甲乙丙丁A-D"
_FLOOR = rf"(?<![\d二三四五六七八九十])负?{_N}[楼层]"
_TOKEN = rf"(?:{_RANK}|{_FLOOR}|(?<![A-Z])[{_LEVELS}]级)"
_YEAR = r"(?:\d{4}年度?的?)?"
_MOVE = regex(
    rf"[由从](?P<lead>[^,，;。:\d\n由从]{{0,12}}?){_YEAR}(?P<a>{_TOKEN})"
    rf"(?P<way>[^,，;。]{{0,14}}?)[,，]?(?:[到至为成居]|位?列)了?"
    rf"{_YEAR}(?P<mid>[^,，;。\d]{{0,8}}?)(?P<b>{_TOKEN})"
)
_BY = regex(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?P<by>\d{{1,2}}|[一二两三四五六七八九十]{{1,2}})"
    r"(?:个?(?:位次|名次|位|名|层|级|等级)|个(?=[,，;。\n]|$))"
)
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
_VALUE = regex(rf"(?P<minus>负)?(?:第 ?)?(?P<number>{_N})|(?P<level>[甲乙丙丁A-D])")
_REACH, _FAR = 24, 40


class Rank(Struct, frozen=True):
    """What is told of ranks, the words it is told by, and the ranks, as spans."""

    told: tuple[int, int]
    by: tuple[tuple[int, int], ...]
    holds: bool


def ranks(facts: Facts) -> Iterator[Rank]:
    """Everything that is told of ranks of running text."""
    for said in _MOVE.finditer(facts.text):
        if not facts.in_grid(said.start()):
            yield from _moved(facts, said)
    for said in _AMONG.finditer(facts.text):
        if not facts.in_grid(said.start()):
            yield from _placed(facts, said)
    for said in _TREND.finditer(facts.text):
        yield from _trend(facts, said)


def _moved(facts: Facts, said: re.Match[str]) -> Iterator[Rank]:
    """Against the word between two ranks, or how far and which way it is told beside them."""
    low, high = facts.windows.bounds("clause", said.start())
    kind = said["a"][-1] if said["a"][-1] in "级楼层" else ""
    gain = _gain(said, kind)
    if not gain or _NOT.search(facts.text, low, said.end()):
        return
    both = said.span("a"), said.span("b")
    by = _by(facts, said, low, high)
    if by is not None:
        told = numeral.read(by["by"].replace("两", "二"))
        way = kind == "级" or (gain > 0) == (by["up"] is not None)
        yield Rank(by.span(), both, told == abs(gain) and way)
    elif kind != "级":
        yield from _word_between(said, both, gain)


def _gain(said: re.Match[str], kind: str) -> int:
    """By how much a thing rose; nothing where it did not move, or that is not known."""
    one, other = _number(said["a"]), _number(said["b"])
    alike = said["b"][-1:] == kind if kind else said["b"][0] == "第"
    if one is None or other is None or not alike:
        return 0
    return other - one if kind in ("楼", "层") else one - other


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
        before = list(_BY.finditer(text, max(low, said.start() - _REACH // 2), said.start()))
        near = before and text[before[-1].end() : said.start()] in (",", "，", "")
        found = before[-1] if near else None
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
    if found["level"]:
        return "甲乙丙丁ABCD".index(found["level"]) % 4 + 1
    number = numeral.read(found["number"])
    return -number if number is not None and found["minus"] else number
