"""Totals below lines of which each holds one part.

（1）屋面维修126.35万元；（2）跑道翻新48.20万元；以上两项共计174.55万元, each on a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.summing import ADDED_UP
from linter.facts.facts import Facts
from linter.facts.numeral import parse
from linter.facts.quantity import Quantity, comes_to
from linter.regexes.late import regex

_SUMMED = regex(
    r"[ ]*(?:以上|上述|前述)?"
    r"(?:(?P<number>[两二三四五六七八九十]|\d{1,2})(?:(?<=[上述].)[\u4e00-\u9fff]{1,2}|[项批笔类个次处]))?"
    r"(?:(?![前后]?[两二三四五六七八九十][项批笔类个次处]|其中|[前后][两二三四五六七八九]|、"
    r"|(?<!总)和(?!平)|(?<!参)与|及(?!时|格))[^,，;。:\d]){0,10}"
    rf"(?:合 *计|共 *计|总 *计|小 *计|{ADDED_UP})[^,，;。\d]{{0,8}}[:\t ]*"
)
"""From the start of a line to its total; none of some that it names or counts: 省级、市级合计."""
_ITEM_START = (
    r"[ ]*(?:\(\d{1,2}\)|\d{1,2}(?:[.、)](?!\d)|\.(?=(?:19|20)\d\d年))"
    r"|[①-⑳]|\([一二三四五六七八九十]+\))"
)
_ITEM = regex(_ITEM_START)
_NAME = regex(r"[ ]*[\u4e00-\u9fff“”()、 ]{1,24}[:\t ]*")
_ENDS = regex(r"(?:\([^()]*\))?[ ;。,，]*")
"""Around a part: a line that begins with its number, or holds but a name and a figure."""
_MAY_HOLD = regex(rf"(?:{_ITEM_START})|[ ]*[\u4e00-\u9fff]{{2,12}} *: *\S")
_ROW = regex(r"[ ]*[\u4e00-\u9fff“”()、 ]{1,24}[:\t ]+")
_NAMES = regex(r"[ ]*[\u4e00-\u9fff“”()、]{1,24}[:\t ]+[\u4e00-\u9fff“”()、]{0,12}[:\t ]*")
_UNPARTED = regex(r"[^,，。;:]{2,60}")
"""A line that is no sentence: in a row that lost its blanks a name touches its figure."""
_NOTE = regex(
    r"[ \t]*[ \t(,，][ \t]*(?!.*(?:[以如]下|明细|下列))"
    r"(?P<of_it>其中|不?含|包括|占|[比较]|同比)?[\u4e00-\u9fff]"
)
"""Before the figure of a line that is a row, and behind it, where words are said of it:
城乡社区支出 341.27 含政府性基金236.15.
"""
_MOST, _FEWEST = 20, 2


def line_totals(facts: Facts) -> Iterator[tuple[Quantity, tuple[Quantity, ...]]]:
    """Each total of its own line whose parts stand on the lines right above, one on each."""
    for total in facts.in_text:
        if total.hedge or total.per:
            continue
        low, _ = facts.windows.bounds("block", total.start)
        summed = _SUMMED.fullmatch(facts.text, low, total.start)
        if summed is None:
            continue
        said = summed["number"]
        parts = _above(facts, total, low, (parse(said) or int(said)) if said else None)
        if parts:
            yield total, parts


def _above(facts: Facts, total: Quantity, low: int, number: int | None) -> tuple[Quantity, ...]:
    """The parts on the lines above, so many as are said where a number is.

    None where the list begins with a line of which it is not clear whether it holds a part.
    """
    parts: list[Quantity] = []
    while low and len(parts) <= _MOST:
        end = low
        while end and facts.text[end - 1].isspace():
            end -= 1
        low, _ = facts.windows.bounds("block", max(0, end - 1))
        part = _part(facts, total, low, end)
        if part is None:
            if _MAY_HOLD.match(facts.text, low, end) or _may_be_row(facts, total, low, end):
                return ()
            break
        parts.append(part)
    counted = len(parts) == number if number else len(parts) >= _FEWEST
    return _listed(facts, total, parts[::-1]) if counted else ()


def _listed(facts: Facts, total: Quantity, parts: list[Quantity]) -> tuple[Quantity, ...]:
    """The parts, without the first line where that tells what they come to: 总支出 73.40.

    None where it may tell something else, as one with words behind its figure and no number does.
    """
    if not comes_to(total, parts):
        if comes_to(total, parts[1:]):
            return tuple(parts[1:])
        low, end = facts.windows.bounds("block", parts[0].start)
        if not _ITEM.match(facts.text, low, end) and _is_noted(facts, parts[0], end):
            return ()
    return tuple(parts)


def _part(facts: Facts, total: Quantity, low: int, high: int) -> Quantity | None:
    """The only figure of a line that is of the total's kind, where it is one of a list.

    Or the first of a row, which words behind it say more of.
    """
    item = _ITEM.match(facts.text, low, high)
    begin = item.end() if item else low
    row = _row(facts, total, begin, high)
    if row is not None and _is_noted(facts, row, high):
        return row
    alike = [f for f in facts.within(begin, high) if f.dimension == total.dimension]
    if len(alike) != 1 or alike[0].per or alike[0].hedge or facts.in_table(low):
        return None
    part = alike[0]
    if _SUMMED.fullmatch(facts.text, low, part.start):
        return None
    named = _NAME.fullmatch(facts.text, begin, part.start)
    whole = named and _ENDS.fullmatch(facts.text, part.end, high)
    return part if whole or (item and total.dimension != "number") else None


def _row(facts: Facts, total: Quantity, low: int, high: int) -> Quantity | None:
    """The first figure of the total's kind in a line, where but a name stands before it."""
    first = _first(facts, total, low, high)
    if first is None or first.per or first.hedge or facts.in_table(low):
        return None
    if _SUMMED.fullmatch(facts.text, low, first.start):
        return None
    return first if _ROW.fullmatch(facts.text, low, first.start) else None


def _may_be_row(facts: Facts, total: Quantity, low: int, high: int) -> bool:
    """Whether a line begins as rows do, with names and a figure, or holds what may be two parts."""
    first = _first(facts, total, low, high)
    if first is None:
        return False
    named = _NAMES.fullmatch(facts.text, low, first.start) or (
        _NAME.fullmatch(facts.text, low, first.start) and _UNPARTED.fullmatch(facts.text, low, high)
    )
    return named is not None


def _first(facts: Facts, total: Quantity, low: int, high: int) -> Quantity | None:
    """The first figure of the total's kind in a stretch."""
    return next((f for f in facts.within(low, high) if f.dimension == total.dimension), None)


def _is_noted(facts: Facts, row: Quantity, high: int) -> bool:
    """Whether the words behind a row's figure are of it, and hold no further part of the list."""
    note = _NOTE.match(facts.text, row.end, high)
    more = _first(facts, row, row.end, high) is not None
    return note is not None and (note["of_it"] is not None or not more)
