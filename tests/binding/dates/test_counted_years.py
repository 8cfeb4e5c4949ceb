"""Numbers of years with the years that they count."""

from __future__ import annotations

import pytest

from linter.binding.dates.counted_years import counted_years
from tests.cases import case

TITLE = "某局2023年度绩效自评报告\n"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("规划从2021年管到2025年，首尾共五个年度。", [True]),
        ("规划从2021年管到2025年，首尾共四个年度。", [False]),
        ("补贴自2016年起年年发放，2023年已是第8个年头。", [True]),
        ("补贴自2016年起年年发放，从未间断，2023年已是第18个年头。", [False]),
        ("补贴自2016年起发放，今年是第九个年头。", [True]),
        ("书展自2015年起举办，疫情期间停办，2023年是第六个年头。", []),
        ("补贴自2016年起发放，2021年提标，2023年是第二年。", []),
        ("《三年行动方案（2021—2023年）》《五年规划（2021—2027年）》。", [True, False]),
        ("前三年（2021—2024年）投入600万元，近三年（2020—2023年）逐年提高。", [False, True]),
        ("2023年（2021—2025年规划第三年）。", []),
        ("自2022年7月1日起施行，有效期两年，至2024年6月30日止。", [True]),
        ("自2022年起施行，有效期四年，至2024年止。", [False]),
        ("方案自2022年1月1日起实施，方案第二年（2022年）补植。", [False]),
        ("方案自2022年9月起实施，方案第二年（2024年）补植。", [True]),
        ("第一年（2022年）勘界，第二年（2024年）补植。", [False]),
        ("养护规划（2021—2025年）中，2023年为第三年。", [True]),
        ("养护规划（2021—2025年）实施后，2022年为第三年。", [False]),
        ("2022年为第一年，2023年为第二年。", [True]),
    ],
)
def test_years(text: str, right: list[bool]) -> None:
    assert [told.right for told in counted_years(case(TITLE + text).facts)] == right
