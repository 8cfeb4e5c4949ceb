"""Three figures of one unit that stand alone in a sentence, or in a clause of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.binding.case import Case
from linter.binding.nearby import by_window, is_bracketed, is_one_in_words
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.windows import Window

Triad = tuple[Quantity, Quantity, Quantity]

_THREE = 3
_APART = ("times", "ratio", "number")
_WIDTHS: tuple[Window, ...] = ("sentence", "clause")


def triads(case: Case) -> list[Triad]:
    """Each three, in order; those of brackets are no more than asides of the others.

    To be asked for with ``case.once``.
    """
    found: dict[int, Triad] = {}
    for width in _WIDTHS:
        for figures in _stretches(case.facts, width):
            if len(figures) == _THREE:
                found.setdefault(figures[0].start, (figures[0], figures[1], figures[2]))
    return [*found.values()]


def _stretches(facts: Facts, width: Window) -> Iterator[list[Quantity]]:
    """The figures of one unit of each sentence, or of each clause."""
    for _, row in by_window(facts, facts.running, width):
        yield from _by_unit(facts, row)


def _by_unit(facts: Facts, row: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    """The figures of a stretch by their unit; points are told of rates.

    Those of brackets are left out, unless only one of them makes three.
    """
    units: dict[str, list[Quantity]] = {}
    for figure in row:
        if figure.dimension not in _APART and not is_one_in_words(facts, figure):
            unit = figure.dimension.removesuffix("-point")
            units.setdefault(unit, []).append(figure)
    for figures in units.values():
        if len(figures) < _THREE:
            continue
        plain = [f for f in figures if not is_bracketed(facts, f)]
        chosen = figures if len(plain) == _THREE - 1 else plain
        if not any(f.hedge or f.start in facts.restated for f in chosen):
            yield chosen
