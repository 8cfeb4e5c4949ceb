"""Figures that do not fit, and may be right all the same."""

from __future__ import annotations

import pytest

from linter.binding.relations.operands import Binder
from linter.binding.relations.relation import Relation, Role
from tests.cases import own_case
from tests.checks.told import told as told_of

RULE = "arithmetic/own"
TITLE = "某局2022年度绩效自评报告\n"

RATE = Relation(
    derived="rate",
    roles={
        "rate": Role(dim="percent", cue=("率", "完成", "执行率"), without=("综合",)),
        "plan": Role(cue=("计划", "安排")),
        "done": Role(
            same_dim="plan", cue=("实际", "支出"), stem_of="rate", general=("完成", "执行")
        ),
    },
    where=("rate = done / plan",),
)
CHANGE = Relation(
    derived="rate",
    roles={
        "rate": Role(dim="percent", cue=("增长",)),
        "base": Role(cue=("由", "@past-year"), optional=True),
        "now": Role(same_dim="base", cue=("增加到", "本年"), optional=True),
        "delta": Role(same_dim="base", cue=("增加",), optional=True),
    },
    windows=("clause", "sentence"),
    parted=("其中",),
    any=True,
    where=("rate = now / base - 1", "rate = delta / base"),
)


def outcomes(text: str, relation: Relation) -> set[str]:
    case = own_case(f"{TITLE}{text}\n", RULE, relation)
    binder = Binder(RULE, relation, case.facts, case.compiled.equations)
    return {found.outcome for found in binder.bindings()}


@pytest.mark.parametrize(
    "text",
    [
        "计划办班300期，实际办班270期，完成率95%。",
        "安排资金500万元，支出480万元，执行率86%。",
        "计划检测120批，实际检测114批，检测率85%。",
        "计划改造250户，实际改造265户，完成率94.3%。",
    ],
)
def test_figures_that_belong_together_are_told(text: str) -> None:
    assert outcomes(text, RATE) & {"fail", "doubt"}


@pytest.mark.parametrize(
    "text",
    [
        # the rate is of something else by its name
        "计划办班300期，实际办班315期，优良率97%。",
        # another rate is what the figures give
        "计划办班300期，实际办班270期，完成率90%，就业率72%。",
        # several amounts together
        "县级安排300万元，市级安排200万元，支出480万元，执行率96%。",
        # another thing stands between
        "计划办班300期，实际办班315期，发放教材860册，完成率97%。",
        # what would be the plan is a part of what was done
        "讲座参训110人次，实操参训96人次，合计206人次，完成率103%。",
        # a rate of a part, and amounts of the whole behind it
        "县级资金执行率97.2%，乡镇资金执行率68.9%，全年安排860万元，实际支出812万元。",
        # all that came was spent, whatever the contract says
        "合同安排46.8万元，资金46万元，全部支付，执行率100%。",
    ],
)
def test_figures_that_may_not_belong_together_are_not_told(text: str) -> None:
    assert not outcomes(text, RATE) & {"fail", "doubt"}


def test_change_that_does_not_fit_is_told() -> None:
    assert outcomes("在校生由2000人增加到2500人，增长35%。", CHANGE) == {"fail"}
    assert outcomes("在校生由2000人增加到2500人，在校生数比上年增长35%。", CHANGE) == {"fail"}
    assert outcomes("上年收入200万元，本年增加50万元，增长35%。", CHANGE) & {"fail", "doubt"}


@pytest.mark.parametrize(
    "text",
    [
        "资金较上年的800万元增长12%，其中县级增加60万元，增长30%。",
        "教师由200人增加到250人，图书达到3.2万册，增长18%。",
        "教师由200人增加到250人，增长25%，学生人数增长8%。",
        "培训由3个村扩大到5个村，户均收入增长30%。",
        "床位由120张增加到150张，使用率由60%提高到72%，增长20%。",
    ],
)
def test_change_of_something_else_is_not_told(text: str) -> None:
    assert not outcomes(text, CHANGE) & {"fail", "doubt"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("东山区800户，西河县300户，南岭县减少100户。", False),
        ("1月下达800户，5月下达300户，9月调减100户。", False),
        ("学校A招生120人，学校B招生86人，学校C减少招生20人。", False),
        ("东山区上年800户，本年300户，减少100户。", True),
    ],
)
def test_a_change_of_a_third_is_none_of_the_two_before(text: str, told: bool) -> None:
    assert bool(told_of("arithmetic/difference", f"{text}\n")) is told
