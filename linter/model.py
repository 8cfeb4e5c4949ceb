"""The nouns that all rooms share: documents, their places, and what is said of them.

Offsets are code points in ``Document.text``; ends are exclusive; lines and columns are 1-based.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cached_property
from typing import Literal, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from linter.layout import Layout


class Severity(Enum):
    """How grave a finding is; ordered, so that thresholds compare."""

    info = "info"
    warning = "warning"
    error = "error"

    @property
    def rank(self) -> int:
        """1, 2 or 3; the graver the higher."""
        return _RANKS[self.value]

    def __ge__(self, other: Severity) -> bool:
        return self.rank >= other.rank

    def __lt__(self, other: Severity) -> bool:
        return self.rank < other.rank


_RANKS = {"info": 1, "warning": 2, "error": 3}


class Status(StrEnum):
    """The four verdicts (DESIGN §5)."""

    passed = "pass"
    failed = "fail"
    not_applicable = "not_applicable"
    not_evaluated = "not_evaluated"


class Place(Struct, frozen=True, tag_field="kind", tag=str.lower):
    """Where a character physically stands; one subclass a file format."""

    def shift(self, characters: int) -> Place:
        """The place so many characters further on in the same segment."""
        raise NotImplementedError


class TextPlace(Place, frozen=True, tag="text", gc=False):
    """A place in a text or Markdown file, in the file's own lines."""

    line: int
    column: int

    def shift(self, characters: int) -> TextPlace:
        """The place so many columns further on in the same line."""
        return TextPlace(self.line, self.column + characters)


class WordPlace(Place, frozen=True, tag="docx", gc=False):
    """A place in a Word file: the paragraph in its part, and the cell where it stands in one.

    ``paragraph`` counts every paragraph of the part in the file's order, those of cells and text
    boxes too; ``character`` counts what the reader sees of it. An automatic number is character 0.
    """

    paragraph: int
    character: int = 1
    part: str = "document"
    table: int | None = None
    row: int | None = None
    column: int | None = None
    page: int | None = None
    """The page on which Word last laid it out, where the file says so."""

    def shift(self, characters: int) -> WordPlace:
        """The place so many characters further on in the same paragraph."""
        if not self.character:
            return self
        return replace(self, character=self.character + characters)


class SheetPlace(Place, frozen=True, tag="sheet", gc=False):
    """A cell of a sheet, as the sheet names it: ``B7``."""

    sheet: str
    cell: str

    def shift(self, characters: int) -> SheetPlace:  # noqa: ARG002 - a cell is its smallest place
        """The same cell."""
        return self


class PdfPlace(Place, frozen=True, tag="pdf", gc=False):
    """A line of a PDF page and its box in points from the lower left: left, bottom, right, top."""

    page: int
    box: tuple[float, float, float, float] | None = None

    def shift(self, characters: int) -> PdfPlace:  # noqa: ARG002 - a line is its smallest place
        """The same line."""
        return self


class WebPlace(Place, frozen=True, tag="html", gc=False):
    """A place in a web page: its paragraph, counted from 1, or its cell."""

    paragraph: int
    character: int = 1
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def shift(self, characters: int) -> WebPlace:
        """The place so many characters further on in the same paragraph."""
        return replace(self, character=self.character + characters)


class Segment(Struct, frozen=True, gc=False):
    """From ``start`` on, the text runs on physically from ``origin``, until the next segment."""

    start: int
    origin: Place


class Block(Struct, frozen=True, gc=False):
    """A paragraph, heading or table cell: what no gap of a pattern crosses."""

    start: int
    end: int
    kind: Literal["paragraph", "heading", "cell"] = "paragraph"
    level: int | None = None
    """Heading level where the format states one (Markdown ``#``, Word's outline level)."""


class Cell(Struct, frozen=True, gc=False):
    """One cell of a table; ``column`` counts from 0; its text is ``text[start:end]``."""

    start: int
    end: int
    column: int


class Table(Struct, frozen=True):
    """Rows of cells in reading order. ``sure`` is false where columns had to be guessed."""

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]
    sure: bool = True


class Notice(Struct, frozen=True):
    """What reading a file has to say of it: becomes a finding ``input/<slug>``."""

    slug: str
    severity: Severity
    message: dict[str, str]
    start: int = 0
    end: int = 0


class Document(Struct, frozen=True, dict=True):
    """One file as one string, with its blocks, tables and the map back to the file."""

    path: str
    text: str
    folded: str
    """The text's twin of the same length: full-width as half-width, odd spaces as spaces."""
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    segments: tuple[Segment, ...] = ()
    notices: tuple[Notice, ...] = ()
    laid_out: Callable[[], Layout] | None = None
    """Reads the layout, where the format has one: a second reading, for those who ask for it."""

    @cached_property
    def layout(self) -> Layout | None:
        """What the text looks like on paper."""
        return self.laid_out() if self.laid_out else None

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    @cached_property
    def _segment_starts(self) -> list[int]:
        return [segment.start for segment in self.segments]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset in the text."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def place(self, offset: int) -> Place:
        """The physical place of an offset."""
        at = bisect_right(self._segment_starts, offset) - 1
        segment = self.segments[max(at, 0)]
        return segment.origin.shift(offset - segment.start)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset."""
        at = bisect_right(self._block_starts, offset) - 1
        if at >= 0 and offset <= self.blocks[at].end:
            return self.blocks[at]
        return None


class Submission(Struct, frozen=True):
    """What is judged together: a report alone, or a report with its attachments."""

    documents: tuple[Document, ...]


class Stretch(Protocol):
    """What begins and ends at offsets of a document."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


