"""Which years an opening tells of as those of what is evaluated."""

from __future__ import annotations

import pytest

from linter.binding.dates.opening_years import opening_years
from tests.cases import case

TITLE = "某县2023年度农村公路养护资金绩效自评报告\n"


@pytest.mark.parametrize(
    ("opening", "years"),
    [
        ("我局组成工作组，对2022年度农村公路养护资金的使用情况进行了检查评价。", ["2022"]),
        ("摘要\n受县财政局委托，对某县2024年农村公路养护资金进行评价。", ["2024"]),
        ("我局把2022年农村公路养护这笔钱从头梳理了一遍，又做了评价。", ["2022"]),
        ("我局对2022年1月至12月的农村公路养护资金开展了自评。", ["2022"]),
        ("2022年度农村公路养护资金绩效评价得分为88分，现将自评情况报告如下。", []),
        ("按照2022年农村公路养护工作方案，对项目开展评价。", []),
        ("为给2024年度农村公路养护资金分配提供依据，我局开展了自评。", []),
        ("根据《关于对2022年度农村公路养护资金开展评价的通知》，我局开展了自评。", []),
        ("为把2024年农村公路养护资金用好，我局开展了本次自评。", []),
        ("对2024年农村公路养护计划，本次自评不作评价。", []),
        ("省厅对2022年农村公路养护资金作了评价，我县得分88分。", []),
        ("自评结果将作为安排2024年度农村公路养护资金的依据。", []),
        ("一、基本情况\n我局对2022年度农村公路养护资金开展了自评。", []),
    ],
)
def test_years(opening: str, years: list[str]) -> None:
    found = opening_years(case(TITLE + opening + "\n"))
    assert [match["year"] for match in found] == years
