"""Kinds of report: their chapters, their grades, and which one a report is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from linter import outline
from linter.model import Outline, Section
from linter.profile import Chapter, Grade, Profile, is_titled, recognise
from tests.cases import book, document

OUTLINES = {
    "2013": ["投入", "过程", "产出", "效果"],
    "guobiao2020": [
        "基本情况", "绩效评价工作开展情况", "综合评价情况及评价结论", "绩效评价指标分析", "主要经验及做法、存在的问题", "有关建议",
    ],
}  # fmt: skip


def tree(titles: list[str]) -> Outline:
    numbers = "一二三四五六七八九"
    body = "".join(f"{numbers[i]}、{title}\n略。\n" for i, title in enumerate(titles))
    return outline.build(document(f"某局绩效自评报告\n{body}"))[0]


@pytest.mark.parametrize("name", sorted(OUTLINES))
def test_report_is_recognised_by_its_headings(name: str) -> None:
    profile, words = recognise(tree(OUTLINES[name]), book().profiles)
    assert profile.id == name
    assert words


@pytest.mark.parametrize("name", sorted(OUTLINES))
def test_most_of_the_headings_are_enough(name: str) -> None:
    titles = OUTLINES[name]
    assert recognise(tree(titles[:-1]), book().profiles)[0].id == name
    assert recognise(tree(titles[: len(titles) // 2]), book().profiles) == (
        book().profiles["common"],
        [],
    )


@pytest.mark.parametrize("titles", [[], ["甲", "乙"], ["概况", "结论"]])
def test_report_of_no_known_kind(titles: list[str]) -> None:
    assert recognise(tree(titles), book().profiles) == (book().profiles["common"], [])


CHAPTER = Chapter("问题", titles=("存在的问题", "不足"), without=("需要说明",))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("存在的问题", True), ("主要经验及存在的问题", True), ("存 在 的 问 题", True), ("不足之处", True),
        ("其他需要说明的问题", False), ("需要说明的存在的问题", False), ("概况", False), ("", False),
    ],
)  # fmt: skip
def test_title_names_a_chapter(title: str, expected: bool) -> None:
    assert is_titled(title, CHAPTER) is expected


def test_section_may_be_several_chapters() -> None:
    section = Section(0, -1, 0, "存在的问题和改进措施", 0, 10, 20)
    assert book().profiles["common"].chapter_of(section) == ["problems", "suggestions"]


GRADES = (
    Grade("优", Decimal(90), ("优秀", "A")),
    Grade("良", Decimal(80), ("良好",)),
    Grade("差", Decimal(0)),
)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("优", "优"),
        ("优秀", "优"),
        ("A", "优"),
        ("良好", "良"),
        ("差", "差"),
        ("中", None),
        ("", None),
    ],
)
def test_word_names_a_grade(word: str, name: str | None) -> None:
    grade = Profile("own", "自定", grades=GRADES).grade_of(word)
    assert (grade.name if grade else None) == name


@pytest.mark.parametrize("name", sorted(book().profiles))
def test_shipped_profile_fits_together(name: str) -> None:
    profile = book().profiles[name]
    assert profile.id == name
    assert profile.total == 100
    assert set(profile.order) <= profile.chapters.keys()
    assert {c.within for c in profile.chapters.values()} - {None} <= profile.chapters.keys()
    assert {
        rule for rule in (*profile.severities, *profile.off) if book().rule(rule) is None
    } == set()
    floors = [grade.floor for grade in profile.grades]
    assert floors == sorted(floors, reverse=True)
    assert floors[-1:] == [0]
    words = [word for grade in profile.grades for word in (grade.name, *grade.synonyms)]
    assert len(words) == len(set(words))
