"""Tables by the lines drawn around their cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from linter.reading.pdf.pages import Box, Char, Page
from linter.reading.pdf.rows import Row, rows
from linter.regexes.late import regex

_NEAR = 3.0
"""How far lines that meet or lie on each other may be apart, in points."""
_SHORTEST = 4.0
_DECIMAL = regex(r"[\d,]+\.\d+%?")
_MOST_CROSSINGS, _MOST_SQUARES, _MOST_TESTS = 20_000, 50_000, 2_000_000


class Slot(Struct, frozen=True):
    """A cell: the column at which it begins, counted from 0, and its lines."""

    column: int
    lines: tuple[Row, ...]
    width: float
    """How broad it is; 0 where no drawn lines tell it."""


class Grid(Struct, frozen=True):
    """A table: the last page it stands on, what it covers there, and its rows of cells."""

    page: Page
    box: Box
    edges: tuple[float, ...]
    """Where its columns begin, and where the last one ends."""
    rows: tuple[tuple[Slot, ...], ...]
    sure: bool = True
    top: bool = False
    """Whether it begins a page and no lines say that it doesn't go on from the page before."""


class _Side(Struct, frozen=True, gc=False):
    """A line along a page's side: where it lies, and from where to where it goes."""

    at: float
    start: float
    end: float


