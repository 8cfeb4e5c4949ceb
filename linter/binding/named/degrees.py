"""Words for the highest and the lowest: 最 and any adjective, and which way it goes by its kind.

最高, 最深, 最贵 are of the largest, 最低, 最短, 最省 of the smallest; 最快 of the shortest time
or the largest rate; of other adjectives it is not known, only that no one between is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.facts.quantity import Quantity

MORE = "[高多大长重厚深宽贵广远]|集中|频繁"
LESS = "[低少小短轻薄浅窄省]|便宜|节省"
FASTER, SLOWER = "快|迅速", "慢|缓慢"
MOST = f"最(?:{MORE}|(?P<fast>{FASTER}))|创[^,，;。\\d]{{0,4}}?新高"
LEAST = f"最(?:{LESS}|(?P<slow>{SLOWER}))|创[^,，;。\\d]{{0,4}}?新低"
OTHERS = r"最(?!后|终|新|近|先|初|早|晚|迟|佳|好|优|差)[\u4e00-\u9fff]{1,2}"
"""Adjectives whose way is not known; nor one that may be of quality or time."""
TIMES = ("second", "minute", "hour", "day", "month", "week", "years")


def excelling(figures: Sequence[Quantity], own: Quantity, *, most: bool) -> Quantity | None:
    """The highest of some figures, or the lowest, where one cannot be it."""
    beyond = max(figures, key=lambda f: f.printed if most else -f.printed)
    return beyond if (beyond.exceeds(own) if most else own.exceeds(beyond)) else None


def beyond(figures: Sequence[Quantity], own: Quantity, found: re.Match[str]) -> Quantity | None:
    """What is beyond what is told to be the first or the last; of a second, the second of such."""
    groups = found.groupdict()
    if groups.get("second"):
        figures = sorted(figures, key=lambda f: f.printed)[:-1]
    if not figures:
        return None
    way = _way(groups, own)
    ends = [excelling(figures, own, most=most) for most in (True, False) if way in (None, most)]
    return ends[0] if None not in ends else None


def _way(groups: dict[str, str | None], own: Quantity) -> bool | None:
    """Whether the largest is meant; nothing where it is not known."""
    if groups.get("fast") or groups.get("slow"):
        known = own.dimension in (*TIMES, "percent")
        return (own.dimension == "percent") == bool(groups.get("fast")) if known else None
    return None if groups.get("other") else groups["most"] is not None
