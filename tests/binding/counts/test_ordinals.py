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
        ("主要有四条。(1)先验收；(2)后付款；(3)再公示。", ["四条"]),
        ("主要有四条。(1)先验收；(2)后付款；(3)再公示。\n\n(二)存在问题\n\n预算偏粗。", ["四条"]),
        ("有三个方面：一、进度不均；二、选址不当，一、二季度偏慢。", ["三个"]),
        ("围绕4点展开：第一，压实责任；第二，调整布局；第三，补充指标。", ["4"]),
        ("上午4点开会：第一，通报；第二，讨论；第三，表决。", []),
        ("原因有三：一、雨水多；二、征地慢。", ["三"]),
        ("合同共5条：第一条是标的，第二条是价款。", []),
        # numbers of other things
        ("前三个问题。一是任务没有完成，二是拨付不及时。", []),
        ("有三个问题。一是任务，三是预算。", []),
    ],
)
def test_points(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
