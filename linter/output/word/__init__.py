"""The findings as comments in a copy of the Word file: bytes in, bytes out."""

from __future__ import annotations

from linter.model import Report
from linter.output import Options
from linter.output.word.anchors import Anchors
from linter.output.word.comments import comments_of
from linter.output.word.copy import Copy
from linter.output.word.markup import Markup

__all__ = ["annotate"]


def annotate(data: bytes, report: Report, options: Options, document: int = 0) -> bytes:
    """A copy of a Word file with a comment at each place that the report names in it.

    ``data`` are the bytes that the report's document of that number was read from. Raises
    ``UnreadableError`` where they cannot be read.
    """
    copy = Copy(data)
    found = Anchors(copy.word)
    read = report.submission.documents[document]
    bases = {rule.id: rule.header.basis for rule in options.book.rules} if options.book else {}
    comments = list(comments_of(report, options.lang, document, bases))
    anchors = [found.of(read, comment.span) for comment in comments]
    markup = Markup(copy.body, copy.word.root, copy.next_id, anchors)
    told = []
    for comment, anchor in zip(comments, anchors, strict=True):
        exact = anchor.exact and not markup.is_apart(anchor)
        lines = comment.lines if exact else comment.lines_with_quote
        told.append((markup.mark(anchor), lines))
    return copy.written(markup.written(), told)
