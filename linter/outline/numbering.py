"""What is irregular in the numbering of headings, and of items inside a paragraph.

Numbers that people wrote are read with charity: a list may restart, go on from the one before, or
begin in the middle because its first items stand in running text. Told is only what no such reading
explains; where one wrong number explains two breaks, one is told.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from linter.model import Document, Marker, Outline, Section, Span
from linter.outline.inline_lists import inline_runs
from linter.outline.markers import KIN, ordinal
from linter.regexes.late import regex

Kind = Literal["repeated", "skipped", "backwards", "level-skipped", "inverted", "style"]

_RANK = {"一、": 1, "（一）": 2, "1.": 3, "1、": 3, "（1）": 4, "1)": 4}
"""The order of levels in official documents (GB/T 9704)."""

_OF_RANK = {2: "（一）", 3: "1.", 4: "（1）", 5: "①"}
"""Which style a level has; below the lowest are circled numbers."""
_HEADS = frozenset((*_RANK, "第一章", "第一部分", "第一节"))
_SHORT, _FAR = 30, 5000
_DOTTED = regex(r"(?<![\d.])\d+(?:\.\d+)+(?![\d.])")
_END_MARKS = frozenset("。；;：:，,！!？?、")

_POINT = r"[.、](?!\d(?!\d{3}年))"
"""Behind 1, which is no decimal: 1.2017年度汇总表."""
_CLOSING = {
    "一、": "[、.]", "（一）": r"\)", "1.": _POINT, "1、": _POINT, "（1）": r"\)",
    "1)": r"\)", "其一": "[，,、:是]", "第一，": "[，,、:]",
}  # fmt: skip
"""What must follow a number in running text, by style, for it to be an item's."""

_FOLDED = str.maketrans("（）：", "():")

_Parted = Callable[[int], bool]


class Irregularity(Struct, frozen=True, gc=False):
    """A marker (``start``–``end``) that breaks its numbering.

    ``expected`` and ``found`` are markers as written; for ``level-skipped``, ``expected`` is the
    first marker of the missing level, for ``inverted`` of a lower one. ``other`` is what it was
    compared with: the item before it, the one after where it is the first, the heading above for a
    skipped level.
    """

    kind: Kind
    start: int
    end: int
    expected: str
    found: str
    other: Span | None = None


class _Item(Struct, frozen=True, gc=False):
    """A marker in its list; ``last`` is the value that its own paragraph counts on to."""

    marker: Marker
    last: int
    head: bool = False
    parent: int = -1


def irregularities(document: Document, outline: Outline) -> tuple[Irregularity, ...]:
    """All that is irregular, in order of place."""
    runs = inline_runs(document)
    found = [told for run in runs for told in _in_run(document.folded, run)]
    found += _Headings(document, outline, runs).irregularities()
    once = {(told.start, told.kind): told for told in found}
    return tuple(once[key] for key in sorted(once))


