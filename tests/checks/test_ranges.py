"""How ranges of years and percentages are written."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import UNJUDGED, report, verdicts

YEARS, PERCENT = "typography/year-range", "typography/percent-range"
DATES, FIGURES = "typography/date-range", "typography/figure-range"


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
        (DATES, "7月10日-25日。", "7月10日—25日"),
        (DATES, "3月5日 - 4月6日。", "3月5日—4月6日"),
        (DATES, "3月-6月。", "3月—6月"),
        (DATES, "1-6月。", None),
        (DATES, "7月10日至25日。", None),
        (DATES, "7月10日－25日。", None),
        (FIGURES, "10-15公里。", "10～15公里"),
        (FIGURES, "10%-20%。", "10%～20%"),
        (FIGURES, "10-20%。", None),
        (FIGURES, "3-5万元。", None),
        (FIGURES, "10—15公里。", None),
        (FIGURES, "0-3岁婴幼儿。", None),
        (FIGURES, "电话0857-2231116。", None),
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
