"""Steps told with their years alone."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "date/course"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("泵站2019年立项，2021年开工，2020年建成投用。", ["2020年"]),
        ("工作站2021年获批，2022年招收首批人员，2020年全部出站。", ["2020年"]),
        ("自2016年建站以来坚持监测，2012年起发布数据。", ["2012年"]),
        ("泵站2019年立项，2020年开工。自2016年建站以来，2018年起发布数据。", []),
        ("2023年申报12项，2022年批复8项。", []),
        ("2023年度申报，2022年度批复；2023年申报的项目，2022年批复。", []),
        ("自2018年运营以来，一直执行2016年起施行的标准。", []),
        ("自2016年建站以来坚持监测，前身水文点1998年起发布数据。", []),
    ],
)
def test_steps(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
