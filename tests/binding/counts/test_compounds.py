"""Numbers of several kinds in a row and the names behind them."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/count"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("惠及三镇一乡，分别为东河镇、西河镇、大石乡和南岭镇、北岭镇，群众受益。", ["三镇"]),
        ("惠及三镇一乡，分别为东河镇、西河镇、南岭镇和大石乡，另有两个社区受益。", []),
        ("新建三亭两廊：望江亭、听雨亭，长春廊、碧水廊，均对外开放。", ["三亭"]),
        ("涉及两县一区，即甲县、乙县和丙开发带。", []),
        ("涉及两县一区，即甲县、乙县、丙县等。", []),
        ("试点放在柳湾、石桥、东坪三镇一乡。", []),
        ("试点放在柳湾、石桥、东坪、高庙三镇一乡。", []),
        ("试点放在柳湾、石桥、东坪等三镇一乡。", []),
    ],
)
def test_kinds(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
