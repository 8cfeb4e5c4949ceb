"""Kinds that a verb leads to, whose number ends them: 分为供水、排水两类; 以老人、儿童这两类."""

from __future__ import annotations

from msgspec.structs import replace

from linter.binding.counts.enumeration import Enumeration, is_announcing, mask
from linter.binding.counts.items import fewest_and_most, items_of
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_UNITS = frozenset("类项种块条")
_ITEM = r"(?:(?!包括|包含|分为|分成|涵盖)(?:\d+[~\-—至]?\d*岁|[^,，:;。()、\d\n])){2,24}?"
_LED = regex(
    rf"(?:包括了?|包含|分为|分成|涵盖|具体为|分别[为是]|(?P<by>(?:[^所难得可加用]|^)以))(?P<row>{_ITEM}(?:、{_ITEM})+?)"
    r"(?P<all>这|[,，]?(?:一共|总共|共计?|合计)[有是]?)?$"
)
_NOT_ALL = regex("等$|等[^、]{0,4}$|在内|为主|其[他余它中]|例如|比如|主要")
_REACH, _FEWEST = 200, 2


def led_kinds(facts: Facts, figure: Quantity) -> Enumeration | None:
    """Kinds in a row between a verb and their number."""
    if figure.unit not in _UNITS:
        return None
    low, _ = facts.windows.before("clause", figure.start, _REACH)
    masked = mask(facts.text[low : figure.start])
    found = _LED.search(masked)
    if found is None or (found["by"] and found["all"] != "这"):
        return None
    row = found["row"]
    if _NOT_ALL.search(row):
        return None
    items = tuple(items_of(row, "、"))
    if len(items) < _FEWEST:
        return None
    start = low + found.start("row")
    if any(map(is_announcing, facts.within(start, figure.start))):  # 供水、排水两大类8项
        return None
    told = Enumeration(figure, start, start + len(row), items, False, True)
    return replace(told, between=fewest_and_most(items, row))
