"""An announced number with the items that are listed for it."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from linter.binding.counts.items import are_pairs, are_two, fewest_and_most
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_BRACKET = regex(r"\([^()]*\)|《[^》]*》|“[^”]*”")
_FIGURE = regex(r"(?<![A-Za-z\d+])\d")
_VAGUE = regex(r"[,，](?!分别|即|包括)|为主|为辅|^其中")
_MAX_ITEM = 30
_FEWEST, MISCOUNT = 3, 1
"""How many names make a row, and by how many those of a number may be miscounted."""
_MANY_TIMES = 3
"""How many times as many things as are listed a slip or a forgotten one may announce."""
_KINDS = (
    (regex("(?:项目)?(?:乡镇|镇|乡)"), regex("(?:[镇乡]|街道|街道办|办事处)$")),
    (regex("(?:行政|自然|项目|试点|贫困|脱贫)?村"), regex("(?:村|社区)$")),
    (regex(r"县\((?:市|区|市、?区|区、?市)\)|县区|区县|县|区"), regex("[县区市]$")),
    (regex("(?:主管|成员|相关)?部门"), regex("[局委办部院]$")),
    (regex("(?:项目)?学校"), regex("[校学园]$")),
)
"""What is counted by its noun, and how its names end: 东乡、西乡6个村 are villages of the two."""
_NOUN_ENDS = regex(
    "[,，。;、:)的\n]|先行|开展|实施|进行|作为|试点|推|受益|范围|内|共|联合|已|均|全部|都|参与|负责|组织"
)
"""Behind a noun that is no part of a longer one (3个乡镇卫生院)."""
_NAMED = regex(r"(?P<name>[\u4e00-\u9fff]{2,16}?)(?:\d[\d.,]*[\u4e00-\u9fff]{1,3})?")
"""An item by its name, maybe with its own figure: 东镇5座."""
_DATED = regex(r"^.*\d年度?")
"""Before the name of a first item, with when that was: 2023年度覆盖的是东镇."""


class Enumeration(Struct, frozen=True):
    """An announced count, the span of its list, the items, and whether the list says 等."""

    announced: Quantity
    start: int
    end: int
    items: tuple[str, ...]
    open: bool
    loose: bool = False
    """Whether the list may be another than the announced one."""
    between: tuple[int, int] | None = None
    """How many items there may be at the fewest and the most, where 和 may part some."""

    def holds(self) -> bool:
        """Whether as many items as announced may be listed."""
        number, listed = int(self.announced.printed), len(self.items)
        fewest, most = self.between or (listed, listed)
        return fewest <= number if self.open else fewest <= number <= most

    def is_another(self) -> bool:
        """Whether so few items stand where so many are announced that they are no list of these."""
        return self.announced.printed > _MANY_TIMES * max(len(self.items), *(self.between or (0,)))


def near_row(
    figure: Quantity,
    span: tuple[int, int],
    items: tuple[str, ...],
    row: str,
    least: int = _FEWEST,
) -> Enumeration | None:
    """The row of a number, of ``least`` names or more, where they differ by but a miscount."""
    fewest, most = fewest_and_most(items, row)
    if len(items) < least or not fewest - MISCOUNT <= figure.printed <= most + MISCOUNT:
        return None
    return Enumeration(figure, *span, items, False, True, (fewest, most))


def is_announcing(figure: Quantity) -> bool:
    """Whether a figure is a number of what may be told by names."""
    return figure.dimension.startswith("count:") or figure.dimension in ("person", "household")


def joined(found: Enumeration, body: str) -> Enumeration:
    """The same with how many items there may be at the fewest and the most."""
    fewest, most = fewest_and_most(found.items, body)
    others = {item[-1:] for item in found.items[:-1]}
    if len(found.items) > _FEWEST and len(others) == 1:  # 东区、西区、南区及市直属
        return msgspec.structs.replace(found, between=(fewest, most))
    if fewest == len(found.items) or are_pairs(body) or not are_two(found.items):
        return msgspec.structs.replace(found, between=(fewest, most))
    loose = found.loose or found.announced.printed == fewest
    return msgspec.structs.replace(found, between=(len(found.items), most), loose=loose)


def are_of_kind(facts: Facts, figure: Quantity, items: list[str]) -> bool:
    """Whether items bear names of what is counted."""
    for noun, ending in _KINDS:
        found = noun.match(facts.text, figure.end)
        if found and _NOUN_ENDS.match(facts.text, found.end()):
            names = [_NAMED.fullmatch(item) for item in (_DATED.sub("", items[0]), *items[1:])]
            return all(name is not None and ending.search(name["name"]) for name in names)
    return False


def mask(text: str) -> str:
    """The text with brackets, book titles and quotations blanked, same length."""
    while True:
        masked = _BRACKET.sub(lambda m: "〇" * len(m[0]), text)
        if masked == text:
            return text
        text = masked


def are_plain(items: list[str]) -> bool:
    """Whether items are short names: lists of figures are sums, not counts of items."""
    numbered = sum(bool(_FIGURE.search(item)) for item in items)
    return numbered * 2 <= len(items) and all(
        0 < len(item) <= _MAX_ITEM and not _VAGUE.search(item) for item in items
    )
