"""Results beside the project's own money."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import verdicts

TITLE = "某县2023年度招商推介工作经费绩效自评报告\n"
OWN = "招商推介工作经费10万元。\n"


@pytest.mark.parametrize(
    ("text", "failed"),
    [
        (OWN + "签约2000万元。\n投资3000万元。\n产值4000万元。", True),
        (OWN + "签约2000万元，投资3000万元，产值4000万元。", False),
        (OWN + "签约900万元。\n投资1000万元。\n产值4000万元。", False),
        (OWN + "计划签约2000万元。\n全县投资3000万元。\n产值4000万元。", False),
        ("招商推介工作经费10万元，另追加招商推介工作经费50万元。\n签约2000万元。\n投资3000万元。\n产值4000万元。", False),
        ("经费10万元。\n签约2000万元。\n投资3000万元。\n产值4000万元。", False),
    ],
)  # fmt: skip
def test_verdict(text: str, failed: bool) -> None:
    said = verdicts("consistency/proportion", text, title=TITLE)
    assert (Status.failed in {status for status, _, _ in said}) is failed
