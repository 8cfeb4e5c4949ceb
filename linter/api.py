"""Linting from Python: a file, its bytes or a text in, a Report out; and trying rules' examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from linter import engine, reading, rulebook
from linter.model import Report, Severity, Status, Submission
from linter.rulebook.book import Rulebook
from linter.rulebook.rule import Failing, Passing, Rule


def lint(
    source: Path | str | bytes | Sequence[Path],
    *,
    path: str | None = None,
    book: Rulebook | None = None,
    profile: str | None = None,
    lang: str = "zh",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    force: bool = False,
) -> Report:
    """Lint one report: a ``Path`` names a file, a ``str`` is a text, ``bytes`` are a file's.

    Several paths are one submission: a report with its form and attachments, which are checked
    against each other. ``path`` is the name by which a text or bytes are known; its suffix says the
    format (default: text).
    ``book`` holds the rules (default: the shipped ones), ``profile`` names one of its profiles;
    ``select`` and ``ignore`` name rules by id, family or catalogue row.
    """
    book = book or _shipped()
    documents = [reading.read(name, data, book.header_words) for name, data in _files(source, path)]
    return engine.lint(
        Submission(tuple(documents)),
        book,
        profile=book.profiles[profile] if profile else None,
        lang=lang,
        chosen=select,
        ignored=ignore,
        force=force,
    )


def _files(
    source: Path | str | bytes | Sequence[Path], path: str | None
) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each file."""
    if isinstance(source, str):
        yield path or "-", source.encode("utf-8", "replace")
    elif isinstance(source, bytes):
        yield path or "-", source
    elif isinstance(source, Path):
        yield path or str(source), source.read_bytes()
    else:
        yield from ((str(each), each.read_bytes()) for each in source)


class Misbehaviour(Struct, frozen=True):
    """An example that does not behave as its rule says, in words for the rule's author."""

    rule: str
    example: str
    reason: str


def try_examples(rules: Iterable[Rule], book: Rulebook) -> Iterator[Misbehaviour]:
    """What is wrong with the examples of some rules of a book; nothing where all behave."""
    for rule in rules:
        for number, passing in enumerate(rule.header.examples.passing, 1):
            for reason in _against_passing(rule, passing, book):
                yield Misbehaviour(rule.id, f"正例 {number}", reason)
        for number, failing in enumerate(rule.header.examples.failing, 1):
            for reason in _against_failing(rule, failing, book):
                yield Misbehaviour(rule.id, f"反例 {number}", reason)


def _against_passing(rule: Rule, example: Passing, book: Rulebook) -> Iterator[str]:
    alone = lint(example.text, book=book, select=[rule.id], force=True)
    for finding in alone.findings:
        if finding.rule == rule.id:
            yield f"应当通过，却指出“{finding.quote}”：{finding.message}"
    passes = [v.verdict for v in alone.verdicts if v.verdict.status is Status.passed]
    if example.calculation and not any(example.calculation in v.calculation for v in passes):
        found = "；".join(v.calculation for v in passes) or "无"
        yield f"通过的算式中没有“{example.calculation}”（有：{found}）"
    for finding in lint(example.text, book=book).findings:
        if finding.severity is Severity.error and finding.rule != rule.id:
            yield f"另一条规则 {finding.rule} 报错：{finding.message}"


def _against_failing(rule: Rule, example: Failing, book: Rulebook) -> Iterator[str]:
    alone = lint(example.text, book=book, select=[rule.id], force=True)
    findings = [finding for finding in alone.findings if finding.rule == rule.id]
    quoted = [finding for finding in findings if finding.quote == example.quote]
    if not findings:
        yield "应当指出，却没有指出"
    elif not quoted:
        yield f"应当指出“{example.quote}”，却指出“{'”“'.join(f.quote for f in findings)}”"
    elif example.calculation and not any(example.calculation in f.calculation for f in quoted):
        yield f"算式中没有“{example.calculation}”（有：{quoted[0].calculation or '无'}）"


@cache
def _shipped() -> Rulebook:
    return rulebook.load()
