"""Events that happen once and are told with two dates."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.told import told
from tests.checks.verdicts import Said, verdicts

RULE = "date/one-event"
FOUNDED = "2024年2月6日成立自评小组。"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (FOUNDED, (Status.not_applicable, "", "没有这条规则要核对的内容")),
        (f"{FOUNDED}2024年2月，我局组成了评价组。", (Status.passed, "2024年2月", "成立评价工作组：2024年2月6日、2024年2月 ✓")),
        (f"{FOUNDED}2024年2月7日，我局组成了评价组。",
         (Status.failed, "2024年2月7日", "成立评价工作组：2024年2月6日 ≠ 2024年2月7日")),
        (f"{FOUNDED}2024年2月7日，各乡镇成立自评小组。", (Status.not_applicable, "", "没有这条规则要核对的内容")),
        (f"{FOUNDED}在经费下达之日，我局就成立了绩效评价组。",
         (Status.failed, "下达之日", "成立评价工作组：2024年2月6日 ≠ 下达之日")),
        ("2023年2月6日成立自评小组。在经费下达之日，我局就成立了绩效评价组。",
         (Status.passed, "下达之日", "成立评价工作组：2023年2月6日、下达之日 ✓")),
    ],
)  # fmt: skip
def test_verdict(text: str, said: Said) -> None:
    assert verdicts(RULE, text) == [said]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("2022年2月出台《青禾镇公益岗位管理办法》。依据2022年6月出台的《青禾镇公益岗位管理办法》选聘。", ["2022年6月"]),
        ("2022年2月出台《青禾镇公益岗位管理办法》。依据2022年2月8日印发的《青禾镇公益岗位管理办法》选聘。", []),
        ("2022年2月出台《青禾镇公益岗位管理办法》，2022年6月修订后印发《青禾镇公益岗位管理办法》。", []),
        ("2022年2月印发《青禾镇公益岗位管理办法》，2022年6月印发《青禾镇公益岗位考核细则》。", []),
        ("2022年2月县里印发《实施方案》。2022年3月镇里印发《实施方案》。", []),
        ("2022年2月印发《青禾镇公益岗位管理办法》征求意见。2022年6月正式印发《青禾镇公益岗位管理办法》。", []),
    ],
)  # fmt: skip
def test_a_document_is_issued_once(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        f"{FOUNDED}2024年2月1日成立项目领导小组。",
        f"{FOUNDED}2024年2月30日成立自评小组。",
        "2024年2月6日启动自评，2024年3月8日启动自评整改。",
        "一标段2023年9月30日完工，二标段2023年9月25日完工。",
        "A包2023年9月30日竣工，B包2023年9月18日竣工。",
        "综合楼2023年5月10日开工。\n宿舍楼2023年5月20日开工。",
        "标段二因征地于2023年6月10日开工，标段一2023年4月10日开工。",
    ],
)
def test_other_events(text: str) -> None:
    assert told(RULE, text) == []
