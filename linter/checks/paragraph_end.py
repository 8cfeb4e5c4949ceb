"""``paragraph-end``: the last paragraph of a section ends with a mark."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.gathered import gathered
from linter.binding.sought import Sought
from linter.language.needs import Spec
from linter.model import Block, Span, Status, Verdict
from linter.reading.fold import fold
from linter.regexes.late import regex

_FIGURES = frozenset("0123456789%‰")
"""What ends a paragraph, beside Chinese words, that has no mark at its end."""

_FORM = regex(r"[^，。;]{2,12}:|[^\n]*?(?: {2}|\t)")
"""How lines of forms look: 联系人：…, or columns set apart by spaces."""

_BROKEN = frozenset(",，、")
"""After which something must follow that is no heading."""

_FIGURE = regex(r"\d")


class ParagraphEnd(Spec, frozen=True):
    """All paragraphs without a mark at their end are told as one finding."""

    least: int = 20
    """How many characters a paragraph has at least; what is shorter may be a title."""


SPEC = ParagraphEnd


def seeks(rule_id: str, spec: ParagraphEnd, case: Case) -> Iterator[Sought]:
    """Headings."""
    yield sought.headings(case)


def check(rule_id: str, spec: ParagraphEnd, case: Case) -> Iterator[Verdict]:
    """A failure at the end of the first such paragraph, else a pass where there are headings."""
    titles = {s.start for s in case.outline.sections if not s.inline}
    items = {s.start for s in case.outline.sections if s.inline}
    blocks = case.document.blocks
    last = [
        (before, block, heading.start)
        for before, block, heading in zip(blocks, blocks[1:], blocks[2:], strict=False)
        if heading.start in titles and block.start not in titles
    ]
    places = [
        Span(block.end - 1, block.end)
        for block, heading in pairwise(blocks)
        if case.document.folded[block.end - 1] in _BROKEN
        and heading.start in titles | items
        and "。" in case.text(block.start, block.end)
        and case.is_prose(block.start)
    ]
    places += [
        Span(block.end - 1, block.end)
        for before, block, heading in last
        if _is_bare(case, block)
        and block.end - block.start >= spec.least
        and (before.start in titles or not _is_bare(case, before))
        and _is_told(case, block, block.start in items, heading)
    ]
    if places:
        yield gathered(case, sorted(places), {})
    elif last:
        yield Verdict(Status.passed, case.document.path)


def _is_bare(case: Case, block: Block) -> bool:
    last = case.document.folded[block.end - 1]
    return "一" <= last <= "\u9fff" or last in _FIGURES


def _is_told(case: Case, block: Block, item: bool, heading: int) -> bool:
    """Whether a block ends a section with sentences: no line of a form, no item of a list.

    What leads to the headings below it may be a title itself.
    """
    section, text = case.outline.at(block.start), case.text(block.start, block.end)
    return (
        section is not None
        and section.end <= heading
        and case.is_prose(block.start)
        and not case.is_attached(section)
        and not _FORM.match(fold(text))
        and ("。" in text or (_has_sentence(text) and not item))
    )


def _has_sentence(text: str) -> bool:
    """What tells a sentence from a title, which may have a comma too."""
    return "，" in text and _FIGURE.search(text) is not None
