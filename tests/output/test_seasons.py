"""The seasons that other tests write out hold what they are said to hold."""

from __future__ import annotations

from linter.season import State
from tests.output import seasons


def test_a_season_is_as_large_as_asked_and_in_order() -> None:
    made = seasons.season(units=7, each=3, findings=4)
    paths = [entry.path for entry in made.entries]
    assert len(paths) == len(set(paths)) == 21
    assert paths == sorted(paths)
    assert len({entry.key.unit for entry in made.entries}) == 7
    prints = [told.finding.fingerprint for entry in made.entries for told in entry.told]
    assert len(set(prints)) == 84


def test_the_small_season_tells_each_thing() -> None:
    made = seasons.small()
    assert {entry.state for entry in made.entries} == set(State)
    for name in ("across", "missing", "twice", "unlisted", "other_year", "decisions", "changes"):
        assert getattr(made, name), name
    known = {rule.id for rule in made.rules}
    assert {told.finding.rule for entry in made.entries for told in entry.told} <= known
