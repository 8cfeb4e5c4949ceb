"""Formulas as one line of text: a fraction with a stroke, so that 3/4 is not read as 34."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from linter.reading.word.names import MATH, T

_TEXT = f"{MATH}t"
_BETWEEN = {"f": "/", "sSup": "^", "sSub": "_", "sSubSup": "_", "rad": "√"}
"""What stands between the parts of a formula, by the formula's name."""
_PARTS = frozenset(f"{MATH}{name}" for name in ("e", "num", "den", "sup", "sub", "deg"))


def linear(formula: Element) -> str:
    """The formula's characters in reading order, signs of its structure between its parts."""
    written: list[str] = []
    stack: list[Element | str] = [formula]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            written.append(item)
        elif item.tag in (_TEXT, T):
            written.append(item.text or "")
        else:
            stack += reversed(_unfolded(item))
    return "".join(written)


def _unfolded(formula: Element) -> list[Element | str]:
    """The parts of a formula, its sign between them; a part of several is put in brackets."""
    sign = _BETWEEN.get(formula.tag.removeprefix(MATH))
    parts: list[Element | str] = []
    for child in formula:
        if sign is not None and child.tag in _PARTS:
            if parts:
                parts.append(sign)
            compound = sum(1 for _ in zip(child, range(2), strict=False)) > 1
            parts += ["(", child, ")"] if compound else [child]
        else:
            parts.append(child)
    return parts
