"""The days that a passage tells, each in a year."""

from __future__ import annotations

import pytest

from linter.binding.dates.told_days import days_of
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2023年3月18日开工，同年10月25日完工。", ["2023-03-18", "2023-10-25"]),
        ("3月18日开工，2023年10月25日完工。", ["2023-03-18", "2023-10-25"]),
        ("2023年11月进场，1月5日完工。", ["2023-11-01", "2024-01-05"]),
        ("二〇二二年三月至二〇二三年一月。", ["2022-03-01", "2023-01-31"]),
        ("3月20日至3月22日公示。", ["2001-03-20", "2001-03-22"]),
        ("“十三五”期间1至5月，首尾两月。", ["2001-01-01", "2001-05-31"]),
        ("2023年比去年多。", ["2023-01-01"]),
    ],
)
def test_the_first_day_of_each(text: str, days: list[str]) -> None:
    found = days_of(case(text + "\n").facts, 0, len(text))
    assert found is not None
    assert [str(day.first) for day in found] == days


@pytest.mark.parametrize("text", ["2023年2月30日完工。", "上半年开工，8月完工。"])
def test_nothing_where_one_cannot_be_read(text: str) -> None:
    assert days_of(case(text + "\n").facts, 0, len(text)) is None
