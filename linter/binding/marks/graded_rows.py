"""Tables that give each unit or project its mark and its grade, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.binding.case import Case
from linter.binding.marks.bands import Bands
from linter.binding.marks.grades import LOWERED, Graded
from linter.facts.table import Row, TypedTable
from linter.regexes.late import regex

_GRADE = regex("(?:自评|评价|绩效|综合|考核|评定|结果)*(?:等级|等次|评级|档次)")
"""The whole header of a column of grades, so that it is of nothing else: 风险等级."""
_ANY_GRADE, _ANY_MARK = regex("等级|等次|评级|档次|定级"), regex("分$|分数|成绩")
_MARK = regex("(?:自评|评价|绩效|综合|考核|评定)*(?:得分|评分|总分|总得分|分数)")
_WORD = regex("优秀?|良好?|中等?|差")
_MOVED = regex(
    f"{LOWERED}|直接(?:定|评)为|不[得能予可][^,，;。]{{0,3}}评|取消[^,，;。]{{0,6}}[评优]"
)
"""Wherever it stands: a grade need not be that of the mark."""
_REMARKS = ("note", "reason")
_FEWEST = 2
_TIMES = 2
"""How many times as many rows must fit the bands as do not."""


def graded_rows(case: Case, bands: Bands) -> Iterator[Graded]:
    """The marks and grades of such tables, where most of the rows are graded by these bands.

    Where the report states no bands, others may be in use: a row is then told only where no bands
    at all would fit the table, as a higher mark has a lower grade.
    """
    graded = [rows for table in case.facts.tables if len(rows := _rows(case, table)) >= _FEWEST]
    if not graded or _MOVED.search(case.facts.text):
        return
    for rows in graded:
        odd = [found for found in rows if not bands.admits(_grade(case, found), found.score)]
        if len(rows) - len(odd) < _TIMES * len(odd):
            continue
        if {_grade(case, found) for found in odd} <= bands.stated or not _is_ranked(case, rows):
            yield from rows


def _is_ranked(case: Case, rows: list[Graded]) -> bool:
    """Whether no row has a better grade than one with a higher mark."""
    order = [grade.name for grade in case.profile.grades]
    by_mark = sorted(rows, key=lambda found: -found.score.printed)
    ranks = [order.index(_grade(case, found)) for found in by_mark]
    return all(
        a <= b or one.score.printed == other.score.printed
        for (one, a), (other, b) in pairwise(zip(by_mark, ranks, strict=True))
    )


def _grade(case: Case, found: Graded) -> str:
    grade = case.profile.grade_of(found.word)
    return found.word if grade is None else grade.name


def _rows(case: Case, table: TypedTable) -> list[Graded]:
    columns = _columns(table)
    if columns is None or not table.table.sure:
        return []
    mark, grade = columns
    found = []
    for row in table.rows:
        figure, cell = row.figures[mark], row.cells[grade]
        if figure is None or cell is None or not 0 < figure.printed <= case.profile.total:
            continue
        word = row.texts[grade].strip()
        known = _WORD.fullmatch(word) is not None and case.profile.grade_of(word) is not None
        if known and not _is_remarked(table, row):
            found.append(Graded(figure, word, cell.start, cell.end, apart=True))
    return found


def _columns(table: TypedTable) -> tuple[int, int] | None:
    """The only column of marks and the only one of grades; nothing where marks have full marks."""
    headers = [column.header for column in table.columns]
    marks = [n for n, header in enumerate(headers) if _ANY_MARK.search(header)]
    grades = [n for n, header in enumerate(headers) if _ANY_GRADE.search(header)]
    if len(marks) != 1 or len(grades) != 1 or any(c.kind == "full" for c in table.columns):
        return None
    plain = _MARK.fullmatch(headers[marks[0]]) and _GRADE.fullmatch(headers[grades[0]])
    return (marks[0], grades[0]) if plain else None


def _is_remarked(table: TypedTable, row: Row) -> bool:
    """Whether a remark stands in a row, which may say why its grade is another."""
    return any(
        text.strip()
        for column, text in zip(table.columns, row.texts, strict=True)
        if column.kind in _REMARKS
    )
