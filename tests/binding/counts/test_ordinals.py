"""Announced numbers and their numbered points."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/count"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("有四个问题。一是任务没有完成，二是拨付不及时，三是预算偏粗。", ["四个"]),
        ("有三个问题。一是任务没有完成，二是拨付不及时，三是预算偏粗。", []),
        ("用于四个方面：其一，核减；其二，考核；其三，挂钩。", ["四个"]),
        # the points go on in the next paragraphs
        ("有三个问题：一是任务没有完成。\n\n二是拨付不及时。\n\n三是预算偏粗。", []),
        ("有四个问题：一是任务没有完成。\n\n二是拨付不及时。\n\n三是预算偏粗。", ["四个"]),
        # paragraphs of their own
        ("差距有三个方面：\n\n1.工期拖后。甲。\n\n2.欠账。乙。", ["三个"]),
        ("差距有两个方面：\n\n1.工期拖后。甲。\n\n2.欠账。乙。", []),
        # numbers of other things
        ("前三个问题。一是任务没有完成，二是拨付不及时。", []),
        ("有三个问题。一是任务，三是预算。", []),
    ],
)
def test_points(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
