"""What there was, what was done of it and the rate of that, right beside each other."""

from __future__ import annotations

import pytest

from linter.binding.relations.operands import Binder
from tests.cases import book, case


def told(text: str) -> list[str]:
    """The rates of completion that do not fit what stands beside them."""
    rule = book().rule("arithmetic/completion")
    assert rule is not None
    opened = case(f"某局绩效自评报告\n{text}\n")
    binder = Binder(rule.id, rule.spec, opened.facts, opened.compiled.equations)
    bound = (b for b in binder.bindings() if b.outcome in ("fail", "doubt"))
    return [opened.text(b.derived.start, b.derived.end) for b in bound]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("发现隐患48处，整改45处，整改率100%。", "100%"),
        ("共检查企业60家，发现隐患48处，已整改45处，整改率为100%。", "100%"),
        ("全年受理投诉48件，办结45件，办结率达100%。", "100%"),
    ],
)
def test_a_rate_of_other_figures_is_told(text: str, quote: str) -> None:
    assert told(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "发现隐患48处，整改48处，整改率100%。",
        "发现隐患48处，当场整改45处，整改率100%。",
        "发现隐患48处，整改45处，整改率100%，其余3处限期整改。",
        "受理投诉48件，办结45件，按期办结率100%。",
        "发现隐患48处，整改45处，复查中整改率100%。",
        "预算安排120万元，采购108.6万元，采购率100%。",
        "发现隐患48处，其中重大隐患12处，整改45处，整改率100%。",
    ],
)
def test_more_that_was_done_or_another_rate_is_left_alone(text: str) -> None:
    assert told(text) == []
