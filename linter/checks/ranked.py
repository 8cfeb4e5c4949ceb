"""``ranked``: what is told to be the highest or lowest of a list, and another one excels."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.named.extremes import told_extremes
from linter.binding.named.superlatives import superlatives
from linter.binding.sought import Sought
from linter.facts.quantity import Quantity
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Ranked(Spec, frozen=True):
    """Nothing to set: the words for the highest and the lowest are the same in every report."""


SPEC = Ranked


def seeks(rule_id: str, spec: Ranked, case: Case) -> Iterator[Sought]:
    """Any figures."""
    yield sought.figures(case, "any")


def check(rule_id: str, spec: Ranked, case: Case) -> Iterator[Verdict]:
    """A failure for each thing that another one of its list or its column excels."""
    for found in superlatives(case.facts):
        yield _verdict(case, found.named, found.way, found.own, found.beyond)
    for told in case.once(told_extremes):
        if told.beyond is not None:
            yield _verdict(case, told.name, told.way, told.own, told.beyond)


def _verdict(case: Case, name: Span, way: str, own: Quantity, beyond: Quantity) -> Verdict:
    named, its = case.text(name.start, name.end), case.text(own.start, own.end)
    more = case.text(beyond.start, beyond.end)
    return Verdict(
        Status.failed,
        named,
        name,
        (Related(Span(beyond.start, beyond.end), "beyond"),),
        f"{named}{its}，另有{more}",
        values={"named": named, "way": way, "own": its, "beyond": more},
    )
