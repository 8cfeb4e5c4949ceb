"""Ordinals that are told to be the last of a number of times."""

from __future__ import annotations

import pytest

from linter.binding.counts.last_of_all import last_of_all
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年办班五期，10月的第四期为末期班。", ["第四期"]),
        ("全年发布13期，12月发出的第31期即为全年末期。", ["第31期"]),
        ("演出共12场，第11场即收官场。", ["第11场"]),
        ("召开专题会6次，最后一次（第7次）于12月召开。", ["第7次"]),
        ("全年办班四期，10月的第四期为末期班。", []),
        ("计划召开8次，11月的第6次是当年最后一次。", []),
        ("全年编发12期，12月发出的第48期为全年末期。", []),
        ("全年编发10期，12月发出的第20期为全年末期。", []),
        ("召开7次，11月的第6次是当年最后一次，12月以视频召开第7次。", []),
        ("检查7次、约谈3次，12月的第3次约谈为当年最后一次。", []),
        ("全年培训7期，最后一期（第3期）骨干班于12月结业。", []),
        ("全市调度会全年召开7次，县里11月召开的第6次是最后一次。", []),
        ("全年义诊8次，11月的第3次是当年最后一次。", []),
        ("举办培训6期，第二批第3期为末期。", []),
    ],
)
def test_last_of_all(text: str, expected: list[str]) -> None:
    facts = case(text).facts
    assert [facts.text[f.span.start : f.span.end] for f in last_of_all(facts)] == expected
