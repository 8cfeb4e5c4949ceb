"""Runs of figures beside their totals."""

from __future__ import annotations

import pytest

from linter.binding.sums.lists.beside_totals import doubts, runs
from tests.cases import case

TITLE = "某局绩效自评报告\n"


def found(text: str) -> list[tuple[str, str, bool]]:
    """Each total with its parts and whether they add up."""
    opened = case(f"{TITLE}{text}\n")
    return [
        (
            opened.text(r.total.start, r.total.end),
            "+".join(opened.text(p.start, p.end) for p in r.parts),
            r.holds,
        )
        for r in runs(opened.facts)
    ]


HOLDING = [
    # the total before its parts
    (
        "下达资金100万元，分别为中央资金60万元、省级资金30万元、县级资金10万元。",
        "100万元",
        "60万元+30万元+10万元",
    ),
    (
        "下达资金100万元，其中中央资金60万元、省级资金30万元、县级资金10万元。",
        "100万元",
        "60万元+30万元+10万元",
    ),
    ("总投资860万元（由财政资金600万元、自筹资金260万元构成）。", "860万元", "600万元+260万元"),
    ("到位资金2.35亿元，包括中央1.2亿元、地方1.15亿元。", "2.35亿元", "1.2亿元+1.15亿元"),
    # … and after them
    ("甲镇培训120人、乙镇培训85人、丙镇培训95人，共计300人。", "300人", "120人+85人+95人"),
    (
        "中央资金60万元，省级资金30万元，县级资金10万元，合计100万元。",
        "100万元",
        "60万元+30万元+10万元",
    ),
    # across units and printed precisions
    ("到位1.2亿元，其中中央8000万元、地方4000万元。", "1.2亿元", "8000万元+4000万元"),
    (
        "三项支出33.33万元、33.33万元、33.33万元，合计100.0万元。",
        "100.0万元",
        "33.33万元+33.33万元+33.33万元",
    ),
]


@pytest.mark.parametrize(("text", "total", "parts"), HOLDING)
def test_parts_that_add_up(text: str, total: str, parts: str) -> None:
    assert (total, parts, True) in found(text)
    assert [run for run in found(text) if not run[2]] == []


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("下达资金100万元，分别为中央资金60万元、省级资金20万元、县级资金10万元。", "100万元"),
        ("甲镇培训120人、乙镇培训85人、丙镇培训95人，共计310人。", "310人"),
        ("甲镇投入380万元，乙镇投入420万元，两镇共投入890万元。", "890万元"),
        ("五个一级指标依次扣2.5分、1.2分、1.4分、1.6分、0.8分，共扣6.5分。", "6.5分"),
        ("甲镇投入380万元，乙镇投入420万元，三镇共投入890万元。", None),
        ("甲镇培训120人、乙镇培训85人、丙镇培训95人，共计637人。", None),
        ("项目总投资860万元（由财政资金500万元、自筹资金260万元构成）。", "860万元"),
        ("到位资金1234.5万元，包括中央812.3万元、地方442.2万元。", "1234.5万元"),
        ("中央812.3万元，地方422.2万元，合计1243.5万元。", "1243.5万元"),
        # hedged parts, parts of one digit, lists of names before the figures
        ("培训482人，分别为甲镇近120人、乙镇85人、丙镇187人。", "482人"),
        ("设备共25台，分别为甲镇2台、乙镇14台、丙镇7台。", "25台"),
        ("共563人，教师、医生、司机和厨师分别为165人、68人、141人和89人。", "563人"),
        ("甲镇120人、乙镇85人、丙镇195人组成培训班，合计410人。", "410人"),
        # marks
        ("投入15.0分，过程24分，产出30分，效果19.5分，四部分合计89.4分。", "89.4分"),
    ],
)
def test_closed_list_that_one_slip_keeps_from_adding_up(text: str, total: str | None) -> None:
    assert [run[0] for run in found(text) if not run[2]] == ([] if total is None else [total])


