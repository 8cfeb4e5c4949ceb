"""Sheets of what was not submitted as listed, what could not be checked, and what was right."""

from __future__ import annotations

from linter.output.ledger.rows import Rows, Sheets
from linter.output.standing import RIGHT, Standing, is_unread, project
from linter.output.words import ZH
from linter.output.workbook import Column
from linter.season import Entry, Listed

_LISTS = (
    Column("情形", 11, "middle"),
    Column("单位", 24),
    Column("单位编码", 13, "middle"),
    Column("项目", 28),
    Column("项目编码", 16, "middle"),
    Column("地区", 12, "middle"),
    Column("主管部门", 20),
    Column("年度", 8, "middle"),
    Column("名单行号", 9, "number"),
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
    Column("单位", 24),
    Column("对象", 26),
    Column("位置", 30),
    Column("核对内容", 26),
    Column("原文", 20),
    Column("算式", 44),
    Column("规则号", 24),
)


def write_lists(sheets: Sheets, standing: Standing) -> None:
    """Writes 报送情况: what is missing, came twice, is not on the list or of another year."""
    rows = Rows(sheets, "报送情况", "应报未报、重复报送、名单外报送、年度不符", _LISTS)
    season = standing.season
    for listed in season.missing:
        rows.add(["应报未报", *_listed(listed), listed.path])
    entries = {entry.path: entry for entry in season.entries}
    for name, paths in (
        ("重复报送", season.twice),
        ("名单外报送", season.unlisted),
        ("年度不符", season.other_year),
    ):
        for path in paths:
            entry = entries.get(path)
            told = _submitted(entry) if entry else [""] * 8
            rows.add([name, *told, sheets.file(path, path)])
    rows.finish("没有缺报、重报、名单外报送或年度不符的")


def _listed(listed: Listed) -> list[str | int]:
    key = listed.key
    year = listed.year or ""
    return [key.unit, key.unit_code, key.project, key.project_code, key.region, key.department,
            year, listed.row]  # fmt: skip


def _submitted(entry: Entry) -> list[str | int]:
    key = entry.key
    row = entry.listed.row if entry.listed else ""
    return [key.unit, key.unit_code, project(entry), key.project_code, key.region, key.department,
            entry.year or "", row]  # fmt: skip


def write_unread(sheets: Sheets, standing: Standing) -> None:
    """Writes 未能检查: each submission that could not be checked, and why."""
    rows = Rows(sheets, "未能检查", "扫描件、加密、损坏等未能检查的材料", _UNREAD)
    for entry in filter(is_unread, standing.season.entries):
        findings = [told.finding for told in entry.told]
        why = "\n".join(finding.message for finding in findings)
        what = "\n".join(dict.fromkeys(f.suggestion for f in findings if f.suggestion))
        file = sheets.file(entry.path, entry.path)
        rows.add([rows.count + 1, entry.key.unit, entry.key.project, file, why, what])
    rows.finish("全部材料均已检查")


def write_passed(sheets: Sheets, standing: Standing) -> None:
    """Writes 核对通过: what was computed anew and found right, with the arithmetic."""
    rows = Rows(sheets, "核对通过", "重新计算后无误的数字与算式", _PASSED)
    for entry in standing.season.entries:
        for right in entry.passed:
            family = right.rule.partition("/")[0]
            line = f"，第{right.line}行" if right.line else ""
            where = f"{entry.path.rpartition('/')[2]}{line}"
            sum_ = right.calculation or "符合"
            rows.add([
                RIGHT, ZH.families.get(family, family), entry.key.unit, project(entry), where,
                right.subject, right.quote, sum_ if "✓" in sum_ else f"{sum_} ✓", right.rule,
            ])  # fmt: skip
    rows.finish("没有可重新计算的数字")
