"""A rate beside a whole of zero."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import verdicts

TABLE = "| 资金 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 |\n|---|---|---|---|---|\n| 其他 | {} | {} | {} | {} |"


@pytest.mark.parametrize(
    ("cells", "status"),
    [
        (("0", "0", "0", "100%"), Status.failed),
        (("0.00", "0.00", "0.00", "0%"), Status.passed),
        (("0", "5", "5", "100%"), None),
        (("0", "0", "0", "—"), None),
        (("—", "—", "—", "100%"), None),
        (("/", "0", "3", "100%"), Status.failed),
    ],
)
def test_verdict(cells: tuple[str, ...], status: Status | None) -> None:
    said = verdicts("budget/rate-of-nothing", TABLE.format(*cells))
    judged = [s for s, _, _ in said if s in (Status.passed, Status.failed)]
    assert judged == ([] if status is None else [status])
