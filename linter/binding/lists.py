"""Lists of figures with their total: 共100万元，其中中央60万元、省级40万元; 甲3人、乙4人，合计7人.

其中 leaves a list open (its parts may be some of many), 分别, 由……组成, 合计 and the like close it;
a list whose parts name all of a known division (男、女; 中央、省、市、县) is closed too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

_CLOSER = r"分别|分为|由|构成|组成|具体为|即|具体如下|明细如下|依次|划分为|按.{1,12}分"
_OPENER = re.compile(rf"其中|包括|包含|含|:|\(|{_CLOSER}")
_CLOSES = re.compile(_CLOSER + r"|:")
_INCLUSIVE = re.compile(r"其中|含")
_TOTAL_LEAD = re.compile(r"(?:合计|共计|总计|累计|共|总额|总数|总量|总投资|总投入|小计|两项|三项|四项|五项|六项)[^,，、;。]{0,12}$")
_TOTAL_LAST = re.compile(r"(?:合计|共计|总计|以上共|总共|小计|两者共|[二三两四五六七八九]项(?:合计|共|之和|相加))[^,，、;。]{0,10}$")
_REST = re.compile(r"其余|剩余|其他|另有|余下|另外")
_COMPARE = re.compile(r"比|较|同比|环比|增长|增加|减少|下降|提高|降低|由|从|上年|去年|目标|计划(?!生育)|每|人均|户均|平均|单价|标准|占|结余|剩余|率")
_BREAKS_LIST = re.compile(r"其中|合计|共计|总计|累计|比上年|较上年|同比|完成率|执行率|。")
_DIVISIONS = (
    ("中央", "省", "市", "县"), ("中央", "省", "市"), ("中央", "地方"), ("省级", "市级", "县级"), ("省", "县"), ("男", "女"),
    ("产出", "效益", "满意度"), ("投入", "过程", "产出", "效果"), ("决策", "过程", "产出", "效益"), ("第一", "第二", "第三"),
    ("春", "秋"), ("上半年", "下半年"), ("财政", "自筹"), ("本级", "上级"), ("城镇", "农村"), ("优", "良", "中"),
)
_MIN_PARTS = 2
_MAX_PARTS = 60


class FigureList(Struct, frozen=True):
    """A total and its parts, in order of place."""

    total: Quantity
    parts: tuple[Quantity, ...]
    closed: bool
    """Whether the parts must make up the total; else they can only not exceed it, each alone."""
    inclusive: bool
    """Whether the list was opened by 其中 or 含."""


def figure_lists(facts: Facts) -> Iterator[FigureList]:
    """Every list of figures with a total, outside tables, sentence by sentence."""
    at, quantities = 0, facts.quantities
    while at < len(quantities):
        low, high = facts.windows.bounds("sentence", quantities[at].start)
        inside = [q for q in facts.within(low, high) if q.per is None]
        at += max(1, len(facts.within(max(low, quantities[at].start), high)))
        if len(inside) > _MIN_PARTS and not facts.in_table(low):
            yield from _in_sentence(facts, inside, high)


def _in_sentence(facts: Facts, figures: list[Quantity], high: int) -> Iterator[FigureList]:
    depth = _depths(facts.text, figures)
    by_dimension: dict[str, list[int]] = {}
    for i, figure in enumerate(figures):
        by_dimension.setdefault(figure.dimension, []).append(i)
    for dimension, places in by_dimension.items():
        if len(places) <= _MIN_PARTS or dimension in ("percent", "percent-point", "times", "number"):
            continue
        used: set[int] = set()
        for n, i in enumerate(places[:-_MIN_PARTS]):
            if i not in used:
                found = _total_first(facts.text, figures, depth, places[n:], high)
                if found is not None:
                    used.update(places[n + 1 : n + 1 + len(found.parts)])
                    yield found
        for n in range(_MIN_PARTS, len(places)):
            found = _total_last(facts.text, figures, depth, places[: n + 1])
            if found is not None:
                yield found


def _total_first(
    text: str, figures: list[Quantity], depth: list[int], places: list[int], high: int
) -> FigureList | None:
    total = figures[places[0]]
    first = figures[places[1]]
    gap = text[total.end : first.start]
    opener = _OPENER.search(gap)
    if opener is None or len(gap) > 60 or total.hedge in ("above", "under", "range"):
        return None
    bracketed = depth[places[1]] > depth[places[0]]
    if not bracketed and gap.count(")") > gap.count("("):
        return None
    parts = [first]
    level = depth[places[1]]
    for place in places[2 : _MAX_PARTS + 2]:
        figure = figures[place]
        if depth[place] > level:
            continue
        between = _outside_brackets(text[parts[-1].end : figure.start])
        if depth[place] < level or _BREAKS_LIST.search(between):
            break
        parts.append(figure)
    if len(parts) < _MIN_PARTS or any(_is_aside(text, p, total) for p in parts):
        return None
    words = text[total.end : parts[-1].end]
    closed = bool(_CLOSES.search(gap[: opener.end()])) or bool(_REST.search(words)) or _is_division(text, total.end, parts)
    return FigureList(total, tuple(parts), closed, bool(_INCLUSIVE.search(gap)))


def _total_last(
    text: str, figures: list[Quantity], depth: list[int], places: list[int]
) -> FigureList | None:
    total = figures[places[-1]]
    before = figures[places[-2]]
    if not _TOTAL_LAST.search(text[before.end : total.start]) or total.hedge is not None:
        return None
    parts: list[Quantity] = []
    for place in reversed(places[:-1]):
        figure = figures[place]
        if depth[place] != depth[places[-1]]:
            continue
        if parts and _BREAKS_LIST.search(text[figure.end : parts[0].start]):
            break
        if _is_aside(text, figure, total):
            break
        parts.insert(0, figure)
    if len(parts) < _MIN_PARTS or parts[0].hedge:
        return None
    return FigureList(total, tuple(parts), True, False)


def _is_aside(text: str, figure: Quantity, total: Quantity) -> bool:
    """Whether a figure is compared, wished or derived rather than listed."""
    lead = text[max(total.end if total.end < figure.start else 0, figure.start - 14) : figure.start]
    words = re.split(r"[,，、;。:(]|\d", lead)[-1]
    return bool(_COMPARE.search(words)) or figure.hedge in ("above", "under", "range")


def _is_division(text: str, start: int, parts: list[Quantity]) -> bool:
    labels, at = [], start
    for part in parts:
        labels.append(text[at : part.start])
        at = part.end
    for division in _DIVISIONS:
        if len(division) == len(labels) and all(
            word in label for word, label in zip(division, labels, strict=True)
        ):
            return True
    return False


def _depths(text: str, figures: list[Quantity]) -> list[int]:
    """How deep in brackets each figure stands, within its sentence."""
    depths, depth, at = [], 0, figures[0].start
    for figure in figures:
        for c in text[at : figure.start]:
            depth += (c == "(") - (c == ")")
        depths.append(depth)
        at = figure.start
    return depths


def _outside_brackets(text: str) -> str:
    while (shorter := re.sub(r"\([^()]*\)", "", text)) != text:
        text = shorter
    return text


_PART_LEAD = re.compile(r"(?:其中|内含|含)[^,，;。\d]{0,20}$")


def figure_parts(facts: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    """Each (part, whole) where 其中 names the part right after its whole, in one sentence."""
    quantities = facts.quantities
    for i, part in enumerate(quantities):
        low, start = facts.lead(part)
        lead = _PART_LEAD.search(facts.text, low, start)
        if lead is None or part.dimension in ("percent", "percent-point", "times") or facts.in_table(part.start):
            continue
        bounds = facts.windows.bounds("sentence", part.start)
        for whole in reversed(quantities[max(0, i - 4) : i]):
            if whole.start < bounds[0]:
                break
            if whole.dimension == part.dimension and whole.per is None and part.per is None:
                between = facts.text[whole.end : part.start]
                if "其中" not in between[: lead.start() - whole.end] and ")" not in between:
                    yield part, whole
                break
