"""The ground truth is as it should be; where it is not, ids are told and never a text."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.benchmarks.accuracy import twins
from tests.benchmarks.accuracy.corruptions import (
    HALVES,
    Corruption,
    MarkedReport,
    corruptions,
    load,
    paths,
)
from tests.benchmarks.accuracy.marks import members, plain, spans
from tests.benchmarks.accuracy.precision import allowed

REPORTS = [path for half in HALVES for path in paths(half)]
each_report = pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)


@cache
def report(path: Path) -> MarkedReport:
    return load(path)


@cache
def copies(path: Path) -> tuple[Corruption, ...]:
    return tuple(corruptions(report(path)))


def test_two_halves() -> None:
    assert Counter(path.parent.name for path in REPORTS) == {"worked": 21, "untouched": 12}
    assert len({path.name for path in REPORTS}) == 33


@each_report
def test_size(path: Path) -> None:
    claims = report(path).claims
    characters = len(plain(report(path).marked))
    assert len(claims) >= 45
    assert len({claim.cls for claim in claims.values()}) >= 14
    assert 5_000 <= characters <= 9_000


@each_report
def test_nothing_need_be_allowed(path: Path) -> None:
    assert report(path).allow == ()


@each_report
def test_marks_and_claims_agree(path: Path) -> None:
    found = spans(report(path).marked)
    assert {claim for claim, _ in found} == set(report(path).claims)
    assert [key for key, places in found.items() if len(places) > 1] == []


@each_report
def test_every_clean_formula_is_allowed(path: Path) -> None:
    marked, claims = report(path).marked, report(path).claims
    broken = [
        name
        for name, claim in claims.items()
        if claim.formula
        and allowed(claim.formula, members(marked, name), exact=claim.exact) is not True
    ]
    assert broken == []


@pytest.mark.slow
@each_report
def test_corruptions_are_unique_and_differ_from_the_clean_text(path: Path) -> None:
    clean, ids = plain(report(path).marked), Counter(copy.id for copy in copies(path))
    assert [name for name, count in ids.items() if count > 1] == []
    assert [copy.id for copy in copies(path) if copy.text == clean] == []


@each_report
def test_every_claim_is_corrupted(path: Path) -> None:
    assert {copy.claim for copy in copies(path)} == set(report(path).claims)


def test_forty_kinds_of_five_twins() -> None:
    kinds = Counter(twin.kind for twin in twins.load())
    assert len(kinds) == 40
    assert set(kinds.values()) == {5}


def test_twins_differ_where_they_say() -> None:
    pairs = twins.load()
    assert [t for t in pairs if t.wrong.count(t.differs) != 1] == []
    assert [t for t in pairs if not _differ_there(t)] == []


def _differ_there(twin: twins.Twin) -> bool:
    """Whether the two passages are the same before and after what differs, and only there."""
    before, _, after = twin.wrong.partition(twin.differs)
    right = twin.right
    same = right.startswith(before) and right.endswith(after)
    return same and right != twin.wrong and len(right) >= len(before) + len(after)
