"""Ten thousand findings stay usable (issue: first paint under 1.5 s, a filter under 100 ms)."""

from __future__ import annotations

import pytest

from tests.output.page.conftest import Open
from tests.output.page.made import large

pytestmark = [pytest.mark.slow, pytest.mark.alone]

TIMED = """([id, value]) => {
  const control = document.getElementById(id);
  const began = performance.now();
  control.value = value;
  control.dispatchEvent(id === "q" ? new InputEvent("input") : new Event("change", { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - began;
}"""

STARTED = """["first-contentful-paint", "drawn"].map(
  (name) => performance.getEntriesByName(name)[0].startTime
)"""


def test_ten_thousand_findings(opened: Open) -> None:
    # On a shared machine the best of a few is what it takes, the others are waiting.
    season = large(10_000)
    loads = []
    for _ in range(3):
        tab = opened(season, viewport={"width": 1280, "height": 900})
        tab.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
        loads.append(tab.evaluate(STARTED))
    paint, drawn = (min(times) for times in zip(*loads, strict=True))
    assert paint < 1500
    assert drawn < 1500
    tab.wait_for_timeout(1000)
    asked = (
        ("q", "执行率"), ("q", "养护巡查 水利局"), ("q", "没有"), ("q", ""), ("severity", "error"),
        ("rule", "1"), ("unit", "3"), ("unit", ""), ("rule", ""), ("severity", ""),
    )  # fmt: skip
    times = [
        min(rounds)
        for rounds in zip(
            *([tab.evaluate(TIMED, list(what)) for what in asked] for _ in range(4)), strict=True
        )
    ]
    print(
        f"first paint {paint:.0f} ms, all drawn {drawn:.0f} ms, slowest filter {max(times):.0f} ms"
    )
    assert "共 10,000 处问题" in tab.locator("#status").inner_text()
    assert max(times) < 100
