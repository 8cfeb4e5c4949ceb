"""How long the view of a long report takes: its data, and its drawing."""

from __future__ import annotations

from time import perf_counter

import pytest

import linter
from linter.output import Options
from linter.output.view.viewer import of_report
from tests.output.html.conftest import BOOK, EXAMPLES, Open

pytestmark = [pytest.mark.slow, pytest.mark.alone]

TIMED = """() => {
  const root = document.getElementById("report");
  const [view] = JSON.parse(document.getElementById("data").textContent);
  const start = performance.now();
  reportView(root, view, { lang: "zh" });
  root.getBoundingClientRect();
  return performance.now() - start;
}"""


def test_twenty_pages_are_drawn_in_a_fifth_of_a_second(opened: Open) -> None:
    # A page holds some 900 characters; twenty are six of this example.
    text = (EXAMPLES / "faulty-guobiao2020.md").read_text("utf-8")
    report = linter.lint(text * 6, path="甲.md")
    assert len(report.submission.documents[0].text) > 18_000
    made = []
    for _ in range(3):
        start = perf_counter()
        view = of_report(report, Options(book=BOOK))
        made.append(1000 * (perf_counter() - start))
    tab = opened(report)
    drawn = min(tab.evaluate(TIMED) for _ in range(9))
    figures = tab.locator(".rv-text [data-figures]").count()
    print(
        f"view {min(made):.0f} ms, drawn {drawn:.0f} ms, {len(view.relations)} relations, {figures} figures"
    )
    assert figures > 300
    assert drawn < 200
    assert min(made) < 100
