"""Total rows of tables and the rows that they sum."""

from __future__ import annotations

import pytest

from linter.binding.sums.tables.columns import column_totals
from linter.facts.quantity import comes_to
from linter.model import Severity
from tests.cases import case


def totals(table: str) -> list[tuple[str, str]]:
    """Each total of a table (lines of cells, header first) with its parts."""
    header, *body = [f"| {' | '.join(line.split())} |" for line in table.strip().splitlines()]
    rule = "|" + "---|" * (header.count("|") - 1)
    opened = case("\n".join(("某局绩效自评报告", header, rule, *body)) + "\n")
    return [
        (
            opened.text(t.whole.start, t.whole.end),
            "+".join(opened.text(p.start, p.end) for p in t.parts),
        )
        for t in column_totals(opened.facts)
        if t.whole is not None
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # a total below; each summable column
        (
            "乡镇 户数（户） 金额（万元）\n甲镇 12 3.60\n乙镇 15 4.50\n合计 27 8.10",
            [("27", "12+15"), ("8.10", "3.60+4.50")],
        ),
        # a total above, only over parts that are named as such
        (
            "资金来源 预算数（万元）\n年度资金总额 100.00\n其中：当年财政拨款 80.00\n其他资金 20.00",
            [("100.00", "80.00+20.00")],
        ),
        ("单位 预算数（万元）\n合计 100.00\n甲局 80.00\n乙局 20.00", []),
        # subtotals, and a grand total over them
        (
            "片区 乡镇 金额（万元）\n东片 甲镇 3.00\n东片 乙镇 4.00\n东片小计 — 7.00\n西片 丙镇 5.00\n西片 丁镇 6.00\n西片小计 — 11.00\n合计 — 18.00",
            [("7.00", "3.00+4.00"), ("11.00", "5.00+6.00"), ("18.00", "7.00+11.00")],
        ),
        # a subtotal beside a row that stands alone
        (
            "项目 金额（万元）\n甲 3.00\n乙 4.00\n小计 7.00\n丙 5.00\n合计 12.00",
            [("7.00", "3.00+4.00"), ("12.00", "7.00+5.00")],
        ),
        # 其中 is part of the row above it
        (
            "项目 金额（万元）\n甲项 3.00\n其中：设备 1.00\n乙项 4.00\n合计 7.00",
            [("7.00", "3.00+4.00")],
        ),
        # rates, prices and targets are not summed
        (
            "乡镇 金额（万元） 执行率（%） 单价（元）\n甲镇 3.60 90 5\n乙镇 4.50 80 6\n合计 8.10 85 11",
            [("8.10", "3.60+4.50")],
        ),
        # scores
        ("指标 分值 得分\n数量 50 48.5\n质量 50 49\n总分 100 97.5", [("100", "50+50"), ("97.5", "48.5+49")]),
        # nothing to sum
        ("乡镇 金额（万元）\n甲镇 3.60\n合计 3.60", []),
        ("乡镇 金额（万元）\n甲镇 3.60\n乙镇 4.50", []),
        ("乡镇 金额（万元）\n甲镇 约3.60\n乙镇 4.50\n合计 8.10", []),
    ],
)  # fmt: skip
def test_total_with_its_parts(table: str, expected: list[tuple[str, str]]) -> None:
    assert totals(table) == expected


def test_cell_that_cannot_be_read_makes_a_doubt() -> None:
    text = "某局绩效自评报告\n| 乡镇 | 金额（万元） |\n|---|---|\n| 甲 | 3.60 |\n| 乙 | 见附表 |\n| 丙 | 4.00 |\n| 合计 | 9.00 |\n"
    (total,) = column_totals(case(text).facts)
    assert total.severity is Severity.warning


@pytest.mark.parametrize("cell", ["—", "-", "/", "无", "0"])
def test_cell_that_says_nothing_is_nothing(cell: str) -> None:
    text = f"某局绩效自评报告\n| 乡镇 | 金额（万元） |\n|---|---|\n| 甲 | 3.60 |\n| 乙 | {cell} |\n| 丙 | 4.00 |\n| 合计 | 7.60 |\n"
    (total,) = column_totals(case(text).facts)
    assert total.severity is None


