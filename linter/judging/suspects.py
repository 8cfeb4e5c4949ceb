"""Which figure of a failed calculation is to be looked at first.

A calculation that fails does not say which of its figures is wrong; the rest of the report often
does. Where several fail by one figure that they share, and one value of it mends them all, it is
that one. Where another place tells a figure, by its name, as the calculation needs it, it is that
one. Where just one is a slip of the hand away from what the others need, it is that one. And what
another calculation comes to is right, so that one of the others is wrong. Of two of which one
cannot be more than the other, it is the one for which a like figure stands elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec.structs import replace

from linter.binding.meant import meant
from linter.binding.same_facts.one_name import bear_one_name, share_words
from linter.binding.slips import in_other_unit, is_slip
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval, exactly
from linter.judging import leads
from linter.judging.evidence import MOST, Evidence, size
from linter.judging.leads import Lead, lead_to, lead_to_units
from linter.model import Needed, Related, Span, Verdict

_ELSEWHERE = "elsewhere"
_DERIVED = ("percent", "score")
"""Dimensions of what is mostly computed from others, and may be copied with its fault."""
_PAIR = 2
_LOOSE = Decimal("0.05")
"""By which part of itself what a figure needs to be may be uncertain."""


class Suspects:
    """Tells which figure of a failed calculation the rest of the report makes suspect."""

    def __init__(self, facts: Facts, verdicts: Iterable[Verdict]) -> None:
        self._facts, self._known = facts, Evidence(facts, verdicts)

    def lead(self, verdict: Verdict) -> Lead | None:
        """What to look at first of a failed calculation, where the report tells it.

        A figure that other calculations accuse, else one that is told otherwise elsewhere.
        """
        found = (
            list(self._beyond(verdict))
            or list(self._accused(verdict))
            or list(self._told_otherwise(verdict))
            or list(self._slipped(verdict))
            or list(self._like_elsewhere(verdict))
        )
        if not found:
            return self._borne_out(verdict)
        (span, lead), *others = found
        bounded = all(map(_is_open, verdict.needed))
        told = span != verdict.span or bounded or lead.instead
        return lead if told and not others else None

    def _beyond(self, verdict: Verdict) -> Iterator[tuple[Span, Lead]]:
        """Figures beyond a bound that calculations need to be that bound, or one slip within it."""
        for needed in verdict.needed:
            figure = self._known.figure(needed.span)
            if figure is None or needed.span in self._known.right:
                continue
            same = [n for n in self._known.needed_at[needed.span][:MOST] if _meet(n, needed)]
            sums = [n for n in (needed, *same) if not _is_open(n)]
            bounds = [n for n in (needed, *same) if _is_open(n)]
            if not sums or not bounds:
                continue
            value = (sums[0].low + sums[0].high) / 2
            slip = is_slip(figure, self._known.literal(figure), exactly(value))
            if not slip and not any(value in (n.low, n.high) for n in bounds):
                continue
            if all(n.low <= value <= n.high for n in same):
                yield needed.span, self._lead(leads.TYPO, figure, value, len({*same, needed}))

    def _accused(self, verdict: Verdict) -> Iterator[tuple[Span, Lead]]:
        """Figures that other failed calculations need to be the same that this one does."""
        own = self._known.sizes(verdict)
        for needed in verdict.needed:
            figure = self._known.figure(needed.span)
            if figure is None or needed.span in self._known.right or _is_open(needed):
                continue
            low, high, count = needed.low, needed.high, 1
            for sizes, same in self._known.needed[size(figure)][:MOST]:
                alone = own & sizes == {size(figure)} and not _is_open(same)
                if alone and same.low <= high and low <= same.high:
                    low, high, count = max(low, same.low), min(high, same.high), count + 1
            if count > 1:
                yield needed.span, self._lead(leads.TYPO, figure, (low + high) / 2, count)

    def _told_otherwise(self, verdict: Verdict) -> Iterator[tuple[Span, Lead]]:
        """Figures that another place tells, by their names, as the calculation needs them."""
        own = {span.start for span in verdict.spans}
        for needed in verdict.needed:
            figure = self._known.figure(needed.span)
            if figure is None or figure.hedge or _is_loose(needed):
                continue
            if needed.span in self._known.right:
                continue
            for other in self._known.printed(figure.dimension, needed.low, needed.high):
                if other.start in own or other.value.meets(figure.value):
                    continue
                if bear_one_name(self._facts, figure, other):
                    lead = self._lead(leads.TOLD, figure, other.printed)
                    place = Related(Span.of(other), _ELSEWHERE)
                    yield needed.span, replace(lead, witness=place)
                    break

    def _slipped(self, verdict: Verdict) -> Iterator[tuple[Span, Lead]]:
        """The figure that alone is one slip away from what the others need."""
        near = []
        for needed in verdict.needed:
            figure = self._known.figure(needed.span)
            if figure is None or needed.span in self._known.right or _is_open(needed):
                continue
            interval = Interval(needed.low, needed.high)
            if is_slip(figure, self._known.literal(figure), interval, sure=True):
                near.append((needed, figure))
        near = [each for each in near if not self._known.is_told_again(each[1], verdict)]
        units = [(n, f) for n, f in near if in_other_unit(f, Interval(n.low, n.high)) is not None]
        if len(units) == len(near) == _PAIR:
            place = verdict.span or Span(0, 0)
            yield place, lead_to_units(self._facts, place, [f for _, f in units])
        if len(near) != 1:
            return
        ((needed, figure),) = near
        value = meant(figure, self._known.literal(figure), Interval(needed.low, needed.high))
        if value is not None:
            yield needed.span, self._lead(leads.SLIP, figure, value)

    def _like_elsewhere(self, verdict: Verdict) -> Iterator[tuple[Span, Lead]]:
        """Figures of a broken bound for which another of like words, a slip away, keeps it."""
        own = {span.start for span in verdict.spans}
        for needed in verdict.needed:
            figure = self._known.figure(needed.span)
            if figure is None or needed.span in self._known.right or not _is_open(needed):
                continue
            others = {
                other.printed: other
                for other in self._known.printed(figure.dimension, needed.low, needed.high)
                if other.start not in own
                and other.unit == figure.unit
                and self._is_slip(figure, other)
                and share_words(self._facts, figure, other)
            }
            for other in others.values():
                lead = self._lead(leads.LIKE, figure, other.printed)
                place = Related(Span.of(other), _ELSEWHERE)
                yield needed.span, replace(lead, witness=place)

    def _lead(
        self, words: dict[str, str], figure: Quantity, value: Decimal, count: int = 0
    ) -> Lead:
        return lead_to(self._facts, words, figure, value, count)

    def _is_slip(self, figure: Quantity, other: Quantity) -> bool:
        """Whether one slip makes of another figure what a figure prints."""
        return is_slip(figure, self._known.literal(figure), exactly(other.printed))

    def _borne_out(self, verdict: Verdict) -> Lead | None:
        """What a verdict is about, where another calculation comes to the same."""
        figure = self._known.figure(verdict.span) if verdict.needed else None
        if figure is None or figure.dimension in _DERIVED or not self._known.is_telling(figure):
            return None
        other = self._known.reached.get(size(figure)) or self._known.used_alike(figure, verdict)
        lead = replace(self._lead(leads.RIGHT, figure, figure.printed), value=None)
        return replace(lead, witness=Related(other, _ELSEWHERE)) if other else None


def _meet(one: Needed, other: Needed) -> bool:
    return one.low <= other.high and other.low <= one.high


def _is_open(needed: Needed) -> bool:
    """Whether a figure is only kept within a bound."""
    return not (needed.low.is_finite() and needed.high.is_finite())


def _is_loose(needed: Needed) -> bool:
    return _is_open(needed) or needed.high - needed.low > _LOOSE * abs(needed.low + needed.high) / 2
