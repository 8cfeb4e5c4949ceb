"""Lists whose parts do not stand side by side, before or behind their total.

Each thing with two figures or three (甲预算300万元、支出290万元；乙预算200万元、支出195万元，合计支出
485万元): the total is of one kind of them. Parts of a part (设备费200万元，其中进口120万元；材料费195万
元，共395万元) are left out, as are those that come to the figure before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from linter.binding.sums.row import Row
from linter.binding.sums.wholes import shared_end
from linter.binding.sums.words import Words
from linter.late import regex

_STRIDES, _APART = (2, 3), 3
"""How many figures each thing has; how far from the total the last of its parts may stand."""
_FEWEST, _MOST = 2, 12
_NAME = regex(r"(?P<name>[^,，;。、:()\d]*?)(?:分别)?[为是有达了共:约]*$")
_NESTED = regex(r"其中|(?<!包)含")
_ENDS, _ITEM = regex("[;。]"), regex(r"(?:[、和及]|以及)[^,，;。、\d]*")


class Interleaved:
    """The lists of one row whose parts other figures part; ``i`` is the place of their total."""

    def __init__(self, row: Row, words: Words) -> None:
        self._row, self._words = row, words
        self._names: dict[int, str] = {}

    def holding(self, i: int, *, ahead: bool) -> list[int] | None:
        """The parts on one side that add up to a total, if any do."""
        found = (*self._of_each(i, ahead), *self._outer(i, ahead))
        return next((choice for choice in found if self._row.holds(i, sorted(choice))), None)

    def _side(self, i: int, ahead: bool) -> list[int]:
        """The figures on one side, the nearest first, as deep in brackets as the total."""
        depths = self._row.depths
        places = range(i + 1, len(depths)) if ahead else range(i - 1, -1, -1)
        level = takewhile(lambda k: depths[k] >= depths[i], places[: 2 * _MOST])
        return [k for k in level if depths[k] == depths[i]]

    def _of_each(self, i: int, ahead: bool) -> Iterator[list[int]]:
        """Every second figure or third, where their names tell them from those between."""
        side = self._side(i, ahead)
        for stride in _STRIDES:
            for first in range(_APART):
                places = side[first::stride]
                for count in range(_FEWEST, len(places) + 1):
                    choice = places[:count]
                    if self._row.holds(i, choice) and self._are_told_apart(side, choice, stride):
                        yield choice

    def _are_told_apart(self, side: Sequence[int], choice: Sequence[int], stride: int) -> bool:
        """Whether the parts alone end on a word, or all the figures between them do."""
        low, high = side.index(choice[0]), side.index(choice[-1])
        around = range(max(0, low - stride + 1), min(len(side), high + stride))
        slots = [[side[n] for n in around if (n - low) % stride == slot] for slot in range(stride)]
        own, *others = ([self._name(k) for k in slot] for slot in slots)
        return _is_marked(own, [n for other in others for n in other]) or all(
            _is_marked(other, own) for other in others
        )

    def _name(self, k: int) -> str:
        found = self._names.get(k)
        if found is None:
            lead = self._words.facts.own_lead(self._words.figures[k])
            match = _NAME.search(self._words.text, *lead)
            found = self._names[k] = match["name"] if match else ""
        return found

    def _outer(self, i: int, ahead: bool) -> Iterator[list[int]]:
        """The figures of a side without those that are parts of others of them."""
        side = self._side(i, ahead)
        ordered = side if ahead else side[::-1]
        nested = [k for k in ordered[ahead:] if self._is_nested(k)]
        for inner in (
            set(nested),
            {k for first in nested for k in self._going_on(first, ordered, joined=True)},
            {k for first in nested for k in self._going_on(first, ordered, joined=False)},
            self._made_up(ordered[:-1] if ahead else ordered),
        ):
            kept = [k for k in side if k not in inner] if inner else []
            for count in range(_FEWEST, min(len(kept), _MOST) + 1):
                yield kept[:count]

    def _is_nested(self, k: int) -> bool:
        figures = self._words.figures
        low, high = self._words.facts.own_lead(figures[k])
        return _NESTED.search(self._words.text, low, high) is not None

    def _going_on(self, first: int, ordered: Sequence[int], *, joined: bool) -> Iterator[int]:
        """A part of a part with those behind it, as far as 、 joins them, or to a semicolon."""
        behind = ordered[ordered.index(first) :]
        yield first
        for a, b in pairwise(behind):
            gap = self._words.figures[a].end, self._words.figures[b].start
            item = _ITEM.fullmatch(self._words.text, *gap)
            if not item if joined else _ENDS.search(self._words.text, *gap):
                return
            yield b

    def _made_up(self, ordered: Sequence[int]) -> set[int]:
        """The parts of each figure that those right behind it come to."""
        inner = set[int]()
        for at, k in enumerate(ordered):
            for count in range(_FEWEST, len(ordered) - at):
                behind = [*ordered[at + 1 : at + 1 + count]]
                if k not in inner and self._row.holds(k, behind):
                    inner |= {*behind}
                    break
        return inner


def _is_marked(names: Sequence[str], others: Sequence[str]) -> bool:
    """Whether names end on a word that none of the others ends on."""
    end = shared_end(names) if len(names) >= _FEWEST else ""
    return bool(end) and not any(other.endswith(end) for other in others)