DETAILED = """项目 预算数（万元） 支出数（万元）
基本支出 620.00 616.00
其中：人员经费 540.00 {staff}
公用经费 80.00 78.00
项目支出 240.00 231.00
其中：购置 150.00 146.00
推广 90.00 85.00
合计 860.00 {spent}"""


def test_details_below_a_row_are_not_added_to_the_total() -> None:
    """Which rows are details is told by the figures; they are held against their own row."""
    expected = [
        ("860.00", "620.00+240.00"),
        ("847.00", "616.00+231.00"),
        ("620.00", "540.00+80.00"),
        ("616.00", "538.00+78.00"),
        ("240.00", "150.00+90.00"),
        ("231.00", "146.00+85.00"),
    ]
    assert totals(DETAILED.format(staff="538.00", spent="847.00")) == expected
    assert totals(DETAILED.format(staff="538.00", spent="874.00"))[1][0] == "874.00"


TWO_SIDED = (
    "收入 决算 支出 决算\n财政拨款 2748.75 基本支出 1486.32\n其中：预算 2512.60 其中：人员 1298.47\n"
    "基金 236.15 公用 187.85\n其他收入 86.00 项目支出 1338.20\n合计 {got} 合计 2824.52"
)


def test_each_side_of_a_table_has_details_of_its_own() -> None:
    assert totals(TWO_SIDED.format(got="2834.75")) == [
        ("2834.75", "2748.75+86.00"),
        ("2748.75", "2512.60+236.15"),
        ("2824.52", "1486.32+1338.20"),
        ("1486.32", "1298.47+187.85"),
    ]
    assert totals(TWO_SIDED.format(got="2843.75"))[0] == ("2843.75", "2748.75+86.00")


def test_what_follows_a_detail_may_be_no_detail_though_it_makes_up_the_row() -> None:
    table = "类 金额\n一般服务 180.00\n社会保障 100.00\n其中：养老 60.00\n卫生 40.00\n合计 320.00"
    assert totals(table) == [("320.00", "180.00+100.00+40.00")]


def test_details_may_be_told_in_part() -> None:
    table = "类 金额\n基本支出 90.00\n项目支出 40.00\n其中：设备 15.00\n维修 10.00\n合计 130.00"
    assert totals(table) == [("130.00", "90.00+40.00")]


@pytest.mark.parametrize("total", ["137.00", "139.00"])
def test_total_of_all_goes_on_from_the_total_of_the_year(total: str) -> None:
    table = "类 金额\n拨款 120.00\n事业 10.00\n本年合计 130.00\n使用结余 2.00\n年初结转 5.00\n总计 "
    assert totals(table + total)[-1] == (total, "130.00+2.00+5.00")


def test_second_total_of_a_table_may_be_of_rows_of_its_own() -> None:
    table = "类 金额\n甲 12.00\n乙 10.00\n合计 22.00\n丙 2.00\n丁 5.00\n合计 7.00"
    assert totals(table) == [("22.00", "12.00+10.00"), ("7.00", "2.00+5.00")]


def test_details_of_which_the_figures_do_not_tell_make_the_total_a_guess() -> None:
    text = "某局绩效自评报告\n| 项目 | 金额（万元） |\n|---|---|\n| 甲 | 9.00 |\n| 其中：设备 | 2.00 |\n| 材料 | 3.00 |\n| 乙 | 4.00 |\n| 合计 | 13.00 |\n"
    (total,) = column_totals(case(text).facts)
    assert total.loose


def test_a_cell_that_is_no_dash_may_be_a_figure_that_is_not_read() -> None:
    assert totals("项目 金额（万元）\n甲 6.50\n乙 见附表\n合计 2.30") == []


MONEY = (
    "| 项目资金（万元） | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n|---|---|---|---|---|---|\n"
    "| 年度资金总额 | 100.00 | 90.00 | 10 | 90% | 9 |\n\n"
)
MARKS = (
    "| 一级指标 | 三级指标 | 分值 | 得分 |\n|---|---|---|---|\n| 产出指标 | 新建管网 | 50 | 50 |\n"
    "| 效益指标 | 受益人口 | 40 | 38 |\n"
)


