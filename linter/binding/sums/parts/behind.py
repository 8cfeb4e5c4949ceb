"""A part named by 其中 right behind its whole: 共1061人，其中脱贫人口405人."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.averages import is_average
from linter.binding.names import pairs
from linter.binding.slips import UNIT_SLIPS
from linter.binding.summing import LEFT
from linter.binding.sums.counters import other_counter
from linter.binding.sums.parts.measures import is_measure
from linter.binding.sums.taken import has_minus
from linter.facts.facts import Facts
from linter.facts.quantity import PEOPLE, Quantity
from linter.interval import total
from linter.regexes.late import regex

_NO_PARTS = (
    "percent",
    "fraction",
    "percent-point",
    "times",
    "score",
    "number",
    "years",
    "age",
    "month",
    "day",
)
_PRICED = regex("(?:按|单价|每|标准)$")
_OF_ONE = regex(
    "单位[^,，;。\\d]{0,4}(?:能耗|成本|造价|产值)"
    "|[\u4e00-\u9fff]均[^,，;。\\d]{0,4}$|净[增减迁流]"
    "|可支配收入|(?:[农居渔牧]民|职工|务工|家庭)[^,，;。\\d]{0,4}(?:收入|工资)"
)
"""What is told of one of many: a part of these may well be above it."""
_MEAN = regex("平均|均价|单位成本|单位造价|单价|时限|时长|用时|耗时")
"""Before a part that is above its whole: it is one of many, of which the whole is the mean."""
_CHANGED = regex("[较比][^,，;。\\d]{1,10}(?:增加|减少|增长|[多少])了?$")
"""Before what something changed by, which has no parts: 人数较上年增加23人，其中大学生41人."""
_BECAME = regex("(?:增加?|增长|扩大?|提高|发展|减少?|下降|降低?)[至到为]")
"""Behind what there was before a change: the parts are of what there is now."""
_EACH = regex("[各每][\u4e00-\u9fff]{1,4}$")
"""Before what each of several has: 9个乡镇各增设1处，先行建设其中4处."""
_OF_ALL = regex(r"[;。]\s*其中")
"""A new clause: its 其中 is of all that was said before, not of the last figure."""
_NAMED = regex("其中|含|不外乎|[里中]|[,，(]内有")
_REACH, _FAR = 20, 120
_PART_LEAD = regex(
    rf"(?:其中|[当之]中|里[头面]|不外乎)[^,，;。\d]{{0,6}}(?:\d{{1,3}}(?:小时|周?岁|年|个月"
    rf"|天)[以之]?[上下内]?|\(\d\))?[^,，;。\d]{{0,{_REACH}}}$"
    rf"|其中[^,，;。()\d]{{0,6}}\([^()]{{1,16}}\)[^,，;。()\d]{{0,8}}$"
    rf"|[,，(]内有[^,，;。\d]{{0,{_REACH}}}$|(?<![不未共各])(?<![不未]包)含(?![在于])[^,，;。)\d]{{0,{_REACH}}}$"
)
_WITH_IT = regex("含[^,，;。)\\d]*(?:[后内则][的为是有共达计]{0,2}|[共合]计?有?|统?计[为是]?)$")
"""含分馆人工计数后是18.9万人次: the whole with what it holds, no part of it."""
_WITHIN = regex(
    r"的?(?:(?![和及与或])[\u4e00-\u9fff]){0,6}?(?:[当之]中|里(?![程面])|(?<![初高集])中(?![标央心学小级期层型等医药国西部选途]))[,，]?"
    rf"[^,，;。\d]{{0,{_REACH}}}"
)
"""Between a whole and the part right behind it: 9人中院内5人; 96.8万册里，成人图书68.9万册."""
_OUTSIDE = regex("另[列算计行]|单[列独]|(?:不算|不含|不计|不包括|不列入|不纳入)在?$")
"""The same: one is not in the other: 1500吨另列在应急库里，不算在5.80万吨以内."""
_HOLDS = regex("(?<!包)含(?P<name>[\u4e00-\u9fff]{2,8}?)[共有]?$")
"""Right before a figure: what it names may be others than what holds them: 3个镇，含村庄12个."""
_PLACES = regex("(?P<place>镇|乡|街道|社区|园区|片区|[县市区村校]庄?|集团|基地|中心)[)、,，]*$")
"""At the end of what a whole counts: such as have others in them."""
_OWN_PARTS = ("中", "里")
"""Right behind a figure: 其中 speaks of a part of it: 其中尾款45.65万元中由结转承担26.60万元."""
_OWN_WHOLE = regex(r"(?:[^,，;。、()\d]{0,8}?[^,，;。、()\d高初])?[中里]的?[^,，;。、()\d]{0,4}\d")
"""The same behind an item of a list, with what it counts: 见习单位13家中的5家."""
_GENERAL = frozenset("个项处家名")
_CHOSEN = regex("抽[取查选中样]|选[取择定出]|走访|随机|挑选|访谈|[入进]户")
_THING = regex(r"[\u4e00-\u9fff]{1,4}(?=[、,，;。)])")
"""Behind a part that was chosen among other things: 在4个乡镇中抽取12个村."""
_DIGITS = regex(r"\d[^,，;。]*")
_REST = regex(f"{LEFT}|另")
"""Between a whole and 其中, which is of what is left (86万元，其余为水电耗材，其中水电92万元)."""
_APART = regex("[,，][^,，;。\\d]{6,}[,，(] ?(?=其中)|[,，(]内有")
"""The same: a clause without a figure, which may be what 其中 speaks of."""
_JOINED = regex(r"[、和与及][^,，;。、\d]{0,10}")
_ITEM = regex(r" ?、 ?[\u4e00-\u9fff]{2,10}")
_WIDER = {f"count:{unit}": ("count:台", "count:套") for unit in ("台(套)", "台套")}
"""Units of two kinds of things, with those of each kind."""
_CLASSES = frozenset("类级期")
_MOST_TIMES = 101
"""So many times a whole no slip makes of its part: it is of something else."""
_DRAWN = regex("带动|撬动|拉动|引导|吸引|产值")
"""Before what money draws, and is no part of it."""
_MOST, _LISTED = 4, 40
"""Among how many figures before a part its whole is looked for, and of how many it may be."""


def is_apart(facts: Facts, part: Quantity, whole: Quantity) -> bool:
    """Whether a clause without a figure stands between a whole and its part, or 内有.

    What is inside may be in the house and not among those told before: 工作人员35名，内有学员86名.
    """
    return _APART.search(facts.text, whole.end, part.start) is not None


def figure_parts(facts: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    """Each (part, whole) where 其中 names the part right after its whole, in one sentence."""
    for part in facts.led_by(_NAMED, _REACH):
        start = part.start
        beside = _within(facts, part)
        near = facts.windows.before("clause", start, 2 * _REACH)
        lead = beside or _PART_LEAD.search(facts.text, *near)
        if (
            lead is None
            or part.dimension in _NO_PARTS
            or _PRICED.search(lead[0])
            or _WITH_IT.search(lead[0])
            or facts.text.startswith(_OWN_PARTS, part.end)
            # people are inside with others, 居民1350人次，内有学生180人次; 园区内有站点 are others
            or ("内有" in lead[0] and part.dimension not in PEOPLE)
            or part.start in facts.gridded
            or _is_offset(facts, part)
        ):
            continue
        sentence, _ = facts.windows.bounds("sentence", part.start)
        own = max(sentence, facts.text.rfind(";", sentence, start))
        listed = [
            whole
            for whole in (_before(facts, part)[-1:] if beside else facts.last_before(part, _LISTED))
            if whole.start >= sentence and _may_hold(facts, whole, part)
        ]
        wholes = [whole for whole in listed if whole.start >= own][-_MOST:]
        if wholes and _are_others(facts, part, wholes[-1]):
            continue
        if wholes and not any(part.value.not_above(whole.value) for whole in wholes[:-1]):
            above = not part.value.not_above(wholes[-1].value)
            excused = above and (
                _is_far_above(facts, part, wholes[-1])
                or _DRAWN.search(facts.own_words(part)) is not None
                or _is_of_several(facts, part, listed)
                or is_measure(facts, part, wholes[-1])
                or _MEAN.search(facts.text, max(sentence, start - _FAR), start) is not None
            )
            if not excused:
                yield part, wholes[-1]
                yield from _larger_behind(facts, part, wholes[-1])
        elif wholes:
            yield part, next(w for w in reversed(wholes) if part.value.not_above(w.value))


def _are_others(facts: Facts, part: Quantity, whole: Quantity) -> bool:
    """Whether a unit does not say what is counted, and what places hold is called otherwise."""
    named = _HOLDS.search(facts.text, *facts.own_lead(part)) if part.unit in _GENERAL else None
    if named is None:
        return False
    told = facts.own_words(whole), facts.text[whole.end : named.start()]
    places = [found["place"] for words in told if (found := _PLACES.search(words))]
    if not places or named["name"].endswith(tuple(places)):
        return False
    return pairs(named["name"]).isdisjoint(pairs("".join(told)))


def _is_far_above(facts: Facts, part: Quantity, whole: Quantity) -> bool:
    """Whether a part is so far above its whole that no slip made it so, nor 亿 for 万."""
    most = _MOST_TIMES * whole.printed
    if part.printed <= most or "亿" not in facts.text[part.start : part.end]:
        return part.printed > most
    mended = part.printed * UNIT_SLIPS[1]
    return not whole.printed <= mended * _MOST_TIMES <= most


def _larger_behind(
    facts: Facts, part: Quantity, whole: Quantity
) -> Iterator[tuple[Quantity, Quantity]]:
    """What stands in one list behind a part and is above the whole: 其中甲90户、乙1,090户."""
    _, high = facts.windows.bounds("clause", part.start)
    last = part
    for figure in facts.within(part.end, high):
        joined = _ITEM.fullmatch(facts.text, last.end, figure.start) is not None
        if not joined or facts.text[figure.end - 1] != facts.text[part.end - 1]:
            return
        if _OWN_WHOLE.match(facts.text, figure.end):
            return
        if not figure.value.not_above(whole.value):
            yield figure, whole
        last = figure


def _is_of_several(facts: Facts, part: Quantity, listed: list[Quantity]) -> bool:
    """Whether a part may be of the last figures together: 新建23座、改建11座，其中A级29座."""
    wholes = [figure for figure in listed if "其中" not in facts.own_words(figure)]
    return part.value.not_above(total(f.value for f in wholes))


def _is_offset(facts: Facts, part: Quantity) -> bool:
    """Whether a figure behind a part is taken off, so that it may well be above the whole."""
    _, high = facts.windows.bounds("sentence", part.start)
    return any(
        f.dimension == part.dimension and has_minus(facts, f) for f in facts.within(part.end, high)
    )


def _before(facts: Facts, part: Quantity) -> list[Quantity]:
    """The figures before a part, without the class that its name may begin with: 四类桥12座."""
    found = facts.last_before(part, 3)
    if found and found[-1].unit in _CLASSES and found[-1].start in facts.spoken:
        return found[:-1]
    return found


def _within(facts: Facts, part: Quantity) -> re.Match[str] | None:
    """The words that lead from the figure before a part to it, where they say it is of that one."""
    before = _before(facts, part)[-2:]
    if not before or before[-1].dimension != part.dimension or before[-1].unit != part.unit:
        return None
    if before[0].dimension == part.dimension and _JOINED.fullmatch(
        facts.text, before[0].end, before[-1].start
    ):
        return None  # of both: 产出四项、效益两项中，满分的有三项
    if _is_chosen_among_others(facts, before[-1], part):
        return None
    if _OUTSIDE.search(facts.text, before[-1].end, part.start):
        return None
    return _WITHIN.fullmatch(facts.text, before[-1].end, part.start)


def _is_chosen_among_others(facts: Facts, whole: Quantity, part: Quantity) -> bool:
    """Whether words that name no thing of the whole stand behind what was chosen among it."""
    between, thing = facts.text[whole.end : part.start], _THING.match(facts.text, part.end)
    general = part.unit in _GENERAL and thing is not None and thing[0] not in between
    return general and _CHOSEN.search(between) is not None


def _are_of_kind(whole: Quantity, part: Quantity) -> bool:
    """Whether figures count the same things: what is 23台（套） holds 12台, or 12套."""
    kinds = _WIDER.get(whole.dimension, ())
    return part.dimension == whole.dimension or part.dimension in kinds


def _may_hold(facts: Facts, whole: Quantity, part: Quantity) -> bool:
    """Whether 其中 may speak of a figure: of the unit, no price, and not one 其中 before it."""
    if not _are_of_kind(whole, part) or whole.per is not None or part.per is not None:
        return False
    if other_counter(facts, part) not in (None, other_counter(facts, whole)):
        return False  # of two wholes: 仪器30台、救护车4辆，其中两样34台(辆)
    between = facts.text[whole.end : part.start]
    before, within, _ = between.partition("其中")
    if (within and _REST.search(_DIGITS.split(before)[-1])) or _OF_ALL.search(between):
        return False
    lead = facts.own_lead(whole)
    if is_average(facts, whole) or _OF_ONE.search(facts.text, *lead):
        return False
    if _CHANGED.search(facts.text, *lead) or _EACH.search(facts.text, *lead):
        return False
    if _BECAME.match(facts.text, whole.end):
        return False
    return between.count("其中") <= 1 and between.count(")") <= between.count("(")
