"""Which lines of a page are one paragraph.

A line goes on the one before it where that one is full, so that what begins the next had no room in
it, and where neither indent nor distance nor size says that a paragraph begins.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from linter.reading import lines as lines_
from linter.reading.pdf.columns import Column
from linter.reading.pdf.rows import Row, needs
from linter.regexes.late import regex

_CONTENTS = regex(r"(?:\.{4,}|…{2,}|·{4,})\s*\d+$")
"""How a line of a table of contents ends, where its dots are characters."""
_COUNTED = regex("第?[一二三四五六七八九十]{1,3}[是,，]|其[一二三四五六七八九十]")
"""How one of several points begins that may stand within a paragraph, as no heading does."""
_INDENT = 0.7
_SLACK = 1.2
"""How much more room than the next word needs a full line may leave; half of it without indents."""
_SUPPORT = 0.08
"""The share of lines that end where the margin is; single marks hang beyond it."""
_HALF = 0.55
_FILLED = 0.7
"""How much of its part of a page a column's lines fill at least."""
_LARGE = 1.1
"""How much larger than the text a title is printed."""


class Frame(Struct, frozen=True):
    """Where lines of a kind of column begin and end, and how they stand below one another."""

    left: float
    right: float
    pitch: float
    """The distance of lines of one paragraph."""
    size: float
    indented: bool
    spaced: bool
    """Whether paragraphs stand farther apart than their lines."""


_Kind = tuple[int, int, int]


def frames(columns: Sequence[Column]) -> list[Frame]:
    """The frame of each column; those at one place of pages of the same width have the same."""
    kinds = [_kind(column) for column in columns]
    known = set(kinds)
    for n, column in enumerate(columns):
        half = (kinds[n][0], 0, 2)
        if half in known and max(row.right for row in column.rows) < _HALF * column.page.width:
            kinds[n] = half  # the second column was left empty
    members: dict[_Kind, list[Column]] = defaultdict(list)
    for kind, column in zip(kinds, columns, strict=True):
        members[kind].append(column)
    shared = {kind: _frame(found) for kind, found in members.items()}
    return [shared[kind] for kind in kinds]


def _kind(column: Column) -> _Kind:
    return round(column.page.width / 5), column.index, column.of


def _frame(columns: Sequence[Column]) -> Frame:
    rows = [row for column in columns for row in column.rows]
    sizes = Counter(round(row.size, 1) for row in rows for _ in row.chars[::8])
    size = sizes.most_common(1)[0][0]
    lefts = sorted(row.left for row in rows)
    left = lefts[len(lefts) // 50]
    right = _margin([row.right for row in rows], 0.6 * size)
    first = columns[0]
    right = max(right, first.page.width * (first.index + _FILLED) / first.of)
    body = [abs(row.size - size) < 0.12 * size for row in rows]
    indents = [row.left - left for row, is_body in zip(rows, body, strict=True) if is_body]
    indented = sum(1.5 * size < indent < 2.6 * size for indent in indents)
    pitches = sorted(
        above.base - below.base
        for column in columns
        for above, below in pairwise(column.rows)
        if 0.8 * size < above.base - below.base < 4 * size
    )
    pitch = pitches[len(pitches) // 4] if pitches else 1.5 * size
    far = sum(1.25 * pitch < other for other in pitches)
    return Frame(
        left=left,
        right=right,
        pitch=pitch,
        size=size,
        indented=indented >= 2 and indented * 12 >= len(rows),
        spaced=far * 12 >= len(pitches) and far > 2,
    )


def _margin(rights: list[float], window: float) -> float:
    """The farthest place at which a fair share of lines end."""
    rights.sort(reverse=True)
    least = max(2, int(_SUPPORT * len(rights)))
    for first, last in zip(rights, rights[least - 1 :], strict=False):
        if first - last <= window:
            return first
    return rights[0]


def goes_on(before: Row, row: Row, above: Frame, frame: Frame, *, beside: bool) -> bool:
    """Whether a line goes on the paragraph of the line before it; each with its column's frame.

    ``beside`` is whether it stands right below that line, not on another page or column.
    """
    if before.sized and row.sized and abs(before.size - row.size) > 0.12 * frame.size:
        return False
    gap = before.base - row.base if beside else None
    if gap is not None and gap > 1.25 * max(frame.pitch, 1.2 * row.size):
        return False
    if _is_title(before, above) and _is_title(row, frame):
        return not _starts_anew(row)
    slack = _SLACK if frame.indented else _SLACK / 2
    if above.right - before.right > (needs(row.text) + slack) * row.size:
        return False
    if _CONTENTS.search(before.text) or (before.pieces[1:] and before.pieces[-1].text.isdigit()):
        return False
    ends, anew = _ends_sentence(before), _starts_anew(row)
    indents = before.left - above.left, row.left - frame.left
    if indents[1] > _INDENT * row.size:
        return abs(indents[1] - indents[0]) < 0.5 * row.size and not ends and not anew
    if frame.indented and _COUNTED.match(row.text):
        return True
    told = frame.indented or (frame.spaced and gap is not None)
    if told or indents[0] > _INDENT * row.size:
        return not (anew and ends)
    return not anew and not ends


def _is_title(row: Row, frame: Frame) -> bool:
    """A line in larger characters that stands in the middle."""
    left, right = row.left - frame.left, frame.right - row.right
    return row.size > _LARGE * frame.size and abs(left - right) < row.size


def _starts_anew(row: Row) -> bool:
    return lines_.starts_anew(row.text, lines_.Line(0, len(row.text), 0))


def _ends_sentence(row: Row) -> bool:
    return lines_.ends_sentence(row.text, lines_.Line(0, len(row.text), 0))
