"""Numbers of a series beside words that tell what they must be.

上一届（第四届） beside 第六届; 第二次承办 beside 此前从未承办; 开过三次，最后即第四次;
头两次都流标，第二次才招成.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from linter.binding.dates.numbered import NUMERAL
from linter.binding.names import pairs
from linter.facts import numeral
from linter.facts.facts import Facts
from linter.regexes.late import regex

_ORDINAL = regex(rf"第 ?(?P<number>{NUMERAL}) ?(?P<unit>[届次回轮期批例度])")
_NEVER = regex(
    r"(?:此前|之前|以前|以往|过去|从前|历来|先前)[^。]{0,16}?"
    r"(?:从未|从来没|从没|未曾|不曾|没有?[^,，。;]{0,6}过(?!的)|一[次回]也没|[都全](?:由|靠|只是)|最好成绩)"
    r"|(?:从未|从来没有?|从没)(?:[^,，。;]{1,8})过"
)
_ONCE = regex(r"[头第]一[次回][^。]{0,40}?(?:中间|其间|此后|之后|后来)[^。，,]{0,4}没有?再")
"""Of what was done again, that it had been done but once before."""
_ELSE = regex(r"首[次届个]|第一|头一|出现|发生|间断|中断|停|断过|发现|见过|有人|部门")
_MET = regex(
    r"(?!承办|举办|主办|参加|获|被|受|评)[^,，。;]{0,8}?(?:会|检查|督查|督导|抽查|复查|调试|验收|招标|开标|评审|论证|演练"
    r"|排查|巡查|课|赛|的)"
)
"""Behind an ordinal: it numbers a meeting or a turn, not how often a thing was done."""
_COUNT = regex(
    rf"(?:下[拨达]了?|拨付了?|发放了?|开过|来过|来了|开了|办了|办过|印了|发了|搞了|组织了?|开展了?|召开了?|进行了?|举行了?|县里|共|全年)"
    rf"(?P<number>{NUMERAL})(?P<unit>[次回轮期场])(?!以上|左右|会议纪要)"
)
_LAST = regex(r"(?:最后|末|即|那[次回场期]|收尾|第一[次回轮期场].*)[^。]{0,8}$")
_AHEAD = regex(
    r"全[县市省区国]第|将|拟|计划|预计|下一|明年|次年|准备|已是|累计|历年|上年|去年|建[校馆院局]以来"
)
_TRIED = regex(
    rf"[头前](?P<number>{NUMERAL})(?P<unit>[次回轮])[^。第]{{0,16}}第(?P<next>{NUMERAL})(?P=unit)(?:才|终于|方)"
)
_HELD = regex(
    rf"(?:此前|之前|以前|先前)[^,，;。\d]{{0,12}}?(?:已|共|先后|连续|成功|经)*(?:举?办|举行|召开|开)(?:过|了)*"
    rf"(?P<number>{NUMERAL})(?P<unit>[届次期回])[,，](?:今年|本[届次期回]|这一?[届次期回])"
    rf"[^,，;。\d第]{{0,8}}?[是为系即]第(?P<next>{NUMERAL})(?P=unit)"
)
"""此前已办过22届，本届是第二十三届."""
_BEFORE, _NOW, _AFTER = (
    regex(r"(?:上一?[届次轮期]|前一[届次轮期])(?P<name>[^,，;。第]{0,6})$"),
    regex(r"(?:本[届次轮期]|这一?[届次轮期])(?P<name>[^,，;。第]{0,8})$"),
    regex(r"(?:下一?[届次轮期])(?P<name>[^,，;。第]{0,6})$"),
)
_LAST_YEAR, _THIS_YEAR, _NEXT_YEAR = (
    regex(r"(?:去年|上年)[^,，;。第]{0,8}$"),
    regex(r"(?:今年|这便是|本年度?|当年)[^,，;。第]{0,8}$"),
    regex(r"(?:明年|次年)[^,，;。第]{0,8}$"),
)
_YEAR = regex(r"(\d{4})年[^,，;。第]{0,8}$")
_YEARLY = regex("每年|一年一|年年|届届|轮次连着|届次连着|一年为一轮")
_SKIPPED = regex("停办|中断|取消|延期|推迟|疫情|补办|每两年|两年一|[春秋]季|分别|预赛|决赛")
_TURNS = frozenset("批次回轮期")
_IS_LAST = regex(r"最后一(?P<unit>[次回轮期场])[,，]?(?:[便就正也]?[是为]|即)$")
_NOUN = regex("[\u4e00-\u9fff]{2}")
"""What an ordinal is of."""
_SPLIT, _THING = regex("[每各分]"), regex("[^,，;。()\\d]")
"""Between a number of turns and the last: each was of several; behind it: what it is the nth of."""
_NEAR, _REACH, _MOST, _LAST_REACH = 16, 120, 60, 8


class Against(Struct, frozen=True):
    """What tells a number, in order of place, and the number that cannot be by it."""

    earlier: tuple[int, int]
    later: tuple[int, int]


class _Told(Struct, frozen=True):
    start: int
    end: int
    number: int
    unit: str
    turn: int | None
    """How many editions behind this one it is, where words say so."""
    name: str
    """What stands between such words and the number: 上一届艺术节(第三届)."""
    year: int | None


def against_series(facts: Facts) -> Iterator[Against]:
    """Each number of a series that words beside it make impossible."""
    seen = -1
    for match in _ORDINAL.finditer(facts.text):
        if facts.in_grid(match.start()):
            continue
        low, high = facts.windows.around("block", match.start(), match.end(), _REACH)
        yield from _never_before(facts, match, low, high)
        start, end = facts.windows.bounds("sentence", match.start())
        if start != seen:
            seen = start
            yield from _neighbours(facts, max(start, match.start() - _REACH), min(end, high))
    yield from _past_count(facts)
    yield from _far_turns(facts)
    for match in (m for p in (_TRIED, _HELD) for m in p.finditer(facts.text)):
        number, following = numeral.read(match["number"]), numeral.read(match["next"])
        if number is not None and following is not None and following != number + 1:
            at = match.start("next") - 1
            yield Against((match.start(), match.end("unit")), (at, match.end("next") + 1))


def _never_before(facts: Facts, match: re.Match[str], low: int, high: int) -> Iterator[Against]:
    """第二次承办，此前从未承办过."""
    text, number = facts.text, numeral.read(match["number"])
    if number is None or number < 2 or match["unit"] not in "次回例度":
        return
    if _MET.match(text, match.end(), high):
        return
    once = _ONCE.search(text, match.end(), high) if number > 2 else None
    if once is not None:
        yield Against(once.span(), match.span())
        return
    found = _NEVER.search(text, match.end(), high) or _NEVER.search(text, low, match.start())
    if found is None:
        return
    first, last = min(found.start(), match.start()), max(found.end(), match.end())
    sentences = text.count("。", first, last)
    if sentences <= 2 and not _ELSE.search(text, max(low, first - _NEAR), min(high, last + 6)):
        yield Against(found.span(), match.span())


def _neighbours(facts: Facts, low: int, high: int) -> Iterator[Against]:
    """Two editions of one sentence whose words tell how far they are apart."""
    text = facts.text
    told = [t for m in _ORDINAL.finditer(text, low, high) if (t := _told(facts, m, low))]
    if not 2 <= len(told) <= _MOST:
        return
    yield from _uneven(told)
    if _SKIPPED.search(text, low, high):
        return
    yearly = _YEARLY.search(text, max(low - _REACH, _block(facts, low)), high) is not None
    for one, other in combinations(told, 2):
        if one.unit != other.unit or not _are_of_one(text, one, other):
            continue
        apart = _apart(one, other, yearly)
        if apart is not None and other.number - one.number != apart:
            yield Against((one.start, one.end), (other.start, other.end))
            return


def _are_of_one(text: str, one: _Told, other: _Told) -> bool:
    """Whether what is named before the number of one edition is named beside the other's too."""
    for a, b in ((one, other), (other, one)):
        high = b.end + _NEAR if b.start > a.start else min(b.end + _NEAR, a.start - len(a.name))
        beside = pairs(text[max(0, b.start - _NEAR) : high])
        if (named := pairs(a.name)) and named.isdisjoint(beside):
            return False
    return True


