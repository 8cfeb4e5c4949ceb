"""Breaking and cutting of text that is counted in cells."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.output.width import Cells, cells_for


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("增长幅度应为114.3%，文中为115.3%", 20, ["增长幅度应为114.3%，", "文中为115.3%"]),
        ("甲乙丙丁。", 8, ["甲乙丙", "丁。"]),
        ("见附（件）", 6, ["见附", "（件）"]),
        ("a bb ccc", 4, ["a bb", "ccc"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("", 10, []),
        ("   ", 10, []),
    ],
)
def test_lines_break_where_chinese_may_break(text: str, width: int, lines: list[str]) -> None:
    assert list(Cells().wrapped(text, width)) == lines


@given(st.builds(Cells, st.booleans()), st.text(), st.integers(4, 100))
def test_every_line_fits_and_no_character_is_lost(cells: Cells, text: str, width: int) -> None:
    lines = list(cells.wrapped(text, width))
    assert all(cells.of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.builds(Cells, st.booleans()), st.text(), st.integers(2, 60))
def test_a_fitted_text_fits(cells: Cells, text: str, width: int) -> None:
    assert cells.of(cells.fitted(text, width)) <= width
    assert cells.of(text[: cells.fitting(text, width)]) <= width


@pytest.mark.parametrize(
    ("text", "narrow", "wide"),
    [
        ("abc", 3, 3),
        ("甲乙", 4, 4),
        ("“甲”", 4, 6),
        ("1÷2…", 4, 6),
        ("，。（）", 8, 8),
        ("é", 1, 2),
    ],
)
def test_signs_of_ambiguous_width(text: str, narrow: int, wide: int) -> None:
    assert (Cells().of(text), Cells(wide_signs=True).of(text)) == (narrow, wide)


@pytest.mark.parametrize(
    ("encoding", "session", "wide"),
    [
        ("utf-8", False, False),
        ("gbk", False, True),
        ("cp936", False, True),
        ("big5", False, True),
        ("gbk", True, False),
        ("ascii", False, False),
    ],
)
def test_signs_are_wide_on_chinese_code_pages(
    monkeypatch: pytest.MonkeyPatch, encoding: str, session: bool, wide: bool
) -> None:
    monkeypatch.setattr("locale.getencoding", lambda: "utf-8")
    monkeypatch.delenv("WT_SESSION", raising=False)
    if session:
        monkeypatch.setenv("WT_SESSION", "1")
    assert cells_for(io.TextIOWrapper(io.BytesIO(), encoding=encoding)) == Cells(wide)
    monkeypatch.setattr("locale.getencoding", lambda: encoding)
    assert cells_for(io.StringIO()) == Cells(wide)
