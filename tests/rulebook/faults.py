"""What may be wrong with a rule book although each of its files is accepted.

Each function finds one fault; ``test_faults.py`` shows that it finds it, and that the shipped rule
book is free of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from linter import api
from linter.language.compiled import Compiled
from linter.language.expression import Equation
from linter.language.pattern import Pattern
from linter.model import Finding
from linter.profile import Profile
from linter.rulebook import Rule, Rulebook
from linter.rulebook.examples import alike
from linter.rulebook.rule import Failing, Passing
from linter.trial import tried

FEWEST = 3
IN_CODE = {
    "cues": {"words", "past-year", "this-year", "dimensions", "averages"},
    "headers": {"item", "result", "sign", "score-rate", "growth", "level1"},
}
"""Lists that checks and bindings ask for by name."""
KEPT_APART = {"change": "增减金额", "previous": "上年金额", "shift": "得分率变化"}
"""Kinds of columns that nothing asks for, each with a header that would be another kind's."""


def poor_examples(rule: Rule, book: Rulebook) -> list[str]:
    """Whether a rule has too few examples of a kind, or two that show the same."""
    faults = []
    examples = rule.header.examples
    for name, group in (("pass", examples.passing), ("fail", examples.failing)):
        texts = [example.text for example in group]
        if len(texts) < FEWEST:
            faults.append(f"{len(texts)} {name}")
        if same := alike(texts, book.scanner):
            faults.append(f"{name} {same[0]} and {same[1]} are alike")
    return faults


def findings(
    rule: Rule, example: Passing | Failing, book: Rulebook, lang: str = "zh"
) -> list[Finding]:
    """What a rule alone complains of in an example."""
    return [f for f in tried(rule, example, book, lang).findings if f.rule == rule.id]


def found(rule: Rule, book: Rulebook) -> list[str]:
    """The quotes of the failing examples of which a rule complains at all."""
    failing = rule.header.examples.failing
    return [example.quote for example in failing if findings(rule, example, book)]


def behaves(rule: Rule, book: Rulebook) -> bool:
    """Whether a rule complains of all its failing examples and of none that passes."""
    examples = rule.header.examples
    return len(found(rule, book)) == len(examples.failing) and not any(
        findings(rule, example, book) for example in examples.passing
    )


def silent(
    rules: Iterable[Rule], examples: Iterable[Passing | Failing], book: Rulebook
) -> list[str]:
    """The rules that complain of none of some examples."""
    some = list(examples)
    return [rule.id for rule in rules if not any(findings(rule, each, book) for each in some)]


def without_equations(book: Rulebook) -> Rulebook:
    """The book with every equation made into one that always holds, over the same roles."""

    def holding(equation: Equation) -> Equation:
        both = ["add", equation.left, equation.right]
        strict = equation.relation in ("<", "!=")
        relation = "=" if strict else equation.relation
        return replace(equation, relation=relation, left=both, right=both)

    equations = {source: holding(e) for source, e in book.compiled.equations.items()}
    return _compiled(book, replace(book.compiled, equations=equations))


def without_patterns(book: Rulebook) -> Rulebook:
    """The book with every pattern made into one that never matches."""
    never = {source: Pattern("(?!)", ()) for source in book.compiled.patterns}
    return _compiled(book, replace(book.compiled, patterns=never))


def _compiled(book: Rulebook, compiled: Compiled) -> Rulebook:
    return replace(book, compiled=compiled)


def unused_cues(book: Rulebook) -> list[str]:
    """Sets of cue words that no rule and no code listens for."""
    used = {word for rule in book.rules for word in _words(rule, r'(?<=")@([a-z][a-z-]*)')}
    used |= {word for rule in book.rules for word in _words(rule, r"@([a-z][a-z-]*)")}
    heard = used | IN_CODE["cues"]
    return [
        name
        for name in book.vocabulary.cues
        if name not in heard and not name.startswith("status-")
    ]


def unused_headers(book: Rulebook) -> list[str]:
    """Kinds of columns that no rule and no code asks for, and that keep no header apart."""
    used = {word for rule in book.rules for word in _words(rule, r'"([a-z][a-z0-9-]*)"')}
    asked = used | IN_CODE["headers"] | KEPT_APART.keys()
    return [name for name in book.vocabulary.headers if name not in asked]


def _words(rule: Rule, pattern: str) -> Iterator[str]:
    return iter(re.findall(pattern, msgspec.json.encode(rule.spec).decode()))


def unasked_words(profiles: Iterable[Profile]) -> list[str]:
    """Chapters whose words in running text nobody looks for, since no profile requires them."""
    required, worded = set(), dict[str, None]()
    for profile in profiles:
        for key, chapter in profile.chapters.items():
            if chapter.required:
                required.add(key)
            if chapter.words:
                worded[key] = None
    return [key for key in worded if key not in required]


def binds_nothing(profile: Profile, book: Rulebook) -> bool:
    """Whether a report with a profile's headings is told nothing that it is not told without it."""
    headings = [words[0] for words in profile.recognise] or ["概况", "结论"]
    text = "某局绩效自评报告\n" + "".join(
        f"{number}、{heading}\n略。\n"
        for number, heading in zip("一二三四五六七八", headings, strict=False)
    )
    own = replace(book, profiles={**book.profiles, profile.id: profile})
    told = [
        {
            finding.message
            for finding in api.lint(text, book=own, force=True, profile=name).findings
            if finding.rule.startswith("structure/")
        }
        for name in (profile.id, "common")
    ]
    return told[0] == told[1]
