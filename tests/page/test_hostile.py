"""Whatever is dropped, the page stays alive and says what happened; nothing leaves it."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from linter.reading import read
from tests.page.conftest import EXAMPLES, SECONDS, Open, give, ready, samples, taken
from tests.word import docx, like

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{policy}}</title>"

CONTROL = "http://127.0.0.1:9/control"
OWN = (".googleapis.com", ".google.com", ".gvt1.com")
"""Whom the browser itself asks for its updates."""


def rows(tab: Page) -> list[str]:
    return [text.replace("\n", " ") for text in tab.locator("#items tbody tr").all_inner_texts()]


def alive(tab: Page, folder: Path) -> bool:
    """Whether the page still checks a report."""
    report = folder / "好的.docx"
    report.write_bytes(like(read("a.txt", (EXAMPLES / "faulty-2013.txt").read_bytes())))
    give(tab, report)
    return tab.locator("#view [role=tabpanel] article").count() == 6


def bomb() -> bytes:
    """A Word file whose text is a gigabyte, unpacked."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(""))) as sound:
        parts = {name: sound.read(name) for name in sound.namelist()}
    body = parts.pop("word/document.xml")
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
        with archive.open("word/document.xml", "w", force_zip64=True) as target:
            target.write(body.replace(b"</w:body>", b"<w:p><w:r><w:t>"))
            for _ in range(1000):
                target.write(b"a" * 1_000_000)
    return stream.getvalue()


def test_hostile_files_are_told_and_the_page_goes_on(opened: Open, tmp_path: Path) -> None:
    big = tmp_path / "大.docx"
    with big.open("wb") as stream:
        stream.truncate(100 << 20)
    (tmp_path / "炸弹.docx").write_bytes(bomb())
    (tmp_path / "坏.docx").write_bytes(like(read("a.txt", b"a" * 5000))[:1200])
    (tmp_path / "空.docx").write_bytes(b"")
    tab = opened()
    give(tab, *sorted(tmp_path.iterdir()))
    told = {row.split(" ")[0].split("\t")[0]: row for row in rows(tab)}
    assert "文件有 100 MB，超过 50 MB，没有读取" in told["大.docx"]
    assert "过大" in told["炸弹.docx"]
    assert "已损坏或不完整" in told["坏.docx"]
    assert "文件是空的" in told["空.docx"]
    assert "其中 4 份未能检查" in tab.locator("#status").inner_text()
    assert alive(tab, tmp_path)


def test_a_file_that_takes_too_long_is_stopped_and_the_others_go_on(
    opened: Open, tmp_path: Path
) -> None:
    text = (EXAMPLES / "faulty-2013.txt").read_text("utf-8")
    (tmp_path / "a.txt").write_text(text * 300, "utf-8")
    shutil.copy(EXAMPLES / "faulty-2013.txt", tmp_path / "b.txt")
    tab = opened(address="#seconds=8")
    give(tab, tmp_path / "a.txt", tmp_path / "b.txt")
    assert "检查超过 8 秒，已停止" in rows(tab)[0]
    assert "查看" in rows(tab)[1]
    _, data = taken(tab, "#all-json")
    assert [report["path"] for report in json.loads(data)["reports"]] == ["b.txt"]


def test_a_long_check_can_be_skipped_while_the_page_answers(opened: Open, tmp_path: Path) -> None:
    text = (EXAMPLES / "faulty-2013.txt").read_text("utf-8")
    (tmp_path / "a.txt").write_text(text * 300, "utf-8")
    tab = opened()
    tab.set_input_files("#files", [tmp_path / "a.txt"])
    tab.wait_for_selector("[data-skip]")
    frozen = tab.evaluate(
        """() => new Promise((resolve) => {
            const spans = []; let last = performance.now();
            const step = (now) => { spans.push(now - last); last = now;
                if (spans.length < 40) requestAnimationFrame(step); else resolve(Math.max(...spans)); };
            requestAnimationFrame(step);
        })"""
    )
    assert frozen < 700
    tab.click("[data-skip]")
    ready(tab)
    assert "已跳过" in rows(tab)[0]
    assert alive(tab, tmp_path)


def test_markup_in_texts_and_names_is_text(opened: Open) -> None:
    source = f"甲县水务局2023年度绩效自评报告{SCRIPT}\n一、项目概况{SCRIPT}\n预算100万元，支出120万元，截止2023年底{SCRIPT}。\n"  # fmt: skip
    data = like(read("a.txt", source.encode()))
    name = "<img src=x onerror=alert(3)>.docx"
    tab = opened()
    give(tab, {"name": name, "mimeType": "", "buffer": data})
    assert "<script>alert(1)</script>" in tab.locator("#view").inner_text()
    assert tab.locator("#view script, #view img, #items script, #items img").count() == 0
    give(tab, {"name": f"{name}.yaml", "mimeType": "", "buffer": b"- id: <img src=x>\n"})
    assert name in tab.locator("#own-list").inner_text()
    assert tab.locator("img").count() == 0


