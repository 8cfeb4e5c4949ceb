"""Reports as JSON, version 1 (``report.schema.json`` beside this file says what it holds).

The bytes depend on the reports alone: field order is fixed, nothing is dated. Each report is
written as soon as it is done.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from typing import TextIO

import msgspec

import linter
from linter.items import of_report
from linter.model import Report
from linter.output import Options

VERSION = 1


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
        self.add(of_report(report), (finding.severity.name for finding in report.findings))

    def add(self, item: object, severities: Iterable[str]) -> None:
        """One more report as data or as JSON (``msgspec.Raw``), with its findings' severities."""
        separator = "," if self._counts["reports"] else ""
        self._stream.write(f"{separator}\n    {pretty(item, 4)}")
        self._counts["reports"] += 1
        for severity in severities:
            self._counts[severity] += 1

    def finish(self) -> None:
        """The end of the list, and the summary."""
        end = "\n  ]" if self._counts["reports"] else "]"
        self._stream.write(f'{end},\n  "corpus": [],\n  "summary": {pretty(self._counts, 2)}\n}}\n')


def pretty(value: object, indent: int = 0) -> str:
    """A value as JSON for reading, its lines but the first indented by so many spaces."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    return text.replace("\n", "\n" + " " * indent) if indent else text
