"""The marks of a paragraph's items, and what they come to: 资金5分，得4分。过程合计得18分."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.sums.totals import Total
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity, comes_to
from linter.late import regex
from linter.model import Severity

_SUMMED = regex(
    r"(?:合计|共计|小计|总共|共|[本该]类|[本该]部分)(?:自评|实际)?(?:实|计)?得分?[为是]?$"
)
_GOT = regex(r"(?<![扣失])(?:自评|实际)?(?:实|计)?得(?:分|满分)?[为是了]?$")
_FULL_GOT = regex("得满分[为是]?$")
_LOST = regex(r"[扣减失][除分]?[了为]?$")
_NAMED_FULL = regex("(?:分值|满分|权重|标准分)[为是]?$")
_TITLE = regex(r"[^,，;。\n]{2,24}\((?:满分|分值|权重)?[为:]?$")
_WITHIN = regex("其中|加分|附加|上年|去年|分别|依次|复核|调整")
_FEWEST, _FEWEST_ALONE, _MOST = 2, 3, 14


class _Item(Struct, frozen=True):
    got: Quantity
    full: Quantity | None


class _Paragraph(Struct, frozen=True):
    """The full marks in its title, its items, and what words say that these come to."""

    title: Quantity | None
    items: tuple[_Item, ...]
    summed: Quantity | None

    @property
    def got(self) -> tuple[Quantity, ...]:
        """The marks of the items."""
        return tuple(item.got for item in self.items)

    @property
    def full(self) -> tuple[Quantity, ...]:
        """Their full marks, where each has them."""
        full = tuple(item.full for item in self.items if item.full is not None)
        return full if len(full) == len(self.items) else ()


def got_in_paragraphs(case: Case) -> Iterator[Total]:
    """What a paragraph's items are said to come to, unless some of its items come to it."""
    for found in case.once(_paragraphs):
        if found.summed is None or len(found.items) < _FEWEST:
            continue
        if found.title is not None and found.full and not comes_to(found.title, found.full):
            continue
        if comes_to(found.summed, found.got) or not _some_come_to(found.summed, found.got):
            yield Total(found.summed, found.got, severity=Severity.warning, loose=True)


def full_in_paragraphs(case: Case) -> Iterator[Total]:
    """The full marks in a paragraph's title, where the marks got show that all items are there.

    They are the sum that the paragraph tells, or both sums are told elsewhere.
    """
    for found in case.once(_paragraphs):
        if found.title is None or len(found.full) < _FEWEST:
            continue
        summed = found.summed is not None and comes_to(found.summed, found.got)
        alone = found.summed is None and len(found.full) >= _FEWEST_ALONE
        if summed or (alone and _are_told_elsewhere(case.facts, found)):
            yield Total(found.title, found.full, severity=Severity.warning, loose=True)


def _paragraphs(case: Case) -> list[_Paragraph]:
    facts = case.facts
    blocks: dict[tuple[int, int], list[Quantity]] = {}
    for figure in facts.text_by_dimension.get("score", []):
        blocks.setdefault(facts.windows.bounds("block", figure.start), []).append(figure)
    found = [_read(facts, low, marks) for (low, _), marks in blocks.items() if len(marks) > _FEWEST]
    return [paragraph for paragraph in found if paragraph is not None]


def _read(facts: Facts, low: int, marks: Sequence[Quantity]) -> _Paragraph | None:
    """A paragraph up to the first sum that it tells; nothing where its marks are not plain."""
    titled = _TITLE.fullmatch(facts.text[low : marks[0].start])
    title = marks[0] if titled and facts.text.startswith(")", marks[0].end) else None
    items: list[_Item] = []
    between: list[Quantity] = []
    for mark in marks[1:] if title else marks:
        words = facts.own_words(mark)
        if _SUMMED.search(words):
            plain = not _WITHIN.search(facts.text, low, mark.start)
            return _Paragraph(title, tuple(items), mark) if plain else None
        if mark.hedge is not None:
            return None
        if _GOT.search(words):
            items.append(_Item(mark, _full_of(facts, mark, between)))
            between = []
        elif not _LOST.search(words):
            between.append(mark)
    plain = not between and not _WITHIN.search(facts.text, low, marks[-1].end)
    return _Paragraph(title, tuple(items), None) if plain else None


def _full_of(facts: Facts, got: Quantity, between: Sequence[Quantity]) -> Quantity | None:
    """The full marks of an item, of the marks since the last one."""
    named = [mark for mark in between if _NAMED_FULL.search(facts.own_words(mark))]
    if len(between) == 1 or len(named) == 1:
        return (named or between)[0]
    return got if not between and _FULL_GOT.search(facts.own_words(got)) else None


def _some_come_to(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether several of the parts come to the whole: the others may be parts of these."""
    if len(parts) > _MOST:
        return True
    sums = {whole.printed * 0}
    for part in parts:
        sums |= {known + part.printed for known in sums}
    return whole.printed in sums


def _are_told_elsewhere(facts: Facts, found: _Paragraph) -> bool:
    """Whether other paragraphs tell both sums, and none what the title says."""
    low, high = facts.windows.bounds("block", found.got[0].start)
    others = [f for f in facts.by_dimension["score"] if not low <= f.start < high]
    full, got = (any(comes_to(f, parts) for f in others) for parts in (found.full, found.got))
    title = found.title
    return full and got and not any(title and f.printed == title.printed for f in others)