def ruled(page: Page) -> tuple[list[Grid], list[Char]]:
    """The tables of a page from the top down, and the characters outside them."""
    if len(page.rules) < 3:
        return [], list(page.chars)
    across = _merged([_Side((b + d) / 2, a, c) for a, b, c, d in page.rules if c - a >= d - b])
    down = _merged([_Side((a + c) / 2, b, d) for a, b, c, d in page.rules if c - a < d - b])
    frames = [_Frame(*sides) for sides in _joined(across, down)]
    frames = [f for f in frames if f.columns > 1 and f.columns * f.lines <= _MOST_SQUARES]
    frames.sort(key=lambda frame: frame.area)
    frames = frames[-max(_MOST_TESTS // (len(page.chars) + 1), 1) :]
    inside: list[list[Char]] = [[] for _ in frames]
    outside: list[Char] = []
    for char in page.chars:
        x, y = (char.left + char.right) / 2, _middle(char)
        home = next((n for n, frame in enumerate(frames) if frame.holds(x, y)), None)
        (outside if home is None else inside[home]).append(char)
    grids = []
    for frame, chars in zip(frames, inside, strict=True):
        grid = frame.grid(page, chars)
        if grid is None:
            outside += chars
        else:
            grids.append(grid)
    return sorted(grids, key=lambda grid: -grid.box[3]), outside


class _Frame:
    """Lines that meet one another, and the squares that they and their likes would make."""

    def __init__(self, across: Sequence[_Side], down: Sequence[_Side]) -> None:
        xs = [s.at for s in down] + [x for s in across for x in (s.start, s.end)]
        ys = [s.at for s in across] + [y for s in down for y in (s.start, s.end)]
        self.xs, self.ys = _clusters(xs), _clusters(ys)
        self.columns, self.lines = len(self.xs) - 1, len(self.ys) - 1
        self._across, self._down = across, down
        self.area = (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def holds(self, x: float, y: float) -> bool:
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def grid(self, page: Page, chars: Iterable[Char]) -> Grid | None:
        """The table; nothing where no two cells stand side by side."""
        home, first = self._cells()
        within: dict[int, list[Char]] = defaultdict(list)
        for char in chars:
            column = _slot(self.xs, (char.left + char.right) / 2)
            within[home[_slot(self.ys, _middle(char)) * self.columns + column]].append(char)
        ends: dict[int, int] = {}
        for at, cell in enumerate(home):
            ends[cell] = max(ends.get(cell, 0), at % self.columns)
        starts = sorted({column for _, column in first.values()})
        if len(starts) < 2:
            return None
        lines: dict[int, list[Slot]] = defaultdict(list)
        for cell, (line, column) in first.items():
            found = tuple(rows(page, within[cell])) if cell in within else ()
            breadth = self.xs[ends[cell] + 1] - self.xs[column]
            lines[line].append(Slot(bisect_left(starts, column), found, breadth))
        laid = [tuple(sorted(lines[n], key=lambda s: s.column)) for n in sorted(lines)[::-1]]
        filled = tuple(row for row in laid if any(slot.lines for slot in row))
        if not filled:
            return None
        box = (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])
        edges = (*(self.xs[column] for column in starts), self.xs[-1])
        return Grid(page, box, edges, filled, not any(map(_is_several, filled)))

    def _cells(self) -> tuple[list[int], dict[int, tuple[int, int]]]:
        """Each square's cell, and the line (from the bottom) and column where each cell begins."""
        right, below = self._walls()
        home = [-1] * (self.columns * self.lines)
        first: dict[int, tuple[int, int]] = {}
        for line in range(self.lines - 1, -1, -1):
            for column in range(self.columns):
                start = line * self.columns + column
                if home[start] >= 0:
                    continue
                first[start] = (line, column)
                stack, home[start] = [start], start
                while stack:
                    at = stack.pop()
                    for other in self._beside(at, right, below):
                        if home[other] < 0:
                            home[other] = start
                            stack.append(other)
        return home, first

    def _beside(self, at: int, right: set[int], below: set[int]) -> Iterable[int]:
        """The squares around one that no wall parts from it."""
        column = at % self.columns
        if column + 1 < self.columns and at not in right:
            yield at + 1
        if column and at - 1 not in right:
            yield at - 1
        if at >= self.columns and at not in below:
            yield at - self.columns
        if at + self.columns < len(self.xs[1:]) * self.lines and at + self.columns not in below:
            yield at + self.columns

    def _walls(self) -> tuple[set[int], set[int]]:
        """The squares with a wall to their right, and those with one below."""
        right: set[int] = set()
        below: set[int] = set()
        columns, lines = _middles(self.xs), _middles(self.ys)
        for side in self._down:
            column = _nearest(self.xs, side.at) - 1
            for line in _spanned(lines, side):
                right.add(line * self.columns + column)
        for side in self._across:
            line = _nearest(self.ys, side.at)
            for column in _spanned(columns, side):
                below.add(line * self.columns + column)
        return right, below


def _is_several(row: Sequence[Slot]) -> bool:
    """Whether a row holds figures below one another, so that lines between rows are missing."""
    stacks = [[line.text for line in slot.lines] for slot in row if len(slot.lines) > 1]
    return sum(all(map(_DECIMAL.fullmatch, words)) for words in stacks) > 1


def _middle(char: Char) -> float:
    return char.base + 0.25 * (char.top - char.bottom)


def _slot(edges: Sequence[float], at: float) -> int:
    return min(max(bisect_right(edges, at) - 1, 0), len(edges) - 2)


def _nearest(edges: Sequence[float], at: float) -> int:
    n = bisect_left(edges, at)
    if n == len(edges) or (n and at - edges[n - 1] < edges[n] - at):
        return n - 1
    return n


def _middles(edges: Sequence[float]) -> list[float]:
    return [(a + b) / 2 for a, b in pairwise(edges)]


def _spanned(middles: Sequence[float], side: _Side) -> range:
    """The squares whose middle a line passes."""
    return range(bisect_left(middles, side.start), bisect_right(middles, side.end))


def _clusters(values: Iterable[float]) -> list[float]:
    """The values in order, those that lie close together as one."""
    found: list[float] = []
    last = None
    for value in sorted(values):
        if last is None or value - last > _NEAR:
            found.append(value)
        last = value
    return found


def _merged(sides: list[_Side]) -> list[_Side]:
    """The lines with those that go on one another as one; short ones that stand alone left out."""
    levels = _clusters([side.at for side in sides])
    by_level: dict[int, list[_Side]] = defaultdict(list)
    for side in sides:
        by_level[max(bisect_right(levels, side.at) - 1, 0)].append(side)
    found = []
    for level, members in by_level.items():
        members.sort(key=lambda side: side.start)
        start, end = members[0].start, members[0].end
        for side in members[1:]:
            if side.start > end + _NEAR:
                found.append(_Side(levels[level], start, end))
                start = side.start
            end = max(end, side.end)
        found.append(_Side(levels[level], start, end))
    return [side for side in found if side.end - side.start >= _SHORTEST]


def _joined(
    across: Sequence[_Side], down: Sequence[_Side]
) -> list[tuple[list[_Side], list[_Side]]]:
    """The groups of lines that meet, each with those across and those down."""
    parent = list(range(len(across) + len(down)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    order = sorted(range(len(down)), key=lambda n: down[n].at)
    places = [down[n].at for n in order]
    crossings = 0
    for n, side in enumerate(across):
        low = bisect_left(places, side.start - _NEAR)
        for m in order[low : bisect_right(places, side.end + _NEAR)]:
            crossings += 1
            if down[m].start - _NEAR <= side.at <= down[m].end + _NEAR:
                parent[root(n)] = root(len(across) + m)
        if crossings > _MOST_CROSSINGS:
            return []  # a drawing
    groups: dict[int, tuple[list[_Side], list[_Side]]] = defaultdict(lambda: ([], []))
    for n in range(len(parent)):
        kind, side = (0, across[n]) if n < len(across) else (1, down[n - len(across)])
        groups[root(n)][kind].append(side)
    return [(a, d) for a, d in groups.values() if len(a) > 1 and d]
