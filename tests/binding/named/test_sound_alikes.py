"""Names of one thing written in two ways."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/names"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("项目在柳林小学实施。验收报告载明柳琳小学食堂已改造。", ["柳琳小学"]),
        ("道路起点为沙湾村、终点为洪家渡，全长3.9公里；施工图标注起点为沙弯村。", ["沙弯村"]),
        (
            "由宏图远达建设有限公司中标。宏图达远建设有限公司按期完工。",
            ["宏图达远建设有限公司"],
        ),
        ("南坪街道与相邻的南平街道同属城南片区。", []),
        ("东坪镇投入26万元。西坪镇投入30万元。", []),
        ("岫岗乡修渠。岫港乡修路。", []),
        ("在嘉禾乡敬老院和嘉和社区养老驿站改造。", []),
    ],
)
def test_names(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
