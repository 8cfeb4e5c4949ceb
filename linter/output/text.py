"""Reports as lines for editors and scripts: ``path:line:column: severity id message``."""

from __future__ import annotations

from typing import TextIO

from linter.model import Finding, Report, Submission
from linter.output import Options
from linter.output.places import physical, printable


def writer(stream: TextIO, options: Options) -> TextWriter:  # noqa: ARG001 - as every format's
    """A writer of one line a finding; there is nothing to choose."""
    return TextWriter(stream)


class TextWriter:
    """Writes one line a finding, in the reports' order."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, report: Report) -> None:
        """One more report."""
        for finding in report.findings:
            self._stream.write(f"{_line(finding, report.submission)}\n")

    def finish(self) -> None:
        """Nothing follows the last finding."""


def _line(finding: Finding, submission: Submission) -> str:
    document = submission.documents[finding.span.document]
    line, column = physical(document, finding.span.start)
    severity = finding.severity.name
    return printable(
        f"{document.path}:{line}:{column}: {severity} {finding.rule} {finding.message}"
    )
