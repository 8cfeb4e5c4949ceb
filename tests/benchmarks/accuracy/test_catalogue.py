"""Passages on each row of the catalogue, and whole right reports, by people who had seen no rule.

How many of the wrong ones are told under their row is printed; of the right ones none should be.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from linter import api
from linter.model import Severity
from linter.rulebook import Rulebook
from tests.benchmarks.accuracy.catalogue import Told, measure

FOLDER = Path(__file__).parent
FLOOR = 335
"""Wrong passages that are told, of 507: many need the whole report, or sense."""

LENGTH = "typography/long-sentence"
"""That a sentence is long is so in a right report too."""


@pytest.fixture(scope="module")
def told(book: Rulebook) -> Told:
    return measure(book)


def test_some_right_passages_are_left_alone(book: Rulebook) -> None:
    some = measure(book, step=13)
    assert some.right == 55
    assert some.alarms == []


@pytest.mark.slow
def test_right_passages_are_left_alone(told: Told) -> None:
    assert told.right == 692
    assert told.alarms == []


@pytest.mark.slow
def test_wrong_passages(told: Told) -> None:
    print("\n" + "、".join(f"{row} {told.found[row]}/{n}" for row, n in told.wrong.items()))
    print(f"told under their row: {told.found.total()} of {told.wrong.total()}")
    assert told.wrong.total() == 507
    assert told.found.total() >= FLOOR


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=path.stem, marks=[pytest.mark.slow] if number % 8 else [])
        for number, path in enumerate(sorted((FOLDER / "right").iterdir()))
    ],
)
def test_right_reports_are_left_alone(path: Path, book: Rulebook) -> None:
    found = api.lint(path, book=book).findings
    told = [(f.rule, f.message) for f in found if f.severity >= Severity.info]
    assert [(rule, message) for rule, message in told if rule != LENGTH] == []
