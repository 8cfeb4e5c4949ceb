"""What lengths told of two days should be, in words."""

from __future__ import annotations

import pytest

from linter.binding.dates.told_lengths import told_lengths
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("4月3日公告，4月18日成交，用时25天。", "4月3日至4月18日相差15天"),
        (
            "租期三年（2020年7月1日至2022年6月30日）。",
            "2020年7月1日至2022年6月30日共730天（约2年）",
        ),
        ("2019年10月立项，2023年10月验收，相隔五年。", "2019年10月至2023年10月约4年"),
        ("原定10月10日开馆，9月20日开馆，推迟20天。", "9月20日早于10月10日"),
        ("比去年10月8日提早5天，于10月13日开镰。", "10月13日晚于10月8日"),
    ],
)
def test_how_far_the_days_are_apart(text: str, shown: str) -> None:
    assert [told.shown for told in told_lengths(case(text + "\n").facts)] == [shown]
