"""A real browser, and pages opened in it by double click, so to say."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from linter.output.page import page
from linter.season import Season

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
_CHROMIUM = shutil.which("chromium")

Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; as root it has no sandbox."""
    if _CHROMIUM is None:
        pytest.skip("no chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a season from its file.

    At the end of the test nothing may have been fetched but the file, nothing logged, no error
    thrown, no policy violated.
    """
    said: list[str] = []
    asked: list[str] = []
    contexts = []

    def open_(season: Season, *, address: str = "", files: str = "", **options: Any) -> Page:
        file = tmp_path / f"report{len(contexts)}.html"
        file.write_bytes(page(season, files))
        context = chromium.new_context(**options)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.on("dialog", lambda dialog: said.append(dialog.message))
        tab.on("request", lambda request: asked.append(request.url.partition("#")[0]))
        tab.goto(file.as_uri() + address)
        return tab

    yield open_
    for context in contexts:
        context.close()
    assert said == []
    assert len(asked) == len(contexts)
    assert all(url.startswith("file:") for url in asked)


@pytest.fixture(scope="session")
def npm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the npm packages that build, check and judge the page's scripts."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("no node, npm")
    folder = tmp_path_factory.mktemp("npm")
    shutil.copytree(HERE / "npm", folder, dirs_exist_ok=True)
    command = ["npm", "install", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(command, cwd=folder, check=True)
    return folder
