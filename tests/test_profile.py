"""Kinds of report: their chapters, their grades, and which one a report is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from linter.model import Outline, Section
from linter.outline.tree import build
from linter.profile import Chapter, Grade, Profile, is_titled, recognise
from tests.cases import book, document

OUTLINES = {
    "2013": ["投入", "过程", "产出", "效果"],
    "guobiao2020": [
        "基本情况", "绩效评价工作开展情况", "综合评价情况及评价结论", "绩效评价指标分析", "主要经验及做法、存在的问题", "有关建议",
    ],
    "zhuanyizhifu": [
        "绩效目标分解下达情况", "绩效目标完成情况分析", "偏离绩效目标的原因和下一步改进措施", "绩效自评结果拟应用和公开情况", "其他需要说明的问题",
    ],
    "fupin": [
        "绩效目标分解下达情况", "绩效自评工作开展情况", "绩效目标自评完成情况分析", "未完成原因和下一步改进措施", "绩效自评结果",
        "结果应用", "主要经验、问题和建议", "其他需要说明的问题",
    ],
    "yunnan": [
        "项目基本情况", "项目绩效自评工作开展情况", "项目绩效实现情况", "绩效目标未完成原因和下一步改进措施", "绩效自评结果",
        "结果公开和应用打算", "主要经验、存在的问题和建议", "其他需说明的问题",
    ],
    "sichuan": [
        "项目概况", "项目资金申报及使用情况", "项目实施及管理情况", "项目绩效情况", "评价结论及建议",
    ],
    "hunan_zhuanxiang": [
        "专项资金基本情况", "绩效评价工作情况", "主要绩效及评价结论", "存在的问题", "有关建议", "其他需要说明的问题",
    ],
    "hubei": ["自评结论", "绩效目标完成情况", "存在的问题和原因", "下一步拟改进措施", "佐证材料"],
    "2011": ["项目决策（20分）", "资金分配（8分）", "项目管理（25分）", "项目绩效（55分）"],
    "bumen_zhengti": ["部门（单位）概况", "部门资金收支情况", "部门整体绩效分析", "评价结论及建议"],
    "hunan_bumen": ["部门基本情况", "部门整体支出管理及使用情况", "投入", "过程", "产出", "效果"],
}  # fmt: skip


def tree(titles: list[str]) -> Outline:
    numbers = "一二三四五六七八九"
    body = "".join(f"{numbers[i]}、{title}\n略。\n" for i, title in enumerate(titles))
    return build(document(f"某局绩效自评报告\n{body}"))[0]


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
