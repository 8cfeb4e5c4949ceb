"""Binding by relation: which figures stand to a derived figure in which roles.

For each derived figure the windows are tried from the narrowest; the first that holds a supported
assignment decides. An assignment is supported when each operand carries its role's own cue, or when
the operands are the only figures of their dimension in the window (DESIGN §5, Binding). Where no
window decides, what fits nearby passes, and what one slip of the hand keeps from fitting is
doubted.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from linter.binding.excuses import Excuses
from linter.binding.roles import Relation, Role, Roles
from linter.binding.rows import PARTICLES
from linter.binding.slips import is_marginal, slipped
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.windows import Window
from linter.language.expression import Equation

MAX_CANDIDATES = 8
MAX_ASSIGNMENTS = 64
_NARROW: tuple[Window, ...] = ("clause", "sentence")
_NEAREST = 4
_NOUN_TELLS = ("count:个", "count:项", "count:处")
_THIRD = Decimal(1) / 3
_MARGIN = 0.01
_NAME = 10
"""Within how many characters before a figure its noun stands."""
_MOST_FAR = 200
_FAR_REACH = 400
_FEWEST_FAR = 3
"""How many digits each figure must have where one of them stands elsewhere."""
_LOOSE = 4.0
"""How much wider than the printed precision the quick test in floating point is."""

Choice = tuple[Quantity | None, bool]
"""A figure for a role, and whether its own words name it."""


class Assignment(Struct, frozen=True):
    """Figures by role, the equations that apply, the first that fails, how sure the roles are."""

    figures: dict[str, Quantity]
    equations: tuple[Equation, ...]
    failing: Equation | None
    labelled: bool
    """Whether each operand's own words name its role."""
    supported: bool
    contiguous: bool
    """Whether no other figure of the operands' dimension stands between them and the derived."""
    spread: int
    """How far from the derived figure its operands stand, in characters."""


class Binding(Struct, frozen=True):
    """What was decided of one derived figure."""

    derived: Quantity
    outcome: Literal["pass", "fail", "doubt", "unbound", "too-many"]
    assignment: Assignment | None = None


