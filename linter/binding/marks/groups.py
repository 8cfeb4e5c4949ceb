"""Marks of parts: the rows that a table gives to a part of its indicators, and what prose says.

A table names the part in each of its rows, or once for all of them (决策|立项|5|5.00). The text
tells their sum: 决策三项9.5分, 过程类17.72分由……两块得分相加.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.marks.total_marks import READERS, won_totals
from linter.binding.summing import ADDED_UP
from linter.binding.sums.totals import Total
from linter.facts import numeral
from linter.facts.quantity import Quantity, comes_to
from linter.facts.score import role_of
from linter.facts.table import Row, TypedTable
from linter.model import Severity
from linter.regexes.late import regex

_FEWEST = 2
_PARTS = frozenset(
    {
        *("决策", "过程", "产出", "效益", "效果", "投入", "管理", "满意度", "预算执行"),
        *("数量", "质量", "时效", "成本"),
    }
)
"""Parts that reports have, whatever their tables name."""
_LEVELS = ("level1", "level2", "item")
_CLEAN = regex(r"[\s*]|\(.*?\)|指标$|类$|情况$")
_NUMBERED = regex(r"^[\d一二三四五六七八九十]+[.、]")
_NAME = regex(r"[\u4e00-\u9fff]{2,8}")
_BEFORE = regex(
    r"(?P<word>[\u4e00-\u9fff]{2,12}?)(?:类|方面|部分|维度|板块|一块|指标){0,2}"
    r"(?:(?P<number>[一二三四五六七八九十两]|\d{1,2})"
    r"(?:个?(?:[一二三]级)?(?:指标|细目)|项(?:指标)?|行))?"
    rf"(?:[一共合总小]计|共|{ADDED_UP}|自评|实际|评价|实得|满分|分值|权重|的?得分率|得分|得|也?[为是]|:)*$"
)
"""Before a mark: the part that it is of, and of how many rows it says to be the sum."""
_LED = regex(r"(?:^|[^\u4e00-\u9fff]|其中|[表附]?[表内中由是和及与即看上里把了])$")
"""Before the name of a part: no longer name (经济效益) ends in it."""
_OTHERS = regex(rf"{READERS}|上年|去年|上一年|往年|调整前")
"""In the clause before a mark: it is of another year, or of another reader."""
_LOST = regex("(?:丢|失分|扣)[^得]*$")
"""In the sentence before marks: they are those that were lost."""
_LISTED = regex(r"、[\d.]+分")
"""Behind a mark: it is the first of its rows', which are told one by one."""
_FAR = 120
_MARKS = ",，;。、()\n"
_REACH = 30


class Group(Struct, frozen=True):
    """A part's marks in one table."""

    full: tuple[Quantity, ...]
    obtained: tuple[Quantity, ...]


class Named(Struct, frozen=True):
    """A mark of the text with the part that it is of, and of how many rows it says to be."""

    figure: Quantity
    name: str
    number: int | None


def mark_groups(case: Case) -> dict[str, list[Group]]:
    """The marks of each part by its name. To be asked for with ``case.once``."""
    found: dict[str, list[Group]] = {}
    for table in case.facts.tables:
        obtained = table.column("obtained")
        if obtained is None or not table.table.sure:
            continue
        for name, rows in _rows_by_name(table).items():
            full = table.column("full")
            marks = tuple(_column(rows, obtained))
            if len(marks) == len(rows):
                weights = tuple(_column(rows, full)) if full is not None else ()
                found.setdefault(name, []).append(Group(weights, marks))
    return found


def _column(rows: list[Row], column: int) -> Iterator[Quantity]:
    for row in rows:
        figure = row.figures[column]
        if figure is not None and figure.dimension == "score" and figure.hedge is None:
            yield figure


def _rows_by_name(table: TypedTable) -> dict[str, list[Row]]:
    """The rows of each name in the columns that name parts; a cell left empty goes on."""
    found: dict[str, list[Row]] = {}
    for at, column in enumerate(table.columns):
        if column.kind not in _LEVELS and (at or column.kind is not None):
            continue
        name = ""
        for row in table.rows:
            if row.total:
                name = ""
                continue
            own = _NUMBERED.sub("", _CLEAN.sub("", row.texts[at]))
            name = own if _NAME.fullmatch(own) else "" if own else name
            if name:
                found.setdefault(name, []).append(row)
    return found


