"""The report view as axe-core, from the npm registry, judges it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.output import samples
from tests.output.html.conftest import PHONE, SCALED, WIDE, Open, example

pytestmark = pytest.mark.slow

REPORTS = {
    "faulty": lambda: example("faulty-guobiao2020.md"),
    "clean": lambda: example("clean-2013.txt"),
    "unreadable": samples.unreadable,
    "bundle": samples.bundle,
}


@pytest.mark.parametrize("size", [WIDE, SCALED, PHONE], ids=["wide", "scaled", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", REPORTS)
def test_no_violation(
    opened: Open, axe: Callable[..., list[object]], name: str, scheme: str, size: dict[str, int]
) -> None:
    tab = opened(REPORTS[name](), color_scheme=scheme, viewport=size)
    for which in ("findings", "right", "unchecked"):
        tab.click(f"#rv-tab-{which}")
        assert axe(tab) == []
    figures = tab.locator(".rv-text [data-figures]")
    if figures.count():
        figures.first.click()
        assert axe(tab) == []


def test_names_and_roles_are_told(opened: Open) -> None:
    tab = opened(example("faulty-2013.txt"))
    assert tab.get_by_role("complementary", name="检查结果").count() == 1
    assert tab.get_by_role("region", name="报告原文").count() == 1
    assert tab.get_by_role("navigation", name="章节").get_by_role("button").count() > 20
    assert tab.get_by_role("tab").count() == 3
    assert tab.get_by_role("tabpanel", name="问题 6").get_by_role("article").count() == 6
    for name in ("章节", "规则"):
        assert tab.get_by_role("combobox", name=name).count() == 1
    assert tab.get_by_role("button", name="812.36万元，请核对，参与 3 项核对").count() == 1
    assert tab.get_by_role("heading", level=2).count() == 1
