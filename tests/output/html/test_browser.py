"""The report view in a real browser, as a clerk reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import linter
from linter.output import Options
from linter.output.view.structures import Counts
from linter.output.view.viewer import of_report
from tests.output import samples
from tests.output.html.conftest import BOOK, EXAMPLES, PHONE, SCALED, Open, example

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.slow

FAULTY = "faulty-2013.txt"
CARDS = ".rv-panel [data-finding]"
CHOSEN = ".rv-chosen"


def in_sight(tab: Page, found: Locator) -> bool:
    """Whether an element stands within the window, and nothing covers its middle."""
    box = found.bounding_box()
    assert box
    x, y = box["x"] + min(box["width"], 20) / 2, box["y"] + min(box["height"], 20) / 2
    size = tab.viewport_size
    assert size
    if not (0 <= x < size["width"] and 0 <= y < size["height"]):
        return False
    return bool(
        found.evaluate(
            "(own, [x, y]) => { const at = document.elementFromPoint(x, y); return own.contains(at) || at.contains(own); }",
            [x, y],
        )
    )


def counted(name: str) -> Counts:
    """What the view of an example counts."""
    return of_report(example(name), Options(book=BOOK)).counts


def figure(tab: Page, text: str) -> Locator:
    return tab.locator(".rv-text [data-figures]", has_text=text).first


def test_the_first_lines_say_what_is_to_do_and_the_first_finding_is_in_sight(opened: Open) -> None:
    tab, counts = opened(example(FAULTY)), counted(FAULTY)
    summary = tab.locator(".rv-summary").inner_text()
    assert summary.startswith("发现 2 处须修改、4 处请核对。")
    assert f"{counts.passed} 项已核对无误，{counts.held} 项检查没有发现问题" in summary
    assert f"{counts.unchecked} 项未能核对" in summary
    first = tab.locator(CARDS).first
    assert in_sight(tab, first)
    box = first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 768


@pytest.mark.parametrize("name", [FAULTY, "faulty-guobiao2020.md", "faulty-transfer.txt"])
def test_each_finding_says_what_where_and_what_to_write(opened: Open, name: str) -> None:
    report = example(name)
    tab = opened(report)
    cards = tab.locator(CARDS).all()
    assert len(cards) == len(report.findings)
    for card, fault in zip(cards, of_report(report, Options()).findings, strict=True):
        told = "".join(card.inner_text().split())
        words = {"error": "须修改", "warning": "请核对", "info": "可优化"}
        for part in (
            words[fault.severity],
            fault.calculation,
            fault.suggestion,
            fault.where,
            fault.rule,
            fault.name,
        ):
            assert "".join(part.split()) in told
        for at, place in enumerate(fault.places[:12]):
            link = card.locator("[data-do=go]").nth(at)
            link.click()
            found = tab.locator(".rv-text .rv-flash").first
            assert in_sight(tab, found)
            if place.start < place.end:
                quote = link.locator(".rv-quote").inner_text()
                assert quote.rstrip("…").startswith(found.inner_text()[:40])


def test_figures_are_marked_by_what_they_stand_in_and_numbered(opened: Open) -> None:
    tab = opened(example(FAULTY))
    wrong, check = figure(tab, "16.87%"), figure(tab, "845.60万元")
    assert "rv-check" in (wrong.get_attribute("class") or "")
    assert wrong.get_attribute("data-numbers") == "1"
    assert check.get_attribute("data-numbers") is None
    styles = {
        state: tab.locator(f".rv-text .rv-{state}").last.evaluate(
            "one => getComputedStyle(one).textDecorationStyle"
        )
        for state in ("wrong", "check", "right")
    }
    assert len(set(styles.values())) == 3
    assert (
        figure(tab, "420.00万元").get_attribute("aria-label")
        == "420.00万元，核对无误，参与 1 项核对"
    )


def test_a_figure_opens_every_relation_it_stands_in_and_leads_to_the_others(opened: Open) -> None:
    report = example(FAULTY)
    view = of_report(report, Options())
    tab = opened(report)
    figure(tab, "845.60万元").click()
    own = next(
        s
        for r in view.relations
        for s in r.places
        if s.start == report.submission.documents[0].text.index("845.60万元")
    )
    expected = [
        r for r in view.relations if any((s.start, s.end) == (own.start, own.end) for s in r.places)
    ]
    assert len(expected) > 3
    entries = tab.locator(f"{CHOSEN} article")
    assert entries.count() == len(expected)
    told = "".join(tab.locator(CHOSEN).inner_text().split())
    for relation in expected:
        assert "".join(relation.calculation.split()) in told
    assert tab.locator(CARDS).first.is_hidden()
    tab.locator(f"{CHOSEN} [data-do=go]", has_text="96.07%").first.click()
    assert tab.locator(f"{CHOSEN} h3").inner_text().startswith("“96.07%”")
    assert in_sight(tab, figure(tab, "96.07%"))
    assert tab.locator(f"{CHOSEN} [data-do=back]").inner_text() == "‹ 返回 845.60万元"
    assert tab.locator(f"{CHOSEN} [data-do=next]").is_visible()
    tab.click(f"{CHOSEN} [data-do=back]")
    assert tab.locator(f"{CHOSEN} h3").inner_text().startswith("“845.60万元”")
    tab.click(f"{CHOSEN} [data-do=back]")
    assert tab.locator(CHOSEN).is_hidden()
    assert tab.locator(CARDS).first.is_visible()


def test_keys_step_through_the_findings_in_a_circle(opened: Open) -> None:
    tab = opened(example(FAULTY))
    for at in (1, 2, 3, 4, 5, 6, 1, 2):
        tab.keyboard.press("n")
        assert tab.locator(".rv-step").inner_text() == f"{at} / 6"
        assert tab.locator(f"{CARDS}.rv-current .rv-badge").inner_text() == str(at)
        assert in_sight(tab, tab.locator(f'.rv-text [data-numbers="{at}"]'))
        assert in_sight(tab, tab.locator(f"{CARDS}.rv-current .rv-badge"))
    tab.keyboard.press("p")
    assert tab.locator(".rv-step").inner_text() == "1 / 6"
    assert tab.evaluate("document.activeElement.dataset.finding") == "0"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('[data-finding]').dataset.finding") == "0"
    reached = tab.locator(f"{CARDS} button:not([tabindex='-1'])")
    assert reached.count() == tab.locator(f"{CARDS}.rv-current button").count()
    assert tab.locator(".rv-status").inner_text().startswith("第 1 处，共 6 处：请核对，增减幅度")


def test_the_keyboard_alone_opens_a_figure_and_comes_back(opened: Open) -> None:
    tab = opened(example(FAULTY))
    assert tab.locator(".rv-text [data-figures][tabindex='0']").count() == 1
    tab.locator(".rv-text [data-figures][tabindex='0']").focus()
    for _ in range(60):
        if tab.evaluate("document.activeElement.textContent") == "845.60万元":
            break
        tab.keyboard.press("ArrowRight")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.textContent").startswith("“845.60万元”")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('.rv-chosen') !== null")
    tab.keyboard.press("Escape")
    assert tab.locator(CHOSEN).is_hidden()
    assert tab.evaluate("document.activeElement.textContent") == "845.60万元"
    tab.locator("#rv-tab-findings").focus()
    tab.keyboard.press("ArrowRight")
    counts = counted(FAULTY)
    told = f"已检查 {counts.passed + counts.held}"
    assert tab.locator("[role=tab][aria-selected=true]").inner_text() == told


def test_a_filter_is_by_level_chapter_and_rule(opened: Open) -> None:
    tab = opened(example(FAULTY))
    offered = tab.locator("[data-choice=rule] option").all_inner_texts()
    assert offered[0] == "规则：全部"
    assert 2 <= len(offered) - 1 <= 6
    tab.locator(".rv-chip", has_text="须修改").click()
    assert tab.locator(CARDS).count() == 2
    assert tab.locator(".rv-step").inner_text() == "– / 2"
    tab.locator(".rv-chip", has_text="须修改").click()
    tab.select_option("[data-choice=chapter]", label="一、项目基本概况")
    assert tab.locator(CARDS).count() == 4
    tab.select_option("[data-choice=rule]", label="分项之和不等于合计（1）")
    assert tab.locator(CARDS).count() == 1
    tab.click("#rv-tab-right")
    assert tab.locator(".rv-panel .rv-entry").count() == 1
    tab.click("#rv-tab-findings")
    tab.locator(".rv-chip", has_text="须修改").click()
    assert tab.locator(CARDS).count() == 0
    tab.click("[data-do=clear]")
    assert tab.locator(CARDS).count() == 6
    tab.locator(".rv-count", has_text="须修改").click()
    assert tab.locator(CARDS).count() == 2
    assert in_sight(tab, tab.locator(".rv-text [data-numbers='5']"))


def test_what_is_right_and_what_could_not_be_checked_are_listed(opened: Open) -> None:
    tab = opened(example(FAULTY))
    tab.click("#rv-tab-right")
    panel = tab.locator(".rv-panel")
    counts = counted(FAULTY)
    assert panel.inner_text().startswith("✓ 这些数字重新算过或与别处对过，没有出入。")
    assert panel.locator("article.rv-right").count() == counts.passed > 15
    assert panel.locator("article.rv-held").count() == counts.held > 30
    assert panel.locator("article.rv-held").first.is_hidden()
    panel.locator("summary", has_text=f"另有 {counts.held} 项检查").click()
    assert panel.locator("article.rv-held").first.is_visible()
    assert "不说明数字对错" in panel.inner_text()
    assert "✓ |845.60万元 − 712.00万元| = 133.60万元" in panel.inner_text()
    tab.click("#rv-tab-unchecked")
    assert "不能肯定附近哪些数字与它相关" in panel.inner_text()
    panel.locator("[data-do=go]", has_text="33.24万元").first.click()
    assert tab.locator(".rv-text .rv-flash").first.inner_text().find("33.24万元") >= 0
    tab.uncheck("[data-do=right]")
    line = figure(tab, "420.00万元").evaluate("one => getComputedStyle(one).textDecorationLine")
    assert line == "none"


def test_chapters_lead_to_their_places(opened: Open) -> None:
    tab = opened(example(FAULTY))
    tab.locator(".rv-chapters button", has_text="五、存在的问题").click()
    heading = tab.locator(".rv-text h4", has_text="五、存在的问题")
    assert in_sight(tab, heading)
    tab.wait_for_selector(".rv-chapters [aria-current]")
    last = tab.locator(".rv-chapters button").last
    last.click()
    assert last.get_attribute("aria-current") == "true"
    told = tab.locator(".rv-chapters li", has_text="经费来源和使用情况").locator(".rv-here")
    assert told.all_inner_texts() == ["3处"]
    tab.keyboard.press("n")
    assert tab.locator(".rv-chapters [aria-current]").inner_text() != last.inner_text()


def test_a_finding_is_copied_as_text(opened: Open) -> None:
    tab = opened(example(FAULTY), permissions=["clipboard-read", "clipboard-write"])
    tab.locator(f"{CARDS} [data-do=copy]").nth(2).click()
    tab.wait_for_selector("text=已复制")
    assert tab.evaluate("navigator.clipboard.readText()").split("\n")[:3] == [
        "请核对：分项合计为802.36万元，文中为812.36万元",
        "位置：一、（一）2. 第9行 “812.36万元”",
        "算式：438.20万元 + 156.80万元 + 97.36万元 + 110.00万元 = 802.36万元 ≠ 812.36万元",
    ]


def test_it_is_copied_where_the_clipboard_is_forbidden(opened: Open) -> None:
    tab = opened(example(FAULTY))
    tab.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    tab.locator(f"{CARDS} [data-do=copy]").first.click()
    tab.wait_for_selector("text=已复制")
    tab.evaluate(
        "document.body.append(Object.assign(document.createElement('textarea'), {id: 'into'}))"
    )
    tab.focus("#into")
    tab.keyboard.press("Control+V")
    assert tab.input_value("#into").startswith("请核对：增减幅度应为18.76%")


def test_a_clean_report_says_so_and_shows_what_was_checked(opened: Open) -> None:
    tab = opened(example("clean-2013.txt"))
    assert tab.locator(".rv-summary").inner_text().startswith("✓ 没有发现须修改或请核对的地方。")
    counts = counted("clean-2013.txt")
    assert tab.locator(".rv-panel article").count() == counts.passed + counts.held > 50
    tab.click("#rv-tab-findings")
    assert tab.locator(".rv-panel").inner_text() == "✓ 没有发现问题。"
    tab.keyboard.press("n")
    assert tab.locator(".rv-step").is_hidden()


def test_english(opened: Open) -> None:
    tab = opened(example(FAULTY, "en"), lang="en")
    assert tab.locator(".rv-summary").inner_text().startswith("Found 2 to fix, 4 to check.")
    assert "the rate should be 18.76%" in tab.locator(CARDS).first.inner_text()
    assert tab.locator("html").get_attribute("lang") == "en"
    assert tab.locator(".rv-paper").get_attribute("lang") == "zh-CN"


def test_of_several_reports_one_is_chosen(opened: Open) -> None:
    tab = opened(*(make() for make in samples.ALL))
    assert (
        tab.locator("#reports option").all_inner_texts()[1] == "自评报告.txt（须修改 1，请核对 0）"
    )
    tab.select_option("#reports select", index=1)
    assert tab.locator(CARDS).count() == 1
    assert tab.locator(".rv-file").all_inner_texts() == ["自评报告.txt", "自评表.txt"]
    tab.locator(f"{CARDS} [data-do=go]").nth(1).click()
    assert tab.locator(".rv-text .rv-flash").inner_text() == "96分"
    tab.select_option("#reports select", index=3)
    assert "没有可以显示的文字" in tab.locator(".rv-text").inner_text()
    assert "文件无法读取" in tab.locator(CARDS).inner_text()
    assert tab.locator(f"{CARDS} [data-do=go]").count() == 0
    assert tab.locator("h2").inner_text() == "坏文件.txt"
    tab.keyboard.press("n")
    assert tab.locator(".rv-step").inner_text() == "1 / 1"


def test_figures_that_overlap_are_all_there(opened: Open) -> None:
    tab = opened(samples.overlapping())
    assert (
        tab.locator(".rv-paper").inner_text() == samples.overlapping().submission.documents[0].text
    )
    tab.locator(".rv-text [data-figures]", has_text="3").first.click()
    assert tab.locator(f"{CHOSEN} article").count() == 3


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(1366, 768, 1), (1093, 614, 1.25), (911, 512, 1.5), (390, 844, 2)],
)
def test_nothing_is_wider_than_the_window_and_letters_are_large(
    opened: Open, width: int, height: int, scale: float
) -> None:
    tab = opened(
        example("faulty-guobiao2020.md"),
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
    )
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    sizes = tab.evaluate(
        """() => [".rv-paper p", ".rv-message", ".rv-told dd", ".rv-summary", "td"].map(
          (one) => parseFloat(getComputedStyle(document.querySelector(one)).fontSize))"""
    )
    assert min(sizes) >= 16
    smallest = tab.evaluate(
        """() => Math.min(...[...document.querySelectorAll(".report-view *")].filter((one) => one.textContent.trim())
          .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""
    )
    assert smallest >= 13


