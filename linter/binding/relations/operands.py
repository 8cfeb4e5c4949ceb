"""Binding by relation: which figures stand to a derived figure in which roles.

For each derived figure the windows are tried from the narrowest; the first that holds a supported
assignment decides. An assignment is supported when each operand carries its role's own cue, or when
the operands are the only figures of their dimension in the window (DESIGN §5, Binding). Where no
window decides, what fits nearby passes, and what one slip of the hand keeps from fitting is
doubted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice

from msgspec.structs import replace

from linter.binding.names import pairs
from linter.binding.relations.assignments import Assignments
from linter.binding.relations.bindings import Assignment, Binding
from linter.binding.relations.candidates import NEAREST, Candidates
from linter.binding.relations.changes import Changes
from linter.binding.relations.equations import Equations
from linter.binding.relations.excuses import Excuses
from linter.binding.relations.far import Far
from linter.binding.relations.likelihood import Slips
from linter.binding.relations.neighbours import plain_failure
from linter.binding.relations.rivals import is_of_another_kind
from linter.binding.relations.roles import Relation, Roles
from linter.binding.slips import is_marginal, is_slip, is_swap, slipped
from linter.binding.telling import comes_out, reached
from linter.facts.facts import Facts
from linter.facts.quantity import OPEN_HEDGES, Quantity
from linter.facts.windows import Window
from linter.language.expression import Equation

_NARROW: tuple[Window, ...] = ("clause", "sentence")
_THIRD = Decimal(1) / 3
_MARGIN = 0.01
_NEVER = 0.05
"""How likely one slip may explain by chance a figure of another name than its operands."""
_NAME = 10
"""Within how many characters before a figure its noun stands."""
_FEWEST_SWAPPED = 4
"""How many digits a figure must have to be told for another with two of them swapped."""
_FEWEST_FAR = 3
"""How many digits a figure must have where its operands stand in another sentence."""


class Binder:
    """Binds one relation in one document."""

    def __init__(
        self, rule: str, relation: Relation, facts: Facts, equations: Mapping[str, Equation]
    ) -> None:
        self._relation, self._facts = relation, facts
        self._roles = roles = Roles(rule, relation, facts)
        self._excuses = Excuses(relation, facts, roles)
        self._slips = Slips(relation, facts)
        candidates = Candidates(relation, facts, roles)
        self._equations = Equations(relation, facts, equations, roles)
        self._changes = Changes(relation, facts, candidates, self._equations)
        self._assignments = Assignments(relation, facts, candidates, self._equations)
        self._far = Far(relation, facts, roles, candidates, self._equations, self._excuses)

    def bindings(self) -> Iterator[Binding]:
        """One binding for each figure that takes the derived role."""
        for figure in self._roles.derived():
            bound = self._bind(figure)
            passed = bound.assignment if bound.outcome == "pass" else None
            told = passed is None or self._is_telling(passed, figure)
            yield bound if told else Binding(figure, "unbound")

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
            supported = [a for a in assignments if a.supported]
            if decided is None and supported:
                decided = self._decide(derived, supported, assignments, narrow)
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
                (e for e in fit.equations if not self._equations.may_hold(e, fit.figures)), None
            )
            steps = {f.step for f in fit.figures.values() if f is not derived}
            if (
                failing
                and len(steps) == 1
                and not is_marginal(failing, self._relation.derived, fit.figures, _MARGIN)
                and slipped(fit.figures, fit.equations, self._facts.text, _FEWEST_FAR)
            ):
                return Binding(derived, "doubt", replace(fit, failing=failing))
        return Binding(derived, "pass", fit)

    def _decide(
        self,
        derived: Quantity,
        supported: list[Assignment],
        assignments: list[Assignment],
        narrow: bool,
    ) -> Binding:
        """What supported assignments that all fail come to: an error only if no doubt is left."""
        fit = next((a for a in assignments if a.failing is None), None)
        likely = self._likely(supported[:NEAREST])
        near = [a for a in likely if not self._is_of_others(a)]
        near = [a for a in near if self._changes.is_set_phrase(a)][:1] or near
        fewest = 0 if narrow else _FEWEST_FAR
        slip = next(
            (
                a
                for a in near
                if (a.contiguous or (narrow and not self._relation.weak))
                and self._slips.is_slip(a, fewest)
            ),
            None,
        )
        failing = slip
        if failing is None and narrow:
            failing = next(
                (
                    a
                    for a in near
                    if a.contiguous
                    and (
                        (self.is_plausible(a) and (a.labelled or not self._relation.weak))
                        or (a.supported and self._changes.is_set_phrase(a))
                        or self._slips.is_slip(a, sure=not self._relation.weak)
                    )
                ),
                None,
            )
        if failing is None:
            return self._improbable(derived, likely if narrow and fit is None else [])
        if fit is not None and narrow:
            return Binding(derived, "pass", fit)
        sure = failing.strictly and fit is None and not self._relation.weak
        sure = sure and failing.labelled
        sure = sure and (narrow or self._is_of_one_thing(failing, derived))
        return Binding(derived, "fail" if sure else "doubt", failing)

    def _is_mistyped(self, told: Assignment, fit: Assignment) -> bool:
        """Whether what is told nearby fails by one figure, and the one that fits is a slip away."""
        other = [name for name, f in told.figures.items() if fit.figures.get(name) is not f]
        if len(other) != 1 or told.figures.keys() != fit.figures.keys():
            return False
        figure, right = told.figures[other[0]], fit.figures[other[0]].value
        literal = self._facts.text[figure.start : figure.end]
        fewest = _FEWEST_SWAPPED - told.labelled
        return is_swap(figure, literal, right, fewest) or is_slip(
            figure, literal, right, fewest + 1
        )

    def _improbable(self, derived: Quantity, likely: list[Assignment]) -> Binding:
        """A doubt where a figure of another name is but one slip off what can hardly be chance."""
        found = (
            a
            for a in likely
            if a.contiguous and self._slips.is_slip(a) and self._slips.chance(a) <= _NEVER
        )
        failing = next(found, None)
        return Binding(derived, "doubt", failing) if failing else Binding(derived, "unbound")

    def _likely(self, supported: list[Assignment]) -> list[Assignment]:
        """Those that belong together; none with fewer figures than one that may not."""
        apart = [self._excuses.apart(a.figures, a.equations) for a in supported]
        fullest = max(
            (len(a.figures) for a, e in zip(supported, apart, strict=True) if e), default=0
        )
        return [
            a for a, e in zip(supported, apart, strict=True) if not e and len(a.figures) >= fullest
        ]

    def _is_excused(self, assignment: Assignment) -> bool:
        apart = self._excuses.apart(assignment.figures, assignment.equations)
        return apart or self._is_of_others(assignment)

    def _is_of_others(self, assignment: Assignment) -> bool:
        """Whether the derived figure's name, or the change before it, is of other figures."""
        named = self._excuses.named_otherwise(assignment.figures)
        return named or self._changes.fits_its_change(assignment)

    def _is_of_one_thing(self, assignment: Assignment, derived: Quantity) -> bool:
        """Whether a noun before each figure of another sentence stands in the derived one's too."""
        low, high = self._facts.windows.bounds("sentence", derived.start)
        sentence = self._facts.text[low:high]
        for figure in assignment.figures.values():
            if not low <= figure.start < high:
                start, end = self._facts.own_lead(figure)
                lead = self._facts.text[max(start, end - _NAME) : end]
                if not any(pair in sentence for pair in pairs(lead) if not pair.isascii()):
                    return False
        return True

    def _bind_weakly(self, derived: Quantity, assignments: list[Assignment]) -> Binding:
        """Without support, what fits passes; the nearest that a slip keeps from it is doubted."""
        fit = next((a for a in assignments if a.failing is None), None)
        if fit is not None:
            return Binding(derived, "pass", fit)
        nearest = assignments[: 2 * NEAREST]
        near = [a for a in nearest if a.contiguous and self._is_near(a, derived)]
        slip = next((a for a in near if self._slips.is_slip(a) and not self._is_excused(a)), None)
        if slip is not None:
            return Binding(derived, "doubt", slip)
        return self._far.bind(derived) or Binding(derived, "unbound")

    def _bind_plainly(self, derived: Quantity, assignments: list[Assignment]) -> Binding:
        """With the budget of the sentence before, where the words leave nothing open."""
        found = plain_failure(self._facts, self._relation, derived, assignments)
        if found is None or self._is_excused(found) or not self.is_plausible(found):
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

    def is_plausible(self, assignment: Assignment) -> bool:
        """Whether a failure is of a size that a person's error has: not off threefold."""
        failing = assignment.failing
        if failing is None:
            return True
        values = {name: figure.value for name, figure in assignment.figures.items()}
        solved = failing.expected(self._relation.derived, values)
        printed = values[self._relation.derived].middle
        if solved is not None and {"part", "whole"} <= values.keys() and solved.low > 1:
            return False
        if solved is None or not printed or solved.middle * printed <= 0:
            return False
        return _THIRD <= solved.middle / printed <= 3

    def _is_telling(self, fit: Assignment, derived: Quantity) -> bool:
        """Whether a fit says anything of the figure: by open operands (不少于150人) nearly all do.

        The figure itself may be open: 由100人增加到125人，增长超过20%. Where their own words do
        not bind the figures to each other, they must come to what is printed.
        """
        if any(f.hedge in OPEN_HEDGES for f in fit.figures.values() if f is not derived):
            return False
        name, figures = self._relation.derived, fit.figures
        held = (e for e in fit.equations if self._equations.may_hold(e, figures))
        exact = (reached(equation, name, figures) for equation in held)
        return fit.labelled or any(comes_out(derived, value) for value in exact)
