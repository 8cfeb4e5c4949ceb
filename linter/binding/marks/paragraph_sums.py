"""The marks of a paragraph's items, and what they come to: 资金5分，得4分。过程合计得18分."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.marks.pairs import Pairs, on_one_scale
from linter.binding.sums.totals import Total
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity, comes_to
from linter.late import regex
from linter.model import Severity

_SUMMED = regex(
    r"(?:[合共小总]计|总共|相加|之和|加总|加[起在]?(?:来|一起))(?:自评|实际)?(?:[实计共]?得)?分?[为是]?$"
    r"|(?:共|[本该]类|[本该]部分)(?:自评|实际)?[实计]?得分?[为是]?$"
)
_GOT = regex(r"(?<![扣失])(?:自评|实际)?(?:实|计)?得(?:分|满分)?[为是了]?$")
_FULL_GOT = regex("得满分[为是]?$")
_LOST = regex(r"[扣减失][除分]?[了为]?$")
_RULE = regex("(?:[每各]|最[多高]|至多|不超过|封顶)[^,，;。]{0,20}$")
_SO_GOT = regex("[,，](?:最终|实际|自评|该项|本项|实)?得分?[为是]?")
"""Between marks lost and those got: what is left."""
_NAMED_FULL = regex("(?:分值|满分|权重|标准分)[为是]?$")
_TITLE = regex(r"[^,，;。\n]{2,24}\((?:满分|分值|权重)?[为:]?$")
_TITLE_GOT = regex(r"[,，;](?:自评|实际)?实?得分?[为:]?")
"""Between the full marks of a title and those got: 过程（满分20分，得18.6分）."""
_WITHIN = regex(r"其中(?=[^,，;。\d]{0,12}\d+(?:\.\d+)?分)|加分|附加|上年|去年|分别|依次|复核|调整")
"""In a paragraph: some of its marks are parts of others, or of another time or reader."""
_FEWEST, _FEWEST_ALONE, _MOST = 2, 3, 14
_SIZE, _LEAD = 2, 20


class _Item(Struct, frozen=True):
    got: Quantity
    full: Quantity | None
    lost: tuple[Quantity, ...] = ()


class _Title(Struct, frozen=True):
    """The marks in a paragraph's title."""

    full: Quantity | None = None
    got: Quantity | None = None


class _Paragraph(Struct, frozen=True):
    """The marks in its title, its items, and what words say that these come to."""

    title: _Title
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
    """What a paragraph's items are said to come to, unless some of its items come to it.

    Words below them say so, or the title, where its full marks show that all items are there.
    """
    for found in case.once(_paragraphs):
        title, all_there = found.title, bool(found.full)
        if len(found.items) < _FEWEST:
            continue
        if title.full is not None and all_there:
            all_there = comes_to(title.full, found.full)
            if not all_there:
                continue
        summed = found.summed
        if summed is not None and not (found.full and comes_to(summed, found.full)):
            yield from _got(summed, found.got)
        if title.got is not None and all_there:
            yield from _got(title.got, found.got)


def titles_read(case: Case) -> set[int]:
    """Where the marks got stand in titles of paragraphs that are read item by item."""
    titles = (found.title for found in case.once(_paragraphs) if found.full)
    return {title.got.start for title in titles if title.got is not None}


def _got(whole: Quantity, parts: tuple[Quantity, ...]) -> Iterator[Total]:
    if comes_to(whole, parts) or not _some_come_to(whole, parts):
        yield Total(whole, parts, severity=Severity.warning, loose=True)


@on_one_scale
def pairs_in_paragraphs(case: Case) -> Pairs:
    """An item's marks (got, full) where more was got than can be, unlike by the other items.

    Words need not name full marks where each item has its own: 立项5分，得5分；目标4分，得6分.
    """
    for found in case.once(_paragraphs):
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
    for found in case.once(_paragraphs):
        for item in found.items:
            if item.full is None or len(item.lost) != 1 or item.full is item.got:
                continue
            (lost,) = item.lost
            apart = _SO_GOT.fullmatch(case.facts.text, lost.end, item.got.start) is None
            yield Total(item.full, (lost, item.got), severity=Severity.warning, loose=apart)