def sums(text: str) -> list[str]:
    """The parts of each total of marks."""
    opened = case(text)
    return [
        "+".join(opened.text(p.start, p.end) for p in t.parts)
        for t in column_totals(opened.facts)
        if t.whole is not None and t.whole.dimension in ("score", "number")
    ]


def test_a_forms_total_counts_the_marks_for_spending() -> None:
    total = "| 总分 | | 100 | 97 |\n"
    assert sums("绩效自评表\n" + MONEY + MARKS + total) == ["50+40+10", "50+38+9"]


def test_a_total_without_the_marks_for_spending_is_one_too() -> None:
    total = "| 总分 | | 90 | 88 |\n"
    assert sums("绩效自评表\n" + MONEY + MARKS + total) == ["50+40", "50+38"]


def test_marks_for_spending_that_stand_elsewhere_leave_a_total_open() -> None:
    total = "| 总分 | | 100 | 97 |\n"
    assert sums("绩效自评表\n预算执行率90%，得9分。\n" + MARKS + total) == []
    assert sums("绩效自评表\n" + MARKS + total) == ["50+40", "50+38"]


def test_goals_in_words_below_the_money_are_no_parts() -> None:
    rows = (
        "资金 全年预算数（万元） 全年执行数（万元）\n年度资金总额 100.00 89.97\n其中：财政拨款 80.00 70.00\n"
        "上年结转资金 20.00 19.97\n年度目标 预期目标 完成情况\n修路。 修路12公里。 已修路12公里。"
    )
    assert totals(rows) == [("100.00", "80.00+20.00"), ("89.97", "70.00+19.97")]


def test_details_below_the_only_source_are_of_that_source() -> None:
    rows = (
        "资金 全年预算数（万元） 全年执行数（万元）\n合计 364.80 332.94\n财政拨款 364.80 332.94\n"
        "其中：省级补助 218.88 199.76\n县级补助 145.92 133.18"
    )
    assert totals(rows) == [
        ("364.80", "364.80"), ("332.94", "332.94"),
        ("364.80", "218.88+145.92"), ("332.94", "199.76+133.18"),
    ]  # fmt: skip


def test_without_full_marks_for_spending_those_of_the_form_are_left_open() -> None:
    money = MONEY.replace("| 分值 | 执行率 | 得分 |", "| 执行率 | 得分 | 备注 |")
    money = money.replace("| 10 | 90% | 9 |", "| 90% | 9 | |")
    total = "| 总分 | | 110 | 97 |\n"
    assert sums("绩效自评表\n" + money + MARKS + total) == ["50+38+9"]


def test_deductions_of_a_form_count_what_spending_lost() -> None:
    marks = (
        "| 一级指标 | 三级指标 | 分值 | 扣减分数 | 得分 |\n|---|---|---|---|---|\n"
        "| 产出指标 | 新建管网 | 50 | 0.00 | 50 |\n| 效益指标 | 受益人口 | 40 | 2.00 | 38 |\n"
        "| 总分 | | 100 | 3.00 | 97 |\n"
    )
    assert sums("绩效自评表\n" + MONEY + marks) == ["50+40+10", "50+38+9"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "季度 支出（万元） 累计支出（万元）\n一 10.00 10.00\n二 20.00 30.00\n三 15.00 45.00\n合计 45.00 45.00",
            [("45.00", "10.00+20.00+15.00")],
        ),
        (  # the last row is the total of those above it, whatever it is called
            "区县 计划（人次） 完成（人次） 支付（万元）\n甲 900 924 140.2\n乙 720 705 107.8\n丙 480 475 69.1\n全市 2100 2401 317.1",
            [("2100", "900+720+480"), ("2401", "924+705+475"), ("317.1", "140.2+107.8+69.1")],
        ),
        (  # few of what the rows may share are not added up
            "区县 计划 完成 机构（家）\n甲 900 924 12\n乙 720 705 9\n丙 480 475 8\n全市 2100 2104 21",
            [("2100", "900+720+480"), ("2104", "924+705+475")],
        ),
        (  # but not where only one column says so
            "区县 计划（人次） 完成（人次）\n甲 900 924\n乙 720 705\n丙 480 475\n丁 2100 2401",
            [],
        ),
        (
            "乡镇 累计完成（户） 当年（户）\n甲 12 2\n乙 15 4\n合计 27 6",
            [("27", "12+15"), ("6", "2+4")],
        ),
        (
            "险种 保费（万元）\n水稻 7.00\n玉米 2.00\n育肥猪 3.00\n种植业小计 9.00\n养殖业小计 3.00\n合计 12.00",
            [("12.00", "9.00+3.00")],
        ),
        ("县区 比计划增减（人）\n东 +22\n西 -12\n南 +1\n合计 +11", [("11", "22+-12+1")]),
    ],
)
def test_running_columns_signs_and_subtotals_at_the_end(
    table: str, expected: list[tuple[str, str]]
) -> None:
    assert totals(table) == expected


