"""Bands told beside a figure, and the one that it is put into."""

from __future__ import annotations

import pytest

from tests.checks.told import told


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("按照80分以上为绿牌、60分至80分为蓝牌的规定，信用得分72分，认定为绿牌。", ["绿牌"]),
        ("≥80分为低风险，60≤得分<80为中风险，<60分为高风险，得分58分，评定为中风险。", ["中风险"]),
        ("96%及以上为A档，90%—96%为B档，本单位执行率为93.4%，列为A档。", ["A档"]),
        ("按90%以上为先进的办法，李村完成率97%，因发生事故，评定为一般。", []),
        ("偏差在10%以内为正常，偏差7.3%，属于正常。", []),
        ("60分以上为入库，其中80分以上为重点，项目得85分，评定为入库。", []),
        ("决策20分、产出45分、效益28分，按90分以上为甲等、90分以下为乙等，评定为甲等。", []),
    ],
)
def test_a_name_has_to_be_that_of_the_band(text: str, quotes: list[str]) -> None:
    assert told("score/grade", f"\n{text}\n") == quotes
