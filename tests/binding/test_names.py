"""Names of figures, and whether they agree."""

from __future__ import annotations

import pytest

from linter.binding.names import changes_another


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
