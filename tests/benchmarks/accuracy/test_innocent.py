"""Sentences of which every figure is right: none may be told as an error."""

from __future__ import annotations

import pytest

from linter.rulebook import Rulebook
from tests.benchmarks.accuracy.innocent import measure

ERRORS, WARNINGS = 0, 4
"""What was measured last; lower, never raise."""


@pytest.mark.parametrize(
    ("step", "passages"), [(9, 220), pytest.param(1, 1980, marks=pytest.mark.slow)]
)
def test_right_sentences(book: Rulebook, step: int, passages: int) -> None:
    told = measure(book, step)
    assert told.passages == passages
    assert len(told.wrong) <= ERRORS, told.wrong
    assert len(told.doubted) <= WARNINGS, told.doubted
