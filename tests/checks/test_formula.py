"""Arithmetic that the text writes out."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.told import told
from tests.checks.verdicts import UNJUDGED, verdicts

RULE = "arithmetic/formula"


@pytest.mark.parametrize(
    ("text", "calculation"),
    [
        ("账上30万元，等于上年结转10万元加上收到500万元再减去支出480万元。", "10万元 + 500万元 − 480万元 = 30万元"),
        ("差额30万元，即500万元与470万元之差。", "500万元 − 470万元 = 30万元"),
        ("满意度＝（156+31）÷198×100%＝94.44%。", "(156 + 31) ÷ 198 × 100% = 94.444%"),
        ("得分=10×97.86%=9.79分。", "10 × 97.86% = 9.79分"),
        ("工期缩短15天，即计划120天减去实际105天。", "120天 − 105天 = 15天"),
        ("执行率=实际支出372万元/预算数400万元×100%=93%。", "372万元 ÷ 400万元 × 100% = 93%"),
        ("变动率=（95-100）÷100×100%=-5%。", "(95 − 100) ÷ 100 × 100% = -5%"),
        ("得分=8-（100%-97%）×100×0.5=6.5分。", "8 − (100% − 97%) × 100 × 0.5 = 6.5分"),
        ("得分=5×（1-10%）=4.5分。", "5 × (1 − 10%) = 4.5分"),
        ("补助3×50+6×20+12×5=330万元。", "3 × 50 + 6 × 20 + 12 × 5 = 330万元"),
    ],
)  # fmt: skip
def test_right_formula(text: str, calculation: str) -> None:
    ((status, _, reached),) = verdicts(RULE, text)
    assert status is Status.passed
    assert calculation in reached


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("账上40万元，等于上年结转10万元加上收到500万元再减去支出480万元。", ["40万元"]),
        ("差额40万元，即500万元与470万元之差。", ["40万元"]),
        ("满意度＝（156+31）÷198.0×100%＝98.44%。", ["98.44%"]),
        ("两年共2056人次，为1894人次与612人次之和。", ["2056人次"]),
        # the terms would have to be rounded by much
        ("满意度=（156+31）÷198=94.94%。", ["94.94%"]),
        ("执行率=453÷500=90.7%。", []),
        ("县级配套314万元的缺口至今没有补上，相当于应配754万元减去已到的620万元。", ["314万元"]),
        # in brackets without 即 only what one slip explains
        ("结余22万元（到位500万元减去支出480万元）。", ["22万元"]),
        ("变动率=（37.6-41.1）/41.1=-5.82%。", ["5.82%"]),
        ("质保金=720×3%=26.1万元。", ["26.1万元"]),
        ("结余171万元（到位500万元减去支出480万元）。", []),
    ],
)
def test_wrong_formula(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "完成面积为3000亩（不计超出的60亩）+4620亩+11680亩=19300亩。",
        "合同价100万元，扣除质保金3万元后，年内支付90万元。",
        "自评为18分/20分，得分率92%。",
        "全年支付100万元，为合同价120万元扣除质保金6万元的85%左右。",
        "补助标准是省级300元加市级200元。",
        "本年拨款100万元没有动用，系上年结转20万元加上利息0.5万元后先行使用。",
        "得分=（执行率÷100%）×10=95.3%×10。",
        "投入300万元，是2015-2017年200万元的1.5倍。",
        "本年支出600万元（上年结转100万元加上当年拨款550万元）。",
        "| 项目 | 算式 |\n|---|---|\n| 结余 | 结余40万元=到位50万元-支出20万元 |",
    ],
)
def test_no_formula(text: str) -> None:
    assert {status for status, _, _ in verdicts(RULE, text)} <= UNJUDGED
