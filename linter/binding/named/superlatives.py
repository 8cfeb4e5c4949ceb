"""What is told to be the highest or the lowest of figures listed right before it.

甲队86分、乙队91分、丙队79分，第一名是甲队: another one of the list is higher. 分别为8600吨、
9400吨、9100吨，最高的是第三个月: told by its place. 甲标段3200万元，乙标段2900万元，乙标段投资更大.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from msgspec import Struct

from linter.binding.names import is_plain
from linter.facts.facts import Facts
from linter.facts.numeral import parse
from linter.facts.quantity import Quantity, comes_to
from linter.late import regex
from linter.model import Span

_MOST = "最高|最多|最大|最长"
_LEAST = "最低|最少|最小|最短"
_RANKS = "第一名|居第一|名列第一|位居第一|名列榜首|排名第一|位列第一"
_FIRST_OF_ALL = "[位居]?居首位?|[排名位]?[在列]首位"
_ENDS = "最后一名"
_LAST_OF_ALL = "垫底|居末位|排在末位"
_WAY = (
    rf"(?:(?P<most>{_MOST}|(?P<first>{_RANKS})|{_FIRST_OF_ALL})"
    rf"|(?P<least>{_LEAST}|(?P<last>{_ENDS})|{_LAST_OF_ALL}))"
)
_PLACE = r"第?(?P<place>[一二三四五六七八九十]|\d{1,2})个?[\u4e00-\u9fff]{1,2}"
_NAME = r"(?P<name>[\u4e00-\u9fffA-Za-z0-9]{1,12}?)"
_LEAD = (
    r"(?:[,，;]|。\s*(?=其中)|。(?=[\u4e00-\u9fff]{0,6}最))(?:其中)?(?:按[^,，;。\d]{1,14}[,，])?"
)
_NAMED_BEHIND = regex(
    rf"{_LEAD}(?P<noun>[\u4e00-\u9fff]{{0,6}}?){_WAY}的?(?:一[个家项处月期批次])?[为是]{_NAME}(?=[,，;。)\n]|$)"
)
_NAMED_BEFORE = regex(
    rf"{_LEAD}以?(?P<phrase>[\u4e00-\u9fffA-Za-z0-9]{{1,14}}?){_WAY}(?=[,，;。)\n]|$)"
)
_NAMED_WITHIN = regex(
    rf"{_LEAD}(?P<noun>[\u4e00-\u9fff]{{0,6}}?)以{_NAME}[为的]?{_WAY}(?=[,，;。)\n]|$)"
)
_COMPARED = regex(
    rf"{_LEAD}(?P<phrase>[\u4e00-\u9fffA-Za-z0-9]{{1,14}}?)(?:明显|相对|略)?"
    r"(?:(?P<most>更[大高多长]|较[大高多长])|(?P<least>更[小低少短]|较[小低少短]))(?:一些)?(?=[,，;。)\n]|$)"
)
_ABOVE = regex(
    rf"{_LEAD}(?P<phrase>[\u4e00-\u9fffA-Za-z0-9]{{1,14}}?)(?:明显|略|均|已)?"
    r"(?:(?P<most>[高多大]于)|(?P<least>[低少小]于))(?P<other>[\u4e00-\u9fffA-Za-z0-9]{2,12})(?=[,，;。)\n]|$)"
)
"""城东街道得分高于城西街道, of two."""
_PLACED = regex(_PLACE)
_EACH = regex(r"([两二三四五六七八九十]|\d{1,2})个?(?P<unit>[\u4e00-\u9fff]{1,2})")
_RESPECTIVELY = regex(r"(?:分别|依次|各)[为是有达]?$")
_ASIDE = r"(?:\d{1,3}[个家座处][\u4e00-\u9fff]{0,4})?"
"""Between a name and its figure: of how many it is: 东片5个乡镇16.8万亩."""
_ITEM = regex(rf" ?[、,，;和及] ?(?P<name>[^,，、;。:()\d]{{1,14}}?)? ?{_ASIDE}")
_FIRST = regex(rf"(?:^|[,，、;。:\s(]|其中)(?P<name>[^,，、;。:()\d]{{1,14}}){_ASIDE}$")
_TO_NEXT = regex(r"[\u4e00-\u9fff]{0,4}(?=\d)")
_WORDS = regex(
    r"最[高多大长低少小短]|[高多大低少小]于|第一|首位|居首|榜首|垫底|末位|最后一名|[更较][大高多长小低少短]"
)
_OTHER = regex("除|上年|去年|同比|增幅|降幅|增速|较|比|计划|目标|预算")
_ELSE = regex("强|密|比|均|率|增|度|效|速|难|力|缺|单|每")
"""In what is told to be higher: it is not what the list counts (投资强度)."""
KIND = regex("^(?:类?指标|类)?的?")
"""Behind a name: of what kind it is, before what is told of it."""
_NOUNS = {
    "score": "得分评分成绩",
    "mu": "面积",
    "person": "人数",
    "household": "户数",
    "length": "长度里程",
}
"""What figures of some units are of, though no word says so."""
_OF_ALL = regex(
    "[全共总各年月计]|受理|登记|发放|完成|投入|安排|支出|实现|发生|建成|培训|收到|接待|采购"
)
"""In the name of what may be a whole."""
TIMES = ("second", "minute", "hour", "day", "month", "week", "years")
_SHORTEST = 2
_PAIR, _LONGEST, _REACH, _FAR = 2, 16, 14, 40
_GAP = 8
"""Within how many characters before a paragraph the one before it ends."""


class Superlative(Struct, frozen=True):
    """A thing that is told to be the highest or lowest, and the figure that is beyond its own."""

    named: Span
    way: str
    own: Quantity
    beyond: Quantity


def superlatives(facts: Facts) -> Iterator[Superlative]:
    """Every such thing that another one of the list excels."""
    told = {facts.windows.bounds("sentence", m.start()) for m in _WORDS.finditer(facts.text)}
    told |= {facts.windows.bounds("sentence", _before(facts, low)) for low, _ in told}
    for low, high in sorted(told):
        for row in rows_within(facts, low, high):
            yield from _excelled(facts, row, high)


def rows_within(facts: Facts, low: int, high: int) -> Iterator[list[Quantity]]:
    """The lists of a sentence: figures of one unit, each with a name or one for each."""
    row: list[Quantity] = []
    for figure in facts.within(low, high):
        if _is_aside(facts, figure):
            continue
        joined = row and _ITEM.fullmatch(facts.text, row[-1].end, figure.start)
        alike = row and (figure.dimension, figure.unit) == (row[0].dimension, row[0].unit)
        if not (joined and alike and is_plain(facts, figure)):
            yield from [_without_whole(row)] if len(row) >= _PAIR else []
            row = []
        if is_plain(facts, figure) and figure.start not in facts.gridded:
            row.append(figure)
    yield from [_without_whole(row)] if _PAIR <= len(row) <= _LONGEST else []


def _without_whole(row: list[Quantity]) -> list[Quantity]:
    """A list without the sum of all others that it begins with: 故障160起，一季度31起，……."""
    whole, *parts = row
    return parts if len(parts) >= _PAIR and comes_to(whole, parts) else row


def _is_aside(facts: Facts, figure: Quantity) -> bool:
    counts = figure.dimension.startswith("count:")
    return counts and _TO_NEXT.match(facts.text, figure.end) is not None


def _before(facts: Facts, low: int) -> int:
    """The last character before a sentence, where that is a sentence before it."""
    start = max(0, low - _GAP)
    return max(0, start + len(facts.text[start:low].rstrip()) - 1)


def _excelled(facts: Facts, row: Sequence[Quantity], high: int) -> Iterator[Superlative]:
    """The things right behind a list that are told to be its highest or lowest, and are not."""
    at = row[-1].end
    end = at + _FAR if facts.text.startswith("。", at) else min(high + 1, at + _FAR)
    if _OTHER.search(facts.text, at, end):
        return
    while (said := _said(facts, row, at, end)) is not None:
        found, name, own = said
        most = found["most"] is not None
        among = row[1:] if _begins_with_whole(facts, row) else row
        beyond = excelling(among, own, most=most)
        if beyond is not None:
            start = found.start("name" if "name" in found.re.groupindex else "phrase")
            span = Span(start, start + len(name))
            yield Superlative(span, found["most"] or found["least"], own, beyond)
        at = found.end()


def excelling(figures: Sequence[Quantity], own: Quantity, *, most: bool) -> Quantity | None:
    """The highest of some figures, or the lowest, where one cannot be it."""
    beyond = max(figures, key=lambda f: f.printed if most else -f.printed)
    excels = beyond.value.low > own.value.high if most else beyond.value.high < own.value.low
    return beyond if excels else None


def _begins_with_whole(facts: Facts, row: Sequence[Quantity]) -> bool:
    """Whether what a list begins with may be of all that follows: 全县受理860件，东镇120件……."""
    first, *others = names_of(facts, row)
    ends = {name[-1:] for name in others}
    unlike = len(ends) == 1 and first[-1:] not in ends
    large = row[0].printed >= sum(f.printed for f in row[1:])
    return large and len(others) > 1 and (unlike or _OF_ALL.search(first) is not None)


def _said(
    facts: Facts, row: Sequence[Quantity], at: int, end: int
) -> tuple[re.Match[str], str, Quantity] | None:
    """What says at a place that a thing is the highest or lowest, its name and its figure."""
    names = names_of(facts, row)
    low, _ = facts.windows.bounds("sentence", row[0].start)
    noun = _NOUNS.get(row[0].dimension, "")
    first = max(low, row[0].start - _REACH)
    double = any(_is_aside(facts, f) for f in facts.within(first, row[-1].start))
    before = noun if double else facts.text[low : row[0].start] + noun
    of_two = (_COMPARED, _ABOVE) if len(row) == _PAIR else ()
    for pattern in (_NAMED_BEHIND, _NAMED_WITHIN, _NAMED_BEFORE, *of_two):
        found = pattern.match(facts.text, at, end)
        if found is None or not _may_rank(found, row):
            continue
        told = _told(found, names)
        own = _own(facts, row, names, told[0]) if told else None
        if told is None or own is None or (double and not told[1]):
            continue
        if told[1] and not _shares(told[1], before, names):
            continue
        return found, told[0], own
    return None


def _may_rank(found: re.Match[str], row: Sequence[Quantity]) -> bool:
    """Whether a rank goes by the figures, as it does where they are marks; no time is a merit."""
    said = found.groupdict()
    if said.get("first") or said.get("last"):
        return row[0].dimension == "score"
    return row[0].dimension not in TIMES or "最" in (said["most"] or said["least"])


def _told(found: re.Match[str], names: Sequence[str]) -> tuple[str, str] | None:
    """The name of what is told of, and what of it is told (东湖村, 收入)."""
    if "name" in found.re.groupindex:
        return found["name"], found["noun"]
    phrase = found["phrase"]
    placed = _PLACED.match(phrase)
    if placed and not any(names[1:]):
        return placed[0], phrase[placed.end() :].removeprefix("的")
    if "other" in found.re.groupindex and not _is_other(phrase, found["other"], names):
        return None
    shared = sorted((_alike(phrase, name) for name in names), reverse=True)
    if shared[0] < _SHORTEST or shared[0] == shared[1]:
        return None
    return phrase[: shared[0]], phrase[shared[0] :].removeprefix("的")


def _is_other(phrase: str, word: str, names: Sequence[str]) -> bool:
    """Whether a word names the one of two that a phrase does not."""
    return any(_alike(word, n) >= max(_SHORTEST, _alike(phrase, n) + 1) for n in names)


def _alike(a: str, b: str) -> int:
    """With how many of the same characters two words begin."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(a, b, strict=False)))


