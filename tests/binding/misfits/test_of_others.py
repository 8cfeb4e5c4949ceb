"""Totals that other figures, or some of their parts, make what they are."""

from __future__ import annotations

import pytest

from tests.checks.told import told


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # the nine of 多9人 are in none of the parts
        (
            "实际到岗者86人，其中教授18人，副教授比教授多9人而为27人，讲师23人，博士后8人，余下的10人。",
            [],
        ),
        (
            "实际到岗者86人，其中教授18人，副教授27人，讲师23人，博士后17人，余下的10人。",
            ["86人"],
        ),
        # a part that the total forgets
        ("全年支出共50万元，其中培训费10万元、设备费20万元、差旅费30万元。", ["50万元"]),
        # what stands before makes the amount, and the parts behind are made by each other
        (
            "水罐车4台，单价168.50万元，小计674.00万元；抢险车2台，一台156.00万元，两台312.00万元。",
            [],
        ),
    ],
)
def test_what_is_told_of_parts(text: str, quotes: list[str]) -> None:
    assert told("arithmetic/parts", f"某队2022年度项目绩效自评报告\n{text}\n") == quotes


def test_a_part_that_looks_like_a_telephone_is_one() -> None:
    # in running text 4001234567 is no figure, in a column of amounts it is
    text = (
        "\n|项目|支出（元）|\n|---|---|\n|甲|4001234567|\n"
        "|乙||\n|丙|200000|\n|丁|300000|\n|合计|4009999567|\n"
    )
    assert told("arithmetic/table-total", text) == ["4009999567"]
