"""An attachment that the text leads to, and the list of attachments at its end."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import verdicts

RULE = "structure/attachment"
LIST = "附件：1.绩效自评表\n2.满意度调查汇总表\n"


def failed(text: str) -> list[str]:
    return [quote for status, quote, _ in verdicts(RULE, text) if status is Status.failed]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("自评表见附件1、附件3。\n", ["附件3"]),
        ("自评表见附件1，汇总结果见附件3《满意度调查汇总表》。\n", ["附件3"]),
        ("自评表见附件 1，汇总表详见附件四。\n", ["附件四"]),
        ("自评表见附件1，汇总表见附件2。\n", []),
        # another document's
        ("评分细则见《某县绩效评价办法》附件3。\n", []),
        ("按财绩〔2024〕6号附件3的格式填报，详见附件4。\n", []),
        ("单价见施工合同附件3。\n", []),
        ("工程量见竣工验收报告附件5。\n", []),
        # no words lead to it
        ("附件3由主管部门另行报送。\n", []),
    ],
)
def test_what_the_text_leads_to_is_listed(text: str, wrong: list[str]) -> None:
    assert failed(f"一、其他说明\n{text}某局\n2024年3月5日\n{LIST}") == wrong


@pytest.mark.parametrize(
    "listed",
    [
        "附件：绩效自评表\n",
        "附件：1.绩效自评表 2.汇总表 3.台账\n",
        "附件：1.绩效自评表\n2.汇总表 3.台账\n",
        "附件：\n1.绩效自评表\n\n2.汇总表\n\n3.台账\n",
        "附件1：绩效自评表\n附件2：汇总表\n",
        f"{LIST}附件3\n支出台账\n",
        f"{LIST}二、补充说明\n略。\n{LIST}",
        "",
    ],
    ids=["one", "one line", "lines of several", "apart", "titles", "inside", "two lists", "none"],
)
def test_a_list_that_may_hold_it_or_tells_nothing(listed: str) -> None:
    assert failed(f"一、其他说明\n支出台账见附件3。\n{listed}") == []


def test_what_is_listed_passes_and_both_places_are_told() -> None:
    (said,) = verdicts(RULE, f"自评表见附件2。\n{LIST}")
    assert said == (Status.passed, "附件2", "附件清单共2项 ✓")
