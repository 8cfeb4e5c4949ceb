"""Whether a thing was done on the day that was wanted."""

from __future__ import annotations

import pytest

from tests.checks.told import told


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("预计6月底前完工，实际于8月12日完工，按期完成。", ["按期"]),
        ("要求5月20日前完成验收，实际到5月16日验收，属逾期完成。", ["逾期"]),
        ("目标为10月底前验收，实际于11月5日验收，延期完成。", []),
        ("计划6月底前完工，因汛期顺延，实际于8月12日完工，按期完成。", []),
        ("计划2023年12月底前完工，实际于2024年1月5日完工，提前完成。", ["提前"]),
    ],
)
def test_both_days_decide(text: str, quotes: list[str]) -> None:
    assert told("date/on-time", f"\n{text}\n") == quotes
