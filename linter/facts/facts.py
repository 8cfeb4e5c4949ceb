"""All facts of one document, with the context in which each figure stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Iterable
from functools import cached_property
from itertools import chain, pairwise
from operator import add
from typing import Literal

from linter.facts import label
from linter.facts.apart import before_aside, respective_names
from linter.facts.cues import CueHits
from linter.facts.listed import shared_units
from linter.facts.moment import Moment
from linter.facts.quantity import Malformed, Quantity
from linter.facts.reference import Reference
from linter.facts.scan import Figure
from linter.facts.table import Row, TypedTable, type_tables
from linter.facts.windows import Windows
from linter.model import Document, Outline
from linter.regexes.late import regex
from linter.vocabulary import Vocabulary

FigureStatus = Literal["actual", "plan", "target", "limit", "deduction", "price"]

REACH = 40
"""How many characters before a figure its cues may stand."""

_MOST_BEFORE, _MOST_BEHIND = 48, 12
"""How many figures before and behind one may have to do with it."""

_SPOKEN = 10
"""A larger number in Chinese numerals is meant as one."""

_YEARLY = regex(r":(?=(?:19|20)\d\d年)")
"""After it a list by year begins: what leads to the list does not lead to each year's figure."""

_VIEWED = regex("从[^,，;。\\d]{1,16}(?:[看分][,，:]|中)|基数(?:上调|下调|调整|提高)|比较?[,，]")
"""No change begins there: 从征收部门看 and 从结余中 tell where from, 缴费基数上调 a reason.

与上年的1390万元相比，1460万元……: what follows is held against what stands before.
"""

_OF_IT = regex(r"\)?的(?:(?:比例|比重|占比|份额)(?:为|是|达到?|约)?)?")

_AGAIN = regex(
    r"[,，(]?(?:即|折合|折|合|也就是|约合|合计)?"
    r"|\((?![^()\d]{0,6}(?:其中|含|另|除))[^()\d,，;。]{1,12}"
)

_TOLD = regex(r"[\u4e00-\u9fff)%][,，;。](?=[^\n]{4})")
_SHORT, _CELL = 6, 300
"""What tells sentences from a name or a figure, within so many characters of a cell; in fewer than
so many none is told."""

_RESPECTIVELY = regex("分别"), regex("依次")