EXECUTED = "| 预算执行率 | 预算执行率 | {full} | 9 |\n"


@pytest.mark.parametrize(
    ("row", "total", "expected"),
    [
        # the indicators have the row of the form's money: its marks count once
        (EXECUTED.format(full=10), "| 总分 | | 100 | 97 |\n", ["10+50+40", "9+50+38"]),
        (EXECUTED.format(full=10), "| 总分 | | 100 | 98 |\n", ["10+50+40", "9+50+38"]),
        (EXECUTED.format(full=10), "| 总分 | | 100 | 106 |\n", ["10+50+40", "9+50+38"]),
        (EXECUTED.format(full=10), "| 总分 | | | 98 |\n", ["9+50+38"]),
        # full marks come to the total without those above, whatever the row is called
        ("| 资金管理 | 资金使用 | 10 | 9 |\n", "| 总分 | | 100 | 98 |\n", ["10+50+40", "9+50+38"]),
        # a row of that name with other marks is another indicator
        (EXECUTED.format(full=5), "| 总分 | | 105 | 106 |\n", ["5+50+40+10", "9+50+38+9"]),
    ],
)
def test_marks_for_spending_count_once(row: str, total: str, expected: list[str]) -> None:
    marks = MARKS.replace("| 产出指标", row + "| 产出指标", 1)
    assert sums("绩效自评表\n" + MONEY + marks + total) == expected


def failing(text: str) -> list[str]:
    """The totals that their parts do not come to."""
    opened = case(text)
    return [
        opened.text(t.whole.start, t.whole.end)
        for t in column_totals(opened.facts)
        if t.whole is not None and not comes_to(t.whole, t.parts)
    ]


def test_a_total_row_that_fails_in_most_columns_is_of_other_rows() -> None:
    rows = "| 乡镇 | 应挂（户） | 已挂（户） |\n|---|---|---|\n| 东镇 | 842 | 842 |\n| 西镇 | 517 | 515 |\n"
    assert failing("牌匾悬挂情况\n" + rows + "| 合计 | 2845 | 2843 |\n") == []
    assert failing("牌匾悬挂情况\n" + rows + "| 合计 | 1359 | 1375 |\n") == ["1375"]


FORM = "| 资金 | 全年预算数 | 全年执行数 |\n|---|---|---|\n| 年度资金总额 | 60 | 60 |\n"


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("| 其中：财政拨款 | 74 | 73.5 |\n| 上年结转资金 | 0 | 0 |\n| 其他资金 | 8 | 8 |\n", 2),
        ("| 其中：财政拨款 | 74 | 73.5 |\n| 中央资金 | 30 | 30 |\n| 其他资金 | 8 | 8 |\n", 0),
        ("| 其中：财政拨款 | 74 | 73.5 |\n| 上年结转资金 | 8 | 8 |\n", 0),
    ],
)
def test_the_sources_of_the_form_are_all_that_there_are(rows: str, wrong: int) -> None:
    assert failing("绩效自评表\n" + FORM + rows) == ["60"] * wrong
