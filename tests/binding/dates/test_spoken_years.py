"""Other words for a year with the year that they mean."""

from __future__ import annotations

import pytest

from linter.binding.dates.spoken_years import spoken_years
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2019年试点，再过一年即2021年全覆盖。", [False]),
        ("预算年度2021年，两年后的2024年跟踪评价。", [False]),
        ("2020年签约、2021年动工，三年后（2024年）建成。", [True]),
        ("基期取2020年，以基期的后一年2022年为报告期。", [False]),
        ("两年后的2024年建成。", []),
    ],
)
def test_years_behind_another(text: str, right: list[bool]) -> None:
    assert [told.told == told.due for told in spoken_years(case(text + "\n").facts)] == right
