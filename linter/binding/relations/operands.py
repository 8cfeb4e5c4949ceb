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

from msgspec.structs import replace

from linter.binding.relations.assignments import Assignments
from linter.binding.relations.bindings import Assignment, Binding
from linter.binding.relations.candidates import NEAREST, Candidates
from linter.binding.relations.deciding import FEWEST_FAR, Deciding, is_plausible
from linter.binding.relations.far import Far
from linter.binding.relations.likelihood import is_slip
from linter.binding.relations.neighbours import plain_failure
from linter.binding.relations.opened import Opened
from linter.binding.relations.rivals import is_of_another_kind
from linter.binding.relations.roles import Relation
from linter.binding.slips import is_marginal, is_swap, slipped
from linter.binding.slips import is_slip as is_slip_of
from linter.binding.telling import comes_out, reached
from linter.facts.facts import Facts
from linter.facts.quantity import OPEN_HEDGES, Quantity
from linter.facts.windows import Window
from linter.language.expression import Equation

_NARROW: tuple[Window, ...] = ("clause", "sentence")
_MARGIN = 0.01
_FEWEST_SWAPPED = 4
"""How many digits a figure must have to be told for another with two of them swapped."""


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
        """One binding for each figure that takes the derived role."""
        for figure in self._opened.roles.derived():
            bound = self._bind(figure)
            passed = bound.assignment if bound.outcome == "pass" else None
            told = passed is None or self._is_telling(passed, figure)
            yield bound if told else Binding(figure, "unbound")

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
        for window in self._relation.windows:
            low, high = self._facts.windows.bounds(window, derived.start)
            clause = window == "clause"
            found = self._assignments.within(derived, low, high, window in _NARROW, clause)
            nearest = list(islice(found or (), NEAREST))
            if nearest:
                return nearest
        return []

    def _bind(self, derived: Quantity) -> Binding:
        decided: Binding | None = None
        nearby: list[Assignment] = []
        wider: list[Assignment] = []
        seen: tuple[int, int] | None = None
        for window in self._relation.windows:
            bounds = self._facts.windows.bounds(window, derived.start)
            if bounds == seen:
                continue
            seen, (low, high) = bounds, bounds
            narrow = window in _NARROW
            found = self._assignments.within(derived, low, high, narrow, window == "clause")
            if found is None:
                return decided or Binding(derived, "too-many")
            assignments: list[Assignment] = []
            for assignment in found:
                if assignment.supported and assignment.failing is None:
                    return self._fitting(derived, assignment, decided)
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
        return self._bind_plainly(derived, wider) if weakly.outcome == "unbound" else weakly

    def _fitting(self, derived: Quantity, fit: Assignment, decided: Binding | None) -> Binding:
        """What fits passes, unless what narrower windows tell is but a slip away from it."""
        told = decided.assignment if decided is not None else None
        if told is not None and self._is_mistyped(told, fit):
            return Binding(derived, "doubt", told)
        return self._passing(derived, fit)

    def _passing(self, derived: Quantity, fit: Assignment) -> Binding:
        """A pass; where one equation is enough, a doubt if one slip keeps the others from holding.

        Only of rates, whose equations say the same in two ways; and not where one may have been
        computed from rounded figures: where the operands are printed to different digits, or it is
        hardly off.
        """
        if (
            self._relation.any
            and derived.dimension == "percent"
            and fit.labelled
            and fit.contiguous
            and len(fit.figures) > self._relation.min
        ):
            failing = next(
                (e for e in fit.equations if not self._opened.may_hold(e, fit.figures)), None
            )
            steps = {f.step for f in fit.figures.values() if f is not derived}
            if (
                failing
                and len(steps) == 1
                and not is_marginal(failing, self._relation.derived, fit.figures, _MARGIN)
                and slipped(fit.figures, fit.equations, self._facts.text, FEWEST_FAR)
            ):
                return Binding(derived, "doubt", replace(fit, failing=failing))
        return Binding(derived, "pass", fit)

    def _is_mistyped(self, told: Assignment, fit: Assignment) -> bool:
        """Whether what is told nearby fails by one figure, and the one that fits is a slip away."""
        other = [name for name, f in told.figures.items() if fit.figures.get(name) is not f]
        if len(other) != 1 or told.figures.keys() != fit.figures.keys():
            return False
        figure, right = told.figures[other[0]], fit.figures[other[0]].value
        literal = self._facts.text[figure.start : figure.end]
        fewest = _FEWEST_SWAPPED - told.labelled
        return is_swap(figure, literal, right, fewest) or is_slip_of(
            figure, literal, right, fewest + 1
        )

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

    def _bind_plainly(self, derived: Quantity, assignments: list[Assignment]) -> Binding:
        """With the budget of the sentence before, where the words leave nothing open."""
        found = plain_failure(self._facts, self._relation, derived, assignments)
        if (
            found is None
            or self._deciding.is_excused(found)
            or not is_plausible(self._relation, found)
        ):
            return Binding(derived, "unbound")
        return Binding(derived, "fail", found)

    def _is_near(self, assignment: Assignment, derived: Quantity) -> bool:
        """Whether no other figure of the derived one's dimension stands among those bound."""
        figures = assignment.figures.values()
        low, high = min(f.start for f in figures), max(f.end for f in figures)
        if high - low > self._relation.near:
            return False
        mine = {f.start for f in figures}
        between = self._facts.within(low, high)
        return not any(
            f.dimension == derived.dimension
            and f.start not in mine
            and not is_of_another_kind(f, derived, self._facts.text)
            for f in between
        )

    def _is_telling(self, fit: Assignment, derived: Quantity) -> bool:
        """Whether a fit says anything of the figure: by open operands (不少于150人) nearly all do.

        The figure itself may be open: 由100人增加到125人，增长超过20%. Where their own words do
        not bind the figures to each other, they must come to what is printed.
        """
        if any(f.hedge in OPEN_HEDGES for f in fit.figures.values() if f is not derived):
            return False
        name, figures = self._relation.derived, fit.figures
        held = (e for e in fit.equations if self._opened.may_hold(e, figures))
        exact = (reached(equation, name, figures) for equation in held)
        return fit.labelled or any(comes_out(derived, value) for value in exact)
