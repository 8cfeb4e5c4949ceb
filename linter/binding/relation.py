"""Binding by relation: which figures stand to a derived figure in which roles.

For each derived figure the windows are tried from the narrowest; the first that holds a supported
assignment decides. An assignment is supported when each operand carries its role's own cue, or when the
operands are the only figures of their dimension in the window (DESIGN §5, Binding).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import FigureStatus, status
from linter.facts.windows import Window
from linter.language.expression import Equation
from linter.language.needs import Spec

MAX_CANDIDATES = 8
MAX_ASSIGNMENTS = 64
_WIDTHS: tuple[Window, ...] = ("clause", "sentence", "block", "section", "report")


class Role(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What a figure must be to take a part in an equation."""

    dim: str | None = None
    """Dimension: money, percent, person … ; ``count`` any thing or people; ``any``."""
    same_dim: str | None = None
    """The role whose unit this one shares."""
    cue: tuple[str, ...] = ()
    """Words and ``@sets`` that name the role before the figure."""
    after: tuple[str, ...] = ()
    """Words right behind the figure that name the role too."""
    without: tuple[str, ...] = ()
    """Words before the figure that forbid the role."""
    stem_of: str | None = None
    """The figure is named by what the rate of that role is named by (满意 for 满意率)."""
    status: tuple[FigureStatus, ...] = ()
    """Permitted states of the figure; empty for any but prices."""
    optional: bool = False
    adjacent: bool = True
    """Whether a figure without any cue may take the role for being near."""


