"""What an audit keeps of a report, so as to compare it with all others."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from hashlib import blake2b

import msgspec
from msgspec import Struct

from linter.audit.corpus import kept, sketch
from linter.audit.corpus.boilerplate import without
from linter.audit.corpus.figures import figures
from linter.audit.jobs import plain
from linter.binding.case import Case
from linter.binding.marks.pairs import score_pairs
from linter.binding.report.titles import subject
from linter.facts.quantity import Quantity
from linter.model import Document, Outline, Report, Span
from linter.regexes.late import regex

_SHORTEST = 30
"""Chinese characters of a passage that is looked at: less is a heading, a name, a cell of words."""
_REACH = 60
"""How far behind a document's number, or a project's name, the amount may stand."""
_PROJECT = regex(
    r"(项目|工程|经费|资金)的?(?:全年|当年|本年|年度)?"
    r"预算(?:总额|金额|资金|数|额)?(?:安排)?(?:为|是|共|:)? ?(?=\d)"
)
_NAME = regex(r"[\u4e00-\u9fffA-Za-z\d]{2,24}$")
_SPACE = regex(r"\s+")
_UNTITLED = regex(r"[^\u4e00-\u9fff]+|[零一二三四五六七八九十百]+")


class Passage(Struct, frozen=True, gc=False):
    """A paragraph, with how many Chinese characters it has, boilerplate aside."""

    span: Span
    letters: int
    sketch: bytes


class Amount(Struct, frozen=True, gc=False):
    """The first amount behind a document's number or a project's name, in one sentence with it."""

    name: str
    span: Span
    """From the name to the amount."""
    between: str
    low: str
    high: str
    """In 元."""


class Marks(Struct, frozen=True, gc=False):
    """The marks of a report: how many there are, how many of them are full, and their total."""

    count: int
    full: int
    total: str
    place: Span
    """The total, or the title where no total is told."""


class Traits(Struct, frozen=True):
    """What is compared of a report; spans lie in ``documents``."""

    documents: bytes
    digests: tuple[str, ...]
    """Of each document's text without its spaces; empty where it has next to none."""
    unit: str
    project: str
    year: int | None
    template: str
    """A digest of the titles of its chapters; reports of one template have one."""
    title: Span
    passages: tuple[Passage, ...]
    numbered: tuple[Amount, ...]
    """Amounts of documents (文号)."""
    budgets: tuple[Amount, ...]
    """Budgets of projects."""
    marks: Marks
    prose: int = 0
    """Chinese characters of all paragraphs, goals and boilerplate too."""
    figures: bytes = b""
    """A number of each figure that says something."""


def traits(report: Report, cases: Sequence[Case]) -> Traits:
    """The traits of a report, with the cases of its documents in their order."""
    documents = report.submission.documents
    outline = report.outline
    title = Span(outline.title_start, outline.title_end)
    named = subject(documents[0].folded[title.start : title.end]) if documents else None
    return Traits(
        documents=kept.pack(documents),
        digests=tuple(_digest(document.text) for document in documents),
        unit=plain(named.unit) if named else "",
        project=plain(named.project) if named else "",
        year=report.year,
        template=_template(outline),
        title=title,
        passages=tuple(p for at, case in enumerate(cases) for p in _passages(case, at)),
        numbered=tuple(a for at, case in enumerate(cases) for a in _numbered(case, at)),
        budgets=tuple(a for at, case in enumerate(cases) for a in _budgets(case, at)),
        marks=_marks(cases, title),
        prose=sum(map(_prose, documents)),
        figures=sketch.names(map(plain, figures(documents))),
    )


def encoded(made: Traits) -> bytes:
    """Traits as a worker hands them over and a store keeps them."""
    return msgspec.msgpack.encode(made)


def decoded(data: bytes) -> Traits:
    """What was encoded.

    Raises ``msgspec.MsgspecError`` where that is no traits, ``zlib.error`` where its documents are
    damaged: these are unpacked late, where nobody knows of which store they are.
    """
    made = msgspec.msgpack.decode(data, type=Traits)
    zlib.decompress(made.documents)
    return made


def _digest(text: str) -> str:
    bare = _SPACE.sub("", text)
    if len(bare) < _SHORTEST:
        return ""
    return blake2b(bare.encode("utf-8", "replace"), digest_size=12).hexdigest()


def _template(outline: Outline) -> str:
    titles = (_UNTITLED.sub("", s.title) for s in outline.sections if s.depth <= 1)
    return blake2b("|".join(titles).encode("utf-8", "replace"), digest_size=8).hexdigest()


def _prose(document: Document) -> int:
    paragraphs = (b for b in document.blocks if b.kind == "paragraph")
    return sum(len(sketch.letters(document.text[b.start : b.end])) for b in paragraphs)


def _passages(case: Case, document: int) -> Iterator[Passage]:
    """Its paragraphs, but for the goals: these a programme sets for all that take part in it."""
    text = case.document.folded
    for block in case.document.blocks:
        if block.kind != "paragraph" or block.end - block.start < _SHORTEST:
            continue
        if case.facts.in_target_section(block.start):
            continue
        bare = sketch.letters(without(text[block.start : block.end]))
        if len(bare) >= _SHORTEST:
            span = Span(block.start, block.end, document)
            yield Passage(span, len(bare), sketch.sketch(bare))


def _numbered(case: Case, document: int) -> Iterator[Amount]:
    for reference in case.facts.references:
        if reference.kind == "doc-number":
            name = case.document.folded[reference.start : reference.end]
            found = _first(case, reference.end)
            if found is not None:
                yield _amount(case, name, reference.start, reference.end, found, document)


def _budgets(case: Case, document: int) -> Iterator[Amount]:
    text = case.document.folded
    for match in _PROJECT.finditer(text):
        name, found = (
            _NAME.search(text, match.end(1) - 24, match.end(1)),
            _first(case, match.end()),
        )
        if name and found is not None and found.start == match.end():
            yield _amount(case, name[0], name.start(), match.end(1), found, document)


def _first(case: Case, offset: int) -> Quantity | None:
    """The first amount of money behind an offset, in its sentence."""
    for figure in case.facts.within(*case.facts.windows.behind("sentence", offset, offset, _REACH)):
        if figure.dimension == "money":
            return figure
    return None


def _amount(case: Case, name: str, start: int, end: int, figure: Quantity, document: int) -> Amount:
    return Amount(
        _SPACE.sub("", plain(name)),
        Span(start, figure.end, document),
        plain(case.document.folded[end : figure.start]),
        str(figure.value.low),
        str(figure.value.high),
    )


def _marks(cases: Sequence[Case], title: Span) -> Marks:
    pairs = [pair for case in cases for pair in score_pairs(case)]
    full = sum(mark.printed == whole.printed for mark, whole in pairs)
    for at, case in enumerate(cases):
        totals = [score.figure for score in case.scores if score.role == "total"]
        if totals:
            figure = totals[-1]
            return Marks(len(pairs), full, str(figure.printed), Span(figure.start, figure.end, at))
    return Marks(len(pairs), full, "", title)
