"""Announced numbers with the numbered points they announce: 三个问题，一是……，二是……，三是…….

The points stand in the same paragraph behind words (一是, 其一, 第一步), or as paragraphs of their
own behind a colon.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from operator import attrgetter

from linter.binding.counts.below import bullets_below, rows_below
from linter.binding.counts.enumeration import Enumeration, is_announcing
from linter.facts.facts import Facts
from linter.facts.numeral import parse, read
from linter.facts.quantity import ONE, Quantity
from linter.interval import exactly
from linter.regexes.late import regex

_NAME = regex(
    r"[个大]?(?:方面|问题|[点条步项类]|走|阶段|建议|措施|原因|打算|想法|特点|经验|环节)?[^,，。;:\d]{0,12}"
    r"(?:(?<![中里])[,，][^,，。;:\d一二三四五六七八九十两原问]{2,16}(?=:))?(?P<colon>[:。,，])"
)
_POINTS = tuple(
    regex(pattern)
    for pattern in (
        r"(?<![\u4e00-\u9fff])(?P<number>[一二三四五六七八九十]{1,2})[是要](?!求)",
        r"(?<![\u4e00-\u9fff])其(?P<number>[一二三四五六七八九十])(?=[,，、:])",
        r"第(?P<number>[一二三四五六七八九十])(?:步|[,，:]|、(?!第)|是)",
    )
)
_FIGURED = tuple(
    regex(pattern)
    for pattern in (
        r"(?<![\d.])(?P<number>\d{1,2})[.、](?!\d)",
        r"(?<!另)(?<!另[外含有加])(?P<number>[①-⑩])",
        r"\((?P<number>\d{1,2})\)",
        r"\((?P<number>[一二三四五六七八九十]{1,2})\)",
        r"第(?P<number>[一二三四五六七八九十])[点条项](?=是|为|[,，:])",
        r"(?<=[:;。])\s?(?P<number>[一二三四五六七八九十])、(?![一二三四五六七八九十])",
    )
)
"""Numbers of points behind a noun of points only: others number tables, or parts of a heading."""
_POINTED = regex(
    "问题|做法|措施|建议|经验|方面|原因|亮点|成效|特点|不足|件事|办法|任务|打算|职责|职能|内容|程序|步骤|情形|条件|要求|环节|板块|模块|子项目?|领域|[两二三四五六七八九十2-9]点"
    "|(?<=[有为])[两二三四五六七八九十2-9]条(?=[:。,，])"
)
"""Nouns of points that numbered paragraphs tell, though no colon leads to them."""
_BARE = regex(
    "(?:问题|原因|做法|措施|建议|经验|体会|启示|成效|特点|不足|难点|短板|亮点|表现|打算|其因|方面)"
    "(?:主要|大致|大体|归纳起来|概括起来|集中)?有(?P<number>[二三四五六七八九])(?=[:。,，])"
)
_CLOCK = regex(
    r"(?<![\d.:月日号午早晚晨夜于时周天至到前后])(?P<number>[2-9])点(?=[:。]|展开|发力|推进|入手|落实|着力|着手|问题"
    "|不足|体会|原因|建议|措施|经验|做法|要求|意见|启示|打算|说明|成效|特点|亮点|考虑)"
)
"""Points in digits, which may be read as an hour: 围绕4点展开：第一，……."""
_BODIES = regex(
    "(?:[组队班村镇乡县区市局站所校院部科股室段库场园户人家台套辆份名天月年]|单位|企业|公司|点位)。$"
)
"""Bodies and things, behind which another sentence tells what was done: 组成2个小组。一是……."""
_GROUPED = regex(r"(?:问题|建议|意见|事项|任务)?(?:[,，;。()\n]|$)")
"""Behind a number of things in a point: it is told of no more than that."""
_OF_KIND = regex("[\u4e00-\u9fff]{2,6}(?:指标|类|方面)(?![\u4e00-\u9fff])")
"""What a point is where it stands for several: ①数量指标；②质量指标."""
_ELSEWHERE = regex("其[余他][一二三四五六七八九十两几各\\d]{0,2}[点条项]|见附")
"""Behind points: there are more of them."""
_ONE_MORE = regex(r"[,，;。\n]\s*(?:另[外加有含]|此外|还有)")
"""Among points, or right behind them: one more that bears no number."""
_NAMED_BEFORE = regex(
    f"(?:{_POINTED.pattern})[^,，;。:]{{0,4}}(?:[有共计为]|共有|共计)$|(?:{_POINTED.pattern}|目标|指标)$"
)
"""Right before a number: what has so many points (原因有三, 产出目标三项)."""
_LEAD = 12
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_BREAK = regex("[,，]")
_OF_SOME = regex(
    "[,，](?!分别|依次|即|具体|逐[条项个一]|包括|也就是|归纳|概括|总结|简单|主要(?:是|为):)|其中|突出|典型|较为|尚未"
)
"""Between a number and points: these may be some of its things, or points of something else."""
_SPACE = regex(r"\s*")
_NEAR = 4
_LONGEST = 2_000
"""How many characters of a paragraph are looked through."""
_PARAGRAPHS = 100
"""How many paragraphs are looked through for points."""
_SHOWN, _MARKS = 40, frozenset(",，、:.")
_END = regex(
    "[;。\n]|[,，、][一二三四五六七八九十]{1,2}是|[,，]其[一二三四五六七八九十]|[,，、]第[一二三四五六七八九十]"
)
_FEWEST, _MOST = 2, 12
_NOT_ALL = regex(r"第|前|后|首|其中|每|另|上|[午早晚晨]$")


def numbered_points(facts: Facts) -> Iterator[Enumeration]:
    """Every announced number with its points."""
    for figure in (*facts.in_text, *_bare(facts)):
        if not _is_announced(facts, figure):
            continue
        name = _NAME.match(facts.text, figure.end)
        if name is None or facts.within(figure.end, name.end()):
            continue
        found = _in_paragraph(facts, figure, name.end(), figure.start)
        listed = (name["colon"] == ":" and not _BREAK.search(name[0])) or (
            name["colon"] == "。" and _POINTED.search(facts.text, figure.start, name.end())
        )
        if found is None and listed:
            below = _behind_space(facts.text, name.end())
            found = _in_paragraph(facts, figure, below, below)
            found = found or _in_paragraphs(facts, figure, name.end())
        if found is None or _are_groups(facts, figure, found):
            continue
        bodies = _BODIES.search(facts.text, figure.start, name.end()) is not None
        if bodies and not _end_alike(found):
            continue
        if found.holds() or not _is_of_some(facts, figure, found):
            yield found


def _end_alike(found: Enumeration) -> bool:
    """Whether several points name bodies, all ending alike: 一是市财政局；二是市教育局."""
    return len(found.items) > 1 and len({item[-1:] for item in found.items}) == 1


def _are_groups(facts: Facts, figure: Quantity, found: Enumeration) -> bool:
    """Whether points bear numbers of what is announced: ①资金方面2个；②项目方面4个."""
    told = [
        f
        for f in facts.within(found.start, found.end)
        if is_announcing(f) and _GROUPED.match(facts.text, f.end)
    ]
    if sum(f.printed for f in told) == figure.printed:
        return True
    told = [f for f in told if f.unit == figure.unit]
    kinds = all(map(_OF_KIND.match, found.items))
    return (len(told) > 1 or kinds) and not found.holds()


def _is_of_some(facts: Facts, figure: Quantity, found: Enumeration) -> bool:
    """Whether words between a number and points say that these may be of some of it alone."""
    some = _OF_SOME.search(facts.text, figure.end, found.start) is not None
    fewer = len(found.items) < figure.printed
    if not fewer:
        return some
    _, high = facts.windows.bounds("block", found.start)
    rest = _ELSEWHERE.search(facts.text, found.start, high) is not None
    rest = rest or _ONE_MORE.search(facts.text, found.start, found.end + _LEAD) is not None
    return some or rest or found.items[-1].endswith("等")


def _bare(facts: Facts) -> Iterator[Quantity]:
    """Numbers of points that have no unit, or one that is read as an hour: 主要问题有三：."""
    for found in chain(_BARE.finditer(facts.text), _CLOCK.finditer(facts.text)):
        number = read(found["number"])
        high = facts.windows.bounds("block", found.start())[1]
        rest = _ELSEWHERE.search(facts.text, found.end(), high)
        if number and not rest and not facts.in_table(found.start()):
            value = Decimal(number)
            span = found.span("number")
            yield Quantity(*span, exactly(value), value, ONE, "count:个", "个", ONE)


def _is_announced(facts: Facts, figure: Quantity) -> bool:
    if not figure.dimension.startswith("count:") or not 2 <= figure.printed <= _MOST:
        return False
    before = facts.text[max(0, figure.start - 2) : figure.start]
    return figure.hedge is None and not _NOT_ALL.search(before)


def _behind_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _in_paragraph(facts: Facts, figure: Quantity, start: int, at: int) -> Enumeration | None:
    """The points of a paragraph; nothing where their numbers are not 1, 2, 3, …."""
    _, high = facts.windows.behind("block", at, start, _LONGEST)
    lead = max(figure.start - _LEAD, facts.windows.bounds("clause", figure.start)[0])
    pointed = _POINTED.search(facts.text, figure.start, start) or _NAMED_BEFORE.search(
        facts.text, lead, figure.start
    )
    for pattern in (*_POINTS, *(_FIGURED if pointed else ())):
        points = list(pattern.finditer(facts.text, start, high))
        if not points or points[0].start() - start > _NEAR:
            continue
        points += _going_on(facts, pattern, high)
        points = _without_outer(facts, pattern, figure, points)
        numbers = [_number(point) for point in points]
        if not points or numbers != list(range(1, len(points) + 1)):
            return None
        spans = [_item(facts, point.end()) for point in points]
        items = tuple(facts.text[start:end] for start, end in spans)
        return Enumeration(figure, points[0].start(), spans[-1][1], items, False)
    return None


def _without_outer(
    facts: Facts, pattern: re.Pattern[str], figure: Quantity, points: list[re.Match[str]]
) -> list[re.Match[str]]:
    """The points without those that go on a list in which the announced one stands.

    Where there are just as many as announced, an earlier list had come to its end.
    """
    if len(points) == figure.printed:
        return points
    low, _ = facts.windows.before("block", figure.start, _LONGEST)
    outer = [_number(point) for point in pattern.finditer(facts.text, low, figure.start)]
    if not outer or outer[-1] is None:
        return points
    numbers = [_number(point) for point in points]
    return points[: numbers.index(outer[-1] + 1)] if outer[-1] + 1 in numbers else points


def _going_on(facts: Facts, pattern: re.Pattern[str], at: int) -> Iterator[re.Match[str]]:
    """The points of the next paragraphs, as long as each begins with a point past the first."""
    for _ in range(_PARAGRAPHS):
        start = _behind_space(facts.text, at)
        first = pattern.match(facts.text, start)
        _, at = facts.windows.bounds("block", start)
        if first is None or _number(first) == 1 or at <= start:
            return
        yield from pattern.finditer(facts.text, start, min(at, start + _LONGEST))


def _in_paragraphs(facts: Facts, figure: Quantity, start: int) -> Enumeration | None:
    """The numbered paragraphs behind a colon that ends its own."""
    _, high = facts.windows.bounds("block", figure.start)
    if facts.text[start:high].strip():
        return None
    told = facts.text[start - 1] == ":" and (
        bullets_below(facts, high) or rows_below(facts, figure, high)
    )
    if told:
        return Enumeration(figure, *told, False, True)
    first = facts.outline.after(high)
    if first is None or first.marker is None or first.marker.value != 1:
        return None
    own = facts.outline.at(figure.start)
    stopped = facts.text[start - 1] == "。"
    if stopped and (first.marker.style == "一、" if own is None else first.parent != own.index):
        return None
    if facts.text[high : first.start].strip():
        return None
    style = first.marker.style
    beside = facts.outline.children(first.parent)
    at = bisect_left(beside, first.index, key=attrgetter("index"))
    points = beside[at : at + _PARAGRAPHS]
    numbered = [s.marker.value for s in points if s.marker and s.marker.style == style]
    if len(points) < _FEWEST or numbered != list(range(1, len(numbered) + 1)):
        return None
    if len(numbered) != len(points):
        return None
    items = tuple(section.title for section in points)
    return Enumeration(figure, first.start, points[-1].title_end, items, False)


def _number(point: re.Match[str]) -> int | None:
    digits = point["number"]
    if digits in _CIRCLED:
        return _CIRCLED.index(digits) + 1
    return int(digits) if digits.isascii() else parse(digits)


def _item(facts: Facts, start: int) -> tuple[int, int]:
    """A point without what numbers it, up to where its clause ends."""
    while facts.text[start : start + 1] in _MARKS:
        start += 1
    end = _END.search(facts.text, start, start + _SHOWN)
    return start, end.start() if end else min(start + _SHOWN, len(facts.text))


def points_between(text: str, low: int, high: int) -> int:
    """How many points a stretch of text numbers (一是……，二是……); none where they don't go on."""
    for pattern in _POINTS:
        numbers = [_number(point) for point in pattern.finditer(text, low, high)]
        if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
            return len(numbers)
    return 0
