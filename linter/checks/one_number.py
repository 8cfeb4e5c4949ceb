"""``one-number``: an event told twice has one number (届次, 轮次)."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.dates.same_event import two_numbers
from linter.binding.dates.series import against_series
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class OneNumber(Spec, frozen=True):
    """Nothing to set: events are known by their names and the words around them."""


SPEC = OneNumber


def check(rule_id: str, spec: OneNumber, case: Case) -> Iterator[Verdict]:
    """A failure for each event that is numbered otherwise further on, or by words beside it."""
    seen: set[int] = set()
    for there, here in _found(case):
        if here.start in seen:
            continue
        seen.add(here.start)
        words = {
            "here": case.text(here.start, here.end),
            "there": case.text(there.start, there.end),
        }
        yield Verdict(
            Status.failed,
            words["here"],
            here,
            (Related(there, "event"),),
            f"{words['there']} ≠ {words['here']}",
            values=words,
        )


def _found(case: Case) -> Iterator[tuple[Span, Span]]:
    for earlier, later in two_numbers(case.facts):
        yield Span(earlier.start, earlier.end), Span(later.start, later.end)
    for found in against_series(case.facts):
        yield Span(*found.earlier), Span(*found.later)
