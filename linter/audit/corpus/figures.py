"""The figures of a report that say something: with decimals or three digits, no years, no 100."""

from __future__ import annotations

from collections.abc import Iterable

from linter.facts.year import YEARS
from linter.model import Document, Span
from linter.regexes.late import regex

_FIGURE = regex(r"(?<![\d.,A-Za-z〔\[(-])\d[\d,]*(?:\.\d+)?(?![\d.,]|\]|〕|年|号|月|日|[A-Za-z-])")
_UNIT = regex(r"[万亿]?[%\u4e00-\u9fff]?")
_NOTHING = ("100", "1000", "10000")


def figures(documents: Iterable[Document]) -> dict[str, Span]:
    """The figures with their units, each where it stands first."""
    found: dict[str, Span] = {}
    for number, document in enumerate(documents):
        text = document.text
        for match in _FIGURE.finditer(text):
            digits = match[0].replace(",", "").lstrip("0")
            whole, _, fraction = digits.partition(".")
            if len(whole) < 3 and not fraction.strip("0"):
                continue
            if whole in _NOTHING and not fraction.strip("0"):
                continue
            if YEARS.fullmatch(match[0]):
                continue
            unit = _UNIT.match(text, match.end())
            key = digits + (unit[0] if unit else "")
            found.setdefault(key, Span(match.start(), match.end(), number))
    return found
