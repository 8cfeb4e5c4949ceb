"""What a project is called without what is added at will."""

from __future__ import annotations

import pytest

from linter import rulebook
from linter.audit.corpus.members import bare
from tests.audit.corpus.seasons import told


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("校舍加固项目资金", "校舍加固"),
        ("校舍加固项目", "校舍加固"),
        ("校舍加固", "校舍加固"),
        ("养护工程项目专项资金", "养护"),
        ("项目", "项目"),
        ("项目资金", "项目"),
        ("", ""),
    ],
)
def test_a_name_is_bare_once_nothing_is_left_to_take_off(name: str, left: str) -> None:
    assert bare(name) == left
    assert bare(bare(name)) == left


def test_a_project_called_project_is_not_every_project() -> None:
    texts = {
        "a.txt": "沅坪县水务局2023年度项目绩效自评报告\n一、资金\n项目预算安排60万元。\n",
        "b.txt": "沅坪县水务局2023年度河湖保洁项目绩效自评报告\n一、资金\n"
        "河湖保洁项目预算安排75万元。\n",
    }
    assert told("corpus/project-amount", texts, rulebook.load()) == []
