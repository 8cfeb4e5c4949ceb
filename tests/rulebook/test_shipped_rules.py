"""The shipped rules: what every one of them must have, show and do."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest
from msgspec.structs import replace

from linter import api, rulebook, trial
from linter.language.expression import Equation
from linter.model import Finding, Severity
from linter.rulebook import Rule, Rulebook
from linter.rulebook.examples import alike

BOOK = rulebook.load()
COVERED = [
    "C01",
    "C02",
    "C03",
    "C04",
    "C07",
    "C08",
    "C09",
    "A01",
    "A02",
    "A03",
    "A04",
    "A05",
    "A09",
    "B02",
    "D01",
    "D03",
    "D07",
    "S03",
    "S04",
    "S05",
    "N02",
    "X04",
    "T01",
    "E01",
    "E02",
    "E03",
    "E04",
    "E05",
    "E06",
    "I01",
    "I02",
    "I03",
    "I04",
    "I05",
    "I06",
]
"""Rows of the catalogue that rules are for."""

every_rule = pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
every_equation = pytest.mark.parametrize(
    "rule", [rule for rule in BOOK.rules if list(rule.spec.equations())], ids=lambda rule: rule.id
)


@pytest.mark.parametrize("row", COVERED)
def test_a_row_of_the_catalogue_has_a_rule(row: str) -> None:
    assert [rule.id for rule in BOOK.rules if row in rule.header.catalogue]


@every_rule
def test_rows_are_rows(rule: Rule) -> None:
    assert rule.header.catalogue
    assert [
        row for row in rule.header.catalogue if not re.fullmatch("[SNCAXDBIETR]\\d\\d", row)
    ] == []


@every_rule
def test_examples_are_two_of_each_kind_and_differ(rule: Rule) -> None:
    examples = rule.header.examples
    for group in (examples.passing, examples.failing):
        texts = [example.text for example in group]
        assert len(texts) >= 2
        assert alike(texts, BOOK.scanner) is None


@every_rule
def test_examples_behave(rule: Rule) -> None:
    assert [(m.example, m.got) for m in trial.try_examples([rule], BOOK)] == []


@every_rule
def test_passing_examples_are_right_for_the_whole_book(rule: Rule) -> None:
    found = [
        (finding.rule, finding.message)
        for example in rule.header.examples.passing
        for finding in api.lint(example.text, book=BOOK).findings
        if finding.severity is Severity.error
    ]
    assert found == []


@every_rule
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_messages_leave_no_name_unfilled(rule: Rule, lang: str) -> None:
    told = [
        text
        for example in rule.header.examples.failing
        for finding in _findings(rule, example.text, BOOK, lang)
        for text in (finding.message, finding.suggestion)
    ]
    assert told
    assert [text for text in told if re.search(r"\{[\w.-]+\}|\?", text)] == []


@every_equation
def test_without_its_equation_a_rule_finds_nothing(rule: Rule) -> None:
    off = _switched_off(BOOK)
    assert [e.quote for e in rule.header.examples.failing if _findings(rule, e.text, off)] == []


def test_equations_are_switched_off_one_by_one() -> None:
    """The book without equations is the same book but for them."""
    off = _switched_off(BOOK)
    assert off.rules == BOOK.rules
    assert off.compiled.patterns == BOOK.compiled.patterns
    for source, equation in off.compiled.equations.items():
        assert equation.roles() == BOOK.compiled.equations[source].roles()


def _findings(rule: Rule, text: str, book: Rulebook, lang: str = "zh") -> list[Finding]:
    report = api.lint(text, book=book, select=[rule.id], force=True, lang=lang)
    return [finding for finding in report.findings if finding.rule == rule.id]


def _switched_off(book: Rulebook) -> Rulebook:
    """The book with every equation made into one that always holds, over the same roles."""

    def holding(equation: Equation) -> Equation:
        both = ["add", equation.left, equation.right]
        return replace(equation, left=both, right=both)

    equations = {source: holding(e) for source, e in book.compiled.equations.items()}
    return replace(book, compiled=replace(book.compiled, equations=equations))


def test_every_word_set_is_used() -> None:
    used = {word[1:] for rule in BOOK.rules for word in _sets(rule)}
    heard_in_code = {"words", "past-year", "this-year", "dimensions"}
    assert [
        name
        for name in BOOK.vocabulary.cues
        if name not in used | heard_in_code and not name.startswith("status-")
    ] == []


def _sets(rule: Rule) -> Iterator[str]:
    text = msgspec.json.encode(rule.spec).decode()
    return iter(re.findall(r"@[a-z][a-z-]*", text))


@pytest.mark.parametrize("name", [name for name in BOOK.profiles if name != "common"])
def test_a_profile_binds_something(name: str) -> None:
    """Its headings tell it, and what it says of chapters is said of a report that lacks them."""
    profile = BOOK.profiles[name]
    headings = [words[0] for words in profile.recognise]
    text = "某局绩效自评报告\n" + "".join(
        f"{number}、{heading}\n略。\n"
        for number, heading in zip("一二三四五六七八", headings, strict=False)
    )
    report = api.lint(text, book=BOOK, force=True)
    assert report.profile == name
    common = api.lint(text, book=BOOK, force=True, profile="common")
    asked = [
        {finding.message for finding in found.findings if finding.rule.startswith("structure/")}
        for found in (report, common)
    ]
    assert asked[0] != asked[1]


@pytest.mark.parametrize("name", BOOK.profiles)
def test_a_profile_names_rules_that_there_are(name: str) -> None:
    profile = BOOK.profiles[name]
    known = {rule.id for rule in BOOK.rules}
    assert {*profile.severities, *profile.off} <= known
