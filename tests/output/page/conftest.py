"""Pages of seasons, opened in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from linter.output.page import page
from linter.season import Season

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]


@pytest.fixture
def opened(tab_of: Callable[..., Page]) -> Open:
    """Opens the page of a season from its file; nothing may be fetched, logged or thrown."""

    def open_(season: Season, *, files: str = "", **options: Any) -> Page:
        return tab_of(page(season, files), **options)

    return open_
