"""Several documents as one, so that what reaches across chapters reaches across files."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from linter.model import Block, Cell, Document, Related, Segment, Span, Table, Verdict

_BETWEEN = "\n"


class Joined(Struct, frozen=True):
    """One document of several, and where in it each of them begins."""

    document: Document
    starts: tuple[int, ...]
    indices: tuple[int, ...]
    """Which document of the submission each of them is."""

    def apart(self, verdict: Verdict) -> Verdict | None:
        """The verdict with its spans in their own documents; nothing where all lie in one."""
        if verdict.span is None:
            return None
        span = self._own(verdict.span)
        related = tuple(Related(self._own(r.span), r.label) for r in verdict.related)
        if all(other.span.document == span.document for other in related):
            return None
        return replace(verdict, span=span, related=related)

    def _own(self, span: Span) -> Span:
        at = bisect_right(self.starts, span.start) - 1
        start = self.starts[at]
        return Span(span.start - start, span.end - start, self.indices[at])


def join(documents: Sequence[Document], indices: Sequence[int]) -> Joined:
    """The documents of those indices as one, in this order; its path is that of the first."""
    starts, at = [], 0
    blocks: list[Block] = []
    tables: list[Table] = []
    segments: list[Segment] = []
    for index in indices:
        document = documents[index]
        starts.append(at)
        blocks += (replace(b, start=b.start + at, end=b.end + at) for b in document.blocks)
        tables += (_moved(table, at) for table in document.tables)
        segments += (Segment(s.start + at, s.origin) for s in document.segments)
        at += len(document.text) + len(_BETWEEN)
    chosen = [documents[index] for index in indices]
    whole = Document(
        path=chosen[0].path,
        text=_BETWEEN.join(document.text for document in chosen),
        folded=_BETWEEN.join(document.folded for document in chosen),
        blocks=tuple(blocks),
        tables=tuple(tables),
        segments=tuple(segments),
    )
    return Joined(whole, tuple(starts), tuple(indices))


def _moved(table: Table, by: int) -> Table:
    rows = tuple(
        tuple([Cell(cell.start + by, cell.end + by, cell.column) for cell in row])
        for row in table.rows
    )
    return Table(table.start + by, table.end + by, rows, table.sure)