class Facts:
    """Figures of one document in order of place, cue hits, and windows around them."""

    def __init__(
        self,
        document: Document,
        outline: Outline,
        figures: list[Figure],
        cues: CueHits,
        vocabulary: Vocabulary,
        year: int | None = None,
        target_spans: tuple[tuple[int, int], ...] = (),
    ) -> None:
        """``target_spans`` are the chapters whose figures are wishes, not results."""
        raw = [f for f in figures if isinstance(f, Quantity)]
        self.tables, changed = type_tables(document, raw, vocabulary)
        changed = {**shared_units(document.folded, raw), **changed}
        if changed:
            figures = [changed.get(f.start, f) if isinstance(f, Quantity) else f for f in figures]
        self.year = year
        self.series = vocabulary.series
        self.cue_words = vocabulary.cues
        self.partitions = vocabulary.partitions
        self._target_spans = target_spans
        self._target_starts = [start for start, _ in target_spans]
        self._table_starts = [t.table.start for t in self.tables]
        self._table_ends = [t.table.end for t in self.tables]
        self.document = document
        self.outline = outline
        self.text = document.folded
        self.cues = cues
        self.windows = Windows(document, outline)
        self.figures = figures
        self.quantities = [f for f in figures if isinstance(f, Quantity)]
        self.moments = [f for f in figures if isinstance(f, Moment)]
        self.references = [f for f in figures if isinstance(f, Reference)]
        self.malformed = [f for f in figures if isinstance(f, Malformed)]
        self._starts = [q.start for q in self.quantities]
        self._add_year_cues()
        self.states: dict[int, FigureStatus] = {}
        """What has been asked of figures' states, by offset."""
        self._heard: dict[int, dict[str, tuple[int, int]]] = {}
        self._sizes: dict[int, float] = {}
        self._loose: dict[int, float] = {}
        self._digits: dict[int, int] = {}
        self._leads: dict[int, tuple[int, int]] = {}
        self._own_leads: dict[int, tuple[int, int]] = {}

    def size(self, quantity: Quantity) -> float:
        """A figure as printed, in floating point."""
        found = self._sizes.get(quantity.start)
        if found is None:
            found = self._sizes[quantity.start] = float(quantity.printed)
        return found

    def looseness(self, quantity: Quantity) -> float:
        """How wide a figure's interval is for its size (1 where it is open)."""
        found = self._loose.get(quantity.start)
        if found is None:
            found = self._loose[quantity.start] = _looseness(quantity)
        return found

    def digits(self, quantity: Quantity) -> int:
        """How many digits a figure is printed with."""
        found = self._digits.get(quantity.start)
        if found is None:
            literal = self.text[quantity.start : quantity.end]
            found = self._digits[quantity.start] = sum(map(str.isdigit, literal))
        return found

    @cached_property
    def restated(self) -> frozenset[int]:
        """Where figures stand that say the one before them again: 0.6656万户，即6656户."""
        return frozenset(
            b.start
            for a, b in pairwise(self.quantities)
            if a.dimension == b.dimension
            and a.value.meets(b.value)
            and _AGAIN.fullmatch(self.text, a.end, b.start)
        )

    def year_of(self, moment: Moment) -> int | None:
        """The year of a moment, also of one told from the evaluated year; nothing if not known."""
        if moment.year is not None or moment.relative is None or self.year is None:
            return moment.year
        return self.year + moment.relative

    def _add_year_cues(self) -> None:
        """Years heard as cues: ``this-year`` the evaluated one, ``past-year`` those before it."""
        for moment in self.moments:
            offset = moment.relative
            if offset is None and moment.year is not None and self.year is not None:
                offset = moment.year - self.year
            if offset is not None and offset <= 0:
                name = "this-year" if offset == 0 else "past-year"
                self.cues.add(name, moment.start, moment.end)

    @cached_property
    def by_start(self) -> dict[int, Figure]:
        """The figure that begins at an offset."""
        return {figure.start: figure for figure in self.figures}

    @cached_property
    def by_dimension(self) -> dict[str, list[Quantity]]:
        """The quantities of each dimension, in order."""
        return _by_dimension(self.quantities)

    @cached_property
    def in_text(self) -> list[Quantity]:
        """The quantities that stand in no table whose columns are known, in order."""
        between = zip([0, *self._table_ends], [*self._table_starts, len(self.text)], strict=True)
        return [q for low, high in between for q in self.within(low, high)]

    @cached_property
    def text_by_dimension(self) -> dict[str, list[Quantity]]:
        """Those of each dimension, in order."""
        return _by_dimension(self.in_text)

    @cached_property
    def spoken(self) -> frozenset[int]:
        """Where small Chinese numerals begin: articles more often than numbers."""
        text = self.text
        return frozenset(
            q.start
            for q in self.quantities
            if not text[q.end - 2 : q.end].isascii()
            and q.printed <= _SPOKEN
            and not any(map(str.isdigit, text[q.start : q.end]))
        )

    @cached_property
    def gridded(self) -> frozenset[int]:
        """Where the quantities begin that stand in a table, in no cell that tells in sentences."""
        outside = {q.start for q in self.in_text}
        tabled = (q.start for q in self.quantities if q.start not in outside)
        return frozenset(start for start in tabled if not self._is_in_sentences(start))

    @cached_property
    def running(self) -> list[Quantity]:
        """The other quantities, those of running text, in order."""
        return [q for q in self.quantities if q.start not in self.gridded]

    @cached_property
    def pairs(self) -> list[str]:
        """Each character of the text with the next one."""
        return list(map(add, self.text, self.text[1:]))

    @cached_property
    def commonness(self) -> Counter[str]:
        """How often the report has each two neighbouring characters."""
        return Counter(self.pairs)

    def pairs_within(self, low: int, high: int) -> set[str]:
        """Each two neighbouring characters of a stretch of the text."""
        return set(self.pairs[low : max(low, high - 1)])

    @cached_property
    def tellings(self) -> Counter[float]:
        """How often each number is told, whatever it counts."""
        return Counter(map(self.size, self.quantities))

    @cached_property
    def cells(self) -> dict[int, tuple[TypedTable, Row]]:
        """The table and the row of each figure that fills a cell, by the figure's offset."""
        return {
            figure.start: (table, row)
            for table in self.tables
            for row in table.rows
            for figure in row.figures
            if figure is not None
        }

    def in_table(self, offset: int) -> bool:
        """Whether an offset lies in a table whose columns are known."""
        at = bisect_right(self._table_starts, offset)
        return at > 0 and offset < self._table_ends[at - 1]

    def in_grid(self, offset: int) -> bool:
        """Whether an offset lies in a table, and in no cell that tells in sentences."""
        return self.in_table(offset) and not self._is_in_sentences(offset)

    def _is_in_sentences(self, offset: int) -> bool:
        starts, ends = self._sentences
        at = bisect_right(starts, offset)
        return at > 0 and offset <= ends[at - 1]

    @cached_property
    def _sentences(self) -> tuple[list[int], list[int]]:
        """Where the blocks that tell in sentences begin and end."""
        told = [
            (b.start, b.end)
            for b in self.document.blocks
            if b.end - b.start >= _SHORT
            and _TOLD.search(self.text, b.start, min(b.end, b.start + _CELL))
        ]
        return [start for start, _ in told], [end for _, end in told]

    def in_target_section(self, offset: int) -> bool:
        """Whether an offset lies in a chapter of goals."""
        at = bisect_right(self._target_starts, offset)
        return at > 0 and offset < self._target_spans[at - 1][1]

    def within(self, low: int, high: int) -> list[Quantity]:
        """The quantities that lie within an interval of offsets."""
        places = self.places_within(low, high)
        return self.quantities[places.start : places.stop]

    def places_within(self, low: int, high: int) -> range:
        """Where such quantities stand among all."""
        return range(bisect_left(self._starts, low), bisect_left(self._starts, high))

    def last_before(self, quantity: Quantity, count: int) -> list[Quantity]:
        """The last so many quantities before one, in order."""
        at = self._place(quantity)
        return self.quantities[max(0, at - count) : at]

    def _place(self, quantity: Quantity) -> int:
        """Where a figure stands among all, or would: what looks like a code is one in a table."""
        return bisect_left(self._starts, quantity.start)

    def before(self, offset: int) -> Quantity | None:
        """The last quantity that begins before an offset."""
        at = bisect_left(self._starts, offset)
        return self.quantities[at - 1] if at else None

    def led_by(self, words: re.Pattern[str], reach: int) -> list[Quantity]:
        """The quantities that begin at most ``reach`` characters behind some words, in order."""
        hits = (match.span() for match in words.finditer(self.text))
        near = {q.start: q for low, high in hits for q in self.within(low, high + reach + 1)}
        return [near[start] for start in sorted(near)]

    def last(self, words: re.Pattern[str], low: int, high: int) -> re.Match[str] | None:
        """The last match of some words in a stretch of the text."""
        return next(iter(deque(words.finditer(self.text, low, high), maxlen=1)), None)

    def behind_last(self, marks: str, low: int, high: int) -> int:
        """Where the last of some marks of a stretch ends, else where the stretch begins."""
        return max(low, *(self.text.rfind(mark, low, high) + 1 for mark in marks))

    def around(self, quantity: Quantity, low: int, high: int) -> list[Quantity]:
        """The quantities within an interval that are nearest to one of it, in order, without it."""
        at, behind = self._place(quantity), bisect_right(self._starts, quantity.start)
        first = max(bisect_left(self._starts, low), at - _MOST_BEFORE)
        last = min(bisect_left(self._starts, high), at + 1 + _MOST_BEHIND)
        return [*self.quantities[first:at], *self.quantities[behind:last]]

    def lead(self, quantity: Quantity) -> tuple[int, int]:
        """The words that lead to a figure: from the figure or clause before it, at most 40.

        In 占总支出120万元的30% the words before 120万元 lead to 30% too.
        """
        found = self._leads.get(quantity.start)
        if found is None:
            found = self._leads[quantity.start] = self._lead(quantity)
        return found

    def _lead(self, quantity: Quantity) -> tuple[int, int]:
        start, i = quantity.start, self._place(quantity)
        low, _ = self.windows.bounds("clause", start)
        if i:
            before = self.quantities[i - 1]
            of_it = before.start >= low and _OF_IT.fullmatch(self.text, before.end, start)
            if of_it and i > 1:
                low = max(low, self.quantities[i - 2].end)
            low = max(low, before.start - REACH // 2) if of_it else max(low, before.end)
        low = max(low, start - REACH)
        if self.text.find(":", low, start) >= 0:
            low = max(
                (colon.end() for colon in _YEARLY.finditer(self.text, low, start)), default=low
            )
        return low, start

    def own_lead(self, quantity: Quantity, most: int = REACH) -> tuple[int, int]:
        """The lead, but never the words before another figure, and at most so many characters."""
        found = self._own_leads.get(quantity.start)
        if found is None:
            low, high = self.lead(quantity)
            i = self._place(quantity)
            low = max(low, self.quantities[i - 1].end) if i else low
            found = self._own_leads[quantity.start] = low, high
        return found if most == REACH else (max(found[0], found[1] - most), found[1])

    def own_words(self, quantity: Quantity, most: int = REACH) -> str:
        """The words of its own lead."""
        return self.text[slice(*self.own_lead(quantity, most))]

    def heard(self, quantity: Quantity) -> dict[str, tuple[int, int]]:
        """Of each set of cues the word nearest before a figure in its lead, as (start, end)."""
        found = self._heard.get(quantity.start)
        if found is None:
            own = self._respective.get(quantity.start) or self.lead(quantity)
            found = self._heard[quantity.start] = self.cues.within(*own)
            low, _ = self.windows.bounds("clause", quantity.start)
            before = before_aside(self.text, low, quantity.start)
            if before is not None:
                found |= {k: v for k, v in self.cues.within(*before).items() if k not in found}
            if "from-words" in found and _VIEWED.match(self.text, found["from-words"][0]):
                del found["from-words"]
        return found

    @cached_property
    def _respective(self) -> dict[int, tuple[int, int]]:
        """Of figures in a row with as many names before all of them, where each one's name is."""
        found: dict[int, tuple[int, int]] = {}
        words = chain.from_iterable(word.finditer(self.text) for word in _RESPECTIVELY)
        for word in sorted(words, key=re.Match.start):
            at = bisect_left(self._starts, word.end())
            if at < len(self.quantities):
                low, _ = self.windows.bounds("clause", word.start())
                found.update(respective_names(self.text, low, self.quantities, at))
        return found

    def trail(self, quantity: Quantity) -> tuple[int, int]:
        """The words after a figure, to the next figure or the end of the clause."""
        _, high = self.windows.bounds("clause", quantity.start)
        behind = bisect_right(self._starts, quantity.start)
        if behind < len(self.quantities):
            high = min(high, self.quantities[behind].start)
        return quantity.end, max(quantity.end, min(high, quantity.end + REACH))

    def label(self, quantity: Quantity) -> str | None:
        """The noun phrase that names a figure, or nothing where none stands there."""
        counted = quantity.dimension.startswith("count:") or quantity.dimension in (
            "person",
            "household",
        )
        low, start = self.lead(quantity)
        return label.label(self.text, low, start, quantity.end, self.trail(quantity)[1], counted)


def _by_dimension(quantities: Iterable[Quantity]) -> dict[str, list[Quantity]]:
    found: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        found.setdefault(quantity.dimension, []).append(quantity)
    return found


def _looseness(figure: Quantity) -> float:
    value = figure.value
    if not (value.low.is_finite() and value.high.is_finite()) or not figure.printed:
        return 1.0
    return float((value.high - value.low) / abs(figure.printed)) + 1e-9
