"""The evaluated year."""

from __future__ import annotations

import pytest

from linter.facts.year import evaluated_year


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("某县2018年度扶贫资金绩效自评报告", "2019年3月，2019年度", (2018, "标题")),
        ("2022年某局绩效自评报告", "", (2022, "标题")),
        ("2021-2022年某局绩效评价报告", "", (2022, "标题")),
        ("某水〔2024〕15号\n某局2023年水库项目绩效自评报告", "", (2023, "标题")),
        ("某局2022年水毁修复项目2023年度绩效自评报告", "", (2023, "标题")),
        ("某局2022年立项修复项目2023年绩效自评报告", "", (2023, "标题")),
        ("某县2025年运动会筹备经费绩效自评报告（2023年度）", "", (2023, "标题")),
        ("某县2023年度绩效自评报告（2024年度公开）", "", (2023, "标题")),
        ("2024年公开\n某局2023年水库项目绩效自评报告", "", (2023, "标题")),
        ("某局2024年3月提交的2023年项目绩效自评报告", "", (2023, "标题")),
        ("某县1952年版县志整理绩效自评报告", "2023年度下达", (2023, "“年度”的写法")),
        ("某县绩效自评报告（2024年3月）", "2023年度下达", (2023, "“年度”的写法")),
        ("某县绩效自评报告（2024年3月）", "", (2024, "标题")),
        ("某局绩效自评报告", "2022年度下达，2022年度支出，2021年度结转", (2022, "“年度”的写法")),
        ("某局绩效自评报告", "2022年下达，2022年支出，2021年结转", (2022, "开头的年份")),
        ("某局绩效自评报告", "2021年下达，2022年支出", (2022, "开头的年份")),
        ("某局绩效自评报告", "下达100万元。", None),
        ("", "", None),
        ("某局1850年绩效自评报告", "", None),
    ],
)
def test_evaluated_year(title: str, text: str, expected: tuple[int, str] | None) -> None:
    assert evaluated_year(title, text) == expected


def test_a_labelled_line_below_the_title_names_the_year() -> None:
    title, text = "某局绩效自评报告", "2022年度考核优秀。"
    assert evaluated_year(title, text, "\n(评价年度:2023年)\n") == (2023, "标题")
    assert evaluated_year(title, text, "\n2023年，") == (2022, "“年度”的写法")


def test_the_beginning_goes_before_the_rest() -> None:
    text = "2022年度下达。" + "略。" * 1000 + "2020年度。" * 5
    assert evaluated_year("某局绩效自评报告", text) == (2022, "“年度”的写法")


def test_a_year_far_down_is_found_when_it_is_the_only_one() -> None:
    assert evaluated_year("某局绩效自评报告", "略。" * 1000 + "2020年度。") == (
        2020,
        "“年度”的写法",
    )


def test_a_line_below_the_title_names_the_year() -> None:
    title = "某局2022年水毁修复项目绩效自评报告"
    assert evaluated_year(title, "", "\n(2023年度)\n一、概况\n") == (2023, "标题")
    assert evaluated_year(title, "", "\n2023年度支出49万元。\n") == (2022, "标题")
