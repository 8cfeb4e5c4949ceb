"""Three figures of one unit that stand alone in a sentence, or in a clause of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.windows import Window

_THREE = 3
_APART = ("times", "ratio", "number")
_WIDTHS: tuple[Window, ...] = ("sentence", "clause")


def triads(facts: Facts) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
    """Each three, in order; those of brackets are no more than asides of the others."""
    told: set[int] = set()
    for width in _WIDTHS:
        for figures in _stretches(facts, width):
            if len(figures) == _THREE and figures[0].start not in told:
                told.add(figures[0].start)
                yield figures[0], figures[1], figures[2]


def _stretches(facts: Facts, width: Window) -> Iterator[list[Quantity]]:
    """The figures of one unit of each sentence, or of each clause."""
    for _, group in groupby(facts.running, lambda f: facts.windows.bounds(width, f.start)):
        yield from _by_unit(facts, group)


def _by_unit(facts: Facts, group: Iterator[Quantity]) -> Iterator[list[Quantity]]:
    """The figures of a stretch by their unit; points are told of rates.

    Those of brackets are left out, unless only one of them makes three.
    """
    units: dict[str, list[Quantity]] = {}
    for figure in group:
        if figure.dimension not in _APART and not _is_word(facts, figure):
            unit = figure.dimension.removesuffix("-point")
            units.setdefault(unit, []).append(figure)
    for figures in units.values():
        plain = [f for f in figures if not _is_aside(facts, f)]
        chosen = figures if len(plain) == _THREE - 1 else plain
        if not any(f.hedge or f.start in facts.restated for f in chosen):
            yield chosen


def _is_word(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure is a small number in words: 一次, 一个."""
    return figure.start in facts.spoken and figure.printed <= 1


def _is_aside(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure stands in a bracket."""
    low, _ = facts.windows.bounds("sentence", figure.start)
    return facts.text.rfind("(", low, figure.start) > facts.text.rfind(")", low, figure.start)
