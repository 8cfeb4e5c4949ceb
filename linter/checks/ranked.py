"""``ranked``: what is told to be the highest or lowest of a list, and another one excels."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.sought import Sought
from linter.binding.superlatives import superlatives
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Ranked(Spec, frozen=True):
    """Nothing to set: the words for the highest and the lowest are the same in every report."""


SPEC = Ranked


def seeks(rule_id: str, spec: Ranked, case: Case) -> Iterator[Sought]:
    """Any figures."""
    yield sought.figures(case, "any")


def check(rule_id: str, spec: Ranked, case: Case) -> Iterator[Verdict]:
    """A failure for each thing that another one of its list excels."""
    for found in superlatives(case.facts):
        named = case.text(found.named.start, found.named.end)
        own = case.text(found.own.start, found.own.end)
        beyond = case.text(found.beyond.start, found.beyond.end)
        span = Span(found.beyond.start, found.beyond.end)
        yield Verdict(
            Status.failed,
            named,
            found.named,
            (Related(span, "beyond"),),
            f"{named}{own}，另有{beyond}",
            values={"named": named, "way": found.way, "own": own, "beyond": beyond},
        )
