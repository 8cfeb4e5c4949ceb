"""``on-time``: what is said of the day on which a thing was done against the one wanted."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.dates.on_time import on_time
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class OnTime(Spec, frozen=True):
    """Nothing to set."""


SPEC = OnTime


def check(rule_id: str, spec: OnTime, case: Case) -> Iterator[Verdict]:
    """A verdict for each such word with both days before it."""
    for found in on_time(case.facts):
        said, wanted, was = (
            case.text(*place) for place in (found.verdict, found.wanted, found.was)
        )
        text = f"应于{wanted}，实于{was}，说“{said}”{' ✓' if found.holds else ''}"
        yield Verdict(
            Status.passed if found.holds else Status.failed,
            said,
            Span(*found.verdict),
            (Related(Span(*found.wanted), "wanted"), Related(Span(*found.was), "was")),
            text,
            values={"said": said, "wanted": wanted, "was": was, "calculation": text},
        )
