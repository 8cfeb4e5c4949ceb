from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.season import Entry, Figures, Key, Listed, Season, State, led, trailed


def test_a_season_comes_back_from_json_as_it_was() -> None:
    listed = Listed(1, Key(unit="甲县水利局"), Figures(budget="1000000"), 2023)
    entry = Entry("甲/a.txt", ("甲/a.txt",), State.checked, Key(), Figures(), listed=listed)
    season = Season([entry], missing=(listed,), twice=("甲/a.txt",))
    assert msgspec.json.decode(msgspec.json.encode(season), type=Season) == season


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("支出420元", "支出420元"),
        ("管网改造421.30万元，水处理236.16万元，检测", "水处理236.16万元，检测"),
        ("管网改造421.30万元、水处理236.16万元、检测", "水处理236.16万元、检测"),
        ("上年全年支出合计421.30万元其中水处理设备支出共为", "万元其中水处理设备支出共为"),
        ("一二三四五六七八九十一二三四五六七八九十", "三四五六七八九十一二三四五六七八九十"),
    ],
)
def test_words_before_a_quote_begin_with_a_clause_and_cut_no_figure(before: str, told: str) -> None:
    assert led(before, 18) == told


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("，支出。", "，支出。"),
        ("，占一半。其余支出421.30万元", "，占一半。"),
        ("、水处理设备支出421.30万元", "、水处理设备支出"),
        ("一二三四五六七八九十一二三", "一二三四五六七八九十"),
    ],
)
def test_words_behind_a_quote_end_with_a_clause_and_cut_no_figure(after: str, told: str) -> None:
    assert trailed(after, 10) == told


@given(st.text(alphabet="一，。12.", max_size=30), st.integers(1, 12))
def test_what_is_kept_of_words_is_theirs_and_no_more(text: str, most: int) -> None:
    assert text.endswith(led(text, most))
    assert text.startswith(trailed(text, most))
    assert max(len(led(text, most)), len(trailed(text, most))) <= most
