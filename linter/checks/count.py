"""``count``: an announced number and the items listed for it, or told one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Literal

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.counts.announced_items import enumerations
from linter.binding.counts.compounds import compounds, places
from linter.binding.counts.enumeration import Enumeration
from linter.binding.counts.in_turn import OutOfTurn, one_missed, out_of_turn
from linter.binding.counts.last_of_all import last_of_all
from linter.binding.counts.mottos import bare_mottos
from linter.binding.counts.ordinals import numbered_points
from linter.binding.counts.recounts import recounts
from linter.binding.counts.strangers import strangers
from linter.binding.counts.times_of_year import times_of_year
from linter.binding.sought import Sought
from linter.facts.numeral import CHARACTERS, spelled
from linter.language.needs import Spec
from linter.model import Related, Severity, Span, Status, Verdict
from linter.regexes.late import regex

_MOST_SHOWN, _LONGEST = 8, 14
"""How many items are shown, and how many characters of each."""
_READINGS = numbered_points, enumerations, bare_mottos, compounds, places, recounts
"""The surest first."""
_TURNS = one_missed, out_of_turn, last_of_all, times_of_year
_NUMERAL = regex(rf"\d+|[{CHARACTERS}]+")


class Count(Spec, frozen=True):
    """What is counted: lists are found by their separators, occasions by their ordinals.

    Members are names told behind 其中 as of those listed.
    """

    of: Literal["items", "occasions", "members"]


SPEC = Count


def seeks(rule_id: str, spec: Count, case: Case) -> Iterator[Sought]:
    """Numbers of things that a list may follow."""
    yield sought.figures(case, "count")


def check(rule_id: str, spec: Count, case: Case) -> Iterator[Verdict]:
    """A verdict for each announced number with a list, or each ordinal that is out of its turn."""
    facts = case.facts
    if spec.of == "occasions":
        told = {found.span.start: found for turn in _TURNS for found in turn(facts)}
        yield from (_out_of_turn(case, found) for found in told.values())
        return
    if spec.of == "members":
        yield from (_out_of_turn(case, found) for found in strangers(facts, enumerations(facts)))
        return
    seen: set[int] = set()
    for found in chain.from_iterable(reading(facts) for reading in _READINGS):
        if found.announced.start not in seen and not found.is_another():
            seen.add(found.announced.start)
            yield _verdict(case, found)


def _out_of_turn(case: Case, found: OutOfTurn) -> Verdict:
    """An ordinal that is told twice, goes back, or is past the number; a name of none listed."""
    here, there = (case.text(span.start, span.end) for span in (found.span, found.other))
    before, values = (Related(found.other, "before"),), {"ordinal": here, "other": there}
    return Verdict(Status.failed, here, found.span, before, values=values)


def _verdict(case: Case, found: Enumeration) -> Verdict:
    literal = case.text(found.announced.start, found.announced.end)
    announced, listed = int(found.announced.printed), len(found.items)
    holds, alike = found.holds(), found.open or listed == announced
    shown = "、".join(map(_shown, found.items[:_MOST_SHOWN]))
    shown += "等" if found.open or listed > _MOST_SHOWN else ""
    text = f"列出{_told(found)}项（{shown}），文中为{literal}"
    unsure = found.loose or abs(listed - announced) > 1
    return Verdict(
        Status.passed if holds else Status.failed,
        literal,
        Span.of(found.announced),
        (Related(Span.of(found), "items"),),
        text + (" ✓" if holds and alike else ""),
        severity=Severity.warning if not holds and unsure else None,
        values={
            "announced": literal,
            "listed": str(listed),
            "mended": _like(literal, listed),
            "calculation": text,
        },
        recomputed=holds and alike and not found.open,
    )


def _told(found: Enumeration) -> str:
    """How many items are listed: all that there may be, where 和 may part them or not."""
    fewest, most = found.between or (len(found.items), len(found.items))
    alike = fewest == most or not fewest <= found.announced.printed <= most
    return str(len(found.items)) if alike else f"{fewest}至{most}"


def _shown(item: str) -> str:
    """The beginning of an item."""
    item = item.strip("〇 ")
    return f"{item[:_LONGEST]}…" if len(item) > _LONGEST else item or "…"


def _like(literal: str, number: int) -> str:
    """Another number of the same things: 四类 beside 五类, 4个 beside 5个, 5 beside 四镇两乡."""
    numeral = _NUMERAL.match(literal)
    if numeral is None or _NUMERAL.search(literal, numeral.end()):
        return str(number)
    return (str(number) if numeral[0].isascii() else spelled(number)) + literal[numeral.end() :]