class Span(Struct, frozen=True, order=True, gc=False):
    """A stretch of one document of the submission."""

    start: int
    end: int
    document: int = 0

    @classmethod
    def of(cls, stretch: Stretch) -> Span:
        """Where a figure, a section or another stretch of a document stands."""
        return cls(stretch.start, stretch.end)


class Marker(Struct, frozen=True, gc=False):
    """A heading's number as written: style of the marker, value, and its own span."""

    style: str
    value: int
    text: str
    start: int
    end: int


class Section(Struct, frozen=True, gc=False):
    """A heading and what stands under it, in the flat preorder list of an outline.

    ``start``–``title_end`` is the heading line; the body runs to ``end``, sub-sections included.
    ``parent`` is the index of the section above, -1 at the top.
    """

    index: int
    parent: int
    depth: int
    title: str
    start: int
    title_end: int
    end: int
    marker: Marker | None = None
    inline: bool = False
    """Whether the heading is the beginning of a paragraph (一是……), not a line of its own."""


class Outline(Struct, frozen=True, dict=True):
    """The section tree as a flat preorder list; walk it by index, never by recursion."""

    title: str
    title_start: int
    title_end: int
    sections: tuple[Section, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [section.start for section in self.sections]

    def at(self, offset: int) -> Section | None:
        """The innermost section that holds an offset."""
        index = bisect_right(self._starts, offset) - 1
        while index >= 0:
            section = self.sections[index]
            if offset < section.end:
                return section
            index = section.parent
        return None

    def path(self, section: Section | None) -> tuple[Section, ...]:
        """The section with those above it, outermost first."""
        chain: list[Section] = []
        while section is not None:
            chain.append(section)
            section = self.sections[section.parent] if section.parent >= 0 else None
        return tuple(reversed(chain))

    def children(self, parent: int) -> list[Section]:
        """The sections directly below one (``-1``: the top level)."""
        return self._below.get(parent, [])

    @cached_property
    def _below(self) -> dict[int, list[Section]]:
        below: dict[int, list[Section]] = {}
        for section in self.sections:
            below.setdefault(section.parent, []).append(section)
        return below

    def after(self, offset: int) -> Section | None:
        """The first section that begins at an offset or behind it."""
        index = bisect_left(self._starts, offset)
        return self.sections[index] if index < len(self.sections) else None


class Related(Struct, frozen=True):
    """Another place that takes part in a verdict, with the name of its part."""

    span: Span
    label: str


class Needed(Struct, frozen=True):
    """What one figure of a failed calculation would have to be for it to hold with the others."""

    span: Span
    low: Decimal
    high: Decimal


class Verdict(Struct, frozen=True):
    """What one rule says of one subject."""

    status: Status
    subject: str
    span: Span | None = None
    related: tuple[Related, ...] = ()
    calculation: str = ""
    reason: str = ""
    severity: Severity | None = None
    """Set where the verdict is milder than its rule's severity."""
    values: dict[str, str] = field(default_factory=dict)
    """What the rule's message may name in braces."""
    needed: tuple[Needed, ...] = ()
    """Of a failed calculation: any of its figures may be the wrong one."""
    fix: str | None = None
    recomputed: bool = False
    """Of a pass: whether the figure was computed anew, or held against another statement of it,
    and came out as printed. Bounds, order, presence and form say nothing of its value."""

    @property
    def spans(self) -> frozenset[Span]:
        """Where all that takes part stands: a calculation, however it is turned."""
        return frozenset((*((self.span,) if self.span else ()), *(r.span for r in self.related)))


class Finding(Struct, frozen=True):
    """A failed verdict as people read it."""

    rule: str
    name: str
    severity: Severity
    message: str
    span: Span
    quote: str
    section: str
    calculation: str
    suggestion: str
    fingerprint: str
    related: tuple[Related, ...] = ()
    fix: str | None = None
    suspect: Span | None = None
    """The figure that takes part and is more likely to be wrong than what is told of."""

    @property
    def spans(self) -> frozenset[Span]:
        """Where all that takes part stands."""
        return frozenset((self.span, *(related.span for related in self.related)))


class RuleVerdict(Struct, frozen=True):
    """A verdict with the rule that gave it."""

    rule: str
    verdict: Verdict


class Report(Struct, frozen=True):
    """All that was found in one submission."""

    submission: Submission
    outline: Outline
    profile: str
    profile_reason: str
    year: int | None
    figures: int
    findings: tuple[Finding, ...]
    verdicts: tuple[RuleVerdict, ...]
    figure_starts: tuple[int, ...] = ()
    """Where the figures stand that were read in the main document."""
