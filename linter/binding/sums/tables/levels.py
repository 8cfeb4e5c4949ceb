"""Rows with parts of their own below them, told by numbers, codes, dashes or indentation."""

from __future__ import annotations

from linter.facts.table import Row
from linter.regexes.late import regex

_NAME = regex("[\u4e00-\u9fff]")
_MARKS = tuple(
    regex(mark)
    for mark in (
        r"[一二三四五六七八九十]+[、.]",
        r"\([一二三四五六七八九十]+\)",
        r"\d+(?:[.、](?!\d)|[、 ](?=\D))",
        r"\d+\.\d+(?![\d.])",
        r"\d+\.\d+\.\d+",
        r"\(\d+\)|\d+\)",
        r"[①-⑳]",
    )
)
"""What may stand before a name, the outermost first."""
_UNMARKED, _DASHED = len(_MARKS), len(_MARKS) + 1
_DASH = regex(r"[-—–]+ ?(?=[\u4e00-\u9fff])")
_DOTTED = regex(r"\d+(?:\.\d+)*")
_SHORTEST_CODE = 3
"""Fewer digits number a row, and are no code of a budget's account."""
_Level = tuple[int, int]
"""The mark before a row's name, or the length of its code, and how far its name stands in."""


def outermost(text: str, parts: list[Row], index: int) -> list[Row]:
    """The rows of a column that others below them are parts of; nothing where all are alike.

    一、财政拨款收入, 一般公共预算收入, 二、事业收入; 301, 30101, 30102, 302.
    """
    levels = [(row, _level(text, row, index)) for row in parts if row.figures[index] is not None]
    if not levels:
        return []
    first = levels[0][1]
    if min(level for _, level in levels) != first:
        return []
    found = [row for row, level in levels if level == first]
    return found if len(found) < len(levels) else []


def _level(text: str, row: Row, index: int) -> _Level:
    """How deep a row stands, by its code or else by what stands before its name.

    The name is the nearest on the left.
    """
    code = row.texts[0]
    if index and _DOTTED.fullmatch(code):
        dots = code.count(".")
        return (dots or (len(code) if len(code) >= _SHORTEST_CODE else 0), 0)
    at = next((n for n in reversed(range(index)) if _NAME.search(row.texts[n])), None)
    if at is None:
        return (_UNMARKED, 0)
    name = row.texts[at].lstrip("*")
    if _DASH.match(name):
        return (_DASHED, 0)
    marks = (n for n, mark in enumerate(_MARKS) if mark.match(name))
    return (next(marks, _UNMARKED), _indent(text, row, at))


def _indent(text: str, row: Row, at: int) -> int:
    """How many spaces stand before the words of a cell."""
    cell = row.cells[at]
    if cell is None:
        return 0
    start = cell.start
    while start < cell.end and text[start] == " ":
        start += 1
    begin = cell.start
    while begin and text[begin - 1] == " ":
        begin -= 1
    return start - begin
