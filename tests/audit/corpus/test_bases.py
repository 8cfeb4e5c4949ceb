"""What the rules of the kind ``corpus`` are based on, as a unit reads it."""

from __future__ import annotations

from linter import rulebook


def test_a_basis_names_no_sample() -> None:
    """A unit cannot look one up."""
    rules = [rule for rule in rulebook.load().rules if rule.across]
    assert rules
    assert [rule.id for rule in rules if "样本" in rule.header.basis] == []
