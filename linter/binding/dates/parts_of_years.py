"""What is told to be every quarter, or half a year, since its first, with how often it has been.

自2022年第三季度起每季度召开一次，2023年第四季度召开的是第六次: there may have been fewer, no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.dates.told_figures import ToldFigure
from linter.binding.dates.yearly import ONCE
from linter.facts.facts import Facts
from linter.facts.numeral import read
from linter.regexes.late import regex

_PART = r"(?P<{0}>(?P<{0}y>(?:19|20)\d\d)年(?:第?(?P<{0}q>[一二三四1-4])季度|(?P<{0}h>[上下])半年))"
_EVERY = regex(
    rf"[自从]{_PART.format('from')}(?:起|开始|以来)[,，]?[^,，;。\d\n]{{0,4}}"
    rf"每个?(?P<step>半年|季度|季)(?:都|均)?[^,，;。\d\n]{{0,8}}{ONCE}[,，;]"
    rf"(?:[至到]了?)?{_PART.format('to')}[^,，;。\d\n第]{{0,16}}?"
    r"(?:[为是]|迎来|举[办行]了?)(?P<told>第(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})[次届期])(?=[^的]?[,，;。)\n])"
)
_UNEVEN = regex("停|取消|疫情|未|补|加开|加密|增加|临时|专题|延期|恢复")


def parts_of_years(facts: Facts) -> Iterator[ToldFigure]:
    """Each number of what came once in every part of a year, up to the last told."""
    for found in _EVERY.finditer(facts.text):
        size = 2 if found["step"] == "半年" else 4
        first, last, number = _part(found, "from", size), _part(found, "to", size), read(found["n"])
        if first is None or last is None or not number or _is_uneven(facts, found):
            continue
        most = last - first + 1
        step = "每半年" if size == 2 else "每季度"
        shown = f"{found['from']}到{found['to']}，{step}一次共{most}次"
        other = found.start("from"), found.end("to")
        yield ToldFigure(*found.span("told"), other, shown, number <= most)


def _is_uneven(facts: Facts, found: re.Match[str]) -> bool:
    """Whether the sentence tells of more or fewer, or is one of a table."""
    low, high = facts.windows.bounds("sentence", found.start())
    return facts.in_table(low) or _UNEVEN.search(facts.text, low, high) is not None


def _part(found: re.Match[str], name: str, size: int) -> int | None:
    """The quarters or half years up to one, through all years; nothing if it is no such part."""
    half, quarter = found[f"{name}h"], found[f"{name}q"]
    if bool(half) is not (size == 2):
        return None
    part = "上下".index(half) if half else (read(quarter) or 1) - 1
    return int(found[f"{name}y"]) * size + part
