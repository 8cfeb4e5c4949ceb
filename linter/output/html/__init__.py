"""One report, or several, as one HTML file that a browser opens by double click.

The file holds the ``View`` of each report as JSON, and the script and style of the report view,
which the clerk's page shares (``script``, ``style``). What a report says goes to the screen as text
nodes only. The same reports give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from linter.model import Report
from linter.output import Options, web
from linter.output.embedded import embedded
from linter.output.view.viewer import of_report

_HERE = Path(__file__).parent
_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_TITLES = {"zh": "绩效自评报告检查结果", "en": "What was found in a performance report"}


def script() -> str:
    """A script that defines ``reportView(root, view, options)`` and nothing else."""
    body = web.scripts(_HERE / "script")
    return f'const reportView = (() => {{\n"use strict";\n{body}\nreturn reportView;\n}})();'


def style() -> str:
    """The style of what is inside ``.report-view``, and the colours of a page around it."""
    return _source("style.css")


def writer(stream: TextIO, options: Options) -> HtmlWriter:
    """A writer of one HTML file for all reports."""
    return HtmlWriter(stream, options)


class HtmlWriter:
    """Writes the views into the middle of the page, one after the other."""

    def __init__(self, stream: TextIO, options: Options) -> None:
        self._stream = stream
        self._options = options
        self._pieces = _around(options)
        self._separator = ""
        stream.write(next(self._pieces))

    def write(self, report: Report) -> None:
        """One more report."""
        self._stream.write(f"{self._separator}{embedded(of_report(report, self._options))}")
        self._separator = ","

    def finish(self) -> None:
        """What stands behind the reports."""
        self._stream.write(next(self._pieces))


def _around(options: Options) -> Iterator[str]:
    """The page before and behind the reports."""
    view, mount, css = script(), _source("mount.js"), style()
    title = _TITLES[options.lang]
    parts = {
        "lang": _LANGUAGES[options.lang],
        "title": title,
        "head": web.head(title, web.policy((view, mount), css), css),
        "script": view,
        "mount": mount,
        "data": "",
    }
    before, behind = _source("template.html").split("{{data}}")
    yield "".join(web.filled(before, parts))
    yield "".join(web.filled(behind, parts))


def _source(name: str) -> str:
    return (_HERE / name).read_text("utf-8")
