"""Words with a meaning for the reader of figures: units, hedges, cues, table headers.

The words themselves stand in ``rules/vocabulary/*.yaml``; this module says what shape they have.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from msgspec import Struct, field


class Unit(Struct, frozen=True):
    """A unit's dimension, its base unit, and how many base units it is."""

    dimension: str
    base: str
    scale: Decimal
    exact: bool


class Units(Struct, frozen=True, dict=True, rename="kebab", forbid_unknown_fields=True):
    """``units.yaml``: dimensions, measure words for things, and factor words (万, 亿 …)."""

    dimensions: dict[str, dict[str, Decimal]]
    exact: tuple[str, ...]
    counts: tuple[str, ...]
    digit_counts: tuple[str, ...]
    """Measure words that only follow digits (86段): 余下两段 is a thing, not a figure."""
    numeral_counts: tuple[str, ...]
    """Measure words that only follow a Chinese numeral (五大功能)."""
    factors: dict[str, Decimal]

    @cached_property
    def by_word(self) -> dict[str, Unit]:
        """Every unit word with its meaning; a measure word is a dimension of its own."""
        measures = (*self.counts, *self.digit_counts, *self.numeral_counts)
        table = {word: Unit(f"count:{word}", word, Decimal(1), True) for word in measures}
        for dimension, words in self.dimensions.items():
            base = next(iter(words))
            if words[base] != 1:
                base = "%" if dimension == "percent" else base
            for word, scale in words.items():
                table[word] = Unit(dimension, base, scale, dimension in self.exact)
        return table


class HedgesBefore(Struct, frozen=True, forbid_unknown_fields=True):
    """Words before a figure, by kind of hedge: 不足, 约, 超过 and the like."""

    below: tuple[str, ...]
    around: tuple[str, ...]
    above: tuple[str, ...]
    under: tuple[str, ...]


class HedgesInside(Struct, frozen=True, forbid_unknown_fields=True):
    """Words between number and unit (多)."""

    more: tuple[str, ...]


class HedgesAfter(Struct, frozen=True, forbid_unknown_fields=True):
    """Words behind a figure, by kind of hedge: 左右, 以上 and the like."""

    around: tuple[str, ...]
    above: tuple[str, ...]
    under: tuple[str, ...]


class Hedges(Struct, frozen=True, forbid_unknown_fields=True):
    """``hedges.yaml``: words that turn a figure into an interval, by where they stand."""

    before: HedgesBefore
    inside: HedgesInside
    after: HedgesAfter


class Series(Struct, frozen=True, forbid_unknown_fields=True):
    """An event that is held again and again: year = zero + number × every, but where it moved."""

    zero: int
    every: int = 1
    moved: tuple[tuple[int, int], ...] = ()
    """Editions that were held in another year, each with its year."""
    per: int = 1
    """How many editions there are in one year; such are held every year."""

    def year(self, number: int) -> int:
        """In which year an edition was held."""
        return dict(self.moved).get(number, self.zero - (-number // self.per) * self.every)


_OPEN_KINDS = ("item", "goal", "state")
"""Kinds of columns whose names are also names of rows or headings."""


class Vocabulary(Struct, frozen=True, dict=True):
    """All word lists that facts, bindings and checks draw on.

    ``cues`` are named sets that rules refer to as ``@name``; ``headers`` are the names of table
    columns, ``idioms`` are words that hold a numeral and are no figure.
    """

    units: Units
    hedges: Hedges
    cues: dict[str, tuple[str, ...]] = field(default_factory=dict)
    headers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    idioms: tuple[str, ...] = ()
    series: dict[str, Series] = field(default_factory=dict)
    """Events with numbered editions, by name."""
    partitions: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """Sets of kinds that make up any whole; of each kind the words for it."""
    audit: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The columns of a season's list, and ``attachments``: names of folders that hold only those.
    """

    @cached_property
    def column_words(self) -> frozenset[str]:
        """The names of columns that hold more than the name of what a row is of."""
        named = (words for kind, words in self.headers.items() if kind not in _OPEN_KINDS)
        return frozenset(word for words in named for word in words)

    @cached_property
    def kinds_of_columns(self) -> list[tuple[str, str]]:
        """Each name of a column with the kind of what it holds, the longest first."""
        named = [(word, kind) for kind, words in self.headers.items() for word in words]
        return sorted(named, key=lambda pair: -len(pair[0]))
