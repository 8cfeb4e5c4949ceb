"""What a rule book's language compiles to."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from linter.facts.cues import CueHits
from linter.facts.windows import Window
from linter.language.compiled import CompileError, compile_all
from linter.language.needs import Spec
from tests.cases import book


class Needs(Spec, frozen=True):
    """A kind of check that asks for one of each."""

    pattern: str = "截止"
    equation: str = "a = b"
    words: tuple[str, ...] = ("实付",)

    def patterns(self) -> Iterator[tuple[str, Window]]:
        yield self.pattern, "clause"

    def equations(self) -> Iterator[str]:
        yield self.equation

    def cues(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        yield "spent", self.words


def test_everything_is_compiled_under_its_source() -> None:
    compiled = compile_all([("budget/own", Needs())], book().vocabulary)
    assert list(compiled.patterns) == ["截止"]
    assert list(compiled.equations) == ["a = b"]
    assert compiled.regex("截止").search("截止目前") is not None
    assert compiled.regex("截止") is compiled.regex("截止")
    found = [regex.findall("实付5元") for regex in compiled.cue_regexes]
    assert list(itertools.chain(*found)) == ["实付"]


def test_words_are_heard_under_the_rule_s_name_and_sets_under_their_own() -> None:
    compiled = compile_all([("budget/own", Needs(words=("实付", "@rates")))], book().vocabulary)
    heard = CueHits(compiled.lexicon, compiled.cue_regexes, "实付5元，率6%")
    assert heard.all("budget/own.spent") == [(0, 2)]
    assert heard.all("rates") == [(5, 6)]


@pytest.mark.parametrize(
    ("needs", "reason"),
    [
        (Needs(pattern="(甲"), "无法理解"),
        (Needs(pattern="@nothing"), "没有名为 @nothing 的词组"),
        (Needs(equation="a = = b"), "a = = b"),
        (Needs(words=("@nothing",)), "没有名为 @nothing 的词组"),
    ],
)
def test_refusal_names_the_rule(needs: Needs, reason: str) -> None:
    with pytest.raises(CompileError) as refusal:
        compile_all([("budget/own", needs)], book().vocabulary)
    assert refusal.value.rule == "budget/own"
    assert reason in refusal.value.reason
    assert str(refusal.value).startswith("budget/own: ")


def test_spec_asks_for_nothing_by_itself() -> None:
    compiled = compile_all([("budget/own", Spec())], book().vocabulary)
    assert (compiled.patterns, compiled.equations) == ({}, {})
