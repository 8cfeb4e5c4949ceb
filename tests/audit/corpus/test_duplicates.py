"""One file in two submissions: of this season, or of an earlier one."""

from __future__ import annotations

from linter import rulebook
from tests.audit.corpus.seasons import told

BOOK = rulebook.load()
REPORT = (
    "沅坪县水务局{year}年度河湖保洁项目绩效自评报告\n一、项目概况\n"
    "全年组织保洁队打捞漂浮物，岸线垃圾日产日清，月末由村里签字确认。\n"
)


def pairs(texts: dict[str, str], *earlier: str) -> list[tuple[str, str]]:
    found = told("corpus/duplicate", texts, BOOK, *earlier)
    assert all(f"与{one.related[0].path}的" in one.calculation or "以前" in one.calculation
               for one in found)  # fmt: skip
    return [(one.path, one.related[0].path) for one in found]


def test_last_years_file_handed_in_unchanged_is_told() -> None:
    text = REPORT.format(year=2022)
    assert pairs({"今年.txt": text, "上年.txt": text}, "上年.txt") == [("今年.txt", "上年.txt")]


def test_each_that_hands_it_in_is_told_against_the_earlier_one() -> None:
    text = REPORT.format(year=2022)
    texts = {"a.txt": text, "b.txt": text, "上年/{x}.txt": text}
    found = pairs(texts, "上年/{x}.txt")
    assert found == [("a.txt", "上年/{x}.txt"), ("b.txt", "上年/{x}.txt")]


def test_a_report_of_this_year_is_not_last_years() -> None:
    texts = {"今年.txt": REPORT.format(year=2023), "上年.txt": REPORT.format(year=2022)}
    assert pairs(texts, "上年.txt") == []


def test_of_earlier_seasons_alone_nothing_is_told() -> None:
    text = REPORT.format(year=2022)
    assert pairs({"上年.txt": text, "前年.txt": text}, "上年.txt", "前年.txt") == []


def test_one_file_twice_in_a_season_is_told_once() -> None:
    text = REPORT.format(year=2023)
    assert pairs({"a.txt": text, "b.txt": text}) == [("b.txt", "a.txt")]


def test_a_fingerprint_does_not_depend_on_what_others_hand_in() -> None:
    text = REPORT.format(year=2023)
    (alone,) = told("corpus/duplicate", {"a.txt": text, "c.txt": text}, BOOK)
    more = told("corpus/duplicate", {"a.txt": text, "b.txt": text, "c.txt": text}, BOOK)
    assert {one.path: one.fingerprint for one in more}["c.txt"] == alone.fingerprint
