"""A figure that nothing around it makes, told once, a slip away from one that is told elsewhere.

管5个乡镇，24160户, but 地力补了42160户 further on: a figure that no rule has computed anew, that
fits nothing around it and is told but once is seldom one slip away from another by chance, and the
seldomer the more digits the slip shows in, the oftener the other is told, the more the words around
both say that they are one fact, and the more of the figures beside it only tell others again. What
makes two facts of them is in ``same_kind``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.misfits.around import PURE
from linter.binding.misfits.chance import may_fit
from linter.binding.misfits.place import Place
from linter.binding.same_facts.qualified import is_of_a_total
from linter.binding.same_facts.recaps import Recaps
from linter.binding.same_facts.restated import tells_how_far
from linter.binding.same_facts.same_kind import (
    are_of_one_kind,
    are_of_one_subject,
    are_of_one_time,
    is_borne_out,
)
from linter.binding.same_facts.slip_index import Twin, may_be_told, slip_index
from linter.binding.same_facts.strays import is_part
from linter.binding.same_facts.table_mates import TableMates
from linter.binding.same_facts.weights import Weights
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_NOT = ("number", "score")
"""A table's bare number may be of anything, and marks have rules of their own."""
_OF_MARKS = ("score-rate", "shift")
_EACH = regex(r"[每均](?![年已])[^,，;。:、\d]{0,5}$")
"""Before what each gets: such prices lie close together."""
_TOTAL, _SHORT = regex("(?:一共|合计|共计|总共)[^,，;。\\d]{0,3}$"), 2
"""Before a sum of others, of which figures with so few digits are told nowhere else."""
_NEEDED = {
    "swap": (9.9, 1.0, 0.35, 0.15, 0.0),
    "digit": (9.9, 3.0, 1.0, 0.6, 0.0),
    "drop": (9.9, 2.5, 0.6, 0.0),
    "unit": (9.9, 0.6, 0.15, 0.0),
}
"""How much the words must tell, by what keeps two figures apart, of 1, 2, … digits and more."""
_AGAIN = 0.5
"""How much less will do where the other figure is told more than once."""
_MATE = 0.8
"""How much less will do where a figure beside it is of the row or the column of the other."""
_BARE = 1.0
"""How much more is needed where the other figure has no unit, but of a swap among like words."""
_AMPLE = 1.5
"""Where words tell so much more than they must, the months named beside a figure tell nothing."""
_RARE, _CONCLUSIVE = 4, 5
"""With so many digits only another time, stage or place makes two facts of two, and with so many
not even that the sentence tells the other figure too."""
_NEAR, _CLOSE = 0.1, 1.0
"""Figures often differ by so small a part, and how much more is needed there."""
_OF_BASE = regex("(?:为|作)(?:底|底数|基数|分母)[^,，;。\\d]{0,6}$|口径[^,，;。\\d]{0,4}$")
"""Before a rate of its own base: 支付率以可用资金为底是91.21%."""
_CROWD, _STRANGERS = 150, 50
"""Of so many figures a slip is seldom chance, of those that share no words with the other, too; ten
times as many must be told so by more words."""
_WHOLE = 1500
"""In a shorter text most words are seldom: there they tell nothing but of a swap."""
_RUN = 4
"""How many figures beside one another are added up at most."""
_FAR = 0.5
"""How much words tell that only the sentence before a figure has; only a swap is told by them."""


