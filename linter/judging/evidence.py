"""What the figures and calculations of a report tell of each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from operator import attrgetter

from linter.binding.same_facts.one_name import share_words
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.model import Needed, Span, Verdict

Size = tuple[str, Decimal]
"""A figure, wherever it is told: its dimension and what it prints."""
MOST = 40
"""How many calculations or figures at most are held against a figure."""
_PRINTED = attrgetter("printed")
_FEWEST_DIGITS, _FEWEST_TERMS = 2, 2
"""How many digits a figure must have to tell anything, and of how many terms others come to it."""


class Evidence:
    """Which figures calculations bear out or accuse, and where others are printed like them."""

    def __init__(self, facts: Facts, verdicts: Iterable[Verdict]) -> None:
        self.facts = facts
        self.right: set[Span] = set()
        """Where figures stand that a calculation bears out."""
        self.reached: dict[Size, Span] = {}
        """The figures that others come to."""
        self.used: dict[Size, list[Span]] = defaultdict(list)
        """The figures with which a calculation comes out."""
        self.needed: dict[Size, list[tuple[set[Size], Needed]]] = defaultdict(list)
        """What failed calculations need a figure to be, wherever it is told, with their figures."""
        self.needed_at: dict[Span, list[Needed]] = defaultdict(list)
        """The same of the figure at one place."""
        for verdict in verdicts:
            sizes = self.sizes(verdict) if verdict.needed else set()
            for needed in verdict.needed:
                self.needed_at[needed.span].append(needed)
                if (figure := self.figure(needed.span)) is not None:
                    self.needed[size(figure)].append((sizes, needed))
            if not verdict.recomputed or verdict.span is None:
                continue
            self.right |= verdict.spans
            for span in verdict.spans:
                if (used := self.figure(span)) is not None:
                    self.used[size(used)].append(span)
            figure = self.figure(verdict.span)
            if figure is not None and len(verdict.related) >= _FEWEST_TERMS:
                self.reached.setdefault(size(figure), verdict.span)

    def sizes(self, verdict: Verdict) -> set[Size]:
        """The figures that take part in a verdict, wherever they are told."""
        return {size(figure) for span in verdict.spans if (figure := self.figure(span))}

    def figure(self, span: Span | None) -> Quantity | None:
        """The figure that begins where a span does."""
        found = self.facts.by_start.get(span.start) if span else None
        return found if isinstance(found, Quantity) else None

    def literal(self, figure: Quantity) -> str:
        """A figure as printed."""
        return self.facts.text[figure.start : figure.end]

    def is_told_again(self, figure: Quantity, verdict: Verdict) -> bool:
        """Whether a figure is printed elsewhere as it is here."""
        own = {span.start for span in verdict.spans}
        same = self.printed(figure.dimension, figure.printed, figure.printed)
        return any(other.start not in own for other in same)

    def used_alike(self, figure: Quantity, verdict: Verdict) -> Span | None:
        """Where a figure of the same size and like words takes part in what comes out."""
        for span in self.used[size(figure)][:MOST]:
            other = self.figure(span)
            if other is None or span in verdict.spans:
                continue
            if share_words(self.facts, figure, other):
                return span
        return None

    def printed(self, dimension: str, low: Decimal, high: Decimal) -> list[Quantity]:
        """Some figures of a dimension that are printed as a value between two."""
        figures = self._by_size.get(dimension, [])
        first = bisect_left(figures, low, key=_PRINTED)
        return figures[first : min(first + MOST, bisect_right(figures, high, key=_PRINTED))]

    @cached_property
    def _by_size(self) -> dict[str, list[Quantity]]:
        """The figures of each dimension that tell anything, in order of size."""
        found = self.facts.by_dimension.items()
        return {
            name: sorted(filter(self.is_telling, figures), key=_PRINTED) for name, figures in found
        }

    def is_telling(self, figure: Quantity) -> bool:
        """Whether a figure has digits enough to tell anything, and no hedge."""
        return self.facts.digits(figure) >= _FEWEST_DIGITS and not figure.hedge


def size(figure: Quantity) -> Size:
    """What is the same of a figure wherever it is told."""
    return figure.dimension, figure.printed
