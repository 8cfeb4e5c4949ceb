"""A figure of the text told of a table's row by its name, that is a slip away from the row's cell.

The name of a row right before a figure (东河镇（94.0%）, 焊工只有87.50%) says more than any words
around it, so that one digit may tell the slip. Where the row has the figure in another cell, where
the text tells the cell's figure as well, or where the figure is of a part, nothing is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.names import (
    LEFT_OUT,
    OTHER_TIME,
    PLANNED,
    is_of_several,
    is_plain,
    opens_a_plan,
    pairs,
    plain,
)
from linter.binding.same_facts.column_parts import is_of_another_column
from linter.binding.same_facts.same_kind import PLANS
from linter.binding.same_facts.strays import ASIDE, is_part
from linter.binding.slips import are_a_slip_apart
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.score import is_lost
from linter.facts.table import Row, TypedTable
from linter.regexes.late import regex

_SKIPPED = ("reason", "note", "sign", "unit", "level1", "item")
_CODE = regex(r"^([A-Z]) (?=[\u4e00-\u9fff])")
_NUMBERED = regex(r"^(?:[一二三四五六七八九十\d]+[、.]|\([一二三四五六七八九十\d]+\)) ?")
_PLACE = regex(r"(?<=[\u4e00-\u9fff]{2})(?:[省市县区镇乡村]|街道)$")
_RATE = regex(r"[\u4e00-\u9fff]{2}率$")
_PART = regex(
    r"其中|分别|依次|另|新增|又|还|多|少|差|缺|欠|短|超|增|减|降|剩|余|每|平均|均|扣|丢|失|第[一二三四五六七八九十\d]|[上下]半年|季度"
)
"""Between a row's name and a figure: it is of a part, or says how far it is from another."""
_RATED = regex("([\u4e00-\u9fff]{2})(?:率|度|比例)[^率度\u4e00-\u9fff]{0,2}[为是达到仅有约]{0,3}$")
"""Before a figure: the name of a rate."""
_SAMPLED = regex(r"抽(?:[取查检样测选]|\d)|选(?:[取择]|$)|随机")
"""Before a figure: what is counted is some of what the table has."""
_SPENT = frozenset(("执行", "支出", "支付", "使用", "拨付"))
"""Names of one rate."""
_COUNTED = regex("^(?:人|户|个|总)?数")
"""Right behind a row's name: it is part of another word."""
_FULL, _SCORED = regex("权重|满分|分值"), regex("得分|失分|分率|权重")
_LEAD, _FAR, _NEXT = 16, 44, 6
_SHORT = 2
_TELLING = 3
_MOST, _SENTENCE = 8, 100
_ALL = ("综合", "总体", "整体", "总", "平均", "全部", "全县", "全市", "全区")
"""Before the name of a column: its total is told."""


class _Cell(Struct, frozen=True):
    figure: Quantity
    header: frozenset[str]
    words: str
    kind: str | None
    row: Row
    table: int


