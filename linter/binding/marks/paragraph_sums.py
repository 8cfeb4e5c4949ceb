"""What the marks of a paragraph's items come to: 资金5分，得4分。过程合计得18分."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.binding.case import Case
from linter.binding.marks.pairs import Pairs, on_one_scale
from linter.binding.marks.paragraph_marks import (
    LOST,
    PARTED,
    SUMMED,
    Paragraph,
    mark_paragraphs,
)
from linter.binding.marks.total_marks import own_totals
from linter.binding.sums.lists.addable import is_of_each
from linter.binding.sums.totals import Total
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity, comes_to
from linter.facts.score import may_be_of, role_of
from linter.model import Severity
from linter.regexes.late import regex

_AGAIN = regex("[再另又还]")
"""Before marks lost: others were lost, or not got, before."""
_SO_GOT = regex("[,，](?:最终|实际|自评|该项|本项|实)?得分?[为是]?")
"""Between marks lost and those got: what is left."""
_FEWEST, _FEWEST_ALONE, _MOST, _SIZE = 2, 3, 14, 2


def got_in_paragraphs(case: Case) -> Iterator[Total]:
    """What a paragraph's items are said to come to, unless some of its items come to it.

    Words below them say so, or the title, where its full marks show that all items are there.
    """
    for found in case.once(mark_paragraphs):
        title, summed = found.title, found.summed
        if len(found.items) < _FEWEST:
            continue
        if title.full is not None and found.full and not comes_to(title.full, found.full):
            continue
        if summed is not None and not (
            _is_of_full(case.facts, summed, found) or _are_more_got(summed, found)
        ):
            yield from _got(summed, found.got)
        if title.got is not None and found.full:
            yield from _got(title.got, found.got)


def _are_more_got(summed: Quantity, found: Paragraph) -> bool:
    """Whether beside marks told to be kept others are kept untold: 到位8分，……得6.5分，5分不扣."""
    if comes_to(summed, found.got) or not any(item.is_kept for item in found.items):
        return False
    more = (mark for item in found.items for mark in item.before)
    return _some_come_to(summed, (*found.got, *more))


def titles_read(case: Case) -> set[int]:
    """Where the marks got stand in titles of paragraphs that are read item by item."""
    titles = (found.title for found in case.once(mark_paragraphs) if found.full)
    return {title.got.start for title in titles if title.got is not None}


def _is_of_full(facts: Facts, summed: Quantity, found: Paragraph) -> bool:
    """Whether a sum is of full marks, and no word says that it was got: 三项合计20分."""
    if not found.full or "得" in facts.own_words(summed):
        return False
    return comes_to(summed, found.full)


def _got(whole: Quantity, parts: tuple[Quantity, ...]) -> Iterator[Total]:
    if comes_to(whole, parts) or not _some_come_to(whole, parts):
        yield Total(whole, parts, severity=Severity.warning, loose=True)


@on_one_scale
def pairs_in_paragraphs(case: Case) -> Pairs:
    """An item's marks (got, full) where more was got than can be, unlike by the other items.

    Words need not name full marks where each item has its own: 立项5分，得5分；目标4分，得6分.
    """
    for found in case.once(mark_paragraphs):
        pairs = [(item.got, item.full) for item in found.items if item.full is not None]
        over = [pair for pair in pairs if pair[0].printed > pair[1].printed]
        alike = all(_are_of_one_size(*pair) for pair in pairs)
        if alike and len(pairs) == len(found.items) > _FEWEST and len(over) == 1:
            yield from over


def _are_of_one_size(got: Quantity, full: Quantity) -> bool:
    """Whether marks are on the scale of full ones, which those of a test (92分，得9.2分) aren't."""
    return full.printed < got.printed * _SIZE and got.printed < full.printed * _SIZE


def kept_in_paragraphs(case: Case) -> Iterator[Total]:
    """An item's full marks with those lost and those got, between which no others stand."""
    for found in case.once(mark_paragraphs):
        for item in found.items:
            if item.full is None or len(item.lost) != 1 or item.is_kept:
                continue
            if not may_be_of(item.full, item.got):
                continue  # another's
            if is_of_each(case.facts, item.full):
                continue
            (lost,) = item.lost
            if _AGAIN.search(case.facts.own_words(lost)):
                continue
            if not _are_all_lost(case.facts, item.full.end, item.got.start):
                continue
            apart = _SO_GOT.fullmatch(case.facts.text, lost.end, item.got.start) is None
            yield Total(item.full, (lost, item.got), severity=Severity.warning, loose=apart)


def all_in_paragraphs(case: Case) -> Iterator[Total]:
    """The report's own total with all marks told before it in its paragraph: 据此汇总，总得分92分.

    Unless some of them come to it, so that others are their parts or full marks without a name.
    """
    facts = case.facts
    for total in case.once(own_totals):
        low, _ = facts.windows.bounds("block", total.start)
        before = [f for f in facts.within(low, total.start) if f.dimension == "score"]
        if len(before) <= _FEWEST_ALONE or PARTED.search(facts.text, low, total.start):
            continue
        plain = all(role_of(facts, f) in (None, "obtained") and not f.hedge for f in before)
        if plain and not any(SUMMED.search(facts.own_words(f)) for f in before):
            yield from _got(total, tuple(before))


def _are_all_lost(facts: Facts, low: int, high: int) -> bool:
    """Whether the marks of a stretch, as that between full ones and those got, are lost ones."""
    between = (f for f in facts.within(low, high) if f.dimension == "score")
    return all(LOST.search(facts.own_words(f)) for f in between)


def full_in_paragraphs(case: Case) -> Iterator[Total]:
    """The full marks in a paragraph's title, where the marks got show that all items are there.

    They are the sum that the paragraph tells, or both sums are told elsewhere.
    """
    for found in case.once(mark_paragraphs):
        if found.title.full is None or len(found.full) < _FEWEST:
            continue
        sums = [got for got in (found.summed, found.title.got) if got is not None]
        summed = any(comes_to(got, found.got) for got in sums)
        alone = not sums and len(found.full) >= _FEWEST_ALONE
        if summed or (alone and _are_told_elsewhere(case.facts, found)):
            yield Total(found.title.full, found.full, severity=Severity.warning, loose=True)


def _some_come_to(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether several of the parts come to the whole: the others may be parts of these."""
    if len(parts) > _MOST:
        return True
    sums = {whole.printed * 0}
    for part in parts:
        sums |= {known + part.printed for known in sums}
    return whole.printed in sums


def _are_told_elsewhere(facts: Facts, found: Paragraph) -> bool:
    """Whether other paragraphs tell both sums, and none what the title says."""
    low, high = facts.windows.bounds("block", found.got[0].start)
    others = [f for f in facts.by_dimension["score"] if not low <= f.start < high]
    full, got = (any(comes_to(f, parts) for f in others) for parts in (found.full, found.got))
    title = found.title.full
    return full and got and not any(title and f.printed == title.printed for f in others)