def retold(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each such figure with the one that it should be; of two the later one, or the text's."""
    facts, tellings = case.facts, _Tellings(case)
    told: set[int] = set()
    cells = (f for f in facts.quantities if f.start in facts.gridded)
    for figure in (*reversed(facts.running), *cells):
        if figure.start in case.settled or not tellings.may_be_wrong(figure):
            continue
        twin = tellings.twin(figure)
        if twin is None or twin.start in case.doubted:
            continue
        if told.isdisjoint((figure.start, twin.start)):
            told |= {figure.start, twin.start}
            yield figure, twin


class _Tellings:
    """Finds what a report tells elsewhere of what a figure tells."""

    def __init__(self, case: Case) -> None:
        self._facts, self._index = case.facts, case.once(slip_index)
        self._words, self._recaps = Weights(case.facts), Recaps(case.facts)
        self._mates = TableMates(case.facts)

    def may_be_wrong(self, figure: Quantity) -> bool:
        """Whether a figure is told once and is one that may be told elsewhere."""
        facts = self._facts
        return (
            figure.dimension not in _NOT
            and may_be_told(facts, figure)
            and not self._index.is_told_again(figure)
            and _is_sure(facts, figure)
            and not _is_price(facts, figure)
            and not _OF_BASE.search(facts.own_words(figure))
        )

    def twin(self, figure: Quantity) -> Quantity | None:
        """The figure elsewhere that it should be, of several the one that words tell most of."""
        facts, index = self._facts, self._index
        bare = index.bare(figure)
        if any(self._words.shared(figure, f) for f in bare):
            return None
        found = [(self._left(figure, twin), twin) for twin in index.twins(figure)]
        likely = [pair for pair in found if pair[0] >= 0]
        for left, twin in sorted(likely, key=lambda pair: (-pair[0], pair[1].figure.start)):
            if self._mates.are_of_its_row(figure, twin.figure):
                one = _are_of_one_row(facts, figure, twin)
            else:
                one = _are_one(facts, figure, twin, left)
            if one and not _fits(facts, figure):
                return twin.figure
        return None

    def _left(self, figure: Quantity, twin: Twin) -> float:
        """By how much the words of two figures tell more than they must."""
        words = self._words
        tell = twin.how == "swap" or len(self._facts.text) >= _WHOLE
        shared = words.shared(figure, twin.figure)
        weight = words.of(shared) if tell else 0.0
        if twin.how == "swap":
            weight = max(weight, _FAR * words.far(figure, twin.figure))
        more = _AGAIN if self._index.is_told_again(twin.figure) else 0.0
        if twin.figure.dimension == "number" and (twin.how != "swap" or not shared):
            more -= _BARE
        if twin.how == "digit" and _are_near(figure, twin.figure):
            more -= _CLOSE
        if shared:
            more += self._recaps.weight(figure)
        if self._mates.are_beside(figure, twin.figure):
            more += _MATE
        crowd = self._index.crowd(figure) / (_CROWD if weight else _STRANGERS)
        return weight + more - _NEEDED[twin.how][_rarity(figure, twin)] - math.log10(max(1, crowd))


def _is_told_apart(facts: Facts, figure: Quantity, other: Quantity) -> bool:
    """Whether its sentence, or for a sum any place, tells how far a figure is from another."""
    apart = abs(figure.printed - other.printed)
    if _is_total(facts, figure) and facts.tellings[float(apart)]:
        return True
    return tells_how_far(facts, figure, other)


def _is_total(facts: Facts, figure: Quantity) -> bool:
    """Whether words call a figure the sum of others, which need not be told elsewhere."""
    return _TOTAL.search(facts.own_words(figure)) is not None


def _is_price(facts: Facts, figure: Quantity) -> bool:
    return bool(figure.per or _EACH.search(facts.own_words(figure)))


def _rarity(figure: Quantity, twin: Twin) -> int:
    """How seldom a slip is chance, as a place in what the words must tell."""
    return max(min(_digits(figure, twin), len(_NEEDED[twin.how])), 1) - 1


def _digits(figure: Quantity, twin: Twin) -> int:
    """How many digits a slip shows in, less where figures lie close together, as rates do."""
    if figure.dimension not in PURE:
        return twin.digits
    near = twin.how == "digit" and _are_near(figure, twin.figure)
    return twin.digits - (3 if near else 1)


def _are_near(figure: Quantity, other: Quantity) -> bool:
    least, most = sorted(float(f.printed) for f in (figure, other))
    return most - least < _NEAR * most


def _are_of_one_row(facts: Facts, figure: Quantity, twin: Twin) -> bool:
    """Whether a figure told beside others of a row may be the row's own, whatever words call it."""
    if _is_price(facts, twin.figure) or not _is_sure(facts, twin.figure):
        return False
    one = are_of_one_time(facts, figure, twin.figure, dated=False)
    return one and not is_borne_out(facts, figure, twin.figure, limits=False)


def _are_one(facts: Facts, figure: Quantity, twin: Twin, left: float) -> bool:
    other = twin.figure
    if _is_price(facts, other) or is_of_a_total(facts, figure, other):
        return False
    if other.start in facts.gridded and (
        figure.start in facts.gridded or not _is_sure(facts, other)
    ):
        return False
    if facts.windows.share("sentence", figure.start, other.start):
        return False
    digits = _digits(figure, twin)
    if _is_told_apart(facts, figure, other) or (digits <= _SHORT and _is_total(facts, figure)):
        return False
    if digits >= _RARE:
        one = are_of_one_subject(facts, figure, other, dated=False)
    else:
        ample = left >= _AMPLE or _rarity(figure, twin) + 1 == len(_NEEDED[twin.how])
        one = are_of_one_kind(facts, figure, other, dated=not ample)
    if digits >= _CONCLUSIVE:
        return one and not (is_part(facts, figure, other) or is_part(facts, other, figure))
    return one and not is_borne_out(facts, figure, other)


def _fits(facts: Facts, figure: Quantity) -> bool:
    if figure.start in facts.gridded:
        return False
    return _is_part_of_another(facts, figure) or may_fit(Place(facts, figure), figure)


def _is_part_of_another(facts: Facts, figure: Quantity) -> bool:
    """Whether with those beside it in its sentence it comes to what is told elsewhere."""
    low, high = facts.windows.bounds("sentence", figure.start)
    row = [f for f in facts.within(low, high) if f.dimension == figure.dimension and not f.hedge]
    at = row.index(figure) if figure in row else len(row)
    wholes = (
        sum(f.printed for f in row[first:end])
        for first in range(max(0, at - _RUN), at + 1)
        for end in range(max(at, first + 1) + 1, min(len(row), first + _RUN) + 1)
    )
    return any(
        facts.tellings[size]
        for whole in wholes
        for size in (float(whole), float(whole / figure.factor))
    )


def _is_sure(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure is of running text, or of a table whose columns are no guess.

    A rate of marks is of its row's marks, not of what the row's words name (设备使用率……80.0%).
    """
    cell = facts.cells.get(figure.start)
    if cell is None:
        return figure.start not in facts.gridded
    table, row = cell
    return table.table.sure and table.columns[row.column_of(figure)].kind not in _OF_MARKS
