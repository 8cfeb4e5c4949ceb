"""What the benchmark's tests share: the shipped rules."""

from __future__ import annotations

import pytest

from linter.rulebook import Rulebook, load


@pytest.fixture(scope="session")
def book() -> Rulebook:
    return load()
