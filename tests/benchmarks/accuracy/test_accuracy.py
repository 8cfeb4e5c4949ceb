"""What the linter finds of injected errors, and what it says of true text (slow)."""

from __future__ import annotations

import pytest

from linter.rulebook import Rulebook
from tests.benchmarks.accuracy import twins
from tests.benchmarks.accuracy.corruptions import paths
from tests.benchmarks.accuracy.measure import told, told_of_twins
from tests.benchmarks.accuracy.recall import measure

pytestmark = pytest.mark.slow

WORKED_FLOORS: dict[str, float] = {}
WORKED_ERRORS = 0
UNTOUCHED_ERRORS = 0
TWINS_FLOOR = 0
TWINS_ERRORS = 0


def test_worked_half() -> None:
    measured = measure(paths("worked"))
    print("\n" + told(measured))
    percent = {cls: 100 * measured.caught[cls] / made for cls, made in measured.made.items()}
    assert set(percent) == set(WORKED_FLOORS)
    below = {cls: share for cls, share in percent.items() if share < WORKED_FLOORS[cls]}
    assert below == {}
    assert measured.false["error"] <= WORKED_ERRORS


def test_untouched_half() -> None:
    """Figures alone are told, so that no rule is written for it."""
    measured = measure(paths("untouched"))
    print("\n" + told(measured))
    assert measured.false["error"] <= UNTOUCHED_ERRORS


def test_without_rules_nothing_is_found() -> None:
    measured = measure(paths("worked"), rules=False)
    assert measured.made.total() > 3_000
    assert (measured.caught.total(), measured.false.total()) == (0, 0)


def test_twins(book: Rulebook) -> None:
    measured = twins.measure(twins.load(), book)
    print("\n" + told_of_twins(measured))
    assert measured.pairs.total() == 200
    assert measured.found.total() >= TWINS_FLOOR
    assert measured.errors.total() <= TWINS_ERRORS
