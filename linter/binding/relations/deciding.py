"""What assignments of which none fits come to: an error only if no doubt is left."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.binding.names import pairs
from linter.binding.relations.bindings import Assignment, Binding
from linter.binding.relations.candidates import NEAREST
from linter.binding.relations.likelihood import chance_of, is_slip
from linter.binding.relations.opened import Opened
from linter.binding.relations.reasons.table import why_apart, why_otherwise
from linter.binding.relations.reasons.told import Told
from linter.binding.relations.relation import Relation
from linter.binding.relations.side_by_side import is_side_by_side
from linter.binding.slips import UNIT_SLIPS
from linter.facts.quantity import Quantity
from linter.interval import Interval, exactly
from linter.regexes.late import regex

_THIRD = Decimal(1) / 3
_MOST_TIMES, _ABOUT = 30, Decimal("0.2")
"""How many times at most a figure with a digit lost is what it was, and how exactly one with
another unit is."""
_TENTHS, _ROUNDED = Decimal(10), Decimal("0.6")
"""How many tenths a whole has, and how far from what a rate should be its last digit may be."""
_ZERO = exactly(0)
_LIKELY = 0.8
"""How likely one slip explains by chance figures that are of another size than they should be."""
_FEW = 2
"""So few digits one slip or another makes of most figures."""
_NEVER = 0.05
"""How likely one slip may explain by chance a figure of another name than its operands."""
_NAME = 10
"""Within how many characters before a figure its noun stands."""
FEWEST_FAR = 3
"""How many digits a figure must have where its operands stand in another sentence."""
_AGAINST_LAST = regex(
    "[,，](?:同比|[较比](?:上|去|前)一?年(?:同期|度)?(?:决算|预算|执行)?数?)"
    "(?:增加|减少|增收|减收|增支|减支)了?"
)
_SO_MUCH = regex("[,，](?:同比)?(?:增长|下降|增幅|降幅)[为达了]?")
_SHARED = {"part", "whole"}
_PHRASE = {"now", "delta"}
"""An amount and its change, behind which the rate of that stands."""


class Deciding:
    """Decides for one relation in one document; ``bold`` where no reason is asked for."""

    def __init__(self, opened: Opened, *, bold: bool) -> None:
        self._opened, self._relation, self._bold = opened, opened.relation, bold

    def decide(
        self, derived: Quantity, assignments: list[Assignment], *, narrow: bool
    ) -> Binding | None:
        """Of a window in which none is supported and fits; nothing where none is supported."""
        supported = [a for a in assignments if a.supported]
        if not supported:
            return None
        fit = next((a for a in assignments if a.failing is None), None)
        likely = self._likely(supported[:NEAREST])
        near = [a for a in likely if not self._is_of_others(a)]
        near = [a for a in near if self._is_set_phrase(a)][:1] or near
        failing = next(self._failing(near, narrow=narrow), None)
        if failing is None:
            return self._improbable(derived, likely if narrow and fit is None else [])
        if fit is not None and narrow:
            return Binding(derived, "pass", fit)
        sure = failing.strictly and failing.labelled and fit is None and not self._relation.weak
        sure = sure and not is_turned(self._relation, failing)
        sure = sure and (narrow or self._is_of_one_thing(failing, derived))
        return Binding(derived, "fail" if sure else "doubt", failing)

    def _failing(self, near: list[Assignment], *, narrow: bool) -> Iterator[Assignment]:
        """Those that a slip explains, then those of a size that an error has."""
        strong, fewest = not self._relation.weak, 0 if narrow else FEWEST_FAR
        for a in near:
            near_by = a.contiguous or (narrow and strong)
            slip = near_by and is_slip(self._opened, a, fewest) and self._is_meant(a)
            if slip or (strong and self._is_hardly_chance(a)):
                yield a
        for a in near if narrow else ():
            if a.contiguous and (
                (is_plausible(self._relation, a) and self._is_bound(a))
                or self._is_set_phrase(a)
                or is_side_by_side(self._opened.facts, a, self._relation.derived)
                or (is_slip(self._opened, a, sure=strong) and self._is_meant(a))
            ):
                yield a

    def _is_meant(self, assignment: Assignment) -> bool:
        """Whether a slip that explains figures tells that they belong together.

        Where they are of other sizes, it must do so not merely by chance; of a share (占) its
        place tells enough.
        """
        if self._is_idle(assignment):
            return False
        if is_plausible(self._relation, assignment) or self._is_bound(assignment):
            return True
        share = assignment.figures.keys() >= _SHARED
        by_chance = not share and chance_of(self._opened, assignment) > _LIKELY
        return may_be_meant(self._relation, assignment) and not by_chance

    def _is_idle(self, assignment: Assignment) -> bool:
        """Whether a slip in so few digits says nothing: no words bind the figures, chance would."""
        if assignment.labelled or assignment.strictly:
            return False
        few = self._opened.facts.digits(assignment.figures[self._relation.derived]) <= _FEW
        return few and chance_of(self._opened, assignment) > _LIKELY

    def _is_bound(self, assignment: Assignment) -> bool:
        """Whether words bind figures that no slip explains: side by side most are of two things.

        Of a rounded one (近48.6%) no slip can be told, so that fewer words will do.
        """
        if assignment.figures[self._relation.derived].hedge is None:
            return assignment.labelled and assignment.strictly
        return assignment.labelled or not self._relation.weak

    def _improbable(self, derived: Quantity, likely: list[Assignment]) -> Binding:
        """A doubt where a figure of another name is but one slip off what can hardly be chance."""
        for a in likely:
            if a.contiguous and self._is_hardly_chance(a):
                return Binding(derived, "doubt", a)
        return Binding(derived, "unbound")

    def _is_hardly_chance(self, assignment: Assignment) -> bool:
        """Whether one slip explains that figures do not fit, as it seldom does by chance."""
        slip = is_slip(self._opened, assignment)
        return slip and chance_of(self._opened, assignment) <= _NEVER

    def _likely(self, supported: list[Assignment]) -> list[Assignment]:
        """Those that belong together; none with fewer figures than one that may not."""
        apart = [self._is_apart(a) for a in supported]
        known = list(zip(supported, apart, strict=True))
        fullest = max((len(a.figures) for a, excused in known if excused), default=0)
        return [a for a, excused in known if not excused and len(a.figures) >= fullest]

    def is_excused(self, assignment: Assignment) -> bool:
        """Whether any reason speaks for the figures."""
        return not self._bold and self.why(assignment) is not None

    def why(self, assignment: Assignment) -> str | None:
        """The first reason why figures that do not fit may be right."""
        told = Told(self._opened, assignment)
        return why_apart(told) or why_otherwise(told)

    def _is_apart(self, assignment: Assignment) -> bool:
        return not self._bold and why_apart(Told(self._opened, assignment)) is not None

    def _is_of_others(self, assignment: Assignment) -> bool:
        return not self._bold and why_otherwise(Told(self._opened, assignment)) is not None

    def _is_of_one_thing(self, assignment: Assignment, derived: Quantity) -> bool:
        """Whether a noun before each figure of another sentence stands in the derived one's too."""
        facts = self._opened.facts
        low, high = facts.windows.bounds("sentence", derived.start)
        sentence = facts.text[low:high]
        for figure in assignment.figures.values():
            if not low <= figure.start < high:
                named = pairs(facts.own_words(figure)[-_NAME:])
                if not any(pair in sentence for pair in named if not pair.isascii()):
                    return False
        return True

    def _is_set_phrase(self, assignment: Assignment) -> bool:
        """Whether amount, change and rate stand right behind each other.

        5万元，比上年减少1万元，下降20%.
        """
        figures, text = assignment.figures, self._opened.facts.text
        if figures.keys() != {*_PHRASE, self._relation.derived}:
            return False
        now, change, derived = figures["now"], figures["delta"], figures[self._relation.derived]
        return (
            _AGAINST_LAST.fullmatch(text, now.end, change.start) is not None
            and _SO_MUCH.fullmatch(text, change.end, derived.start) is not None
        )


