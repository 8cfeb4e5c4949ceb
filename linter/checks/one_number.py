"""``one-number``: an event told twice has one number (届次, 轮次)."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.dates.same_event import two_numbers
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class OneNumber(Spec, frozen=True):
    """Nothing to set: events are known by their names and the words around them."""


SPEC = OneNumber


def check(rule_id: str, spec: OneNumber, case: Case) -> Iterator[Verdict]:
    """A failure for each event that is numbered otherwise further on."""
    seen: set[int] = set()
    for earlier, later in two_numbers(case.facts):
        if later.start in seen:
            continue
        seen.add(later.start)
        here, there = (case.text(each.start, each.end) for each in (later, earlier))
        yield Verdict(
            Status.failed,
            here,
            Span(later.start, later.end),
            (Related(Span(earlier.start, earlier.end), "event"),),
            f"{there} ≠ {here}",
            values={"here": here, "there": there},
        )
