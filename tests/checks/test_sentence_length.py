"""How long a sentence is, and which of several is told."""

from __future__ import annotations

import pytest

from linter.checks.sentence_length import SentenceLength, check
from linter.model import Status, Verdict
from tests.cases import own_case


def said(text: str) -> Verdict:
    spec = SentenceLength(20)
    (verdict,) = check("a/b", spec, own_case(f"绩效自评报告\n\n{text}\n", "a/b", spec))
    return verdict


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("甲" * 21 + "。", True),
        ("甲" * 20 + "。", False),
        ("甲" * 10 + "。" + "乙" * 15, False),
        ("甲" * 10 + "；" + "乙" * 15, True),
        ("甲" * 15 + "\n" + "乙" * 15, False),
        ("甲  乙" * 9 + "。", False),  # spaces do not count
        (f"| {'甲' * 30} | 乙 |\n|---|---|\n| 丙 | 丁 |", False),
    ],
)
def test_length(text: str, told: bool) -> None:
    assert (said(text).status is Status.failed) is told


def test_the_longest_is_told() -> None:
    verdict = said("甲" * 22 + "。" + "乙" * 30 + "。丙。" + "丁" * 25 + "。")
    assert (verdict.subject, verdict.values["length"]) == ("乙" * 10, "30")
    assert [related.span.start for related in verdict.related] == [8, 64]
