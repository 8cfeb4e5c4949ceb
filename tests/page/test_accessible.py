"""The page as axe-core judges it, and by names, roles and keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.page.conftest import PHONE, SCALED, SECONDS, WIDE, Open, give, ready, samples
from tests.rulebook.rules import RULE

if TYPE_CHECKING:
    from playwright.sync_api import FileChooser, Page

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("size", [WIDE, SCALED, PHONE], ids=["wide", "scaled", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation(
    opened: Open, axe: Callable[..., object], tmp_path: Path, scheme: str, size: dict[str, int]
) -> None:
    """Empty, with a list that has an error in it, with a report, with wrong rules."""
    tab = opened(color_scheme=scheme, viewport=size)
    tab.click("#safe summary")
    assert axe(tab) == []
    files = samples(tmp_path)
    (tmp_path / "坏.docx").write_bytes(b"PK")
    (tmp_path / "旧.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "wrong.yaml").write_text(RULE.replace("warning", "grave"), "utf-8")
    give(tab, *files, tmp_path / "坏.docx", tmp_path / "旧.pdf")
    assert axe(tab) == []
    give(tab, tmp_path / "wrong.yaml")
    assert axe(tab) == []
    tab.click("[data-open] >> nth=0")
    tab.wait_for_selector("#view [role=tabpanel]")
    assert axe(ready(tab)) == []
    width = tab.evaluate("document.documentElement.scrollWidth")
    assert width <= size["width"]


def test_names_and_roles_are_told(opened: Open, tmp_path: Path) -> None:
    tab = opened()
    assert tab.get_by_role("heading", level=1).inner_text() == "绩效自评报告检查"
    assert tab.get_by_role("status").inner_text() == "准备好了。"
    assert tab.get_by_role("region", name="把报告文件拖到这里").count() == 1
    give(tab, *samples(tmp_path))
    assert tab.get_by_role("table", name="报告清单").get_by_role("row").count() == 5
    assert (
        tab.get_by_role("checkbox", name="合为一份报送材料（正文、自评表和附件互相核对）").count()
        == 1
    )
    tab.get_by_role("button", name="报告.docx").click()
    tab.wait_for_selector("#view [role=tabpanel]")
    assert tab.get_by_role("combobox", name="报告框架").count() == 1
    for name in ("带批注的 Word", "网页", "问题清单（Excel）", "JSON", "打印"):
        assert tab.get_by_role("button", name=name, exact=True).count() == 1


def chooser_by_key(tab: Page) -> FileChooser:
    """The choice of files that Enter opens; on a busy machine Chromium may lose a press."""
    opened: list[FileChooser] = []
    tab.on("filechooser", lambda chooser: opened.append(chooser))  # noqa: PLW0108 - no method
    for _ in range(3):
        tab.keyboard.press("Enter")
        for _ in range(50):
            if opened:
                return opened[0]
            tab.wait_for_timeout(SECONDS / 300)
    raise AssertionError("no press of Enter opens the choice of files")


def test_keys_alone_lead_through(opened: Open, tmp_path: Path) -> None:
    tab = opened()
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.dataset.word") == "skip"
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.id") == "pick"
    chooser_by_key(tab).set_files(samples(tmp_path))
    tab.wait_for_selector("#items tr.done [data-open]")
    ready(tab)
    tab.focus("#items [data-open] >> nth=0")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#view [role=tabpanel]")
    assert tab.evaluate("document.activeElement.id") == "report"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.id") == "back"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.dataset.open") is not None


def test_only_the_report_is_printed(opened: Open, tmp_path: Path) -> None:
    samples(tmp_path)
    tab = give(opened(), tmp_path / "报告.docx")
    tab.emulate_media(media="print")
    for hidden in ("#report-bar", "#language", "footer", "#drop"):
        assert tab.locator(hidden).is_hidden()
    assert tab.locator("#view").is_visible()
