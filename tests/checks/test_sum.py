"""Parts and their whole: lists, shares, columns, scores by level."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import UNJUDGED, Said, verdicts

TABLE = "| 乡镇 | 金额（万元） |\n|---|---|\n| 甲 | 3.60 |\n| 乙 | 4.50 |\n| 合计 | {} |"
PARTS = "一、投入（满分20分，得18分）\n略。\n二、过程（满分30分，得30分）\n略。\n三、产出（满分50分，得{}分）\n略。"


@pytest.mark.parametrize(
    ("rule", "text", "said"),
    [
        ("arithmetic/parts", "下达资金100万元，分别为中央60万元、省级30万元、县级10万元。",
         (Status.passed, "100万元", "60万元 + 30万元 + 10万元 = 100万元 ✓")),
        ("arithmetic/parts", "下达资金100万元，分别为中央60万元、省级20万元、县级10万元。",
         (Status.failed, "100万元", "60万元 + 20万元 + 10万元 = 90万元 ≠ 100万元")),
        ("arithmetic/shares", "三类人员分别占33.3%、33.3%和33.3%。",
         (Status.passed, "33.3%", "33.3% + 33.3% + 33.3% = 99.9% ✓")),
        ("arithmetic/shares", "比重依次为58.4%、32.3%、18.3%。",
         (Status.failed, "18.3%", "58.4% + 32.3% + 18.3% = 109.0% ≠ 100.0%")),
        ("arithmetic/table-total", TABLE.format("8.10"), (Status.passed, "8.10", "3.60 + 4.50 = 8.10 ✓")),
        ("arithmetic/table-total", TABLE.format("9.10"), (Status.failed, "9.10", "3.60 + 4.50 = 8.10 ≠ 9.10")),
        ("score/full-marks", PARTS.format(48), (Status.passed, "50分", "20分 + 30分 + 50分 = 100分 ✓")),
        ("score/full-marks", PARTS.format(48).replace("满分50", "满分40"),
         (Status.failed, "40分", "20分 + 30分 + 40分 = 90分 ≠ 100分")),
        ("score/marks", "自评总分96分。\n" + PARTS.format(48), (Status.passed, "96分", "18分 + 30分 + 48分 = 96分 ✓")),
        ("score/marks", "自评总分96分。\n" + PARTS.format(43),
         (Status.failed, "96分", "18分 + 30分 + 43分 = 91分 ≠ 96分")),
    ],
)  # fmt: skip
def test_verdict(rule: str, text: str, said: Said) -> None:
    assert verdicts(rule, text) == [said]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("arithmetic/parts", "下达资金100万元。"),
        ("arithmetic/shares", "女性占44.4%，党员占12.5%。"),
        (
            "arithmetic/table-total",
            "| 乡镇 | 金额（万元） |\n|---|---|\n| 甲 | 3.60 |\n| 乙 | 4.50 |",
        ),
        ("score/full-marks", "一、投入（满分20分）\n略。"),
        ("score/marks", PARTS.format(48)),
    ],
)
def test_without_a_whole_nothing_is_judged(rule: str, text: str) -> None:
    assert {status for status, _, _ in verdicts(rule, text)} <= UNJUDGED
