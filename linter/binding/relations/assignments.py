"""Assignments: figures by role for one derived figure, and how far they go together."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from linter.binding.relations.roles import Relation, Role, Roles
from linter.binding.slips import chance, slipped
from linter.binding.sums.rows import PARTICLES
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval, total
from linter.language.expression import Equation
from linter.late import regex

MAX_CANDIDATES = 8
MAX_ASSIGNMENTS = 64
NEAREST = 4
_NOUN_TELLS = ("count:个", "count:项", "count:处")
_UNLIKELY = 0.5
"""How likely one slip may explain by chance figures that no words bind to each other."""
_FEWEST_PARTS = 2
_CHANGE = 8
"""Within how many characters before a rate the words stand that make it one of a change."""
_DELTA = "delta"
"""The role of the difference that a rate is of."""
_LOOSE = 4.0
"""How much wider than the printed precision the quick test in floating point is."""

_COMES_TO = regex("[,，]?(?:达|达到|升至|降至|变)?[为至到]?")
"""Between a rate and what it leads to: 增长57.59%，为1371人."""

_PROPORTION = regex("(?:占|完成|为)[^,，;。%]{0,24}$")
"""Before what is no change, but a share or how much was done: 占收入的90%，完成预算的83%."""
_SHARE = regex("占[^,，;。%]{0,24}$")
_CHANGED = regex(r"(?:增长|下降|增加|减少|上升|降低|上涨|下滑|增幅|降幅|增收|减收)[率了为达]{0,2}$")
_OF_WHICH = regex(r"的? ?\d[\d.]*%")
"""Behind what a rate is of: 完成预算84.82万元的73.2%."""
_LEAD = 24
_AGAINST_LAST = regex(
    "[,，](?:同比|[较比](?:上|去|前)一?年(?:同期|度)?(?:决算|预算|执行)?数?)"
    "(?:增加|减少|增收|减收|增支|减支)了?"
)
_SO_MUCH = regex("[,，](?:同比)?(?:增长|下降|增幅|降幅)[为达了]?")
_PHRASE = 3
"""An amount, its change and the rate of that."""

Choice = tuple[Quantity | None, bool]
"""A figure for a role, and whether its own words name it."""


_WHOLES = frozenset(("whole", "base", "plan"))
_OF = regex(r"\)?[^,，;。、\d()]{0,4}的|\)(?:里|中)占了?")
_MEASURED = regex(r"(?:占|相当于|折合|等于|[为是]|在)[^,，;。、\d]{0,14}$")
"""Before the whole of a rate, which stands right behind it."""
_LACKING = regex("(?:[差少欠缺多超短]|相差|还剩)了?$")
"""Before the difference of two figures."""


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
    strictly: bool
    """Whether that holds too of what stands in brackets, or is the difference of two operands."""
    spread: int
    """How far from the derived figure its operands stand, in characters."""


class _Draft(Struct, frozen=True):
    """Figures by role, whether each operand's own words name its role, and how far they stand."""

    figures: dict[str, Quantity]
    labels: tuple[bool, ...]
    spread: int


class Binding(Struct, frozen=True):
    """What was decided of one derived figure."""

    derived: Quantity
    outcome: Literal["pass", "fail", "doubt", "unbound", "too-many"]
    assignment: Assignment | None = None


