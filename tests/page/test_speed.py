"""How long the page takes, how large it is, how much memory it holds; the command line beside it.

Where others use the machine too, the page's own work counts, and the command line is slow as well.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from linter.reading import read
from tests.page.conftest import SECONDS, WIDE, give, ready
from tests.word import like

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.alone]


def processes(browser: Browser) -> list[tuple[int, float]]:
    """The browser's processes that show pages, each with the seconds that it has worked."""
    session = browser.new_browser_cdp_session()
    told = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return [(one["id"], one["cpuTime"]) for one in told if one["type"] == "renderer"]


def megabytes(process: int) -> float:
    """What a process holds for itself alone."""
    told = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8")
    return sum(map(int, re.findall(r"^Private_\w+:\s+(\d+) kB", told, re.MULTILINE))) / 1024


def seconds_to_ready(tab: Page, built: Path) -> float:
    start = time.perf_counter()
    tab.goto(built.as_uri())
    ready(tab)
    return time.perf_counter() - start


def test_ready_checked_and_held(chromium: Browser, built: Path, tmp_path: Path, seed: Path) -> None:
    assert built.stat().st_size <= 16_000_000
    program = shutil.which("chromium")
    browser = chromium.browser_type.launch(executable_path=program, args=["--no-sandbox"])
    tab = browser.new_context(viewport=WIDE).new_page()
    tab.set_default_timeout(5 * SECONDS)
    opening = [seconds_to_ready(tab, built)]
    worked = max(seconds for _, seconds in processes(browser))
    opening += [seconds_to_ready(tab, built) for _ in range(2)]
    report = tmp_path / "报告.docx"
    report.write_bytes(like(read("a.txt", seed.read_bytes())))
    give(tab, report)
    taken = []
    for _ in range(3):
        tab.click("#back")
        shown = tab.locator("#view [role=tabpanel] article >> nth=0")
        start = time.perf_counter()
        tab.set_input_files("#files", [report])
        shown.wait_for()
        taken.append(time.perf_counter() - start)
        ready(tab)
    start = time.perf_counter()
    command = [sys.executable, "-m", "linter", "lint", "--fail-on", "never", str(report)]
    subprocess.run(command, check=True, capture_output=True)
    beside = time.perf_counter() - start
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(200):
        shutil.copy(report, folder / f"{number:03}.docx")
    tab.click("#back")
    start = time.perf_counter()
    give(tab, *sorted(folder.iterdir()))
    many = time.perf_counter() - start
    held = max(megabytes(process) for process, _ in processes(browser))
    browser.close()
    print(
        f"\nready {min(opening):.2f} s ({worked:.2f} s of work), second file {min(taken):.2f} s (command line {beside:.2f} s), "
        f"200 files {many:.1f} s, {held:.0f} MB, file {built.stat().st_size / 1e6:.1f} MB"
    )
    assert min(*opening, worked) <= 5
    assert min(taken) <= max(0.5, beside)
    assert held <= 400
