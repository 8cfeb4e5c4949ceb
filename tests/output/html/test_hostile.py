"""Whatever a report says or is called, it is text in the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import break_in
from tests.output import samples
from tests.output.html.conftest import Open, html
from tests.output.page.made import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow


def no_markup(tab: Page) -> None:
    assert tab.evaluate("window.ran") is None
    assert tab.locator("img, iframe, object, embed, link, a").count() == 0
    assert tab.locator("script").count() == 3


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_and_never_run(opened: Open, words: str) -> None:
    tab = opened(samples.saying(words), samples.saying(words))
    told = words.replace("\u2028", "�").replace("\u2029", "�")
    for part in (".rv-head h2", ".rv-about", ".rv-paper", ".rv-chapters", ".rv-card", "#reports"):
        assert told in (tab.locator(part).first.text_content() or ""), part
    tab.click("#rv-tab-right")
    assert told in (tab.locator(".rv-panel").text_content() or "")
    tab.click("#rv-tab-unchecked")
    assert told in (tab.locator(".rv-panel").text_content() or "")
    tab.locator(".rv-text [data-figures]").first.click()
    assert told in (tab.locator(".rv-chosen").text_content() or "")
    assert tab.title().startswith(told.strip())
    no_markup(tab)


def test_the_policy_stops_a_script_that_got_in(chromium, tmp_path) -> None:
    file = tmp_path / "report.html"
    file.write_text(html(samples.faulty()), "utf-8")
    tab = chromium.new_page()
    tab.goto(file.as_uri())
    break_in(tab)
    assert tab.evaluate("window.ran") is None
    kinds = {"script-src-elem", "script-src-attr", "style-src-attr", "img-src", "connect-src"}
    assert set(tab.evaluate("stopped")) == kinds
    tab.close()
