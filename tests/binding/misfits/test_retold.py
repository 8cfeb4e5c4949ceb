"""Figures told once that nothing bears out, a slip away from one told elsewhere."""

from __future__ import annotations

from random import Random

import pytest
from msgspec.structs import replace

from linter.binding.misfits.retold import retold
from tests.cases import case as case_of
from tests.checks.told import told

LONG = "".join(f"第{at}片林子由护林员巡护，台账另存。\n\n" for at in "甲乙丙丁戊己庚辛" * 12)
"""So many words that those beside a figure are seldom."""


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # so many digits tell by themselves: swapped, changed, lost, 万 for 亿
        ("在册24160户。\n\n兑付到42160户，榜上也是42160户。", ["24160户"]),
        ("拨来1842.65万元。\n\n付出的是1842.65亿元。", ["1842.65亿元"]),
        ("复耕18274亩。\n\n验收复耕的田2.8274万亩。", ["2.8274万亩"]),
        ("复耕18274亩。\n\n验收复耕的田1.83万亩。", []),
        ("清淤23479米。\n\n验收的渠道83479米。", ["83479米"]),
        ("扫了23879条巷子。\n\n看过的有2379条。", ["2379条"]),
        # of a cell and the text the text's is told, unless the text tells it again
        (
            "东馆来了24160人。\n\n| 场馆 | 人数（人） |\n|---|---|\n| 东馆 | 42160 |\n| 西馆 | 935 |",
            ["24160人"],
        ),
        # another year, half a year, stage, place, object; a part of the other
        ("2021年繁育4126只。\n\n2022年繁育4162只。", []),
        ("上半年修了1286套。\n\n全年修了2186套。", []),
        ("送审金额1267.8万元。\n\n审定金额1276.8万元。", []),
        ("青石镇种了24160株。\n\n柳铺镇种了42160株。", []),
        ("合同金额865.4万元。\n\n另一项合同金额685.4万元。", []),
        ("拨付18736.5元。\n\n付了17836.5元，尾款900元。", []),
        # a plan, a price, marks, a limit, another town, one twin for two figures
        ("全年要种24160株。\n\n到年底栽下42160株。", []),
        ("招标控制价3286.5万元。\n\n签约价3268.5万元。", []),
        ("每亩成本1286元。\n\n保证金1268元。", []),
        ("产出指标得28.56分。\n\n效益指标得25.86分。", []),
        ("总投资1.25亿元。\n\n标准1.25元。", []),
        ("青山市种了24160株。\n\n绿水市种了42160株。", []),
        ("项目种了24160株。\n\n隔壁的云门县类似项目种了42160株。", []),
        ("项目种了24160株。\n\n与邻县的42160株相比还不多。", []),
        ("栽种42163株。\n\n浇水的有24163株。\n\n成活的有41263株。", ["41263株"]),
        # told again, hedged, round, in one sentence, of few digits
        ("在册24160户，入住24160户。\n\n兑付42160户，张榜42160户。", []),
        ("在册约24160户。\n\n兑付42160户，张榜42160户。", []),
        ("补助1200元。\n\n奖励2100元。", []),
        ("报名24160人，到场42160人。", []),
        ("修了12处。\n\n看了21处。", []),
    ],
)
def test_what_is_told(text: str, quotes: list[str]) -> None:
    assert told("consistency/retold", f"某镇2022年度项目绩效自评报告\n{text}\n") == quotes


@pytest.mark.parametrize(
    ("one", "other", "quotes"),
    [
        ("追缴公租房租金346.2万元", "追缴公租房租金的846.2万元入了库", ["846.2万元"]),
        ("追缴公租房租金346.2万元", "窗口添置设备846.2万元", []),
        ("追缴公租房租金34.6万元", "计划追缴公租房租金43.6万元", []),
    ],
)
def test_seldom_words_tell_in_a_long_report(one: str, other: str, quotes: list[str]) -> None:
    text = f"某局2022年度项目绩效自评报告\n{one}。\n\n{LONG}\n{other}。\n"
    assert told("consistency/retold", text) == quotes


def test_of_many_figures_some_are_a_slip_apart_by_chance() -> None:
    random = Random(7)
    text = "".join(f"来了{random.randint(10000, 99999)}户。\n\n" for _ in range(1500))
    found = told("consistency/retold", f"某镇2022年度项目绩效自评报告\n{text}")
    assert len(found) < 5


def test_what_other_rules_have_settled_is_left_alone() -> None:
    case = case_of("在册24160户。\n\n兑付到42160户，榜上也是42160户。")
    ((figure, twin),) = retold(case)
    assert (figure.printed, twin.printed) == (24160, 42160)
    assert not [*retold(replace(case, settled=frozenset({figure.start})))]


@pytest.mark.parametrize(
    ("one", "other", "quotes"),
    [
        # a limit bears nothing out, but for what is near to it
        ("鉴定通过率89.37%", "鉴定通过率都不低于八成，实为98.37%", ["98.37%"]),
        (
            "登记住户1927户，楼房815户、平房1112户",
            "登记住户1527户，楼房超过910户、平房612户",
            [],
        ),
        # what is measured by a plan is none
        ("监理执行率93.04%", "监理用到计划的39.04%", ["39.04%"]),
        ("监理执行率93.04%", "监理计划用到39.04%", []),
        # a figure beside it is of the other's row or column
        ("| 乡镇 | 完成（亩） | 兑付（万元） |\n|---|---|---|\n| 青石 | 1762 | 352.40 |", "做了1762亩，领到325.40万元", ["325.40万元"]),
        ("| 乡镇 | 完成（亩） | 兑付（万元） |\n|---|---|---|\n| 青石 | 1762 | 352.40 |", "做了1762亩，去年做了1672亩", []),
        # the figures beside it tell again what others told, or they are new as well
        (
            "农户会做，农户肯做，1762亩，3150株，86名，427趟，17.5公里，农户512户",
            "1762亩欠管，3150株要补，86名要留，427趟空跑，17.5公里塌了，农户612户",
            ["612户"],
        ),
        (
            "农户会做，农户肯做，1762亩，3150株，86名，427趟，17.5公里，农户512户",
            "1862亩欠管，3250株要补，96名要留，527趟空跑，18.5公里塌了，农户612户",
            [],
        ),
    ],
)  # fmt: skip
def test_what_stands_beside_a_figure_tells(one: str, other: str, quotes: list[str]) -> None:
    text = f"某局2022年度项目绩效自评报告\n一、做法\n\n{one}。\n\n{LONG}\n二、问题\n\n{other}。\n"
    assert told("consistency/retold", text) == quotes