def names_of(facts: Facts, row: Sequence[Quantity]) -> list[str]:
    """What each of a list is called; empty where it is not."""
    low, _ = facts.windows.bounds("sentence", row[0].start)
    first = _FIRST.search(facts.text[max(low, row[0].start - _REACH) : row[0].start])
    names = [first["name"] if first else ""]
    for a, b in pairwise(row):
        item = _ITEM.fullmatch(facts.text, a.end, b.start)
        names.append((item["name"] or "") if item else "")
    return [name.rstrip("得为是有达共") for name in names]


def _own(facts: Facts, row: Sequence[Quantity], names: list[str], word: str) -> Quantity | None:
    """The figure of the one thing that a word names, by its name or its place in the list."""
    called = [f for f, name in zip(row, names, strict=True) if name and word in name]
    if len(called) == 1 and all(names):
        return called[0]
    place = _PLACED.fullmatch(word)
    if place is None or any(names[1:]):
        return None
    low, _ = facts.windows.bounds("sentence", row[0].start)
    before = facts.text[low : row[0].start]
    number = parse(place["place"]) or int(place["place"])
    units = {found["unit"] for found in _EACH.finditer(before)}
    whole = _RESPECTIVELY.search(before) and any(
        word.endswith(unit[:1]) or unit in word for unit in units
    )
    return row[number - 1] if whole and 0 < number <= len(row) else None


def _shares(noun: str, before: str, names: Sequence[str]) -> bool:
    """Whether what is told to be higher is what the list is of: 投资 of 投资3200万元."""
    if _ELSE.search(noun):
        return KIND.sub("", noun) in before
    told = before + "".join(names)
    return any(noun[i : i + 2] in told for i in range(len(noun) - 1))
