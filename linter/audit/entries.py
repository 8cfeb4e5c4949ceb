"""What a season keeps of a checked submission: findings with the words around them, figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter import items
from linter.audit import identity, stated
from linter.audit.excerpts import excerpt
from linter.audit.identity import placed
from linter.audit.jobs import Known
from linter.binding.case import Case
from linter.items import EvaluatedItem, FindingItem, ReportItem
from linter.model import (
    Document,
    Notice,
    Report,
    RuleVerdict,
    Severity,
    Span,
    Status,
    TextPlace,
)
from linter.output.passes import worth_telling
from linter.output.places import Places
from linter.output.words import ZH
from linter.rulebook.rule import Rule
from linter.season import Entry, Excerpt, Figures, Key, RuleName, State, Told

_UNLIKE = "input/not-a-report"


def entry(
    path: str, names: Sequence[str], report: Report, cases: Sequence[Case]
) -> tuple[Entry, Known]:
    """What is kept of a report whose files have these names, and what is compared of it."""
    told = items.of_report(report)
    documents = report.submission.documents
    places = Places(documents, report.outline, ZH)
    read = any(document.text.strip() for document in documents)
    found = tuple(
        _told(item, finding.span, (r.span for r in finding.related), documents, places)
        for item, finding in zip(told.findings, report.findings, strict=True)
        if read or (item.rule.startswith("input/") and item.rule != _UNLIKE)
    )
    passed = [said for said in report.verdicts if said.verdict.status is Status.passed]
    worth = worth_telling(passed) if read else []
    right = tuple(_recomputed(told, report, worth, places))
    figures = stated.figures(cases) if read else {}
    key = placed(identity.key(cases) if read else Key(), path)
    made = Entry(
        path=path,
        files=tuple(names),
        state=State.checked if read else State.unread,
        key=key,
        figures=stated.values(figures),
        year=report.year,
        profile=report.profile,
        title=report.outline.title,
        characters=sum(len(document.text) for document in documents),
        told=found,
        passed=tuple(item for item, _ in right),
        passed_at=tuple(where for _, where in right),
        held=len(worth) - len(right),
        not_evaluated=len(told.verdicts.not_evaluated) if read else 0,
        indicators=stated.indicators(cases) if read else (),
    )
    figures_at = stated.places(figures, report.submission)
    return made, Known(key, made.files, report.year, figures_at)


def unread(path: str, names: Sequence[str], notice: Notice, lang: str) -> Entry:
    """The entry of a submission that could not be checked, for the reason given."""
    finding = FindingItem(
        rule=f"input/{notice.slug}",
        name="读取文件",
        severity=notice.severity.name,
        message=notice.message[lang],
        path=names[0] if names else path,
        line=1,
        column=1,
        end_line=1,
        end_column=1,
        quote="",
        section="",
        place=TextPlace(1, 1),
        calculation="",
        suggestion="",
        fix=None,
        fingerprint=f"input/{notice.slug}",
        related=[],
    )
    return Entry(
        path,
        tuple(names),
        State.unread,
        placed(Key(), path),
        Figures(),
        told=(Told(finding, Excerpt("", "", "")),),
    )


def reason(made: Entry) -> str:
    """The slug of the gravest finding of an unread submission: why it could not be checked."""
    if made.state is State.checked or not made.told:
        return ""
    gravest = max(made.told, key=lambda told: Severity[told.finding.severity].rank)
    return gravest.finding.rule.removeprefix("input/")


def rule_names(rules: Iterable[Rule], lang: str) -> Iterator[RuleName]:
    """What a season says of each rule, in the language of its findings."""
    for header in (rule.header for rule in rules):
        yield RuleName(
            header.id,
            header.named(lang),
            header.severity.name,
            header.basis,
            header.looked_at(lang),
        )


def _recomputed(
    told: ReportItem, report: Report, worth: Iterable[RuleVerdict], places: Places
) -> Iterator[tuple[EvaluatedItem, str]]:
    """What was computed anew and right, and where: beside the first document with its name."""
    wanted = {_subject(said) for said in worth if said.verdict.recomputed}
    passed = (said for said in report.verdicts if said.verdict.status is Status.passed)
    for item, said in zip(told.verdicts.passed, passed, strict=True):
        if _subject(said) not in wanted:
            continue
        wanted.remove(_subject(said))
        span = said.verdict.span
        where = places.told(span.document, span.start) if span and span.end else ""
        if span and span.document:
            name = report.submission.documents[span.document].path.rpartition("/")[2]
            where = f"{name} {where}".strip()
        yield item, where


def _subject(said: RuleVerdict) -> tuple[str, Span | None, str]:
    return said.rule, said.verdict.span, said.verdict.calculation


def _told(
    item: FindingItem,
    span: Span,
    related: Iterable[Span],
    documents: Sequence[Document],
    places: Places,
) -> Told:
    def around(span: Span) -> Excerpt:
        where = places.told(span.document, span.start) if span.end else ""
        return excerpt(documents, span, where)

    return Told(item, around(span), tuple(map(around, related)))
