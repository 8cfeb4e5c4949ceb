"""``section-order``: the profile's chapters stand in its order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.sought import Sought
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class SectionOrder(Spec, frozen=True):
    """Nothing to set: the order is the profile's."""


SPEC = SectionOrder


def seeks(rule_id: str, spec: SectionOrder, case: Case) -> Iterator[Sought]:
    """The chapters whose order the profile gives."""
    yield sought.chapters(case, case.profile.order)


def check(rule_id: str, spec: SectionOrder, case: Case) -> Iterator[Verdict]:
    """A verdict for each two neighbouring chapters of the order that are both there once."""
    placed = [
        (key, case.chapters[key][0])
        for key in case.profile.order
        if len(case.chapters.get(key, ())) == 1
    ]
    for (_, before), (_, after) in pairwise(placed):
        if before.index == after.index or before.parent != after.parent:
            continue
        holds = before.start < after.start
        text = f"“{before.title}”应在“{after.title}”之前"
        yield Verdict(
            Status.passed if holds else Status.failed,
            after.title,
            Span(after.start, after.title_end),
            (Related(Span(before.start, before.title_end), "before"),),
            text + (" ✓" if holds else ""),
            values={"before": before.title, "after": after.title, "calculation": text},
        )
