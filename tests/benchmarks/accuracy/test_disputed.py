"""Right passages that were disputed once: written to be misread, by people who saw no rule."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from linter.model import Severity
from linter.rulebook import Rulebook
from tests.benchmarks.accuracy.innocent import findings

FILE = Path(__file__).with_name("disputed.yaml")
YEAR = 2023
FEWEST = 1200
ERRORS, WARNINGS = 1, 32
"""Of how many passages something is told, as measured last; lower, never raise."""


def passages() -> Iterator[str]:
    for group in yaml.safe_load(FILE.read_text("utf-8")):
        yield from group["passages"]


def test_what_was_disputed_once_is_left_alone(book: Rulebook) -> None:
    told: dict[Severity, list[str]] = {severity: [] for severity in Severity}
    for text in passages():
        for severity in {finding.severity for finding in findings(YEAR, text, book)}:
            told[severity].append(text)
    assert sum(1 for _ in passages()) >= FEWEST
    assert len(told[Severity.error]) <= ERRORS, told[Severity.error]
    assert len(told[Severity.warning]) <= WARNINGS, told[Severity.warning]
