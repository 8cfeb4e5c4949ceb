"""Figures that fit nothing around them, though one slip of the hand away they would.

盘子为8260万元, where the parts beside it come to 2860万元: that one slip leads to just the value that
a sum, a rate or a product wants is seldom chance, and the less so the more digits it has to hit.
Where the report tells that very figure elsewhere, it takes less.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.misfits.fit import Fit
from linter.binding.misfits.place import Place, half
from linter.binding.same_facts.spelled import keys, number, slip, telling_digits, written
from linter.binding.same_facts.weights import Weights
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

_NOT = ("times", "years", "month", "day", "percent-point", "number")
_TOLD, _ALONE = 2.0, 2.5
"""How seldom chance must be, as the tens' exponent, where the needed figure is told elsewhere, and
where it is not."""
_FITS = 0.5
"""What is no less likely by chance than so does not fit."""
_FEWEST, _LONG = 2, 3
_MOST = 24
_WIDEST = 4
"""Of how many values at most each may be the needed one."""
_ROUGH = 1e-6
_TIMES = 10**4
_NINES = 81


class Misfit(Struct, frozen=True):
    """A figure, what it should be, which figures want that, and where it is told elsewhere."""

    figure: Quantity
    needed: Decimal
    fit: Fit
    twin: Quantity | None = None


def misfits(case: Case) -> Iterator[Misfit]:
    """Each figure of running text that fits nothing around it and would, but for one slip."""
    facts = case.facts
    told = _Told(facts)
    for figure in facts.running:
        if not _may_be_wrong(facts, figure) or figure.start in case.settled:
            continue
        place = Place(facts, figure)
        found = told.twin(figure, place) or _alone(facts, figure, place)
        if found is not None:
            yield found


def _may_be_told(facts: Facts, figure: Quantity) -> bool:
    return (
        figure.dimension not in ("times", "years", "month", "day", "percent-point")
        and figure.hedge is None
        and bool(figure.printed)
        and figure.start not in facts.spoken
    )


def _may_be_wrong(facts: Facts, figure: Quantity) -> bool:
    return (
        figure.dimension not in _NOT
        and _may_be_told(facts, figure)
        and facts.tellings[facts.size(figure)] == 1
        and facts.digits(figure) >= _FEWEST
    )


class _Told:
    """The figures of a report by what a slip leaves of their digits."""

    def __init__(self, facts: Facts) -> None:
        self._facts, self._words = facts, Weights(facts)
        self._numbers: dict[int, str] = {}
        self._known: dict[str, list[Quantity]] = defaultdict(list)
        for figure in facts.quantities:
            if _may_be_told(facts, figure):
                spelled = self._numbers[figure.start] = number(figure)
                if telling_digits(spelled.replace(".", "")) >= _FEWEST:
                    for key in keys(spelled):
                        self._known[key].append(figure)

    def twin(self, figure: Quantity, place: Place) -> Misfit | None:
        """The figure as another of the report, a slip away, that would fit in its place."""
        best: tuple[float, Misfit] | None = None
        for twin in self._twins(figure):
            value = self._value(figure, twin)
            fit, chance = _best(place, value, half(twin), _known(self._facts, twin, place))
            if fit is None:
                continue
            shared = self._words.of(self._words.shared(figure, twin))
            weight = shared - math.log10(chance)
            if weight >= _TOLD and (best is None or weight > best[0]):
                best = weight, Misfit(figure, Decimal(value), fit, twin)
        if best is None or _fits(place, figure):
            return None
        return best[1]

    def _twins(self, figure: Quantity) -> Iterator[Quantity]:
        spelled, seen = self._numbers[figure.start], {figure.value.low}
        for key in keys(spelled):
            for twin in self._known.get(key, ())[:_MOST]:
                if twin.value.low in seen or not _may_be_one(figure, twin):
                    continue
                seen.add(twin.value.low)
                if self._is_slip(figure, twin):
                    yield twin

    def _is_slip(self, figure: Quantity, twin: Quantity) -> bool:
        here, there = self._numbers[figure.start], self._numbers[twin.start]
        if here == there:
            return twin.dimension == "money" == figure.dimension
        if twin.factor != figure.factor and twin.dimension != "number":
            there = written(twin.printed / figure.factor)
        few = min(telling_digits(n.replace(".", "")) for n in (here, there))
        return few >= _FEWEST and slip(here, there) is not None

    def _value(self, figure: Quantity, twin: Quantity) -> float:
        """A twin's value in the base unit of a figure; a table's bare number has its unit."""
        value = self._facts.size(twin)
        return value * float(figure.factor) if twin.dimension == "number" else value


def _may_be_one(figure: Quantity, twin: Quantity) -> bool:
    if twin.start == figure.start or twin.value.meets(figure.value):
        return False
    bare = twin.dimension == "number" and figure.dimension != "percent"
    return bare or twin.dimension == figure.dimension


def _known(facts: Facts, twin: Quantity, place: Place) -> frozenset[frozenset[int]]:
    """What fits a twin that stands in the same place: the same figures tell nothing once more."""
    if twin.start not in place.starts:
        return frozenset()
    size, slack = facts.size(twin), half(twin)
    fits = (fit for fits in Place(facts, twin).every for fit in fits)
    return frozenset(_starts(fit) for fit in fits if _is_met(fit, size, slack))


def _starts(fit: Fit) -> frozenset[int]:
    return frozenset(f.start for f in fit.figures)


def _is_met(fit: Fit, value: float, slack: float) -> bool:
    return abs(fit.value - value) <= max(fit.loose, fit.grain / 2, slack) * (1 + _ROUGH)


def _fits(place: Place, figure: Quantity) -> bool:
    """Whether a figure fits its place by more than chance."""
    return _best(place, float(figure.printed), half(figure))[1] < _FITS


def _best(
    place: Place,
    value: float,
    slack: float,
    known: frozenset[frozenset[int]] = frozenset(),
) -> tuple[Fit | None, float]:
    """The fit of a value that chance explains worst, and how likely chance makes one as good."""
    best: tuple[Fit | None, float] = None, 1.0
    for fits in place.every:
        for count, fit in enumerate(fits, 1):
            if not _is_met(fit, value, slack) or _starts(fit) in known:
                continue
            exact = fit.grain and abs(fit.value - value) <= _ROUGH * fit.grain
            width = fit.grain if exact else 2 * max(fit.loose, fit.grain / 2, slack)
            chance = max(count * width / max(value, width), 1e-12)
            if chance < best[1]:
                best = fit, chance
            break
    return best


def _alone(facts: Facts, figure: Quantity, place: Place) -> Misfit | None:
    """The figure as a slip of what figures beside it want, though nothing else tells that."""
    spelled = number(figure)
    if len(spelled.replace(".", "")) < _LONG or figure.dimension == "score":
        return None
    best: tuple[float, Misfit] | None = None
    for fits in place.simple:
        for count, fit in enumerate(fits, 1):
            for needed, width in _values(figure, fit):
                often = _slips(figure, spelled, needed)
                if not often:
                    continue
                weight = -math.log10(count * often * width / float(needed))
                if weight >= _ALONE and (best is None or weight > best[0]):
                    best = weight, Misfit(figure, needed, fit)
    if best is None or _fits(place, figure):
        return None
    return best[1]


def _values(figure: Quantity, fit: Fit) -> Iterator[tuple[Decimal, float]]:
    """The values as the figure prints them that a fit may want, and how wide a span holds them."""
    step = float(figure.step)
    low, high = (fit.value - fit.loose) / step, (fit.value + fit.loose) / step
    if fit.grain:
        whole = round(low)
        if abs(low - whole) * step <= _ROUGH * fit.grain and whole > 0:
            yield whole * figure.step, min(fit.grain, step)
        return
    first, last = (round(low), round(low)) if not fit.loose else (math.ceil(low), math.floor(high))
    if last - first < _WIDEST:
        for whole in range(max(first, 1), last + 1):
            yield whole * figure.step, step * (last - first + 1)


def _slips(figure: Quantity, spelled: str, needed: Decimal) -> int:
    """How many figures one slip like that between two makes; 0 where no slip is between them."""
    if not _may_be_slip(figure, needed):
        return 0
    other = written(needed / figure.factor)
    found = slip(spelled, other) if other != spelled else None
    digits = len(spelled.replace(".", ""))
    return {"swap": digits, "digit": 9 * digits, "drop": 10 * digits}[found[0]] if found else 0


def _may_be_slip(figure: Quantity, needed: Decimal) -> bool:
    """Whether a slip may be between two figures, told by their difference at little cost."""
    apart = abs(int((figure.printed - needed) / figure.step))
    while apart and not apart % 10:
        apart //= 10
    if apart <= _NINES and (apart < 10 or not apart % 9):
        return bool(apart)
    ratio = figure.printed / needed
    return not Decimal("0.2") < ratio < 5
