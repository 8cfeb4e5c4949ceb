"""Parts told in another sentence than their whole."""

from __future__ import annotations

import pytest

from linter.binding.sums.parts.far import far_parts
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年接警212起，用时58秒。火灾类的在这里面有267起。", ["267起 of 212起"]),
        ("年底在册386户。在册的这些户里，新纳入的有38户。", ["38户 of 386户"]),
        ("已通的行政村118个，管线410公里。全县行政村的总数是131个。", ["118个 of 131个"]),
        # of another time, of another thing, a plan
        ("上年已通的行政村118个。全县行政村的总数是131个。", []),
        ("涵洞18个。全县行政村的总数是131个。", []),
        ("计划建成行政村站点150个。行政村总数131个。", []),
    ],
)
def test_far_parts(text: str, expected: list[str]) -> None:
    opened = case(f"某局绩效自评报告\n{text}\n")
    assert [
        f"{opened.text(a.start, a.end)} of {opened.text(b.start, b.end)}"
        for a, b in far_parts(opened.facts)
    ] == expected
