"""The rows of self-evaluation tables: an indicator's cells, and its result against its goal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import Literal

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.slips import in_other_unit
from linter.facts.cues import CueHits, compile_lexicon
from linter.facts.quantity import Quantity
from linter.facts.table import Row, TypedTable
from linter.interval import Interval, exactly
from linter.language.expression import Equation
from linter.model import Cell, Span
from linter.regexes.late import regex

Outcome = Literal["met", "missed", "exceeded", "lost", "unit"]
"""How a result stands to its goal; ``lost``: marks were lost, and may be for it; ``unit``: it has
the goal's number, and 万元 for 元, 亿元 for 万元 or the reverse."""
Direction = Literal["above", "under", "even"]
State = Literal["empty", "filled", "figure", "blank", "unsaid"]
"""Of a cell; ``blank``: empty, or there is no such column; ``unsaid``: empty, a dash or 无."""
_NOTHING = ("", "无", "/", "-", "--", "—", "——")

_SIGNS: dict[str, Direction] = {
    "≥": "above", ">": "above", "≧": "above", ">=": "above", "大于等于": "above", "正向": "above",
    "≤": "under", "<": "under", "≦": "under", "<=": "under", "小于等于": "under", "反向": "under",
}  # fmt: skip
"""What stands in a column of signs; anything else says nothing."""
_LOOSE = {"goal": "target", "done": "actual", "result": "actual"}
"""What stands for a column where there is no better: 年度目标, 实际完成; 目标, 实际."""
_LEVELS = ("level2", "level3")
"""Columns one of which is in a table of goals that has no results yet."""
_UNIT = regex(r"\([^()]*\)$")
_NUMBER = regex(r"\d[\d.,]*%?")
_FEWEST_DIGITS = 3
_FEWEST_CHARACTERS = 4
_MOST_HITS = 400
"""How many times a word in the text is looked at."""


class Indicator(Struct, frozen=True):
    """A row of a table with goals, maybe results; ``columns`` by the kind of their header."""

    table: TypedTable
    row: Row
    columns: dict[str, int]

    @property
    def name(self) -> str:
        """The indicator's name: of the third level, else what stands before its goal."""
        at = self.columns.get("level3", self.columns["target"] - 1)
        return self.row.texts[at] if at >= 0 else ""

    def text(self, kind: str) -> str | None:
        """What stands in the cell of a kind; nothing where there is no such cell."""
        at = self.columns.get(kind)
        return self.row.texts[at] if at is not None and self.row.cells[at] else None

    def has(self, kind: str, words: Iterable[str]) -> bool:
        """Whether the cell of a kind holds one of some words."""
        return any(map(self._words(kind).__contains__, words))

    def ends(self, kind: str, words: Iterable[str]) -> bool:
        """Whether the cell of a kind ends with one of some words, but for a unit in brackets."""
        return _UNIT.sub("", self._words(kind)).endswith(tuple(words))

    def _words(self, kind: str) -> str:
        return self.name if kind == "level3" else self.text(kind) or ""

    def cell(self, kind: str) -> Cell | None:
        """The cell of a kind."""
        at = self.columns.get(kind)
        return self.row.cells[at] if at is not None else None

    def figure(self, kind: str) -> Quantity | None:
        """The figure that fills the cell of a kind."""
        at = self.columns.get(kind)
        return self.row.figures[at] if at is not None else None

    def is_in_state(self, kind: str, state: State) -> bool:
        """Whether the cell of a kind is in a state."""
        match state:
            case "empty":
                return self.text(kind) == ""
            case "filled":
                return bool(self.text(kind))
            case "figure":
                return self.figure(kind) is not None
            case "blank":
                return not self.text(kind)
            case "unsaid":
                return self.text(kind) in _NOTHING

    def figures(self) -> dict[str, Quantity]:
        """Every figure of the row, by kind."""
        found = ((kind, self.figure(kind)) for kind in self.columns)
        return {kind: figure for kind, figure in found if figure is not None}

    def values(self) -> dict[str, Interval]:
        """What the row's figures stand for, a goal (≥90%) for what is printed."""
        return {
            kind: figure.value if figure.hedge is None else exactly(figure.printed)
            for kind, figure in self.figures().items()
        }

    def breaks(self, equations: Iterable[Equation]) -> bool:
        """Whether an equation whose figures are all there does not hold; true without any."""
        values = self.values()
        bound = [equation for equation in equations if equation.roles() <= values.keys()]
        return not bound or any(not equation.holds(values) for equation in bound)

    def is_outcome(self, outcome: Outcome, margin: float) -> bool:
        """Whether the result stands so to the goal, off by more than ``margin`` of it.

        A goal without a sign may be one to stay below: where marks were lost for its result, less
        of it is too little and more is not too much.
        """
        goal, result = self.figure("target"), self.figure("actual")
        if goal is None or result is None or result.hedge is not None or goal.printed <= 0:
            return False
        if goal.dimension != result.dimension or len({goal.per, result.per} - {None}) > 1:
            return False
        slipped = in_other_unit(goal, exactly(result.printed)) is not None
        if slipped or outcome == "unit":
            return slipped and outcome == "unit"
        slack = goal.printed * Decimal(str(margin))
        over, short = result.printed > goal.printed + slack, result.printed < goal.printed - slack
        direction, lost = self.direction, self._lost_marks()
        match outcome:
            case "missed":
                return over if direction == "under" else short and (lost or direction == "above")
            case "exceeded":
                return over and (direction == "above" or (direction == "even" and not lost))
            case "lost":
                return lost and (short or direction == "even")
            case "met":
                worse = {"above": short, "under": over, "even": short or over}
                return not worse[direction]

    def _lost_marks(self) -> bool:
        full, obtained = self.figure("full"), self.figure("obtained")
        return full is not None and obtained is not None and obtained.printed < full.printed

    @property
    def direction(self) -> Direction:
        """Where the goal wants the result, by its own sign or that of the column of signs."""
        goal = self.figure("target")
        if goal is not None and goal.hedge in ("above", "under"):
            return goal.hedge
        return _SIGNS.get(self.text("sign") or "", "even")


