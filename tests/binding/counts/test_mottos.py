"""Mottos of one character, and what they sum up."""

from __future__ import annotations

import pytest

from linter.binding.counts.mottos import bare_mottos
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("宣传“四进”——进校园、进厂矿、进圩场，跑了41趟。", [False]),
        ("开展“三送”服务（送政策、送技术和送物资）。", [True]),
        ("做到“四公开”：公开标准、公开程序、公开结果。", [False]),
        ("开展“五进”活动，进机关、进社区、进学校等。", []),
        ("开展“五进”活动：进机关、社区、学校、企业、农村。", []),
        ("开展“四进”宣传，进校园12场、进企业8场。", []),
    ],
)
def test_as_many_as_begin_with_its_word(text: str, holds: list[bool]) -> None:
    assert [found.holds() for found in bare_mottos(case(text + "\n").facts)] == holds
