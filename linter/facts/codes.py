"""Codes of figures: what a text has in their places when patterns run on it."""

from __future__ import annotations

from collections.abc import Iterable

from linter.facts.moment import Moment
from linter.facts.quantity import Malformed, Quantity
from linter.facts.scan import Figure
from linter.regexes.late import regex

FILLER = "\uf8ff"
_FIRST_CODE = 0xE000
_PRIVATE = regex("[\ue000-\uf8ff]")
KINDS = (
    "date",
    "year",
    "period",
    "relative",
    "doc-number",
    "ordinal",
    "code",
    "placeholder",
    "malformed",
)


class Codes:
    """One private-use character for each dimension and kind of figure."""

    def __init__(self, dimensions: tuple[str, ...]) -> None:
        names = (*dimensions, *KINDS)
        self._codes = {name: chr(_FIRST_CODE + n) for n, name in enumerate(names)}
        self.quantities = tuple(dimensions)

    def __getitem__(self, name: str) -> str:
        return self._codes[name]

    def __contains__(self, name: object) -> bool:
        return name in self._codes


def masked(text: str, figures: Iterable[Figure], codes: Codes) -> str:
    """A folded text of the same length with every figure as its code and fillers.

    Words that stand for a moment (上年, 年初) have no figures: they stay as they are.
    """
    text = _PRIVATE.sub(" ", text)
    pieces: list[str] = []
    at = 0
    for figure in figures:
        if isinstance(figure, Moment) and figure.spoken:
            continue
        length = figure.end - figure.start
        pieces += (text[at : figure.start], codes[kind_of(figure)].ljust(length, FILLER))
        at = figure.end
    pieces.append(text[at:])
    return "".join(pieces)


def kind_of(figure: Figure) -> str:
    """The dimension of a quantity, the kind of anything else."""
    match figure:
        case Quantity():
            return figure.dimension
        case Malformed():
            return "malformed"
        case _:
            return figure.kind
