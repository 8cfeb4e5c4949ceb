"""Days of the week beside dates."""

from __future__ import annotations

import pytest

from linter.binding.dates.weekdays import weekdays
from tests.cases import case

TITLE = "某馆2024年度绩效自评报告\n"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2024年5月1日是星期三。", [True]),
        ("2024年5月1日（周四）开馆。", [False]),
        ("2024年5月1日是星期三，同周的星期五即5月4日举行。", [True, False]),
        ("5月3日（星期五）、1月10日（周五）开馆。", [True, True]),
        ("9月12日（周六）开馆。", [False]),
        ("5月6日周一至周五开馆，每周三、周五延时，2月30日（周五）。", []),
    ],
)
def test_weekdays(text: str, right: list[bool]) -> None:
    assert [told.right for told in weekdays(case(TITLE + text).facts)] == right


def test_nothing_without_a_year() -> None:
    assert not list(weekdays(case("绩效自评报告\n9月12日（周六）开馆。\n").facts))
