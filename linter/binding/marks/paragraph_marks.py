"""The marks of a paragraph, item by item: 资金5分，扣1分，得4分。过程合计得18分.

Those of its title, or of the heading that it alone stands below, are the paragraph's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, structs

from linter.binding.case import Case
from linter.binding.marks.scored_headings import scored_headings
from linter.binding.sums.lists.addable import is_of_each
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.score import Score
from linter.regexes.late import regex

SUMMED = regex(
    r"(?:[合共小总]计|总共|相加|之和|加总|加[起在]?(?:来|一起))(?:自评|实际)?(?:[实计共]?得)?分?[为是]?$"
    r"|(?:共|[本该]类|[本该]部分)(?:自评|实际)?[实计]?得分?[为是]?$|[合并][为成得]$"
)
_GOT = regex(r"(?<![扣失丢])(?:自评|实际)?(?:实|计)?得(?:分|满分)?[为是了]?$")
_LEFT = regex("^[,，;]?后?[只仅还]?(?:为|剩下?|余下?)$")
"""Between marks lost and what is left of them."""
_FULL_GOT = regex("得满分[为是]?$")
LOST = regex(r"[扣减失丢][除分去掉]?[了为]?$")
_RULE = regex("(?:[每各共]|全部|合计|累计|最[多高]|至多|不超过|封顶)[^,，;。]{0,20}$")
"""Before marks lost: for each of several things, of all of them, or at most."""
_KEPT = regex(
    r"[^;。\d]{0,20}?(?:[不未没][有予作]?[扣失丢]分?|无[扣失]分|(?<!的)满分(?![为是]?\d))"
    r"(?![^;。]{0,12}[扣失丢])"
)
"""Behind full marks: all of them were got, 质量指标5分，验收一次合格，不扣."""
_ALL_KEPT = regex(r"[,，]?[^,，;。\d]{0,8}[均都皆全各]")
"""Behind the last of several full marks: so it is with each."""
_NAMED_FULL = regex("(?:分值|满分|权重|标准分)[为是]?$")
_TITLE = regex(r"[^,，;。\n]{2,24}\((?:满分|分值|权重)?[为:]?$")
_UNTITLED = regex("^[,，:。][^,，;。]*(?<![得扣失丢减为剩])$")
"""Before a second mark: one of another name, so that the first is of the paragraph."""
_TITLE_GOT = regex(r"[,，;](?:自评|实际)?实?得分?[为:]?")
"""Between the full marks of a title and those got: 过程（满分20分，得18.6分）."""
PARTED = regex(r"其中(?=[^,，;。\d]{0,12}\d+(?:\.\d+)?分)|加分|附加|上年|去年|分别|依次|复核|调整")
"""In a paragraph: some of its marks are parts of others, or of another time or reader."""
_FEWEST, _LEAD = 2, 20


class Item(Struct, frozen=True):
    """What an item got, its full marks, and those lost."""

    got: Quantity
    full: Quantity | None
    lost: tuple[Quantity, ...] = ()
    before: tuple[Quantity, ...] = ()
    """Those told before it of which no word says what they are."""

    @property
    def is_kept(self) -> bool:
        """Whether full marks are told of which nothing was lost."""
        return self.full is self.got


class Title(Struct, frozen=True):
    """The marks in a paragraph's title."""

    full: Quantity | None = None
    got: Quantity | None = None


class Paragraph(Struct, frozen=True):
    """The marks in its title, its items, and what words say that these come to."""

    title: Title
    items: tuple[Item, ...]
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


def mark_paragraphs(case: Case) -> list[Paragraph]:
    """Every paragraph whose marks are plain. To be asked for with ``case.once``."""
    facts = case.facts
    blocks: dict[tuple[int, int], list[Quantity]] = {}
    for figure in facts.text_by_dimension.get("score", []):
        blocks.setdefault(facts.windows.bounds("block", figure.start), []).append(figure)
    many = {low: marks for (low, _), marks in blocks.items() if len(marks) > _FEWEST}
    headed = _headed(case, many)
    found = [_read(facts, low, marks, headed.get(low)) for low, marks in many.items()]
    return [paragraph for paragraph in found if paragraph is not None]


def _headed(case: Case, blocks: Iterable[int]) -> dict[int, Title]:
    """The marks of headings that have a single paragraph with marks below them, by its place."""
    below: dict[int, list[int]] = {}
    for low in blocks:
        section = case.outline.at(low)
        if section is not None and section.title_end <= low:
            below.setdefault(section.index, []).append(low)
    scores = case.once(scored_headings)
    return {
        places[0]: _title_of(scores[index])
        for index, places in below.items()
        if len(places) == 1 and index in scores
    }


