"""What stands right behind a figure and says which it is: 100万元（第一批）, 50万元，用于溢洪道."""

from __future__ import annotations

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.late import regex

_BEHIND = regex(
    r"\((?P<aside>[^()\n]{1,24})\)"
    r"|[,，](?P<clause>(?:为|系|是|属)[^,，;。\n]{2,8}(?:资金|经费|批次?)|(?:用于|文号)[^,，;。\n]{2,24})"
)
_SCOPE = regex(
    "[批期次类岗镇乡村县市省区校院]|中央|[上下]半年|季度|月|全年|年|含|直接|间接|其中|口径|截至|用于|文号"
)
"""In what stands behind only one of two figures: it is of a part or a time of its own."""


def are_told_apart(facts: Facts, figure: Quantity, twin: Quantity) -> bool:
    """Whether what stands right behind two figures of one name says that they are two."""
    here, there = _behind(facts, figure), _behind(facts, twin)
    if here == there:
        return False
    return bool(here and there) or _SCOPE.search(here or there) is not None


def _behind(facts: Facts, figure: Quantity) -> str:
    found = _BEHIND.match(facts.text, figure.end)
    return (found["aside"] or found["clause"]) if found else ""
