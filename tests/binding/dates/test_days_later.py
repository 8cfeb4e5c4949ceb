"""Days told as so many after another."""

from __future__ import annotations

import pytest

from linter.binding.dates.days_later import days_later
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("验收会开在3月15日，次日即3月16日移交。", [True]),
        ("验收会开在3月15日，次日（3月26日）移交。", [False]),
        ("12月31日封账，次日即1月1日启用新账。", [True]),
        ("2024年2月28日闭馆，翌日即2月29日复馆。", [True]),
        ("8月20日遭灾，三天后的8月22日到账。", [True]),
        ("8月20日遭灾，十天后的8月23日到账。", [False]),
        ("3月5日公告，一周后（3月22日）开标。", [False]),
        ("3月5日公告，一个月后的4月8日开标。", [True]),
        ("2022年3月5日立项，半年后的2022年12月开工。", [False]),
        ("6月5日中标，半个月后的7月5日签约。", [False]),
        ("8月12日接到举报，隔天（8月14日）赶到现场。", [True]),
        ("8月12日接到举报，隔天也就是8月15日赶到现场。", [False]),
        ("3月5日开标，开标之后40天也就是4月4日签约。", [False]),
        ("3月5日开标，开标后10天即3月15日签约。", [True]),
        ("3月5日开标，公示5天，即3月10日结束。", []),
        ("3月5日截止，4月2日进场，十天后的4月12日完工。", [True]),
    ],
)
def test_whether_it_is_right(text: str, right: list[bool]) -> None:
    assert [told.right for told in days_later(case(text + "\n").facts)] == right


@pytest.mark.parametrize(
    "text",
    [
        "3月5日开标，公示5天，次日即3月11日发出通知书。",
        "3月5日开标，公示期满次日（3月9日）签约。",
        "5月20日前报送，三天后的5月25日汇总。",
        "8月20日遭灾，5个工作日后的8月29日到账。",
        "8月20日遭灾，核定三天后的8月28日到账。",
        "约十天后的8月23日到账。",
    ],
)
def test_nothing_that_may_be_counted_from_another(text: str) -> None:
    assert not list(days_later(case(text + "\n").facts))
