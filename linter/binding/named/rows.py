"""Figures of one kind that each have a name: the column of a table, a list of the text.

Whoever tells which of them is the highest, or how far two are apart, need not tell the figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.named.listings import listings
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.table import TypedTable
from linter.regexes.late import regex

_BRACKETED = regex(r"\([^()]*\)|\s")
_KIND = regex(r"(?:类?指标|类|部分|方面)$")
_DETAIL = ("其中", "—", "-", "/")
_NOT_ONE = regex("^(?:全[省市县区部年镇乡]|其[他余])|平均|均值|标准|目标|上年|去年|合计|总[计体数]")
"""In a row's name: it is of all of them, or what they are held against."""
_SAYS = regex(
    "(?:[受因由].*|(?:实际|共|约|各|则|均|已|又|才|仅|只)*(?:完成|支出|安排|投[资入]|使用|收入|[升降增减回上下][\u4e00-\u9fff]{0,2}[至到]|[占为是有得达]).*)$"
)
"""Behind a name in a list: what is said of it: 三季度受雷雨影响升至."""
_ENDING = regex(
    "[区县市镇乡村州旗站校局科室费类座]|街道|社区|支出|经费|工程|项目|指标|阶段|小组|片区|标段"
)
"""What may be left of a name that is told in short: 岚口 for 岚口区."""
_SHORTEST, _FEWEST, _MOST, _SUM = 2, 2, 100, 3
"""And how many digits a figure must have that is no sum of others by chance."""
_LONGEST = 1_000
"""How much of a long sentence before a place is looked through."""


class NamedRow(Struct, frozen=True):
    """Figures of one kind with their names, and the words for what they are figures of."""

    noun: str
    """The header of a column; what leads to a list and what stands in it."""
    lead: str
    """The header; what leads to a list alone."""
    names: tuple[str, ...]
    figures: tuple[Quantity, ...]
    in_table: bool

    def named(self, word: str) -> Quantity | None:
        """The figure of the one thing that a word names, wholly, by its beginning or its end."""
        word = _KIND.sub("", word) or word
        both = [*zip(self.names, self.figures, strict=True)]
        same = [figure for name, figure in both if name == word]
        if not same:
            short = zip(_without_shared(self.names), self.figures, strict=True)
            same = [figure for name, figure in short if name == word]
        if not same and len(word) >= _SHORTEST:
            longer = [(n.removeprefix(word), f) for n, f in both if n.startswith(word)]
            same = [figure for rest, figure in longer if _ENDING.fullmatch(rest)]
        if not same and len(word) > _SHORTEST:
            same = [figure for name, figure in both if name.endswith(word)]
        return same[0] if len(same) == 1 else None

    def name(self, figure: Quantity) -> str:
        """What one of the figures is called."""
        return self.names[self.figures.index(figure)]


def named_columns(case: Case) -> list[NamedRow]:
    """Each column of a table whose rows all have a name of their own and a figure in it.

    None where a row is the sum of those below it: what it is of is no row among others. To be
    asked for with ``case.once``.
    """
    facts, found = case.facts, list[NamedRow]()
    for table in facts.tables:
        names = _names(table) if table.table.sure else None
        if names is not None and not _has_wholes(facts, table):
            found += _columns(table, names)
    return found


def lists(facts: Facts, low: int, high: int) -> Iterator[NamedRow]:
    """Each list of the running text between two places whose figures all have a name."""
    while low < high:
        start, end = facts.windows.bounds("sentence", low)
        for row in listings(facts, max(start, low - _LONGEST), min(end, high)):
            names = tuple(map(_called, row.names))
            if all(names) and len({*names}) == len(names):
                yield NamedRow(row.lead + "".join(row.names), row.lead, names, row.figures, False)
        low = max(end, low) + 1


def _without_shared(names: Sequence[str]) -> list[str]:
    """Names without what all of them begin or end with: 春季植树, 秋季植树."""
    spare = max(0, min(map(len, names)) - _SHORTEST)
    behind = min(_alike([name[::-1] for name in names]), spare)
    if behind:
        return [name[:-behind] for name in names]
    return [name[min(_alike(names), spare) :] for name in names]


def _alike(names: Sequence[str]) -> int:
    """With how many of the same characters all names begin."""
    return sum(
        1 for _ in takewhile(lambda letters: len({*letters}) == 1, zip(*names, strict=False))
    )


def _called(told: str) -> str:
    shorter = _SAYS.sub("", told)
    return shorter if len(shorter) >= _SHORTEST else told


def _columns(table: TypedTable, names: Sequence[str]) -> Iterator[NamedRow]:
    rows = [row for row in table.rows if not row.total]
    for at, column in enumerate(table.columns):
        figures = [f for f in (row.figures[at] for row in rows) if f is not None]
        alike = len({f.dimension for f in figures}) == 1
        if len(figures) == len(rows) and alike and not any(f.hedge for f in figures):
            pairs = zip(names, figures, strict=True)
            ones = [(name, figure) for name, figure in pairs if not _NOT_ONE.search(name)]
            if len(ones) >= _FEWEST:
                called, own = zip(*ones, strict=True)
                header = _BRACKETED.sub("", column.header)
                yield NamedRow(header, header, called, own, True)


def _has_wholes(facts: Facts, table: TypedTable) -> bool:
    """Whether a row's figure is the sum of those that follow it."""
    rows = [row.figures for row in table.rows if not row.total]
    for column in zip(*rows, strict=True):
        figures = [f for f in column if f is not None]
        for at, figure in enumerate(figures):
            below = [*accumulate(f.printed for f in figures[at + 1 :])][1:]
            if figure.printed in below and facts.digits(figure) >= _SUM:
                return True
    return False


def _names(table: TypedTable) -> list[str] | None:
    """What the rows of a table are called, by the first column of words that tells them apart."""
    rows = [row for row in table.rows if not row.total]
    if not _FEWEST <= len(rows) <= _MOST:
        return None
    for at in range(len(table.columns)):
        if any(row.figures[at] is not None for row in rows):
            continue
        names = [_BRACKETED.sub("", row.texts[at]) for row in rows]
        if all(names) and len({*names}) == len(names):
            return None if any(name.startswith(_DETAIL) for name in names) else names
    return None
