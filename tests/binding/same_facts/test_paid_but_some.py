"""Money told to have come to all, and not to some."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/state"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("稻谷补贴足额到账，无一户拖欠。\n\n208户农户一分钱补贴也没有收到。", True),
        ("31名护林员的工资没有领到。\n\n护林员工资全部发放到位。", True),
        ("稻谷补贴足额到账，无一户拖欠。\n\n208户的农机补贴没有收到。", False),
        ("稻谷补贴足额到账。\n\n截至6月底，208户的补贴没有收到。", False),
        ("稻谷补贴足额到账。\n\n2022年有208户的补贴没有收到。", False),
        ("柳湾镇稻谷补贴全部到账。\n\n石坪镇208户的补贴没有收到。", False),
        ("稻谷补贴将全部到账。\n\n208户的补贴没有收到。", False),
    ],
)
def test_some_got_none(text: str, found: bool) -> None:
    assert bool(told(RULE, text)) is found