def _title_of(scores: Mapping[str, Score]) -> Title:
    """The marks of a heading."""
    full, got = (scores.get(role) for role in ("full", "obtained"))
    return Title(full.figure if full else None, got.figure if got else None)


def _read(
    facts: Facts, low: int, marks: Sequence[Quantity], headed: Title | None
) -> Paragraph | None:
    """A paragraph up to the first sum that it tells; nothing where its marks are not plain.

    Its title is that of the heading above it, where it has none of its own.
    """
    own = _title(facts, low, marks)
    title = headed if headed and own == Title() else own
    reader = _Reader(facts)
    for mark in marks[(own.full is not None) + (own.got is not None) :]:
        if SUMMED.search(facts.own_words(mark)):
            plain = not PARTED.search(facts.text, low, mark.start)
            return Paragraph(title, reader.read(), mark) if plain else None
        if mark.hedge is not None:
            return None
        reader.take(mark)
    items = reader.read()
    plain = not reader.between and not PARTED.search(facts.text, low, marks[-1].end)
    return Paragraph(title, items, None) if plain else None


class _Reader:
    """Reads marks, one after the other, as items."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._items: list[Item] = []
        self._lost: list[Quantity] = []
        self.between: list[Quantity] = []
        """Those since the last item that are neither got nor lost."""

    def read(self) -> tuple[Item, ...]:
        """The items; what was lost last is of the last one."""
        self._end()
        return tuple(self._items)

    def take(self, mark: Quantity) -> None:
        """The next mark: what an item got, what it lost, or something before that."""
        words = self._facts.own_words(mark)
        if _GOT.search(words) or (self._lost and _LEFT.search(words)):
            self._got(mark)
        elif LOST.search(words):
            self._lost += [] if self._is_rule(mark) else [mark]
        elif _KEPT.match(self._facts.text, mark.end) and not is_of_each(self._facts, mark):
            self._kept(mark)
        else:
            if not self.between:
                self._end()
            self.between.append(mark)

    def _got(self, mark: Quantity) -> None:
        full = _full_of(self._facts, mark, self.between)
        if self._lost and self._items and not self.between:  # 8分得7.64分，另扣0.04分，得7.60分
            self._items.append(Item(mark, self._items.pop().full))
        else:
            self._items.append(Item(mark, full, tuple(self._lost), tuple(self.between)))
        self.between, self._lost = [], []

    def _kept(self, mark: Quantity) -> None:
        """Full marks of which nothing was lost, and with them those that they end the list of."""
        if not _ALL_KEPT.match(self._facts.text, mark.end):
            self.between = []
        self._end()
        self._items += [Item(full, full) for full in (*self.between, mark)]
        self.between = []

    def _end(self) -> None:
        """What was lost behind the marks got is of the item that got them."""
        last = self._items[-1] if self._items else None
        if last is not None and self._lost and self._is_beside(last.got, self._lost[0]):
            self._items[-1] = structs.replace(last, lost=(*last.lost, *self._lost))
        self._lost = []

    def _is_beside(self, got: Quantity, lost: Quantity) -> bool:
        """Whether what was lost stands right behind what was got, and is of the same item."""
        between = self._facts.text[got.end : lost.start]
        return len(between) <= _LEAD and ";" not in between and "。" not in between

    def _is_rule(self, mark: Quantity) -> bool:
        """Whether marks are lost for each of several things, or at most."""
        near = self._facts.windows.before("clause", mark.start, _LEAD)
        return _RULE.search(self._facts.text, *near) is not None


def _title(facts: Facts, low: int, marks: Sequence[Quantity]) -> Title:
    """The marks in the bracket behind a paragraph's title: （满分20分）, （20分，得18.6分，……）."""
    full, second = marks[0], marks[1]
    lead = facts.text[low : full.start]
    if not _TITLE.fullmatch(lead):
        named = _NAMED_FULL.search(lead) and _UNTITLED.search(facts.own_words(second))
        return Title(full) if named else Title()
    if facts.text.startswith(")", full.end):
        return Title(full)
    got = _TITLE_GOT.fullmatch(facts.text, full.end, second.start)
    return Title(full, second) if got else Title()


def _full_of(facts: Facts, got: Quantity, between: Sequence[Quantity]) -> Quantity | None:
    """The full marks of an item, of the marks since the last one."""
    named = [mark for mark in between if _NAMED_FULL.search(facts.own_words(mark))]
    if len(between) == 1 or len(named) == 1:
        return (named or between)[0]
    return got if not between and _FULL_GOT.search(facts.own_words(got)) else None
