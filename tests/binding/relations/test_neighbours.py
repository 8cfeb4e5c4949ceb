"""A budget in one sentence, spending and its rate in the next."""

from __future__ import annotations

import pytest

from linter.engine import lint
from linter.model import Submission
from tests.cases import book, document

RULE = "budget/execution-rate"
TITLE = "某县2023年度管护经费绩效自评报告\n一、资金\n"
BUDGET, SPENT = "全年预算数287.04万元。", "截至2023年12月31日，全年执行数275.47万元，执行率{}。"


def told(text: str) -> list[tuple[str, str]]:
    """The level and the quote of what is said of rates of execution."""
    report = lint(Submission((document(f"{TITLE}{text}\n"),)), book())
    return [(f.severity.name, f.quote) for f in report.findings if f.rule == RULE]


WRONG = [
    BUDGET + SPENT.format("88.88%"),
    "年初预算284.05万元，年中追加2.99万元，" + BUDGET + SPENT.format("88.88%") + "结余11.57万元。",
    "本项目全年预算资金为287.04万元。2023年度实际支出275.47万元，预算执行率为88.88%。",
    "项目预算总额287.04万元。全年共支付275.47万元，资金支付率为88.88%。",
    "调整后预算数为287.04万元。截至2023年底，累计支出275.47万元，执行率达到88.88%，未执行部分结转下年。",
    "项目由县财政保障，年度预算287.04万元。至年底，项目实际支出275.47万元，预算执行率88.88%。",
    "2023年项目预算287.04万元。截止2023年12月底，我局已支付资金275.47万元，项目预算执行率为88.88%。",
]


@pytest.mark.parametrize("text", WRONG)
def test_wrong_rate_of_the_sentence_before(text: str) -> None:
    assert told(text) == [("error", "88.88%")]


@pytest.mark.parametrize("text", [text.replace("88.88%", "95.97%") for text in WRONG])
def test_right_rate_of_the_sentence_before(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # spending, a rate or a budget of something else
        "全年预算数100万元。设备采购支出34.62万元，执行率91.37%。",
        "全年预算数100万元。其中中央资金支出34.62万元，执行率91.37%。",
        "甲项目预算100万元。全年支出74.62万元，执行率91.37%。",
        "全年预算数100万元，其中培训预算53.27万元。全年支出74.62万元，执行率91.37%。",
        "全年预算数100万元。全年支出74.62万元，合同执行率91.37%。",
        "全年预算数100万元。二期全年支出74.62万元，执行率91.37%。",
        # of another year, or of another time
        "2022年预算数100万元。2023年支出74.62万元，执行率91.37%。",
        "上年预算数100万元。全年支出74.62万元，执行率91.37%。",
        "全年预算数100万元。截至2023年9月30日，支出74.62万元，年底执行率达到91.37%。",
        # of what came in, was changed or is left out
        "全年预算数100万元。到位资金81.67万元。全年支出74.62万元，执行率91.37%。",
        "到位资金81.67万元。一、概况\n全年预算数100万元。全年支出74.62万元，执行率91.37%。",
        "全年预算数100万元。全年支出74.62万元，执行率91.37%（不含年底收回的10万元）。",
        "全年预算数100万元。年中有调减。全年支出74.62万元，执行率91.37%。",
        "全年预算数100万元。全年支出74.62万元，按到位资金计算执行率91.37%。",
        "全年预算数约100万元。全年支出74.62万元，执行率91.37%。",
        "全年预算数100万元。\n全年支出74.62万元，执行率91.37%。",
        "全年预算数100万元。全年支出74.62万元，占80%，执行率91.37%。",
    ],
)
def test_of_two_things_nothing_is_told(text: str) -> None:
    assert told(text) == []
