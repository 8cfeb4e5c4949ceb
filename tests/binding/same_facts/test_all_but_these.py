"""All are told to be there, and some of just as many not to be."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/state"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("9处泵站已全部投用。\n\n9处泵站中，西站还在浇筑基础。", True),
        ("9处泵站中，西站尚未开工，预计2024年5月投用。\n\n9处泵站全部建成。", True),
        ("12所学校厨房改造全部完工。\n\n12所学校中，石桥小学尚未开工。", True),
        ("12台呼吸机中有4台截至12月31日仍在途。\n\n12台呼吸机均已投入临床使用。", True),
        ("所有摄像头均已安装。\n\n有26个点位的摄像头尚未安装。", True),
        ("9处泵站已全部建成。\n\n9处泵站中，西站还没有投用。", False),
        ("9处泵站已全部投用。\n\n6月检查时，9处泵站中，西站还在浇筑基础。", False),
        ("9处泵站将全部投用。\n\n9处泵站中，西站还在浇筑基础。", False),
        ("2024年3月，9处泵站全部投用。\n\n9处泵站中，西站还在浇筑基础。", False),
        ("9处泵站已全部投用。\n\n12处泵站中，西站还在浇筑基础。", False),
        ("所有设备均已安装。\n\n有26个点位的设备尚未安装。", False),
    ],
)
def test_some_lack_what_all_have(text: str, found: bool) -> None:
    assert bool(told(RULE, text)) is found