@pytest.mark.parametrize(("width", "height"), [(1366, 640), (1093, 512), (911, 427)])
def test_what_to_write_first_is_in_sight_in_a_scaled_window(
    opened: Open, width: int, height: int
) -> None:
    tab = opened(example("faulty-guobiao2020.md"), viewport={"width": width, "height": height})
    first = tab.locator(CARDS).first
    assert in_sight(tab, tab.locator(".rv-count").first)
    assert in_sight(tab, first.locator(".rv-message"))
    assert in_sight(tab, first.locator(".rv-suggestion"))
    assert in_sight(tab, tab.locator(".rv-paper").get_by_role("heading").first)


def test_on_a_phone_a_figure_opens_over_the_lower_half(opened: Open) -> None:
    tab = opened(example(FAULTY), viewport=PHONE)
    assert in_sight(tab, tab.locator(".rv-summary"))
    tab.keyboard.press("n")
    assert in_sight(tab, tab.locator(".rv-text [data-numbers='2']"))
    assert in_sight(tab, tab.locator(f"{CHOSEN} h3"))
    tab.locator(f"{CHOSEN} [data-do=next]").click()
    assert in_sight(tab, tab.locator(".rv-text [data-numbers='3']"))
    tab.click(f"{CHOSEN} [data-do=close]")
    assert tab.locator(CHOSEN).is_hidden()


