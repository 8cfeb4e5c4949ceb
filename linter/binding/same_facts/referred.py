"""A figure that words refer back to (上述486.2万元, 这35名), but that is not what was told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, combinations
from operator import add

from linter.binding.case import Case
from linter.binding.slips import is_slip, is_swap
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval
from linter.regexes.late import regex

_BACK_WORDS = regex("上述|前述|上列|前列|以上|前文|这")
_BACK = regex(
    r"(?:上述|前述|上列|前列|(?<![^\W对将把在由从按除和与])以上|前文(?:所述)?的?|这)(?:(?![中里内外其有占含比较减增扣共合])[\u4e00-\u9fff\d]){0,14}$"
)
"""Before a figure: it is one that was told; no part, no sum and no change of it.

Behind a name 以上 sets a bound: 65岁以上, 规模以上."""
_NEAR = regex(r"这[批些个]?$")
_LEAD = 20
_FAR = 400
_MOST = 8
"""Of how many figures before it a figure may be the sum or the difference."""
_TELLING = 3
"""With fewer digits only two that are swapped tell a slip."""


def referred(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each figure that refers back, with the one before it that it is a slip away from."""
    facts = case.facts
    for figure in facts.led_by(_BACK_WORDS, _LEAD):
        if figure.hedge or figure.per or facts.in_table(figure.start):
            continue
        if _refers_back(facts, figure):
            before = [f for f in _before(facts, figure) if f.dimension == figure.dimension]
            if not any(v.meets(t) for v in _values(facts, figure) for t in _told(before)):
                told = (f for f in before[::-1] if f.hedge is None)
                twin = next((f for f in told if _is_slip(facts, figure, f)), None)
                if twin is not None:
                    yield figure, twin


def _values(facts: Facts, figure: Quantity) -> Iterator[Interval]:
    """A figure's value, and with what is said right behind it: 以上预算620万元，节约20万元."""
    yield figure.value
    _, high = facts.windows.bounds("clause", figure.start)
    for other in facts.around(figure, figure.end, high)[:1]:
        if other.dimension == figure.dimension:
            yield figure.value - other.value
            yield figure.value + other.value


def _refers_back(facts: Facts, figure: Quantity) -> bool:
    back = _BACK.search(facts.text, *facts.windows.before("clause", figure.start, _LEAD))
    if back is None:
        return False
    return back[0][0] != "这" or _NEAR.fullmatch(back[0]) is not None


def _before(facts: Facts, figure: Quantity) -> list[Quantity]:
    """The figures not far before one, in running text."""
    found = facts.around(figure, max(0, figure.start - _FAR), figure.start)
    return [f for f in found if not facts.in_table(f.start)]


def _told(figures: list[Quantity]) -> Iterator[Interval]:
    """What figures say, each alone, some in a row together, or two by their difference."""
    yield from (f.value for f in figures)
    near = figures[-_MOST:]
    for at in range(len(near)):
        yield from accumulate((f.value for f in near[at:]), add)
    for a, b in combinations(near, 2):
        yield a.value - b.value
        yield b.value - a.value


def _is_slip(facts: Facts, figure: Quantity, before: Quantity) -> bool:
    """Whether a figure is what one slip of the hand makes of one before it."""
    literal = facts.text[figure.start : figure.end]
    if facts.digits(figure) < _TELLING:
        return is_swap(figure, literal, before.value, _TELLING - 1)
    return is_slip(figure, literal, before.value, _TELLING)
