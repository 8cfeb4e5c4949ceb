"""Figures that do not fit as they stand, and do under another reading of the sentence."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import verdicts


def outcomes(rule: str, text: str) -> set[Status]:
    return {status for status, _, _ in verdicts(rule, text)}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        # of another figure of the sentence
        ("arithmetic/completion", "任务3.58万人，实际管理3.69万人，完成103.1%；规范管理2.47万人，规范管理率66.9%。"),
        ("arithmetic/difference", "检查1842家次，计划为1500家次，因专项整治追加检查396家次；剔除后为1446家次。"),
        # of what came later
        ("arithmetic/completion", "应检测48个，合格45个，整改后合格率100%。"),
        ("arithmetic/completion", "申报175份，通过163份，补正后12份也获通过，通过率100%。"),
        # of another year
        ("budget/execution-rate", "预算310万元，支出294.5万元，执行率95%；而2021年预算280万元，执行率88.6%。"),
        # of a part, of which no amount is told
        ("budget/execution-rate", "预算252万元，支出239.4万元，执行率95%，其中省级资金执行率94.44%。"),
        ("arithmetic/share", "研发经费21.7亿元；其中企业18.9亿元，占87.1%，高校2.8亿元。"),
        ("arithmetic/difference", "甲类企业由286家增至321家，净增35家；乙类企业入库604家，增加75家。"),
        # of what the part leaves, of several together, of nothing near
        ("arithmetic/share", "50场中有34场集中在城区，农村只占32%。"),
        ("arithmetic/ratio", "收入96万元，成本76.8万元，毛利20%。"),
        ("arithmetic/ratio", "群众320人满意304人，企业80家满意74家，合计94.5%。"),
        ("arithmetic/ratio", "保管费比65元的标准低2.3元；实际年化3.9%。"),
        # of another whole, of which no part is told
        ("arithmetic/share", "甲线造价1860万元，其中材料费1023万元，占55.0%；乙线造价940万元，材料费占53.2%。"),
        ("arithmetic/share", "甲校在校生1250人，其中住校生800人，占64.0%；乙校在校生760人，住校生占58.4%。"),
    ],
)  # fmt: skip
def test_what_may_be_right_is_not_told(rule: str, text: str) -> None:
    assert Status.failed not in outcomes(rule, text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("arithmetic/completion", "任务3.58万人，实际管理3.69万人，完成103.1%；规范管理2.47万人，规范管理率69.6%。"),
        ("arithmetic/difference", "由1842家次减少到1500家次，减少396家次。"),
        ("arithmetic/completion", "应检测48个，合格45个，合格率97.35%。"),
        ("arithmetic/difference", "甲类企业由286家增至321家；净增75家。"),
        ("budget/execution-rate", "预算310万元，支出294.5万元，执行率59%；而2021年预算280万元，执行率88.6%。"),
        ("budget/execution-rate", "2021年预算280万元，支出248.1万元，执行率86.8%。"),
        ("budget/execution-rate", "预算252万元，其中省级80万元，支出239.4万元，执行率59%。"),
        ("budget/arrival-rate", "下达指标数214.5万元，实际收到2164.5万元，资金到位率100%。"),
        ("arithmetic/share", "甲线造价1860万元，其中材料费1023万元，占50.5%；乙线造价940万元，材料费占53.2%。"),
    ],
)  # fmt: skip
def test_what_no_reading_makes_right_is_told(rule: str, text: str) -> None:
    assert Status.failed in outcomes(rule, text)
