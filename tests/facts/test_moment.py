"""Dates, years and periods as reports write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.facts.moment import Moment
from tests.cases import figures, moments


def moment(text: str) -> Moment:
    (found,) = moments(text)
    return found


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("2022年", "year", "2022-01-01", "2022-12-31"),
        ("2018年度", "year", "2018-01-01", "2018-12-31"),
        ("2022 年度", "year", "2022-01-01", "2022-12-31"),
        ("2021年全年", "year", "2021-01-01", "2021-12-31"),
        ("2021年5月18日", "date", "2021-05-18", "2021-05-18"),
        ("2021年5月18号", "date", "2021-05-18", "2021-05-18"),
        ("2021 年 5 月 18 日", "date", "2021-05-18", "2021-05-18"),
        ("2021年5月 18日", "date", "2021-05-18", "2021-05-18"),
        ("2021 年  5 月", "period", "2021-05-01", "2021-05-31"),
        ("2021.5.18", "date", "2021-05-18", "2021-05-18"),
        ("2021-05-18", "date", "2021-05-18", "2021-05-18"),
        ("2021/5/18", "date", "2021-05-18", "2021-05-18"),
        ("二〇二一年三月十五日", "date", "2021-03-15", "2021-03-15"),
        ("二零二一年十二月", "period", "2021-12-01", "2021-12-31"),
        ("2025年5月", "period", "2025-05-01", "2025-05-31"),
        ("2025年5月份", "period", "2025-05-01", "2025-05-31"),
        ("2020年元月", "period", "2020-01-01", "2020-01-31"),
        ("2020年2月底", "period", "2020-02-01", "2020-02-29"),
        ("2022年上半年", "period", "2022-01-01", "2022-06-30"),
        ("2022年下半年", "period", "2022-07-01", "2022-12-31"),
        ("2022年第三季度", "period", "2022-07-01", "2022-09-30"),
        ("2022年一季度", "period", "2022-01-01", "2022-03-31"),
        ("2022年4季度", "period", "2022-10-01", "2022-12-31"),
        ("2022.1—2022.12", "period", "2022-01-01", "2022-12-31"),
        ("2022年1月至12月", "period", "2022-01-01", "2022-12-31"),
        ("2022年1月—2022年12月", "period", "2022-01-01", "2022-12-31"),
        ("2016年1月起至2016年12月止", "period", "2016-01-01", "2016-12-31"),
        ("2022年11月1日至2023年1月31日", "period", "2022-11-01", "2023-01-31"),
        ("2022.1.1-2022.12.31", "period", "2022-01-01", "2022-12-31"),
        ("2016-2020年", "period", "2016-01-01", "2020-12-31"),
        ("2016—2020年", "period", "2016-01-01", "2020-12-31"),
        ("2016年至2020年", "period", "2016-01-01", "2020-12-31"),
        ("2022至2023年度", "period", "2022-01-01", "2023-12-31"),
        ("“十三五”", "period", "2016-01-01", "2020-12-31"),
        ("“十四五”期间", "period", "2021-01-01", "2025-12-31"),
        ("十二五规划期", "period", "2011-01-01", "2015-12-31"),
    ],
)
def test_written_form(text: str, kind: str, first: str, last: str) -> None:
    found = moment(text)
    assert (found.kind, str(found.first), str(found.last)) == (kind, first, last)
    assert (found.start, found.end, found.valid, found.ordered) == (0, len(text), True, True)


@pytest.mark.parametrize(
    ("text", "kind", "relative"),
    [
        ("今年", "relative", 0), ("今年以来", "relative", 0), ("去年", "relative", -1),
        ("前年", "relative", -2), ("明年", "relative", 1), ("上年", "year", -1), ("上年度", "year", -1),
        ("上一年度", "year", -1), ("本年度", "year", 0), ("当年", "year", 0), ("次年", "year", 1),
        ("同期", "year", -1),
    ],
)  # fmt: skip
def test_word_for_a_year_counts_from_the_evaluated_one(text: str, kind: str, relative: int) -> None:
    found = moment(text)
    assert (found.kind, found.relative, found.end) == (kind, relative, len(text))
    assert (found.year, found.first) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "12月底",
        "3月中旬",
        "1月份",
        "十二月",
        "3月至5月",
        "3-5月",
        "5月3日至8日",
        "年初",
        "三季度",
        "上半年",
    ],
)
def test_time_without_a_year_leaves_it_open(text: str) -> None:
    found = moment(text)
    assert (found.kind, found.year, found.first, found.valid) == ("period", None, None, True)
    assert found.end == len(text)


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("截至2018年12月31日，", "2018年12月31日"),
        ("截止12月底完成", "12月底"),
        ("项目实施期限：2022.1—2022.12", "2022.1—2022.12"),
        ("填报日期：2021.5.18", "2021.5.18"),
        ("2018年投入资金100万元", "2018年"),
        ("2019年底前完成", "2019年底"),
        ("于2018年6月5日印发", "2018年6月5日"),
    ],
)
def test_moment_in_its_sentence(text: str, literal: str) -> None:
    found = moment(text)
    assert text[found.start : found.end] == literal


@pytest.mark.parametrize(
    "text",
    [
        "2021年2月29日",
        "2021年2月30日",
        "2021年4月31日",
        "6月31日",
        "13月5日",
        "2021年13月",
        "2021.13.18",
        "2021-02-30",
        "2021年0月1日",
        "2021年1月32日",
    ],
)
def test_day_that_does_not_exist(text: str) -> None:
    assert (moment(text).valid, moment(text).first) == (False, None)


@pytest.mark.parametrize(
    "text", ["2020年2月29日", "2000年2月29日", "2021年12月31日", "6月30日", "2月29日"]
)
def test_day_that_exists(text: str) -> None:
    assert moment(text).valid


@pytest.mark.parametrize(
    "text",
    [
        "2023年12月至2023年1月",
        "2020-2016年",
        "2022.12—2022.1",
        "2023年5月8日至2023年5月3日",
        "2022年12月至1月",
    ],
)
def test_period_that_ends_before_it_begins(text: str) -> None:
    assert (moment(text).kind, moment(text).ordered) == ("period", False)


@pytest.mark.parametrize(
    "text",
    ["2020.5万元", "2020年5号文件", "2019人", "30.1961亿元", "2012个", "1/3", "3:1", "2.10元"],
)
def test_number_that_is_no_date(text: str) -> None:
    assert [m for m in moments(text) if m.kind == "date"] == []


def test_amount_that_looks_like_year_and_month() -> None:
    assert moments("2020.5万元") == []
    assert len(figures("2020.5万元")) == 1


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_day_is_read_in_every_writing(day: date) -> None:
    for text in (
        f"{day.year}年{day.month}月{day.day}日", f"{day.year}.{day.month}.{day.day}",
        f"{day.year}-{day.month:02}-{day.day:02}", f"{day.year}/{day.month}/{day.day}",
    ):  # fmt: skip
        assert (moment(text).first, moment(text).last, moment(text).kind) == (day, day, "date")


@given(
    st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.dates(date(1950, 1, 1), date(2049, 12, 31))
)
def test_every_period_is_read(a: date, b: date) -> None:
    found = moment(f"{a.year}年{a.month}月{a.day}日至{b.year}年{b.month}月{b.day}日")
    assert (found.first, found.last, found.ordered) == (a, b, a <= b)
