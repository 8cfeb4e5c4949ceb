"""Trying the examples of the rules of the kind ``corpus``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter import reading, silence
from linter.api import lint
from linter.audit.corpus.across import across
from linter.audit.corpus.traits import traits
from linter.judging.opening import open_case
from linter.model import Report, Severity, Submission
from linter.rulebook.book import Rulebook
from linter.rulebook.rule import Failing, Passing, Rule, reports
from linter.season import Entry, Figures, Key, State, Told
from linter.trial import Misbehaviour


def tried(
    rule: Rule, example: Passing | Failing, book: Rulebook, lang: str = "zh"
) -> tuple[Told, ...]:
    """What a rule says of an example's reports, of which nothing is known but their texts."""
    seen = []
    for name, text in reports(example.text):
        document = reading.read(name, text.encode("utf-8", "replace"), book.header_words)
        case, reason = open_case(document, book)
        report = Report(
            Submission((document,)), case.outline, "", reason, case.facts.year, 0, (), ()
        )
        entry = Entry(name, (name,), State.checked, Key(), Figures())
        seen.append((entry, traits(report, [case])))
    return across(seen, [rule], lang=lang)


def try_examples(rules: Iterable[Rule], book: Rulebook) -> Iterator[Misbehaviour]:
    """What is wrong with the examples of some rules; nothing where all behave."""
    for rule in rules:
        examples = rule.header.examples
        for number, passing in enumerate(examples.passing, 1):
            for got in _against_passing(rule, passing, book):
                yield _seen(rule, f"正例 {number}", passing, ("通过", got), book)
        for number, failing in enumerate(examples.failing, 1):
            told = tried(rule, failing, book)
            wanted = f"指出“{failing.quote}”，与“{failing.other or ''}”"
            if not any(_is_meant(failing, one) for one in told):
                got = "；".join(map(_told, told)) or "没有指出"
                yield _seen(rule, f"反例 {number}", failing, (wanted, got), book)


def _against_passing(rule: Rule, example: Passing, book: Rulebook) -> Iterator[str]:
    yield from map(_told, tried(rule, example, book))
    for name, text in reports(example.text):
        for finding in lint(text, path=name, book=book).findings:
            if finding.severity is Severity.error:
                yield f"另一条规则 {finding.rule} 指出“{finding.quote}”：{finding.message}"


def _is_meant(example: Failing, told: Told) -> bool:
    finding = told.finding
    other = next((item.quote for item in finding.related), None)
    return finding.quote == example.quote and other == example.other


def _told(told: Told) -> str:
    others = "、".join(f"“{item.quote}”" for item in told.finding.related[:1])
    return f"指出“{told.finding.quote}”，与{others}：{told.finding.message}"


def _seen(
    rule: Rule, name: str, example: Passing | Failing, difference: tuple[str, str], book: Rulebook
) -> Misbehaviour:
    path, text = next(reports(example.text))
    document = reading.read(path, text.encode("utf-8", "replace"), book.header_words)
    return Misbehaviour(
        rule.id,
        name,
        *difference,
        0,
        open_case(document, book)[0].facts,
        silence.explain(rule, document, book, force=True),
    )