def test_mounting_anew_replaces_what_was_there(opened: Open) -> None:
    tab = opened(example(FAULTY))
    tab.evaluate(
        """() => {
          const root = document.getElementById("report");
          const [view] = JSON.parse(document.getElementById("data").textContent);
          for (let at = 0; at < 3; at++) reportView(root, view, { lang: "en" });
        }"""
    )
    assert tab.locator(".report-view").count() == 1
    tab.keyboard.press("n")
    assert tab.locator(".rv-step").inner_text() == "1 / 6"
    assert tab.locator("#rv-tab-findings").inner_text() == "Findings 6"


def test_of_a_long_list_more_is_shown_when_asked_for(opened: Open) -> None:
    text = (EXAMPLES / "faulty-guobiao2020.md").read_text("utf-8")
    tab = opened(linter.lint(text * 8, path="甲.md"))
    tab.click("#rv-tab-right")
    assert tab.locator(".rv-panel article").count() == 300
    tab.click(".rv-helds summary")
    more = tab.locator("[data-do=more]").inner_text()
    tab.click("[data-do=more]")
    assert tab.locator(".rv-panel article").count() == 300 + int(more.split()[1])
    assert tab.evaluate("document.activeElement.closest('article') !== null")


FORM = (
    "# 某局2023年度项目绩效自评报告\n\n"
    "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因及改进措施 |\n|---|---|---|---|---|---|---|---|\n"
    "| 产出指标 | 质量指标 | 工程验收合格率 | ≥95% | 93.60% | 15.00 | 13.50 | 受汛期影响晚于合同工期 |\n"
)
HEADS = ["年初预算数（万元）", "全年预算数（万元）", "全年执行数（万元）"] * 5
WIDER = f"# 某局2023年度项目绩效自评报告\n\n| 项目 | {' | '.join(HEADS)} |\n{'|---' * 16}|\n| 供水工程 | {' | '.join(['123456.78'] * 15)} |\n"


