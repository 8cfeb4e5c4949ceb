"""Sheets of what was not submitted as listed, what could not be checked, and what was right."""

from __future__ import annotations

from collections.abc import Iterator

from linter.output.ledger.rows import Rows, Sheets
from linter.output.standing import RIGHT, Standing, is_unread, project
from linter.output.words import ZH
from linter.output.workbook import Column
from linter.season import Entry, Key, Season

OTHERS = "另有 {} 项检查没有发现问题"
"""What is said of the passes that say nothing of a figure's value, which are not listed."""

_LISTS = (
    Column("情形", 11, "middle"),
    Column("单位", 24),
    Column("单位编码", 13, "middle"),
    Column("项目", 28),
    Column("项目编码", 16, "middle"),
    Column("地区", 12, "middle"),
    Column("主管部门", 20),
    Column("年度", 8, "middle"),
    Column("清单行号", 9, "number"),
    Column("文件", 44),
)
_UNREAD = (
    Column("序号", 6, "number"),
    Column("单位", 24),
    Column("项目", 28),
    Column("文件", 44),
    Column("原因", 44),
    Column("处理建议", 36),
)
_PASSED = (
    Column("等级", 6, "level"),
    Column("复核维度", 9, "middle"),
    Column("单位", 22),
    Column("对象", 24),
    Column("位置", 26),
    Column("核对的数字或文字", 22),
    Column("算式", 40),
    Column("检查项", 32),
    Column("规则号", 24),
)


class Lists:
    """The sheet 报送情况: what is missing, came twice, is not on the list or of another year."""

    def __init__(self, sheets: Sheets, season: Season) -> None:
        holds = "应报未报、重复报送、不在清单、年度不符"
        self._rows, self._sheets = Rows(sheets, "报送情况", holds, _LISTS), sheets
        self._missing = season.missing
        self._kinds = (
            ("重复报送", season.twice),
            ("不在清单", season.unlisted),
            ("年度不符", season.other_year),
        )
        self._wanted = frozenset(path for _, paths in self._kinds for path in paths)
        self._told: dict[str, list[str | int]] = {}

    def add(self, entry: Entry) -> None:
        """A submission, which is kept in mind if it is to be told."""
        if entry.path in self._wanted:
            row = entry.listed.row if entry.listed else ""
            self._told[entry.path] = _cells(entry.key, project(entry), entry.year, row)

    def finish(self) -> None:
        """There are no more."""
        for listed in self._missing:
            told = _cells(listed.key, listed.key.project, listed.year, listed.row)
            self._rows.add(["应报未报", *told, listed.path])
        for name, paths in self._kinds:
            for path in paths:
                told = self._told.get(path) or [""] * 8
                self._rows.add([name, *told, self._sheets.file(path, path)])
        self._rows.finish("没有应报未报、重复报送、不在清单或年度不符的")


def _cells(key: Key, name: str, year: int | None, row: int | str) -> list[str | int]:
    return [key.unit, key.unit_code, name, key.project_code, key.region, key.department,
            year or "", row]  # fmt: skip


class Unread:
    """The sheet 未能检查: each submission that could not be checked, and why."""

    def __init__(self, sheets: Sheets) -> None:
        self._sheets = sheets
        self._rows = Rows(sheets, "未能检查", "扫描件、加密、损坏等未能检查的材料", _UNREAD)

    @property
    def count(self) -> int:
        """How many there are."""
        return self._rows.count

    def add(self, entry: Entry) -> None:
        """A submission."""
        if not is_unread(entry):
            return
        findings = [told.finding for told in entry.told]
        why = "\n".join(finding.message for finding in findings)
        what = "\n".join(dict.fromkeys(f.suggestion for f in findings if f.suggestion))
        file, number = self._sheets.file(entry.path, entry.path), self._rows.count + 1
        self._rows.add([number, entry.key.unit, entry.key.project, file, why, what])

    def finish(self) -> None:
        """There are no more."""
        self._rows.finish("全部材料均已检查")


class Passed:
    """The sheet 核对无误: what was computed anew and found right, with the arithmetic."""

    def __init__(self, sheets: Sheets, standing: Standing) -> None:
        holds = "重新算过、或与别处对过的数字，附算式"
        self._rows, self._standing = Rows(sheets, ZH.right, holds, _PASSED), standing
        self._held = 0

    def add(self, entry: Entry) -> None:
        """What was right in a submission."""
        name, file = project(entry), entry.path.rpartition("/")[2]
        for rule, where, told in was_right(entry, self._standing):
            family = rule.partition("/")[0]
            self._rows.add([
                RIGHT, ZH.families.get(family, family), entry.key.unit, name,
                "，".join(filter(None, (file, where))), *told, rule,
            ])  # fmt: skip
        self._held += entry.held

    def finish(self) -> None:
        """There are no more."""
        self._rows.finish("没有可重新计算的数字")
        if self._held:
            self._rows.holds += f"；{OTHERS.format(self._held)}"


def was_right(entry: Entry, standing: Standing) -> Iterator[tuple[str, str, tuple[str, str, str]]]:
    """What was computed anew in a submission and found right.

    Of each its rule, its place, and what is told of it: the figure, the arithmetic, and what was
    looked at. What is asked of a whole file has no figure.
    """
    lines = (f"第{right.line}行" if right.line else "" for right in entry.passed)
    for right, where in zip(entry.passed, entry.passed_at or lines, strict=False):
        figure = right.subject if right.quote or right.subject != entry.path else ""
        sum_ = right.calculation or "符合"
        told = sum_ if "✓" in sum_ else f"{sum_} ✓"
        yield right.rule, where, (figure or right.quote, told, standing.checks(right.rule))
