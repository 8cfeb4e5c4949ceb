"""Names told as some of those listed."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/not-among"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "工程由土建、安装、绿化、监控四个标段组成，其中土建、安装、亮化三个标段已完工。",
            ["亮化"],
        ),
        ("工程由土建、安装、绿化、监控四个标段组成，其中土建、安装、绿化三个标段已完工。", []),
        ("由公安、民政、人力资源三个部门组成，其中公安、民政、人社已接入。", []),
        ("由公安、民政、人社等三个部门组成，其中公安、民政、残联已接入。", []),
    ],
)
def test_strangers(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
