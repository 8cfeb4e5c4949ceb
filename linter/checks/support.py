"""``support``: a statement that calls for support, which the text around it does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.slots import filled, pointed_at
from linter.facts.quantity import OPEN_HEDGES, Quantity
from linter.facts.status import status
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Span, Status, Verdict


class Support(Spec, frozen=True):
    """What is stated, and what must be told with it."""

    claims: tuple[str, ...]
    """Patterns; a slot ``at`` narrows the finding to its figure, which must tell a result."""
    needs: tuple[str, ...]
    """Patterns, any of which supports the claim."""
    unless: tuple[str, ...] = ()
    """Patterns in a claim's own clause by which it states nothing: a condition, a rule."""
    within: Window = "report"
    """Where the support may stand; of the claims in one window only the first is judged."""
    once: bool = False
    """Only the first claim without support is told."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """What is stated, and what supports it."""
        for source in (*self.claims, *self.unless):
            yield source, "clause"
        for source in self.needs:
            yield source, "block"


SPEC = Support
_REACH = 60
"""How far from a claim the words stand that make it none."""


def check(rule_id: str, spec: Support, case: Case) -> Iterator[Verdict]:
    """A verdict for each window with a claim; what a whole report lacks, an extract may not."""
    if spec.within == "report" and not case.is_whole:
        return
    judged: set[tuple[int, int]] = set()
    for start, end in _claims(spec, case):
        window = case.facts.windows.bounds(spec.within, start)
        if window in judged:
            continue
        judged.add(window)
        quote = case.text(start, end)
        supported = case.has(spec.needs, *window)
        yield Verdict(
            Status.passed if supported else Status.failed,
            quote,
            Span(start, end),
            values={"quote": quote},
        )
        if spec.once and not supported:
            return


def _claims(spec: Support, case: Case) -> list[tuple[int, int]]:
    """Where claims stand in the running text, in order."""
    found: set[tuple[int, int]] = set()
    for source in spec.claims:
        for match in case.matches(source):
            if _states(spec, case, match):
                found.add(pointed_at(match))
    return sorted(found)


def _states(spec: Support, case: Case, match: re.Match[str]) -> bool:
    """Whether a match in the running text says what is; its figure ``at`` what was reached."""
    facts, start = case.facts, match.start()
    near = facts.windows.around("clause", start, match.end(), _REACH)
    if facts.in_table(start) or facts.in_target_section(start):
        return False
    if case.has(spec.unless, *near):
        return False
    if match.groupdict().get("at") is None:
        return True
    figure = filled(match, "at", case)
    return (
        isinstance(figure, Quantity)
        and figure.hedge not in OPEN_HEDGES
        and status(facts, figure) == "actual"
    )
