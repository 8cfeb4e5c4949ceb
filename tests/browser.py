"""Fixtures of a real browser, of npm's packages, and of what judges pages."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from linter.output import web

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_NPM = Path(__file__).parent / "output" / "npm"
_CHROMIUM = shutil.which("chromium")


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
def tab_of(chromium: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens the bytes of a page from a file.

    At the end of the test nothing may have been fetched but the file, nothing logged, no error
    thrown, no policy violated.
    """
    said: list[str] = []
    asked: list[str] = []
    contexts = []

    def open_(page: bytes, *, address: str = "", **options: Any) -> Page:
        file = tmp_path / f"report{len(contexts)}.html"
        file.write_bytes(page)
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
    """A folder with the npm packages that build, check and judge the pages' scripts."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("no node, npm")
    folder = tmp_path_factory.mktemp("npm")
    shutil.copytree(_NPM, folder, dirs_exist_ok=True)
    command = ["npm", "install", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(command, cwd=folder, check=True)
    return folder


@pytest.fixture
def type_errors(npm: Path) -> Callable[..., str]:
    """What the TypeScript compiler says of scripts with JSDoc, given by their files and folders."""

    def check(*sources: Path) -> str:
        shutil.rmtree(npm / "script", ignore_errors=True)
        (npm / "script").mkdir()
        for source in (web.ELEMENTS, *sources):
            for file in [source] if source.is_file() else source.iterdir():
                shutil.copy(file, npm / "script")
        command = ["npx", "--no-install", "tsc"]
        result = subprocess.run(command, cwd=npm, capture_output=True, check=False, text=True)
        return result.stdout + result.stderr + ("" if result.returncode == 0 else "failed")

    return check


@pytest.fixture(scope="session")
def axe(npm: Path) -> Callable[[Page], list[tuple[str, str, str]]]:
    """What axe-core finds against a page: how grave, by which rule, the first element."""
    source = (npm / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")

    def judge(tab: Page) -> list[tuple[str, str, str]]:
        tab.evaluate(source)
        result = tab.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert len(result["passes"]) > 15
        return [(v["impact"], v["id"], v["nodes"][0]["html"]) for v in result["violations"]]

    return judge


def break_in(tab: Page) -> None:
    """Puts into a page what its policy must stop, and waits until it has; see ``window.stopped``."""
    tab.evaluate(
        """() => {
          window.stopped = [];
          addEventListener("securitypolicyviolation", (event) => stopped.push(event.effectiveDirective));
          const script = document.createElement("script");
          script.textContent = "window.ran = 1";
          const holder = document.createElement("div");
          holder.innerHTML = '<p style="color: red" onclick="window.ran = 1">x</p><img src="x.png">';
          document.body.append(script, holder);
          holder.firstChild.click();
          fetch("https://example.invalid/").catch(() => {});
        }"""
    )
    tab.wait_for_function("stopped.length >= 5")
