"""Reports for people at a terminal: findings by chapter, their places marked, and what was right.

Colour, width and NO_COLOR are as rich has them; nothing that matters is said by colour alone.
"""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from rich.style import Style

from linter.model import Document, Finding, Report, RuleVerdict, Severity, Status
from linter.output import Options
from linter.output.excerpt import Row, marks_of, rows
from linter.output.passes import worth_telling
from linter.output.places import described, path_of, physical, titled
from linter.output.sheet import BOLD, DIM, GOOD, PLAIN, SEPARATOR, Part, Sheet, Terminal
from linter.output.words import WORDS, Words, says

_MARKED = Style(color="red", bold=True, underline=True)
_RELATED = Style(color="blue", bold=True, underline=True)
SEVERITY_STYLES = {
    Severity.error: Style(color="red", bold=True),
    Severity.warning: Style(color="yellow", bold=True),
    Severity.info: Style(color="cyan", bold=True),
}
_MOST_ROWS = 6
_STEP = " › "
_STEP_WIDTH = 24


def writer(stream: TextIO, options: Options) -> TerminalWriter:
    """A writer for terminals; the stream tells colour and width."""
    return TerminalWriter(stream, options)


class TerminalWriter:
    """Prints each report as it is done, and totals when there were several."""

    def __init__(self, stream: TextIO, options: Options) -> None:
        self._terminal = Terminal(stream)
        self._words = WORDS[options.lang]
        self._verbose = options.verbose
        self._counts: Counter[Severity] = Counter()
        self._reports = 0

    def write(self, report: Report) -> None:
        """One more report."""
        page = _Page(self._terminal.sheet(), self._words)
        page.report(report, verbose=self._verbose)
        self._terminal.show(page.sheet)
        self._reports += 1
        self._counts.update(finding.severity for finding in report.findings)

    def finish(self) -> None:
        """Totals, when there was more than one report."""
        if self._reports > 1:
            page = _Page(self._terminal.sheet(), self._words)
            page.totals(self._reports, self._counts)
            self._terminal.show(page.sheet)