def _block(facts: Facts, at: int) -> int:
    return facts.windows.bounds("block", at)[0]


def _uneven(told: Sequence[_Told]) -> Iterator[Against]:
    """The third of three editions that goes on otherwise than the first two."""
    for a, b, c in zip(told, told[1:], told[2:], strict=False):
        if a.year is None or b.year is None or c.year is None or len({a.unit, b.unit, c.unit}) > 1:
            continue
        forward = a.year < b.year < c.year and a.number < b.number
        if forward and (b.year - a.year) * (c.number - b.number) != (c.year - b.year) * (
            b.number - a.number
        ):
            yield Against((b.start, b.end), (c.start, c.end))


def _apart(one: _Told, other: _Told, yearly: bool) -> int | None:
    if one.turn is not None and other.turn is not None:
        return other.turn - one.turn
    if one.turn is None and not one.year and other.turn == -1:
        return -1
    if yearly and other.year is not None and (one.year is not None or other.year == -1):
        return other.year - (one.year or 0)
    return None


def _told(facts: Facts, match: re.Match[str], low: int) -> _Told | None:
    text, number = facts.text, numeral.read(match["number"])
    if number is None:
        return None
    near = max(low, match.start() - _NEAR)
    turns = ((-1, _BEFORE), (0, _NOW), (1, _AFTER))
    years = ((-1, _LAST_YEAR), (0, _THIS_YEAR), (1, _NEXT_YEAR))
    found = ((n, words.search(text, near, match.start())) for n, words in turns)
    turn, led = next(((n, told) for n, told in found if told), (None, None))
    year = next((n for n, words in years if words.search(text, near, match.start())), None)
    stated = _YEAR.search(text, near, match.start())
    if stated is not None and year is None and facts.year is not None:
        year = int(stated[1]) - facts.year
    name = led["name"] if led else ""
    return _Told(match.start(), match.end(), number, match["unit"], turn, name, year)


