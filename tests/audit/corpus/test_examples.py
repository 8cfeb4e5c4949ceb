"""The examples of the rules across reports: several small reports and the places that are told."""

from __future__ import annotations

import re

import pytest

from linter import rulebook
from linter.audit.corpus import trial
from linter.rulebook import Rule
from linter.rulebook.rule import Failing, reports

BOOK = rulebook.load()
RULES = [rule for rule in BOOK.rules if rule.across]
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
ACCUSING = re.compile("抄袭|造假|虚假|剽窃|不合格|plagiar|copied from")


def test_there_are_rules_for_every_row() -> None:
    rows = {row for rule in RULES for row in rule.header.catalogue}
    assert {"R01", "R02", "R03", "R04", "R05"} <= rows
    assert {rule.id.partition("/")[0] for rule in RULES} == {"corpus"}


@every_rule
def test_examples_behave(rule: Rule) -> None:
    assert [(m.example, m.expected, m.got) for m in trial.try_examples([rule], BOOK)] == []


@every_rule
def test_examples_name_both_places_of_several_reports(rule: Rule) -> None:
    for example in rule.header.examples.failing:
        assert example.other
        assert len(list(reports(example.text))) >= 2
    assert all(len(list(reports(e.text))) >= 2 for e in rule.header.examples.passing)


@every_rule
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_messages_are_filled_and_accuse_nobody(rule: Rule, lang: str) -> None:
    told = [
        one.finding
        for e in rule.header.examples.failing
        for one in trial.tried(rule, e, BOOK, lang)
    ]
    assert told
    for finding in told:
        for text in (finding.message, finding.suggestion, finding.calculation):
            assert not re.search(r"\{[\w.-]+\}", text)
            assert not ACCUSING.search(text)


def test_an_example_that_does_not_behave_is_told() -> None:
    (rule,) = [rule for rule in RULES if rule.id == "corpus/duplicate"]
    wrong = Failing("==> a <==\n甲局自评报告\n==> b <==\n乙局自评报告\n", "甲局", "乙局")
    assert trial.tried(rule, wrong, BOOK) == ()


def test_a_text_without_names_is_one_report() -> None:
    assert list(reports("甲\n乙\n")) == [("-", "甲\n乙\n")]
    assert list(reports("==> 1.txt <==\n甲\n==> 2.md <==\n乙\n")) == [
        ("1.txt", "甲\n"),
        ("2.md", "乙\n"),
    ]
