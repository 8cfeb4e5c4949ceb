"""The page in a real browser, from its file, as a clerk uses it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.page.conftest import Open, give, ready, samples, taken
from tests.page.test_bureau import PROFILE, REPORT
from tests.rulebook.rules import RULE

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow


def told_by_the_command(folder: Path, *arguments: str) -> Any:
    command = [sys.executable, "-m", "linter", "lint", "--format", "json", *arguments]
    result = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return json.loads(result.stdout)


def counts(tab: Page, name: str) -> list[str]:
    """The figures in the list's row of a file."""
    row = tab.locator("#items tbody tr").filter(has=tab.get_by_role("rowheader", name=name))
    return [text.strip() for text in row.locator("td.number").all_inner_texts()]


def test_findings_are_those_of_the_command_line(opened: Open, tmp_path: Path) -> None:
    files = samples(tmp_path)
    tab = give(opened(), *files)
    name, data = taken(tab, "#all-json")
    assert name == "全部-检查结果.json"
    expected = told_by_the_command(tmp_path, *(file.name for file in files))
    assert json.loads(data) == expected
    for report in expected["reports"]:
        found = [finding["severity"] for finding in report["findings"]]
        wanted = [str(found.count(severity)) for severity in ("error", "warning", "info")]
        assert counts(tab, report["path"])[:3] == wanted


def test_each_document_shows_its_report(opened: Open, tmp_path: Path) -> None:
    tab = opened()
    for file in samples(tmp_path):
        give(tab, file)
        (report,) = told_by_the_command(tmp_path, file.name)["reports"]
        shown = tab.locator("#view [role=tabpanel] article")
        assert shown.count() == len(report["findings"]) > 0
        text = tab.locator("#view").inner_text()
        assert report["findings"][0]["message"][:12] in text
        tab.click("#back")


def test_files_together_are_one_submission(opened: Open, tmp_path: Path) -> None:
    names = ["报告.docx", "自评表.xlsx"]
    samples(tmp_path)
    tab = give(opened(), *(tmp_path / name for name in names))
    tab.check("#together")
    ready(tab)
    assert tab.locator("#report").is_hidden()
    tab.click("#items .open")
    tab.wait_for_selector("#view [role=tabpanel]")
    ready(tab)
    head = tab.locator(".rv-about").inner_text()
    assert "报告.docx、自评表.xlsx" in head
    _, data = taken(tab, "[data-take=json]")
    assert json.loads(data) == told_by_the_command(tmp_path, "--bundle", *names)
    assert tab.locator("[data-take=docx]").all_inner_texts() == ["带批注的 Word：报告.docx"]
    name, copy = taken(tab, "[data-take=docx]")
    assert name == "报告-批注.docx"
    assert len(list(Document(io.BytesIO(copy)).comments)) >= 6
    tab.click("#back")
    assert tab.locator("#items tbody tr").count() == 1
    tab.uncheck("#together")
    ready(tab)
    assert tab.locator("#items tbody tr").count() == 2


def test_what_was_cleared_comes_back(opened: Open, tmp_path: Path) -> None:
    files = samples(tmp_path)
    tab = give(opened(), *files)
    before = tab.locator("#items").inner_text()
    tab.click("#clear")
    assert tab.locator("#list").is_hidden()
    assert tab.locator("#status").inner_text().startswith("已清空 4 份。")
    tab.keyboard.press("Enter")
    assert tab.locator("#items").inner_text() == before
    assert tab.locator("#together").is_visible()
    tab.click("#clear")
    give(tab, files[0])
    tab.click("#back")
    assert tab.locator("#undo").count() == 0
    assert tab.locator("#together").is_hidden()


def test_a_mended_report_comes_in_the_place_of_its_draft(opened: Open) -> None:
    draft = "和平县水务局2023年度维修项目绩效自评报告\n一、资金\n预算100万元，支出95万元，执行率98%。\n二、得分\n自评得分95分，等级为“良”。\n"
    mended, other = draft.replace("98%", "95%"), draft.replace("水务局", "教育局")

    def dropped(text: str) -> Page:
        report = {"name": "报告.txt", "mimeType": "text/plain", "buffer": text.encode()}
        tab = give(opened_tab, report)
        tab.click("#back")
        return tab

    opened_tab = opened()
    dropped(draft)
    tab = dropped(mended)
    assert tab.locator("#items tbody tr").count() == 1
    told = "与上一稿相比：不再提示 1 处，仍有 3 处，新出现 0 处。"
    assert told in tab.locator("#items").inner_text()
    tab.click("#items .open")
    assert tab.locator("#compared summary").inner_text() == told
    tab.click("#compared summary")
    heads = tab.locator("#compared h3").all_inner_texts()
    assert [head[:2] for head in heads] == ["不再", "仍有"]
    assert "执行率98%应为95%" in tab.locator("#compared section").first.inner_text()
    tab.click("#back")
    assert dropped(other).locator("#items tbody tr").count() == 2


