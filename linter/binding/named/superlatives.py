"""What is told to be the highest or the lowest of figures listed right before it.

甲队86分、乙队91分、丙队79分，第一名是甲队: another one of the list is higher. 分别为8600吨、
9400吨、9100吨，最高的是第三个月: told by its place. 甲标段3200万元，乙标段2900万元，乙标段投资更大.
企业83万元最多，基金会79万元次之，个人81万元最少: told behind each figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from linter.binding.named.degrees import LEAST, MOST, OTHERS, TIMES, beyond
from linter.binding.named.listings import Listing, is_aside, listings
from linter.facts.facts import Facts
from linter.facts.numeral import parse
from linter.facts.quantity import Quantity
from linter.model import Span
from linter.regexes.late import regex

_RANKS = "第一名|[居位列排]+名?第一[位名]?|排名?第一[位名]?|名列榜首|排名第一"
_AMONG = "(?:[^,，;。]{0,2}[个家所镇村区县项者][^,，;。\\d]{0,3})?"
_FIRST_OF_ALL = f"[位居]*居{_AMONG}(?:首位?|之首|榜首)|[排名位]{{0,2}}[在列名]首位|[位列]列?榜首"
_SECOND = "[位居排列]*名?第二[位名]?|次之|居次席?"
_ENDS = "最后一名|[居位列排]+名?最后"
_LAST_OF_ALL = f"垫底|居{_AMONG}(?:末位|之末)|排在末位|殿后"
_WAY = (
    rf"(?:(?P<most>{MOST}|(?P<first>{_RANKS})|{_FIRST_OF_ALL}|(?P<second>{_SECOND}))"
    rf"|(?P<least>{LEAST}|(?P<last>{_ENDS})|{_LAST_OF_ALL})|(?P<other>{OTHERS}))"
)
_PLACE = r"第?(?P<place>[一二三四五六七八九十]|\d{1,2})个?[\u4e00-\u9fff]{1,2}"
_NAME = r"(?P<name>[\u4e00-\u9fffA-Za-z0-9]{1,12}?)"
_LEAD = (
    r"(?:[,，;]|——|。\s*(?=其中)|。(?=[\u4e00-\u9fff]{0,6}最))(?:其中)?"
    r"(?:按[^,，;。\d]{1,14}[,，])?"
)
_VALUE = r"(?:[以为得达]\d[\d.,]*[%\u4e00-\u9fff]{0,3}?)?"
_NAMED_BEHIND = regex(
    rf"{_LEAD}(?P<noun>[\u4e00-\u9fff]{{0,6}}?){_WAY}的?(?:一?[个家项处月期批次])?(?:[为是属]|当属|要数){_NAME}(?=[,，;。)(\n\d]|$)"
)
_NAMED_BEFORE = regex(
    rf"{_LEAD}以?(?P<phrase>[\u4e00-\u9fffA-Za-z0-9]{{1,14}}?){_VALUE}{_WAY}(?=[,，;。)(\n]|$)"
)
_NAMED_WITHIN = regex(
    rf"{_LEAD}(?P<noun>[\u4e00-\u9fff]{{0,6}}?)以{_NAME}[为的]?{_WAY}(?=[,，;。)(\n]|$)"
)
_COMPARED = regex(
    rf"{_LEAD}(?P<phrase>[\u4e00-\u9fffA-Za-z0-9]{{1,14}}?)(?:明显|相对|略)?"
    r"(?:(?P<most>更[大高多长]|较[大高多长])|(?P<least>更[小低少短]|较[小低少短]))(?:一些)?(?=[,，;。)\n]|$)"
)
_ABOVE = regex(
    rf"{_LEAD}(?P<phrase>[\u4e00-\u9fffA-Za-z0-9]{{1,14}}?)(?:明显|略|均|已)?"
    r"(?:(?P<most>[高多大]于)|(?P<least>[低少小]于))(?P<lesser>[\u4e00-\u9fffA-Za-z0-9]{2,12})(?=[,，;。)\n]|$)"
)
"""城东街道得分高于城西街道, of two."""
_BEHIND_FIGURE = regex(rf"(?P<noun>[^,，、;。\d]{{0,8}}?){_WAY}$")
_PLACED = regex(_PLACE)
_EACH = regex(r"([两二三四五六七八九十各]|\d{1,2})个?(?P<unit>[\u4e00-\u9fff]{1,2})")
_RESPECTIVELY = regex(r"(?:分别|依次|各)[为是有达]?$")
_WORDS = regex(
    r"最|新[高低]|[高多大低少小]于|第[一二]|首位|[居之]首|次之|居次|榜首|垫底|末位|之末|殿后|最后|[更较][大高多长小低少短]"
)
_OTHER = regex("除|上年|去年|同比|增幅|降幅|增速|较|(?<!占)比|计划|目标|预算")
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
    "minute": "用时时长时间耗时",
    "hour": "用时时长时间耗时",
    "day": "用时时长时间耗时",
}
"""What figures of some units are of, though no word says so."""
_OF_ALL = regex(
    "[全共总各年月计]|受理|登记|发放|完成|投入|安排|支出|实现|发生|建成|培训|收到|接待|采购"
)
"""In the name of what may be a whole."""
_MARK = regex("[,，;。]|——")
_SHARED = regex("占比?|总?量|数额?|规模")
"""Nouns that are of any list's own figures."""
_LOST = regex("[失扣丢减]分")
"""Nouns of what marks lack, where a list is of those that were given."""
_VOICED = regex("反映$|诉求$")
_TAIL = regex("(?:类|的)?(?:问题|项目|方面|企业|单位|事项|案件|片区)?")
"""Behind a name of a list, before what is told of it or at its end: 停车类问题."""
_SHORTEST = 2
_PAIR, _REACH, _FAR = 2, 14, 40
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
        for row in listings(facts, low, high):
            yield from _ranked(facts, row)
            yield from _excelled(facts, row)


