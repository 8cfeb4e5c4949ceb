"""The share of a part of the only other figure of its kind."""

from __future__ import annotations

import pytest

from tests.checks.told import told


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("医院全年收入2,400万元，医保结算的最多，为1,320万元，占65%。", ["65%"]),
        ("参会代表240名，其中女代表58名，占四分之一以上。", ["四分之一"]),
        ("参会代表240名，其中女代表68名，占四分之一以上。", []),
        ("在编人员80人，聘用人员20人，占20%。", []),
        ("财政投入300万元，自筹100万元，自筹占25%。", []),
    ],
)
def test_the_whole_is_the_only_other_figure(text: str, quotes: list[str]) -> None:
    assert told("arithmetic/part-shares", f"\n{text}\n") == quotes
