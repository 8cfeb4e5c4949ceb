"""All are told to be done, and some not: 全部12个乡镇均已接入，尚有3个乡镇未接入.

The same of what is told not to have come about at all: 未发生安全事故，发生的2起均已结案.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.late import regex
from linter.model import Span

_ALL = regex(
    r"(?P<first>(?:(?:全部|所有)(?:的)?(?P<all>\d[\d,]*)[^,，;。\d]{1,16}?(?:均|都|全)?已(?:经)?"
    r"|(?P<all2>\d[\d,]*)[^,，;。\d]{1,16}?(?:均|都)?已全部)"
    r"(?:完成|按期|如期|顺利|全部|实现)?(?P<verb>(?!完成|按期|如期|顺利|全部|实现)[\u4e00-\u9fff]{2})"
    r"[^,，;。]{0,16})[,，](?P<second>(?:但|目前|现|截至目前)?(?:尚有|仍有|还有|尚余|还剩)(?P<some>\d[\d,]*)"
    r"(?P<noun>[^,，;。\d未没]{1,8})(?:未|没有|没)(?:能|有|完成|实现)?(?P=verb))"
)
_NONE = regex(
    r"(?P<first>未发生(?:过|任何|一起)?(?:安全|生产安全|安全生产|交通|消防|火灾|质量)?(?P<what>事故|火灾|案件|投诉)"
    r"(?:现象|情况)?)[,，](?P<second>(?:已|所)?发生的(?P<some>[1-9]\d*)起(?P=what)?)(?=均|都|已|[,，。])"
)
_SAID = regex("全部|所有|未发生")
_OTHERS = regex("首批|其余|其中|列入|纳入|计划|规划|目标|上年|去年|[省市县]级|除|另|拟|将|应")
"""Before what is told of all: it is of some only."""
_REACH = 30


def all_but_some(facts: Facts) -> Iterator[tuple[str, Span, Span]]:
    """Each matter with the two statements that exclude each other."""
    if not _SAID.search(facts.text):
        return
    for found in _ALL.finditer(facts.text):
        low, _ = facts.windows.bounds("sentence", found.start())
        before = facts.text[max(low, found.start() - _REACH) : found.start()]
        if not _OTHERS.search(before + found[0]) and _are_of_one(facts, found):
            yield "全部", *_both(found)
    for found in _NONE.finditer(facts.text):
        yield "发生", *_both(found)


def _both(found: re.Match[str]) -> tuple[Span, Span]:
    """What is told of all, and of some."""
    return Span(*found.span("first")), Span(*found.span("second"))


def _are_of_one(facts: Facts, found: re.Match[str]) -> bool:
    """Whether both count the same things, the latter fewer of them."""
    group = "all" if found["all"] else "all2"
    whole, some = (facts.by_start.get(found.start(name)) for name in (group, "some"))
    if not isinstance(whole, Quantity) or not isinstance(some, Quantity):
        return False
    rest = found["noun"].removeprefix(some.unit or "")
    return (
        whole.unit == some.unit
        and some.printed < whole.printed
        and facts.text.startswith(rest, whole.end)
    )
