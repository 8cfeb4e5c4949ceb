"""A generated season against its known answers: each fault is told, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import pytest

from linter import rulebook
from linter.audit.corpus import Traits, across
from linter.items import FindingItem
from linter.season import Told
from tests.audit.corpus.seasons import Seen, entries
from tests.generators.season import Season, season

BOOK = rulebook.load()
EARLIER = "上年/"


@pytest.fixture(scope="module")
def made() -> Season:
    return season(21, 250)


@pytest.fixture(scope="module")
def now(made: Season) -> list[Seen]:
    return list(entries(made.submissions, BOOK))


@pytest.fixture(scope="module")
def told(made: Season, now: list[Seen]) -> tuple[Told, ...]:
    return across(now, BOOK.rules, earlier=entries(made.earlier, BOOK, EARLIER))


def of(rule: str, told: Iterable[Told]) -> list[FindingItem]:
    return [one.finding for one in told if one.finding.rule == f"corpus/{rule}"]


def paths(finding: FindingItem) -> frozenset[str]:
    return frozenset({finding.path, finding.related[0].path})


@pytest.mark.parametrize(("fault", "rule"), [("copied", "copied-text"), ("duplicate", "duplicate")])
def test_pairs_are_told(made: Season, told: tuple[Told, ...], fault: str, rule: str) -> None:
    assert {paths(f) for f in of(rule, told)} == {frozenset(a.paths) for a in made.of(fault)}


def test_copies_within_a_unit_are_told_more_mildly(made: Season, told: tuple[Told, ...]) -> None:
    mild = {frozenset(answer.paths) for answer in made.of("copied") if answer.same_unit}
    assert mild
    found = of("copied-text", told)
    assert {paths(f) for f in found if f.severity == "info"} == mild
    assert {f.severity for f in found} == {"info", "warning"}


def test_foreign_names_are_told(made: Season, told: tuple[Told, ...]) -> None:
    wanted = {(a.paths[0], a.detail.partition("：")[2]) for a in made.of("foreign-name")}
    assert {(f.path, f.quote) for f in of("foreign-name", told)} == wanted


def test_two_amounts_are_told(made: Season, told: tuple[Told, ...]) -> None:
    found = of("document-amount", told) + of("project-amount", told)
    wanted = {a.paths[0]: set(a.paths[1:]) for a in made.of("two-amounts")}
    assert {f.path for f in found} == wanted.keys()
    assert all(f.related[0].path in wanted[f.path] for f in found)


def test_figures_of_last_year_are_told(made: Season, told: tuple[Told, ...]) -> None:
    wanted = {frozenset((a.paths[0], EARLIER + a.paths[1])) for a in made.of("last-year")}
    assert {paths(f) for f in of("last-year-figures", told)} == wanted


def test_full_marks_are_told(made: Season, told: tuple[Told, ...]) -> None:
    wanted = [set(answer.paths) for answer in made.of("full-marks")]
    found = of("full-marks", told)
    assert [{f.path, *(item.path for item in f.related)} for f in found] == wanted


def test_scores_are_as_they_may_be(told: tuple[Told, ...]) -> None:
    assert of("score-spread", told) == []


def test_findings_have_their_places(made: Season, told: tuple[Told, ...]) -> None:
    texts = {s.path: s.text for s in made.submissions}
    texts |= {EARLIER + s.path: s.text for s in made.earlier}
    for one in told:
        finding = one.finding
        assert len(one.related) == len(finding.related)
        for item, excerpt in (
            (finding, one.excerpt),
            *zip(finding.related, one.related, strict=True),
        ):
            line = texts[item.path].splitlines()[item.line - 1]
            assert line[item.column - 1 :].startswith(item.quote)
            assert excerpt.quote == item.quote
            assert f"{excerpt.before}{excerpt.quote}{excerpt.after}" in line
    assert len({(one.finding.path, one.finding.fingerprint) for one in told}) == len(told)
    assert [one.finding.path for one in told] == sorted(one.finding.path for one in told)


def test_the_order_of_entries_does_not_matter(
    made: Season, now: list[Seen], told: tuple[Told, ...]
) -> None:
    last = list(entries(made.earlier, BOOK, EARLIER))
    assert across(reversed(now), BOOK.rules, earlier=last) == told


def test_traits_come_back_from_what_is_stored(now: list[Seen]) -> None:
    """As JSON, as the store keeps them, or as MessagePack."""
    for _, traits in now[:20]:
        assert msgspec.json.decode(msgspec.json.encode(traits), type=Traits) == traits
        assert msgspec.msgpack.decode(msgspec.msgpack.encode(traits), type=Traits) == traits


def test_rules_that_are_not_asked_for_say_nothing(now: list[Seen]) -> None:
    assert across(now[:50], [rule for rule in BOOK.rules if not rule.across]) == ()
