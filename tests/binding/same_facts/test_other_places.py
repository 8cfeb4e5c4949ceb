"""Figures of another place, which ours are held against."""

from __future__ import annotations

import pytest

from linter.binding.same_facts.other_places import is_of_another_place
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("隔壁的云门县类似项目管到21.5万亩。", True),
        ("与邻县的4.2万亩相比并不算多。", True),
        ("周边的清源县建成驿站86座。", True),
        ("兄弟单位同期支出86.4万元。", True),
        ("外省同类项目每座造价86.4万元。", True),
        ("隔壁的云门县管得多；本县管到21.5万亩。", False),
        ("隔壁的云门县管得多。本县管到21.5万亩。", False),
        ("相邻的两个村共管护21.5万亩。", False),
        ("已与邻省互认工种26个。", False),
        ("辐射周边群众2.6万人。", False),
        ("县城以外县城区建成驿站86座。", False),
    ],
)
def test_words_name_another_place(text: str, other: bool) -> None:
    facts = case(f"某局绩效自评报告\n{text}\n").facts
    assert is_of_another_place(facts, facts.in_text[-1]) is other
