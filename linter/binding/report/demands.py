"""What a rule of layout asks of characters and paragraphs, and what it finds instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Meta

from linter.language.needs import Spec
from linter.layout import Look, Size, in_points, size_name
from linter.regexes.late import regex

_CHINESE = regex(r"[㐀-鿿]")
_LATIN = regex(r"[0-9A-Za-z]")
_ALIGNED = {"left": "左对齐", "center": "居中", "right": "右对齐", "both": "两端对齐"}

Names = tuple[Annotated[str, Meta(min_length=1)], ...]
Range = tuple[float, float]
Compared = tuple[str, str, bool]
"""What is found, what is asked, and whether they fit."""


class Demands(Spec, frozen=True, kw_only=True):
    """What may be asked; what is left out may be anything.

    A font fits whose name holds one of the words. A range has its least and its most.
    """

    font: Names = ()
    """Of Chinese characters; ``latin`` is that of letters and digits."""
    latin: Names = ()
    size: tuple[Size, ...] = ()
    bold: bool | None = None
    align: Names = ()
    indent: Range | None = None
    """Of the first line, in characters."""
    points: Range | None = None
    """The distance of lines in points, or else (``times``) as a multiple of their height."""
    times: Range | None = None

    def compared(self, look: Look, text: str, typed: float) -> Iterator[Compared]:
        """All that is asked and known of a text; ``typed`` is its indent of typed spaces."""
        yield from self._letters(look, text)
        if self.align and look.align is not None:
            names = [_ALIGNED.get(word, word) for word in (look.align, *self.align)]
            yield names[0], "或".join(names[1:]), look.align in self.align
        if self.indent is not None and look.indent is not None:
            indent = look.indent + typed
            found = f"{indent:g}字" if indent >= 0 else f"{indent:g}字（悬挂）"
            yield found, f"{_written(self.indent)}字", _within(indent, self.indent)
        yield from self._spacing(look)

    def _letters(self, look: Look, text: str) -> Iterator[Compared]:
        for name, words, letters in (
            (look.font, self.font, _CHINESE),
            (look.latin, self.latin, _LATIN),
        ):
            if words and name is not None and letters.search(text):
                yield name, words[0], any(word.lower() in name.lower() for word in words)
        if self.size and look.size is not None:
            fits = in_points(look.size) in map(in_points, self.size)
            yield size_name(look.size), "或".join(map(size_name, self.size)), fits
        if self.bold is not None and look.bold is not None:
            yield _weight(look.bold), _weight(self.bold), look.bold is self.bold

    def _spacing(self, look: Look) -> Iterator[Compared]:
        asked = [f"{_written(self.points)}磅"] if self.points else []
        asked += [f"{_written(self.times)}倍行距"] if self.times else []
        for found, unit, wanted in (
            (look.points, "磅", self.points),
            (look.times, "倍行距", self.times),
        ):
            if asked and found is not None:
                fits = wanted is not None and _within(found, wanted)
                yield f"{found:.4g}{unit}", "或".join(asked), fits


def _weight(bold: bool) -> str:
    return "加粗" if bold else "不加粗"


def _within(value: float, wanted: Range) -> bool:
    return wanted[0] <= value <= wanted[1]


def _written(wanted: Sequence[float]) -> str:
    return "～".join(f"{value:g}" for value in dict.fromkeys(wanted))
