"""Shares that call their part by name."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "arithmetic/part-shares"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("总支出64万元。培训这头花了16万元，请了11位老师。按支出口径，培训占了35%。", ["35%"]),
        ("全院在岗职工320人。\n其中高级职称的48人。\n高级职称占比为18.0%。", ["18.0%"]),
        ("本年总支出500.00万元。其中：人员经费240.00万元，占45%。", ["45%"]),
        ("参训学员共640人，女学员272人，女性占比38.5%。", ["38.5%"]),
        ("参训学员共640人，女学员272人，女性占比42.5%。", []),
        ("参训学员共640人，女学员272人，满意的人里女性占38.5%。", []),
        # right, another name, two figures of the name, other figures that give it
        ("总支出64万元。培训这头花了16万元，请了11位老师。按支出口径，培训占了25%。", []),
        ("共收回问卷300份，满意270份。非常满意的占40%。", []),
        ("总支出64.0万元，培训16.0万元，外出培训3.2万元。培训占35%。", []),
        ("总支出64万元。培训花了16万元，会议花了22.4万元。培训占35%。", []),
    ],
)
def test_named_shares(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
