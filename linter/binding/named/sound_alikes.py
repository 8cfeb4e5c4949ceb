"""Names of one thing written in two ways: 石榴沟村 and 石留沟村, “银龄守护” and “银铃守护”.

They differ in one character by one that sounds alike, or by two that changed places. No county
gives two of its places names that sound alike (地名管理条例); what is told of two things side by
side (南坪街道与南平街道) is of two.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from linter.facts.facts import Facts
from linter.model import Span
from linter.regexes.late import regex

_KIND = regex(
    "(?P<name>[\u4e00-\u9fff]{2,8})(?P<kind>村|社区|街道|(?<!乡)镇|乡(?![镇村亲])|小学|中学|学校|幼儿园|医院|卫生院"
    "|敬老院|公司|会计师事务所|律师事务所|合作社|水库|泵站)"
)
_QUOTED = regex("“(?P<name>[\u4e00-\u9fff]{3,8})”")
_PLAIN = frozenset("在由对为和与是有的该各每全本向到从及或等其此某农行自")
_SIBLINGS = frozenset(
    "东西南北中上下前后左右大小新老旧内外一二三四五六七八九十甲乙丙丁省市县区州镇乡村"
)
_LANDS = frozenset(
    "岗港沟湾河坪溪塘堰桥渡坡坝坑冲洼墟寨堡圩埠屿浦浜泾洲滩潭岭岩坞垭庄营屯山江湖泉川林店集口门楼"
)
"""Ends of names of places: two places may well have two that sound alike."""
_JOINED = regex("[、与和及跟]|以及|相邻|分别|不同|另")
_BEFORE = 3
"""How many characters before a kind are compared at the most."""
_NEAR, _FIRST_LEVEL, _ROW, _BASE = 6, 55, 94, 0xA1
"""GB 2312 has its 3755 commonest characters by their sound: so near ones sound alike."""
_MOST, _SWAPPED, _LONG, _CLOSE = 200, 6, 6, 16

_Place = tuple[str, Span]


def sound_alikes(facts: Facts) -> Iterator[tuple[Span, Span]]:
    """Each second name with the first that it may be, where neither stands side by side with it."""
    places = [*_places(facts)][:_MOST]
    first: dict[str, Span] = {}
    for name, span in places:
        first.setdefault(name, span)
    by_length: dict[int, list[str]] = {}
    for name in first:
        by_length.setdefault(len(name), []).append(name)
    for names in by_length.values():
        for one, other in combinations(names, 2):
            if _are_alike(one, other) and not _stand_together(facts, places, one, other):
                spans = first[one], first[other]
                yield max(spans, key=_start), min(spans, key=_start)


def _start(span: Span) -> int:
    return span.start


def _places(facts: Facts) -> Iterator[_Place]:
    """Names before their kinds, by their last characters, and names in quotation marks."""
    for found in _KIND.finditer(facts.text):
        name = found["name"]
        lengths = {len(name), 2, _BEFORE} if found["kind"] == "公司" else {2, _BEFORE}
        for length in lengths:
            if len(name) >= length:
                start = found.end("name") - length
                yield facts.text[start : found.end()], Span(start, found.end())
    for found in _QUOTED.finditer(facts.text):
        yield found[0], Span(*found.span())


def _are_alike(one: str, other: str) -> bool:
    """Whether two names differ by one character behind the first, or by two swapped."""
    apart = [k for k in range(len(one)) if one[k] != other[k]]
    if not apart or one[0] in _PLAIN or (apart[0] == 0 and len(one) < _LONG):
        return False
    if len(apart) == 1:
        return _sound_alike(one[apart[0]], other[apart[0]])
    a, b = apart[0], apart[-1]
    swapped = len(apart) == 2 and b == a + 1 and (one[a], one[b]) == (other[b], other[a])
    return swapped and len(one) >= _SWAPPED


def _sound_alike(one: str, other: str) -> bool:
    """Whether two common characters stand near each other in the order of their sounds."""
    if {one, other} & (_PLAIN | _SIBLINGS):
        return False
    places = _place(one), _place(other)
    if {one, other} <= _LANDS:
        return False
    common = max(places) < _FIRST_LEVEL * _ROW and min(places) >= 0
    return common and abs(places[0] - places[1]) <= _NEAR


def _place(letter: str) -> int:
    """Where a character stands in GB 2312, from its first Chinese character; below 0 for none."""
    code = letter.encode("gb2312", "ignore")
    return (code[0] - 0xB0) * _ROW + code[1] - _BASE if len(code) == 2 else -1


def _stand_together(facts: Facts, places: list[_Place], one: str, other: str) -> bool:
    """Whether two names stand side by side anywhere, or both are told again and again."""
    spans = {name: [s for n, s in places if n == name] for name in (one, other)}
    if min(map(len, spans.values())) > 1:
        return True
    for a in spans[one]:
        for b in spans[other]:
            low, high = sorted((a, b), key=_start)
            between = facts.text[low.end : high.start]
            if len(between) <= _CLOSE and _JOINED.search(between):
                return True
    return False