def test_two_hundred_files_at_once(opened: Open, tmp_path: Path) -> None:
    texts = [EXAMPLES / f"{n}.txt" for n in ("faulty-2013", "clean-2013", "faulty-transfer")]
    for number in range(200):
        shutil.copy(texts[number % 3], tmp_path / f"{number:03}.txt")
    tab = opened()
    tab.set_default_timeout(5 * SECONDS)
    give(tab, *sorted(tmp_path.iterdir()))
    assert "共 200 份" in tab.locator("#status").inner_text()
    assert tab.locator("#items tbody tr.done").count() == 200
    _, data = taken(tab, "#all-json")
    assert json.loads(data)["summary"]["reports"] == 200
    tab.click("#items tbody tr:nth-child(150) [data-open] >> nth=0")
    tab.wait_for_selector("#view [role=tabpanel]")


def test_a_file_that_changed_after_it_was_dropped_is_told(opened: Open, tmp_path: Path) -> None:
    samples(tmp_path)
    file = tmp_path / "faulty-transfer.txt"
    tab = give(opened(), file)
    file.write_text(file.read_text("utf-8") + "补充。\n", "utf-8")
    tab.click("[data-take=html]")
    tab.wait_for_selector("#notes .alert")
    assert "改动过或已移走，请重新拖入" in tab.locator("#notes").inner_text()
    give(tab, file)
    assert tab.locator("#view [role=tabpanel] article").count() > 0


def test_an_old_browser_is_told(opened: Open, built: Path) -> None:
    tab = opened().context.new_page()
    tab.add_init_script("delete window.DecompressionStream")
    tab.goto(built.as_uri())
    tab.wait_for_selector("html[data-state=failed]", state="attached")
    assert "版本过旧" in tab.locator("#old").inner_text()
    assert tab.locator("#drop").is_hidden()


def test_without_scripts_the_page_says_what_it_needs(chromium: Browser, built: Path) -> None:
    tab = chromium.new_context(java_script_enabled=False).new_page()
    tab.goto(built.as_uri())
    assert "需要浏览器允许运行脚本" in tab.locator("noscript").inner_text()
    tab.context.close()


def test_the_policy_refuses_every_request_that_is_tried(chromium: Browser, built: Path) -> None:
    tab = chromium.new_context().new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(built.as_uri())
    ready(tab)
    tried = tab.evaluate(
        """async () => {
            const tries = {
                fetch: () => fetch("https://example.org/"),
                file: () => fetch(location.href),
                socket: () => new Promise((_, no) => { const s = new WebSocket("wss://example.org/"); s.onerror = no; }),
                image: () => new Promise((_, no) => { const i = new Image(); i.onerror = no; i.src = "https://example.org/a.png"; }),
                script: () => new Promise((_, no) => { const s = document.createElement("script"); s.onerror = no; s.src = "https://example.org/a.js"; document.body.append(s); }),
                inline: () => new Promise((_, no) => { const s = document.createElement("script"); s.textContent = "window.ran = 1"; document.body.append(s); if (!window.ran) no(); }),
                eval: async () => eval("1"),
            };
            const told = {};
            for (const [name, go] of Object.entries(tries)) told[name] = await go().then(() => "went", () => "refused");
            return told;
        }"""
    )
    assert set(tried.values()) == {"refused"}
    assert len([text for text in said if "Content Security Policy" in text]) >= 6
    assert "connect-src 'none'" in tab.locator("#policy").text_content()
    tab.context.close()


def test_the_browser_s_own_log_has_no_request(
    chromium: Browser, built: Path, tmp_path: Path
) -> None:
    """It has the request of another page, so it would have this page's."""
    log, control = tmp_path / "network.json", tmp_path / "control.html"
    control.write_text(f'<img src="{CONTROL}">', "utf-8")
    given = samples(tmp_path / "given")
    switches = ["--no-sandbox", f"--log-net-log={log}", "--disable-component-update"]
    program = shutil.which("chromium")
    browser = chromium.browser_type.launch(executable_path=program, args=switches)
    tab = browser.new_context().new_page()
    tab.set_default_timeout(SECONDS)
    tab.goto(built.as_uri())
    give(ready(tab), *given)
    taken(tab, "#all-ledger")
    tab.goto(control.as_uri())
    browser.close()
    events = json.loads(log.read_text("utf-8"))["events"]
    params = (event.get("params") for event in events)
    urls = {told["url"] for told in params if isinstance(told, dict) and "url" in told}
    asked = {url for url in urls if not url.startswith(("file:", "blob:", "data:", "chrome"))}
    assert {url for url in asked if not url.split("/")[2].endswith(OWN)} == {CONTROL}