def _before(facts: Facts, low: int) -> int:
    """The last character before a sentence, where that is a sentence before it."""
    start = max(0, low - _GAP)
    return max(0, start + len(facts.text[start:low].rstrip()) - 1)


def _ranked(facts: Facts, row: Listing) -> Iterator[Superlative]:
    """The things of a list that the words behind their own figures rank too high or too low."""
    if not row.named or len(row.figures) == _PAIR or _OTHER.search(row.lead):
        return
    for name, own, said in zip(row.names, row.figures, row.ranks, strict=True):
        found = _BEHIND_FIGURE.match(said)
        if found is None or not _may_rank(found, row):
            continue
        if found["noun"] and not _is_of_list(found["noun"], row.lead, row):
            continue
        over = beyond(row.figures, own, found)
        if over is not None:
            at = facts.text.rfind(name, row.low, own.start)
            way = _way(found)
            yield Superlative(Span(at, at + len(name)), way, own, over)


def _is_of_list(noun: str, before: str, row: Listing) -> bool:
    """Whether what is told to be higher is what a list counts, by its words or its unit."""
    if _LOST.search(noun) and not _LOST.search(before):
        return False
    if _SHARED.fullmatch(noun) or noun == row.figures[0].unit or _VOICED.search(noun):
        return True
    return _shares(noun, before, row.names)


def _excelled(facts: Facts, row: Listing) -> Iterator[Superlative]:
    """The things right behind a list that are told to be its highest or lowest, and are not."""
    at = row.tail
    end = at + _FAR if facts.text.startswith("。", at) else min(row.high + 1, at + _FAR)
    if _OTHER.search(facts.text, at, end):
        return
    for mark in _MARK.finditer(facts.text, at, end):
        said = _said(facts, row, mark.start(), end)
        if said is None:
            continue
        found, name, own = said
        among = row.figures[1:] if _begins_with_whole(row) else row.figures
        over = beyond(among, own, found)
        if over is not None:
            start = found.start("name" if "name" in found.re.groupindex else "phrase")
            span = Span(start, start + len(name))
            yield Superlative(span, _way(found), own, over)


def _begins_with_whole(row: Listing) -> bool:
    """Whether what a list begins with may be of all that follows: 全县受理860件，东镇120件……."""
    first, *others = row.names
    ends = {name[-1:] for name in others}
    unlike = len(ends) == 1 and first[-1:] not in ends
    large = row.figures[0].printed >= sum(f.printed for f in row.figures[1:])
    return large and len(others) > 1 and (unlike or _OF_ALL.search(first) is not None)


