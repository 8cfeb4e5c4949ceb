"""What stands right behind a figure and says which it is: 100万元（第一批）, 50万元，用于溢洪道."""

from __future__ import annotations

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_BEHIND = regex(
    r"\((?P<aside>[^()\n]{1,24})\)"
    r"|[,，](?P<clause>(?:为|系|是|属)[^,，;。\n]{2,8}(?:资金|经费|批次?)|(?:用于|文号)[^,，;。\n]{2,24})"
)
_SCOPE = regex(
    "[批期次类岗镇乡村县市省区校院]|中央|[上下]半年|季度|月|全年|年|含|直接|间接|其中|口径|截至|用于|文号"
)
"""In what stands behind only one of two figures: it is of a part or a time of its own."""
_BECAME = regex(
    r"[^,，;。、\d]{0,6}(?:增|扩|提|升|压|降|减|缩|加|涨|拓|延)[\u4e00-\u9fff]{0,2}[到至为]了?"
)
"""Behind a figure: what became of it follows, 从68公里扩大到86公里."""


def are_told_apart(facts: Facts, figure: Quantity, twin: Quantity) -> bool:
    """Whether what stands right behind two figures of one name says that they are two."""
    if _became(facts, figure, twin) or _became(facts, twin, figure):
        return True
    here, there = _behind(facts, figure), _behind(facts, twin)
    if here == there:
        return False
    return bool(here and there) or _SCOPE.search(here or there) is not None


def _became(facts: Facts, figure: Quantity, twin: Quantity) -> bool:
    """Whether a figure is said to have become what its twin is."""
    found = _BECAME.match(facts.text, figure.end)
    later = facts.within(found.end(), found.end() + 1) if found else ()
    return any(f.printed == twin.printed and f.dimension == twin.dimension for f in later)


def _behind(facts: Facts, figure: Quantity) -> str:
    found = _BEHIND.match(facts.text, figure.end)
    return (found["aside"] or found["clause"]) if found else ""
