"""The rule book is free of faults that no file of it shows, and each would be found."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from linter import rulebook
from linter.checks.text import Text
from linter.facts.columns import kind_of_header
from linter.model import Severity
from linter.profile import Profile
from linter.rulebook import Rule, Rulebook
from linter.rulebook.rule import Examples, Failing, Passing
from tests.rulebook import faults
from tests.rulebook.rules import RULE
from tests.rulebook.thinned import of_each

BOOK = rulebook.load()
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*-*.*"))


def rules_that(needs: str) -> pytest.MarkDecorator:
    """Each shipped rule that has patterns, or equations."""
    rules = [rule for rule in BOOK.rules if list(getattr(rule.spec, needs)())]
    return of_each(rules, fast=6)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    """The shipped book with one more rule, on 日效性, that is as it should be."""
    path = tmp_path_factory.mktemp("own") / "own.yaml"
    path.write_text(RULE, "utf-8")
    return rulebook.load([path])


def changed(own: Rulebook, **header: object) -> Rule:
    rule = own.rule("typography/own")
    assert rule is not None
    return replace(rule, header=replace(rule.header, **header))


def examples(*texts: str) -> Examples:
    """Examples that pass (texts without 日效性) and fail (texts with it)."""
    return Examples(
        passing=tuple(Passing(text) for text in texts if "日效性" not in text),
        failing=tuple(Failing(text, "日效性") for text in texts if "日效性" in text),
    )


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_examples_are_enough_and_differ(rule: Rule) -> None:
    assert faults.poor_examples(rule, BOOK) == []


def test_too_few_examples_and_such_as_are_alike_are_found(own: Rulebook) -> None:
    few = changed(own, examples=examples("时效性好。", "日效性好。"))
    assert faults.poor_examples(few, own) == ["1 pass", "1 fail"]
    some = ["时效性好。", "及时。", "按时做完。"]
    wrong = ["日效性好。", "3个日效性指标。", "20项日效性指标。"]
    alike = changed(own, examples=examples(*some, *wrong))
    assert faults.poor_examples(alike, own) == ["fail 1 and 2 are alike"]
    wrong[2] = "日效性不足。"
    assert faults.poor_examples(changed(own, examples=examples(*some, *wrong)), own) == []


@rules_that("equations")
def test_without_its_equation_a_rule_finds_nothing(rule: Rule) -> None:
    assert faults.found(rule, faults.without_equations(BOOK)) == []


@rules_that("patterns")
def test_without_its_patterns_a_rule_misbehaves(rule: Rule) -> None:
    """Most find nothing then; those whose patterns only excuse complain of what should pass."""
    assert not faults.behaves(rule, faults.without_patterns(BOOK))


def test_examples_that_do_not_need_the_equation_or_the_pattern_are_found(own: Rulebook) -> None:
    rule = own.rule("typography/own")
    growth = own.rule("arithmetic/growth")
    assert rule is not None
    assert growth is not None
    assert not faults.behaves(rule, faults.without_patterns(own))
    assert faults.behaves(rule, faults.without_equations(own))
    assert faults.found(rule, faults.without_equations(own)) == ["日效性"]
    assert faults.found(growth, faults.without_equations(own)) == []
    assert faults.behaves(growth, faults.without_patterns(own))


def test_equations_are_switched_off_one_by_one() -> None:
    """The book without equations is the same book but for them."""
    off = faults.without_equations(BOOK)
    assert off.rules == BOOK.rules
    assert off.compiled.patterns == BOOK.compiled.patterns
    for source, equation in off.compiled.equations.items():
        assert equation.roles() == BOOK.compiled.equations[source].roles()


def test_every_rule_complains_of_some_example() -> None:
    rules = [rule for rule in BOOK.rules if not rule.across]
    examples = {rule.id: rule.header.examples.failing for rule in rules}
    assert [rule.id for rule in rules if faults.silent([rule], examples[rule.id], BOOK)] == []


def test_a_rule_that_complains_of_nothing_is_found(own: Rulebook) -> None:
    rule = own.rule("typography/own")
    assert rule is not None
    never = replace(rule, spec=Text(forbid=("时日效性",)))
    compiled = {**own.compiled.patterns, "时日效性": own.compiled.patterns["日效性"]}
    texts = [Passing(t) for t in ("时效性指标。", *(p.read_text("utf-8") for p in EXAMPLES))]
    book = replace(own, compiled=replace(own.compiled, patterns=compiled))
    assert faults.silent([never], texts, replace(book, rules=(never,))) == ["typography/own"]
    assert faults.silent([rule], [*texts, Passing("日效性。")], own) == []


def test_every_list_of_words_is_used() -> None:
    assert faults.unused_cues(BOOK) == []
    assert faults.unused_headers(BOOK) == []
    assert faults.unasked_words(BOOK.profiles.values()) == []


@pytest.mark.parametrize(("kind", "header"), faults.KEPT_APART.items())
def test_a_kind_of_columns_that_nothing_asks_for_keeps_headers_apart(
    kind: str, header: str
) -> None:
    vocabulary = BOOK.vocabulary
    assert kind_of_header(header, vocabulary.kinds_of_columns) == kind
    headers = {name: words for name, words in vocabulary.headers.items() if name != kind}
    others = replace(vocabulary, headers=headers).kinds_of_columns
    assert kind_of_header(header, others) not in (None, kind)


def test_unused_lists_of_words_are_found() -> None:
    words = replace(
        BOOK.vocabulary,
        cues={**BOOK.vocabulary.cues, "unheard": ("某词",)},
        headers={**BOOK.vocabulary.headers, "unread": ("某列",)},
    )
    book = replace(BOOK, vocabulary=words)
    assert faults.unused_cues(book) == ["unheard"]
    assert faults.unused_headers(book) == ["unread"]
    common = BOOK.profiles["common"]
    results = replace(common.chapters["results"], required=None)
    lonely = replace(common, chapters={**common.chapters, "results": results})
    assert faults.unasked_words([lonely]) == ["goals", "results", "problems", "suggestions"]


@pytest.mark.parametrize("name", [name for name in BOOK.profiles if name != "common"])
def test_a_profile_binds_something(name: str) -> None:
    assert not faults.binds_nothing(BOOK.profiles[name], BOOK)


def test_a_profile_that_binds_nothing_is_found() -> None:
    common = BOOK.profiles["common"]
    idle = replace(common, id="idle", name="空", recognise=(("甲",), ("乙",)))
    assert faults.binds_nothing(idle, BOOK)
    asked = replace(common.chapters["other"], required=Severity.warning)
    busy = replace(idle, chapters={**common.chapters, "other": asked})
    assert isinstance(busy, Profile)
    assert not faults.binds_nothing(busy, BOOK)
