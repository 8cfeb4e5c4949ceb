"""``ranked``: what is told of things by their names: which excels, how far some are apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.named.extents import surpassed
from linter.binding.named.extremes import told_extremes
from linter.binding.named.pairs import TOLD, together
from linter.binding.named.superlatives import superlatives
from linter.binding.named.times_explained import times_explained
from linter.binding.sought import Sought
from linter.binding.telling import told
from linter.facts.quantity import Quantity
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Ranked(Spec, frozen=True):
    """What is told of things by their names: that one excels, or how far some are apart."""

    of: Literal["one", "several"] = "one"


SPEC = Ranked


def seeks(rule_id: str, spec: Ranked, case: Case) -> Iterator[Sought]:
    """Any figures."""
    yield sought.figures(case, "any")


def check(rule_id: str, spec: Ranked, case: Case) -> Iterator[Verdict]:
    """A failure for each thing that another one of its list or its column excels.

    Of several a verdict for each figure that is told of them.
    """
    if spec.of == "several":
        for together_ in (*together(case), *times_explained(case.facts)):
            equation = together_.equation
            failing = None if together_.holds else equation
            yield told(case, TOLD, together_.figures, (equation,), failing, doubt=True)
        return
    for found in (*superlatives(case.facts), *surpassed(case.facts)):
        yield _verdict(case, found.named, found.way, found.own, found.beyond)
    for said in case.once(told_extremes):
        if said.beyond is not None:
            yield _verdict(case, said.name, said.way, said.own, said.beyond)


def _verdict(case: Case, name: Span, way: str, own: Quantity, beyond: Quantity) -> Verdict:
    named, its = case.text(name.start, name.end), case.text(own.start, own.end)
    more = case.text(beyond.start, beyond.end)
    return Verdict(
        Status.failed,
        named,
        name,
        (Related(Span.of(beyond), "beyond"),),
        f"{named}{its}，另有{more}",
        values={"named": named, "way": way, "own": its, "beyond": more},
    )
