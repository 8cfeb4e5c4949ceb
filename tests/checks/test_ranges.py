"""How ranges of years and percentages are written."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import UNJUDGED, report, verdicts

YEARS, PERCENT = "typography/year-range", "typography/percent-range"


@pytest.mark.parametrize(
    ("rule", "text", "mended"),
    [
        (YEARS, "2016-2020年。", "2016—2020年"),
        (YEARS, "2016年3月 - 2020年5月。", "2016年3月—2020年5月"),
        (YEARS, "2016—2020年。", None),
        (YEARS, "2016~2020年。", None),
        (YEARS, "2016－2020年。", None),  # full-width: as long as a dash
        (YEARS, "2016-03-01至2016-05-02。", None),
        (YEARS, "1-6月。", None),
        (PERCENT, "10-20%。", "10%-20%"),
        (PERCENT, "10～20％。", "10％～20％"),
        (PERCENT, "10.5 至 20‰。", "10.5‰ 至 20‰"),
        (PERCENT, "10%-20%。", None),
        (PERCENT, "10-20人。", None),
        (PERCENT, "-20%。", None),
    ],
)
def test_ranges(rule: str, text: str, mended: str | None) -> None:
    assert [f.fix for f in report(rule, text).findings] == [mended] * (mended is not None)


def test_all_are_one_finding() -> None:
    (finding,) = report(PERCENT, "甲10-20%，乙20%-30%，丙30-40%。").findings
    assert [related.label for related in finding.related] == ["again"]


def test_a_right_range_passes_and_none_is_not_judged() -> None:
    assert [status for status, _, _ in verdicts(YEARS, "2016—2020年。")] == [Status.passed]
    assert {status for status, _, _ in verdicts(YEARS, "2016年。")} <= UNJUDGED
