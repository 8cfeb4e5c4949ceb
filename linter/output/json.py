"""Reports as JSON, version 1 (``report.schema.json`` beside this file says what it holds).

The bytes depend on the reports alone: field order is fixed, nothing is dated. Each report is
written as soon as it is done.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from typing import TextIO

import msgspec
from msgspec import Struct, field

import linter
from linter.model import (
    Document,
    Finding,
    Place,
    Related,
    Report,
    RuleVerdict,
    Span,
    Status,
    Submission,
)
from linter.output import Options
from linter.output.places import path_of

VERSION = 1


class RelatedItem(Struct, frozen=True):
    """Another place that takes part."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    quote: str
    label: str
    place: Place


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
    place: Place
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


def writer(stream: TextIO, options: Options) -> JsonWriter:  # noqa: ARG001 - as every format's
    """A writer of JSON; there is nothing to choose."""
    return JsonWriter(stream)


def dumps(reports: Iterable[Report]) -> str:
    """The JSON of whole reports, as the command line prints it."""
    stream = StringIO()
    out = JsonWriter(stream)
    for report in reports:
        out.write(report)
    out.finish()
    return stream.getvalue()


class JsonWriter:
    """Writes the JSON of reports, one after the other."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._counts = dict.fromkeys(("error", "warning", "info", "reports"), 0)
        tool = {"name": "jixiao", "version": linter.__version__}
        stream.write(f'{{\n  "version": {VERSION},\n  "tool": {pretty(tool, 2)},\n  "reports": [')

    def write(self, report: Report) -> None:
        """One more report."""
        separator = "," if self._counts["reports"] else ""
        self._stream.write(f"{separator}\n    {pretty(_report(report), 4)}")
        self._counts["reports"] += 1
        for finding in report.findings:
            self._counts[finding.severity.name] += 1

    def finish(self) -> None:
        """The end of the list, and the summary."""
        end = "\n  ]" if self._counts["reports"] else "]"
        self._stream.write(f'{end},\n  "corpus": [],\n  "summary": {pretty(self._counts, 2)}\n}}\n')


def pretty(value: object, indent: int = 0) -> str:
    """A value as JSON for reading, its lines but the first indented by so many spaces."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    return text.replace("\n", "\n" + " " * indent) if indent else text


def _report(report: Report) -> ReportItem:
    submission = report.submission
    return ReportItem(
        path=path_of(report),
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
        place=document.place(span.start),
        calculation=finding.calculation,
        suggestion=finding.suggestion,
        fix=finding.fix,
        fingerprint=finding.fingerprint,
        related=[_related(related, submission) for related in finding.related],
    )


def _related(related: Related, submission: Submission) -> RelatedItem:
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
        place=document.place(span.start),
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
        related=[_related(related, submission) for related in said.related],
    )


def _reason(verdict: RuleVerdict) -> ReasonItem:
    return ReasonItem(verdict.rule, verdict.verdict.subject, verdict.verdict.reason)


def _quote(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]