def named_marks(case: Case) -> list[Named]:
    """The marks of the text that stand behind the name of a part. Asked for with ``case.once``."""
    plain = (f for f in case.facts.text_by_dimension.get("score", []) if f.hedge is None)
    return [named for f in plain if (named := part_of(case, f)) is not None]


def told_marks(case: Case) -> dict[str, dict[str, list[Quantity]]]:
    """Of each part the marks told of it, as ``part`` (obtained) and ``whole`` (full), anywhere.

    To be asked for with ``case.once``.
    """
    told: dict[str, dict[str, list[Quantity]]] = {}
    for named in case.once(named_marks):
        role = role_of(case.facts, named.figure)
        if role != "deduction":
            kind = "whole" if role == "full" else "part"
            told.setdefault(named.name, {}).setdefault(kind, []).append(named.figure)
    for name, groups in case.once(mark_groups).items():
        for group in groups:
            for kind, figures in (("whole", group.full), ("part", group.obtained)):
                if len(figures) == 1:
                    told.setdefault(name, {}).setdefault(kind, []).extend(figures)
    return told


def part_of(case: Case, figure: Quantity) -> Named | None:
    """A figure with the part that the words before it name."""
    text, names = case.facts.text, _PARTS | case.once(mark_groups).keys()
    low, _ = case.facts.windows.before("clause", figure.start, _REACH)
    own = case.facts.behind_last(_MARKS, low, figure.start)
    told = _BEFORE.search(text, own, figure.start)
    sentence, _ = case.facts.windows.before("sentence", figure.start, _FAR)
    if (
        told is None
        or _OTHERS.search(text, low, figure.start)
        or _LOST.search(text, sentence, figure.start)
    ):
        return None
    word, number = told["word"], told["number"]
    name = next((word[at:] for at in range(len(word) - 1) if word[at:] in names), None)
    if name is None or not _LED.search(word[: -len(name)]):
        return None
    return Named(figure, name, numeral.read(number) if number else None)


def group_totals(case: Case) -> Iterator[Total]:
    """Each mark of the text that is told of a part, with the marks that a table has of it.

    So too the report's own total, with those of a table that makes up the whole and has no total.
    """
    yield from _own_total(case)
    groups = case.once(mark_groups)
    if not groups:
        return
    for named in case.once(named_marks):
        own = {group.obtained: group for group in groups.get(named.name, [])}
        summed = [group for marks, group in own.items() if len(marks) >= _FEWEST]
        if len(summed) != 1 or named.number not in (None, len(summed[0].obtained)):
            continue
        total = _total(case, named, summed[0])
        if total is not None:
            yield total


def _total(case: Case, named: Named, group: Group) -> Total | None:
    """A mark of a part with the rows that make it up, full marks or those obtained."""
    figure = named.figure
    role = role_of(case.facts, figure)
    if role in ("deduction", "total", "full-total"):
        return None
    if _LISTED.match(case.facts.text, figure.end):
        return None
    fits = comes_to(figure, group.obtained)
    if not fits and (role == "full" or comes_to(figure, group.full)):
        return None
    loose = named.number is None
    return Total(figure, group.obtained, severity=Severity.warning, loose=loose)


def _own_total(case: Case) -> Iterator[Total]:
    for table in case.facts.tables:
        full, obtained = table.column("full"), table.column("obtained")
        if full is None or obtained is None or any(row.total for row in table.rows):
            continue
        rows = list(table.rows)
        weights, marks = tuple(_column(rows, full)), tuple(_column(rows, obtained))
        whole = len(weights) == len(marks) == len(rows)
        if whole and sum(f.printed for f in weights) == case.profile.total:
            own = won_totals(case)[:1]
            yield from (Total(f, marks, severity=Severity.warning, loose=True) for f in own)