class _Page:
    """What is said of one report, or of all, on one sheet."""

    def __init__(self, sheet: Sheet, words: Words) -> None:
        self.sheet = sheet
        self._words = words

    def report(self, report: Report, *, verbose: bool) -> None:
        """Header, findings by chapter, and what was found right."""
        self.sheet.rule(path_of(report))
        if report.submission.documents[0].text:
            self._header(report)
        before: list[str] = []
        for finding in sorted(report.findings, key=lambda f: (f.span.document, f.span.start)):
            titles = self._titles(report, finding)
            if titles and titles != before:
                self._chapter(titles, before)
            before = titles
            self._finding(report, finding)
        if not report.findings:
            self.sheet.line((f"✓ {self._words.clean}", GOOD))
        self._verdicts(report, verbose=verbose)
        self.sheet.line()

    def totals(self, reports: int, counts: Counter[Severity]) -> None:
        """One line for all reports."""
        self.sheet.rule(self._words.total)
        parts: list[Part] = [(f"{reports} {self._words.reports}", BOLD)]
        for severity in sorted(Severity, reverse=True):
            style = SEVERITY_STYLES[severity] if counts[severity] else DIM
            told = f"{self._words.severities[severity]} {counts[severity]}"
            parts += ((SEPARATOR, DIM), (told, style))
        self.sheet.line(*parts)

    def _header(self, report: Report) -> None:
        words = self._words
        if report.outline.title:
            self.sheet.paragraph(report.outline.title, BOLD)
        reason = f"（{report.profile_reason}）" if report.profile_reason else ""
        self.sheet.paragraph(f"{words.profile} {report.profile or words.unrecognised}{reason}")
        checks = sum(v.verdict.status in (Status.passed, Status.failed) for v in report.verdicts)
        self.sheet.items(
            (
                f"{words.year} {report.year or words.unrecognised}",
                f"{words.sections} {len(report.outline.sections)}",
                f"{words.figures} {report.figures}",
                f"{words.checks} {checks}",
            )
        )
        self.sheet.line()

    def _titles(self, report: Report, finding: Finding) -> list[str]:
        """The titles above a finding, chapter first; the path where it is in another document."""
        document = report.submission.documents[finding.span.document]
        if finding.span.document or not document.text:
            return [document.path] if document.text else []
        path = report.outline.path(report.outline.at(finding.span.start))
        return [titled(section) for section in path] or [self._words.beginning]

    def _chapter(self, titles: list[str], before: list[str]) -> None:
        if titles[:1] != before[:1]:
            self.sheet.line((self.sheet.cells.fitted(titles[0], self.sheet.width), BOLD))
        if len(titles) > 1:
            steps = (self.sheet.cells.fitted(title, _STEP_WIDTH) for title in titles[1:])
            self.sheet.paragraph(_STEP.join(steps), DIM)
        self.sheet.line()

    def _finding(self, report: Report, finding: Finding) -> None:
        words, style = self._words, SEVERITY_STYLES[finding.severity]
        self.sheet.hanging((words.severities[finding.severity], style), finding.message, BOLD)
        others = [related.span for related in finding.related]
        for index, document in enumerate(report.submission.documents):
            marks = marks_of(finding.span, others, index)
            if marks and document.text:
                if index != finding.span.document:
                    self.sheet.labelled(words.file, document.path, DIM)
                self._excerpt(list(rows(document, marks, self.sheet.room, self.sheet.cells)))
        place = described(
            report.submission.documents[finding.span.document], finding.span.start, words
        )
        if place:
            self.sheet.labelled(words.place, place)
        if not says(finding.message, finding.calculation):
            self.sheet.labelled(words.calculation, finding.calculation)
        if not says(finding.message, finding.suggestion):
            self.sheet.labelled(words.suggestion, finding.suggestion, GOOD)
        self.sheet.labelled(words.rule, finding.rule, DIM)
        self.sheet.line()

    def _excerpt(self, found: list[Row]) -> None:
        """The rows, of very many only the first and the one with the primary place."""
        shown = found
        if len(found) > _MOST_ROWS:
            main = next((row for row in found if any(mark.primary for mark in row.marks)), found[0])
            keep = [*(row for row in found if row is not main)][: _MOST_ROWS - 1]
            shown = [row for row in found if row is main or any(row is kept for kept in keep)]
        for row in shown:
            self.sheet.gutter(str(row.line), *_marked(row))
            self.sheet.gutter("", *_underlined(row.underline(self.sheet.cells)))
        if len(shown) < len(found):
            self.sheet.gutter("…", (f"+{len(found) - len(shown)}", DIM))

    def _verdicts(self, report: Report, *, verbose: bool) -> None:
        words = self._words
        by_status: dict[Status, list[RuleVerdict]] = {status: [] for status in Status}
        for verdict in report.verdicts:
            by_status[verdict.verdict.status].append(verdict)
        passed = worth_telling(by_status[Status.passed])
        right = [verdict for verdict in passed if verdict.verdict.recomputed]
        families = Counter(verdict.rule.partition("/")[0] for verdict in right)
        named = [f"{words.families.get(name, name)} {n}" for name, n in families.most_common()]
        if right:
            told = f"{words.right} {len(right)}  {SEPARATOR.join(named)}"
            self.sheet.hanging(("✓", GOOD), told, GOOD)
        others = {
            words.not_evaluated: by_status[Status.not_evaluated],
            words.not_applicable: by_status[Status.not_applicable],
        }
        if not verbose:
            held = len(passed) - len(right)
            counts = [f"{words.held} {held}"] if held else []
            counts += [f"{title} {len(found)}" for title, found in others.items() if found]
            if counts or passed:
                told = SEPARATOR.join((*counts, words.verbose_hint))
                self.sheet.hanging((" ", PLAIN), told, DIM)
            return
        for verdict in passed:
            self._passed(verdict, report.submission.documents)
        for title, found in others.items():
            if found:
                self.sheet.hanging(("-", DIM), f"{title} {len(found)}")
            for verdict in found:
                said = verdict.verdict
                told = words.colon.join(part for part in (said.subject, said.reason) if part)
                self._entry("", told, verdict.rule)

    def _passed(self, verdict: RuleVerdict, documents: tuple[Document, ...]) -> None:
        said, line = verdict.verdict, ""
        if said.span is not None:
            line = str(physical(documents[said.span.document], said.span.start)[0])
        told = said.calculation.rstrip(" ✓√") or said.subject
        self._entry(line, f"{told} ✓", verdict.rule)

    def _entry(self, label: str, text: str, rule: str) -> None:
        """A text with its rule behind it where there is room, else below."""
        if self.sheet.cells.of(text) + 2 + len(rule) <= self.sheet.room:
            self.sheet.gutter(label, (text, PLAIN), (f"  {rule}", DIM))
        else:
            self.sheet.labelled(label, text)
            self.sheet.gutter("", (rule, DIM))


def _marked(row: Row) -> list[Part]:
    parts: list[Part] = []
    at = 0
    for mark in row.marks:
        style = _MARKED if mark.primary else _RELATED
        parts += ((row.text[at : mark.start], PLAIN), (row.text[mark.start : mark.end], style))
        at = mark.end
    return [*parts, (row.text[at:], PLAIN)]


def _underlined(under: str) -> list[Part]:
    start = under.find("^")
    if start < 0:
        return [(under, DIM)]
    end = under.rindex("^") + 1
    return [
        (under[:start], DIM),
        (under[start:end], SEVERITY_STYLES[Severity.error]),
        (under[end:], DIM),
    ]
