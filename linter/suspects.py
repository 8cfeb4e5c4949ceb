"""Which figure of a failed calculation is to be looked at first.

A calculation that fails does not say which of its figures is wrong; the rest of the report often
does. Where several fail by one figure that they share, and one value of it mends them all, it is
that one. Where another place tells a figure, by its name, as the calculation needs it, it is that
one. Where just one is a slip of the hand away from what the others need, it is that one. And what
another calculation comes to is right, so that one of the others is wrong. Of two of which one
cannot be more than the other, it is the one for which a like figure stands elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from linter.binding.meant import meant
from linter.binding.same_facts.one_name import bear_one_name, share_words
from linter.binding.slips import in_other_unit, is_slip, with_other_unit
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval, exactly
from linter.language import calculation
from linter.model import Needed, Related, Span, Verdict

_ELSEWHERE = "elsewhere"
_TYPO = {
    "zh": "“{}”疑为{}（改后相关的{}处算式都成立）",
    "en": "{} may be meant as {}, by which all {} calculations hold",
}
_TOLD = {
    "zh": "“{}”疑为{}（另一处是这样写的，改后算式成立）",
    "en": "{} may be meant as {}, as told elsewhere, by which the calculation holds",
}
_SLIP = {
    "zh": "“{}”疑为{}（只差一处笔误，改后算式成立）",
    "en": "{} may be meant as {}, one slip away, by which the calculation holds",
}
_LIKE = {
    "zh": "“{}”疑为{}（另一处是这样写的，只差一处笔误）",
    "en": "{} may be meant as {}, one slip away, as told elsewhere",
}
_UNITS = {
    "zh": "“{}”和“{}”的单位疑有一个写错（改成同一单位后算式成立）",
    "en": "the unit of {} or {} may be wrong: with one unit the calculation holds",
}
_RIGHT = {
    "zh": "另一处用“{}”算得通，先核对其他各数",
    "en": "another calculation holds with {}: check the other figures first",
}
_Size = tuple[str, Decimal]
"""A figure, wherever it is told: its dimension and what it prints."""
_PRINTED = attrgetter("printed")
_DERIVED = ("percent", "score")
"""Dimensions of what is mostly computed from others, and may be copied with its fault."""
_PAIR = 2
_FEWEST_DIGITS, _FEWEST_TERMS = 2, 2
"""How many digits a figure must have to tell anything, and of how many terms others come to it."""
_MOST = 40
"""How many calculations or figures at most are held against a figure."""
_LOOSE = Decimal("0.05")
"""By which part of itself what a figure needs to be may be uncertain."""


class Lead(Struct, frozen=True):
    """What to look at first, in both languages, and the place that says so."""

    text: dict[str, str]
    figure: Span
    """Where the figure stands that is to be looked at."""
    value: Decimal | None = None
    """What it may be meant as, in base units; nothing where it is right."""
    instead: bool = False
    """Whether what the rule suggests is not to be told: it mends another figure."""
    witness: Related | None = None


class Suspects:
    """What the figures and verdicts of a report tell of each other."""

    def __init__(self, facts: Facts, verdicts: Iterable[Verdict]) -> None:
        self._facts = facts
        self._right: set[Span] = set()
        """Where figures stand that a calculation bears out."""
        self._reached: dict[_Size, Span] = {}
        """The figures that others come to."""
        self._used: dict[_Size, list[Span]] = defaultdict(list)
        """The figures with which a calculation comes out."""
        self._needed: dict[_Size, list[tuple[set[_Size], Needed]]] = defaultdict(list)
        """What failed calculations need a figure to be, wherever it is told, with their figures."""
        self._needed_at: dict[Span, list[Needed]] = defaultdict(list)
        """The same of the figure at one place."""
        for verdict in verdicts:
            sizes = self._sizes(verdict) if verdict.needed else set()
            for needed in verdict.needed:
                self._needed_at[needed.span].append(needed)
                if (figure := self._figure(needed.span)) is not None:
                    self._needed[_size(figure)].append((sizes, needed))
            if not verdict.recomputed or verdict.span is None:
                continue
            self._right |= verdict.spans
            for span in verdict.spans:
                if (used := self._figure(span)) is not None:
                    self._used[_size(used)].append(span)
            figure = self._figure(verdict.span)
            if figure is not None and len(verdict.related) >= _FEWEST_TERMS:
                self._reached.setdefault(_size(figure), verdict.span)

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
            figure = self._figure(needed.span)
            if figure is None or needed.span in self._right:
                continue
            same = [n for n in self._needed_at[needed.span][:_MOST] if _meet(n, needed)]
            sums = [n for n in (needed, *same) if not _is_open(n)]
            bounds = [n for n in (needed, *same) if _is_open(n)]
            if not sums or not bounds:
                continue
            value = (sums[0].low + sums[0].high) / 2
            slip = is_slip(figure, self._literal(figure), exactly(value))
            if not slip and not any(value in (n.low, n.high) for n in bounds):
                continue
            if all(n.low <= value <= n.high for n in same):
                yield needed.span, self._lead(_TYPO, figure, value, len({*same, needed}))

    def _accused(self, verdict: Verdict) -> Iterator[tuple[Span, Lead]]:
        """Figures that other failed calculations need to be the same that this one does."""
        own = self._sizes(verdict)
        for needed in verdict.needed:
            figure = self._figure(needed.span)
            if figure is None or needed.span in self._right or _is_open(needed):
                continue
            low, high, count = needed.low, needed.high, 1
            for sizes, same in self._needed[_size(figure)][:_MOST]:
                alone = own & sizes == {_size(figure)} and not _is_open(same)
                if alone and same.low <= high and low <= same.high:
                    low, high, count = max(low, same.low), min(high, same.high), count + 1
            if count > 1:
                yield needed.span, self._lead(_TYPO, figure, (low + high) / 2, count)

    def _told_otherwise(self, verdict: Verdict) -> Iterator[tuple[Span, Lead]]:
        """Figures that another place tells, by their names, as the calculation needs them."""
        own = {span.start for span in verdict.spans}
        for needed in verdict.needed:
            figure = self._figure(needed.span)
            if figure is None or figure.hedge or needed.span in self._right or _is_loose(needed):
                continue
            for other in self._printed(figure.dimension, needed.low, needed.high):
                if other.start in own or other.value.meets(figure.value):
                    continue
                if bear_one_name(self._facts, figure, other):
                    lead = self._lead(_TOLD, figure, other.printed)
                    place = Related(Span(other.start, other.end), _ELSEWHERE)
                    yield needed.span, replace(lead, witness=place)
                    break

    def _slipped(self, verdict: Verdict) -> Iterator[tuple[Span, Lead]]:
        """The figure that alone is one slip away from what the others need."""
        near = []
        for needed in verdict.needed:
            figure = self._figure(needed.span)
            if figure is None or needed.span in self._right or _is_open(needed):
                continue
            interval = Interval(needed.low, needed.high)
            if is_slip(figure, self._literal(figure), interval, sure=True):
                near.append((needed, figure))
        near = [each for each in near if not self._is_told_again(each[1], verdict)]
        units = [(n, f) for n, f in near if in_other_unit(f, Interval(n.low, n.high)) is not None]
        if len(units) == len(near) == _PAIR:
            yield verdict.span or Span(0, 0), self._of_units(verdict, [f for _, f in units])
        if len(near) != 1:
            return
        ((needed, figure),) = near
        value = meant(figure, self._literal(figure), Interval(needed.low, needed.high))
        if value is not None:
            yield needed.span, self._lead(_SLIP, figure, value)

    def _of_units(self, verdict: Verdict, figures: Sequence[Quantity]) -> Lead:
        """That one of two amounts is told in 万 for 亿, or the reverse, whichever it is."""
        literals = list(map(self._literal, figures))
        told = {lang: words.format(*literals) for lang, words in _UNITS.items()}
        return Lead(told, verdict.span or Span(0, 0), instead=True)

    def _is_told_again(self, figure: Quantity, verdict: Verdict) -> bool:
        """Whether a figure is printed elsewhere as it is here."""
        own = {span.start for span in verdict.spans}
        same = self._printed(figure.dimension, figure.printed, figure.printed)
        return any(other.start not in own for other in same)

    def _like_elsewhere(self, verdict: Verdict) -> Iterator[tuple[Span, Lead]]:
        """Figures of a broken bound for which another of like words, a slip away, keeps it."""
        own = {span.start for span in verdict.spans}
        for needed in verdict.needed:
            figure = self._figure(needed.span)
            if figure is None or needed.span in self._right or not _is_open(needed):
                continue
            others = {
                other.printed: other
                for other in self._printed(figure.dimension, needed.low, needed.high)
                if other.start not in own
                and other.unit == figure.unit
                and self._is_slip(figure, other)
                and share_words(self._facts, figure, other)
            }
            for other in others.values():
                lead = self._lead(_LIKE, figure, other.printed)
                place = Related(Span(other.start, other.end), _ELSEWHERE)
                yield needed.span, replace(lead, witness=place)

    def _is_slip(self, figure: Quantity, other: Quantity) -> bool:
        """Whether one slip makes of another figure what a figure prints."""
        return is_slip(figure, self._literal(figure), exactly(other.printed))

    def _borne_out(self, verdict: Verdict) -> Lead | None:
        """What a verdict is about, where another calculation comes to the same."""
        figure = self._figure(verdict.span) if verdict.needed else None
        if figure is None or figure.dimension in _DERIVED or not self._is_telling(figure):
            return None
        other = self._reached.get(_size(figure)) or self._used_alike(figure, verdict)
        lead = replace(self._lead(_RIGHT, figure, figure.printed), value=None)
        return replace(lead, witness=Related(other, _ELSEWHERE)) if other else None

    def _used_alike(self, figure: Quantity, verdict: Verdict) -> Span | None:
        """Where a figure of the same size and like words takes part in what comes out."""
        for span in self._used[_size(figure)][:_MOST]:
            other = self._figure(span)
            if other is None or span in verdict.spans:
                continue
            if share_words(self._facts, figure, other):
                return span
        return None

    def _sizes(self, verdict: Verdict) -> set[_Size]:
        return {_size(figure) for span in verdict.spans if (figure := self._figure(span))}

    def _figure(self, span: Span | None) -> Quantity | None:
        found = self._facts.by_start.get(span.start) if span else None
        return found if isinstance(found, Quantity) else None

    def _is_telling(self, figure: Quantity) -> bool:
        return self._facts.digits(figure) >= _FEWEST_DIGITS and not figure.hedge

    def _printed(self, dimension: str, low: Decimal, high: Decimal) -> list[Quantity]:
        """Some figures of a dimension that are printed as a value between two."""
        figures = self._by_size.get(dimension, [])
        first = bisect_left(figures, low, key=_PRINTED)
        return figures[first : min(first + _MOST, bisect_right(figures, high, key=_PRINTED))]

    @cached_property
    def _by_size(self) -> dict[str, list[Quantity]]:
        """The figures of each dimension that tell anything, in order of size."""
        found = self._facts.by_dimension.items()
        return {
            name: sorted(filter(self._is_telling, figures), key=_PRINTED) for name, figures in found
        }

    def _literal(self, figure: Quantity) -> str:
        return self._facts.text[figure.start : figure.end]

    def _lead(
        self, words: dict[str, str], figure: Quantity, value: Decimal, count: int = 0
    ) -> Lead:
        """What to look at first: a figure, and what it may be meant as."""
        literal = self._literal(figure)
        other = with_other_unit(figure, literal, value) if figure.dimension == "money" else None
        value_like = other or calculation.like(figure, literal, value)
        told = {lang: each.format(literal, value_like, count) for lang, each in words.items()}
        return Lead(told, Span(figure.start, figure.end), value)


def _size(figure: Quantity) -> _Size:
    return figure.dimension, figure.printed


def _meet(one: Needed, other: Needed) -> bool:
    return one.low <= other.high and other.low <= one.high


def _is_open(needed: Needed) -> bool:
    """Whether a figure is only kept within a bound."""
    return not (needed.low.is_finite() and needed.high.is_finite())


def _is_loose(needed: Needed) -> bool:
    return _is_open(needed) or needed.high - needed.low > _LOOSE * abs(needed.low + needed.high) / 2
