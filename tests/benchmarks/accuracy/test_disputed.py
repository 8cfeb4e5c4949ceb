"""Right passages that were disputed once: written to be misread, by people who saw no rule."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec
import pytest

from linter.model import Severity
from linter.rulebook import Rulebook
from tests.benchmarks.accuracy.innocent import findings

FILE = Path(__file__).with_name("disputed.yaml")
YEAR = 2023
FEWEST, DAMAGED = 2000, 5_000
FEW = 13
SLACK = {1: 1.0, FEW: 1.6}
"""The fast suite looks at every thirteenth passage, of which a few more may be told."""
ERRORS, WARNINGS = 2, 48
"""Of how many passages something is told, as measured last; lower, never raise."""


def passages() -> Iterator[str]:
    for group in msgspec.yaml.decode(FILE.read_bytes()):
        yield from group["passages"]


@pytest.mark.parametrize("step", [FEW, pytest.param(1, marks=pytest.mark.slow)])
def test_what_was_disputed_once_is_left_alone(book: Rulebook, step: int) -> None:
    told: dict[Severity, list[str]] = {severity: [] for severity in Severity}
    for text in islice(passages(), 0, None, step):
        for severity in {finding.severity for finding in findings(YEAR, text, book)}:
            told[severity].append(text)
    assert sum(1 for _ in passages()) >= FEWEST
    assert len(told[Severity.error]) <= ERRORS, told[Severity.error]
    assert len(told[Severity.warning]) * step <= WARNINGS * SLACK[step], told[Severity.warning]


@pytest.mark.slow
def test_damaged_passages_give_a_result(book: Rulebook) -> None:
    rng, texts, told = random.Random(7), list(passages()), 0
    for _ in range(DAMAGED):
        text = list(rng.choice(texts) + rng.choice(("", "\n", "，", "；")) + rng.choice(texts))
        for _ in range(rng.randint(1, 6)):
            _damage(rng, text)
        told += bool(findings(YEAR, "".join(text), book))
    assert 0 < told < DAMAGED


def _damage(rng: random.Random, text: list[str]) -> None:
    """One character is lost, changed or doubled."""
    at = rng.randrange(len(text))
    match rng.randrange(3):
        case 0 if len(text) > 1:
            del text[at]
        case 1:
            text[at] = rng.choice("0123456789，。；（）、%万元 \n|其中合计共由")
        case _:
            text.insert(at, rng.choice(text))
