"""The sheet 复核意见汇总: a row a project, in the columns of the system's import form."""

from __future__ import annotations

from collections.abc import Iterable

from linter.output.ledger.rows import Rows, Sheets
from linter.output.standing import LEVELS, Item, is_unread, levels, project
from linter.output.workbook import Column, Link
from linter.season import Entry

PASS, MEND, BACK = "通过", "修改后通过", "退回"
RETURN_AT = 10
"""From so many P0 findings on a submission is proposed to be sent back."""

_COLUMNS = (
    Column("项目名称", 30),
    Column("项目编码", 18, "middle"),
    Column("单位编码", 14, "middle"),
    Column("单位名称", 24),
    Column("内容完整性", 26),
    Column("论证充分性", 26),
    Column("结果客观性", 26),
    Column("评审得分", 10, "mark"),
    Column("建议结论", 13, "choice", (PASS, MEND, BACK)),
)
_COMPLETE = ("input", "structure", "numbering", "typography", "layout")
_ARGUED = ("evidence", "indicator")
_UNREAD = "未能检查，请人工复核"


class Opinions:
    """The sheet; what could not be checked is left to the reviewer."""

    def __init__(self, sheets: Sheets, other_year: Iterable[str]) -> None:
        holds = "一个项目一行，按一体化系统导入表的列；评审得分由复核人填写"
        self._rows = Rows(sheets, "复核意见汇总", holds, _COLUMNS)
        self._other_year = frozenset(other_year)

    def add(self, entry: Entry, items: Iterable[Item], first: str) -> None:
        """A submission with its findings, the first of which stands at ``first``."""
        key, kept = entry.key, [item for item in items if not item.rejected]
        said = [_UNREAD] * 3 if is_unread(entry) else _opinions(kept)
        name = Link(project(entry), place=first)
        conclusion = conclude(entry, kept, entry.path in self._other_year)
        self._rows.add([name, key.project_code, key.unit_code, key.unit, *said, None, conclusion])

    def finish(self) -> None:
        """There are no more."""
        self._rows.finish("没有报送材料")


def conclude(entry: Entry, items: Iterable[Item], other_year: bool) -> str:
    """The conclusion that is proposed; none where nothing was checked.

    P2 alone passes; a report on another year, or one with many P0, is sent back.
    """
    if is_unread(entry):
        return ""
    counts = levels(items)
    if other_year or counts["P0"] >= RETURN_AT:
        return BACK
    return MEND if counts["P0"] or counts["P1"] else PASS


def _opinions(items: list[Item]) -> list[str]:
    """What is said of completeness, of reasons and of figures."""
    parts: dict[str, list[Item]] = {"complete": [], "argued": [], "right": []}
    for item in items:
        family = item.told.finding.rule.partition("/")[0]
        kind = "complete" if family in _COMPLETE else "argued" if family in _ARGUED else "right"
        parts[kind].append(item)
    return [_opinion(part) for part in parts.values()]


def _opinion(items: list[Item]) -> str:
    if not items:
        return "未发现问题"
    counts = levels(items)
    counted = "、".join(f"{level} {counts[level]}处" for level in LEVELS.values() if counts[level])
    names = "、".join(dict.fromkeys(item.told.finding.name for item in items))
    return f"{counted}：{names}"
