"""``duration``: how long something is said to take, and the two days between which it does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.dates.durations import Lasting, is_range, is_unclear, lasting
from linter.binding.dates.reckoned import verdict_on
from linter.binding.dates.told_lengths import told_lengths
from linter.binding.slots import filled
from linter.facts.moment import Moment
from linter.facts.quantity import Quantity
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict

_SLOTS = {"day": "days", "number": "days", "month": "months", "years": "years"}
_UNITS = {"days": "天", "months": "个月", "years": "年"}


class Duration(Spec, frozen=True):
    """Patterns with ``days``, ``months`` or ``years``, ``from`` one day ``to`` another.

    Both days may be one slot, ``during``. Lengths told otherwise of two days are found without.
    """

    apart: tuple[str, ...] = ()
    """Of days that a length is said to be those of: then every day counts."""
    kept: tuple[str, ...] = ()
    """Of days within which something was to be done, and is said to have been (按期)."""
    unless: tuple[str, ...] = ()
    """Patterns that excuse a length in whose sentence they match: not every day was counted."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """All of them, within a sentence."""
        for source in (*self.apart, *self.kept, *self.unless):
            yield source, "sentence"


SPEC = Duration


def check(rule_id: str, spec: Duration, case: Case) -> Iterator[Verdict]:
    """A verdict for each length that stands with its days."""
    seen: set[int] = set()
    yield from _by_patterns(spec, case, seen)
    told = (figure for figure in told_lengths(case.facts) if figure.start not in seen)
    yield from (verdict_on(case, figure, "length", "calculation") for figure in told)


def _by_patterns(spec: Duration, case: Case, seen: set[int]) -> Iterator[Verdict]:
    for source in (*spec.apart, *spec.kept):
        for match in case.matches(source):
            length, ends = _length(case, match), _ends(case, match)
            if length is None or ends is None or length.start in seen:
                continue
            low, high = case.facts.windows.bounds("sentence", length.start)
            named = source in spec.apart and ends[0] is ends[1]
            if is_unclear(case.facts, length, *ends, match.start() if named else low):
                continue
            if case.has(spec.unless, low, high):
                continue
            seen.add(length.start)
            told = lasting(case.facts.text, *ends)
            if told is not None:
                yield _verdict(case, length, ends, told, kept=source in spec.kept)


def _length(case: Case, match: re.Match[str]) -> Quantity | None:
    """The figure of the slot that a match fills."""
    found = (filled(match, slot, case) for slot in _UNITS)
    return next((figure for figure in found if isinstance(figure, Quantity)), None)


def _ends(case: Case, match: re.Match[str]) -> tuple[Moment, Moment] | None:
    """The first and the last of the moments that a match tells."""
    during = filled(match, "during", case)
    ends = ("during", "during") if during else ("from", "to")
    first, last = (filled(match, slot, case) for slot in ends)
    if not isinstance(first, Moment) or not isinstance(last, Moment):
        return None
    return (first, last) if not during or is_range(case.facts.text, first) else None


def _verdict(
    case: Case, length: Quantity, ends: tuple[Moment, Moment], told: Lasting, *, kept: bool
) -> Verdict:
    """Whether a length may be that."""
    slot = _SLOTS[length.dimension]
    literal, span = case.text(length.start, length.end), Span.of(length)
    days = dict.fromkeys(Span.of(moment) for moment in ends)
    shown = "—".join(case.text(day.start, day.end) for day in days)
    if slot == "days" and len(days) > 1:
        shown = f"{shown}相差{told.counted(slot) - 1}天"
    else:
        shown = f"{shown}共{told.counted(slot)}{_UNITS[slot]}"
    related = tuple(Related(day, "day") for day in days)
    if told.is_within(slot, length) if kept else told.admits(slot, length):
        return Verdict(Status.passed, literal, span, related, f"{shown} ✓", recomputed=True)
    values = {"length": literal, "calculation": shown}
    return Verdict(Status.failed, literal, span, related, f"{shown} ≠ {literal}", values=values)
