"""The shipped rules: what every one of them must have, show and do."""

from __future__ import annotations

import re

import pytest

from linter import rulebook, trial
from linter.rulebook import Rule
from tests.rulebook.faults import findings
from tests.rulebook.thinned import of_each

BOOK = rulebook.load()
_ROWS = {"S": 9, "N": 6, "C": 9, "A": 10, "X": 6, "D": 7, "B": 8, "I": 6, "E": 6, "T": 9, "R": 5}
COVERED = {f"{letter}{n:02}" for letter, last in _ROWS.items() for n in range(1, last + 1)}
"""Rows of the catalogue that rules are for."""

every_rule = pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
_OF_A_REPORT = [rule for rule in BOOK.rules if not rule.across]
"""Those of an audit are tried in ``tests/audit/corpus``."""


@pytest.mark.parametrize("row", sorted(COVERED))
def test_a_row_of_the_catalogue_has_a_rule(row: str) -> None:
    assert [rule.id for rule in BOOK.rules if row in rule.header.catalogue]


def test_rows_that_have_a_rule_are_listed() -> None:
    """Whoever writes a rule for one more row says so here."""
    assert {row for rule in BOOK.rules for row in rule.header.catalogue} == COVERED


@every_rule
def test_rows_are_rows(rule: Rule) -> None:
    assert rule.header.catalogue or rule.id.startswith("layout/")  # the catalogue has none of it
    assert [
        row for row in rule.header.catalogue if not re.fullmatch("[SNCAXDBIETR]\\d\\d", row)
    ] == []


@of_each(_OF_A_REPORT, fast=8)
def test_examples_behave(rule: Rule) -> None:
    """Passing ones are right for the whole book, too; ``test-rules`` tries them all besides."""
    assert [(m.example, m.got) for m in trial.try_examples([rule], BOOK)] == []


@of_each(_OF_A_REPORT, fast=6)
@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=pytest.mark.slow)])
def test_messages_leave_no_name_unfilled(rule: Rule, lang: str) -> None:
    told = [
        text
        for example in rule.header.examples.failing
        for finding in findings(rule, example, BOOK, lang)
        for text in (finding.message, finding.suggestion)
    ]
    assert told
    assert [text for text in told if re.search(r"\{[\w.-]+\}|\?", text)] == []
