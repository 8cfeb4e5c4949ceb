"""Lists whose parts do not stand side by side, before or behind their total.

Each thing with two figures or three (甲预算300万元、支出290万元；乙预算200万元、支出195万元，合计支
出485万元): the total is of one kind of them. Parts of a part (设备200万元，其中进口120万元；材料195
万元，共395万元) are left out, as are those that come to the figure before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, takewhile

from linter.binding.sums.kinds import shared_end
from linter.binding.sums.lists.candidate import Candidate
from linter.binding.sums.lists.row import Row
from linter.regexes.late import regex

_STRIDES, _APART = (2, 3), 3
"""How many figures each thing has; how far from the total the last of its parts may stand."""
_FEWEST, _MOST, _PAIRED, _TELLING = 2, 12, 4, 2
_NAME = regex(r"(?P<name>[^,，;。、:()\d]*?)(?:分别)?[为是有达了共:约的]*$")
_NESTED = regex(r"其中|(?<!包)含")
_ENDS, _ITEM = regex("[;。]"), regex(r"(?:[、和及]|以及)[^,，;。、\d]*")


def holding_apart(row: Row, i: int, *, ahead: bool) -> list[int] | None:
    """The parts on one side that add up to a total, if any do."""
    found = chain(_of_each(row, i, ahead), _outer(row, i, ahead))
    return next((sorted(choice) for choice in found if row.holds(i, choice)), None)


def of_kind(candidate: Candidate) -> list[int] | None:
    """The parts of a run that are called like the total, where each thing has several figures.

    None where it has not; an empty list where it is not told which of them the total is of.
    """
    row, i = candidate.row, candidate.i
    run = sorted(_side(row, i, candidate.ahead)[: max(len(candidate.choice), _PAIRED)])
    for stride in _STRIDES:
        if len(run) < _FEWEST * stride or len(run) % stride:
            continue
        slots = [run[n::stride] for n in range(stride)]
        names = [[row.once(_name, k) for k in slot] for slot in slots]
        ends = [
            _mark(own, [n for other in names for n in other if other is not own]) for own in names
        ]
        told = [len(end) >= _TELLING for end in ends]
        if all(ends) or any(told):
            lead = row.lead(i)
            found = (slot for slot, end in zip(slots, ends, strict=True) if end and end in lead)
            return next(found, [] if all(told) else None)
    return None


def listed(row: Row, i: int) -> list[int]:
    """The parts of a sentence before its total without the parts of these, if it has any."""
    low, _ = row.sentence(row.figures[i])
    ordered = [k for k in _side(row, i, False)[::-1] if row.figures[k].start >= low]
    nested = [k for k in ordered if row.is_led(k, _NESTED)]
    inner = {k for first in nested for k in _going_on(row, first, ordered, joined=True)}
    return [k for k in ordered if k not in inner] if inner else []


def _side(row: Row, i: int, ahead: bool) -> list[int]:
    """The figures of the next sentence on one side, nearest first, as deep as the total."""
    depths, figures = row.depths, row.figures
    places = (range(i + 1, len(depths)) if ahead else range(i - 1, -1, -1))[: 2 * _MOST]
    if not places:
        return []
    low, high = row.sentence(figures[places[0]])
    level = takewhile(lambda k: depths[k] >= depths[i], places)
    return [k for k in level if depths[k] == depths[i] and low <= figures[k].start < high]


def _of_each(row: Row, i: int, ahead: bool) -> Iterator[list[int]]:
    """Every second figure or third, where their names tell them from those between."""
    side = _side(row, i, ahead)
    for stride in _STRIDES:
        for first in range(_APART):
            for choice in _reaching(row, i, side[first::stride]):
                if _are_told_apart(row, side, choice, stride):
                    yield choice


def _reaching(row: Row, i: int, places: Sequence[int]) -> Iterator[list[int]]:
    """The first so many of some figures that may come to a total, as floating point tells."""
    lows, highs, slack = row.lows, row.highs, row.slack(i)
    low = high = 0.0
    for count, k in enumerate(places[:_MOST], 1):
        low, high = low + lows[k], high + highs[k]
        if count >= _FEWEST and high >= lows[i] - slack and low <= highs[i] + slack:
            yield [*places[:count]]


def _are_told_apart(row: Row, side: Sequence[int], choice: Sequence[int], stride: int) -> bool:
    """Whether the parts alone end on a word, or all the figures between them do."""
    low, high = side.index(choice[0]), side.index(choice[-1])
    around = range(max(0, low - stride + 1), min(len(side), high + stride))
    slots = [[side[n] for n in around if (n - low) % stride == slot] for slot in range(stride)]
    own, *others = ([row.once(_name, k) for k in slot] for slot in slots)
    return bool(_mark(own, [n for other in others for n in other])) or all(
        _mark(other, own) for other in others
    )


def _name(row: Row, k: int) -> str:
    """What a figure is called."""
    match = _NAME.search(row.text, *row.facts.own_lead(row.figures[k]))
    return match["name"] if match else ""


def _outer(row: Row, i: int, ahead: bool) -> Iterator[list[int]]:
    """The figures of a side without those that are parts of others of them."""
    side = _side(row, i, ahead)
    ordered = side if ahead else side[::-1]
    nested = [k for k in ordered[ahead:] if row.is_led(k, _NESTED)]
    for inner in (
        set(nested),
        {k for first in nested for k in _going_on(row, first, ordered, joined=True)},
        {k for first in nested for k in _going_on(row, first, ordered, joined=False)},
        _made_up(row, ordered[:-1] if ahead else ordered),
    ):
        if inner:
            yield from _reaching(row, i, [k for k in side if k not in inner])


def _going_on(row: Row, first: int, ordered: Sequence[int], *, joined: bool) -> Iterator[int]:
    """A part of a part with those behind it, as far as 、 joins them, or to a semicolon."""
    yield first
    for a, b in pairwise(ordered[ordered.index(first) :]):
        gap = row.between(a, b)
        if not _ITEM.fullmatch(gap) if joined else _ENDS.search(gap):
            return
        yield b


def _made_up(row: Row, ordered: Sequence[int]) -> set[int]:
    """The parts of each figure that those right behind it come to."""
    inner = set[int]()
    for at, k in enumerate(ordered):
        if k not in inner:
            behind = _reaching(row, k, ordered[at + 1 :])
            inner |= {*next((run for run in behind if row.holds(k, run)), ())}
    return inner


def _mark(names: Sequence[str], others: Sequence[str]) -> str:
    """The word that names end on, where none of the others does."""
    end = shared_end(names) if len(names) >= _FEWEST else ""
    return "" if any(other.endswith(end) for other in others) else end
