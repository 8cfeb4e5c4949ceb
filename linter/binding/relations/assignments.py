"""Assignments: figures by role for one derived figure, and how far they go together."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from linter.binding.relations.bindings import Assignment
from linter.binding.relations.candidates import Candidates, Choice, distance
from linter.binding.relations.opened import Opened, applicable
from linter.binding.relations.rivals import (
    are_alone,
    asides,
    contiguity,
    is_by_how_much,
    is_its_amount,
)
from linter.facts.quantity import Quantity

_MOST = 64


class _Draft(Struct, frozen=True):
    """Figures by role, whether each operand's own words name its role, and how far they stand."""

    figures: dict[str, Quantity]
    labels: tuple[bool, ...]
    spread: int


class Assignments:
    """Makes the assignments of one relation in one document."""

    def __init__(self, opened: Opened, candidates: Candidates) -> None:
        self._opened, self._candidates = opened, candidates
        self._relation, self._facts = opened.relation, opened.facts
        self._changing = "base" in opened.operands

    def within(
        self, derived: Quantity, low: int, high: int, narrow: bool, clause: bool
    ) -> Iterator[Assignment] | None:
        """Those of figures of a window, the nearest first; ``None`` where there are too many.

        Each is judged when it is asked for: mostly the first decides.
        """
        figures = self._facts.around(derived, low, high)
        if not clause or (derived.dimension == "percent" and derived.printed == 1):
            figures = [q for q in figures if q.start < derived.start]
        if self._changing:
            figures = [f for f in figures if not self._is_a_rate_s(f, derived)]
        choices: dict[str, list[Choice]] = {}
        for name, role in self._opened.operands.items():
            found = self._candidates.of_role(name, role, figures, derived, narrow)
            if role.optional:
                found = [*found, (None, True)]
            if not found:
                return iter(())
            choices[name] = found
        count = math.prod(map(len, choices.values()))
        if count > _MOST:
            return None
        picked = itertools.product(*choices.values())
        drafts = [d for picks in picked if (d := self._draft(derived, choices, picks)) is not None]
        drafts.sort(key=lambda draft: (-len(draft.figures), draft.spread, _is_inverted(draft)))
        measured = narrow and self._candidates.measure(derived) is not None
        return self._judged(derived, drafts, figures, measured)

    def _is_a_rate_s(self, figure: Quantity, derived: Quantity) -> bool:
        """Whether a figure is what another rate is of: 预算数25200万元的8.9%，增长19.6%."""
        if derived.start == figure.end + 1 or not self._facts.text.startswith("的", figure.end):
            return False
        behind = self._facts.within(figure.end, figure.end + 2)
        return bool(behind) and behind[0].dimension == "percent"

    def _draft(
        self, derived: Quantity, names: Iterable[str], picks: Sequence[Choice]
    ) -> _Draft | None:
        """Figures by role, unless they are too few or of different units."""
        bound = {
            name: figure
            for name, (figure, _) in zip(names, picks, strict=True)
            if figure is not None
        }
        starts = {f.start for f in bound.values()}
        if len(starts) < len(bound) or len(bound) + 1 < self._relation.min:
            return None
        if not self._candidates.have_one_unit(bound):
            return None
        bound[self._relation.derived] = derived
        labels = tuple([label for figure, label in picks if figure is not None])
        return _Draft(bound, labels, sum([distance(f, derived) for f in bound.values()]))

    def _judged(
        self, derived: Quantity, drafts: Iterable[_Draft], figures: list[Quantity], measured: bool
    ) -> Iterator[Assignment]:
        """The drafts to which an equation applies, each with what is to be said of it.

        Where words say what a rate is ``measured`` by, what stands before its part is no rival.
        """
        cued, facts = self._opened.cued(derived), self._facts
        beside = asides(facts, derived, figures, self._changing)
        for draft in drafts:
            bound = draft.figures
            equations = applicable(cued, bound)
            if not equations:
                continue
            labelled = all(draft.labels)
            grown = not self._changing and any(is_by_how_much(facts, f) for f in bound.values())
            rivals = [f for f in figures if grown or f.start not in beside]
            if measured:
                first = min(f.start for f in bound.values())
                rivals = [f for f in rivals if f.start >= first]
            anchored = any(draft.labels) or any(
                is_its_amount(facts, f, derived) for f in bound.values()
            )
            yield Assignment(
                bound,
                equations,
                self._opened.failing(equations, bound),
                labelled,
                labelled or are_alone(bound, rivals, derived, anchored, facts.text),
                *contiguity(bound, figures, derived, facts.text),
                draft.spread,
            )


def _is_inverted(draft: _Draft) -> bool:
    """Whether the only amount beside a change is taken for what was before it."""
    return "base" in draft.figures and "now" not in draft.figures
