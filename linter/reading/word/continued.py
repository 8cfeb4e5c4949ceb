"""Tables that go on over a page as several: one table, where that is beyond doubt.

It is one where nothing but empty paragraphs stands between, the columns are the same, the header
comes again and no total has closed the first; or where a caption says that it goes on (续表).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from linter.late import regex
from linter.reading.composer import Composer, Entry, Piece

_CAPTION = regex(
    r"[(（]?(?:续 ?(?:上 ?)?表|接上表|(?:表 ?[\d一二三四五六七八九十.\-—]*)? ?[(（]续[)）])"
)
_LONGEST_CAPTION = 40
_TOTAL = regex("合计|总计|总分|总得分")
_HEADER_ROWS = 3
_Row = Sequence[Entry]


class _Held(Struct):
    rows: list[_Row]
    last: _Row
    captions: list[list[Piece]]


class Continued:
    """Holds the last table back until it is clear that it does not go on."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._held: _Held | None = None

    def holds(self, text: str, pieces: list[Piece], *, alone: bool) -> bool:
        """Whether a paragraph may stand between two pieces of a table; it is held back then.

        ``alone`` says that nothing hangs on it. Any other paragraph ends the table.
        """
        if self._held is None:
            return False
        if alone and not text.strip():
            return True
        if alone and len(text) <= _LONGEST_CAPTION and _CAPTION.match(text.strip()):
            self._held.captions.append(pieces)
            return True
        self.flush()
        return False

    def table(self, rows: Sequence[_Row], *, alone: bool) -> None:
        """Takes a table; one on which something hangs cannot go on."""
        held = self._held
        again = _repeated(held.rows, rows) if held is not None else 0
        if held is not None and self._goes_on(held, rows, again):
            held.rows += rows[again:]
            held.last = rows[-1]
            held.captions.clear()
        else:
            self.flush()
            self._held = _Held(list(rows), rows[-1], []) if rows else None
        if not alone:
            self.flush()

    def flush(self) -> None:
        """Gives away what is held: it is complete."""
        held, self._held = self._held, None
        if held is not None:
            self._composer.table(held.rows)
            for pieces in held.captions:
                self._composer.paragraph(pieces)

    @staticmethod
    def _goes_on(held: _Held, rows: Sequence[_Row], again: int) -> bool:
        if not rows or _columns(held.last) != _columns(rows[-1]):
            return False
        return bool(held.captions) or (again > 0 and not _TOTAL.search(_text(held.last)))


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