def test_a_draft_under_another_name_is_compared_and_stays(opened: Open) -> None:
    draft = (
        "和平县水务局2023年度维修项目绩效自评报告\n一、资金\n预算100万元，支出95万元，执行率98%。\n"
    )
    tab = opened()
    for name, text in (("报告.txt", draft), ("报告（修改稿）.txt", draft.replace("98%", "95%"))):
        give(tab, {"name": name, "mimeType": "text/plain", "buffer": text.encode()})
        told = tab.locator("#compared summary")
        assert told.is_visible() == ("修改" in name)
        tab.click("#back")
    assert "与上一稿“报告.txt”相比：不再提示 1 处" in tab.locator("#items").inner_text()
    assert tab.locator("#items tbody tr").count() == 2


def test_where_neither_draft_has_findings_nothing_is_said(opened: Open) -> None:
    clean = (Path(__file__).parents[2] / "examples/clean-transfer.txt").read_text("utf-8")
    tab = opened()
    for text in (clean, clean + "\n"):
        give(tab, {"name": "报告.txt", "mimeType": "text/plain", "buffer": text.encode()})
    assert tab.locator("#report").is_visible()
    assert "相比" not in tab.locator("body").inner_text()


def test_that_one_may_drop_on_an_open_report_is_seen(opened: Open, tmp_path: Path) -> None:
    samples(tmp_path)
    tab = give(opened(), tmp_path / "faulty-transfer.txt")
    over = "getComputedStyle(document.body, '::after').content"
    assert tab.evaluate(over) in ("none", "normal")
    tab.evaluate(
        """() => { const data = new DataTransfer(); data.items.add(new File(["a"], "a.txt"));
        dispatchEvent(new DragEvent("dragover", { dataTransfer: data, cancelable: true })); }"""
    )
    assert "松开鼠标" in tab.evaluate(over)


def test_the_downloads_stay_in_reach(opened: Open, tmp_path: Path) -> None:
    samples(tmp_path)
    tab = give(opened(), tmp_path / "faulty-transfer.txt")
    tab.evaluate("scrollTo(0, 500)")
    tab.wait_for_timeout(200)
    box = tab.locator("#takes").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 60
    side = tab.locator(".rv-side").bounding_box()
    bar = tab.locator("#report-bar").bounding_box()
    assert side is not None
    assert bar is not None
    assert side["y"] >= bar["y"] + bar["height"] - 1


def test_why_there_is_no_word_copy_is_told(opened: Open, tmp_path: Path) -> None:
    samples(tmp_path)
    tab = give(opened(), tmp_path / "faulty-transfer.txt")
    button = tab.get_by_role("button", name="带批注的 Word")
    assert button.is_disabled()
    assert "只能写在 .docx 文件上" in (button.get_attribute("title") or "")


def test_downloads_open_in_other_programs(opened: Open, tmp_path: Path) -> None:
    samples(tmp_path)
    tab = give(opened(), tmp_path / "报告.docx")
    name, data = taken(tab, "[data-take=docx]")
    assert name == "报告-批注.docx"
    assert len(list(Document(io.BytesIO(data)).comments)) >= 6
    name, data = taken(tab, "[data-take=ledger]")
    assert name == "报告-问题清单.xlsx"
    rows = list(load_workbook(io.BytesIO(data))["问题清单"].iter_rows(min_row=2, values_only=True))
    cards = tab.locator("#view [role=tabpanel] article")
    assert [str(row[0]) for row in rows] == cards.locator(".rv-badge").all_inner_texts()
    messages = cards.locator(".rv-message").all_inner_texts()
    assert all(str(row[4]).startswith(m) for row, m in zip(rows, messages, strict=True))
    name, data = taken(tab, "[data-take=html]")
    assert name == "报告-检查结果.html"
    page = tmp_path / "taken.html"
    page.write_bytes(data)
    assert tab.locator("#status").inner_text() == "已生成 报告-检查结果.html，请看浏览器的下载。"
    box = tab.locator("#status").bounding_box()
    assert box
    assert box["y"] > 600
    other = opened().context.new_page()
    other.goto(page.as_uri())
    assert other.locator("[role=tabpanel] article").count() == 6
    tab.wait_for_selector("#status:empty", state="attached")


