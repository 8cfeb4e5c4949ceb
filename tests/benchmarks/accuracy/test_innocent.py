"""Sentences of which every figure is right: none may be told as an error."""

from __future__ import annotations

from linter.rulebook import Rulebook
from tests.benchmarks.accuracy.innocent import measure

ERRORS, WARNINGS = 0, 4
"""What was measured last; lower, never raise."""


def test_right_sentences(book: Rulebook) -> None:
    told = measure(book)
    assert told.passages == 1811
    assert len(told.wrong) <= ERRORS, told.wrong
    assert len(told.doubted) <= WARNINGS, told.doubted
