"""Tables with typed columns and the figures of their cells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from linter.facts.columns import kind_of_header, with_unit
from linter.facts.table import TypedTable
from linter.interval import exactly
from tests.cases import book, case, quantity

TITLE = "某局绩效自评报告\n"


def table(rows: str, above: str = "") -> TypedTable:
    """The only table of a text; rows are lines of cells, the first line is the header."""
    header, *body = [f"| {' | '.join(line.split())} |" for line in rows.strip().splitlines()]
    rule = "|" + "---|" * header.count(" | ") + "---|"
    text = TITLE + above + "\n".join((header, rule, *body)) + "\n"
    (found,) = case(text).facts.tables
    return found


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("全年预算数", "adjusted"), ("全年预算数（A）", "adjusted"), ("年初预算数", "initial"),
        ("预算数", "budget"), ("全年执行数", "executed"), ("执行率", "rate"), ("预算执行率", "rate"),
        ("分值", "full"), ("得分", "obtained"), ("自评得分", "obtained"), ("得分率", "score-rate"),
        ("年度指标值", "target"), ("实际完成值", "actual"), ("三级指标", "level3"),
        ("偏差原因分析及改进措施", "reason"), ("结余资金", "balance"), ("到位金额", "received"),
        ("单价", "price"), ("数量", "quantity"), ("占比", "share"), ("备忘", None), ("", None),
    ],
)  # fmt: skip
def test_header_says_what_a_column_holds(header: str, kind: str | None) -> None:
    assert kind_of_header(header, book().vocabulary.kinds_of_columns) == kind


def test_columns_and_rows() -> None:
    found = table("乡镇 户数（户） 金额（万元）\n甲镇 12 3.60\n乙镇 15 4.50\n合计 27 8.10")
    assert [(c.header, c.unit) for c in found.columns] == [
        ("乡镇", None), ("户数(户)", "户"), ("金额(万元)", "万元"),
    ]  # fmt: skip
    assert [row.texts for row in found.rows] == [
        ("甲镇", "12", "3.60"), ("乙镇", "15", "4.50"), ("合计", "27", "8.10"),
    ]  # fmt: skip
    assert [row.total for row in found.rows] == [False, False, True]


def test_cell_takes_the_unit_of_its_header() -> None:
    found = table("乡镇 户数（户） 金额（万元） 执行率（%）\n甲镇 12 3.60 89.97")
    _, households, money, rate = found.rows[0].figures
    assert households is not None
    assert money is not None
    assert rate is not None
    assert (households.value, households.unit) == (exactly(12), "户")
    assert (money.value.low, money.value.high, money.unit) == (Decimal(35950), Decimal(36050), "元")
    assert (rate.value.low, rate.value.high) == (Decimal("0.89965"), Decimal("0.89975"))


def test_caption_gives_money_columns_their_unit() -> None:
    found = table("项目 预算数 执行数 执行率\n甲 50.00 45.10 90.2%", above="单位：万元\n")
    assert [f.printed if f else None for f in found.rows[0].figures[1:3]] == [500000, 451000]


def test_header_goes_before_the_caption() -> None:
    found = table("项目 预算数（元） 执行数\n甲 5000 45.10", above="单位：万元\n")
    assert [f.printed if f else None for f in found.rows[0].figures[1:]] == [5000, 451000]


def test_caption_leaves_other_columns_alone() -> None:
    found = table("项目 数量 金额\n甲 12 45.10", above="单位：万元\n")
    quantity_cell = found.rows[0].figures[1]
    assert quantity_cell is not None
    assert (quantity_cell.unit, quantity_cell.exact) == (None, True)


def test_caption_that_names_prices_gives_them_their_unit() -> None:
    text = "项目 数量 单价 金额\n甲 12 2.50 30.00"
    (price,) = [f for f in table(text, above="单价、金额单位：万元\n").rows[0].figures[2:3] if f]
    assert price.printed == 25000
    (bare,) = [f for f in table(text, above="单位：万元\n").rows[0].figures[2:3] if f]
    assert bare.printed == Decimal("2.5")


def test_a_bare_zero_among_finer_figures_is_nothing() -> None:
    found = table("项目 决算 预算\n出国 0 0\n公车 33.90 40", above="单位：万元\n")
    _, spent, planned = found.rows[0].figures
    assert spent is not None
    assert planned is not None
    assert (spent.value, planned.exact) == (exactly(0), False)


def test_scores_have_their_unit_from_the_column() -> None:
    found = table("指标 分值 得分\n培训 10 9.5")
    full, obtained = found.rows[0].figures[1:]
    assert full is not None
    assert obtained is not None
    assert (full.dimension, full.exact) == ("score", True)
    assert (obtained.value.low, obtained.value.high) == (Decimal("9.45"), Decimal("9.55"))


def test_unit_in_a_cell_stands() -> None:
    found = table("项目 金额（万元）\n甲 450元")
    figure = found.rows[0].figures[1]
    assert figure is not None
    assert figure.printed == 450


@pytest.mark.parametrize(
    "name", ["合计", "总计", "小计", "总分", "累计", "年度资金总额", "甲片小计"]
)
def test_total_row(name: str) -> None:
    found = table(f"项目 金额（万元）\n甲 4.50\n{name} 4.50")
    assert [row.total for row in found.rows] == [False, True]


@pytest.mark.parametrize("name", ["其中", "甲镇", "总工会"])
def test_other_row(name: str) -> None:
    found = table(f"项目 金额（万元）\n甲 4.50\n{name} 4.50")
    assert [row.total for row in found.rows] == [False, False]


@pytest.mark.parametrize("cell", ["-", "—", "/", "——", "无", "不适用", "*"])
def test_cell_without_figure(cell: str) -> None:
    assert table(f"项目 金额（万元）\n甲 {cell}\n乙 3.00").rows[0].figures[1] is None


@pytest.mark.parametrize("cell", ["按5万元的标准发放给农户", "3个/5个", "5人或6人"])
def test_cell_that_holds_more_than_a_figure(cell: str) -> None:
    assert table(f"项目 金额（万元）\n甲 {cell}\n乙 3.00").rows[0].figures[1] is None


@pytest.mark.parametrize("between", ["\t", " | "])
def test_sign_and_unit_may_have_columns_of_their_own(between: str) -> None:
    rows = ("指标 性质 指标值 度量单位 完成值 计量单位", "水费 ≥ 95 % 98.50 %", "村 ≥ 12 个 12 个")
    text = "\n".join(row.replace(" ", between) for row in rows)
    (found,) = case(f"{TITLE}{text}\n").facts.tables
    figures = [[f and f.printed for f in row.figures] for row in found.rows]
    assert figures == [
        [None, None, Decimal("0.95"), None, Decimal("0.985"), None],
        [None, None, 12, None, 12, None],
    ]


def test_column_by_kind_only_where_there_is_one() -> None:
    found = table("指标 分值 得分 得分\n培训 10 9 9")
    assert (found.column("full"), found.column("obtained"), found.column("rate")) == (1, None, None)


def test_header_of_two_rows_is_joined() -> None:
    text = (
        TITLE
        + "| 项目 | 资金 | 资金 |\n|---|---|---|\n| 名称 | 预算数（万元） | 执行数（万元） |\n| 甲 | 50.00 | 45.10 |\n"
    )
    (found,) = case(text).facts.tables
    assert [c.kind for c in found.columns[1:]] == ["budget", "executed"]
    assert [row.texts[0] for row in found.rows] == ["甲"]


@pytest.mark.parametrize(
    ("word", "printed", "unit", "exact"),
    [("万元", 120000, "元", False), ("亿元", 1200000000, "元", False), ("%", Decimal("0.12"), "%", False),
     ("人", 12, "人", True), ("分", 12, "分", True), ("万平方米", 120000, "平方米", False),
     ("十万元", 1200000, "元", False), ("无此单位", 12, None, False)],
)  # fmt: skip
def test_bare_number_with_a_unit(
    word: str, printed: Decimal, unit: str | None, exact: bool
) -> None:
    found = with_unit(quantity("12"), word, book().vocabulary)
    assert (found.printed, found.unit, found.exact) == (printed, unit, exact)


def test_what_is_no_unit_behind_10000_is_left_alone() -> None:
    (row,) = table("项目 距离（万里）\n甲 12").rows
    figure = row.figures[1]
    assert figure is not None
    assert figure.printed == Decimal(12)


def test_a_first_row_of_figures_is_no_header() -> None:
    (found,) = case(f"{TITLE}学前\t318\n小学\t1,047\n总计\t1,365\n").facts.tables
    assert [row.texts[0] for row in found.rows] == ["学前", "小学", "总计"]
    (years,) = case(f"{TITLE}指标\t2021\t2022\n甲\t318\t320\n乙\t212\t240\n").facts.tables
    assert [column.header for column in years.columns] == ["指标", "2021", "2022"]