def test_a_form_of_eight_columns_is_in_sight_at_150_percent(opened: Open) -> None:
    wide = opened(linter.lint(FORM, path="a.md"), viewport=SCALED).locator(".rv-wide")
    assert wide.evaluate("wide => wide.scrollWidth <= wide.clientWidth")
    assert wide.get_attribute("tabindex") is None


def test_a_wider_table_is_moved_by_keys_and_says_that_there_is_more(opened: Open) -> None:
    tab = opened(linter.lint(WIDER, path="a.md"), viewport=SCALED)
    wide, last = (
        tab.get_by_role("group", name="表格，可以左右移动"),
        tab.locator(".rv-wide td").last,
    )
    assert not in_sight(tab, last)
    for _ in range(200):
        wide.press("ArrowRight")
        if wide.evaluate("wide => wide.scrollLeft + wide.clientWidth >= wide.scrollWidth - 1"):
            break
        tab.wait_for_timeout(20)  # a busy machine scrolls later than it is told to
    assert tab.evaluate("document.documentElement.scrollWidth") <= SCALED["width"]
    assert in_sight(tab, last)


def test_nothing_is_at_hand_until_one_steps_on(opened: Open) -> None:
    tab = opened(example(FAULTY))
    assert tab.locator(".rv-step").inner_text() == "– / 6"
    assert tab.locator(".rv-current").count() == tab.locator(".rv-lit").count() == 0
    tab.click("[data-do=next]")
    assert tab.locator(".rv-step").inner_text() == "1 / 6"
    assert in_sight(tab, tab.locator('.rv-text [data-numbers="1"]'))


