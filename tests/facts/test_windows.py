"""Clauses, sentences and blocks by offset."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.facts.windows import Window, Windows
from tests.cases import case, document

TEXT = "某局绩效自评报告\n一、投入\n到位3人，用2人；余1人。另有5人！\n二、产出\n完成8个。\n"
WIDTHS: tuple[Window, ...] = ("clause", "sentence", "block", "section", "report")


def window(kind: Window, at: str) -> str:
    opened = case(TEXT)
    low, high = opened.facts.windows.bounds(kind, TEXT.index(at))
    return TEXT[low:high].rstrip("\n")


@pytest.mark.parametrize(
    ("kind", "at", "words"),
    [
        ("clause", "2人", "到位3人，用2人；"),
        ("clause", "余", "余1人。"),
        ("sentence", "余", "到位3人，用2人；余1人。"),
        ("sentence", "5人", "另有5人！"),
        ("block", "5人", "到位3人，用2人；余1人。另有5人！"),
        ("section", "5人", "一、投入\n到位3人，用2人；余1人。另有5人！"),
        ("report", "5人", TEXT.rstrip("\n")),
        ("clause", "完成", "完成8个。"),
    ],
)
def test_window(kind: Window, at: str, words: str) -> None:
    assert window(kind, at) == words


def test_a_block_ends_every_narrower_window() -> None:
    text = "某局绩效自评报告\n| 甲镇 | 12户 |\n|---|---|\n| 乙镇 | 15户 |\n"
    opened = case(text)
    low, high = opened.facts.windows.bounds("sentence", text.index("乙镇"))
    assert text[low:high].strip() == "乙镇"


@given(st.text("甲乙3人，；。！\n", max_size=60), st.data())
def test_windows_hold_their_offset_and_each_lies_in_the_next(
    text: str, data: st.DataObject
) -> None:
    opened = document(f"{text}末")
    windows = Windows(opened, case(f"{text}末").outline)
    offset = data.draw(st.integers(0, max(0, len(opened.text) - 1)))
    bounds = [windows.bounds(kind, offset) for kind in WIDTHS[:2]]
    assert all(low <= offset < high for low, high in bounds)
    (a, b), (c, d) = bounds
    assert c <= a
    assert b <= d


@pytest.mark.parametrize(
    ("kind", "one", "other", "shared"),
    [
        ("clause", "到位", "2人", True),
        ("clause", "2人", "余", False),
        ("sentence", "2人", "余", True),
        ("block", "到位", "5人", True),
        ("block", "5人", "8个", False),
    ],
)
def test_two_places_share_a_window(kind: Window, one: str, other: str, shared: bool) -> None:
    windows = case(TEXT).facts.windows
    assert windows.share(kind, TEXT.index(one), TEXT.index(other)) is shared


def test_what_is_near_a_place_ends_with_its_window_or_the_reach() -> None:
    windows, at = case(TEXT).facts.windows, TEXT.index("用2人")
    told = {
        "到位3人，": windows.before("sentence", at),
        "3人，": windows.before("sentence", at, 3),
        "；余": windows.behind("sentence", at, at + 3, 2),
        "；": windows.behind("clause", at, at + 3),
        "，用2人；余": windows.around("sentence", at, at + 3, 1, 2),
        "人，用2人；余": windows.around("sentence", at, at + 3, 2),
    }
    assert {words: TEXT[low:high] for words, (low, high) in told.items()} == {w: w for w in told}
