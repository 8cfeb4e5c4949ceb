"""Numbers that are written as none is, and yet look like amounts: 7,00.0,77万元."""

from __future__ import annotations

import re
from itertools import pairwise

from linter.facts.quantity import MAX_DIGITS
from linter.regexes.late import regex

_LISTED = regex(r"\d+\.\d+(?:,\d+\.\d+)+")
"""Numbers that a comma joins: each has a decimal point of its own."""
_CELL_BEGINS, _CELL_ENDS, _GROUP = regex(r"\| *$"), regex(r" *(?:[|\n]|$)"), 3
_NUMBERED = regex(r"第[\d,]*$")
"""Before numbers that number something: 第3,15页."""


def looks_like_amount(match: re.Match[str]) -> bool:
    """Whether what a reader matched, with its ill-formed number, is meant as an amount."""
    number = match["number"]
    if _LISTED.fullmatch(number):
        return False
    if match["unit"] is None and match["factor"] is None:
        return "," in number and ("." in number or _fills_a_cell(match))
    return _NUMBERED.search(match.string, match.start() - 16, match.start()) is None


def _fills_a_cell(match: re.Match[str]) -> bool:
    """Whether a cell holds nothing but digits that end in three, no list: 48,20,000."""
    text, number = match.string, match["number"]
    alone = _CELL_BEGINS.search(text, match.start() - 4, match.start())
    if alone is None or not _CELL_ENDS.match(text, match.end("number")):
        return False
    if len(number) > MAX_DIGITS:
        return False
    groups = number.split(",")
    rising = all(int(a) < int(b) for a, b in pairwise(groups) if a and b)
    return len(groups[-1]) == _GROUP and not number.startswith("0") and not rising
