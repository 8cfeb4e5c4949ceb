"""Copied text: what is told, with whom, how gravely; and what is not."""

from __future__ import annotations

import random

import pytest

from linter import rulebook
from linter.items import FindingItem
from tests.audit.corpus.seasons import told
from tests.generators.prose import Words, filled, refigured, reworded

BOOK = rulebook.load()
UNITS = [
    f"{c}坪县{office}" for office in ("教育局", "水务局", "民政局") for c in "沅岚澧茗桐芷溆霁岫泷"
]
NAMES = {f"v{n}": f"{c}镇" for n, c in enumerate("甲乙丙丁戊己庚辛壬癸")}


def own(seed: int, count: int = 8) -> list[str]:
    words = Words(random.Random(seed))
    return [words.paragraph(120) for _ in range(count)]


def report(unit: str, paragraphs: list[str], project: str = "校舍加固", year: int = 2023) -> str:
    names = {"unit": unit, "county": unit[:3], "project": f"{project}项目", **NAMES}
    body = "\n".join(filled(text, names) for text in paragraphs)
    return f"{unit}{year}年度{project}项目绩效自评报告\n一、完成情况\n{body}\n"


def copied(texts: dict[str, str], *earlier: str) -> list[FindingItem]:
    return told("corpus/copied-text", texts, BOOK, *earlier)


def pairs(found: list[FindingItem]) -> list[tuple[str, str]]:
    return [(one.path, one.related[0].path) for one in found]


def test_reports_of_their_own_are_not_told() -> None:
    assert copied({f"{at}.txt": report(UNITS[at], own(at)) for at in range(20)}) == []


@pytest.mark.parametrize("change", ["none", "figures", "words", "order", "half", "all of these"])
def test_a_copy_is_told_with_its_source(change: str) -> None:
    rng = random.Random(3)
    text = own(1)
    if change in ("half", "all of these"):
        text = text[:5] + own(2, 3)
    if change in ("order", "all of these"):
        rng.shuffle(text)
    if change in ("figures", "all of these"):
        text = [refigured(one, rng) for one in text]
    if change in ("words", "all of these"):
        text = [reworded(one, rng, 0.5) for one in text]
    texts = {f"{at}.txt": report(UNITS[at], own(at + 10)) for at in range(4)}
    texts |= {"source.txt": report(UNITS[8], own(1)), "copy.txt": report(UNITS[9], text)}
    found = copied(texts)
    assert [set(pair) for pair in pairs(found)] == [{"source.txt", "copy.txt"}]
    assert found[0].severity == "warning"
    quote, other = found[0].quote, found[0].related[0].quote
    assert quote in texts[found[0].path]
    assert other in texts[found[0].related[0].path]
    assert "请核对" in found[0].message


def test_several_passages_are_shown_beside_their_counterparts() -> None:
    (found,) = copied({"a.txt": report(UNITS[0], own(1)), "b.txt": report(UNITS[1], own(1)[::-1])})
    labels = [item.label for item in found.related]
    assert labels == ["other", "also", "other", "also", "other"]
    assert found.related[1].quote[20:40] in found.related[2].quote
    assert len({item.line for item in found.related}) == 3 * 2 - 1


@pytest.mark.parametrize("headings", ["of all", "of their own"])
def test_twenty_that_are_alike_are_nineteen_findings(headings: str) -> None:
    """Whether they copied the headings too, or have those that all reports have."""
    texts = {f"{at:02}.txt": report(UNITS[at], own(5)) for at in range(20)}
    others = {f"x{at:02}.txt": report(f"{UNITS[at % 30]}{at}所", own(90 + at)) for at in range(60)}
    if headings == "of their own":
        texts = {path: text.replace("完成", "项目完成") for path, text in texts.items()}
    found = copied(texts | others)
    assert len(found) == 19
    assert {path for pair in pairs(found) for path in pair} == texts.keys()


def test_boilerplate_is_taken_out_first() -> None:
    """Two thirds of each report are the template's; only what two share besides is told."""
    template = own(7, 10)
    texts = {f"{at}.txt": report(UNITS[at], template + own(20 + at, 5)) for at in range(12)}
    assert copied(texts) == []
    texts["copy.txt"] = report(UNITS[15], template + own(20, 5))
    assert [set(pair) for pair in pairs(copied(texts))] == [{"copy.txt", "0.txt"}]


def test_a_units_own_projects_are_told_more_mildly() -> None:
    texts = {
        "a.txt": report(UNITS[0], own(1), "校舍加固"),
        "b.txt": report(UNITS[0], own(1), "智慧图书馆"),
    }
    (found,) = copied(texts)
    assert found.severity == "info"
    part = {**texts, "b.txt": report(UNITS[0], own(1)[:3] + own(2, 5), "智慧图书馆")}
    assert copied(part) == []
    part["b.txt"] = report(UNITS[1], own(1)[:3] + own(2, 5), "智慧图书馆")
    assert len(copied(part)) == 1


def test_a_units_own_report_of_last_year_is_not_told() -> None:
    texts = {
        "2022.txt": report(UNITS[0], own(1), year=2022),
        "2023.txt": report(UNITS[0], own(1), year=2023),
    }
    assert copied(texts) == []
    assert copied(texts, "2022.txt") == []


def test_anothers_report_of_last_season_is_told_of_this_seasons_only() -> None:
    texts = {
        "2022.txt": report(UNITS[0], own(1), year=2022),
        "other.txt": report(UNITS[2], own(1), year=2022),
        "2023.txt": report(UNITS[1], own(1), year=2023),
    }
    found = copied(texts, "2022.txt", "other.txt")
    assert {one.path for one in found} == {"2023.txt"}


def test_goals_and_tables_may_be_the_same() -> None:
    """A programme sets them for all that take part in it."""
    goals = "\n".join(
        filled(text, {"unit": "各县", "county": "全县", **NAMES}) for text in own(3, 6)
    )
    texts = {
        f"{at}.txt": f"{UNITS[at]}2023年度校舍加固项目绩效自评报告\n一、绩效目标\n{goals}\n"
        f"二、完成情况\n{filled(own(30 + at, 1)[0], {'unit': UNITS[at], 'county': '', **NAMES})}\n"
        for at in range(2)
    }
    assert copied(texts) == []


def test_few_words_are_no_copy() -> None:
    short = "各项工作按计划推进，资金使用规范，群众反映良好，绩效目标全部完成，没有发现违规问题。"
    texts = {
        f"{at}.txt": f"{UNITS[at]}2023年度校舍加固项目绩效自评报告\n{short}\n" for at in range(2)
    }
    assert copied(texts) == []


def test_nothing_to_compare() -> None:
    assert copied({}) == []
    assert copied({"a.txt": "", "b.txt": "", "c.txt": "\n\n"}) == []