class Assignments:
    """Makes the assignments of one relation in one document."""

    def __init__(
        self, relation: Relation, facts: Facts, equations: Mapping[str, Equation], roles: Roles
    ) -> None:
        self._relation, self._facts, self._equations = relation, facts, equations
        self._roles = roles
        self._has_share = relation.derived == "rate" and not _WHOLES.isdisjoint(relation.roles)
        self.operands = {n: r for n, r in relation.roles.items() if n != relation.derived}
        self._changing = "base" in self.operands

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
        for name, role in self.operands.items():
            found = self.candidates(name, role, figures, derived, narrow)
            if role.optional:
                found = [*found, (None, True)]
            if not found:
                return iter(())
            choices[name] = found
        count = math.prod(map(len, choices.values()))
        if count > MAX_ASSIGNMENTS:
            return None
        picked = itertools.product(*choices.values())
        drafts = [d for picks in picked if (d := self._draft(derived, choices, picks)) is not None]
        drafts.sort(key=lambda draft: (-len(draft.figures), draft.spread, _is_inverted(draft)))
        return self._judged(derived, drafts, figures)

    def candidates(
        self, name: str, role: Role, figures: list[Quantity], derived: Quantity, narrow: bool
    ) -> list[Choice]:
        """The figures that may take a role, those that their own words name first."""
        found: list[Choice] = []
        measure = measure_of(self._facts, derived) if narrow and self._has_share else None
        if measure is not None and name in _WHOLES:
            figures = [f for f in figures if f is measure]
        for figure in figures:
            if figure is measure and name not in _WHOLES:
                continue
            if figure is measure and self._roles.label(name, role, figure, derived) is not False:
                return [(figure, True)]
            label = self._roles.label(name, role, figure, derived)
            free = narrow and role.adjacent and self._may_be_adjacent(figure, derived)
            if label or (label is None and free):
                found.append((figure, bool(label)))
        found.sort(key=lambda c: (not c[1], _distance(c[0], derived)))
        labelled = [c for c in found if c[1]]
        most = MAX_CANDIDATES if len(self.operands) < 3 else NEAREST - 1
        return (labelled if role.optional and labelled else found)[:most]

    def _is_a_rate_s(self, figure: Quantity, derived: Quantity) -> bool:
        """Whether a figure is what another rate is of: 预算数25200万元的8.9%，增长19.6%."""
        if derived.start == figure.end + 1 or not self._facts.text.startswith("的", figure.end):
            return False
        behind = self._facts.within(figure.end, figure.end + 2)
        return bool(behind) and behind[0].dimension == "percent"

    def fits_its_change(self, assignment: Assignment) -> bool:
        """Whether a rate held against two amounts is right of the change told before it.

        2024年执行数210万元，2025年预算数190万元，较上年预算数减少10万元，下降5%.
        """
        derived, role = assignment.figures[self._relation.derived], self.operands.get(_DELTA)
        if role is None:
            return False
        low, _ = self._facts.windows.bounds("sentence", derived.start)
        before = self._facts.around(derived, low, derived.start)
        changes = self.candidates(_DELTA, role, before, derived, narrow=False)
        change = changes[0][0] if changes else None
        if change is None:
            return False
        bound = {self._relation.derived: derived, _DELTA: change}
        return any(
            self.may_hold(equation, {**dict.fromkeys(equation.roles(), other), **bound})
            for equation in self.cued(derived)
            if _DELTA in equation.roles()
            for other in before
            if other.dimension == change.dimension and other is not change
        )

    def is_set_phrase(self, assignment: Assignment) -> bool:
        """Whether amount, change and rate stand right behind each other.

        5万元，比上年减少1万元，下降20%.
        """
        figures = assignment.figures
        now, change = figures.get("now"), figures.get(_DELTA)
        if now is None or change is None or len(figures) != _PHRASE:
            return False
        text, derived = self._facts.text, figures[self._relation.derived]
        return (
            _AGAINST_LAST.fullmatch(text, now.end, change.start) is not None
            and _SO_MUCH.fullmatch(text, change.end, derived.start) is not None
        )

    def _may_be_adjacent(self, figure: Quantity, derived: Quantity) -> bool:
        """Whether a figure that no words name may be meant: before the derived, or in brackets."""
        if not self._relation.any:
            return True
        if _OF_WHICH.match(self._facts.text, figure.end):
            return False
        if figure.start < derived.start:
            between = self._facts.text[figure.end : derived.start]
            return between.count(")") <= between.count("(")
        gap = self._facts.text[derived.end : figure.start]
        return "(" in gap or _COMES_TO.fullmatch(gap) is not None

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
        if not self._same_dimensions(bound):
            return None
        bound[self._relation.derived] = derived
        labels = tuple([label for figure, label in picks if figure is not None])
        return _Draft(bound, labels, sum([_distance(f, derived) for f in bound.values()]))

    def _judged(
        self, derived: Quantity, drafts: Iterable[_Draft], figures: list[Quantity]
    ) -> Iterator[Assignment]:
        """The drafts to which an equation applies, each with what is to be said of it."""
        cued, text = self.cued(derived), self._facts.text
        asides = self._asides(derived, figures)
        for draft in drafts:
            bound = draft.figures
            equations = applicable(cued, bound)
            if not equations:
                continue
            labelled = all(draft.labels)
            grown = not self._changing and any(map(self._is_by_how_much, bound.values()))
            rivals = [f for f in figures if grown or f.start not in asides]
            anchored = any(draft.labels) or any(
                self._is_bracketed(f, derived) for f in bound.values()
            )
            yield Assignment(
                bound,
                equations,
                self.failing(equations, bound),
                labelled,
                labelled or _alone(bound, rivals, derived, anchored, text),
                *_contiguity(bound, figures, derived, text),
                draft.spread,
            )

    def _asides(self, derived: Quantity, figures: list[Quantity]) -> set[int]:
        """Where rates stand that are beside the point, as what they are of is told with them.

        Beside a change those of a whole of their own (完成预算25200万元的8.9%，增长19.6%), beside
        another rate the changes of its clause (同比增长7.65%，占计划的……).
        """
        if derived.dimension != "percent":
            return set()
        low, _ = self._facts.windows.bounds("clause", derived.start)
        rates = [f for f in figures if f.dimension == "percent" and low <= f.start < derived.start]
        if self._changing:
            return {f.start for f in rates if self._facts.text.startswith("的", f.start - 1)}
        if self._is_change(derived):
            return set()
        return {f.start for f in rates if self._is_change(f)}

    def _is_change(self, rate: Quantity) -> bool:
        low, high = self._facts.own_lead(rate)
        low = max(low, high - _CHANGE)
        last = self._facts.cues.last
        return any(last(words, low, high) is not None for words in ("up-verbs", "down-verbs"))

    def _is_by_how_much(self, amount: Quantity) -> bool:
        low, high = self._facts.own_lead(amount)
        return self._facts.cues.last("change-amounts", max(low, high - _CHANGE), high) is not None

    def _is_bracketed(self, figure: Quantity, derived: Quantity) -> bool:
        """Whether a figure opens the bracket right behind the derived one: 占比为20%（12万元）."""
        return self._facts.text[derived.end : figure.start] == "("

    def failing(
        self, equations: tuple[Equation, ...], bound: Mapping[str, Quantity], far: bool = False
    ) -> Equation | None:
        """The fullest equation that cannot hold; nothing where one holds and one is enough.

        What excuses the figures does not where one of them is ``far``: too much would.
        """
        if self._relation.unless and not far:
            excuses = (self._equations[source] for source in self._relation.unless)
            if any(e.roles() <= bound.keys() and self.may_hold(e, bound) for e in excuses):
                return None
        failing = [e for e in equations if not self.may_hold(e, bound)]
        if not failing or (self._relation.any and len(failing) < len(equations)):
            return None
        return max(failing, key=lambda e: len(e.roles()))

    def may_hold(self, equation: Equation, bound: Mapping[str, Quantity]) -> bool:
        """Whether an equation can hold; tried in floating point before it is tried exactly."""
        if equation.relation == "=":
            sizes = {name: self._facts.size(figure) for name, figure in bound.items()}
            left, right = equation.approximate(sizes)
            loose = _LOOSE * sum(map(self._facts.looseness, bound.values()))
            if abs(left[0] - right[0]) > loose * (left[1] + right[1]):
                return False
        return equation.holds({name: figure.value for name, figure in bound.items()})

    def cued(self, derived: Quantity) -> list[Equation]:
        """The equations whose words lead to the derived figure."""
        found = []
        for entry in self._relation.where:
            if isinstance(entry, dict):
                ((words, source),) = entry.items()
                if not self._roles.is_cued(derived, words):
                    continue
            else:
                source = entry
            found.append(self._equations[source])
        return found

    def _same_dimensions(self, bound: Mapping[str, Quantity]) -> bool:
        """Whether figures of roles that share a unit have one, also where its role stays free."""
        groups: dict[str, list[Quantity]] = {}
        for name, role in self.operands.items():
            if name in bound:
                groups.setdefault(role.same_dim or name, []).append(bound[name])
        return all(self.are_alike(f, group[0]) for group in groups.values() for f in group[1:])

    def are_alike(self, a: Quantity, b: Quantity) -> bool:
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

    def is_slip(self, assignment: Assignment, fewest: int = 0, *, sure: bool = False) -> bool:
        """Whether one slip keeps the figures from fitting, and not likely by chance."""
        derived = assignment.figures[self._relation.derived]
        if derived.hedge is not None or (
            derived.dimension == "percent" and derived.printed == 1 and not assignment.labelled
        ):
            return False
        if assignment.supported and fewest and self._facts.digits(derived) < fewest:
            return False
        sure = sure or assignment.labelled
        least = 1 if assignment.supported else 2
        return any(
            slipped(assignment.figures, equations, self._facts.text, least, sure=sure) is not None
            and (assignment.supported or self._chance(assignment, equations) <= _UNLIKELY)
            for equations in self._sets(assignment)
        )

    def _sets(self, assignment: Assignment) -> list[tuple[Equation, ...]]:
        """The equations that must hold together."""
        if self._relation.any:
            return [(e,) for e in assignment.equations]
        return [assignment.equations]

    def _chance(self, assignment: Assignment, equations: tuple[Equation, ...]) -> float:
        return chance(assignment.figures, equations, self._facts.text)

    def chance(self, assignment: Assignment) -> float:
        """How likely one slip would explain the figures by chance."""
        return min(self._chance(assignment, equations) for equations in self._sets(assignment))

    def fewest_digits(self, assignment: Assignment) -> int:
        """The digits of the shortest figure."""
        return min(map(self._facts.digits, assignment.figures.values()))


