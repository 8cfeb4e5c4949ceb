"""Things told as one and another, and how many they are."""

from __future__ import annotations

import pytest

from linter.binding.counts.announced_items import enumerations
from tests.cases import case


def _holds(text: str) -> list[bool]:
    return [found.holds() for found in enumerations(case(text + "\n").facts)]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("短板有三处，一处在论证不细，导致变更，另一处在支付拖沓，跨年才付。", [False]),
        ("短板有两处，一处在论证不细，导致变更，另一处在支付拖沓，跨年才付。", [True]),
        ("短板有三处，一处在论证，一处在档案缺页，导致扣分，另一处在支付拖沓。", [True]),
        ("原因有三条：一条是汛期长，工期顺延，另一条是征地慢。", [False]),
    ],
)
def test_as_many_as_are_told(text: str, holds: list[bool]) -> None:
    assert _holds(text) == holds


@pytest.mark.parametrize(
    "text",
    [
        "短板有三处，一处在论证不细，另一处在支付拖沓。还有一处在档案。",
        "泵站3个，一个月内建成，另一个项目未开工。",
        "短板有三处，一处在论证不细，导致变更，另一处在支付拖沓，最后一处在档案。",
    ],
)
def test_nothing_that_goes_on(text: str) -> None:
    assert not _holds(text)
