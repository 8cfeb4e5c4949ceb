"""Names told as some of those listed before that are none of these.

对接公安、民政、人社、医保4个部门，其中民政、人社、残联的接口……: 残联 is none of the four.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.binding.counts.enumeration import Enumeration
from linter.binding.counts.in_turn import OutOfTurn
from linter.binding.counts.items import items_of
from linter.facts.facts import Facts
from linter.model import Span
from linter.regexes.late import regex

_SOME = regex(
    r"[,，;。(](?:其中的?|除了?)[:,，]?(?P<row>[^,，;。、()\d]{2,12}(?:、[^,，;。、()\d]{2,12})+)"
)
_TAIL = regex(
    "等|[的已均都仅未尚正将在为因被由有]|以?外|[两二三四五六七八九](?=[个家项类所种部处村镇乡县区])|完成|实施|通过|达到|全部|率先|实现|建成"
)
_REACH, _KNOWN, _FEWEST = 80, 2, 3
_LONGEST, _SHORTEST = 8, 2


def strangers(facts: Facts, listed: Iterable[Enumeration]) -> Iterator[OutOfTurn]:
    """For each whole list the one name that is told as of it and is not, among two that are."""
    for found in listed:
        if found.open or not len(found.items) == found.announced.printed >= _FEWEST:
            continue
        end = max(found.end, found.announced.end)
        some = _SOME.search(facts.text, *facts.windows.behind("block", end, end, _REACH))
        if some is None:
            continue
        name = _stranger(items_of(_TAIL.split(some["row"])[0], "、"), found.items)
        if name:
            at = facts.text.index(name, some.start("row"))
            yield OutOfTurn(Span(at, at + len(name)), Span.of(found))


def _stranger(told: list[str], items: tuple[str, ...]) -> str | None:
    """The one name that is like none of the items, where two others are of them."""
    known = [name for name in told if _is_known(name, items)]
    others = [name for name in told if not any(_may_be(name, item) for item in items)]
    if len(others) != 1 or len(known) < _KNOWN or len(known) + 1 != len(told):
        return None
    name = others[0]
    fits = _SHORTEST <= len(name) <= min(_LONGEST, max(map(len, items)))
    return name if fits else None


def _is_known(name: str, items: tuple[str, ...]) -> bool:
    """Whether a name is one of the items, before the first of which words may stand."""
    return any(map(name.startswith, items)) or items[0].endswith(name)


def _may_be(name: str, item: str) -> bool:
    """Whether one of two names may be short for the other: its characters stand in that.

    人社 is short for more than 人力资源, and begins alike.
    """
    if len(name) <= _SHORTEST and name[0] == item[0]:
        return True
    short, long = sorted((name, item), key=len)
    letters = iter(long)
    return name.startswith(item) or all(letter in letters for letter in short)
