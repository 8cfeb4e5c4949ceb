"""Two numbers told of what is said to be one document."""

from __future__ import annotations

import pytest

from linter.binding.report.told_as_one import told_as_one
from tests.cases import case


@pytest.mark.parametrize(
    "text",
    [
        "批复文号某发改〔2022〕18号，另处写作某发改〔2022〕81号，实为同一份批复。",
        "检测报告共一份，编号SJ20230417；引用该份报告时写作SJ20230471。",
        "批复为某财预〔2023〕5号；按前述唯一批复某财预〔2023〕15号执行。",
    ],
)
def test_numbers_of_one_document(text: str) -> None:
    assert len(list(told_as_one(case(text + "\n")))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "某财预〔2022〕5号、某财预〔2022〕6号同一天印发。",
        "某财预〔2023〕5号批复，另按某财预〔2023〕15号追加，两份文件不在同一份台账。",
        "文件为某财预〔2023〕5号，同一份文件某财社〔2021〕77号。",
        "同一份文件某财预〔2023〕5号，即某财预〔2023〕5号。",
    ],
)
def test_numbers_of_two(text: str) -> None:
    assert not list(told_as_one(case(text + "\n")))
