"""The notes below a table, and what they and its caption say of its rows and totals."""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.facts import Facts
from linter.facts.table import TypedTable
from linter.regexes.late import regex

_NOTE = regex(r"(?m)^[ |>]*[(*]*(?:备注|注|说明|填表说明)\d*[:. 、].*")
_REACH = 240
_CAPTION = 80
_NOT_ALL = regex(
    r"重复|不重|去重|剔重|剔除|交叉|仅列|只列|仅含|只含|未列|不一一列|同时(?:受益|享受|获)"
    r"|部分(?:单位|乡镇|项目|内容)?(?:略|未列|不列)|(?:主要|重点)(?:项目|单位|乡镇)(?:情况|明细)"
    r"|(?:合计|总计)[^,，;。\d]{0,8}(?:含|包括|扣除)"
)
"""Words that say that a total is not what all rows come to."""


_LEFT_OUT = regex(r"[.…·⋯\s]*[.…·⋯]{2}[.…·⋯\s]*|…|⋯|(?:略|以下略|此处略)")
"""A cell that stands for rows that were left out."""


def notes_below(facts: Facts, table: TypedTable) -> Iterator[str]:
    """The lines right below a table, or in it, that begin as notes."""
    ends = (max((f.end for f in row.figures if f), default=0) for row in reversed(table.rows))
    begin = next(filter(None, ends), table.table.end)
    for found in _NOTE.finditer(facts.text, begin, table.table.end + _REACH):
        yield found[0]


def is_not_of_all_rows(facts: Facts, table: TypedTable) -> bool:
    """Whether a caption, a name of a total or a note says that the total is not of all rows.

    Or a row stands for others that were left out: ……　……　…….
    """
    if any(_LEFT_OUT.fullmatch(row.texts[0]) for row in table.rows):
        return True
    begin = table.table.start
    caption = facts.text[max(0, begin - _CAPTION) : begin].rstrip().rpartition("\n")[2]
    names = (text for row in table.rows if row.total for text in row.texts[:2])
    said = (caption, *names, *notes_below(facts, table))
    return any(_NOT_ALL.search(words) for words in said)
