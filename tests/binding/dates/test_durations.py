"""How long it is from one day to another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from linter.binding.dates.durations import lasting
from tests.cases import case

TITLE = "某局绩效自评报告\n"


@pytest.mark.parametrize(
    ("text", "unit", "fewest", "most"),
    [
        ("5月8日开班，5月12日结业。", "days", "3", "5"),
        ("2023年5月8日开班，12月30日结业。", "days", "235", "237"),
        ("2023年3月1日至2024年2月29日。", "months", "12", "12"),
        ("2023年3月5日至2024年2月29日。", "months", "11", "12"),
        ("2022年1月至2024年12月。", "years", "2.4", "3.6"),
        ("2021—2023年。", "years", "1.9", "3.1"),  # years alone: two or three
        ("2024年2月29日送达。", "days", "0", "1"),
    ],
)
def test_what_it_may_be_said_to_last(text: str, unit: str, fewest: str, most: str) -> None:
    facts = case(TITLE + text).facts
    told = lasting(facts.text, facts.moments[0], facts.moments[-1])
    assert told is not None
    allowed = told.allowed(unit)
    assert (allowed.low, allowed.high) == (Decimal(fewest), Decimal(most))


@pytest.mark.parametrize("text", ["5月12日结业，5月8日开班。", "2月30日开班，3月8日结业。"])
def test_nothing_of_days_that_run_back_or_do_not_exist(text: str) -> None:
    facts = case(TITLE + text).facts
    first, last = facts.moments
    assert lasting(facts.text, first, last) is None