def _is_inverted(draft: _Draft) -> bool:
    """Whether the only amount beside a change is taken for what was before it."""
    return "base" in draft.figures and "now" not in draft.figures


def applicable(
    equations: Iterable[Equation], bound: Mapping[str, Quantity]
) -> tuple[Equation, ...]:
    """Of some equations those whose roles are all bound."""
    return tuple(equation for equation in equations if equation.roles() <= bound.keys())


def _contiguity(
    bound: Mapping[str, Quantity], figures: list[Quantity], derived: Quantity, text: str
) -> tuple[bool, bool]:
    """Whether only bound figures of the operands' dimensions stand among the bound ones.

    Twice, the second time strictly. At first what stands in brackets of its own between them is
    beside the point, and so is the difference of two of them that a rate is of (少了4人).
    """
    mine = {f.start for f in bound.values()}
    operands = [f for f in bound.values() if f is not derived]
    dimensions = {f.dimension for f in operands}
    low, high = min(mine), max(mine)
    rivals = [
        f
        for f in figures
        if low < f.start < high and f.dimension in dimensions and f.start not in mine
    ]
    return not _rivalling(rivals, bound, derived, text), not rivals


def _rivalling(
    rivals: list[Quantity], bound: Mapping[str, Quantity], derived: Quantity, text: str
) -> list[Quantity]:
    """Of other figures of the operands' dimension those that are not told of one of them.

    What stands in brackets of its own is; of a rate also the difference of two (少了4人), and the
    parts of one.
    """
    if not rivals:
        return rivals
    operands = [f for f in bound.values() if f is not derived]
    rest = [f for f in rivals if not _is_aside(f, bound, text)]
    if derived.dimension != "percent":
        return rest
    rest = [f for f in rest if not _is_difference(f, operands) and not _is_again(f, operands)]
    rest = [f for f in rest if not _LACKING.search(text, max(0, f.start - 4), f.start)]
    if _CHANGED.search(text, max(0, derived.start - _LEAD), derived.start):
        rest = [f for f in rest if not _OF_WHICH.match(text, f.end)]
    return [] if len(rest) >= _FEWEST_PARTS and _are_parts(rest, operands) else rest


