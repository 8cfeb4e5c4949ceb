"""Cue words and where they are heard."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.facts.cues import CueHits, compile_lexicon
from tests.cases import case

SETS = {
    "to": ["到", "至"],
    "received": ["到位", "到账"],
    "up": ["增长", "增"],
    "rates": ["增长率", "率"],
    "plans": ["计划", "计划数"],
}


def hits(text: str, sets: dict[str, list[str]] | None = None) -> CueHits:
    lexicon = compile_lexicon(sets or SETS)
    return CueHits(lexicon, map(re.compile, lexicon.patterns), text)


def heard(text: str, name: str) -> list[str]:
    return [text[start:end] for start, end in hits(text).all(name)]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("增至5人", "to", ["至"]),
        ("资金到位", "to", []),
        ("资金到位", "received", ["到位"]),
        ("到到位到", "to", ["到", "到"]),
        ("增长率", "rates", ["增长率"]),
        ("增长率", "up", ["增长"]),
        ("增", "up", ["增"]),
        ("增长", "up", ["增长"]),
        ("率先", "rates", ["率"]),
        ("计划数为5", "plans", ["计划", "计划数"]),
        ("没有", "to", []),
    ],
)
def test_word_is_heard(text: str, name: str, words: list[str]) -> None:
    assert sorted(heard(text, name)) == sorted(words)


def test_word_of_two_sets_is_heard_in_both() -> None:
    found = hits("实际", {"a": ["实际"], "b": ["实际", "际"]})
    assert (found.all("a"), found.all("b")) == ([(0, 2)], [(0, 2)])


def test_empty_lexicon_hears_nothing() -> None:
    lexicon = compile_lexicon({})
    assert not CueHits(lexicon, map(re.compile, lexicon.patterns), "到位").present("to")


def test_last_and_first_hit_lie_within_the_bounds() -> None:
    found = hits("到1到22到")
    assert found.last("to", 0, 6) == (5, 6)
    assert found.last("to", 0, 5) == (2, 3)
    assert found.last("to", 3, 5) is None
    assert found.first("to", 0, 6) == (0, 1)
    assert found.first("to", 1, 6) == (2, 3)
    assert found.first("to", 3, 5) is None
    assert found.last("up", 0, 6) is None
    assert found.first("up", 0, 6) is None


@given(st.text("到至位账增长率计划数。", max_size=40))
def test_hits_of_a_set_come_in_order_and_are_its_words(text: str) -> None:
    found = hits(text)
    for name, words in SETS.items():
        places = found.all(name)
        assert [end for _, end in places] == sorted(end for _, end in places)
        assert {text[start:end] for start, end in places} <= set(words)
        assert found.present(name) == bool(places)


@given(st.text("到至位账增长率计划数。", max_size=40))
def test_a_longer_word_is_never_missed_and_hides_only_single_characters(text: str) -> None:
    long = re.compile("到位|到账")
    assert heard(text, "received") == long.findall(text)
    assert heard(text, "to") == re.findall("[到至]", long.sub("", text))


def test_years_are_heard_by_the_evaluated_one() -> None:
    facts = case(
        "某局2018年度绩效自评报告\n2017年投入5人，2018年投入6人，2019年计划7人，上年为4人。\n"
    ).facts
    assert [facts.text[a:b] for a, b in facts.cues.all("past-year")][-1] == "上年"
    assert "2017年" in [facts.text[a:b] for a, b in facts.cues.all("past-year")]
    assert "2018年" in [facts.text[a:b] for a, b in facts.cues.all("this-year")]
    assert "2019年" not in [
        facts.text[a:b] for name in ("past-year", "this-year") for a, b in facts.cues.all(name)
    ]


def test_what_is_added_stands_in_order_with_the_words() -> None:
    """A year is heard as a word of a set whose own words stand before and behind it."""
    found = hits("上年5人，2017年7人，去年3人", {"past": ["上年", "去年"]})
    found.add("past", 5, 10)
    assert found.all("past") == [(0, 2), (5, 10), (13, 15)]
    assert found.last("past", 4, 10) == (5, 10)


def test_the_nearest_word_of_each_set_in_a_stretch() -> None:
    sets = {"base": ["由", "上年"], "now": ["增至"], "rate": ["增长"]}
    text = "由上年的3人增至5人，增长"
    found = hits(text, sets)
    assert found.within(0, 4) == {"base": (1, 3)}
    assert found.within(0, len(text)) == {"base": (1, 3), "now": (6, 8), "rate": (11, 13)}
    assert found.within(2, 4) == {}
