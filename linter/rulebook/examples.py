"""Examples of a rule that show the same thing twice: alike but for figures and units."""

from __future__ import annotations

from collections.abc import Sequence

from linter.facts.scan import Scanner
from linter.reading.fold import fold


def masked(text: str, scanner: Scanner) -> str:
    """The text with one sign for every figure, its unit included."""
    pieces, at = [], 0
    folded = fold(text)
    for figure in scanner.scan(folded):
        pieces += [folded[at : figure.start], "#"]
        at = figure.end
    return "".join((*pieces, folded[at:]))


def alike(texts: Sequence[str], scanner: Scanner) -> tuple[int, int] | None:
    """The first two of some texts that differ in nothing but figures and units."""
    seen: dict[str, int] = {}
    for index, text in enumerate(texts):
        first = seen.setdefault(masked(text, scanner), index)
        if first != index:
            return first, index
    return None
