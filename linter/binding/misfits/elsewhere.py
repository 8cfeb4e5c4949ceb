"""The figures of a report that a slip turns into others."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from linter.binding.misfits.around import half
from linter.binding.misfits.chance import best, is_met, may_fit, starts
from linter.binding.misfits.fit import Fit
from linter.binding.misfits.misfit import Misfit
from linter.binding.misfits.place import Place
from linter.binding.same_facts.slip_index import SlipIndex
from linter.binding.same_facts.strays import is_part
from linter.binding.same_facts.weights import Weights
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_SELDOM, _LEAST = 1.85, 1.0
"""How seldom chance must be, as the tens' exponent, with what words two figures share, and at
least without."""
_FEWEST, _RATED = 2, 3
"""How many digits a slip must show in, and in a rate but for two that are swapped."""
_ASIDE = regex("其中|[含另女]|[上去前]年|同期|目标|计划")
"""Before a figure that what stands around it need not be of."""
_TELLING = 8
"""Of more figures a slip away none tells anything."""


class Elsewhere:
    """The figures of a report that a slip keeps apart from one."""

    def __init__(self, facts: Facts, index: SlipIndex) -> None:
        self._facts, self._index, self._words = facts, index, Weights(facts)

    def twin(self, figure: Quantity, place: Place) -> Misfit | None:
        """The figure as another of the report, a slip away, that would fit in its place."""
        seldomest: tuple[float, Misfit] | None = None
        share = self._facts.windows.share
        apart = (t for t in self._twins(figure) if not share("clause", t.start, figure.start))
        twins = list(islice(apart, _TELLING + 1))
        if len(twins) > _TELLING:
            return None
        for twin in twins:
            value = _value(figure, twin)
            fit, chance = self._best(place, value, twin)
            if fit is None or _is_difference(figure, value, fit):
                continue
            if is_part(self._facts, figure, twin):
                continue
            shared = self._words.of(self._words.shared(figure, twin))
            telling = -math.log10(chance * len(twins))
            weight = telling + shared
            if (
                telling >= _LEAST
                and weight >= _SELDOM
                and (seldomest is None or weight > seldomest[0])
            ):
                seldomest = weight, Misfit(figure, value, fit, twin)
        if seldomest is None or may_fit(place, figure):
            return None
        return seldomest[1]

    def _best(self, place: Place, value: Decimal, twin: Quantity) -> tuple[Fit | None, float]:
        """What makes a twin's value fit a place that does not make the twin fit its own.

        What the twin fits is looked for only where chance alone hardly makes its value fit.
        """
        size, slack = float(value), half(twin)
        fit, chance = best(place, size, slack)
        if fit is None or -math.log10(chance) < _LEAST:
            return None, chance
        return best(place, size, slack, _known(self._facts, twin, size, place))

    def _twins(self, figure: Quantity) -> Iterator[Quantity]:
        """The first of each value that tells enough."""
        seen: set[Decimal] = set()
        for twin in self._index.twins(figure):
            rated = figure.dimension == "percent" and twin.how != "swap"
            value = twin.figure.value.low
            if value not in seen and twin.digits >= (_RATED if rated else _FEWEST):
                seen.add(value)
                yield twin.figure


def _value(figure: Quantity, twin: Quantity) -> Decimal:
    """A twin's value in the base unit of a figure; a table's bare number has its unit."""
    return twin.printed * figure.factor if twin.dimension == "number" else twin.printed


def _is_difference(figure: Quantity, value: Decimal, fit: Fit) -> bool:
    """Whether a figure is how far its twin is from one that wants it: 972人次，超出目标72人次."""
    return any(abs(value - other.printed) == figure.printed for other in fit.figures)


def _known(facts: Facts, twin: Quantity, size: float, place: Place) -> frozenset[frozenset[int]]:
    """What fits a twin, or its value, in the same block: the same figures tell nothing again.

    Unless they stand in one clause with the figure, and what they fit does not.
    """
    told = [f for f in place.figures if facts.size(f) == size]
    if facts.windows.share("block", twin.start, place.figure.start):
        told.append(twin)
    return frozenset(
        starts(fit)
        for one in told
        for fits in place.of(one).every
        for fit in fits
        if is_met(fit, size, half(twin)) and not _is_nearer(facts, place.figure, one, fit)
    )


def _is_nearer(facts: Facts, figure: Quantity, other: Quantity, fit: Fit) -> bool:
    """Whether what fits another figure stands in one clause with this one, and not with that."""
    low, high = facts.windows.bounds("clause", figure.start)
    if low <= other.start < high or _ASIDE.search(facts.own_words(figure)):
        return False
    return all(low <= f.start < high for f in fit.figures)