def test_what_is_printed_are_all_findings_whatever_is_open(opened: Open) -> None:
    tab = opened(example(FAULTY))
    tab.locator(".rv-chip", has_text="须修改").click()
    tab.click("#rv-tab-right")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator(CARDS).count() == 6
    assert tab.locator(".rv-panel .rv-entry").count() == 0
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.locator("[role=tab][aria-selected=true]").get_attribute("id") == "rv-tab-right"
    tab.click("#rv-tab-findings")
    assert tab.locator(CARDS).count() == 2


def test_a_tab_offers_the_rules_of_what_it_lists(opened: Open) -> None:
    tab = opened(example(FAULTY))
    offered = "[data-choice=rule] option"
    wrong = tab.locator(offered).all_inner_texts()
    tab.click("#rv-tab-right")
    right = tab.locator(offered).all_inner_texts()
    assert not {*wrong[1:]} & {*right[1:]}
    tab.select_option("[data-choice=rule]", index=1)
    articles = tab.locator(".rv-panel article").count()
    assert right[1].endswith(f"（{articles}）")
    tab.click("#rv-tab-findings")
    assert tab.locator("[data-choice=rule]").input_value() == ""
    assert tab.locator(CARDS).count() == 6


def test_chapters_are_one_stop_of_the_keyboard(opened: Open) -> None:
    tab = opened(example(FAULTY))
    stop = tab.locator("[data-chapter][tabindex='0']")
    assert stop.count() == 1
    stop.focus()
    tab.keyboard.press("ArrowDown")
    assert tab.evaluate("document.activeElement.dataset.chapter") == "1"
    assert stop.count() == 1
    tab.keyboard.press("Enter")
    assert tab.locator("[data-chapter='1']").get_attribute("aria-current") == "true"


