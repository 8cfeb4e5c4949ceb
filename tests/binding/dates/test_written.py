"""What is said of a day that there is not."""

from __future__ import annotations

import pytest

from linter.binding.dates.written import last_day
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年11月31日验收。", "11月只有30天，多半是11月30日"),
        ("建设期为2023年3月1日至2023年11月31日。", "11月只有30天，多半是11月30日"),
        ("于2021.2.30验收。", "2月只有28天，多半是2月28日"),
        ("于2021.13.18验收。", "一年只有12个月"),
        ("二〇二三年十一月三十一日验收。", "4、6、9、11月没有31日，2月至多29日"),
    ],
)
def test_the_day_that_is_likely_meant(text: str, expected: str) -> None:
    found = case(text)
    (moment,) = [m for m in found.facts.moments if not m.valid]
    assert last_day(found, moment) == expected
