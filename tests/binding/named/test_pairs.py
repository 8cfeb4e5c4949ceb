"""Things told of together by their names alone, whose figures stand elsewhere."""

from __future__ import annotations

from tests.checks.told import told

RULE = "arithmetic/by-name"
LISTED = "行政、参公、事业三类编制是32名、18名和126名。"


def test_what_a_listed_thing_is_nearer_by_may_be_meant() -> None:
    assert told(RULE, f"\n{LISTED}参公比行政少13名。\n") == ["13名"]
    assert told(RULE, f"\n{LISTED}年末行政有30名，参公比行政少13名，为17名。\n") == []
    assert told(RULE, f"\n{LISTED}年末行政32名，参公比行政少13名。\n") == ["13名"]
