"""Reports as lines for editors and scripts: ``path:line:column: severity id message``."""

from __future__ import annotations

from typing import TextIO

from linter.model import Finding, Report, RuleVerdict, Span, Status, Submission
from linter.output import Options
from linter.output.places import physical, printable

_OTHERS = (Status.passed, Status.not_evaluated, Status.not_applicable)
"""The verdicts that are no findings, in the order in which they are told."""


def writer(stream: TextIO, options: Options) -> TextWriter:
    """A writer of one line a finding, and one of every other verdict where that is chosen."""
    return TextWriter(stream, verbose=options.verbose)


class TextWriter:
    """Writes one line a finding, in the reports' order."""

    def __init__(self, stream: TextIO, *, verbose: bool) -> None:
        self._stream = stream
        self._verbose = verbose

    def write(self, report: Report) -> None:
        """One more report."""
        for finding in report.findings:
            self._stream.write(f"{_line(finding, report.submission)}\n")
        for status in _OTHERS if self._verbose else ():
            for said in report.verdicts:
                if said.verdict.status is status:
                    self._stream.write(f"{_verdict(said, report.submission)}\n")

    def finish(self) -> None:
        """Nothing follows the last finding."""


def _line(finding: Finding, submission: Submission) -> str:
    severity = finding.severity.name
    place = _place(finding.span, submission)
    return printable(f"{place}: {severity} {finding.rule} {finding.message}")


def _verdict(said: RuleVerdict, submission: Submission) -> str:
    """A verdict that is no finding: its arithmetic, or why nothing was checked."""
    verdict = said.verdict
    about = [verdict.subject] if verdict.span is not None else []
    told = " ".join(part for part in (*about, verdict.calculation, verdict.reason) if part)
    place = _place(verdict.span, submission)
    return printable(f"{place}: {verdict.status} {said.rule} {told}").rstrip()


def _place(span: Span | None, submission: Submission) -> str:
    """Path, line and column; of what has no place the path of the first document."""
    if span is None:
        return submission.documents[0].path
    document = submission.documents[span.document]
    line, column = physical(document, span.start)
    return f"{document.path}:{line}:{column}"