def _are_parts(figures: list[Quantity], operands: list[Quantity]) -> bool:
    """Whether figures in a row add up to the operand before or behind them."""
    whole = total(f.value for f in figures)
    return any(
        not figures[0].start < f.start < figures[-1].start and f.value.meets(whole)
        for f in operands
    )


def _is_aside(figure: Quantity, bound: Mapping[str, Quantity], text: str) -> bool:
    """Whether a figure stands in brackets that open behind a bound figure and close before one."""
    before = max((f.end for f in bound.values() if f.start < figure.start), default=None)
    after = min((f.start for f in bound.values() if f.start > figure.start), default=None)
    if before is None or after is None:
        return False
    opened = text.count("(", before, figure.start) > text.count(")", before, figure.start)
    return opened and text.count(")", figure.end, after) > text.count("(", figure.end, after)


def _is_difference(figure: Quantity, operands: list[Quantity]) -> bool:
    return any(
        figure.value.meets(Interval(a.value.low - b.value.high, a.value.high - b.value.low))
        for a, b in itertools.permutations(operands, 2)
    )


def _is_again(figure: Quantity, operands: list[Quantity]) -> bool:
    """Whether a figure tells an operand once more: 回收率95%(按400份算)."""
    return any(figure.printed == f.printed and figure.dimension == f.dimension for f in operands)


def measure_of(facts: Facts, rate: Quantity) -> Quantity | None:
    """The figure that words say a rate is of: 占1280人的25%, 在全部观众(46.2万人次)里占30%."""
    before = facts.before(rate.start)
    if before is None or not _OF.fullmatch(facts.text, before.end, rate.start):
        return None
    low, high = facts.own_lead(before)
    return before if _MEASURED.search(facts.text, low, high) else None


def _alone(
    bound: Mapping[str, Quantity],
    figures: list[Quantity],
    derived: Quantity,
    anchored: bool,
    text: str,
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
    others = [f for f in figures if f.start not in mine]
    if any(
        f.dimension == derived.dimension
        and first < f.start < last
        and not is_of_another_kind(f, derived, text)
        for f in others
    ):
        return False
    rivals = [f for f in others if f.dimension in dimensions]
    return not _rivalling(rivals, bound, derived, text)


def is_of_another_kind(figure: Quantity, derived: Quantity, text: str) -> bool:
    """Whether of two rates one is of a change, the other a share, or of what was done."""
    if not figure.dimension == derived.dimension == "percent":
        return False
    one, other = ((max(0, f.start - _LEAD), f.start) for f in (figure, derived))
    if _CHANGED.search(text, *other):
        return _PROPORTION.search(text, *one) is not None
    return bool(_SHARE.search(text, *other) and _CHANGED.search(text, *one))


def _distance(figure: Quantity | None, derived: Quantity) -> int:
    """Characters between; what follows the derived figure counts as three times as far."""
    if figure is None:
        return 0
    if figure.start < derived.start:
        return derived.start - figure.end
    return 3 * (figure.start - derived.end)
