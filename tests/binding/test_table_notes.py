"""Notes and captions that leave rows out of a total."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "arithmetic/table-total"
TABLE = "| 村 | 户数 | 人数 |\n|---|---|---|\n| 东村 | 320 | 1106 |\n| 西村 | 280 | 990 |\n| {} | 600 | 2069 |\n"


@pytest.mark.parametrize(
    "text",
    [
        TABLE.format("合计（去重）"),
        TABLE.format("合计") + "注：合计已剔除两村重复的27人。",
        TABLE.format("合计") + "\n说明：部分居民同时受益于两项，不重复计算。",
        "表1 各村人数（仅列两个大村）\n\n" + TABLE.format("合计"),
    ],
)
def test_a_total_that_is_not_of_all_rows(text: str) -> None:
    assert told(RULE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        TABLE.format("合计"),
        TABLE.format("合计") + "\n注：数据截至年底。",
        "表1 各村人数\n\n" + TABLE.format("合计"),
        TABLE.format("合计") + "\n培训内容不重复。",
    ],
)
def test_other_notes_leave_nothing_out(text: str) -> None:
    assert told(RULE, text) == ["2069"]
