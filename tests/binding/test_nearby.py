"""Figures by the window in which they stand, and those of brackets and words."""

from __future__ import annotations

from linter.binding.nearby import by_window, is_bracketed, is_in_a_title, is_one_in_words
from tests.cases import case

FACTS = case("某局绩效自评报告\n购书120册（含绘本30册），编目90册；每人一册。另借20册。\n").facts


def _told(numbers: list[str]) -> list[str]:
    return [f"{number}册" for number in numbers]


def test_figures_are_told_window_by_window() -> None:
    rows = [
        [FACTS.text[f.start : f.end] for f in row]
        for _, row in by_window(FACTS, FACTS.running, "sentence")
    ]
    assert rows == [_told(["120", "30", "90", "一"]), _told(["20"])]


def test_what_stands_in_a_bracket_or_is_one_in_words() -> None:
    words = {FACTS.text[f.start : f.end]: f for f in FACTS.running}
    assert [word for word, f in words.items() if is_bracketed(FACTS, f)] == ["30册"]
    assert [word for word, f in words.items() if is_one_in_words(FACTS, f)] == ["一册"]


def test_what_stands_in_the_name_of_a_document() -> None:
    text = "按《2022年公文管理办法》（《办法》）在2023年执行"
    named = [at for at in range(len(text)) if is_in_a_title(text, at)]
    assert "".join(text[at] for at in named) == "2022年公文管理办法》办法》"
