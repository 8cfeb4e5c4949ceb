"""Quantities: the interval of what was printed, with unit, hedge and price."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.facts.quantity import Malformed
from linter.interval import INFINITY
from linter.reading.fold import fold
from tests.cases import figures, quantities, quantity

HEDGES = [
    # near: one step of the last digit that is not zero, to one side or both
    ("近200亿元", "10000000000", "20000000000"), ("接近80%", "0.7", "0.8"), ("将近300人", "200", "300"),
    ("几近60户", "50", "60"),
    ("约3.5万亩", "34000", "36000"), ("大约400户", "300", "500"), ("约为50%", "0.4", "0.6"),
    ("约合120万元", "1100000", "1300000"), ("大概30家", "20", "40"), ("大致25%", "0.24", "0.26"),
    ("130个左右", "120", "140"), ("500元上下", "400", "600"),
    ("1200余人", "1200", "1300"), ("1000多万元", "10000000", "20000000"), ("30来户", "30", "40"),
    ("十多万元", "100000", "200000"), ("百余人", "100", "200"), ("约1200余人", "1100", "1300"),
    # above
    ("超过80%", "0.8", None), ("超5万元", "50000", None), ("逾1.2万人", "12000", None),
    ("突破5亿元", "500000000", None), ("多于30家", "30", None), ("高于90%", "0.9", None),
    ("大于3%", "0.03", None), ("不低于90%", "0.9", None), ("不少于500人次", "500", None),
    ("至少3次", "3", None), ("不小于5个", "5", None), ("不得低于60%", "0.6", None),
    ("不得少于20人", "20", None), ("达到或超过90%", "0.9", None), ("≥95%", "0.95", None),
    (">=95%", "0.95", None), ("＞5%", "0.05", None), ("≧3次", "3", None),
    ("10个以上", "10", None), ("3年及以上", "3", None), ("5万元起", "50000", None),
    # under
    ("不足50户", "0", "50"), ("不到30%", "0", "0.3"), ("低于60分", "0", "60"), ("少于20人", "0", "20"),
    ("小于3%", "0", "0.03"), ("不满10人", "0", "10"), ("不超过5万元", "0", "50000"),
    ("不高于5%", "0", "0.05"), ("不多于2次", "0", "2"), ("不大于3%", "0", "0.03"),
    ("不得超过8%", "0", "0.08"), ("至多6个", "0", "6"), ("最多6个", "0", "6"), ("≤5万元", "0", "50000"),
    ("<=5%", "0", "0.05"), ("＜5%", "0", "0.05"), ("50万元以内", "0", "500000"),
    ("30%以下", "0", "0.3"), ("60分及以下", "0", "60"), ("3天之内", "0", "3"),
]  # fmt: skip


@pytest.mark.parametrize("text", ["不含在全年支出9926.60万元之内", "计算在总额50万元之内"])
def test_what_is_held_in_a_figure_does_not_bound_it(text: str) -> None:
    found = quantity(text)
    assert (found.hedge, text[found.start : found.end][-2:]) == (None, "万元")


@pytest.mark.parametrize(
    ("text", "read", "unit"),
    [
        ("放流2.4亿尾（只）。", "2.4亿尾(只)", "尾"),
        ("培训412人（次）", "412人(次)", "人"),
        ("新增101件（套）", "101件(套)", "件"),
        ("每个500元（户）", "500元", "元"),
        ("测点58分贝", "58分贝", "分贝"),
        ("供应68420单位", "68420单位", "单位"),
    ],
)
def test_another_name_of_what_is_counted_belongs_to_the_unit(
    text: str, read: str, unit: str
) -> None:
    found = quantity(text)
    assert (fold(text)[found.start : found.end], found.unit) == (read, unit)


def ends(text: str) -> tuple[Decimal, Decimal]:
    found = quantity(text)
    return found.value.low, found.value.high


@pytest.mark.parametrize(("text", "low", "high"), HEDGES, ids=[h[0] for h in HEDGES])
def test_hedge(text: str, low: str, high: str | None) -> None:
    assert ends(text) == (Decimal(low), INFINITY if high is None else Decimal(high))
    found = quantity(text)
    assert (found.start, found.end, found.hedge is None) == (0, len(text), False)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("接近桥梁总数的一成", "below"), ("超过全县总量的30%", "above"), ("不足总人口的三成", "under"),
        ("低于目标的30%", None), ("超过的30%", None),
    ],
)  # fmt: skip
def test_hedge_before_what_a_share_is_of(text: str, hedge: str | None) -> None:
    assert quantities(text)[-1].hedge == hedge


@pytest.mark.parametrize(
    "text",
    [
        "节约100万元",
        "签约38个",
        "合约38份",
        "制约3个",
        "违约2起",
        "契约2份",
        "附近3个",
        "靠近5个",
        "最近3次",
        "反超2个",
    ],
)
def test_word_that_ends_like_a_hedge_is_none(text: str) -> None:
    assert quantity(text).hedge is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("24194.8万元", "241947500", "241948500"),
        ("120万元", "1195000", "1205000"),
        ("10.0万元", "99500", "100500"),
        ("10.00万元", "99950", "100050"),
        ("1,234.56元", "1234.555", "1234.565"),
        ("12,000元", "11999.5", "12000.5"),
        ("2.35亿元", "234500000", "235500000"),
        ("1.2万亿元", "1150000000000", "1250000000000"),
        ("5百万元", "4500000", "5500000"),
        ("３８．５万元", "384500", "385500"),
        ("20 万元", "195000", "205000"),
        ("58个", "58", "58"),
        ("152人", "152", "152"),
        ("33人次", "33", "33"),
        ("210户", "210", "210"),
        ("1.5万人", "14500", "15500"),
        ("20分", "20", "20"),
        ("28.5分", "28.45", "28.55"),
        ("20.0分", "19.95", "20.05"),
        ("114.3%", "1.1425", "1.1435"),
        ("100%", "0.995", "1.005"),
        ("1.2‰", "0.00115", "0.00125"),
        ("三成", "0.25", "0.35"),
        ("八成七", "0.865", "0.875"),
        ("六成半", "0.625", "0.675"),
        ("九成一是误差", "0.85", "0.95"),
        ("2.1倍", "2.05", "2.15"),
        ("3.2个百分点", "3.15", "3.25"),
        ("46公里", "45500", "46500"),
        ("12.5吨", "12450", "12550"),
        ("6斤", "2.75", "3.25"),
        ("3公顷", "25000", "35000"),
        ("5分钟", "4.5", "5.5"),
        ("0元", "-0.5", "0.5"),
    ],
)
def test_printed_precision_is_the_value(text: str, low: str, high: str) -> None:
    assert ends(text) == (Decimal(low), Decimal(high))
    assert quantity(text).hedge is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3万5千元", "34500", "35500"),
        ("1亿2千万元", "115000000", "125000000"),
        ("三百二十万元", "3195000", "3205000"),
        ("一千五百人", "1500", "1500"),
        ("三位副主任", "3", "3"),
        ("五大功能", "5", "5"),
        ("叁拾贰万元整", "319999.5", "320000.5"),
        ("叁仟陆佰元伍角", "3600.45", "3600.55"),
    ],
)
def test_numerals_and_mixed_writing(text: str, low: str, high: str) -> None:
    assert ends(text) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("15%—30%", "0.15", "0.3"),
        ("15-30%", "0.15", "0.3"),
        ("3至5万元", "30000", "50000"),
        ("3万元至5万元", "30000", "50000"),
        ("9亿～16亿元", "900000000", "1600000000"),
        ("3-5人", "3", "5"),
        ("100%—80%", "0.8", "1"),
        ("12到15个", "12", "15"),
    ],
)
def test_range_is_one_figure(text: str, low: str, high: str) -> None:
    assert ends(text) == (Decimal(low), Decimal(high))
    assert (quantity(text).hedge, quantity(text).end) == ("range", len(text))


@pytest.mark.parametrize(
    "text", ["由15%至30%", "从3万元到5万元", "由12户至15户", "3人至5户", "420 -420"]
)
def test_change_or_two_units_are_no_range(text: str) -> None:
    assert [figure.hedge for figure in quantities(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("三分之二", "0.6666", "0.6667", "分数"),
        ("1/3", "0.3333", "0.3334", "分数"),
        ("3/4", "0.75", "0.75", "分数"),
        ("四分之一", "0.25", "0.25", "分数"),
        ("百分之三十", "0.295", "0.305", "%"),
        ("百分之三点五", "0.0345", "0.0355", "%"),
        ("百分之百", "0.995", "1.005", "%"),
        ("千分之五", "0.0045", "0.0055", "%"),
        ("万分之三", "0.00025", "0.00035", "%"),
    ],
)
def test_fraction(text: str, low: str, high: str, unit: str) -> None:
    assert (*ends(text), quantity(text).unit) == (Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(
    ("text", "printed"),
    [("二者之比为4∶1", "4"), ("师生比为1:12.5", "12.5"), ("男女比例约3:2", "1.5")],
)
def test_ratio(text: str, printed: str) -> None:
    (figure,) = [f for f in quantities(text) if f.dimension == "ratio"]
    assert figure.printed == Decimal(printed)


@pytest.mark.parametrize("text", ["比例尺1:500", "15:30开会", "师生比为1:16的要求", "按比例1:2:3"])
def test_what_is_no_ratio(text: str) -> None:
    assert [f for f in quantities(text) if f.dimension == "ratio"] == []


@pytest.mark.parametrize("text", ["5/3", "3/3", "10/12/14", "2021/5/18"])
def test_slash_that_is_no_fraction(text: str) -> None:
    assert [figure for figure in quantities(text) if figure.dimension == "fraction"] == []


@pytest.mark.parametrize(
    ("text", "per", "exact"),
    [
        ("300元/亩", "亩", True),
        ("每亩300元", "亩", True),
        ("每户2000元", "户", True),
        ("50元/人·天", "人·天", True),
        ("12.5元/斤", "斤", False),
        ("每个项目30万元", "项目", False),
        ("每个投资48万元", "个", False),
        ("每名资助1500元", "名", True),
        ("3万元/个", "个", False),
    ],
)
def test_price_is_per_something(text: str, per: str, exact: bool) -> None:
    assert (quantity(text).per, quantity(text).exact) == (per, exact)


@pytest.mark.parametrize(
    "text", ["每年300万元", "每月500元", "每季30万元", "一次性补助300元", "每户增收，共300元"]
)
def test_amount_is_no_price(text: str) -> None:
    assert quantity(text).per is None


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("支出7,00.0,77万元。", "7,00.0,77万元"),
        ("流转土地3万亩元。", "3万亩元"),
        ("结余12..5万元。", "12..5万元"),
        ("拨付1,23万元。", "1,23万元"),
        ("合计12.3.45万元。", "12.3.45万元"),
        ("完成95.5.5%。", "95.5.5%"),
        ("完成95.5%%。", "95.5%%"),
        ("支出12.5万元元。", "12.5万元元"),
        ("到位1,2345元。", "1,2345元"),
    ],
)
def test_malformed_figure_is_not_skipped(text: str, literal: str) -> None:
    found = figures(text)
    assert [(type(f), text[f.start : f.end]) for f in found] == [(Malformed, literal)]


@pytest.mark.parametrize(
    ("text", "literals"),
    [
        ("| 合计 | 48,20,000 | 47,182,500 |", ["48,20,000"]),
        ("| 合计 |4820,000|", ["4820,000"]),
        # a list of numbers, and one that does not fill its cell
        ("| 合计 | 1,2,3 |", []),
        ("| 见第101,102,1030页 |", []),
        ("| 甲 | 12,35,108 |", []),
        ("| 甲 | 0851,8623,112 |", []),
        (f"| 甲 | 1,{'9' * 5000},000 |", []),
        ("甲 | 48,20,000\n", ["48,20,000"]),
        ("房间101,102,1030", []),
    ],
)
def test_digits_badly_parted_in_a_cell(text: str, literals: list[str]) -> None:
    found = [f for f in figures(text) if isinstance(f, Malformed)]
    assert [text[f.start : f.end] for f in found] == literals


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("支出近200亿元，", "近200亿元"),
        ("补助300元/亩。", "300元/亩"),
        ("共20 万元资金", "20 万元"),
        ("增幅-5.2%。", "-5.2%"),
        ("参训1200余人次。", "1200余人次"),
        ("满意度≥95%，", "≥95%"),
        ("执行数120.5，", "120.5"),
        ("第3批共300人", "300人"),
        ("长5公里的路", "5公里"),
        ("达到或超过90%的", "达到或超过90%"),
        ("10个以上的村", "10个以上"),
        ("工程款叁拾贰万元整，", "叁拾贰万元整"),
    ],
)
def test_figure_ends_where_its_words_end(text: str, literal: str) -> None:
    found = quantity(text)
    assert text[found.start : found.end] == literal


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("全年预算数（万元）：120.5", "1204500", "1205500"),
        ("支出89.34（万元）", "893350", "893450"),
    ],
)
def test_unit_in_brackets_is_applied(text: str, low: str, high: str) -> None:
    assert (*ends(text), quantity(text).unit) == (Decimal(low), Decimal(high), "元")


@pytest.mark.parametrize(
    ("text", "low"),
    [("增幅-5.2%", "-0.0525"), ("为-3万元", "-35000"), ("变动率：-5.2%", "-0.0525")],
)
def test_minus_sign(text: str, low: str) -> None:
    assert quantity(text).value.low == Decimal(low)


def test_hyphen_between_words_and_figure_is_no_minus() -> None:
    assert quantity("表-5.2%").printed == Decimal("0.052")


@pytest.mark.parametrize(
    "text",
    ["三位一体", "一方面", "十分重视", "千方百计", "百姓", "万众一心", "四川", "六盘水", "一站式", "两不愁三保障", "入伍人数", "退伍人员",
     "统一", "唯一", "一是加强", "第一时间", "三农", "一次性"],
)  # fmt: skip
def test_word_with_a_numeral_is_no_figure(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("1440段次", "count:段次"),
        ("860段", "count:段"),
        ("12泊位", "count:泊位"),
        ("3.2万方", "volume"),
        ("850千伏安", "apparent-power"),
        ("40秒", "second"),
        ("2个学期", "term"),
        ("1.5TB", "data"),
        ("五道", "count:道"),
        ("六部分", "count:部分"),
    ],
)
def test_measure_words_of_the_trades(text: str, dimension: str) -> None:
    found = quantity(text)
    assert (found.dimension, found.end) == (dimension, len(text))


@pytest.mark.parametrize("text", ["余下两段", "三节课", "一层意思", "三方协议"])
def test_measure_words_for_digits_alone(text: str) -> None:
    assert quantities(text) == []


def test_decimals_of_an_amount_are_no_year() -> None:
    assert ends("30.1961亿元") == (Decimal(3019605000), Decimal(3019615000))


def test_figures_of_a_list_share_the_unit_of_the_last() -> None:
    found = [
        q.dimension for q in quantities("分别提高3.4个、2.7个、4.1个百分点，涉及3个、4个乡镇。")
    ]
    assert found == ["percent-point"] * 3 + ["count:个"] * 2


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("一倍半", 1, 2), ("五件有余", 5, 6), ("120人出头", 120, 130)],
)
def test_words_behind_make_a_figure_open(text: str, low: int, high: int) -> None:
    assert ends(text)[0] <= low
    assert ends(text)[1] >= high


WORTH = {"%": "0.01", "公里": "1000", "万元": "10000", "万人": "10000", "亿元": "100000000"}
COUNTED = ("人", "个", "户", "分")


@given(
    st.decimals(0, 10**9, places=2),
    st.integers(0, 4),
    st.sampled_from([*WORTH, *COUNTED, "元", "亩"]),
    st.booleans(),
)
def test_figure_is_read_as_it_was_printed(
    value: Decimal, decimals: int, unit: str, grouped: bool
) -> None:
    number = f"{value:,.{decimals}f}" if grouped else f"{value:.{decimals}f}"
    found = quantity(f"共{number}{unit}。")
    scale = Decimal(WORTH.get(unit, 1))
    shown = Decimal(number.replace(",", ""))
    exact = unit in COUNTED and not decimals
    half = Decimal(0) if exact else Decimal(1).scaleb(-decimals) / 2
    assert (found.value.low, found.value.high) == ((shown - half) * scale, (shown + half) * scale)
    assert (found.start, found.end, found.printed) == (1, 1 + len(number + unit), shown * scale)


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("402米", "403米", False),
        ("402米", "402米", True),
        ("1.28万人", "12800人", True),
        ("402.4米", "402米", True),
    ],
)
def test_figures_printed_as_finely_tell_one_fact_only_alike(
    one: str, other: str, may_be: bool
) -> None:
    assert quantity(one).may_be(quantity(other)) is may_be
