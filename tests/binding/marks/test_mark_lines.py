"""The marks of one clause by what each is."""

from __future__ import annotations

import pytest

from tests.checks.told import told


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("时效指标满分10分，因开工推迟扣1.5分、验收滞后扣1分，实得8.5分。", ["10分"]),
        ("质量指标初评得12分，核查后扣2分，最终得11分。", ["12分"]),
        ("管理20分得17分、产出50分得48分、效果30分得26分，总分100分，最终得92分。", ["92分"]),
        ("数量20分得19分、质量20分得18分，产出得分37分，最终得92分。", []),
        ("效益30分得28分、产出50分得47分，加权平均得分94分。", []),
        ("满分50分，其中数量指标扣1分，得分较高，实得48分。", []),
    ],
)
def test_marks_are_told_by_the_word_before_each(text: str, quotes: list[str]) -> None:
    assert told("score/deductions", f"\n{text}\n") == quotes
