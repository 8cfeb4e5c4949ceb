"""Ranges that fall on purpose, each from where another one ends: 100%—80%、80%—60%、60%—0%."""

from __future__ import annotations

import re
from collections import deque
from decimal import Decimal

from linter.regexes.late import regex

_RANGE = regex(
    r"(?<![\d.])(?P<high>\d{1,9}(?:\.\d{1,4})?)[^\d\s,，;。、]{0,3} ?[-~—–至到]{1,2} ?"
    r"(?P<low>\d{1,9}(?:\.\d{1,4})?)(?![\d.])"
)
_REACH = 40


def goes_down_a_scale(text: str, start: int, end: int) -> bool:
    """Whether the range beside one, which falls too, begins where it ends, or ends where it begins.

    Or below: 5万元到3万元之间，2万元到1万元之间.
    """
    own = _ends(_RANGE.match(text, start, end))
    if own is None:
        return False
    before = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    behind = text[end : end + _REACH].partition("\n")[0]
    last = deque(_RANGE.finditer(before), maxlen=1)
    above, below = _ends(last[0] if last else None), _ends(_RANGE.search(behind))
    return any(
        one is not None and other is not None and one[1] >= other[0]
        for one, other in ((above, own), (own, below))
    )


def _ends(found: re.Match[str] | None) -> tuple[Decimal, Decimal] | None:
    """The two ends of a range that falls, as they are written."""
    if found is None:
        return None
    high, low = Decimal(found["high"]), Decimal(found["low"])
    return (high, low) if high > low else None