class Binder:
    """Binds one relation in one document."""

    def __init__(
        self, rule: str, relation: Relation, facts: Facts, equations: Mapping[str, Equation]
    ) -> None:
        self._relation, self._facts, self._equations = relation, facts, equations
        self._roles = Roles(rule, relation, facts)
        self._excuses = Excuses(relation, facts, self._roles)
        self._operands = {n: r for n, r in relation.roles.items() if n != relation.derived}

    def bindings(self) -> Iterator[Binding]:
        """One binding for each figure that takes the derived role."""
        for figure in self._roles.derived():
            yield self._bind(figure)

    def _bind(self, derived: Quantity) -> Binding:
        decided: Binding | None = None
        nearby: list[Assignment] = []
        seen: tuple[int, int] | None = None
        for window in self._relation.windows:
            bounds = self._facts.windows.bounds(window, derived.start)
            if bounds == seen:
                continue
            seen, (low, high) = bounds, bounds
            narrow = window in _NARROW
            assignments = self._assignments(derived, low, high, narrow, window == "clause")
            if assignments is None:
                return decided or Binding(derived, "too-many")
            nearby = assignments if narrow else nearby
            supported = [a for a in assignments if a.supported]
            fit = next((a for a in supported if a.failing is None), None)
            if fit is not None:
                return self._passing(derived, fit)
            if decided is None and supported:
                decided = self._decide(derived, supported, assignments, narrow)
        if decided is not None and decided.outcome != "unbound":
            return decided
        return self._bind_weakly(derived, nearby)

    def _passing(self, derived: Quantity, fit: Assignment) -> Binding:
        """A pass; where one equation is enough, a doubt if one slip keeps the others from holding.

        Not where a rate may have been computed from rounded figures: where the operands are printed
        to different digits, or it is hardly off.
        """
        if self._relation.any and fit.contiguous and len(fit.figures) > self._relation.min:
            failing = next((e for e in fit.equations if not self._may_hold(e, fit.figures)), None)
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
        near = [a for a in supported[:_NEAREST] if not self._is_excused(a)]
        fewest = 0 if narrow else _FEWEST_FAR
        slip = next(
            (
                a
                for a in near
                if (a.contiguous or (narrow and not self._relation.weak))
                and self._is_slip(a, fewest)
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
                    and (self._is_plausible(a) or self._is_slip(a, sure=not self._relation.weak))
                ),
                None,
            )
        if failing is None:
            return Binding(derived, "unbound")
        if fit is not None and narrow:
            return Binding(derived, "pass", fit)
        sure = failing.contiguous and fit is None and not self._relation.weak
        sure = sure and (failing.labelled or failing is slip)
        sure = sure and (narrow or self._is_of_one_thing(failing, derived))
        return Binding(derived, "fail" if sure else "doubt", failing)

    def _is_excused(self, assignment: Assignment) -> bool:
        return self._excuses.excused(assignment.figures, assignment.equations)

    def _is_of_one_thing(self, assignment: Assignment, derived: Quantity) -> bool:
        """Whether a noun before each figure of another sentence stands in the derived one's too."""
        low, high = self._facts.windows.bounds("sentence", derived.start)
        sentence = self._facts.text[low:high]
        for figure in assignment.figures.values():
            if not low <= figure.start < high:
                start, end = self._facts.own_lead(figure)
                lead = self._facts.text[max(start, end - _NAME) : end]
                pairs = (lead[i : i + 2] for i in range(len(lead) - 1))
                if not any(p in sentence for p in pairs if p.isalpha() and not p.isascii()):
                    return False
        return True

    def _bind_weakly(self, derived: Quantity, assignments: list[Assignment]) -> Binding:
        """Without support, what fits passes; the nearest that a slip keeps from it is doubted."""
        fit = next((a for a in assignments if a.failing is None), None)
        if fit is not None:
            return Binding(derived, "pass", fit)
        near = [a for a in assignments[:_NEAREST] if a.contiguous and self._is_near(a, derived)]
        slip = next((a for a in near if self._is_slip(a) and not self._is_excused(a)), None)
        if slip is not None:
            return Binding(derived, "doubt", slip)
        return self._bind_far(derived) or Binding(derived, "unbound")

    def _bind_far(self, derived: Quantity) -> Binding | None:
        """With the nearest figure in the clause and the other role's anywhere in the paragraph."""
        far = [name for name, role in self._operands.items() if role.far]
        near = [name for name in self._operands if name not in far]
        if len(far) != 1 or len(near) != 1:
            return None
        low, _ = self._facts.windows.bounds("clause", derived.start)
        figures = self._facts.around(derived, low, derived.start)
        before = [
            c for c, _ in self._candidates(near[0], self._operands[near[0]], figures, derived, True)
        ]
        if not before or before[0] is None:
            return None
        part = max((c for c in before if c is not None), key=lambda f: f.start)
        tried = self._far_assignments(derived, near[0], part, far[0])
        fit = next((a for a in tried if a.failing is None), None)
        if fit is not None:
            return Binding(derived, "pass", fit)
        slip = next(
            (a for a in tried if self._is_slip(a, _FEWEST_FAR) and not self._is_excused(a)), None
        )
        return Binding(derived, "doubt", slip) if slip else None

    def _far_assignments(
        self, derived: Quantity, near: str, part: Quantity, far: str
    ) -> list[Assignment]:
        equations = tuple(
            self._applicable(derived, {self._relation.derived: derived, near: part, far: part})
        )
        low, high = self._facts.windows.bounds("block", derived.start)
        made = []
        for figure in self._facts.by_dimension.get(part.dimension, [])[:_MOST_FAR]:
            if figure is part or figure.hedge is not None:
                continue
            near_by = low <= figure.start < high and abs(figure.start - derived.start) < _FAR_REACH
            bound = {self._relation.derived: derived, near: part, far: figure}
            failing = self._failing(equations, bound)
            if (failing is None or near_by) and self._is_alike(figure, part):
                spread = abs(figure.start - derived.start)
                made.append(Assignment(bound, equations, failing, False, False, False, spread))
        return sorted(made, key=lambda a: a.spread)

    def _is_near(self, assignment: Assignment, derived: Quantity) -> bool:
        """Whether no other figure of the derived one's dimension stands among those bound."""
        figures = assignment.figures.values()
        low, high = min(f.start for f in figures), max(f.end for f in figures)
        if high - low > self._relation.near:
            return False
        mine = {f.start for f in figures}
        between = self._facts.within(low, high)
        return not any(f.dimension == derived.dimension and f.start not in mine for f in between)

    def _is_plausible(self, assignment: Assignment) -> bool:
        """Whether a failure is of a size that a person's error has: not off threefold."""
        failing = assignment.failing
        if failing is None:
            return True
        values = {name: figure.value for name, figure in assignment.figures.items()}
        solved = failing.expected(self._relation.derived, values)
        printed = values[self._relation.derived].middle
        if solved is None or not printed or solved.middle * printed <= 0:
            return False
        return _THIRD <= solved.middle / printed <= 3

    def _is_slip(self, assignment: Assignment, fewest: int = 0, *, sure: bool = False) -> bool:
        derived = assignment.figures[self._relation.derived]
        if derived.hedge is not None or (
            derived.dimension == "percent" and derived.printed == 1 and not assignment.labelled
        ):
            return False
        digits = max(self._relation.slip_digits, fewest)
        if assignment.supported and fewest and self._digits(derived) < fewest:
            return False
        if (
            not assignment.supported
            and min(map(self._digits, assignment.figures.values())) < digits
        ):
            return False
        sure = sure or assignment.labelled
        sets = (
            [(e,) for e in assignment.equations] if self._relation.any else [assignment.equations]
        )
        least = 1 if assignment.supported else 2
        return any(
            slipped(assignment.figures, equations, self._facts.text, least, sure=sure) is not None
            for equations in sets
        )

    def _digits(self, figure: Quantity) -> int:
        return sum(c.isdigit() for c in self._facts.text[figure.start : figure.end])

    def _assignments(
        self, derived: Quantity, low: int, high: int, narrow: bool, clause: bool
    ) -> list[Assignment] | None:
        figures = self._facts.around(derived, low, high)
        if not clause or (derived.dimension == "percent" and derived.printed == 1):
            figures = [q for q in figures if q.start < derived.start]
        choices: dict[str, list[Choice]] = {}
        for name, role in self._operands.items():
            found = self._candidates(name, role, figures, derived, narrow)
            if role.optional:
                found = [*found, (None, True)]
            if not found:
                return []
            choices[name] = found
        total = 1
        for found in choices.values():
            total *= len(found)
        if total > MAX_ASSIGNMENTS:
            return None
        picked = itertools.product(*choices.values())
        made = (self._assign(derived, dict(zip(choices, p, strict=True)), figures) for p in picked)
        return sorted((a for a in made if a), key=lambda a: (-len(a.figures), a.spread))

    def _candidates(
        self, name: str, role: Role, figures: list[Quantity], derived: Quantity, narrow: bool
    ) -> list[Choice]:
        found: list[Choice] = []
        for figure in figures:
            label = self._roles.label(name, role, figure, derived)
            if label or (label is None and narrow and role.adjacent):
                found.append((figure, bool(label)))
        found.sort(key=lambda c: (not c[1], _distance(c[0], derived)))
        labelled = [c for c in found if c[1]]
        most = MAX_CANDIDATES if len(self._operands) < 3 else _NEAREST - 1
        return (labelled if role.optional and labelled else found)[:most]

    def _assign(
        self, derived: Quantity, picks: dict[str, Choice], figures: list[Quantity]
    ) -> Assignment | None:
        bound = {name: figure for name, (figure, _) in picks.items() if figure is not None}
        starts = {f.start for f in bound.values()}
        if len(starts) < len(bound) or len(bound) + 1 < self._relation.min:
            return None
        if not self._same_dimensions(bound):
            return None
        bound[self._relation.derived] = derived
        equations = tuple(self._applicable(derived, bound))
        if not equations:
            return None
        labels = [label for figure, label in picks.values() if figure is not None]
        labelled = all(labels)
        anchored = any(labels) or any(self._is_bracketed(f, derived) for f in bound.values())
        return Assignment(
            bound,
            equations,
            self._failing(equations, bound),
            labelled,
            labelled or _alone(bound, figures, derived, anchored),
            _contiguous(bound, figures, derived),
            sum(_distance(f, derived) for f in bound.values()),
        )

    def _is_bracketed(self, figure: Quantity, derived: Quantity) -> bool:
        """Whether a figure opens the bracket right behind the derived one: 占比为20%（12万元）."""
        return self._facts.text[derived.end : figure.start] == "("

    def _failing(
        self, equations: tuple[Equation, ...], bound: Mapping[str, Quantity]
    ) -> Equation | None:
        """The first equation that cannot hold; nothing where one holds and one is enough."""
        if self._relation.unless:
            excuses = (self._equations[source] for source in self._relation.unless)
            if any(e.roles() <= bound.keys() and self._may_hold(e, bound) for e in excuses):
                return None
        failing = [e for e in equations if not self._may_hold(e, bound)]
        if not failing or (self._relation.any and len(failing) < len(equations)):
            return None
        return failing[0]

    def _may_hold(self, equation: Equation, bound: Mapping[str, Quantity]) -> bool:
        """Whether an equation can hold; tried in floating point before it is tried exactly."""
        if equation.relation == "=":
            rough = {name: self._facts.roughly(figure) for name, figure in bound.items()}
            left, right = equation.approximate({name: size for name, (size, _) in rough.items()})
            loose = _LOOSE * sum([looseness for _, looseness in rough.values()])
            if abs(left[0] - right[0]) > loose * (left[1] + right[1]):
                return False
        return equation.holds({name: figure.value for name, figure in bound.items()})

    def _applicable(self, derived: Quantity, bound: Mapping[str, Quantity]) -> Iterator[Equation]:
        for entry in self._relation.where:
            if isinstance(entry, dict):
                ((words, source),) = entry.items()
                if not self._roles.is_cued(derived, words):
                    continue
            else:
                source = entry
            equation = self._equations[source]
            if equation.roles() <= bound.keys():
                yield equation

    def _same_dimensions(self, bound: Mapping[str, Quantity]) -> bool:
        for name, role in self._operands.items():
            other = bound.get(role.same_dim or "")
            if other is not None and name in bound and not self._is_alike(bound[name], other):
                return False
        return True

    def _is_alike(self, a: Quantity, b: Quantity) -> bool:
        """Whether two figures count the same: of one unit, and of one noun where both have one."""
        if a.dimension != b.dimension:
            return False
        if a.dimension not in _NOUN_TELLS:
            return True
        nouns = [self._facts.text[f.end : f.end + 2] for f in (a, b)]
        named = [
            n
            for n in nouns
            if len(n) == 2 and all("一" <= c <= "鿿" for c in n) and n[0] not in PARTICLES
        ]
        return len(named) < 2 or named[0] == named[1]