def _said(
    facts: Facts, row: Listing, at: int, end: int
) -> tuple[re.Match[str], str, Quantity] | None:
    """What says at a place that a thing is the highest or lowest, its name and its figure."""
    noun = noun_of(row)
    first = max(row.low, row.start - _REACH)
    asides = (f for f in facts.within(first, row.figures[-1].start) if is_aside(facts, f))
    double = any("个" in (f.unit or "") or f.start not in facts.spoken for f in asides)
    before = noun if double else row.lead + noun
    of_two = (_COMPARED, _ABOVE) if len(row.figures) == _PAIR else ()
    for pattern in (_NAMED_BEHIND, _NAMED_WITHIN, _NAMED_BEFORE, *of_two):
        found = pattern.match(facts.text, at, end)
        if found is None:
            continue
        told = _told(found, row.names)
        own = _own(row, told[0]) if told else None
        if told is None or own is None or (double and not told[1]):
            continue
        if not _may_rank(found, row, told[1]):
            continue
        if told[1] and not _is_of_list(told[1], before, row):
            continue
        return found, told[0], own
    return None


def noun_of(row: Listing) -> str:
    """What the figures of a list are of by their unit, though no word says so."""
    return _NOUNS.get(row.figures[0].dimension, "")


def _may_rank(found: re.Match[str], row: Listing, noun: str = "") -> bool:
    """Whether a rank goes by the figures: of marks, or of what it names; no time is a merit."""
    said, kind = found.groupdict(), row.figures[0].dimension
    if said.get("first") or said.get("last") or (said.get("second") and not row.ranks[0]):
        return kind == "score" or (bool(noun) and kind not in (*TIMES, "percent"))
    if said.get("other"):
        return bool(noun)
    return kind not in TIMES or "最" in _way(found)


def _way(found: re.Match[str]) -> str:
    groups = found.groupdict()
    return groups["most"] or groups["least"] or groups.get("other") or ""


def _told(found: re.Match[str], names: Sequence[str]) -> tuple[str, str] | None:
    """The name of what is told of, and what of it is told (东湖村, 收入)."""
    if "name" in found.re.groupindex:
        return found["name"], found["noun"]
    phrase = found["phrase"]
    placed = _PLACED.match(phrase)
    if placed and not any(names[1:]):
        return placed[0], phrase[placed.end() :].removeprefix("的")
    if "lesser" in found.re.groupindex and not _is_other(phrase, found["lesser"], names):
        return None
    shared = sorted((_alike(phrase, name) for name in names), reverse=True)
    least = 1 if {*map(len, names)} == {1} else _SHORTEST
    if shared[0] < least or shared[0] == shared[1]:
        return None
    return phrase[: shared[0]], phrase[shared[0] :].removeprefix("的")


def _is_other(phrase: str, word: str, names: Sequence[str]) -> bool:
    """Whether a word names the one of two that a phrase does not."""
    return any(_alike(word, n) >= max(_SHORTEST, _alike(phrase, n) + 1) for n in names)


def _alike(a: str, b: str) -> int:
    """With how many of the same characters two words begin."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(a, b, strict=False)))


def _own(row: Listing, word: str) -> Quantity | None:
    """The figure of the one thing that a word names, by its name or its place in the list."""
    both = zip(row.figures, row.names, strict=True)
    called = [f for f, name in both if name and (word in name or _is_longer(word, name))]
    if len(called) == 1 and all(row.names):
        return called[0]
    place = _PLACED.fullmatch(word)
    if place is None or any(row.names[1:]):
        return None
    number = parse(place["place"]) or int(place["place"])
    units = {found["unit"] for found in _EACH.finditer(row.lead)}
    whole = _RESPECTIVELY.search(row.lead) and any(
        word.endswith(unit[:1]) or unit in word for unit in units
    )
    return row.figures[number - 1] if whole and 0 < number <= len(row.figures) else None


def _is_longer(word: str, name: str) -> bool:
    """Whether a word is a name with a noun of its kind behind: 停车类问题 of 停车类."""
    return word.startswith(name) and _TAIL.fullmatch(word, len(name)) is not None


def _shares(noun: str, before: str, names: Sequence[str]) -> bool:
    """Whether what is told to be higher is what the list is of: 投资 of 投资3200万元."""
    if _ELSE.search(noun):
        return KIND.sub("", noun) in before
    return len(noun) > 1 and noun[:2] in before + "".join(names)
