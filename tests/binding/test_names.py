"""Names of figures, and whether they agree."""

from __future__ import annotations

import pytest

from linter.binding.names import are_called_otherwise, changes_another


@pytest.mark.parametrize(
    ("words", "before", "another"),
    [
        ("增加教师", "上年在校生860人，今年912人，", True),
        ("减少了护士", "床位由120张增加到186张，", True),
        ("增加学生", "上年在校生860人，今年912人，", False),
        ("增加资金", "由上年的320万元增加到360万元，", False),
        ("增加", "上年320人，今年386人，", False),
        ("多招了教师", "上年在校生860人，今年912人，", False),
    ],
)
def test_a_change_may_be_of_what_is_not_told_before(words: str, before: str, another: bool) -> None:
    assert changes_another(words, before) is another


@pytest.mark.parametrize(
    ("some", "whole", "otherwise"),
    [
        ("尚有2项自加任务未完成", "24项任务均已完成", True),
        ("3座扩建的水厂", "12座水厂", True),
        ("尚有3项县级任务未完成", "市级12项任务均完成", True),
        ("仍有2个标段尚在施工", "6个标段均已完工", False),
        ("尚有2项未达标", "22项绩效指标全部达标", False),
    ],
)
def test_some_may_have_a_name_of_their_own(some: str, whole: str, otherwise: bool) -> None:
    assert are_called_otherwise(some, whole) is otherwise