@pytest.mark.parametrize(
    "text",
    [
        "现有152人就业，其中返乡农民工113人、残疾人21人。",
        "停招2个专业，合并3个，新设1个，专业总数由41个调减到37个。",
        "新增省级企业19家、国家级企业4家，后者同时也是前者，合计仍为19家。",
        "产出50分，得48分；效益30分，得30分；满意度10分，得10分。",
        "县级支出115万元、乡镇支出23万元，分别结余5万元和7万元。",
        "应参保29.3万人，实参保28.41万人，另有脱贫人口实参保11206人。",
        "到位资金350万元，其中中央资金150万元、省级资金80万元。",
        "共有企业80家，其中规上企业20家、高新企业15家。",
        "受益群众1061人，含脱贫人口405人、残疾人21人。",
        "培训120人，其中女性60人、党员45人、退役军人30人。",
        "项目总投资860万元，已支付500万元，结余120万元。",
        "甲镇培训120人、乙镇培训85人、丙镇培训95人。",
        "每亩补助300元，共120亩，发放36000元。",
        "上年支出320万元，本年支出298万元，减少22万元。",
        "年初预算500万元，调整后预算520万元，支出480万元。",
        "支出260.5万元。从组成看，材料费120.5万元、人工费160.2万元。",
        "增加204公里，其中2021年353.86公里，上年150.20公里。",
        "闲置的16台包括诊疗床9套、灭菌器3台、牙椅3台。",
        "面积2690亩。涉及坡地3600亩，占总量4069亩的88.5%。",
        "各项满分为投入20分、过程20分、产出60分，实得投入18分、过程20分、产出58分，总得分96分。",
        "不满意的27份中，反映课时安排的15份、反映实训设备的9份、其他3份。",
    ],
)
def test_open_list_is_never_told_for_not_adding_up(text: str) -> None:
    assert [run for run in found(text) if not run[2]] == []


def test_brackets_within_a_part_are_not_parts() -> None:
    text = "下达资金100万元，分别为中央资金60万元（其中上年结转5万元）、省级资金40万元。"
    assert [run for run in found(text) if not run[2]] == []
    assert ("100万元", "60万元+40万元", True) in found(text)


def test_restatement_is_counted_once() -> None:
    text = "惠及农户0.6656万户（6656户），其中甲镇3000户、乙镇3656户。"
    assert [run for run in found(text) if not run[2]] == []


@pytest.mark.parametrize(
    "text",
    [
        "超过100万元，分别为60万元、30万元。",
        "每亩100元，分别为60元、30元。",
        "甲20%、乙30%，合计60%。",
    ],
)
def test_open_hedges_prices_and_percentages_are_not_added(text: str) -> None:
    assert found(text) == []


def test_runs_stay_in_their_block_and_out_of_tables() -> None:
    assert (
        found("下达资金100万元，分别为：\n中央资金60万元、省级资金20万元、县级资金10万元。") == []
    )
    assert found("| 甲 | 60万元 |\n|---|---|\n| 乙 | 30万元 |\n| 合计 | 100万元 |") == []


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("共办招聘会63场，线上14场、线下22场，进场单位超过400家次。", "63场"),
        ("做了84.2公里，支渠31.7公里、斗农渠42.5公里，完成率97.3%。", "84.2公里"),
        ("缺口28.9万元由两头形成，县级财政少拨32.5万元，机构自筹少交6.4万元。", "28.9万元"),
        # a hedged figure in a bracket that ended is none of the parts
        ("高效节水2800亩（在3万亩以内）装好，甲镇6100亩、乙乡1200亩，合2800亩。", "2800亩"),
        # the words before the total name all its parts; the answers to one question
        ("新建改建泵站83座，其中新建23座，改建15座。", "83座"),
        ("收回问卷583份。其中表示“满意”的431份、“基本满意”的124份、“不满意”的27份。", "583份"),
        ("收回问卷583份，其中“满意”431份、“基本满意”124份，其他未作答。", None),
        ("新建改建泵站83座，其中新建23座。", None),
        ("有效样本688份，有效率98%，回答满意498份、基本满意72份、不满意18份。", "688份"),
        # a set of kinds that vocabulary says to be whole, and one kind of it missing
        ("总产值46.1亿元，其中第一产业13.9亿元、第二产业18.2亿元、第三产业9.5亿元。", "46.1亿元"),
        ("总产值46.1亿元，其中第一产业13.9亿元、第二产业18.2亿元。", None),
        ("基本支出1986.32万元，其中人员经费1742.18万元、公用经费344.14万元。", "1986.32万元"),
        (
            "资产9946.00万元，由厂房6210.00万元、设备2520.00万元和车辆216.00万元构成，已移交8722.35万元。",
            "9946.00万元",
        ),
        # an overlap, a rest without a figure, and steps of one thing leave a list open
        ("参训120人，女性45人、党员65人，覆盖6个乡镇。", None),
        ("改造危房36户，东镇14户、西镇12户，其余在南镇。", None),
        ("申请120家，受理90家、通过20家，拨付奖补800万元。", None),
    ],
)
def test_list_right_behind_its_total(text: str, total: str | None) -> None:
    assert [t for t, _, holds in found(text) if not holds] == ([total] if total else [])