def _far_turns(facts: Facts) -> Iterator[Against]:
    """下一届即第十四届, where the report tells of the 第十二届 alone."""
    text = facts.text
    told = [
        edition
        for match in _ORDINAL.finditer(text)
        if match["unit"] == "届" and (edition := _told(facts, match, 0)) is not None
    ]
    for one in told[:_MOST]:
        others = [
            e for e in told if e.turn is None and e.start != one.start and _are_of_one(text, one, e)
        ]
        if not one.turn or len({e.number for e in others}) != 1:
            continue
        skipped = _SKIPPED.search(text, *facts.windows.bounds("clause", one.start))
        if not skipped and others[0].number != one.number - one.turn:
            first, last = sorted((others[0], one), key=lambda e: e.start)
            yield Against((first.start, first.end), (last.start, last.end))


def _are_counted(count: re.Match[str], ordinal: re.Match[str]) -> bool:
    """Whether an ordinal is of what is counted: of its unit and noun, or told as the last of it."""
    text = ordinal.string
    if ordinal["unit"] == count["unit"]:
        noun = _NOUN.match(text, ordinal.end())
        behind = min(count.end() + _NEAR, ordinal.start())
        return not noun or noun[0] in text[max(0, count.start() - _NEAR) : behind]
    if ordinal["unit"] not in _TURNS:
        return False
    told = _IS_LAST.search(text, max(count.end(), ordinal.start() - _LAST_REACH), ordinal.start())
    split = _SPLIT.search(text, count.start() - _NEAR, ordinal.start()) or _THING.match(
        text, ordinal.end()
    )
    return told is not None and told["unit"] == count["unit"] and not split


def _past_count(facts: Facts) -> Iterator[Against]:
    """A number past that of all: 前后开过三次，最后即第四次."""
    text = facts.text
    for match in _COUNT.finditer(text):
        number = numeral.read(match["number"])
        _, high = facts.windows.behind("block", match.start(), match.end(), _REACH)
        if number is None or number < 2:
            continue
        for ordinal in _ORDINAL.finditer(text, match.end(), high):
            told = numeral.read(ordinal["number"])
            if told is None or told <= number or not _are_counted(match, ordinal):
                continue
            if _AHEAD.search(text, match.start() - _NEAR, ordinal.end()):
                break
            if _LAST.search(text, match.end(), ordinal.start()):
                yield Against(match.span(), ordinal.span())
                break