class Relation(Spec, frozen=True):
    """Roles, windows and equations over one derived figure."""

    derived: str
    roles: dict[str, Role]
    where: tuple[str | dict[str, str], ...]
    """Each an equation, or a mapping of a word set of the derived figure's cue to an equation."""
    windows: tuple[Window, ...] = ("clause", "sentence")
    min: int = 2
    """How many figures must take part."""

    def equations(self) -> Iterator[str]:
        for entry in self.where:
            yield from entry.values() if isinstance(entry, dict) else (entry,)

    def cues(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for name, role in self.roles.items():
            yield name, role.cue
            yield f"{name}.after", role.after
            yield f"{name}.without", role.without


class Assignment(Struct, frozen=True):
    """Figures by role, the equations that apply, and whether all of them hold."""

    figures: dict[str, Quantity]
    equations: tuple[Equation, ...]
    failing: Equation | None
    supported: bool


class Binding(Struct, frozen=True):
    """What was decided of one derived figure."""

    derived: Quantity
    outcome: Literal["pass", "fail", "doubt", "unbound", "too-many"]
    window: Window | None = None
    assignment: Assignment | None = None


class Binder:
    """Binds one relation in one document."""

    def __init__(
        self, rule: str, relation: Relation, facts: Facts, equations: Mapping[str, Equation]
    ) -> None:
        self._rule, self._relation, self._facts = rule, relation, facts
        self._equations = equations
        self._derived = relation.roles[relation.derived]
        self._operands = {n: r for n, r in relation.roles.items() if n != relation.derived}

    def bindings(self) -> Iterator[Binding]:
        """One binding for each figure that carries the derived role's cue."""
        for figure in self._of_dimension(self._derived):
            name = self._relation.derived
            if self._takes(figure, name, self._derived) and self._allowed(figure, name, self._derived):
                yield self._bind(figure)

    def _bind(self, derived: Quantity) -> Binding:
        decided: Binding | None = None
        for window in self._relation.windows:
            low, high = self._facts.windows.bounds(window, derived.start)
            assignments = self._assignments(derived, low, high, narrow=window in _WIDTHS[:2])
            if assignments is None:
                return decided or Binding(derived, "too-many", window)
            supported = [a for a in assignments if a.supported]
            fits = [a for a in supported if a.failing is None]
            if fits:
                return Binding(derived, "pass", window, fits[0])
            if supported and decided is None:
                doubt = any(a.failing is None for a in assignments)
                decided = Binding(derived, "doubt" if doubt else "fail", window, supported[0])
        return decided or Binding(derived, "unbound")

    def _assignments(
        self, derived: Quantity, low: int, high: int, narrow: bool
    ) -> list[Assignment] | None:
        figures = [q for q in self._facts.within(low, high) if q is not derived]
        stem = _stem(self._facts, derived)
        choices: dict[str, list[tuple[Quantity | None, bool]]] = {}
        for name, role in self._operands.items():
            found = self._candidates(name, role, figures, derived, stem, narrow)
            if role.optional:
                labelled = [c for c in found if c[1]]
                found = labelled or (found if role.adjacent else [])
                choices[name] = found if labelled else [*found, (None, True)]
            elif not found:
                return []
            else:
                choices[name] = found
        total = 1
        for found in choices.values():
            total *= len(found)
        if total > MAX_ASSIGNMENTS:
            return None
        result = []
        for picks in itertools.product(*choices.values()):
            assignment = self._assign(derived, dict(zip(choices, picks, strict=True)), figures)
            if assignment is not None:
                result.append(assignment)
        return sorted(result, key=lambda a: (-len(a.figures), _spread(a, derived)))

    def _candidates(
        self, name: str, role: Role, figures: list[Quantity], derived: Quantity,
        stem: str | None, narrow: bool,
    ) -> list[tuple[Quantity | None, bool]]:
        found: list[tuple[Quantity | None, bool]] = []
        for figure in figures:
            if not self._fits_dimension(figure, role, derived) or not self._allowed(figure, name, role):
                continue
            governing = self._governing(figure)
            named = role.stem_of is not None and stem is not None and self._is_named(figure, stem)
            if governing == name or named:
                found.append((figure, True))
            elif governing is None and role.adjacent and narrow:
                found.append((figure, False))
        found.sort(key=lambda c: (not c[1], abs(c[0].start - derived.start)))  # type: ignore[union-attr]
        return found[:MAX_CANDIDATES]

    def _assign(
        self, derived: Quantity, picks: dict[str, tuple[Quantity | None, bool]], figures: list[Quantity]
    ) -> Assignment | None:
        bound = {name: figure for name, (figure, _) in picks.items() if figure is not None}
        if len({id(f) for f in bound.values()}) < len(bound):
            return None
        if not self._same_dimensions(bound):
            return None
        bound[self._relation.derived] = derived
        equations = tuple(self._applicable(derived, bound))
        if len(bound) < self._relation.min or not equations:
            return None
        values = {name: figure.value for name, figure in bound.items()}
        failing = next((e for e in equations if not e.holds(values)), None)
        labelled = all(label for figure, label in picks.values() if figure is not None)
        return Assignment(bound, equations, failing, labelled or _alone(bound, figures, derived))

    def _applicable(self, derived: Quantity, bound: Mapping[str, Quantity]) -> Iterator[Equation]:
        for entry in self._relation.where:
            if isinstance(entry, dict):
                (words, source), = entry.items()
                if not self._cued(derived, words):
                    continue
            else:
                source = entry
            equation = self._equations[source]
            if equation.roles() <= bound.keys():
                yield equation

    def _same_dimensions(self, bound: Mapping[str, Quantity]) -> bool:
        for name, role in self._operands.items():
            other = bound.get(role.same_dim or "")
            if other is not None and name in bound and bound[name].dimension != other.dimension:
                return False
        return True

    def _fits_dimension(self, figure: Quantity, role: Role, derived: Quantity) -> bool:
        if figure is derived:
            return False
        if role.same_dim == self._relation.derived:
            return figure.dimension == derived.dimension
        wanted = role.dim or (self._operands[role.same_dim].dim if role.same_dim else None)
        return is_dimension(figure.dimension, wanted or "any")

    def _of_dimension(self, role: Role) -> list[Quantity]:
        if role.dim in (None, "any", "count"):
            return [q for q in self._facts.quantities if is_dimension(q.dimension, role.dim or "any")]
        return self._facts.by_dimension.get(role.dim, [])

    def _allowed(self, figure: Quantity, name: str, role: Role) -> bool:
        if figure.per is not None and "price" not in role.status:
            return False
        if role.status and status(self._facts, figure) not in role.status:
            return False
        forbidden = (f"{self._rule}.{name}.without", *self._sets(role.without))
        return not any(self._cued(figure, words) for words in forbidden)

    def _takes(self, figure: Quantity, name: str, role: Role) -> bool:
        return self._nearest(figure, name, role) >= 0

    def _governing(self, figure: Quantity) -> str | None:
        """The role whose cue stands nearest before the figure."""
        best, at = None, -1
        for name, role in self._relation.roles.items():
            if role.dim is not None and not is_dimension(figure.dimension, role.dim):
                continue
            end = self._nearest(figure, name, role)
            if end > at:
                best, at = name, end
        return best

    def _nearest(self, figure: Quantity, name: str, role: Role) -> int:
        cues = self._facts.cues
        low, high = self._facts.lead(figure)
        at = -1
        for words in (f"{self._rule}.{name}", *self._sets(role.cue)):
            hit = cues.last(words, low, high)
            if hit is not None:
                at = max(at, 2 * hit[1] + (hit[1] - hit[0] > 1))
        if role.after:
            start, end = self._facts.trail(figure)
            hit = cues.first(f"{self._rule}.{name}.after", start, min(end, start + 8))
            if hit is not None and hit[0] - start <= 2:
                at = max(at, 2 * high + 2)
        return at

    def _cued(self, figure: Quantity, words: str) -> bool:
        low, high = self._facts.lead(figure)
        return self._facts.cues.last(words.removeprefix("@"), low, high) is not None

    @staticmethod
    def _sets(words: tuple[str, ...]) -> Iterator[str]:
        return (word[1:] for word in words if word.startswith("@"))

    def _is_named(self, figure: Quantity, stem: str) -> bool:
        low, _ = self._facts.lead(figure)
        _, high = self._facts.trail(figure)
        text = self._facts.text
        return text.find(stem, low, figure.start) >= 0 or text.startswith(stem, figure.end, high)


def is_dimension(dimension: str, wanted: str) -> bool:
    """Whether a figure's dimension is the wanted one; ``count`` is any number of things or people."""
    if wanted == "any":
        return dimension not in ("percent", "percent-point", "score", "times", "year", "month", "day")
    if wanted == "count":
        return dimension.startswith("count:") or dimension in ("person", "household", "person-time")
    return dimension == wanted


_STEM = re.compile(r"([\u4e00-\u9fff]{2})(?:率|比例|占比|程度)")


def _stem(facts: Facts, derived: Quantity) -> str | None:
    low, high = facts.lead(derived)
    found = _STEM.findall(facts.text, low, high)
    return found[-1] if found else None


def _alone(bound: Mapping[str, Quantity], figures: list[Quantity], derived: Quantity) -> bool:
    """Whether the operands are the only figures of their dimensions in the window."""
    mine = {id(f) for f in bound.values()}
    dimensions = {f.dimension for f in bound.values()} - {derived.dimension}
    return bool(dimensions) and all(
        id(f) in mine for f in figures if f.dimension in dimensions
    )


def _spread(assignment: Assignment, derived: Quantity) -> int:
    return sum(abs(f.start - derived.start) for f in assignment.figures.values())
