"""A sentence pattern with typed slots, and equations over them."""

from __future__ import annotations

import pytest

from linter.checks.claim import Claim, check
from linter.model import Status
from tests.cases import own_case

RULE = "arithmetic/own"
CLAIM = Claim(
    any=(
        "比{:year}的{base:money}@change-amounts{delta:money}，增长{rate:percent}",
        "增长…{rate:percent}",
    ),
    derived="rate",
    where=("rate = delta / base",),
)


def verdicts(text: str) -> list[tuple[Status, str, str]]:
    case = own_case(f"某局绩效自评报告\n{text}\n", RULE, CLAIM)
    return [
        (v.status, case.text(v.span.start, v.span.end) if v.span else "", v.calculation)
        for v in check(RULE, CLAIM, case)
    ]


@pytest.mark.parametrize(
    ("text", "status", "quote", "calculation"),
    [
        ("比2017年的100万元增加25万元，增长25%。", Status.passed, "25%", "25万元 ÷ 100万元 = 25"),
        ("比2017年的100万元增加25万元，增长35%。", Status.failed, "35%", "25万元 ÷ 100万元 = 25"),
        (
            "比2017年的100万元增加约25万元，增长26%。",
            Status.passed,
            "26%",
            "约25万元 ÷ 100万元 = 25",
        ),
    ],
)
def test_verdict(text: str, status: Status, quote: str, calculation: str) -> None:
    ((found, words, reached),) = verdicts(text)
    assert (found, words) == (status, quote)
    assert calculation in reached
    assert reached.endswith("✓") is (status is Status.passed)


@pytest.mark.parametrize(
    "text",
    ["增长25%。", "比2017年的100万元增加25万元；增长35%。", "比2017年的100人增加25人，增长35%。"],
)
def test_sentence_of_another_pattern_is_not_judged(text: str) -> None:
    assert verdicts(text) == []


def test_every_match_is_judged_once() -> None:
    text = "比2017年的100万元增加25万元，增长25%。比2016年的80万元增加20万元，增长35%。"
    assert [(status, quote) for status, quote, _ in verdicts(text)] == [
        (Status.passed, "25%"), (Status.failed, "35%"),
    ]  # fmt: skip
