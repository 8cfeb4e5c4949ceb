"""The built file: a bureau's own page, and a page from a web server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from linter.page.builder import page
from tests.page.conftest import SECONDS, Open, give, ready, samples
from tests.page.test_bureau import PROFILE, REPORT
from tests.rulebook.rules import RULE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow


class _Quiet(SimpleHTTPRequestHandler):
    asked: list[str]

    def log_message(self, *_: object) -> None:
        self.asked.append(self.path)


@pytest.fixture
def served(built: Path) -> Iterator[tuple[str, list[str]]]:
    """The page's address on a server of this machine, and what the server is asked for."""
    asked: list[str] = []
    handler = type("Handler", (_Quiet,), {"asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(built.parent)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{built.name}", asked
    server.shutdown()
    thread.join()
    server.server_close()


def test_it_runs_from_a_web_server_and_asks_it_for_nothing_more(
    chromium: Browser, served: tuple[str, list[str]], tmp_path: Path
) -> None:
    address, asked = served
    tab = chromium.new_context().new_page()
    tab.set_default_timeout(SECONDS)
    tab.goto(address)
    give(ready(tab), *samples(tmp_path))
    assert tab.locator("#items tr.done").count() == 4
    tab.context.close()
    assert [path for path in asked if path != "/favicon.ico"] == ["/jixiao-check.html"]


def test_a_bureau_s_own_page(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(RULE, "utf-8")
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "本县.yaml").write_text(PROFILE, "utf-8")
    file = tmp_path / "本县检查.html"
    file.write_bytes(page([tmp_path], title="本县 <自评> & 检查 {{policy}}"))
    tab = opened(file=file)
    assert tab.get_by_role("heading", level=1).inner_text() == "本县 <自评> & 检查 {{policy}}"
    give(tab, {"name": "a.txt", "mimeType": "", "buffer": REPORT.encode()})
    assert "应为时效性" in tab.locator("#view").inner_text()
    tab.select_option("#profile", label="本县项目支出自评")
    ready(tab)
    assert "应写“截至”" not in tab.locator("#view").inner_text()


def test_the_same_twice_and_no_larger_than_allowed(built: Path) -> None:
    assert page() == built.read_bytes()
    assert built.stat().st_size <= 16_000_000
