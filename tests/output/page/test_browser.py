"""The page in a real browser, as a reader uses it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from linter.season import Season
from tests.output import seasons
from tests.output.page.conftest import Open
from tests.output.page.made import entry, found, two_places

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

ROWS = "#found tbody tr.row"


def texts(tab: Page, selector: str) -> list[str]:
    return tab.locator(selector).all_inner_texts()


def count(tab: Page) -> int:
    """How many findings the live region says there are."""
    said = re.search(r"共 ([\d,]+) 处", tab.locator("#status").inner_text())
    return int(said[1].replace(",", "")) if said else 0


def back_to(tab: Page, expected: int) -> None:
    """Goes back, and waits for so many findings."""
    tab.go_back()
    tab.wait_for_function(
        f"document.getElementById('status').textContent.includes('共 {expected} 处')"
    )


def focused(tab: Page) -> str:
    return str(tab.evaluate("document.activeElement.dataset.at ?? document.activeElement.id"))


def test_first_lines_say_how_much_was_checked(opened: Open) -> None:
    tab = opened(seasons.small())
    assert tab.locator("#lead").inner_text() == "共 12 份，已检查 10 份，未能检查 2 份（加密 2）。"
    told = tab.locator("#submitted").inner_text()
    assert told == "应报未报 1 份，重复报送 1 份，不在清单 1 份，年度不符 1 份。"
    titles = texts(tab, "#lists h3")
    assert titles == ["未能检查（2 份）", "应报未报（1 份）", "重复报送（1 份）", "不在清单（1 份）", "年度不符（1 份）"]  # fmt: skip
    assert "清单第7行" in tab.locator("#lists").inner_text()


def test_figures_count_what_the_season_holds_and_lead_to_it(opened: Open) -> None:
    season = seasons.small()
    tab = opened(season)
    held = [told.finding.severity for e in season.entries for told in e.told]
    assert tab.locator("#totals .warning dd").inner_text() == f"{held.count('warning') + 1}处"
    errors = held.count("error") - 1  # one was not accepted
    tab.click("#totals .error a")
    assert count(tab) == errors
    assert tab.input_value("#severity") == "error"
    assert focused(tab) == "findings-title"
    back_to(tab, len(held) + 1 - 1)


def test_what_is_not_accepted_is_listed_when_asked_for(opened: Open) -> None:
    tab = opened(seasons.small())
    tab.select_option("#kind", "rejected")
    assert count(tab) == 1
    assert "不采纳" in tab.locator(ROWS).inner_text()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("养护巡查次数", 10),
        ("养护巡查次数 校舍", 2),
        ("TYPOGRAPHY/deadline", 10),
        ("９８．９７％", 10),
        ("砚溪区水利局 截止", 2),
        ("没有这样的话", 0),
        ("1250.5万元多出", 9),
    ],
)
def test_search(opened: Open, query: str, expected: int) -> None:
    tab = opened(seasons.small())
    tab.fill("#q", query)
    assert count(tab) == expected
    assert tab.locator(ROWS).count() == expected
    tab.click("button[type=reset]")
    assert count(tab) == 52
    assert tab.input_value("#q") == ""


def test_search_waits_for_chinese_to_be_typed(opened: Open) -> None:
    tab = opened(seasons.small())
    tab.focus("#q")
    session = tab.context.new_cdp_session(tab)
    session.send(
        "Input.imeSetComposition", {"text": "jie'zhi", "selectionStart": 7, "selectionEnd": 7}
    )
    assert tab.input_value("#q") == "jie'zhi"
    assert count(tab) == 52
    session.send("Input.insertText", {"text": "截止"})
    assert tab.input_value("#q") == "截止"
    assert count(tab) == 10


def test_searched_words_are_marked(opened: Open) -> None:
    tab = opened(seasons.small())
    tab.fill("#q", "养护巡查 9.8")
    assert texts(tab, f"{ROWS} >> nth=0 >> mark.hit") == ["养护巡查", "9.8"]


def test_filters_combine_and_stay_in_the_address(opened: Open) -> None:
    tab = opened(seasons.small())
    tab.select_option("#severity", "warning")
    tab.select_option("#rule", label="满分没有佐证")
    tab.select_option("#unit", label="砚溪区水利局")
    assert count(tab) == 2
    again = opened(seasons.small(), address=tab.evaluate("location.hash"))
    assert count(again) == 2
    assert again.locator("#rule option:checked").inner_text() == "满分没有佐证"
    back_to(tab, 10)
    tab.go_back()
    back_to(tab, 52)


def test_an_address_that_asks_nonsense_finds_nothing(opened: Open) -> None:
    for address in ("#unit=99999", "#rule=x", "#severity=%00", "#page=-3", "#sort=constructor", "#report=77"):  # fmt: skip
        tab = opened(seasons.small(), address=address)
        assert tab.locator("#status").inner_text()


def test_columns_sort_both_ways(opened: Open) -> None:
    tab = opened(seasons.season(units=3, each=2, findings=5))
    assert tab.locator("#found th.severity").get_attribute("aria-sort") == "ascending"
    severities = texts(tab, f"{ROWS} .tag")
    assert severities == ["须修改"] * 12 + ["请核对"] * 12 + ["可优化"] * 6
    tab.click("#found th.rule button")
    rules = texts(tab, f"{ROWS} td.rule")
    assert tab.locator("#found th.rule").get_attribute("aria-sort") == "ascending"
    tab.click("#found th.rule button")
    assert tab.locator("#found th.rule").get_attribute("aria-sort") == "descending"
    turned = texts(tab, f"{ROWS} td.rule")
    assert turned[0] == rules[-1] != rules[0] == turned[-1]
    assert sorted(turned) == sorted(rules)
    assert tab.evaluate("document.activeElement.className") == "sort"


def test_a_long_list_comes_by_pages(opened: Open) -> None:
    tab = opened(seasons.season(units=6, each=4, findings=5))
    assert tab.locator(ROWS).count() == 50
    first = texts(tab, ROWS)
    tab.click("#pages >> text=下一页")
    assert "列出第 51—100 处" in tab.locator("#status").inner_text()
    assert texts(tab, ROWS) != first
    tab.click("#pages >> text=末页")
    assert tab.locator(ROWS).count() == 20
    assert tab.locator("#pages >> text=下一页").is_disabled()
    tab.fill("#q", "截止")
    assert tab.locator("#pages button").count() == 0


def test_a_finding_opens_to_both_places_and_the_arithmetic(opened: Open) -> None:
    tab = opened(seasons.season(units=1, each=1, findings=5))
    row = tab.locator(ROWS).filter(has_text="增长幅度应为")
    row.click()
    detail = tab.locator("#found tr.below:not([hidden])")
    assert texts(tab, "#found mark.own") == ["89.4%"]
    assert texts(tab, "#found mark.other") == ["1250.5万元"]
    boxes = [place.bounding_box() for place in detail.locator("figure").all()]
    assert len(boxes) == 2
    one, two = (box for box in boxes if box)
    assert one["y"] == two["y"]
    assert one["x"] + one["width"] <= two["x"]
    told = detail.inner_text()
    assert "1230 ÷ 1250.5 = 98.36% ≠ 89.4%" in told
    assert "改为 98.4%，或核对两年的投入资金" in told
    assert "第2页，第5段" in told
    assert row.locator("button").get_attribute("aria-expanded") == "true"
    row.click()
    assert detail.count() == 0


def test_a_finding_across_reports_shows_both_passages(opened: Open) -> None:
    one, other = "甲/a.docx", "乙/b.docx"
    reports = (entry(one, "甲局"), entry(other, "乙局"))
    tab = opened(Season(reports, (two_places(one, other),)))
    tab.select_option("#kind", "across")
    tab.click(ROWS)
    captions = texts(tab, "#found figcaption")
    assert "甲局《甲局的项目》" in captions[0]
    assert "乙局《乙局的项目》" in captions[1]
    assert other in captions[1]
    assert tab.locator(f"{ROWS} td.unit").inner_text() == "甲局、乙局"


def test_one_report_alone_can_be_asked_for(opened: Open) -> None:
    tab = opened(seasons.small())
    tab.locator(ROWS).first.click()
    tab.click("text=这份报告的全部问题")
    assert count(tab) in {4, 5, 6}
    assert "《" in tab.locator("#status").inner_text()
    assert len(set(texts(tab, f"{ROWS} td.report"))) <= 2


def test_units_are_ranked_and_sorted_anew(opened: Open) -> None:
    a, b, c = "甲/a.docx", "乙/b.docx", "乙/c.docx"
    heavy = [found(b), found(b, "budget/execution", 1)]
    season = Season((entry(a, "甲局", found(a, "score/by-rate"), found(a)), entry(b, "乙局", *heavy), entry(c, "乙局")))  # fmt: skip
    tab = opened(season)
    names = "#units-table tbody th a"
    assert texts(tab, names) == ["乙局", "甲局"]
    tab.click("#units-table >> text=请核对（项）")
    assert texts(tab, names) == ["甲局", "乙局"]
    assert texts(tab, "#units-table td.rank") == ["2", "1"]
    tab.click("#units-table >> text=名次")
    tab.click(f"{names} >> text=乙局")
    assert count(tab) == 2
    assert set(texts(tab, f"{ROWS} td.unit")) == {"乙局"}


def test_twenty_units_first_then_all(opened: Open) -> None:
    tab = opened(seasons.season(units=130, each=1, findings=1))
    assert tab.locator("#units-table tbody tr").count() == 20
    tab.click("#units-more")
    tab.click("#units-more")
    assert tab.locator("#units-table tbody tr").count() == 130
    assert tab.locator("#units-more").is_hidden()
    tab.click("#matrix-units")
    assert tab.locator("#matrix-table tbody tr").count() == 120


def test_each_cell_of_the_matrix_leads_to_what_it_counts(opened: Open) -> None:
    tab = opened(seasons.small())
    cells = tab.locator("#matrix-table tbody td a")
    assert cells.count() > 20
    for cell in cells.all()[:8]:
        said = cell.get_attribute("aria-label") or ""
        unit, rule, number = re.fullmatch(r"(.*?)，(.*)，(\d+) 处", said).groups()  # type: ignore[union-attr]
        cell.click()
        assert count(tab) == int(number) == int(cell.inner_text())
        assert set(texts(tab, f"{ROWS} td.rule")) == {rule}
        assert all(unit.partition("（")[0] in told for told in texts(tab, f"{ROWS} td.unit"))


def test_the_same_link_twice_leads_there_twice(opened: Open) -> None:
    tab = opened(seasons.small())
    link = tab.locator("#matrix-table tbody td a").first
    for _ in range(2):
        link.click()
        assert focused(tab) == "findings-title"
        tab.evaluate("scrollTo(0, 0)")


def test_matrix_sums_are_the_units_findings(opened: Open) -> None:
    tab = opened(seasons.small())
    for row in tab.locator("#matrix-table tbody tr").all():
        cells = [int(text) for text in row.locator("td a").all_inner_texts()]
        assert sum(cells) == int(row.locator("td.sum").inner_text())


def test_charts_say_their_figures_to_those_who_do_not_see_them(opened: Open) -> None:
    tab = opened(seasons.small())
    scores = tab.locator("#scores svg[role=img]").get_attribute("aria-label") or ""
    assert "95—100 10" in scores
    loads = tab.locator("#loads svg[role=img]").get_attribute("aria-label") or ""
    assert "1处 1" in loads
    assert "2处 9" in loads
    trend = tab.locator("#trend svg[role=img]").get_attribute("aria-label") or ""
    assert "已整改 1、仍存在 1、新增 0" in trend


def test_changes_are_shown_where_there_was_an_earlier_run(opened: Open) -> None:
    tab = opened(seasons.small())
    assert "已整改 1 处，仍存在 1 处；本次新增 0 处" in tab.locator("#changes-note").inner_text()
    tab.click("#mended summary")
    tab.wait_for_selector("#mended li")
    assert "增长幅度应为" in tab.locator("#mended li").inner_text()
    none = opened(seasons.season())
    assert none.locator("#changes").is_hidden()
    assert "与上次相比" not in texts(none, ".contents a")


def test_keys_reach_everything(opened: Open) -> None:
    tab = opened(seasons.small())
    tab.keyboard.press("/")
    assert focused(tab) == "q"
    tab.keyboard.type("截止")
    assert count(tab) == 10
    tab.keyboard.press("ArrowDown")
    first = focused(tab)
    tab.keyboard.press("ArrowDown")
    second = focused(tab)
    assert first != second
    tab.keyboard.press("Enter")
    assert tab.locator(f"#open-{second}").is_visible()
    tab.keyboard.press("Tab")
    assert "这份报告" in tab.evaluate("document.activeElement.textContent")
    tab.keyboard.press("Escape")
    assert tab.locator(f"#open-{second}").is_hidden()
    assert focused(tab) == second
    tab.keyboard.press("End")
    last = focused(tab)
    assert last == tab.locator(f"{ROWS} button").last.get_attribute("data-at")
    tab.keyboard.press("Home")
    assert focused(tab) == first
    tab.keyboard.press("ArrowUp")
    assert focused(tab) == "q"
    tab.keyboard.press("Escape")
    assert (tab.input_value("#q"), count(tab)) == ("", 52)
    tab.keyboard.type("a/b")
    assert tab.input_value("#q") == "a/b"


def test_arrows_walk_the_matrix(opened: Open) -> None:
    tab = opened(seasons.small())
    assert tab.locator("#matrix-table a[tabindex='0']").count() == 1
    tab.locator("#matrix-table a[tabindex='0']").focus()
    spot = "`${document.activeElement.dataset.row},${document.activeElement.dataset.column}`"
    seen = [tab.evaluate(spot)]
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp", "ArrowLeft"):
        tab.keyboard.press(key)
        seen.append(tab.evaluate(spot))
    assert len(set(seen)) >= 5
    assert tab.locator("#matrix-table a[tabindex='0']").count() == 1
    tab.keyboard.press("ArrowDown")
    for _ in range(9):
        tab.keyboard.press("ArrowLeft")
    assert tab.evaluate(spot).endswith(",0")


def test_dark_where_the_reader_wants_it(opened: Open) -> None:
    color = "getComputedStyle(document.body).backgroundColor"
    light = opened(seasons.small(), color_scheme="light").evaluate(color)
    dark = opened(seasons.small(), color_scheme="dark").evaluate(color)
    shade = [sum(map(int, re.findall(r"\d+", told)[:3])) for told in (light, dark)]
    assert shade[0] > 700
    assert shade[1] < 120


@pytest.mark.parametrize("width", [320, 390, 768])
def test_nothing_runs_over_a_phone_s_edge(opened: Open, width: int) -> None:
    tab = opened(seasons.small(), viewport={"width": width, "height": 844})
    tab.locator(ROWS).first.click()
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    row = tab.locator(ROWS).first.bounding_box()
    assert row is not None
    assert row["width"] <= width
    assert tab.locator("#found .below figure").first.is_visible()


def test_an_empty_season_says_so(opened: Open) -> None:
    tab = opened(Season(()))
    assert tab.locator("#lead").inner_text() == "共 0 份，已检查 0 份，未能检查 0 份。"
    assert tab.locator("#status").inner_text() == "没有符合条件的问题。"
    for hidden in ("#units", "#matrix", "#changes", "#rules"):
        assert tab.locator(hidden).is_hidden()
    assert "没有报告载明自评得分" in tab.locator("#scores-note").inner_text()


def test_without_scripts_the_page_says_what_to_do(opened: Open) -> None:
    tab = opened(seasons.small(), java_script_enabled=False)
    assert "ledger.xlsx" in tab.locator("noscript").inner_text()


def test_languages_are_told(opened: Open) -> None:
    tab = opened(seasons.small())
    assert tab.locator("html").get_attribute("lang") == "zh-CN"
    assert set(tab.locator("#rules code").evaluate_all("all => all.map((one) => one.lang)")) == {
        "en"
    }
