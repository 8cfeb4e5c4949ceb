"""The clerk's page, built once, and opened in a real browser from its file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from linter.page.builder import page
from linter.reading import read
from tests import workbooks
from tests.word import like
from tests.workbooks import form

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXAMPLES = Path(__file__).parents[2] / "examples"
SECONDS = 60_000
WIDE = {"width": 1366, "height": 768}
SCALED = {"width": 911, "height": 512}
"""1366×768 at 150%, as many an office has it."""
PHONE = {"width": 390, "height": 844}

Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page in a folder of its own."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("no node, npm")
    path = tmp_path_factory.mktemp("page") / "jixiao-check.html"
    path.write_bytes(page())
    return path


@pytest.fixture
def opened(chromium: Browser, built: Path) -> Iterator[Open]:
    """Opens the page, ready for files.

    At the end of the test nothing may have been fetched but the file and the page's own worker,
    nothing logged, no error thrown, no policy violated.
    """
    said: list[str] = []
    asked: list[str] = []
    contexts = []

    def open_(*, file: Path = built, address: str = "", **options: Any) -> Page:
        chosen = {"viewport": WIDE, "reduced_motion": "reduce", **options}
        context = chromium.new_context(**chosen)
        contexts.append(context)
        tab = context.new_page()
        tab.set_default_timeout(SECONDS)
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.on("dialog", lambda dialog: said.append(dialog.message))
        context.on("request", lambda request: asked.append(request.url))
        tab.goto(file.as_uri() + address)
        return ready(tab)

    yield open_
    for context in contexts:
        context.close()
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "blob:null/"))] == []


def ready(tab: Page) -> Page:
    """The page, when it has nothing more to do."""
    tab.wait_for_selector("html[data-state=ready]", state="attached")
    return tab


def give(tab: Page, *files: Path | dict[str, Any]) -> Page:
    """Gives files to the page by its button's field, and waits until they are checked."""
    tab.set_input_files("#files", list(files))
    return ready(tab)


def samples(folder: Path) -> list[Path]:
    """A faulty report as Word, a form as a workbook, reports as Markdown and as text."""
    folder.mkdir(exist_ok=True)
    source = (EXAMPLES / "faulty-2013.txt").read_bytes()
    (folder / "报告.docx").write_bytes(like(read("a.txt", source)))
    (folder / "自评表.xlsx").write_bytes(workbooks.xlsx(form(total=97.76)))
    for name in ("faulty-guobiao2020.md", "faulty-transfer.txt"):
        shutil.copy(EXAMPLES / name, folder)
    return sorted(path for path in folder.iterdir() if path.is_file())


def taken(tab: Page, button: str) -> tuple[str, bytes]:
    """What a click on a button gives to take away: its name and bytes."""
    with tab.expect_download() as download:
        tab.click(button)
    file = download.value
    return file.suggested_filename, Path(file.path()).read_bytes()