def full_in_paragraphs(case: Case) -> Iterator[Total]:
    """The full marks in a paragraph's title, where the marks got show that all items are there.

    They are the sum that the paragraph tells, or both sums are told elsewhere.
    """
    for found in case.once(_paragraphs):
        if found.title.full is None or len(found.full) < _FEWEST:
            continue
        sums = [got for got in (found.summed, found.title.got) if got is not None]
        summed = any(comes_to(got, found.got) for got in sums)
        alone = not sums and len(found.full) >= _FEWEST_ALONE
        if summed or (alone and _are_told_elsewhere(case.facts, found)):
            yield Total(found.title.full, found.full, severity=Severity.warning, loose=True)


def _paragraphs(case: Case) -> list[_Paragraph]:
    facts = case.facts
    blocks: dict[tuple[int, int], list[Quantity]] = {}
    for figure in facts.text_by_dimension.get("score", []):
        blocks.setdefault(facts.windows.bounds("block", figure.start), []).append(figure)
    found = [_read(facts, low, marks) for (low, _), marks in blocks.items() if len(marks) > _FEWEST]
    return [paragraph for paragraph in found if paragraph is not None]


def _read(facts: Facts, low: int, marks: Sequence[Quantity]) -> _Paragraph | None:
    """A paragraph up to the first sum that it tells; nothing where its marks are not plain."""
    title = _title(facts, low, marks)
    reader = _Reader(facts)
    for mark in marks[(title.full is not None) + (title.got is not None) :]:
        if _SUMMED.search(facts.own_words(mark)):
            plain = not _WITHIN.search(facts.text, low, mark.start)
            return _Paragraph(title, reader.read(), mark) if plain else None
        if mark.hedge is not None:
            return None
        reader.take(mark)
    items = reader.read()
    plain = not reader.between and not _WITHIN.search(facts.text, low, marks[-1].end)
    return _Paragraph(title, items, None) if plain else None


class _Reader:
    """Reads marks, one after the other, as items."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._items: list[_Item] = []
        self._lost: list[Quantity] = []
        self.between: list[Quantity] = []
        """Those since the last item that are neither got nor lost."""

    def read(self) -> tuple[_Item, ...]:
        """The items; what was lost last is of the last one."""
        self._end()
        return tuple(self._items)

    def take(self, mark: Quantity) -> None:
        """The next mark: what an item got, what it lost, or something before that."""
        words = self._facts.own_words(mark)
        if _GOT.search(words):
            self._got(mark)
        elif _LOST.search(words):
            self._lost += [] if self._is_rule(mark) else [mark]
        else:
            if not self.between:
                self._end()
            self.between.append(mark)

    def _got(self, mark: Quantity) -> None:
        full = _full_of(self._facts, mark, self.between)
        if self._lost and self._items and not self.between:  # 8分得7.64分，另扣0.04分，得7.60分
            self._items.append(_Item(mark, self._items.pop().full))
        else:
            self._items.append(_Item(mark, full, tuple(self._lost)))
        self.between, self._lost = [], []

    def _end(self) -> None:
        """What was lost behind the marks got is of the item that got them."""
        if self._lost and self._items:
            last = self._items.pop()
            self._items.append(_Item(last.got, last.full, (*last.lost, *self._lost)))
        self._lost = []

    def _is_rule(self, mark: Quantity) -> bool:
        """Whether marks are lost for each of several things, or at most."""
        low, _ = self._facts.windows.bounds("clause", mark.start)
        return _RULE.search(self._facts.text, max(low, mark.start - _LEAD), mark.start) is not None


def _title(facts: Facts, low: int, marks: Sequence[Quantity]) -> _Title:
    """The marks in the bracket behind a paragraph's title: （满分20分）, （20分，得18.6分，……）."""
    full, second = marks[0], marks[1]
    if not _TITLE.fullmatch(facts.text[low : full.start]):
        return _Title()
    if facts.text.startswith(")", full.end):
        return _Title(full)
    got = _TITLE_GOT.fullmatch(facts.text, full.end, second.start)
    return _Title(full, second) if got else _Title()


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
    title = found.title.full
    return full and got and not any(title and f.printed == title.printed for f in others)
