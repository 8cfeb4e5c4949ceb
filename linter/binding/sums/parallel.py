"""Lists side by side whose figures go together place by place.

计划125户、148户、96户，实际120户、145户、90户，完成率96.0%、98.0%、93.8%: where a relation holds at
each place but one, and seldom by chance, that one is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, permutations

from msgspec import Struct

from linter.binding.case import Case
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.language.expression import Equation, Node
from linter.regexes.late import regex

DERIVED = "derived"
_JOINED = regex("(?:、|和|与|及|以及)[\u4e00-\u9fffA-Z]{0,8}?[为约达是]?")
_SPENT = regex("支[出付]|拨付|使用|完成|到位|结算|报销|发放")
_FEWEST, _NEAR = 3, 3
"""How many figures a list has, and how many lists away another may stand."""
_SURE = 4
"""How many digits the figures that hold must have together."""
_ALL = 1
_A: Node = ["role", "a"]
_B: Node = ["role", "b"]
_MORE: Node = ["sub", _A, _B]


def _equation(node: Node) -> Equation:
    return Equation("", "=", ["role", DERIVED], node)


_RATIO, _GROWTH = _equation(["div", _A, _B]), _equation(["div", _MORE, _B])
_FALL = _equation(["div", ["sub", _B, _A], _B])
_DIFFERENCE, _SUM = _equation(_MORE), _equation(["add", _A, _B])
_PRODUCT = _equation(["mul", _A, _B])
_RATE = "percent"


class Parallel(Struct, frozen=True):
    """The figures of one place, and the relation that holds at the others."""

    figures: dict[str, Quantity]
    equation: Equation
    holds: bool


def parallel(case: Case) -> list[Parallel]:
    """Every figure of a list that is made of those in its place of two others, or should be.

    To be asked for with ``case.once``.
    """
    return list(_parallel(case.facts))


def _parallel(facts: Facts) -> Iterator[Parallel]:
    for rows in _side_by_side(facts):
        for at, row in enumerate(rows):
            near = rows[max(0, at - _NEAR) : at]
            if row[0].dimension == _RATE:  # what a rate is of may stand behind it, too
                near += rows[at + 1 : at + 1 + _NEAR]
            yield from _made_of(facts, row, near)


def _side_by_side(facts: Facts) -> Iterator[list[list[Quantity]]]:
    """The lists of a paragraph that have as many figures, where there are three or more of them."""
    bounds = facts.windows.bounds
    rows = (row for row in _rows(facts) if len(row) >= _FEWEST)
    for _, group in groupby(rows, key=lambda row: (bounds("block", row[0].start), len(row))):
        found = list(group)
        if len(found) >= _FEWEST:
            yield found


def _rows(facts: Facts) -> Iterator[list[Quantity]]:
    """Figures of one kind that 、 or 和 joins, each with a name or alone."""
    row: list[Quantity] = []
    for figure in facts.running:
        if row and not _goes_on(facts, row[-1], figure):
            yield row
            row = []
        row.append(figure)
    if row:
        yield row


def _goes_on(facts: Facts, last: Quantity, figure: Quantity) -> bool:
    alike = last.dimension == figure.dimension and last.per == figure.per
    return alike and _JOINED.fullmatch(facts.text, last.end, figure.start) is not None


def _made_of(
    facts: Facts, row: Sequence[Quantity], near: Sequence[Sequence[Quantity]]
) -> Iterator[Parallel]:
    """The places of a list in the first relation that holds at all of them, or at all but one."""
    wrong: Parallel | None = None
    for one, other in permutations(near, 2):
        for equation in _ways(row[0], one[0], other[0]):
            made = [
                Parallel(figures, equation, _holds(equation, figures))
                for derived, a, b in zip(row, one, other, strict=True)
                for figures in [{DERIVED: derived, "a": a, "b": b}]
            ]
            failing = [place for place in made if not place.holds]
            telling = _telling(made, equation)
            if not failing and telling:
                yield from made
                return
            if len(failing) != 1 or not _is_seldom(facts, telling) or _is_capped(failing[0]):
                continue
            if equation not in (_DIFFERENCE, _SUM) or not _is_spent(facts, row[0]):
                wrong = wrong or failing[0]
    if wrong is not None:
        yield wrong


def _holds(equation: Equation, figures: dict[str, Quantity]) -> bool:
    """Whether a relation holds; a change of one of several may go the other way."""
    either = (_GROWTH, _FALL) if equation in (_GROWTH, _FALL) else (equation,)
    return any(way.fits(figures) for way in either)


def _ways(derived: Quantity, a: Quantity, b: Quantity) -> tuple[Equation, ...]:
    """The relations that may make a figure of two others, by what they are of."""
    if a.dimension == b.dimension:
        if derived.dimension == a.dimension:
            return (_DIFFERENCE, _SUM)
        rate = derived.dimension == _RATE and a.dimension != _RATE
        return (_RATIO, _GROWTH, _FALL) if rate else ()
    product = derived.dimension == b.dimension and derived.dimension == "money"
    return (_PRODUCT,) if product and a.dimension != _RATE else ()


def _telling(made: Sequence[Parallel], equation: Equation) -> list[Quantity]:
    """The figures that hold, but those of the same amount twice: all of it, or nothing apart."""
    held = [place.figures for place in made if place.holds]
    same = equation is _PRODUCT
    return [f[DERIVED] for f in held if same or f["a"].printed != f["b"].printed]


def _is_seldom(facts: Facts, telling: Sequence[Quantity]) -> bool:
    """Whether figures that hold are so many, and have so many digits, that it is hardly chance."""
    return len(telling) >= _FEWEST - 1 and sum(map(facts.digits, telling)) >= _SURE


def _is_spent(facts: Facts, first: Quantity) -> bool:
    """Whether a list is of what was done or spent of the others, which need not be all of it."""
    return _SPENT.search(facts.own_words(first)) is not None


def _is_capped(place: Parallel) -> bool:
    """Whether a rate is no more than all, though more was done."""
    derived, a, b = (place.figures[role] for role in (DERIVED, "a", "b"))
    return derived.dimension == _RATE and derived.printed == _ALL and a.printed > b.printed
