"""The page as axe-core, from the npm registry, judges it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.season import Season
from tests.output import seasons
from tests.output.page.conftest import Open
from tests.output.page.made import hostile

pytestmark = pytest.mark.slow

SEASONS = {"small": seasons.small, "empty": lambda: Season(()), "hostile": hostile}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", SEASONS)
def test_no_violation(
    opened: Open, axe: Callable[..., list[object]], name: str, scheme: str, width: int
) -> None:
    tab = opened(SEASONS[name](), color_scheme=scheme, viewport={"width": width, "height": 900})
    for button in tab.locator("#found button[aria-expanded=false]").all()[:3]:
        button.click()
    assert axe(tab) == []


def test_names_and_roles_are_told(opened: Open) -> None:
    tab = opened(seasons.small())
    assert tab.get_by_role("search").count() == 1
    assert tab.get_by_role("searchbox", name="搜索").count() == 1
    for name in ("级别", "单位", "规则", "范围"):
        assert tab.get_by_role("combobox", name=name).count() == 1
    assert tab.get_by_role("status").inner_text().startswith("共 52 处问题")
    assert tab.get_by_role("table", name="问题清单").get_by_role("row").count() == 51
    assert tab.get_by_role("navigation", name="目录").get_by_role("link").count() == 8
