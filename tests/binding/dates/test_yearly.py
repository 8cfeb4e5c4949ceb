"""What is told to have been every year since its first time."""

from __future__ import annotations

import pytest

from linter.binding.dates.yearly import yearly
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("自2020年首次开展评估以来，每年评估一次，2024年为第六次，均已报送。", (2025, 2024)),
        ("膳食节自2018年举办首届后每年不断档，2024年举办的是第六届。", (2023, 2024)),
        ("竞赛从2022年开始，逐年举行，至2024年已是第三届。", (2024, 2024)),
        ("2021年首次举办，此后每年举办一次，2024年为第三次。", None),
        ("2021年首次举办，此后每年举办一次，2024年为第五次。", (2025, 2024)),
        ("2021年首次举办，每年复核一次，2024年为第三次。", None),
        ("2019年首次投保，每年续保一次，2024年为第五次。", None),
        ("自2019年首次举办，每年一次，2024年为第五次。2020年因故停赛。", None),
        ("我单位2021年首次参评，每年参评一次，2024年为第二次获评优秀。", None),
        ("竞赛自2020年创办，一年一届，2022年停办，2024年举办的是第四届。", None),
        ("评估2021年启动，每年开展一次，2024年是第三次。", None),
    ],
)
def test_yearly(text: str, expected: tuple[int, int] | None) -> None:
    found = [(f.due, f.told) for f in yearly(case(text).facts)]
    assert found == ([expected] if expected else [])