def _in_run(folded: str, run: Sequence[Marker]) -> list[Irregularity]:
    items = [_Item(marker, marker.value) for marker in run]
    found = list(_in_list(folded, items, _anywhere))
    odd = [m.start for at, m in enumerate(run, run[0].value) if m.value != at]
    if len(odd) == 1:
        return [irregular for irregular in found if irregular.start == odd[0]]
    # what breaks in every other place is no list but a row of references
    return found if len(found) <= max(1, len(run) // 3) else []


def _anywhere(_at: int) -> bool:
    """Inside a paragraph, a list may restart at any item."""
    return True


class _Headings:
    """The numbered sections of one outline, list by list."""

    def __init__(
        self, document: Document, outline: Outline, runs: Iterable[Sequence[Marker]]
    ) -> None:
        self._folded = document.folded
        self._sections = outline.sections
        self._numbered = {s.start for s in outline.sections if s.marker}
        self._blocks = [b for b in document.blocks if b.kind != "cell"]
        self._starts = [b.start for b in self._blocks]
        self._last = {run[0].start: run[-1].value for run in runs}

    def irregularities(self) -> Iterator[Irregularity]:
        """Lists that break, styles that change inside a list, levels that are left out."""
        for items, before in self._lists():
            if before != items[0].marker.value - 1:
                yield from self._first(items)
            yield from _in_list(self._folded, items, partial(self._parted, items))
            yield from _styles(items)
        yield from self._levels()
        yield from self._gaps()
        yield from self._inverted()

    def _lists(self) -> Iterator[tuple[list[_Item], int]]:
        """Each list, with the value that its style had last, before it began."""
        lists: dict[tuple[int, str, str], list[_Item]] = {}
        before: dict[int, int] = {}
        latest: dict[str, int] = {}
        for section in self._sections:
            marker = section.marker
            if marker is None:
                continue
            item = self._item(section, marker)
            key = (section.parent, marker.style, _prefix(marker))
            if key not in lists:
                kin = lists.get((section.parent, KIN.get(marker.style, ""), ""))
                goes_on = kin is not None and kin[-1].last == marker.value - 1
                lists[key] = kin if kin is not None and goes_on else []
            if not lists[key]:
                before[id(lists[key])] = latest.get(marker.style, 0)
            lists[key].append(item)
            latest[marker.style] = item.last
        for items in {id(items): items for items in lists.values()}.values():
            yield items, before[id(items)]

    def _item(self, section: Section, marker: Marker) -> _Item:
        head = marker.style in _HEADS and not section.inline
        return _Item(marker, self._last.get(marker.start, marker.value), head, section.parent)

    def _first(self, items: Sequence[_Item]) -> Iterator[Irregularity]:
        """A list of headings that begins with 2, where no 1 stands in the text before it."""
        item = items[0]
        if not item.head or item.marker.value != 2 or _odd(items, 0, 1):
            return
        since = self._sections[item.parent].start if item.parent >= 0 else 0
        if not _occurs(self._folded, item.marker.style, 1, since, item.marker.start):
            yield _told("skipped", item, 1, None)

    def _parted(self, items: Sequence[_Item], at: int) -> bool:
        """Whether an unnumbered heading may stand before an item, so that it may restart."""
        low = bisect_right(self._starts, items[at - 1].marker.start)
        high = bisect_right(self._starts, items[at].marker.start - 1)
        return any(
            block.end - block.start <= _SHORT
            and block.start not in self._numbered
            and self._folded[block.end - 1] not in _END_MARKS
            for block in self._blocks[low:high]
        )

    def _has_text(self, section: Section) -> bool:
        return not section.inline and "。" in self._folded[section.title_end : section.end]

    def _item_lists(self) -> set[tuple[int, str]]:
        """The lists of items, of which the first end with a semicolon, by what they stand below."""
        return {
            (section.parent, section.marker.style)
            for section in self._sections
            if section.marker and self._folded.startswith(";", section.title_end - 1)
        }

    def _levels(self) -> Iterator[Irregularity]:
        """Levels left out, once for each pair of styles.

        1. may follow 一、 where there is no （一） at all, and as a list of single lines, of which
        the first end with a semicolon. （1） may not, but as such a list.
        """
        used = {s.marker.style for s in self._sections if s.marker}
        told = set()
        items = self._item_lists()
        for section in self._sections:
            above = self._sections[section.parent].marker if section.parent >= 0 else None
            marker = section.marker
            if marker is None or above is None or (above.style, marker.style) in told:
                continue
            rank = _RANK.get(above.style, 9)
            if _RANK.get(marker.style, 0) - rank < 2:
                continue
            missing = _OF_RANK[rank + 1]
            listed = (section.parent, marker.style) in items or not self._has_text(section)
            steps = _RANK[marker.style] - rank
            if rank == 1 and ((missing not in used and steps == 2) or listed):
                continue
            told.add((above.style, marker.style))
            other = Span.of(above)
            yield Irregularity(
                "level-skipped", marker.start, marker.end, ordinal(missing, 1), marker.text, other
            )

    def _gaps(self) -> Iterator[Irregularity]:
        """2.1.1 where there is no 2.1, in a text that has numbers like 1.1; once for each 2.1."""
        known: set[str] = set()
        highest = 99
        for section in self._sections:
            marker = section.marker
            if marker is None or not _is_multi(marker):
                continue
            above = _prefix(marker)
            # 2.1.3 without 2.1.1 is no first of a level, but what a version is called
            if highest <= above.count(".") and above not in known and marker.value == 1:
                known.add(above)
                if not _stands(self._folded, above, marker.start):
                    yield Irregularity(
                        "level-skipped", marker.start, marker.end, above, marker.text, None
                    )
            known.add(marker.text.rstrip(".、 "))
            highest = min(highest, above.count(".") + 1)

    def _inverted(self) -> Iterator[Irregularity]:
        """一、 and 二、 between （三） and （四）: a higher level's numbers below a lower one's."""
        heads = [
            s.marker
            for s in self._sections
            if s.marker and s.marker.style in _RANK and not s.inline
        ]
        chapter = False
        for at, (above, marker) in enumerate(pairwise(heads)):
            rank = _RANK[above.style]
            chapter = chapter or rank == 1
            if _RANK[marker.style] >= rank or marker.value != 1 or (rank > 2 and not chapter):
                continue
            behind = (heads[n] for n in range(at + 2, len(heads)))
            after = next(
                (m for m in behind if _RANK[m.style] <= rank and not _of_one_level(m, marker)), None
            )
            if after and _of_one_level(after, above) and after.value == above.value + 1:
                right = ordinal(_OF_RANK[rank + 1], 1)
                other = Span.of(above)
                yield Irregularity("inverted", marker.start, marker.end, right, marker.text, other)


def _of_one_level(marker: Marker, other: Marker) -> bool:
    return _RANK[marker.style] == _RANK[other.style]


def _stands(folded: str, number: str, end: int) -> bool:
    """Whether a number like 2.1 stands somewhere before a place, be it a figure's."""
    found = _DOTTED.finditer(folded, end - _FAR, end)
    return any(match[0] == number for match in found)


def _in_list(folded: str, items: Sequence[_Item], parted: _Parted) -> Iterator[Irregularity]:
    """Breaks in one list; ``parted(n)`` says whether item n may begin a list of its own."""
    if _odd(items, 0, 1):
        kind: Kind = "repeated" if items[0].marker.value == 2 else "skipped"
        yield _told(kind, items[0], 1, items[1])
        before = 1
    else:
        before = items[0].last
    for at in range(1, len(items)):
        item, expected = items[at], before + 1
        value = item.marker.value
        before = item.last
        if value == expected:
            continue
        odd = _odd(items, at, expected)
        kind = "repeated" if value < expected else "skipped"
        if value < expected - 1:
            kind = "backwards"
        if odd:
            before = expected
        elif _excused(folded, items, at, expected, parted):
            continue
        yield _told(kind, item, expected, items[at - 1])


def _odd(items: Sequence[_Item], at: int, expected: int) -> bool:
    """Whether all would be well if this one item had the number expected."""
    if items[at].marker.value == expected or at + 1 >= len(items):
        return False
    return items[at + 1].marker.value == expected + 1


def _excused(folded: str, items: Sequence[_Item], at: int, expected: int, parted: _Parted) -> bool:
    item, before = items[at], items[at - 1]
    value = item.marker.value
    if value == 1:
        again = expected == 2 and item.head and before.head
        return not again or parted(at)
    missing = expected if value > expected else value - 1
    if _occurs(folded, item.marker.style, missing, before.marker.end, item.marker.start):
        return True
    return value < expected - 1 and parted(at)


def _occurs(folded: str, style: str, value: int, start: int, end: int) -> bool:
    """Whether the number of an item stands in running text between two places.

    What heads a line may be it though a figure follows: 3.2型糖尿病患者.
    """
    written = ordinal(style, value).translate(_FOLDED).strip("(（.、，,:)）")
    number, closing = re.escape(written), _CLOSING.get(style, "")
    pattern = re.compile(rf"(?<![\d.一二三四五六七八九十]){number}{closing}|(?<=\n){number}\.\d")
    return pattern.search(folded, start, end) is not None


def _styles(items: Sequence[_Item]) -> Iterator[Irregularity]:
    """Items whose marker is written otherwise than the list's first (1. 2、 3.)."""
    style = items[0].marker.style
    for before, item in pairwise(items):
        if item.marker.style != style:
            expected = ordinal(style, item.marker.value)
            marker, other = item.marker, before.marker
            yield Irregularity(
                "style", marker.start, marker.end, expected, marker.text,
                Span.of(other),
            )  # fmt: skip


def _told(kind: Kind, item: _Item, expected: int, other: _Item | None) -> Irregularity:
    marker = item.marker
    span = Span.of(other.marker) if other else None
    written = ordinal(marker.style, expected)
    if _is_multi(marker):
        written = f"{_prefix(marker)}.{expected}"
    return Irregularity(kind, marker.start, marker.end, written, marker.text, span)


def _is_multi(marker: Marker) -> bool:
    return marker.style.startswith("1.1")


def _prefix(marker: Marker) -> str:
    """1.2 of 1.2.3."""
    return marker.text.rstrip(".、 ").rpartition(".")[0] if _is_multi(marker) else ""
