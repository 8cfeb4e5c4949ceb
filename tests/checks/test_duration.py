"""How long it is from one day to another."""

from __future__ import annotations

import pytest

from linter.engine import lint
from linter.model import Submission
from linter.rulebook.building import extended
from linter.rulebook.files import File
from tests.cases import book, document
from tests.checks.told import told

RULE = "date/duration"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("工期从2023年3月1日起至2023年8月31日止，共计5个月。", "5个月"),
        ("系统应于2023年9月30日前上线，实际到2023年10月18日才切换，比计划晚28天。", "28天"),
        ("合同约定2023年4月5日完工，实际2023年3月25日竣工，比合同工期提前21天。", "21天"),
        ("平台2019年建成，到2023年已运行八年。", "八年"),
        ("4月3日受理，经现场核查，4月18日发证，用时25天。", "25天"),
    ],
)
def test_a_wrong_length_is_told(text: str, length: str) -> None:
    assert told(RULE, text) == [length]


@pytest.mark.parametrize(
    "text",
    [
        "工期从2023年3月1日起至2023年8月31日止，共计6个月。",
        "工期从2023年3月5日起至2023年8月31日止，共计5个月。",
        "系统应于2023年9月30日前上线，实际到2023年10月18日才切换，比计划晚18天。",
        "2023年6月6日签订合同，同月20日进场，到2023年11月25日完工，历时158天。",
        "平台2019年建成，到2023年已运行四年。",
        "2023年3月1日开工，2023年8月31日完工，历时120个工作日。",
    ],
)
def test_a_right_length_is_not(text: str) -> None:
    assert told(RULE, text) == []


@pytest.mark.parametrize("pattern", ["{from:date} …9 历时 {days:day}", "{from:date} …9 完工"])
def test_a_pattern_of_a_bureau_that_lacks_a_slot_finds_nothing(pattern: str) -> None:
    rule = f"""
- id: date/own-lasting
  catalogue: [X]
  name: 工期
  severity: warning
  basis: 本局规定
  why: 试。
  duration: {{apart: ["{pattern}"]}}
  message: {{zh: 不符, en: no}}
  suggest: {{zh: 改, en: mend}}
  examples:
    pass: [{{text: "某局2023年度绩效自评报告\\n2023年3月1日开工，历时9天完工。\\n"}}]
    fail: [{{text: "某局2023年度绩效自评报告\\n2023年3月1日开工，历时8天完工。\\n", quote: 8天}}]
"""
    own = extended(book(), [File("own.yaml", rule.encode())])
    text = "某局2023年度绩效自评报告\n2023年3月1日开工，历时9天完工。\n"
    report = lint(Submission((document(text, "a.txt"),)), own, chosen=["date/own-lasting"])
    assert [f for f in report.findings if f.rule == "date/own-lasting"] == []
