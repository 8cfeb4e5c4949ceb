"""Why a rule said nothing of a document: what kept it from looking, and what it looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

import msgspec
from msgspec import Struct

from linter import checks
from linter.binding import sought
from linter.binding.case import Case
from linter.binding.sought import Sought
from linter.judging import opening
from linter.judging.document import LAYOUT, checked, is_of_chapters, is_off
from linter.model import Document, Status, Verdict
from linter.profile import Profile
from linter.rulebook.book import Rulebook, select
from linter.rulebook.rule import Rule

_TOLD = (Status.passed, Status.failed)


class Silence(Struct, frozen=True):
    """What one rule made of one document."""

    rule: Rule
    document: Document
    profile: Profile
    profile_reason: str
    barred: tuple[str, ...]
    """Why the rule is not asked at all."""
    verdicts: tuple[Verdict, ...]
    """What it says when it is asked."""
    seeks: tuple[Sought, ...]
    """What it looks for; empty where all that it found was judged."""
    withheld: tuple[str, ...]
    """The figures that seem wrong and are not told, each with its place and why."""


def explain(
    rule: Rule,
    document: Document,
    book: Rulebook,
    *,
    profile: Profile | None = None,
    chosen: Sequence[str] = (),
    ignored: Sequence[str] = (),
    force: bool = False,
) -> Silence:
    """The silence of a rule of the book; the options are those of ``engine.lint``."""
    case, reason = opening.open_case(document, book, profile)
    barred = []
    if not select((rule,), chosen, ignored):
        barred.append("--select、--ignore 没有选中这条规则")
    if rule.id.startswith(LAYOUT) and is_off(rule, case.profile, asked=bool(chosen)):
        barred.append("版式平时不检查（--select layout，或在框架中写 layout）")
    if rule.id in case.profile.off:
        barred.append(f"框架 {case.profile.id} 关闭了这条规则（off）")
    unlike = "" if force else opening.without_chapters(case)
    written_out = opening.looks_like_report(case.outline, document) or opening.is_extract(case)
    if unlike and is_of_chapters(rule, written_out=written_out):
        barred.append(f"{unlike}，章节没有检查（--force 可强制检查）")
    verdicts = tuple(checked(rule, case))
    seeks = tuple(_seeks(rule, case, book, verdicts))
    withheld = tuple(_withheld(rule, case))
    return Silence(rule, document, case.profile, reason, tuple(barred), verdicts, seeks, withheld)


def _seeks(rule: Rule, case: Case, book: Rulebook, verdicts: Sequence[Verdict]) -> Iterator[Sought]:
    """What was looked for, as far as something was not found or not judged."""
    told = [verdict.status in _TOLD for verdict in verdicts]
    if all(told):
        return
    found = _of_kind(rule, case)
    if not any(told):
        found += _of_parameters(rule, case, book)
        found = found or [sought.headings(case), sought.marks(case), sought.figures(case, "any")]
    yield from dict.fromkeys(found)


def _of_kind(rule: Rule, case: Case) -> list[Sought]:
    """What the kind adds; nothing where figures are too large to calculate with."""
    try:
        return list(checks.kinds()[rule.kind].seeks(rule.id, rule.spec, case))
    except ArithmeticError:
        return []


def _withheld(rule: Rule, case: Case) -> Iterator[str]:
    """What the kind does not tell, with the reason; nothing where figures are too large."""
    with suppress(ArithmeticError):
        for figure, why in checks.kinds()[rule.kind].withheld(rule.id, rule.spec, case):
            yield f"{sought.place(case, figure.start, figure.end)}：{why}"


def _of_parameters(rule: Rule, case: Case, book: Rulebook) -> Iterator[Sought]:
    """The figures, words, patterns, headers and chapters that stand in the rule's parameters."""
    patterns = {pattern for pattern, _ in rule.spec.patterns()}
    for at, value in _parameters(msgspec.to_builtins(rule.spec)):
        name = ".".join(at)
        match value:
            case str() if at[-1] == "dim":
                yield sought.figures(case, value)
            case str() if value in patterns:
                yield _patterns(name, [value], case)
            case str():
                pass
            case _ if at[-1] == "chapters":
                yield sought.chapters(case, value)
            case _ if _is_headers(at, value, book):
                yield _headers(name, value, case, book)
            case _ if patterns.issuperset(value):
                yield _patterns(name, value, case)
            case _ if not all(word.isascii() and word[0] != "@" for word in value):
                yield sought.words(case, name, _spelt(value, book))


def _parameters(data: Any, *at: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The words and the lists of words in parameters, with the names that lead to them."""
    match data:
        case str() if data:
            yield at, data
        case dict():
            if at and at[-1] == "cells":
                yield at, list(data)
            for key, value in data.items():
                yield from _parameters(value, *at, key)
        case [str(), *_]:
            yield at, data
        case [*items]:
            for item in items:
                name = item.get("name", "") if isinstance(item, dict) else ""
                yield from _parameters(item, *at, *([name] if name else []))


def _is_headers(at: tuple[str, ...], words: list[str], book: Rulebook) -> bool:
    named = any(part in ("headers", "columns", "cells") for part in at[-1:])
    return named and book.vocabulary.headers.keys() >= set(words)


def _headers(what: str, kinds: list[str], case: Case, book: Rulebook) -> Sought:
    """Columns of tables by what they hold."""
    heads = {c.kind: c.header for table in case.facts.tables for c in table.columns if c.kind}
    return Sought(
        f"{what}（表头）",
        tuple(heads[kind] for kind in kinds if kind in heads),
        tuple(book.vocabulary.headers[kind][0] for kind in kinds if kind not in heads),
    )


def _patterns(what: str, sources: list[str], case: Case) -> Sought:
    """Patterns, each with its first match."""
    found, missing = [], []
    for source in sources:
        matches = (next(case.matches(source, plain=plain), None) for plain in (False, True))
        match = next((m for m in matches if m is not None), None)
        if match is None:
            missing.append(source)
        else:
            found.append(sought.place(case, *match.span()))
    return Sought(what, tuple(found), tuple(missing))


def _spelt(words: list[str], book: Rulebook) -> Iterator[str]:
    """Words with the sets among them spelt out."""
    for word in words:
        if word.startswith("@"):
            yield from book.vocabulary.cues[word[1:]]
        else:
            yield word
