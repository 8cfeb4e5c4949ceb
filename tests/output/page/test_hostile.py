"""Whatever a report, its name or a list says, it is text on the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from linter.output.page import page
from linter.season import Season
from tests.browser import break_in
from tests.output.page.conftest import Open
from tests.output.page.made import HOSTILE, entry, found, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow


def test_hostile_words_are_shown_and_never_run(opened: Open) -> None:
    tab = opened(hostile())
    while tab.locator("#found button[aria-expanded=false]").count():
        tab.locator("#found button[aria-expanded=false]").first.click()
    tab.click("#mended summary")
    tab.wait_for_selector("#mended li")
    assert tab.evaluate("window.ran") is None
    assert tab.locator("img, iframe, object, embed, link").count() == 0
    assert tab.locator("script").count() == 3
    hrefs = tab.locator("a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    assert all(href.startswith("#") for href in hrefs)
    names = tab.locator("#units-table tbody th a").all_text_contents()
    assert set(names) == set(HOSTILE)
    for part in ("#found", "#lists", "#matrix-table", "#rules-table", "#mended"):
        told = tab.locator(part).text_content() or ""
        assert all(words in told for words in HOSTILE), part


def test_hostile_addresses_and_searches_are_words(opened: Open) -> None:
    for words in HOSTILE:
        tab = opened(hostile())
        tab.fill("#q", words)
        assert tab.locator("#found tr.row").count() >= 1
        assert tab.evaluate("window.ran") is None
    tab = opened(hostile(), address="#q=<script>window.ran=1</script>&unit=<img>&sort=__proto__")
    assert tab.input_value("#q") == HOSTILE[0]
    assert tab.evaluate("window.ran") is None


def test_the_policy_stops_a_script_that_got_in(chromium: Browser, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(page(Season((entry("a", "甲局", found("a")),))))
    tab = chromium.new_page()
    tab.goto(file.as_uri())
    break_in(tab)
    assert tab.evaluate("window.ran") is None
    kinds = {"script-src-elem", "script-src-attr", "style-src-attr", "img-src", "connect-src"}
    assert set(tab.evaluate("stopped")) == kinds
    tab.close()


def test_files_are_reached_by_no_other_scheme(opened: Open) -> None:
    tab = opened(hostile(), files="../报送 材料#1")
    tab.locator("#found tr.row").first.click()
    hrefs = tab.locator("#found a[target], #lists a[target]").evaluate_all(
        "all => all.map((one) => [one.getAttribute('href'), one.protocol])"
    )
    assert len(hrefs) > 2 * len(HOSTILE)
    for href, protocol in hrefs:
        assert href.startswith("../%E6%8A%A5%E9%80%81%20%E6%9D%90%E6%96%99%231/")
        assert protocol == "file:"
        assert not set('<>" ?#:') & set(href)


def test_file_names_that_are_not_utf_8(opened: Open) -> None:
    path = b"\xb1\xa8\xb8\xe6.txt".decode("utf-8", "surrogateescape")
    tab = opened(Season((entry(path, "甲局", found(path)),)))
    tab.locator("#found tr.row").click()
    assert "\N{REPLACEMENT CHARACTER}" in tab.locator("#found .path").inner_text()
