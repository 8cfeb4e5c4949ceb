"""Lists that stand below an announced number: lines with bullets, or the rows of a table.

翻出三个问题： above three lines that begin with -; 服务五个专业： above a table of 专业.
"""

from __future__ import annotations

from linter.binding.counts.listed import Listed
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.table import TypedTable
from linter.regexes.late import regex

_BULLETS = regex(r"\s*\n(?:[-*•·] [^\n]*\n*(?: +[^\n]*\n+)*)+")
_BULLET = regex(r"(?<=\n)[-*•·] (?P<item>[^\n]*)")
_SEVERAL = regex("[^,，;。:]{1,6}:[^;]+;[^;]")
_NEAR, _NOUN = 6, 2
_DETAIL = ("其中", "合计", "小计", "总计", "平均", "其他", "其余")


def bullets_below(facts: Facts, high: int) -> Listed | None:
    """The lines with bullets right below a paragraph that ends at ``high``.

    Lines that have several things each (数量：甲；乙) are no list of what is counted.
    """
    found = _BULLETS.match(facts.text, high)
    if found is None:
        return None
    items = tuple(item["item"] for item in _BULLET.finditer(facts.text, high, found.end()))
    several = sum(_SEVERAL.match(item) is not None for item in items) > 1
    return (high, found.end(), items) if len(items) > 1 and not several else None


def rows_below(facts: Facts, figure: Quantity, high: int) -> Listed | None:
    """The rows of a table right below, whose first column is called as what is counted."""
    noun = facts.text[figure.end : high].rstrip(":的 ")[-_NOUN:]
    for table in facts.tables:
        if high <= table.table.start <= high + _NEAR and table.table.sure and noun:
            return _rows(table) if table.columns[0].header.strip() == noun else None
    return None


def _rows(table: TypedTable) -> Listed | None:
    rows = [row for row in table.rows if not row.total]
    items = tuple(row.texts[0] for row in rows)
    if len(set(items)) != len(items) or any(not i or i.startswith(_DETAIL) for i in items):
        return None
    return table.table.start, table.table.end, items