def _contiguous(bound: Mapping[str, Quantity], figures: list[Quantity], derived: Quantity) -> bool:
    """Whether only bound figures of the operands' dimensions stand among the bound ones."""
    mine = {f.start for f in bound.values()}
    dimensions = {f.dimension for f in bound.values() if f is not derived}
    low, high = min(mine), max(mine)
    return not any(
        low < f.start < high and f.dimension in dimensions and f.start not in mine for f in figures
    )


def _alone(
    bound: Mapping[str, Quantity], figures: list[Quantity], derived: Quantity, anchored: bool
) -> bool:
    """Whether the operands are the only figures of their dimensions in the window.

    They must stand on one side of the derived figure, unless words or brackets make one of them its
    own (``anchored``), with no rival of it between.
    """
    mine = {f.start for f in bound.values() if f is not derived}
    dimensions = {f.dimension for f in bound.values() if f is not derived}
    low, high = min(mine), max(mine)
    if low < derived.start < high and not anchored:
        return False
    first, last = min(low, derived.start), max(high, derived.start)
    for figure in figures:
        if figure.start in mine:
            continue
        if figure.dimension in dimensions:
            return False
        if figure.dimension == derived.dimension and first < figure.start < last:
            return False
    return True


def _distance(figure: Quantity | None, derived: Quantity) -> int:
    """Characters between; what follows the derived figure counts as three times as far."""
    if figure is None:
        return 0
    if figure.start < derived.start:
        return derived.start - figure.end
    return 3 * (figure.start - derived.end)
