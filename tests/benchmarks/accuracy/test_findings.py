from __future__ import annotations

import pytest

from linter.rulebook import Rulebook
from tests.benchmarks.accuracy.corruptions import Corruption
from tests.benchmarks.accuracy.findings import Found, found, is_caught, overlap

TITLE = "某县甲项目2023年度绩效自评报告"
GROWTH = "**资金。**2023年投入1250万元，比2022年的1000万元\n增加250万元，增长35.0%，增幅较大。"


@pytest.mark.parametrize("file", ["a.md", "a.txt"])
def test_places_are_the_file_s(file: str, book: Rulebook) -> None:
    text = (
        f"# {TITLE}\n\n{GROWTH}\n"
        if file == "a.md"
        else f"{TITLE}\n\n{GROWTH}\n".replace("元\n", "元")
    )
    wrong = [f for f in found(file, text, book) if f.rule == "arithmetic/growth"]
    assert [f.quote for f in wrong] == ["35.0%"]
    quoted = {text[start:end] for start, end in wrong[0].spans}
    assert {"35.0%", "1000万元", "1250万元"} <= quoted


def told(*spans: tuple[int, int], rule: str = "a/b") -> Found:
    return Found(rule, "error", "十", "不符", spans)


def corruption(cls: str) -> Corruption:
    # One line of five characters, then 7万元 at 6–9, and a member of another claim at 9–11.
    return Corruption("甲--c--a--x", cls, "c", "第一行是\n，⟦c/a|7万元⟧⟦d/a|5人⟧\n末行")


@pytest.mark.parametrize(
    ("span", "caught"),
    [((0, 4), False), ((0, 6), False), ((0, 7), True), ((8, 11), True), ((9, 11), False)],
)
def test_a_figure_must_be_pointed_at(span: tuple[int, int], *, caught: bool) -> None:
    assert is_caught(corruption("sum"), [told(span)], []) is caught


def test_a_related_place_will_do() -> None:
    assert is_caught(corruption("sum"), [told((0, 1), (6, 7))], [])


@pytest.mark.parametrize(
    ("span", "caught"), [((0, 4), False), ((5, 6), True), ((9, 11), True), ((12, 14), False)]
)
def test_a_line_is_enough_where_the_class_is_about_a_place(
    span: tuple[int, int], *, caught: bool
) -> None:
    assert is_caught(corruption("year"), [told(span)], []) is caught


def test_any_new_finding_tells_of_a_deleted_chapter() -> None:
    assert is_caught(corruption("required-section"), [told((0, 1))], [])
    assert not is_caught(corruption("required-section"), [], [])


@pytest.mark.parametrize("cls", ["sum", "year", "required-section"])
def test_what_the_clean_text_has_does_not_count(cls: str) -> None:
    clean = [told((0, 1))]
    assert not is_caught(corruption(cls), [told((6, 9))], clean)
    assert is_caught(corruption(cls), [told((6, 9)), told((6, 9), rule="a/c")], clean)


def test_overlap() -> None:
    assert overlap([(0, 3)], [(5, 6), (2, 4)])
    assert not overlap([(0, 3)], [(3, 4)])
    assert not overlap([], [(3, 4)])