@pytest.mark.parametrize(
    ("text", "total"),
    [
        # indicators of one level, and of several
        ("设产出指标10个、效益指标4个、满意度指标1个，合计25个三级指标。", "25个"),
        ("设一级指标3个、二级指标9个、满意度指标1个，合计25个三级指标。", None),
        # each part in brackets of its own
        ("满分100分，设决策（20分）、过程（20分）、产出（30分）、效益（25分）四个一级指标。", "100分"),
        ("满分100分，设决策（20分）、过程（20分）、产出（35分）、效益（25分）四个一级指标。", None),
        ("满分100分，包括决策（20分）、过程（20分）、产出（60分），其中产出（60分）含数量。", None),
    ],
)  # fmt: skip
def test_parts_in_brackets(text: str, total: str | None) -> None:
    assert [t for t, _, holds in found(text) if not holds] == ([total] if total else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what made the total stands before it, what became of it behind
        (
            "年初预算320.00万元，上级补助25.00万元，全年预算数345.00万元。执行数327.75万元，结转17.25万元。",
            [
                ("345.00万元", "327.75万元+17.25万元", True),
                ("345.00万元", "320.00万元+25.00万元", True),
            ],
        ),
        (
            "上年结存120箱，本年购入85箱，可供发放205箱，已发放190箱，结存15箱。",
            [("205箱", "190箱+15箱", True), ("205箱", "120箱+85箱", True)],
        ),
        # one side holds; a slip on the other is not told of a total that is right
        (
            "中央资金60万元、省级资金30万元，共计90万元，其中设备70万元、安装20万元。",
            [
                ("90万元", "70万元+20万元", True),
                ("90万元", "60万元+30万元", True),
            ],
        ),
        # neither side holds
        (
            "甲镇培训120人、乙镇培训85人、丙镇培训95人，共计310人。",
            [("310人", "120人+85人+95人", False)],
        ),
    ],
)
def test_sums_on_both_sides_of_a_total(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert found(text) == expected


def test_amount_told_again_is_counted_once() -> None:
    text = "安排120万元，用于：①采购设备68万元，其中68万元已支付；②安装32万元；③培训20万元。"
    assert ("120万元", "68万元+32万元+20万元", True) in found(text)


def test_equal_amounts_of_several_are_all_counted() -> None:
    assert ("60万元", "30万元+30万元", True) in found(
        "甲村、乙村分别补助30万元、30万元，合计60万元。"
    )


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        (
            "本年盈余213万元，调整以前年度盈余-32万元，专用基金5万元，合计186万元。",
            "186万元",
            "213万元+32万元+5万元",
        ),
        (
            "经费安排：设备-120万元、安装-30万元、培训-10万元，合计160万元。",
            "160万元",
            "120万元+30万元+10万元",
        ),
    ],
)
def test_minus_takes_off_and_dash_does_not(text: str, total: str, parts: str) -> None:
    assert (total, parts, True) in found(text)


