"""Tables of one cell a line."""

from __future__ import annotations

import pytest

from linter.model import Table
from tests.cases import document

CAPTIONED = """表2 支出构成（单位：万元）
费用名称
预算安排
实际支出
建安工程费
1652.40
1534.17
勘察设计费
78.60
75.20
合计
1731.00
1609.37
其余见附件，不再一一列示，具体以决算报表为准。
"""


def tables(text: str) -> list[Table]:
    return list(document(f"某局绩效自评报告\n{text}", "报告.txt").tables)


def test_cells_that_come_round_below_a_caption() -> None:
    (table,) = tables(CAPTIONED)
    assert [len(row) for row in table.rows] == [3, 3, 3, 3]


@pytest.mark.parametrize(
    "text",
    [
        CAPTIONED.replace("表2 支出构成（单位：万元）\n", ""),  # no caption
        CAPTIONED.replace("75.20\n", ""),  # a cell is lost
        "表2 支出构成\n建安工程费\n勘察设计费\n监理费\n检测费\n其他费\n合计\n",  # no figures
    ],
)
def test_no_table(text: str) -> None:
    assert tables(text) == []
