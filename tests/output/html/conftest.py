"""The one-report page of a report, of a file among the examples, opened in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import linter
from linter.model import Report
from linter.output import Options, writer
from linter.rulebook import load

if TYPE_CHECKING:
    from playwright.sync_api import Page

EXAMPLES = Path(__file__).parents[3] / "examples"
BOOK = load()
WIDE = {"width": 1366, "height": 768}
SCALED = {"width": 911, "height": 512}
"""1366×768 at 150%, as many an office has it."""
PHONE = {"width": 390, "height": 844}
Open = Callable[..., "Page"]


@cache
def example(name: str, lang: str = "zh") -> Report:
    """What is found in one of the examples."""
    return linter.lint(EXAMPLES / name, lang=lang)


def html(*reports: Report, lang: str = "zh") -> str:
    """The page of some reports."""
    stream = StringIO()
    out = writer("html", stream, Options(lang=lang, book=BOOK))
    for report in reports:
        out.write(report)
    out.finish()
    return stream.getvalue()


@pytest.fixture
def opened(tab_of: Callable[..., Page]) -> Open:
    """Opens the page of reports from its file; nothing may be fetched, logged or thrown."""

    def open_(*reports: Report, lang: str = "zh", **options: Any) -> Page:
        chosen = {"viewport": WIDE, "reduced_motion": "reduce", **options}
        return tab_of(html(*reports, lang=lang).encode(), **chosen)

    return open_
