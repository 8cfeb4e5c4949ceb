from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.accuracy.operators import mistyped, next_numeral


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "24194.8万元",
            {
                "transpose": "42194.8万元",
                "lead digit": "34194.8万元",
                "drop digit": "2414.8万元",
                "unit": "24194.8亿元",
            },
        ),
        (
            "1,050人",
            {
                "transpose": "1,500人",
                "lead digit": "2,050人",
                "drop digit": "1,00人",
                "off by one": "1051人",
            },
        ),
        ("9.5分", {"lead digit": "1.5分"}),
        ("30户", {"lead digit": "40户", "off by one": "31户"}),
        ("8", {"lead digit": "9"}),
        ("第3名", {"lead digit": "第4名"}),
        ("1亿元", {"lead digit": "2亿元"}),
        ("2023年", {"year+1": "2024年", "year-1": "2022年"}),
        ("2023年5月3日", {"year+1": "2024年5月3日", "year-1": "2022年5月3日"}),
        ("5月3日", {"month": "8月3日"}),
        ("12月底", {"month": "1月底"}),
        ("3日", {}),
        ("三个方面", {"numeral+1": "四个方面"}),
        ("（九）", {"numeral+1": "（十）"}),
        ("优", {}),
        ("", {}),
    ],
)
def test_mistyped(text: str, expected: dict[str, str]) -> None:
    assert mistyped(text) == expected


@given(st.from_regex(r"[1-9]\d{0,6}(\.\d{1,4})?(万元|亿元|%|人|分)", fullmatch=True))
def test_mistyped_figures_differ(text: str) -> None:
    others = list(mistyped(text).values())
    assert others != []
    assert len({text, *others}) == len(others) + 1


@pytest.mark.parametrize(
    ("numeral", "following"),
    [
        ("零", "一"),
        ("一", "二"),
        ("两", "三"),
        ("九", "十"),
        ("十", "十一"),
        ("十九", "二十"),
        ("二十", "二十一"),
        ("三十九", "四十"),
        ("五六", None),
        ("二零", None),
    ],
)
def test_next_numeral(numeral: str, following: str | None) -> None:
    assert next_numeral(numeral) == following


def test_numerals_in_a_row() -> None:
    numerals = ["一"]
    while len(numerals) < 99:
        numerals.append(next_numeral(numerals[-1]) or "")
    assert numerals[-1] == "九十九"
    assert len(set(numerals)) == 99
