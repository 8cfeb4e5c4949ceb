"""A report as plain data: what its JSON says, what an audit keeps of it."""

from __future__ import annotations

from typing import cast

import msgspec
from msgspec import Struct, field

from linter.model import (
    Document,
    Finding,
    PdfPlace,
    Related,
    Report,
    RuleVerdict,
    SheetPlace,
    Span,
    Status,
    Submission,
    TextPlace,
    WebPlace,
    WordPlace,
)

AnyPlace = TextPlace | WordPlace | SheetPlace | PdfPlace | WebPlace
"""A place of any format, which JSON tells by its ``kind``."""


class RelatedItem(Struct, frozen=True):
    """Another place that takes part."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    quote: str
    label: str
    place: AnyPlace


class FindingItem(Struct, frozen=True):
    """A finding at its place."""

    rule: str
    name: str
    severity: str
    message: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    quote: str
    section: str
    place: AnyPlace
    calculation: str
    suggestion: str
    fix: str | None
    fingerprint: str
    related: list[RelatedItem]


class EvaluatedItem(Struct, frozen=True):
    """A verdict on something that was found; line and column are null where it has no place."""

    rule: str
    subject: str
    line: int | None
    column: int | None
    quote: str
    calculation: str
    related: list[RelatedItem]


class ReasonItem(Struct, frozen=True):
    """A verdict on something that was not evaluated, with the reason."""

    rule: str
    subject: str
    reason: str


class Verdicts(Struct, frozen=True):
    """The verdicts by kind."""

    passed: list[EvaluatedItem] = field(name="pass")
    failed: list[EvaluatedItem] = field(name="fail")
    not_applicable: list[ReasonItem]
    not_evaluated: list[ReasonItem]


class ReportItem(Struct, frozen=True):
    """One report."""

    path: str
    profile: str
    year: int | None
    findings: list[FindingItem]
    verdicts: Verdicts


def of_report(report: Report) -> ReportItem:
    """All that is said of a report, at its places."""
    submission = report.submission
    return ReportItem(
        path=submission.documents[0].path,
        profile=report.profile,
        year=report.year,
        findings=[_finding(finding, submission) for finding in report.findings],
        verdicts=Verdicts(
            passed=[_evaluated(v, submission) for v in _of(report, Status.passed)],
            failed=[_evaluated(v, submission) for v in _of(report, Status.failed)],
            not_applicable=[_reason(v) for v in _of(report, Status.not_applicable)],
            not_evaluated=[_reason(v) for v in _of(report, Status.not_evaluated)],
        ),
    )


def _of(report: Report, status: Status) -> list[RuleVerdict]:
    return [verdict for verdict in report.verdicts if verdict.verdict.status is status]


def _finding(finding: Finding, submission: Submission) -> FindingItem:
    document, span = submission.documents[finding.span.document], finding.span
    line, column = document.position(span.start)
    end_line, end_column = document.position(span.end)
    return FindingItem(
        rule=finding.rule,
        name=finding.name,
        severity=finding.severity.name,
        message=finding.message,
        path=document.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        quote=finding.quote,
        section=finding.section,
        place=_place(document, span.start),
        calculation=finding.calculation,
        suggestion=finding.suggestion,
        fix=finding.fix,
        fingerprint=finding.fingerprint,
        related=[of_related(related, submission) for related in finding.related],
    )


def of_related(related: Related, submission: Submission) -> RelatedItem:
    """A place that takes part, as it is told."""
    document, span = submission.documents[related.span.document], related.span
    line, column = document.position(span.start)
    end_line, end_column = document.position(span.end)
    return RelatedItem(
        path=document.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        quote=_quote(document, span),
        label=related.label,
        place=_place(document, span.start),
    )


def _evaluated(verdict: RuleVerdict, submission: Submission) -> EvaluatedItem:
    said, line, column, quote = verdict.verdict, None, None, ""
    if said.span is not None:
        document = submission.documents[said.span.document]
        line, column = document.position(said.span.start)
        quote = _quote(document, said.span)
    return EvaluatedItem(
        rule=verdict.rule,
        subject=said.subject,
        line=line,
        column=column,
        quote=quote,
        calculation=said.calculation,
        related=[of_related(related, submission) for related in said.related],
    )


def _reason(verdict: RuleVerdict) -> ReasonItem:
    return ReasonItem(verdict.rule, verdict.verdict.subject, verdict.verdict.reason)


def _quote(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]


def _place(document: Document, offset: int) -> AnyPlace:
    return cast(AnyPlace, document.place(offset))


def encoded(value: object) -> bytes:
    """JSON; what is no character of Unicode alone (half of a pair) is replaced."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        import json

        plain = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, separators=(",", ":"))
        return plain.encode("utf-8", "replace")
