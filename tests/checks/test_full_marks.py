"""Full marks without proof, of a chapter and of the whole report."""

from __future__ import annotations

import pytest

from tests.checks.told import told

CHAPTER, REPORT = "evidence/full-marks", "evidence/all-full-marks"
HEADING = "（一）效益（满分30分，得30分）"
WORDS = "路修通了，灯亮起来了，村里变了样。"


@pytest.mark.parametrize("body", [WORDS, "2023年度效益得30分。" + WORDS, "今年变化很大。"])
def test_marks_and_years_prove_nothing(body: str) -> None:
    assert told(CHAPTER, f"{HEADING}\n{body}") == [HEADING]


@pytest.mark.parametrize(
    "body",
    [
        "受益群众300人。",
        "于3月15日通车。",
        "按财建〔2023〕5号执行。",
        "有三分之二的村通了车。",
        "两条路修通了。",
        "| 村 | 是否通车 |\n|---|---|\n| 甲村 | 是 |",
        "",
    ],
)
def test_figures_documents_and_tables_prove(body: str) -> None:
    assert told(CHAPTER, f"{HEADING}\n{body}") == []


@pytest.mark.parametrize("marks", ["满分9分，得9分", "满分30分，得29分", "满分30分"])
def test_small_and_lost_marks_need_no_proof(marks: str) -> None:
    assert told(CHAPTER, f"（一）效益（{marks}）\n{WORDS}") == []


def test_a_chapter_is_told_once() -> None:
    below = f"1.数量（满分15分，得15分）\n{WORDS}\n2.质量（满分15分，得15分）\n{WORDS}"
    assert told(CHAPTER, f"{HEADING}\n{below}") == [HEADING]


def test_part_is_told_where_another_part_is_proved() -> None:
    below = f"1.数量（满分15分，得15分）\n修路6公里。\n2.质量（满分15分，得15分）\n{WORDS}"
    assert told(CHAPTER, f"{HEADING}\n{below}") == ["2.质量（满分15分，得15分）"]


ROWS = "| 指标 | 分值 | 得分 |\n|---|---|---|\n" + "".join(f"| {n} | 20 | 20 |\n" for n in "甲乙丙")


@pytest.mark.parametrize(
    ("row", "place"), [("| 丁 | 40 | 40 |", ["40"]), ("| 丁 | 40 | 39.5 |", []), ("", [])]
)
def test_all_marks_and_enough_of_them(row: str, place: list[str]) -> None:
    assert told(REPORT, ROWS + row) == place


def test_a_lower_total_shows_that_marks_were_lost_elsewhere() -> None:
    assert told(REPORT, f"自评总分98分。\n\n{ROWS}| 丁 | 40 | 40 |") == []


@pytest.mark.parametrize(
    "title", ["（一）效益指标完成情况分析", "3.效益完成情况", "（三）效益类指标情况"]
)
def test_another_chapter_of_the_name_accounts_for_marks(title: str) -> None:
    assert told(CHAPTER, f"{title}\n受益群众300人。\n{HEADING}\n{WORDS}") == []
    assert told(CHAPTER, f"{title}\n{WORDS}\n{HEADING}\n{WORDS}") == [HEADING]
    assert told(CHAPTER, f"（一）产出情况\n培训300人。\n{HEADING}\n{WORDS}") == [HEADING]


PARAGRAPH = "evidence/full-paragraph"
PRAISE = "老街旧貌换新颜，居民出行更加方便，邻里关系更加和睦，幸福感明显增强。"


@pytest.mark.parametrize(
    "text",
    [
        f"产出指标50分，得48分。{PRAISE}",
        f"产出指标4分，得4分。{PRAISE}",
        f"满分100分，自评100分。{PRAISE}",
        f"产出指标50分，得50分。{PRAISE}\n全年清扫道路36公里。",
        f"产出指标50分，得50分。{PRAISE}\n\n| 指标 | 完成值 |\n|---|---|\n| 清扫 | 完成 |",
        f"一、评价结论\n产出指标50分，得50分。{PRAISE}",
        "产出指标50分，得50分。",
    ],
)
def test_paragraphs_that_ask_for_no_reason(text: str) -> None:
    assert told(PARAGRAPH, text) == []


def test_what_is_told_behind_the_next_marks_is_not_of_the_former() -> None:
    text = f"产出指标50分，得50分。{PRAISE}\n效益指标30分，得30分。受益群众3200人，{PRAISE}"
    assert told(PARAGRAPH, text) == ["指标50分，得50分"]


def test_the_row_of_a_sum_is_no_mark_of_its_own() -> None:
    rows = "".join(f"| 第{n}项 | 10 | 10 |\n" for n in range(3))
    assert told(REPORT, f"| 指标 | 分值 | 得分 |\n|---|---|---|\n{rows}| 小计 | 30 | 30 |\n") == []
