"""One step of one thing told with two days."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "date/one-event"
FIRST = "石马河堤防加固2023年3月20日开工。"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (f"{FIRST}\n石马河堤防加固到2023年9月2日才动工。", ["2023年9月2日"]),
        (f"{FIRST}\n石马河堤防加固计划2023年2月9日开工。", []),
        (f"{FIRST}\n石马河堤防加固2023年9月2日复工。", []),
        (f"{FIRST}\n石马河堤防加固2023年9月2日竣工。", []),
        (f"{FIRST}\n柳湾水库除险2023年9月2日动工。", []),
        (f"{FIRST}\n石马河堤防加固2023年9月2日动工，又2023年10月6日动工。", []),
        (f"{FIRST}\n不分标段，现场2023年9月2日动工。", ["2023年9月2日"]),
        ("东村饮水安全提升2023年5月8日完工。\n西村饮水安全提升2023年7月19日完工。", []),
        ("补助86万元2023年4月6日到账。\n补助86万元，到账日期为2023年8月17日。", ["2023年8月17日"]),
        ("补助86万元2023年4月6日到账。\n补助60万元，到账日期为2023年8月17日。", []),
    ],
)
def test_two_days(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
