"""The columns of the list of findings, some of which are read back by their titles."""

from __future__ import annotations

from linter.output.workbook import Column

ACCEPTED, REJECTED = "采纳", "不采纳"
DECISION, REVIEWER, DAY, MENDED = "是否采纳", "复核人", "复核日期", "整改情况"
FINGERPRINT, PATH, BEFORE = "指纹", "路径", "原有意见"
LEVEL_COLUMN, DECISION_COLUMN = 1, 11

FINDINGS = (
    Column("序号", 6, "number"),
    Column("等级", 6, "level"),
    Column("复核维度", 8, "middle"),
    Column("单位", 14),
    Column("对象", 15),
    Column("文件", 15),
    Column("位置", 14),
    Column("复核发现", 32),
    Column("事实及判定", 32),
    Column("处理建议", 20),
    Column("核验依据", 13),
    Column(DECISION, 8, "choice", (ACCEPTED, REJECTED)),
    Column(REVIEWER, 8, "choice"),
    Column(DAY, 11, "day"),
    Column(MENDED, 14, "input"),
    Column("规则号", 22),
    Column(FINGERPRINT, 18, hidden=True),
    Column(PATH, 18, hidden=True),
    Column(BEFORE, 8, hidden=True),
)
PRINTED = 15
"""How many of them are printed: the rule's id and what is hidden are for programs."""