def test_what_is_added_needs_what_it_is_added_to() -> None:
    text = "支出59.63亿元，下降18.1%。加上上解1.42亿元、还本0.87亿元，支出总计{}亿元。"
    assert [r for r in found(text.format("61.92")) if not r[2]] == []
    wrong = [r for r in found(text.format("61.29")) if not r[2]]
    assert wrong == [("61.29亿元", "59.63亿元+1.42亿元+0.87亿元", False)]


def test_total_that_is_not_told_is_doubted_for_a_reason() -> None:
    text = (
        "脱贫户860户、低保户320户，两类户合计980户，重复200户。\n甲30万元、乙20万元，合计50万元。"
    )
    opened = case(f"{TITLE}{text}\n")
    told = [(opened.text(f.start, f.end), why) for f, why in doubts(opened.facts)]
    assert told == [("980户", "分项有重复")]


@pytest.mark.parametrize(
    ("between", "sure"), [("共", True), ("项目资金合计", True), ("群众投劳折资共", False)]
)
def test_a_total_named_like_another_part_leaves_a_doubt(between: str, sure: bool) -> None:
    opened = case(f"{TITLE}财政补助120万元，村级自筹60万元，{between}210万元。\n")
    assert [run.sure for run in runs(opened.facts) if not run.holds] == [sure]


def wrong(text: str) -> list[tuple[str, str, bool]]:
    """The same of those that do not add up."""
    return [run for run in found(text) if not run[2]]


def test_an_item_of_an_announced_list_is_no_total_of_those_behind_it() -> None:
    parts = "就业见习补贴236万元，创业补贴215万元，交通补助148万元，公共服务建设62万元。"
    assert wrong(f"明细为：社会保险补贴842.7万元，公益性岗位补贴688.5万元，{parts}") == []
    assert wrong(f"支出688.5万元，{parts}") == [
        ("688.5万元", "236万元+215万元+148万元+62万元", False)
    ]


def test_what_is_counted_with_either_word_of_two_is_a_part() -> None:
    assert wrong("实际购置DR 6台、彩超8台、心电图机30台、救护车4辆，共48台（辆）。") == []
    assert wrong("实际购置DR 6台、彩超8台、心电图机30台、救护车4辆，共49台（辆）。") == [
        ("49台（辆）", "6台+8台+30台+4辆", False)
    ]
    assert wrong("整治泵站12座、水闸5座、险工7处，共24处（座），另有涵洞3处。") == []


def test_the_mark_that_each_of_several_has_is_none_of_a_list() -> None:
    assert wrong("目标6分，扣0.60分，得5.40分；控制率与变动率两个5分指标，共10.00分。") == []


def test_full_marks_less_what_was_lost_are_not_added_to_what_is_left() -> None:
    listed = "预算执行10分得9.2分；资金6分、组织6分，都没有失分"
    assert wrong(f"{listed}；档案4分，缺两份，扣0.5分，得3.5分。合计24.7分。") == []


def test_what_a_rate_makes_of_full_marks_is_a_mark_got() -> None:
    first = (
        "执行满分10分，按执行率94.73%折算9.47分；产出满分50分，得48.13分；效益满分30分，得28.50分"
    )
    assert wrong(f"{first}。三块分数叠加起来86.10分。") == []
    assert wrong(f"{first}。三块分数叠加起来86.0分。") == [
        ("86.0分", "9.47分+48.13分+28.50分", False)
    ]


@pytest.mark.parametrize(
    "right",
    [
        "三个5分的指标得满分，一个10分的指标得8分，合计23分。",
        "资金到位4分得满分4分；预算执行10分按97%计9.7分；合计13.7分。",
        "应发800人，其中城区500人足额发放，乡镇发放285人，发放率95%。",
        "现有救护车120辆，本年购置18辆、更新12辆。",
        "上年购置36台（套），本年购置机床30台、夹具12套，共42台（套）。",
    ],
)
def test_a_sum_that_other_words_account_for_is_not_told(right: str) -> None:
    assert wrong(right) == []


def test_a_rate_that_does_not_account_for_the_rest_leaves_a_sum_told() -> None:
    assert wrong("应发800人，其中城区500人足额发放，乡镇发放285人，发放率75%。") != []
