"""Ten thousand reports against each other: right, in minutes, in little memory, near-linear."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
MINUTES, MEGABYTES = 3, 1500
GROWTH = 12
"""How many times as long ten times as many reports may take."""


def measured(n: int, seed: int) -> dict[str, Any]:
    """What the benchmark says, from a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.corpus", str(n), str(seed)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    print(run.stdout)
    told: dict[str, Any] = json.loads(run.stdout)
    return told


def spent(told: dict[str, Any]) -> float:
    return float(told["traits"] + sum(told["rules"].values()))


@pytest.mark.slow
@pytest.mark.alone
def test_ten_thousand_reports() -> None:
    few, many = measured(1000, 31), measured(10_000, 32)
    print(f"{spent(few):.1f} s for 1,000 reports, {spent(many):.1f} s for 10,000")
    for told in (few, many):
        assert told["precision"] >= 0.98
        assert told["recall"] >= 0.95
    assert spent(many) < MINUTES * 60
    assert many["megabytes"] < MEGABYTES
    assert spent(many) < GROWTH * spent(few)
