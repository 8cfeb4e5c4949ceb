"""Tables that go on over a page as several: one table, where that is beyond doubt.

It is one where nothing but empty paragraphs, and what stood before the first, stands between, the
columns are the same, the header comes again and no total has closed the first; or where a caption
says that it goes on (续表). Where a unit alone stands between, it is in doubt: nothing is summed.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from linter.reading.composer import Composer, Entry, Piece
from linter.regexes.late import regex

_CAPTION = regex(
    r"[(（]?(?:续 ?(?:上 ?)?表|接上表|(?:表 ?[\d一二三四五六七八九十.\-—]*)? ?[(（]续[)）])"
    r"|表 ?[\d一二三四五六七八九十].*[(（]续表?[)）]$"
)
_UNIT = regex(r"[(（]?(?:金额)?单位 ?[:：] ?\S{1,4}[)）]?$")
_BEFORE = 2
"""How many paragraphs before a table may come again with it."""
_LONGEST_CAPTION = 40
_TOTAL = regex("合计|总计|总分|总得分")
_HEADER_ROWS = 3
_Row = Sequence[Entry]


class _Held(Struct):
    """A table that may go on, what stood before it and what stands behind it by now."""

    rows: list[_Row]
    last: _Row
    before: list[str]
    captions: list[list[Piece]]
    told: bool = False
    """Whether one of these says that it goes on."""
    doubt: bool = False
    sure: bool = True


class Continued:
    """Holds the last table back until it is clear that it does not go on."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._held: _Held | None = None
        self._before: list[str] = []

    def holds(self, text: str, pieces: list[Piece], *, alone: bool) -> bool:
        """Whether a paragraph may stand between two pieces of a table; it is held back then.

        ``alone`` says that nothing hangs on it. Any other paragraph ends the table.
        """
        bare = text.strip()
        if self._held is not None and alone and (not bare or self._between(self._held, bare)):
            if bare:
                self._held.captions.append(pieces)
            return True
        self.flush()
        if bare:
            self._before = [*self._before, bare][-_BEFORE:]
        return False

    @staticmethod
    def _between(held: _Held, text: str) -> bool:
        """Whether a text may stand between two pieces of a table; what it says is noted."""
        told = len(text) <= _LONGEST_CAPTION and _CAPTION.match(text) is not None
        again = text in held.before
        doubt = not again and _UNIT.match(text) is not None
        held.told, held.doubt = held.told or told, held.doubt or doubt
        return told or again or doubt

    def table(self, rows: Sequence[_Row], *, alone: bool) -> None:
        """Takes a table; one on which something hangs cannot go on."""
        held = self._held
        again = _repeated(held.rows, rows) if held is not None else 0
        goes_on = held is not None and self._goes_on(held, rows, again)
        if held is not None and goes_on and not held.doubt:
            held.rows += rows[again:]
            held.last, held.told = rows[-1], False
            held.captions.clear()
        else:
            if held is not None and goes_on:
                held.sure = False
            self.flush()
            self._held = _Held(list(rows), rows[-1], self._before, []) if rows else None
            if self._held is not None:
                self._held.sure = not goes_on
        if not alone:
            self.flush()

    def flush(self) -> None:
        """Gives away what is held: it is complete."""
        held, self._held = self._held, None
        if held is not None:
            self._before = []
            self._composer.table(held.rows, sure=held.sure)
            for pieces in held.captions:
                self._composer.paragraph(pieces)

    @staticmethod
    def _goes_on(held: _Held, rows: Sequence[_Row], again: int) -> bool:
        if not rows or _columns(held.last) != _columns(rows[-1]):
            return False
        return held.told or (again > 0 and not _TOTAL.search(_text(held.last)))


def _repeated(rows: Sequence[_Row], more: Sequence[_Row]) -> int:
    """With how many rows of the first table's beginning the second begins, too."""
    count = 0
    for row, other in zip(rows[:_HEADER_ROWS], more, strict=False):
        if _columns(row) != _columns(other) or _text(row) != _text(other) or not _text(row).strip():
            break
        count += 1
    return count


def _columns(row: _Row) -> list[int]:
    return [entry.column for entry in row]


def _text(row: _Row) -> str:
    return "\t".join(
        ["".join([piece.text for pieces in entry.paragraphs for piece in pieces]) for entry in row]
    )
