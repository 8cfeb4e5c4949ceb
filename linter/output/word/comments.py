"""What the comments say: one for each finding, a short one at each place that it refers to."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from linter.model import Finding, Report, Span
from linter.output import Lang
from linter.output.words import WORDS, Words, says


class Comment(Struct, frozen=True):
    """A comment's lines, and the stretch of the text that it is about."""

    span: Span
    lines: tuple[str, ...]
    quoted: str
    """A line that says what it is about, where the comment cannot stand at the very words."""

    @property
    def lines_with_quote(self) -> tuple[str, ...]:
        """The lines, with what they are about."""
        return (*self.lines, self.quoted) if self.quoted else self.lines


def comments_of(report: Report, lang: Lang) -> Iterator[Comment]:
    """The comments on a report's first document, in its findings' order, none twice."""
    words, text = WORDS[lang], report.submission.documents[0].text
    told = set()
    for finding in report.findings:
        said = [(finding.span, _lines(finding, words))]
        said += [(related.span, (_used(finding, words),)) for related in finding.related]
        for span, lines in said:
            if span.document == 0 and (span, lines) not in told:
                told.add((span, lines))
                quote = text[span.start : span.end]
                yield Comment(span, lines, f"{words.text}{words.colon}{quote}" if quote else "")


def _lines(finding: Finding, words: Words) -> tuple[str, ...]:
    lines = [f"{words.severities[finding.severity]}{words.colon}{finding.message}"]
    for name, part in (
        (words.calculation, finding.calculation),
        (words.suggestion, finding.suggestion),
    ):
        if not says(finding.message, part):
            lines.append(f"{name}{words.colon}{part}")
    lines.append(f"{words.rule}{words.colon}{finding.rule}")
    return tuple(lines)


def _used(finding: Finding, words: Words) -> str:
    return words.used.format(finding.quote or finding.name, finding.name)
