"""Trying rules' examples, and what is to be seen where one does not behave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from linter import engine, reading, silence
from linter.facts.facts import Facts
from linter.judging import opening
from linter.layout import Layout, Stretch
from linter.model import Document, Finding, Report, Severity, Status, Submission
from linter.regexes.late import regex
from linter.rulebook.book import Rulebook
from linter.rulebook.rule import Failing, Laid, Passing, Rule
from linter.silence import Silence

_PLACEHOLDER = regex(r"\{[^{}]*\}")


class Misbehaviour(Struct, frozen=True):
    """An example that does not behave as its rule says: what was expected, and what came."""

    rule: str
    example: str
    expected: str
    got: str
    at: int
    """Where in the text the example speaks of."""
    facts: Facts
    silence: Silence
    """What the rule, or the other one that complains, made of the text."""


class _Difference(Struct, frozen=True):
    """What was expected and what came, of which rule and where."""

    expected: str
    got: str
    at: int = 0
    rule: str = ""


def try_examples(rules: Iterable[Rule], book: Rulebook) -> Iterator[Misbehaviour]:
    """What is wrong with the examples of some rules of a book; nothing where all behave."""
    for rule in rules:
        examples = rule.header.examples
        for number, passing in enumerate(examples.passing, 1):
            for difference in _against_passing(rule, passing, book):
                yield _seen(rule, f"正例 {number}", passing, difference, book)
        for number, failing in enumerate(examples.failing, 1):
            for difference in _against_failing(rule, failing, book):
                yield _seen(rule, f"反例 {number}", failing, difference, book)


def tried(rule: Rule, example: Passing | Failing, book: Rulebook, lang: str = "zh") -> Report:
    """What a rule alone says of an example."""
    return _linted(example, book, chosen=[rule.id], force=True, lang=lang)


def _linted(
    example: Passing | Failing,
    book: Rulebook,
    *,
    chosen: Sequence[str] = (),
    force: bool = False,
    lang: str = "zh",
) -> Report:
    profile = book.profiles[example.profile] if example.profile else None
    return engine.lint(
        Submission((_document(example, book),)),
        book,
        profile=profile,
        lang=lang,
        chosen=chosen,
        force=force,
    )


def _document(example: Passing | Failing, book: Rulebook) -> Document:
    """The text of an example as a document, with the layout that it states."""
    data = example.text.encode("utf-8", "replace")
    document = reading.read("-", data, book.header_words)
    if example.layout is None:
        return document
    return replace(document, laid_out=partial(_layout, example.layout, document))


def _layout(laid: Laid, document: Document) -> Layout:
    looks = {line: look for lines, look in laid.lines.items() for line in _numbers(lines)}
    stretches = [
        Stretch(block.start, block.end, look)
        for block in document.blocks
        if (look := looks.get(document.position(block.start)[0]))
    ]
    return Layout((laid.page,) if laid.page else (), tuple(stretches))


def _numbers(lines: str) -> range:
    first, _, last = lines.partition("-")
    return range(int(first), int(last or first) + 1)


def _seen(
    rule: Rule, name: str, example: Passing | Failing, difference: _Difference, book: Rulebook
) -> Misbehaviour:
    document = _document(example, book)
    profile = book.profiles[example.profile] if example.profile else None
    about = book.rule(difference.rule) or rule
    return Misbehaviour(
        rule.id,
        name,
        difference.expected,
        difference.got,
        difference.at,
        opening.open_case(document, book, profile)[0].facts,
        silence.explain(about, document, book, profile=profile, force=True),
    )


def _against_passing(rule: Rule, example: Passing, book: Rulebook) -> Iterator[_Difference]:
    alone = tried(rule, example, book)
    for finding in alone.findings:
        if finding.rule == rule.id:
            yield _Difference("通过", _told(finding), finding.span.start)
    passes = [v.verdict for v in alone.verdicts if v.verdict.status is Status.passed]
    if example.calculation and not any(example.calculation in v.calculation for v in passes):
        found = "；".join(v.calculation for v in passes)
        got = f"通过，算式是 {found}" if found else "没有通过的算式"
        at = next((v.span.start for v in passes if v.span), 0)
        yield _Difference(f"通过，算式有“{example.calculation}”", got, at)
    for finding in _linted(example, book).findings:
        if finding.severity is Severity.error and finding.rule != rule.id:
            got = f"另一条规则 {finding.rule} {_told(finding)}"
            yield _Difference("通过", got, finding.span.start, finding.rule)


def _unfilled(rule: Rule, findings: Iterable[Finding]) -> Iterator[_Difference]:
    """What a message speaks of in braces that the rule has no value for."""
    header = rule.header
    for name in _PLACEHOLDER.findall(header.message.zh + header.suggest.zh):
        for finding in findings:
            if name in finding.message + finding.suggestion:
                yield _Difference(f"{name} 换成查到的内容", _told(finding), finding.span.start)
                return


def _against_failing(rule: Rule, example: Failing, book: Rulebook) -> Iterator[_Difference]:
    alone = tried(rule, example, book)
    findings = [finding for finding in alone.findings if finding.rule == rule.id]
    yield from _unfilled(rule, findings)
    quoted = [finding for finding in findings if finding.quote == example.quote]
    expected = f"指出“{example.quote}”"
    at = max(0, example.text.find(example.quote))
    if not findings:
        yield _Difference(expected, "没有指出", at)
    elif not quoted:
        yield _Difference(expected, "；".join(map(_told, findings)), at)
    elif example.calculation and not any(example.calculation in f.calculation for f in quoted):
        got = f"算式是 {quoted[0].calculation}" if quoted[0].calculation else "没有算式"
        yield _Difference(f"{expected}，算式有“{example.calculation}”", got, at)


def _told(finding: Finding) -> str:
    return f"指出“{finding.quote}”：{finding.message}"
