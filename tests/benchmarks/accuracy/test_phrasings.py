"""What is found of claims in phrasings of many hands, each wrong in one figure or word."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import msgspec
import pytest
from msgspec import Struct, field

from linter.rulebook import Rulebook
from tests.benchmarks.accuracy.findings import found, overlap

PATH = Path(__file__).with_name("phrasings.yaml")
NEAR = PATH.with_name("phrasings-right.yaml")
FLOORS = {
    "execution-rate": 45,
    "score-rate": 29,
    "sum": 58,
    "share-sum": 28,
    "share": 36,
    "grade": 35,
    "same-fact": 23,
    "date-order": 30,
    "count-list": 32,
    "unit-price": 39,
    "ordinal-event": 26,
    "state-conflict": 11,
    "score-cap": 14,
    "part-whole": 22,
    "narrative-table": 2,
    "year": 8,
    "balance": 11,
    "relative-time": 0,
}
"""Wrong passages found by class, what was measured last; right ones are never told of."""


class Phrasing(Struct, frozen=True, forbid_unknown_fields=True):
    """A passage that is true, and one that differs from it in one place and cannot be."""

    cls: str = field(name="class")
    right: str
    wrong: str

    @property
    def differs(self) -> tuple[int, int]:
        """Where the wrong passage is not the right one."""
        same = _shared(self.right, self.wrong)
        end = max(1, len(self.wrong) - _shared(self.right[:same:-1], self.wrong[:same:-1]))
        return min(same, end - 1), max(end, same)


def _shared(a: str, b: str) -> int:
    """How many characters two texts begin with alike."""
    return next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(min(a, b, key=len))
    )


@cache
def phrasings() -> list[Phrasing]:
    return msgspec.yaml.decode(PATH.read_bytes(), type=list[Phrasing])


def test_each_phrasing_differs_in_one_place() -> None:
    for phrasing in phrasings():
        start, end = phrasing.differs
        assert phrasing.right != phrasing.wrong
        assert 0 < end - start < 30


@pytest.mark.slow
def test_wrong_phrasings_are_found(book: Rulebook) -> None:
    told = Counter[str]()
    for phrasing in phrasings():
        findings = found("wrong.txt", phrasing.wrong, book)
        told[phrasing.cls] += any(overlap(f.spans, [phrasing.differs]) for f in findings)
    made = Counter(phrasing.cls for phrasing in phrasings())
    print("\n" + "\n".join(f"{cls:16} {told[cls]:3}/{made[cls]}" for cls in made))
    below = {cls: told[cls] for cls in made if told[cls] < FLOORS[cls]}
    assert below == {}


def test_nothing_is_told_of_right_passages_near_them(book: Rulebook) -> None:
    passages = msgspec.yaml.decode(NEAR.read_bytes(), type=list[str])
    year = "某县某局2023年度项目支出绩效自评报告\n"
    told = {p: findings(year + p, book) for p in passages}
    assert len(passages) >= 70
    assert {passage: rules for passage, rules in told.items() if rules} == {}


def findings(text: str, book: Rulebook) -> list[str]:
    """The rules that tell something of a passage, but of the chapters that it lacks."""
    rules = [finding.rule for finding in found("right.txt", text, book)]
    return [rule for rule in rules if not rule.startswith("structure/")]


@pytest.mark.slow
def test_nothing_is_told_of_right_phrasings(book: Rulebook) -> None:
    alarms = [
        (phrasing.right, finding.rule, finding.message)
        for phrasing in phrasings()
        for finding in found("right.txt", phrasing.right, book)
    ]
    assert alarms == []
