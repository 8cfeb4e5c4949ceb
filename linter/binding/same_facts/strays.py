"""A figure that the text alone tells, and the cell of its name whose figure the table alone tells.

What is told in both places is told there with one value; where one of the two was mistyped, each
value stands alone. So few digits suffice to see the slip, which alone would tell nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from decimal import Decimal
from itertools import accumulate, chain, islice, product
from operator import add

from msgspec import Struct

from linter.binding.names import LEFT_OUT, OTHER_TIME, PLANNED, is_told
from linter.binding.slips import are_a_slip_apart
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval, exactly
from linter.regexes.late import regex

ASIDE = regex(
    r"其中|分别|[第每][一二三四五六七八九十\d]|寄宿|新增|送审|[镇乡村男女]|街道|残疾|脱贫|贫困|低保|党员|民族"
    r"|(?<!其)中(?![小央学职])|[初复]|抽[查检样]|电话|网|增|减|[多少超差缺欠余剩未没尚返占]|平均|若|如果"
)
"""Before a figure that is of a part, of another look at it, or says how far it is from another."""
_BEFORE, _BEHIND = 40, 14
_ENOUGH = 0.6
_SHORT = 1
"""So many pairs of characters has a name that must stand right before its figure (泵站)."""
_NEXT = regex("[、和][\u4e00-\u9fff]{2}")
"""Before a figure: another name than that of the one before it, 东镇268亩、西镇162亩."""
_BOUND = regex("(?:达到|超过|高于|低于|不足|满)$")
"""Before a figure of what is counted by it: 达到165公斤的有3个镇."""
_NEAR = Decimal("0.9"), Decimal("1.1")
"""How near to a limit what it is said of is taken to be."""
_ROW = 8
"""How many figures to each side of one are added up with it."""
_CELLS = 400
"""Of more cells whose names share words with a figure's no others are looked at."""


class Cell(Struct, frozen=True):
    """A figure of a table with the pairs of its row's and its column's name."""

    figure: Quantity
    row: frozenset[str]
    column: frozenset[str]
    planned: bool


class Strays:
    """The cells that tell what is, and whose figures the text tells nowhere."""

    def __init__(self, facts: Facts, cells: Iterable[Cell]) -> None:
        self._facts = facts
        told = {(q.dimension, facts.size(q)) for q in facts.in_text}
        self._of: dict[str, list[Cell]] = defaultdict(list)
        self._dimensions: set[str] = set()
        for cell in cells:
            key = cell.figure.dimension, facts.size(cell.figure)
            if not cell.column and not cell.planned and key not in told:
                self._dimensions.add(cell.figure.dimension)
                for pair in cell.row:
                    self._of[pair].append(cell)

    def namesake(self, figure: Quantity) -> Quantity | None:
        """The one cell whose name a figure of the text has, and its value but for a slip."""
        facts = self._facts
        if figure.dimension not in self._dimensions or not is_told(facts, figure):
            return None
        low, high = facts.windows.around("clause", figure.start, figure.end, _BEFORE, _BEHIND)
        lead, _ = facts.own_lead(figure)
        own = facts.text[lead : figure.start]
        if _NEXT.match(own):
            low = max(low, lead)
        words = self._of.keys() & facts.pairs_within(low, high)
        if not words or (_BOUND.search(own) and facts.text.startswith("的", figure.end)):
            return None
        unlike = (OTHER_TIME, LEFT_OUT)
        if PLANNED.search(own) or any(w.search(facts.text, low, figure.start) for w in unlike):
            return None
        if LEFT_OUT.search(facts.text, low, figure.start):
            return None
        every = chain.from_iterable(self._of[pair] for pair in sorted(words))
        named = list(islice(every, _CELLS))
        shared = Counter(cell.figure.start for cell in named)
        cells = {cell.figure.start: cell for cell in named}
        found = [
            cell.figure
            for start, cell in cells.items()
            if shared[start] >= _ENOUGH * len(cell.row)
            and _is_of_it(own, cell.row)
            and _is_slip(facts, figure, cell.figure)
            and not is_part(facts, figure, cell.figure)
        ]
        return found[0] if len(found) == 1 else None


def about(figure: Quantity) -> Interval:
    """What a figure stands for, and a limit (≥90%, 超过310户) for what is near to it.

    Nearly every sum would come to all that a limit allows.
    """
    low, high = sorted(figure.printed * side for side in _NEAR)
    return Interval(max(low, figure.value.low), min(high, figure.value.high))


def is_part(facts: Facts, figure: Quantity, whole: Quantity) -> bool:
    """Whether a figure and those before and behind it in the sentence come to a whole."""
    around = facts.around(figure, *facts.windows.bounds("sentence", figure.start))
    alike = [f for f in around if f.dimension == figure.dimension]
    sides = (
        [f for f in alike if f.start < figure.start][::-1],
        [f for f in alike if f.start > figure.start],
    )
    before, behind = (
        list(accumulate(map(about, side[:_ROW]), add, initial=exactly(0))) for side in sides
    )
    return any(about(whole).meets(figure.value + a + b) for a, b in product(before, behind))


def _is_of_it(own: str, row: frozenset[str]) -> bool:
    """Whether the words right before a figure may name a row, and no part of what it is of."""
    if len(row) == _SHORT and not own.lstrip("、,，;。").startswith(tuple(row)):
        return False
    return not {*ASIDE.findall(own)} - row - {*"".join(row)}


def _is_slip(facts: Facts, figure: Quantity, other: Quantity) -> bool:
    """Whether one slip of the hand makes one of two figures of a kind the other."""
    alike = figure.dimension == other.dimension
    return alike and are_a_slip_apart(figure, other, facts.text)
