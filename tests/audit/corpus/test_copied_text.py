"""Copied text: what is told, with whom, how gravely; and what is not."""

from __future__ import annotations

import random
import time

import pytest

from linter import rulebook
from linter.audit.corpus.boilerplate import without
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


OPENING = (
    "根据《项目支出绩效评价管理办法》（财预〔2020〕10号）和财政部门关于2023年度项目支出绩效自评工作的"
    "要求，{unit}（以下简称“我单位”）对项目开展了绩效自评，现报告如下。"
)
SCALE = "总分在90（含）—100分为优，80（含）—90分为良，60（含）—80分为中，60分以下为差。"


@pytest.mark.parametrize(
    "sentence",
    [
        OPENING.replace("{unit}", "我单位"),
        SCALE,
        "按照市财政局关于开展部门绩效自评的通知精神，成立工作组。",
        "为贯彻落实《关于全面实施预算绩效管理的意见》，制定本方案。",
        "《预算法》第五十七条规定，各级政府、各部门、各单位应当对预算支出情况开展绩效评价。",
        "评价结果分为四个等级：90分以上为优秀、80分以上为良好、60分以上为合格、60分以下为差。",
    ],
)
def test_what_quotes_a_policy_or_the_grades_is_nobodys_own(sentence: str) -> None:
    assert without(sentence) == ""
    assert without(f"{sentence}三处校舍在暑期加固。") == "三处校舍在暑期加固。"


@pytest.mark.parametrize(
    "sentence",
    [
        "施工队按图纸拆换了走廊栏板，九月开学前交付使用。",
        "为了不误农时，管水员把放水口提前清了一遍。",
        "群众对优质良种的需求较大，中晚稻种子价差明显。",
        "采购的《现代汉语词典》共发放三百册，学生人手一本。",
        "土样检测合格率100%，比上年提高两个百分点。",
    ],
)
def test_what_a_unit_says_is_its_own(sentence: str) -> None:
    assert without(sentence) == sentence


def test_boilerplate_is_no_copy_in_a_season_of_two() -> None:
    texts = {
        f"{at}.txt": report(
            UNITS[at], [OPENING, SCALE, SCALE.replace("为优", "的为优"), *own(at, 2)]
        )
        for at in range(2)
    }
    assert copied(texts) == []


def test_what_several_units_share_is_no_copy_in_a_small_season() -> None:
    """What four have in common might be a copy, did not others have a part of it as well."""
    texts = {
        f"{at}.txt": report(UNITS[at], own(7, 2) + own(40 + at, 4)).replace(
            "完成", "沅岚澧茗"[at] + "完成"
        )
        for at in range(4)
    }
    texts |= {
        f"x{at}.txt": report(UNITS[9 + at], own(7, 1) + own(60 + at, 8)).replace("完成", "成效")
        for at in range(2)
    }
    assert len(copied({path: text for path, text in texts.items() if path[0] != "x"})) == 3
    assert copied(texts) == []


def test_the_part_is_that_of_all_the_prose() -> None:
    """Goals are not compared, but they are prose of the report too."""
    goals = "二、绩效目标\n" + "\n".join(
        filled(text, {"unit": "", "county": "", **NAMES}) for text in own(3, 8)
    )
    texts = {f"{at}.txt": report(UNITS[at], own(1, 8)) + goals for at in range(2)}
    (found,) = copied(texts)
    assert found.calculation.endswith(("占本报告全部文字的49%", "占本报告全部文字的50%"))


FORM = (
    "{unit}2023年度{project}项目支出绩效自评报告\n{opening}\n一、基本情况\n"
    "项目年初预算{b}.82万元，全年预算数{b}.82万元，全年执行数{b}.37万元，结余0.45万元，执行率9{k}.48%。\n"
    "二、完成情况\n采购通过政府采购电子平台进行，合同与验收资料齐全，支付均有审批单，专账核算。\n"
    "全年采集土样5{k}3份，抽查30份，发放问卷3{k}8份，收回有效问卷3{k}6份，其中满意3{k}2份，满意度98.{k}4%。\n"
    "项目自评得分为9{k}.25分，其中产出得分3{k}.75分，工作得到加强，种植户直接受益，投诉减少。\n"
)


def test_a_whole_copy_with_its_figures_is_told_among_reports_of_one_wording() -> None:
    def form(at: int, figures: int, project: str) -> str:
        opening = OPENING.replace("{unit}", UNITS[at])
        return FORM.format(
            unit=UNITS[at], project=project, opening=opening, b=500 + figures, k=figures
        )

    texts = {f"{at}.txt": form(at, at, "测土配方") for at in range(9)}
    assert copied(texts) == []
    (found,) = copied(texts | {"copy.txt": form(15, 4, "免费开放")})
    assert {found.path, found.related[0].path} == {"copy.txt", "4.txt"}
    assert found.severity == "warning"
    assert "个数字相同" in found.calculation


@pytest.mark.parametrize(
    "piece", ["优良中", "9分优", "优良一般", "根据《", "《预算", "为了", "优。"]
)
def test_boilerplate_is_known_in_linear_time(piece: str) -> None:
    def spent(times: int) -> float:
        start = time.process_time()
        assert len(without(piece * times)) in (0, len(piece) * times)
        return time.process_time() - start

    few = spent(3_000)
    assert spent(30_000) < 30 * max(few, 0.01)
