"""Two figures and how far they are apart, held against each other in any words.

由412公斤增至454公斤，增产42公斤; 较限值35微克低2微克; 目标是400人，比目标多38人.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.names import changes_another, pairs
from linter.binding.sums.triads.alone import triads
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

Way = Literal["up", "down"]

_UP = (
    "增[加长产收支添设]|提[高升]|[上抬攀]升|上[涨浮调扬]|超[过出支额]|多[支用出]|高出"
    "|延长|扩[大充展]|净增|拉长"
)
_DOWN = (
    "[减缺]少|[降调]低|下[降浮调滑跌]|缩[短减小]|[压精]减|压[缩降]|回落|节[约省支水电油能气]|少[支用]|低出"
    "|提前|让利|核减|净减|省[了下]"
)
_X = r"[^,，;。:、()\d]"
_Y = r"[^,，;。:、()\d到至为成于达]"
_AGAINST = "(?<![占同环对])比较?|相?较于?|对[照比]|(?<=[,，])(?:[与和]|同(?![比期]))"
_CHANGE = (
    rf"(?:(?:(?P<up>{_UP})|(?P<down>{_DOWN}))[了出掉]?{_Y}{{0,3}}"
    rf"|(?:(?P<rise>[高多超涨升增]|(?<![,，])长)|(?P<fall>[低少降短减])|相?差[距额]?|领先|落后|提速|[快慢早晚迟])[了出掉]?"
    rf"{_Y}{{0,3}})(?<![到至为成于达])$"
)
_ABOVE, _UNDER = (
    "(?P<above>[高多大]于|超[过出]|[高多]出)",
    "(?P<under>[低少小]于|[低少]出|不及|不足)",
)
_NAMED = regex(
    rf"(?:{_AGAINST})(?P<noun>{_X}{{2,10}}?)(?:相比)?[,，]?{_CHANGE}"
    rf"|(?:{_ABOVE}|{_UNDER}|领先|落后)[了于]?(?P<than>{_X}{{2,10}})$"
)
"""Before how far two figures are apart: that it is, with the name of one of them."""
_PLAIN = regex(
    rf"\)?(?:的?{_X}{{0,8}}?|{_X}{{0,4}}[,，](?:相比|每{_X}{{1,4}}|[人户亩平]均|[我本]{_X}|[共净实又整]|实际|合计|一[年周月季天]|同比|环比|即)*?)"
    rf"{_CHANGE}"
)
"""The same, without any name."""
_OF = regex(rf"\)?的{_X}{{2,8}}")
"""Before it, where the words that tell of it stand before the second: 超出15分钟的规定时限2分钟."""
_LONGEST = 30
_FROM, _TO = (
    regex(r"(?<![自不])[由从][^,，;。\d]{0,24}$"),
    regex(rf"[\u4e00-\u9fff][到至为成]{_X}{{0,8}}$"),
)
_HELD = regex(rf"(?:{_AGAINST}|{_ABOVE}|{_UNDER})了?{_X}{{0,16}}$")
"""Before what another figure is held against, and which way the word says."""
_CHANGED = regex(_CHANGE)
_MARK = regex(
    "平均|均值|目标|计划|定额|基准|限[值额]|上限|规定|承诺|控制价|概算"
    "|(?P<past>[上去前]一?年|同期(?!全)|原[来先]|[以此之]前|[改实整]\\w前|上[期季月]|年初)"
)
"""In the words before a figure that another is held against."""
_NTH = regex("第[一二三四五六七八九十]+")
"""In a name: what things of one kind have alike."""
_YEARLY, _DATED = regex("[同环]比"), regex(r"\d{4}年|满分")
_NOW = regex(rf"(?:[今本当]年|本期|[改实整]\w后|现[在只仅需为有]|目前){_X}{{0,12}}$")
_OPEN = regex(
    "其中|另|除|分别|依次|累计|折合|等[^额级于]|扣|因|由于|主要|其他|连续|[上前后再又]一(?!年)|差距|[增降涨减跌]幅"
)
"""Among the figures: the change may be of others."""
_GOES_ON = regex(r"\)?(?:的(?!差)|/|以[上下内]|左右|[、和至])")
_CLAUSE = regex("[^,，;。]*")
_TEMPERATURE = "temperature"

_BEYOND = regex("超出?的?$|溢出的?$")
"""Before by how much a figure is above what stands anywhere near: 以100分为限，超出的1分."""


class Gap(Struct, frozen=True):
    """Three figures; ``way`` is how ``now`` is told to stand to what it is held against."""

    base: Quantity
    now: Quantity
    gap: Quantity
    way: Way | None


def is_of_others(facts: Facts, found: Gap) -> bool:
    """Whether one of two figures is so far from another that stands near: 101分……以100分为限."""
    if not _BEYOND.search(facts.own_words(found.gap)):
        return False
    near = facts.within(*facts.windows.around("block", found.gap.start, found.gap.end))
    others = [f for f in near if f.dimension == found.gap.dimension and f is not found.gap]
    values = {abs(f.printed - own.printed) for f in others for own in (found.base, found.now)}
    return found.gap.printed in values


def gaps(case: Case) -> Iterator[Gap]:
    """Each three figures of which one is told to be how far the others are apart."""
    facts = case.facts
    for figures in case.once(triads):
        gap = _gap(facts, figures)
        if gap is None:
            continue
        first, second = (f for f in figures if f is not gap)
        if (
            first.printed < 0
            or _GOES_ON.match(facts.text, gap.end)
            or not _are_alike(first, second, gap)
        ):
            continue
        low, _ = facts.own_lead(figures[0])
        if _OPEN.search(facts.text, low, figures[2].start) or _is_another(facts, low, gap):
            continue
        before = next((f.end for f in reversed(figures) if f.start < gap.start), low)
        found = _told(facts, first, second, facts.text[before : gap.start])
        if found is not None:
            base, way = found
            if gap is not figures[2] and base is not figures[2]:
                continue
            yield Gap(base, first if base is second else second, gap, way)


def _is_another(facts: Facts, low: int, gap: Quantity) -> bool:
    """Whether a change is of what nothing before it tells: 在校生912人，增加教师12人."""
    return changes_another(facts.own_words(gap), facts.text[low : facts.own_lead(gap)[0]])


def _gap(facts: Facts, figures: tuple[Quantity, Quantity, Quantity]) -> Quantity | None:
    """The only one of three whose words tell of a change, or what that change comes to."""
    told = [f for f in figures if _is_changed(facts.own_words(f))]
    if len(told) != 1:
        return None
    goes_on = _OF.fullmatch(facts.text, told[0].end, figures[2].start)
    return figures[2] if goes_on else told[0]


def _is_changed(words: str) -> bool:
    return bool(_NAMED.search(words[-_LONGEST:]) or _CHANGED.search(words))


def multiples(facts: Facts) -> Iterator[Gap]:
    """Each two figures and by how many times the first became the second."""
    row = facts.running
    for first, second, times in zip(row, row[1:], row[2:], strict=False):
        if times.dimension != "times" or first.dimension != second.dimension:
            continue
        low = facts.own_lead(first)[0]
        plain = _PLAIN.fullmatch(facts.text, second.end, times.start)
        told = not (first.hedge or second.hedge or times.hedge or first.per or second.per)
        if (
            told
            and plain
            and plain["up"]
            and facts.windows.share("sentence", first.start, times.start)
            and not _OPEN.search(facts.text, low, times.start)
            and _is_course(facts, first, second)
        ):
            yield Gap(first, second, times, None)


def _are_alike(first: Quantity, second: Quantity, gap: Quantity) -> bool:
    """Whether two figures and their difference are of one unit; of two rates it is in points."""
    points = "percent-point" if first.dimension == "percent" else first.dimension
    alike = first.dimension == second.dimension != _TEMPERATURE
    return alike and gap.dimension == points


def _told(
    facts: Facts, first: Quantity, second: Quantity, tail: str
) -> tuple[Quantity, Way | None] | None:
    """Which of two figures the other is held against, and how it stands to it, as words tell."""
    if named := _NAMED.search(tail[-_LONGEST:]):
        noun = named["noun"] or named["than"]
        names = ((f, _names(facts, f, noun)) for f in (first, second))
        known = pairs(_NTH.sub("", noun))
        called = [f for f, name in names if known & pairs(_NTH.sub("", name))]
        return (called[0], _way(named)) if len(called) == 1 else None
    plain = _PLAIN.fullmatch(tail)
    held = _HELD.search(facts.text, *facts.own_lead(second))
    if any(facts.within(first.end, second.start)):
        return None
    if held is not None:
        way = _way(plain) if plain else _way(held)
        return (second, way) if plain or (way and _OF.fullmatch(tail)) else None
    if plain is None:
        return None
    if _is_course(facts, first, second):
        return first, _way(plain)
    yearly = _YEARLY.search(tail) is not None
    base = _marked(facts, first, second, yearly=yearly)
    return (base, _way(plain) if yearly else None) if base else None


def _marked(facts: Facts, first: Quantity, second: Quantity, *, yearly: bool) -> Quantity | None:
    """The one of two that is called a benchmark; with 同比, the one of the year before."""
    low, _ = facts.own_lead(first)
    found = {f: m for f in (first, second) if (m := _MARK.search(facts.own_words(f)))}
    past = [bool(m["past"]) for m in found.values()]
    plain = len(found) == 1 and past == [yearly]
    return next(iter(found)) if plain and not _DATED.search(facts.text, low, second.start) else None


def _is_course(facts: Facts, first: Quantity, second: Quantity) -> bool:
    """Whether words say that the first became the second."""
    one, other = facts.own_lead(first), facts.own_lead(second)
    past = _MARK.search(facts.text, *one)
    changed = _FROM.search(facts.text, *one) and _TO.search(facts.text, *other)
    return bool(changed or (past and past["past"] and _NOW.search(facts.text, *other)))


def _names(facts: Facts, figure: Quantity, noun: str) -> str:
    """The words that name a figure, before it and, but for a noun further off, behind it."""
    behind = _CLAUSE.match(facts.text, *facts.trail(figure))
    words = behind[0] if behind else ""
    named = words.removeprefix("的").startswith(noun)
    return f"{facts.own_words(figure)},{words if named else words.replace(noun, '')}"


def _way(found: re.Match[str]) -> Way | None:
    """Which way a word says."""
    groups = found.groupdict()
    if any(groups.get(name) for name in ("up", "rise", "above")):
        return "up"
    return "down" if any(groups.get(name) for name in ("down", "fall", "under")) else None
