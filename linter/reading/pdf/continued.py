"""Tables that go on over a page: parts put together again before anything is summed."""

from __future__ import annotations

from msgspec.structs import replace

from linter.reading.pdf.rows import Row
from linter.reading.pdf.ruled import Grid, Slot
from linter.regexes.late import regex

_AGAIN = regex(
    r"[(（【]?(?:续表|续上表|接上表|表 ?[\d一二三四五六七八九十.\-—]*[(（]?续)|[(（]续(?:表)?[)）]"
)
_UNIT = regex(r"\s*[(（]?(?:金额)?单位[:：]\s*\S{1,4}$")
_FIGURE = regex(r"[-—]?[\d,]+(?:\.\d+)?%?")
_SENTENCE_END = "。！？；;"
_NEAR = 4.0
_LONGEST_CAPTION = 40


def says_again(row: Row) -> bool:
    """Whether a line says that the table below it goes on from the page before."""
    return len(row.text) <= _LONGEST_CAPTION and _AGAIN.search(row.text) is not None


def tells_unit(row: Row) -> bool:
    """Whether a line does nothing but tell a unit, as it may again on every page."""
    return _UNIT.match(row.text) is not None


def together(first: Grid, rest: Grid, *, told: bool) -> tuple[Grid, ...]:
    """A table and what stands at the top of the next page: one table, or two.

    ``told`` is whether a caption says that the second goes on. Without that, nor a repeated header,
    the same columns make them one where the second has no header of its own. Where it is in doubt,
    they are unsure.
    """
    alike = len(first.edges) == len(rest.edges)
    repeated = _repeated(first, rest) if alike else 0
    if alike and (repeated or told):
        return (_one(first, rest, repeated, sure=True),)
    cut = alike and _is_rest_of_row(first.rows[-1], rest.rows[0])
    if not told and not cut and not without_header(rest):
        return first, rest
    same = alike and all(
        abs(a - b) <= _NEAR for a, b in zip(_from_left(first), _from_left(rest), strict=True)
    )
    if same:
        return (_one(first, rest, 0, sure=True),)
    if alike:
        return (_one(first, rest, 0, sure=False),)
    return replace(first, sure=False), replace(rest, sure=False)


def _one(first: Grid, rest: Grid, skipped: int, *, sure: bool) -> Grid:
    rows = list(first.rows)
    following = rest.rows[skipped:]
    if following and _is_rest_of_row(rows[-1], following[0]):
        rows[-1] = _joined(rows[-1], following[0])
        following = following[1:]
    sure = sure and first.sure and rest.sure
    return replace(rest, rows=(*rows, *following), sure=sure, edges=first.edges, top=first.top)


def _repeated(first: Grid, rest: Grid) -> int:
    """How many rows at its beginning the second table has from the beginning of the first."""
    count = 0
    for a, b in zip(first.rows, rest.rows, strict=False):
        if _words(a) != _words(b):
            break
        count += 1
    return count


def _words(row: tuple[Slot, ...]) -> list[tuple[int, str]]:
    found = [(slot.column, text_of(slot).replace(" ", "")) for slot in row if slot.lines]
    return [(column, word) for column, word in found if word]


def text_of(slot: Slot) -> str:
    """A cell's text, without what parts its lines."""
    return "".join(row.text for row in slot.lines)


def without_header(grid: Grid) -> bool:
    """Whether the first row holds a figure, so that it is no header."""
    return any(_FIGURE.fullmatch(text_of(slot)) for slot in grid.rows[0])


def _from_left(grid: Grid) -> list[float]:
    return [edge - grid.edges[0] for edge in grid.edges]


def _is_rest_of_row(above: tuple[Slot, ...], below: tuple[Slot, ...]) -> bool:
    """Whether a row is what had no room on the page before: words in few cells, none a figure."""
    filled = {slot.column: slot for slot in below if slot.lines}
    over = {slot.column: text_of(slot) for slot in above if slot.lines}
    if not filled or 0 in filled or len(filled) * 2 > len(over) or not filled.keys() <= over.keys():
        return False
    return all(
        not _FIGURE.fullmatch(text_of(slot)) and over[column][-1] not in _SENTENCE_END
        for column, slot in filled.items()
    )


def _joined(above: tuple[Slot, ...], below: tuple[Slot, ...]) -> tuple[Slot, ...]:
    more = {slot.column: slot.lines for slot in below}
    return tuple(replace(s, lines=(*s.lines, *more.get(s.column, ()))) for s in above)
