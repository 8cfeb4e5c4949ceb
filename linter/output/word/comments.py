"""What the comments say: one for each finding, which names the other places that take part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from linter.model import Finding, Report, Span
from linter.output import Lang
from linter.output.places import Places
from linter.output.words import WORDS, Words, broken, says, settled

_MOST_PLACES, _MOST_QUOTES, _LONGEST = 12, 6, 30
"""How many other places are named, how many quotes at one, and how much of a quote."""


class Comment(Struct, frozen=True):
    """A comment's lines, and the stretch of the text that it is about."""

    span: Span
    lines: tuple[str, ...]
    quoted: str
    """A line that says what it is about, where the comment cannot stand at the very words."""

    @property
    def lines_with_quote(self) -> tuple[str, ...]:
        """The lines, with what they are about before the last, which is the rule's id."""
        return (*self.lines[:-1], self.quoted, self.lines[-1]) if self.quoted else self.lines


def comments_of(
    report: Report, lang: Lang, document: int = 0, bases: Mapping[str, str] | None = None
) -> Iterator[Comment]:
    """The comments on one of a report's documents, in its findings' order, none twice.

    A finding of another document stands where it names this one, and one that suspects a figure at
    that figure. ``bases`` says what each rule is based on.
    """
    words, documents = WORDS[lang], report.submission.documents
    places = Places(documents, report.outline, words)
    told = set()
    for finding in report.findings:
        spans = _spans(finding)
        span = next((span for span in spans if span.document == document), None)
        if span is None:
            continue
        others = _others(report, [s for s in spans if s != span], span, places, words)
        basis = settled((bases or {}).get(finding.rule, ""))
        lines = _lines(finding, others, basis, words)
        if (span, lines) not in told:
            told.add((span, lines))
            quote = documents[document].text[span.start : span.end]
            yield Comment(span, lines, f"{words.text}{words.colon}{quote}" if quote else "")


def _spans(finding: Finding) -> list[Span]:
    """The places of a finding, that which is more likely wrong before that which it is about."""
    spans = list(dict.fromkeys((finding.span, *(related.span for related in finding.related))))
    suspect = finding.suspect
    if suspect is None:
        return spans
    return sorted(spans, key=lambda s: (s.start, s.end) != (suspect.start, suspect.end))


def _lines(finding: Finding, others: str, basis: str, words: Words) -> tuple[str, ...]:
    calculation, message = broken(finding.calculation), finding.message
    if calculation:
        message = message.replace(finding.calculation, calculation)
    lines = [f"{words.severities[finding.severity]}{words.colon}{message}"]
    for name, part in (
        (words.calculation, calculation),
        (words.suggestion, finding.suggestion),
        (words.others, others),
        (words.basis, basis),
    ):
        if not says(message, part):
            lines.append(f"{name}{words.colon}{part}")
    rule = words.bracketed.format(finding.name, finding.rule)
    lines.append(f"{words.rule}{words.colon}{rule}")
    return tuple(lines)


def _others(report: Report, spans: list[Span], own: Span, places: Places, words: Words) -> str:
    """The other places, each with what stands there, and its file where it is another one."""
    found: dict[str, list[str]] = {}
    for span in spans:
        document = report.submission.documents[span.document]
        quote = document.text[span.start : span.end]
        if quote.strip():
            where = places.beside(span, own)
            if span.document != own.document:
                where = f"{document.path.rpartition('/')[2]} {where}"
            quote = quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}…"
            found.setdefault(where, []).append(words.quote.format(quote))
    named = [
        f"{where}{words.joiner.join(quotes[:_MOST_QUOTES])}"
        + (words.more if len(quotes) > _MOST_QUOTES else "")
        for where, quotes in list(found.items())[:_MOST_PLACES]
    ]
    return words.semicolon.join(named) + (words.more if len(found) > _MOST_PLACES else "")