def is_turned(relation: Relation, assignment: Assignment) -> bool:
    """Whether something changed just as much as is told, but in the other direction.

    Then the verb is wrong, unless it is of something else that rose or fell.
    """
    if assignment.failing is None or not assignment.labelled:
        return False
    values = {name: figure.value for name, figure in assignment.figures.items()}
    solved = assignment.failing.expected(relation.derived, values)
    if solved is None or solved.high >= 0 or not {"base", "now"} <= values.keys():
        return False
    return (_ZERO - solved).meets(values[relation.derived])


def is_plausible(relation: Relation, assignment: Assignment) -> bool:
    """Whether a failure is of a size that a person's error has: not off threefold.

    Just as much in the other direction is the wrong verb: 上升6.5% of what fell by so much.
    """
    if assignment.failing is None or is_turned(relation, assignment):
        return True
    solved = _solved(relation, assignment)
    if solved is not None and {"part", "whole"} <= assignment.figures.keys() and solved.low > 1:
        return False
    times = _times(assignment.figures[relation.derived], solved)
    return times is not None and _THIRD <= times <= 3


def may_be_meant(relation: Relation, assignment: Assignment) -> bool:
    """Whether a failure may come of one slip: a digit lost, or 万 for 亿, not of any other size."""
    derived = assignment.figures[relation.derived]
    times = _times(derived, _solved(relation, assignment))
    if times is None:
        return False
    more = max(times, 1 / times)
    if more <= _MOST_TIMES or abs(1 - more / UNIT_SLIPS[0]) <= _ABOUT:
        return True
    return derived.dimension == "percent" and _has_lost_its_first(derived, times)


def _has_lost_its_first(rate: Quantity, times: Decimal) -> bool:
    """Whether a rate is what it should be without its first digit: 1.7% of 61.7%."""
    apart = (times - 1) * rate.printed
    tens = round(apart * _TENTHS)
    return 0 < tens < _TENTHS and abs(apart - tens / _TENTHS) <= rate.step * _ROUNDED


def _solved(relation: Relation, assignment: Assignment) -> Interval | None:
    """What the derived figure should be."""
    if assignment.failing is None:
        return None
    values = {name: figure.value for name, figure in assignment.figures.items()}
    return assignment.failing.expected(relation.derived, values)


def _times(derived: Quantity, solved: Interval | None) -> Decimal | None:
    """How many times the printed figure is what it should be; nothing of another direction."""
    printed = derived.value.middle
    if solved is None or not printed or solved.middle * printed <= 0:
        return None
    return solved.middle / printed