def cited(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each figure of the text with the cell of the row that its words name."""
    facts = case.facts
    figures = [
        f
        for f in facts.in_text
        if is_plain(facts, f) and not is_lost(facts, f) and not is_of_several(facts, f)
    ]
    if not figures:
        return
    rows = _Rows(facts)
    for figure in figures if rows.known else ():
        twin = rows.twin(figure)
        if twin is not None:
            yield figure, twin


class _Rows:
    """The rows of a document's tables by the first two letters of their names."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.known: dict[str, list[tuple[str, tuple[_Cell, ...]]]] = defaultdict(list)
        names: dict[str, tuple[_Cell, ...]] = defaultdict(tuple)
        tables = [table for table in facts.tables if table.table.sure]
        for at, table in enumerate(tables):
            for row in table.rows:
                cells = tuple(_cells(table, row, at))
                for name in row_names(table, row) if cells else ():
                    names[name] += cells
        for name, cells in names.items():
            self.known[name[:_SHORT]].append((name, cells))

    def twin(self, figure: Quantity) -> Quantity | None:
        """The cell that a figure tells but for a slip, where just one will do."""
        named = self._named(figure)
        if named is None:
            return None
        name, cells, low = named
        facts = self._facts
        words = facts.text[name[1] : figure.start]
        begin, end = facts.windows.bounds("sentence", figure.start)
        beside = (f for f in facts.around(figure, begin, end) if f.dimension == figure.dimension)
        if any(f.printed == figure.printed for f in beside):  # it is told again, and so is no slip
            return None
        alike = [c for c in cells if _is_alike(figure, c) and _may_be_told(facts, figure, c)]
        if opens_a_plan(facts, figure):
            alike = [c for c in alike if c.kind in PLANS]
        if figure.dimension == "percent":
            alike = [c for c in alike if _may_be_its_rate(facts.text[low : figure.start], c)]
        between = facts.within(name[1], figure.start)
        if between and facts.digits(figure) < _SHORT:
            return None
        chosen = _chosen(alike, words if between else facts.text[low : figure.start])
        if between and not _are_of_row(between, chosen):
            tail = pairs(facts.text[between[-1].end : figure.start])
            chosen = [c for c in chosen if c.header & tail]
        if "占" in words:  # 占总数的65.3% is a share of another kind than the column tells
            chosen = [c for c in chosen if c.kind == "share" or "占" in c.words]
        rows = [f for c in chosen for f in c.row.figures if f is not None]
        others = (*(c.figure for c in alike), *(f for f in rows if f.hedge is None))
        if any(f.value.meets(figure.value) for f in others):
            return None
        if any(facts.size(f) == facts.size(figure) for f in rows):  # its goal (≥88%) is told
            return None
        near = figure.start - name[1] <= _NEXT and (
            words.endswith("得") or (name[1] - name[0] > _SHORT and bool(words))
        )
        found = [c.figure for c in chosen if self._is_slip(figure, c.figure, near)]
        tables = {c.table for c in chosen}
        sure = len(chosen) == 1 or (len(tables) == len(chosen) and facts.digits(figure) >= _TELLING)
        return found[0] if len(found) == 1 and sure else None

    def _named(self, figure: Quantity) -> tuple[tuple[int, int], tuple[_Cell, ...], int] | None:
        """The name last before a figure, its row's cells, and where the words to it begin."""
        facts, text = self._facts, self._facts.text
        start, _ = facts.windows.bounds("clause", figure.start)
        start, high = max(start, figure.start - _FAR), figure.start
        found = self._last(start, high)
        if found is None:
            return None
        (at, end), cells = found
        low = facts.behind_last(",，、:(", start, at)
        between = facts.within(end, high)
        behind = text[between[-1].end if between else end : high]
        if _PART.search(behind) or (figure.dimension == "score" and _FULL.search(behind)):
            return None
        if figure.dimension != "score" and ASIDE.search(text[low:at] + " " + behind):
            return None
        begin, _ = facts.windows.before("sentence", figure.start, _SENTENCE)
        sentence = text[begin:high]
        if OTHER_TIME.search(sentence.replace(f"{facts.year}年", "")):
            return None
        if _SAMPLED.search(sentence) or _COUNTED.match(text[end:high]) or behind.endswith("按"):
            return None
        for words in (text[low:at], behind):
            if LEFT_OUT.search(words) or PLANNED.search(words):
                return None
        return (at, end), cells, low

    def _last(self, low: int, high: int) -> tuple[tuple[int, int], tuple[_Cell, ...]] | None:
        text, begins = self._facts.text, self._facts.pairs[low : high - 1]
        if self.known.keys().isdisjoint(begins):
            return None
        for at in range(low + len(begins) - 1, low - 1, -1):
            longest = [
                (at + len(name), cells)
                for name, cells in self.known.get(begins[at - low], ())
                if text.startswith(name, at) and at + len(name) <= high
            ]
            if longest:
                end, cells = max(longest, key=lambda found: found[0])
                return (at, end), cells
        return None

    def _is_slip(self, figure: Quantity, cell: Quantity, near: bool) -> bool:
        facts = self._facts
        once = facts.tellings[facts.size(figure)] == 1 or facts.tellings[facts.size(cell)] == 1
        low, high = facts.windows.around("sentence", figure.start, figure.end, _FAR, _FAR // 2)
        beside = [f for f in facts.around(figure, low, high) if _may_be_added(figure, f)]
        if not (once or near) or any(f.value.meets(cell.value) for f in beside):
            return False
        if _is_added(figure, beside[:_MOST]) or is_part(facts, figure, cell):
            return False
        if is_of_another_column(facts, figure, cell):
            return False
        lost = facts.digits(cell) == 1 < facts.digits(figure)
        return not lost and are_a_slip_apart(figure, cell, facts.text, sure=True)


def _may_be_added(figure: Quantity, other: Quantity) -> bool:
    return other.dimension == figure.dimension and other.hedge is None


def _is_added(figure: Quantity, beside: list[Quantity]) -> bool:
    """Whether a figure and one beside it come to a third: the sentence bears it out."""
    return any(
        (figure.value + a.value).meets(b.value) or (a.value + b.value).meets(figure.value)
        for a, b in permutations(beside, 2)
    )


def _cells(table: TypedTable, row: Row, at: int) -> Iterator[_Cell]:
    for column, figure in zip(table.columns, row.figures, strict=True):
        if figure is None or figure.hedge or column.kind in _SKIPPED:
            continue
        if column.kind not in PLANS or (figure.dimension == "percent" and column.kind != "target"):
            yield _Cell(
                figure, frozenset(pairs(column.header)), column.header, column.kind, row, at
            )


def row_names(table: TypedTable, row: Row) -> Iterator[str]:
    """What a row may be called: its words, without number, brackets and the kind of place."""
    if row.total:
        rates = (c.header for c, f in zip(table.columns, row.figures, strict=True) if _is_rate(f))
        yield from (
            word + plain(header) for header in rates for word in _ALL if len(header) > _SHORT
        )
        return
    level = table.column("level3") or table.column("level2")
    words = (
        [row.texts[level]]
        if level is not None
        else [t for t in row.texts if t and not _is_figure(t)]
    )
    if not words:
        return
    name = words[-1] if level is None and len(words) > 1 and len(words[-1]) < _LEAD else words[0]
    name = _NUMBERED.sub("", name)
    code = _CODE.match(name)
    if code:
        name = name[code.end() :]
    name = plain(name) if len(plain(name)) >= _SHORT else name
    for each in {name, _PLACE.sub("", name), _RATE.sub("", name)}:
        if len(each) >= _SHORT and each[:_SHORT].isalpha():
            yield each


def _is_rate(figure: Quantity | None) -> bool:
    return figure is not None and figure.dimension == "percent"


def _is_figure(text: str) -> bool:
    return any(letter.isdigit() for letter in text) and not any(
        "\u4e00" <= c <= "\u9fff" for c in text[:2]
    )


def _is_alike(figure: Quantity, cell: _Cell) -> bool:
    """Whether a cell may hold a figure: of its dimension, or without unit what is counted."""
    dimension = cell.figure.dimension
    counted = figure.dimension.startswith("count:")
    if dimension == "number":
        return counted or figure.dimension == "number"
    if counted and dimension.startswith("count:"):
        return figure.unit == cell.figure.unit or (figure.unit or "") in cell.words
    return figure.dimension == dimension


def _may_be_its_rate(words: str, cell: _Cell) -> bool:
    """Whether the rate that words name, if they name one, is what a cell's column or row tells."""
    named = _RATED.search(words)
    if named is None:
        return True
    told = cell.words + "".join(cell.row.texts)
    stems = _SPENT if named[1] in _SPENT else (named[1],)
    return any(stem in told for stem in stems)


def _may_be_told(facts: Facts, figure: Quantity, cell: _Cell) -> bool:
    """Whether words around a figure say so, where a cell is a rate of a score."""
    if cell.kind != "score-rate":
        return True
    near = facts.windows.around("sentence", figure.start, figure.end, _FAR, _NEXT)
    return bool(_SCORED.search(facts.text, *near))


def _are_of_row(between: list[Quantity], chosen: list[_Cell]) -> bool:
    """Whether the figures between a row's name and a figure are the row's own."""
    figures = [f for cell in chosen for f in cell.row.figures if f is not None]
    return all(any(b.value.meets(f.value) for f in figures) for b in between)


def _chosen(cells: list[_Cell], words: str) -> list[_Cell]:
    """The cells whose column words before a figure name best; all where they name none."""
    named = pairs(words)
    best = max((len(c.header & named) for c in cells), default=0)
    return [c for c in cells if len(c.header & named) == best]
