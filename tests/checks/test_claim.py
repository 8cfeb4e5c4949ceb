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


CONVERSION = Claim(
    converts=True,
    any=("{a:any}，折合{b:any}",),
    maybe=("{a:any}\\({b:any}\\)",),
    derived="b",
    where=("b = a",),
)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("总投资6100万元（0.61亿元）。", [Status.passed]),
        ("总投资6100万元（0.16亿元）。", [Status.failed]),
        ("总投资6100万元，折合0.52亿元。", [Status.failed]),
        # in brackets something else may stand
        ("总投资6100万元（0.52亿元）。", []),
        ("总投资6100万元（6000万元）。", []),
        ("培训300人（25户）。", []),
        ("补助36万元（3000元/人）。", []),
    ],
)
def test_quantity_stated_twice_in_different_units(text: str, statuses: list[Status]) -> None:
    case = own_case(f"某局绩效自评报告\n{text}\n", RULE, CONVERSION)
    assert [v.status for v in check(RULE, CONVERSION, case)] == statuses


@pytest.mark.parametrize(("margin", "told"), [(0.0, 1), (0.06, 0)])
def test_figure_computed_from_rounded_ones_may_be_a_little_off(margin: float, told: int) -> None:
    claim = Claim(
        any=("{base:money}增加{delta:money}，增长{rate:percent}",),
        derived="rate",
        where=("rate = delta / base",),
        margin=margin,
    )
    case = own_case("某局绩效自评报告\n100万元增加25万元，增长26.4%。\n", RULE, claim)
    assert len(list(check(RULE, claim, case))) == told


@pytest.mark.parametrize(
    ("text", "failed"),
    [
        ("增长约25万元，增长35%。", True),
        ("因故增长约25万元，增长35%。", False),
        ("因故停工。增长约25万元，增长35%。", True),
    ],
)
def test_words_of_the_sentence_excuse(text: str, failed: bool) -> None:
    claim = Claim(
        any=("增长{delta:money}，增长{rate:percent}",),
        unless=("因故",),
        derived="rate",
        where=("rate = delta",),
    )
    case = own_case(f"某局绩效自评报告\n{text}\n", RULE, claim)
    assert (Status.failed in {v.status for v in check(RULE, claim, case)}) is failed