def test_a_figure_leads_to_its_relations_and_to_the_other_figure(
    opened: Open, tmp_path: Path
) -> None:
    samples(tmp_path)
    tab = give(opened(), tmp_path / "报告.docx")
    tab.locator("#view .rv-text").get_by_text("16.87%").first.click()
    assert "845.60万元 ÷ 712.00万元" in tab.locator("#view").inner_text()


def test_a_profile_can_be_chosen(opened: Open, tmp_path: Path) -> None:
    samples(tmp_path)
    tab = give(opened(), tmp_path / "faulty-transfer.txt")
    before = tab.locator("#view").inner_text()
    tab.select_option("#profile", "guobiao2020")
    ready(tab)
    assert tab.locator("#view").inner_text() != before
    _, data = taken(tab, "[data-take=json]")
    arguments = ("--profile", "guobiao2020", "faulty-transfer.txt")
    assert json.loads(data) == told_by_the_command(tmp_path, *arguments)
    assert "这份报告更像“" in tab.locator(".rv-unlike").inner_text()


def test_own_rules_and_profile_are_used_and_wrong_ones_told_by_line(
    opened: Open, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    (tmp_path / "own.yaml").write_text(RULE, "utf-8")
    (tmp_path / "本县.yaml").write_text(PROFILE, "utf-8")
    (tmp_path / "wrong.yaml").write_text(RULE.replace("warning", "grave"), "utf-8")
    tab = give(opened(), tmp_path / "a.txt")
    assert "应为时效性" not in tab.locator("#view").inner_text()
    give(tab, tmp_path / "own.yaml", tmp_path / "wrong.yaml")
    assert "应为时效性" in tab.locator("#view").inner_text()
    told = tab.locator("#own-list").inner_text()
    assert "own.yaml：已启用 1 条规则（typography/own）" in told
    assert "wrong.yaml 第 4 行：" in told
    give(tab, tmp_path / "本县.yaml")
    assert tab.input_value("#profile") == "本县"
    assert "应写“截至”" not in tab.locator("#view").inner_text()
    tab.click("#drop-own")
    ready(tab)
    text = tab.locator("#view").inner_text()
    assert "应为时效性" not in text
    assert "应写“截至”" in text


def test_in_english(opened: Open, tmp_path: Path) -> None:
    samples(tmp_path)
    tab = give(opened(), tmp_path / "faulty-transfer.txt")
    tab.click("#language")
    tab.wait_for_selector("html[lang=en]", state="attached")
    ready(tab)
    assert tab.locator("#pick").text_content() == "Choose files"
    assert tab.title() == tab.locator("h1").inner_text() == "Performance report check"
    assert "should be" in tab.locator("#view").inner_text()
    tab.click("#language")
    ready(tab)
    assert tab.locator("#pick").text_content() == "选择文件"
    assert tab.title() == "绩效自评报告检查"


def test_files_and_folders_are_dropped(opened: Open, tmp_path: Path) -> None:
    """By the browser's own events of dragging, as a hand makes them."""
    folder = tmp_path / "报送" / "甲局"
    folder.mkdir(parents=True)
    samples(folder)
    (folder / "~$报告.docx").write_bytes(b"lock")
    (folder / "照片.jpg").write_bytes(b"\xff\xd8")
    (folder / "通知.pdf").write_bytes(b"%PDF-1.7")
    tab = opened()
    session = tab.context.new_cdp_session(tab)
    data = {"items": [], "files": [str(tmp_path / "报送")], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, "x": 400, "y": 300, "data": data})
    tab.wait_for_selector("#items tbody tr")
    ready(tab)
    names = tab.locator("#items tbody th").all_inner_texts()
    assert sorted(names) == [f"报送/甲局/{n}" for n in ("faulty-guobiao2020.md", "faulty-transfer.txt", "报告.docx", "自评表.xlsx")]  # fmt: skip
    told = tab.locator("#notes").inner_text()
    assert "报送/甲局/通知.pdf 是 PDF，本页不能读取；请用 Word 或 WPS 打开，另存为 .docx" in told
    assert "照片.jpg" in told
    assert "~$" not in told


def test_what_is_dropped_before_the_page_is_ready_waits(
    opened: Open, built: Path, tmp_path: Path
) -> None:
    samples(tmp_path)
    tab = opened().context.new_page()
    tab.goto(built.as_uri())
    tab.set_input_files("#files", [tmp_path / "报告.docx"])
    tab.wait_for_selector("#view [role=tabpanel] article", timeout=30_000)
    assert tab.locator("#view [role=tabpanel] article").count() == 6