def test_the_figure_that_is_more_likely_wrong_bears_the_number(opened: Open) -> None:
    text = "某局2023年度补助项目绩效自评报告\n一、概况\n补助由300元提高到30元，提高20%。\n"
    tab = opened(linter.lint(text, path="甲.txt", select=["arithmetic/growth"]))
    assert tab.locator("[data-numbers='1']").all_inner_texts() == ["30元"]


def test_how_many_figures_no_check_has_touched_is_told(opened: Open) -> None:
    counts = counted(FAULTY)
    told = opened(example(FAULTY)).locator(".rv-summary").inner_text()
    assert f"读出的 {counts.figures} 个数字里有 {counts.unlooked} 个没有任何检查核对过" in told


def test_a_figure_that_only_bears_witness_is_not_marked_as_wrong(opened: Open) -> None:
    text = (
        "某局2023年度供水项目绩效自评报告\n一、概况\n施工期间共吸纳群众务工26人，其中脱贫劳动力97人；"
        "本镇的271人，占务工总人数286人的94.8%。\n"
    )
    tab = opened(linter.lint(text, path="甲.txt", select=["arithmetic/part-within-whole"]))
    assert tab.locator("[data-numbers='1']").all_inner_texts() == ["26人"]
    assert tab.locator(".rv-text .rv-held").all_inner_texts() == ["97人", "286人"]


def test_only_the_figure_that_is_blamed_is_marked_as_wrong(opened: Open) -> None:
    """A total and rows that one mark makes wrong are not; nor what is right elsewhere."""
    text = (
        "某局2023年度供水项目绩效自评报告\n一、评价结论\n自评总分97分。\n"
        "| 一级指标 | 三级指标 | 分值 | 得分 |\n|---|---|---|---|\n| 产出 | 检测批次 | 3 | 3.12 |\n"
        "| 产出 | 修缮水池 | 10 | 10.00 |\n| 效益 | 受益人口 | 87 | 84.00 |\n| 合计 |  | 100 | 97.00 |\n"
    )
    rules = ["score/within-full-marks", "arithmetic/table-total"]
    tab = opened(linter.lint(text, path="甲.md", select=rules))
    assert tab.locator(CARDS).count() == 1
    assert "rv-wrong" in (figure(tab, "3.12").get_attribute("class") or "")
    wrong = tab.locator(".rv-text .rv-figure.rv-wrong").all_inner_texts()
    assert [mark for mark in wrong if "84.00" in mark or "97.00" in mark] == []
