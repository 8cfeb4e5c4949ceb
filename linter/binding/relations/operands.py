"""Binding by relation: which figures stand to a derived figure in which roles.

For each derived figure the windows are tried from the narrowest; the first that holds a supported
assignment decides. An assignment is supported when each operand carries its role's own cue, or when
the operands are the only figures of their dimension in the window (DESIGN §5, Binding). Where no
window decides, what fits nearby passes, and what one slip of the hand keeps from fitting is
doubted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from linter.binding import slips
from linter.binding.relations.assignments import Assignments
from linter.binding.relations.bindings import Assignment, Binding
from linter.binding.relations.borne_out import is_borne_out
from linter.binding.relations.candidates import NEAREST, Candidates
from linter.binding.relations.deciding import Deciding, is_plausible
from linter.binding.relations.far import Far
from linter.binding.relations.fitting import fitting, is_telling
from linter.binding.relations.likelihood import is_slip
from linter.binding.relations.neighbours import plain_failure
from linter.binding.relations.opened import Opened
from linter.binding.relations.relation import Relation
from linter.binding.relations.rivals import is_of_another_kind
from linter.facts.facts import Facts
from linter.facts.quantity import OPEN_HEDGES, Quantity
from linter.facts.windows import Window
from linter.language.expression import Equation

_NARROW: tuple[Window, ...] = ("clause", "sentence")
_NEAR = 90
"""Within how many characters figures without cues belong together."""
_FINE = 3
"""How many digits a rounded figure has that tells of what it is made."""
_WRONG = ("fail", "doubt")
_CHANGE = {"base", "now"}


class Binder:
    """Binds one relation in one document."""

    def __init__(
        self,
        rule: str,
        relation: Relation,
        facts: Facts,
        equations: Mapping[str, Equation],
        *,
        bold: bool = False,
    ) -> None:
        self._arguments = rule, relation, facts, equations
        self._relation, self._facts = relation, facts
        self._opened = opened = Opened(rule, relation, facts, equations)
        self._deciding = Deciding(opened, bold=bold)
        candidates = Candidates(opened)
        self._assignments = Assignments(opened, candidates)
        self._far = Far(opened, candidates)

    def bindings(self) -> Iterator[Binding]:
        """One binding for each figure that takes the derived role.

        Two are seldom made of the same: where one is, another that the same figures do not make is
        of others, unless it may be the same told again.
        """
        found = list(self._each())
        known = (b for b in found if b.outcome == "pass" and self._is_exact(b.derived))
        explained = [(_operands(b), b.derived) for b in known]
        for bound in found:
            own = _operands(bound)
            fits = [fit for made, fit in explained if bound.outcome in _WRONG and own <= made]
            told = not fits or any(self._may_be_again(bound.derived, fit) for fit in fits)
            yield bound if told else Binding(bound.derived, "unbound")

    def _is_exact(self, figure: Quantity) -> bool:
        """Whether a figure tells finely of what it is made: 17.6%, 约17.6%, not 近两成."""
        if figure.hedge is None:
            return True
        return figure.hedge not in OPEN_HEDGES and self._facts.digits(figure) >= _FINE

    def _each(self) -> Iterator[Binding]:
        for figure in self._opened.roles.derived():
            bound = self._bind(figure)
            fit = bound.assignment if bound.outcome == "pass" else None
            told = fit is None or is_telling(self._opened, fit)
            yield bound if told else Binding(figure, "unbound")

    def _may_be_again(self, figure: Quantity, fit: Quantity) -> bool:
        """Whether a figure may tell again what another does, but for a digit or two swapped."""
        literal = self._facts.text[figure.start : figure.end]
        alike = self._facts.digits(figure) == self._facts.digits(fit)
        beside = self._facts.windows.share("sentence", figure.start, fit.start)
        if beside and self._opened.operands.keys() >= _CHANGE:  # 追加10万元，比上年增加18万元
            return False
        return alike and slips.is_slip(figure, literal, fit.value)

    def withheld(self) -> Iterator[tuple[Quantity, str]]:
        """The figures told only where no reason is asked for, each with the first reason."""
        bold = Binder(*self._arguments, bold=True).bindings()
        for kept, bound in zip(self.bindings(), bold, strict=True):
            if kept.outcome == "unbound" and bound.assignment and bound.assignment.failing:
                why = self._deciding.why(bound.assignment)
                if why is not None:
                    yield bound.derived, why

    def tried(self, derived: Quantity) -> list[Assignment]:
        """The nearest assignments of the narrowest window that holds any, supported or not."""
        every = (list(islice(found or (), NEAREST)) for _, found in self._windows(derived))
        return next(filter(None, every), [])

    def _windows(self, derived: Quantity) -> Iterator[tuple[bool, Iterator[Assignment] | None]]:
        """The assignments of each window, of two that are the same once; whether it is narrow."""
        seen: tuple[int, int] | None = None
        for window in self._relation.windows:
            bounds = self._facts.windows.bounds(window, derived.start)
            if bounds != seen:
                narrow, clause = window in _NARROW, window == "clause"
                yield narrow, self._assignments.within(derived, *bounds, narrow, clause)
            seen = bounds

    def _bind(self, derived: Quantity) -> Binding:
        decided: Binding | None = None
        nearby: list[Assignment] = []
        wider: list[Assignment] = []
        for narrow, found in self._windows(derived):
            if found is None:
                return decided or Binding(derived, "too-many")
            assignments: list[Assignment] = []
            for assignment in found:
                if assignments and assignments[0].is_turned_by(assignment):
                    continue
                if assignment.supported and assignment.failing is None:
                    told = decided.assignment if decided else None
                    return fitting(self._opened, assignment, told)
                assignments.append(assignment)
            if narrow:
                bracketed = self._facts.text.startswith("(", derived.end)
                nearby = [*nearby[:NEAREST], *assignments] if bracketed else assignments
            else:
                wider = assignments
            decided = decided or self._deciding.decide(derived, assignments, narrow=narrow)
        if decided is not None and decided.outcome != "unbound":
            return decided
        weakly = self._bind_weakly(derived, nearby)
        if weakly.outcome != "unbound":
            return weakly
        return self._bind_plainly(derived, wider) or self._bind_by_more(derived, [*nearby, *wider])

    def _bind_weakly(self, derived: Quantity, assignments: list[Assignment]) -> Binding:
        """Without support, what fits passes; the nearest that a slip keeps from it is doubted."""
        fit = next((a for a in assignments if a.failing is None), None)
        if fit is not None:
            return Binding(derived, "pass", fit)
        nearest = assignments[: 2 * NEAREST]
        near = [a for a in nearest if a.contiguous and self._is_near(a, derived)]
        excused = self._deciding.is_excused
        slip = next((a for a in near if is_slip(self._opened, a) and not excused(a)), None)
        if slip is not None:
            return Binding(derived, "doubt", slip)
        return self._far.bind(derived, excused)

    def _bind_plainly(self, derived: Quantity, assignments: list[Assignment]) -> Binding | None:
        """With the budget of the sentence before, where the words leave nothing open."""
        found = plain_failure(self._facts, self._relation, derived, assignments)
        if found and is_plausible(self._relation, found) and not self._deciding.is_excused(found):
            return Binding(derived, "fail", found)
        return None

    def _bind_by_more(self, derived: Quantity, assignments: list[Assignment]) -> Binding:
        """With figures that no slip explains, where the paragraph says more of them."""
        for found in assignments:
            if (
                found.supported
                and is_plausible(self._relation, found)
                and is_borne_out(self._facts, self._relation, found)
                and not self._deciding.is_excused(found)
            ):
                return Binding(derived, "doubt", found)
        return Binding(derived, "unbound")

    def _is_near(self, assignment: Assignment, derived: Quantity) -> bool:
        """Whether no other figure of the derived one's dimension stands among those bound."""
        starts = {f.start for f in assignment.figures.values()}
        low, high = min(starts), max(f.end for f in assignment.figures.values())
        return high - low <= _NEAR and not any(
            f.dimension == derived.dimension
            and f.start not in starts
            and not is_of_another_kind(f, derived, self._facts.text)
            for f in self._facts.within(low, high)
        )


def _operands(bound: Binding) -> frozenset[int]:
    """Where the figures begin that a derived one is made of."""
    figures = bound.assignment.figures.values() if bound.assignment else ()
    return frozenset(f.start for f in figures if f is not bound.derived)
