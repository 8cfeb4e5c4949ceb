from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.accuracy.precision import allowed, interval


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("35.0%", (34.95, 35.05)),
        ("35%", (34.5, 35.5)),
        ("3.3亿元", (3.25e8, 3.35e8)),
        ("1,250万元", (12_495_000, 12_505_000)),
        ("2000元", (1999.5, 2000.5)),
        ("5千元", (4500, 5500)),
        ("120人", (120, 120)),
        ("120万人", (1_195_000, 1_205_000)),
        ("10分", (10, 10)),
        ("10分钟", (9.5, 10.5)),
        ("9.5分", (9.45, 9.55)),
        ("完成12", (11.5, 12.5)),
    ],
)
def test_interval(text: str, expected: tuple[float, float]) -> None:
    assert interval(text) == pytest.approx(expected)


def test_interval_of_an_exact_figure() -> None:
    assert interval("9.50", exact=True) == (9.5, 9.5)


def test_interval_of_no_figure() -> None:
    assert interval("三个") is None


@pytest.mark.parametrize(
    ("formula", "members", "expected"),
    [
        ("rate/100 = part / all", {"rate": "33.3%", "part": "1亩", "all": "3亩"}, True),
        ("rate/100 = a / b", {"rate": "33.3%", "a": "1人", "b": "3人"}, True),
        ("rate/100 = a / b", {"rate": "33.4%", "a": "1人", "b": "3人"}, False),
        ("a = b", {"a": "33000万元", "b": "3.3亿元"}, True),
        ("a = b", {"a": "33600万元", "b": "3.3亿元"}, False),
        ("part <= all", {"part": "4人", "all": "3人"}, False),
        ("part <= all", {"part": "3人", "all": "3人"}, True),
        ("part <= all; all = 3", {"part": "3人", "all": "4人"}, False),
        ("all = 3 ; ", {"all": "3人"}, True),
        ("a = b", {"a": "优", "b": "3人"}, None),
    ],
)
def test_allowed(formula: str, members: dict[str, str], *, expected: bool | None) -> None:
    assert allowed(formula, members) is expected


def test_exact_figures_stand_for_themselves() -> None:
    members = {"all": "10.0", "a": "3.3", "b": "6.8"}
    assert allowed("all = a + b", members) is True
    assert allowed("all = a + b", members, exact=True) is False


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 4))
def test_a_rounded_share_is_allowed(part: int, rest: int, decimals: int) -> None:
    whole = part + rest
    figures = {
        "rate": f"{100 * part / whole:.{decimals}f}%",
        "part": f"{part}人",
        "all": f"{whole}人",
    }
    assert allowed("rate/100 = part / all", figures) is True


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 10**4))
def test_a_wrong_sum_is_not_allowed(a: int, b: int, slip: int) -> None:
    figures = {"all": f"{a + b + slip}人", "a": f"{a}人", "b": f"{b}人"}
    assert allowed("all = a + b", figures) is False
