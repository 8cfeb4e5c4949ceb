"""Two facts in order."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import UNJUDGED, Said, verdicts


@pytest.mark.parametrize(
    ("rule", "text", "said"),
    [
        ("score/within-full-marks", "一、产出（满分40分，得38分）\n完成。", (Status.passed, "38分", "38分 ≤ 40分 ✓")),
        ("score/within-full-marks", "一、产出（满分40分，得40分）\n完成。", (Status.passed, "40分", "40分 ≤ 40分 ✓")),
        ("score/within-full-marks", "一、产出（满分40分，得48分）\n完成。", (Status.failed, "48分", "48分 ≤ 40分")),
        ("score/within-full-marks", "过程得分20.5分（满分20分）。", (Status.failed, "20.5分", "20.5分 ≤ 20分")),
        ("score/within-full-marks", "| 指标 | 分值 | 得分 |\n|---|---|---|\n| 甲 | 10 | 12 |\n| 乙 | 5 | - |",
         (Status.failed, "12", "12 ≤ 10")),
        ("arithmetic/part-within-whole", "吸纳就业1061人，其中脱贫人口405人。", (Status.passed, "405人", "405人 ≤ 1061人 ✓")),
        ("arithmetic/part-within-whole", "吸纳就业106人，其中脱贫人口405人。", (Status.failed, "405人", "405人 ≤ 106人")),
        ("arithmetic/part-within-whole", "到位350万元（其中中央380万元）。", (Status.failed, "380万元", "380万元 ≤ 350万元")),
        ("arithmetic/part-within-whole", "到位约350万元（其中中央352万元）。", (Status.passed, "352万元", "352万元 ≤ 约350万元 ✓")),
    ],
)  # fmt: skip
def test_verdict(rule: str, text: str, said: Said) -> None:
    assert verdicts(rule, text) == [said]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("score/within-full-marks", "一、产出（得48分）\n完成。"),
        ("score/within-full-marks", "一、产出（满分40分）\n完成。"),
        ("arithmetic/part-within-whole", "吸纳就业106人，脱贫人口405人。"),
        ("arithmetic/part-within-whole", "吸纳就业106人，其中占比405%。"),
        ("arithmetic/part-within-whole", "吸纳就业106人，其中脱贫户405户。"),
        ("arithmetic/part-within-whole", "每人补助300元，其中省级405元。"),
    ],
)
def test_without_a_pair_nothing_is_judged(rule: str, text: str) -> None:
    assert {status for status, _, _ in verdicts(rule, text)} <= UNJUDGED


@pytest.mark.parametrize(
    "text",
    [
        "到位资金170万元。\n支出179.6万元。",
        "经费170万元已全部到位，支出179.6万元。",
        "到位170万元，2023年12月底支出179.6万元。",
    ],
)
def test_what_exceeds_the_step_before_is_told(text: str) -> None:
    said = verdicts("budget/within-funds", text)
    assert said == [(Status.failed, "179.6万元", "179.6万元 ≤ 170万元")]


@pytest.mark.parametrize(
    "text",
    [
        "到位资金50万元。\n支出179.6万元。",
        "到位170万元，支出179.6万元。\n超支部分从其他资金中解决。",
        "到位170万元，又到位30万元，支出179.6万元。",
        "中央资金到位170万元，到位100万元，支出179.6万元。",
        "到位170万元，2024年支出179.6万元。",
        "9月到位170万元，支出179.6万元。",
        "到位170万元，支出约179.6万元。",
        "2023年预算650万元，支出641万元。项目自2021年开工以来累计到位1120万元。",
        "本年预算420万元，支出418.6万元。截至2023年底累计到位780万元。",
        "器材采购预算控制价为318万元，中标价291万元。全年支出538.72万元。",
        "器材采购安排318万元的预算控制价，全年支出538.72万元。",
        "器材采购预算318万元，中标价291万元；全年支出538.72万元。",
    ],
)
def test_what_may_be_another_thing_is_not(text: str) -> None:
    said = verdicts("budget/within-funds", text)
    assert [s for s in said if s[0] is Status.failed] == []


@pytest.mark.parametrize(
    "text",
    [
        "到位170万元，药品支出179.6万元。",
        "镇里安排60万元，收到拨款170万元，支出179.6万元。",
        "| 项目 | 到位（万元） | 支出（万元） |\n|---|---|---|\n| 结转项目 | 170 | 179.6 |",
        "| 项目 | 到位（万元） | 支出（万元） | 支出率 |\n|---|---|---|---|\n| 甲 | 170 | 179.6 | 105.6% |",
    ],
)
def test_parts_other_sources_and_rates_are_left(text: str) -> None:
    said = verdicts("budget/within-funds", text)
    assert [s for s in said if s[0] is Status.failed] == []