def indicators(table: TypedTable) -> list[Indicator]:
    """The indicators of a table that has columns of goals, and of results or of their levels.

    Totals are none, nor are rows with cells missing, or moved by a merged cell that a page lost, so
    that a number stands for the name: what stands where in them is open.
    """
    kinds = [column.kind for column in table.columns]
    columns = {kind: at for at, kind in enumerate(kinds) if kind and kinds.count(kind) == 1}
    for loose, kind in _LOOSE.items():
        if kind not in columns and kind not in kinds and loose in columns:
            columns[kind] = columns[loose]
    told = "actual" in columns or any(level in columns for level in _LEVELS)
    if not table.table.sure or "target" not in columns or not told:
        return []
    rows = (
        Indicator(table, row, columns)
        for row in table.rows
        if not row.total and row.texts[columns["target"]] and None not in row.cells
    )
    return [row for row in rows if not _NUMBER.fullmatch(row.name)]


def tables_of_indicators(case: Case) -> list[tuple[TypedTable, list[Indicator]]]:
    """Each table with its indicators, if it has any; ask for them with ``case.once``."""
    found = ((table, indicators(table)) for table in case.facts.tables)
    return [(table, rows) for table, rows in found if rows]


class Mentions:
    """Where the text speaks of some indicators, whose words are all looked for in one pass."""

    def __init__(self, case: Case, rows: Iterable[Indicator], sources: Sequence[str]) -> None:
        """``sources`` are patterns of what is to be said of an indicator."""
        self._case, self._sources = case, sources
        words = {word for row in rows for word in self._words(row) if word and sources}
        lexicon = compile_lexicon({word: (word,) for word in words})
        text = case.facts.text if words else ""
        self._hits = CueHits(lexicon, map(re.compile, lexicon.patterns), text)
        self._paragraphs: dict[str, dict[tuple[int, int], None]] = {}
        self._said: dict[tuple[int, int], bool] = {}

    def say(self, indicator: Indicator) -> bool:
        """Whether any of the patterns matches where the text speaks of an indicator."""
        return any(map(self._says, self._of(indicator)))

    def _says(self, place: tuple[int, int]) -> bool:
        said = self._said.get(place)
        if said is None:
            said = self._said[place] = self._case.has(self._sources, *place)
        return said

    def _words(self, indicator: Indicator) -> tuple[str, str]:
        """An indicator's name, and its result as it is printed."""
        result = indicator.figure("actual")
        facts = self._case.facts
        return indicator.name, facts.text[result.start : result.end] if result is not None else ""

    def _of(self, indicator: Indicator) -> Iterator[tuple[int, int]]:
        """The paragraphs outside tables that speak of it: its name, its result, or both."""
        name, figure = self._words(indicator)
        result = indicator.figure("actual")
        telling = result is not None and self._case.facts.digits(result) >= _FEWEST_DIGITS
        named, told = self._with(name), self._with(figure)
        for places, alone in ((named, len(name) >= _FEWEST_CHARACTERS), (told, telling)):
            yield from places if alone else (p for p in places if p in named and p in told)

    def _with(self, word: str) -> dict[tuple[int, int], None]:
        """The paragraphs outside tables that have a word, in order, so many as are looked at."""
        found = self._paragraphs.get(word)
        if found is None:
            facts = self._case.facts
            hits = [start for start, _ in self._hits.all(word) if not facts.in_table(start)]
            bounds = (facts.windows.bounds("block", start) for start in hits)
            found = self._paragraphs[word] = dict.fromkeys(islice(bounds, _MOST_HITS))
        return found


def head(table: TypedTable) -> Span:
    """The first cell of a table that has words: it stands for the table."""
    cells = (cell for row in table.table.rows for cell in row if cell.start < cell.end)
    first = next(cells, table.table)
    return Span.of(first)
