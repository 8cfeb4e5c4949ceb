"""Amounts that each bound the next: what was budgeted, what came in, what was spent.

Read with charity: where the amounts of the earlier step in the paragraph are together large enough,
where words excuse it (追加, 上年结余), where one is of a part or of another time, or where the two
are too far apart to be of one thing, nothing is told.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from linter.binding.explained import is_explained
from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.facts.table import TypedTable
from linter.interval import INFINITY
from linter.language.expression import Equation
from linter.language.words import any_word, before_figure, behind_figure
from linter.regexes.late import regex

_STOPS = (*",，;。、(:", "年", "月", "日", "底")
Pair = tuple[Quantity, Quantity]
_YEAR = regex(r"\s*(?:19|20)\d\d年")
_LEAD = 24
"""Within how many characters before a figure the word that names its step stands."""
_MOST = 2
"""How many times the earlier amount a later one may be and still be of the same thing."""
_DECEMBER = 12
_SINCE = regex("累计|以来|开工至今")
_OF_YEAR = regex(r"\d{4}年|[本当今]年|年度|年内|全年")
"""Before amounts: what came together up to a day, and what is of one year alone."""
_UNTIL = regex(r"截[至止][^,，;。]{0,12}?[底末月日]|[自从][^,，;。]{0,16}?(?:以来|至今)")
_CEILING = r"(?:控制价|限价|拦标价|预算价|标底价?)"
_CEILED, _IS_CEILING = (
    regex(rf"{_CEILING}[^,，;。\d]{{0,6}}$"),
    regex(rf"的?[^,，;。\d]{{0,6}}{_CEILING}"),
)
"""Before an amount, and right behind it: it is the most that one purchase may cost."""
_PURCHASE, _AWARDED = (
    regex(r"(?:采购|招标|政采|标段)[^,，;。\d]{0,4}预算[^,，;。\d]{0,6}$"),
    regex(r"[,，(][^,，;。\d]{0,8}(?:中标|成交|最高限|控制价|合同)"),
)
"""Before the budget of one, and behind it."""
_YEARS_END = ("年底", "年末", "12月", "十二月")


class Step(Struct, frozen=True):
    """An amount, the step that words name before it, and whether they make it one of a part."""

    number: int
    figure: Quantity
    partial: bool


class Steps:
    """Answers for one document: ``steps`` are the words of each step, in order.

    Words are looked for before the figures alone, and are no cues: as such they would change what
    other rules hear.
    """

    def __init__(
        self,
        facts: Facts,
        steps: Sequence[tuple[str, ...]],
        apart: tuple[str, ...],
        unless: tuple[str, ...],
        plain: tuple[str, ...],
    ) -> None:
        self._facts = facts
        self._named, self._behind = before_figure(*steps), behind_figure(*steps)
        self._apart, self._unless = any_word(apart), any_word(unless)
        self._plain = (*plain, *_STOPS)
        self._moments = [moment.start for moment in facts.moments]

    def pairs(self, bounded: Equation) -> Iterator[Pair]:
        """Each (later, earlier) that belong together; of a paragraph at most one that fails."""
        blocks = list(self._blocks())
        told = [pair for steps in blocks for pair in self._within(steps, bounded)]
        yield from told
        if all(bounded.fits({"smaller": a, "larger": b}) for a, b in told):
            every = [step for steps in blocks for step in steps]
            known = {pair[0].start for pair in told}
            yield from (p for p in self._within(every, bounded) if p[0].start not in known)

    def rows(self, kinds: Sequence[str], bounded: Equation) -> Iterator[Pair]:
        """Each (later, earlier) of a table's row, by the kinds of their columns.

        Not of tables that print the rate: that is asked about itself.
        """
        for table in self._facts.tables:
            if table.column("rate") is not None or _is_of_years(table):
                continue
            columns = [table.column(kind) for kind in kinds]
            named = [index for index in columns if index is not None]
            for row in table.rows if table.table.sure else ():
                for a, b in pairwise(row.figures[index] for index in named):
                    if a is None or b is None or not _are_alike(a, b):
                        continue
                    holds = bounded.fits({"smaller": b, "larger": a})
                    if holds or not self._is_excused(b):
                        yield b, a

    def _blocks(self) -> Iterator[list[Step]]:
        """The amounts of each paragraph that words name, in order."""
        block: list[Step] = []
        end = -1
        for figure in self._facts.by_dimension.get("money", ()):
            if figure.start >= end:
                if block:
                    yield block
                block, end = [], self._facts.windows.bounds("block", figure.start)[1]
            step = self._step(figure)
            if step is not None:
                block.append(step)
        if block:
            yield block

    def _step(self, figure: Quantity) -> Step | None:
        """The step that the nearest word before a figure names."""
        facts = self._facts
        if figure.hedge or figure.per or not figure.printed or facts.in_table(figure.start):
            return None
        named = self._named.search(facts.text, *facts.own_lead(figure, _LEAD))
        named = named or self._behind.match(facts.text, figure.end)
        if named is None:
            return None
        number = int(str(named.lastgroup)[1:])
        if not number and self._is_of_a_purchase(figure):
            return None
        if number and status(facts, figure) != "actual":
            return None
        low, high = facts.own_lead(figure)
        partial = self._apart.search(facts.text, low, high) is not None
        return Step(
            number, figure, partial or (number > 0 and self._is_special(figure, named.start(), low))
        )

    def _is_of_a_purchase(self, figure: Quantity) -> bool:
        """Whether what is called a budget is the most that one purchase may cost: 预算控制价."""
        text, lead = self._facts.text, self._facts.own_lead(figure)
        if _CEILED.search(text, *lead) or _IS_CEILING.match(text, figure.end):
            return True
        awarded = _AWARDED.match(text, figure.end) is not None
        return awarded and _PURCHASE.search(text, *lead) is not None

    def _is_special(self, figure: Quantity, start: int, low: int) -> bool:
        """Whether other than plain words stand right before a step's: 药品支出."""
        lead = self._facts.text[low:start].rstrip()
        return low < start <= figure.start and bool(lead) and not lead.endswith(self._plain)

    def _within(self, steps: list[Step], bounded: Equation) -> Iterator[Pair]:
        of_number: dict[int, list[Step]] = {}
        for step in steps:
            of_number.setdefault(step.number, []).append(step)
        rooms = {number: _room(found) for number, found in of_number.items()}
        floors = {n: min(s.figure.printed for s in found) for n, found in of_number.items()}
        failing: Pair | None = None
        for step in steps:
            number = max((n for n in of_number if n < step.number), default=step.number)
            nearest, later = _before(step, of_number[number]), step.figure
            if nearest is None or step.partial or nearest.partial:
                continue
            if any(floors[n] < nearest.figure.printed for n in of_number if n < number):
                continue
            if bounded.fits({"smaller": later, "larger": nearest.figure}):
                yield later, nearest.figure
            elif (
                failing is None
                and rooms[number] < later.printed
                and self._are_of_one_thing(later, nearest.figure)
            ):
                failing = later, nearest.figure
        if failing is not None and not any(map(self._is_excused, failing)):
            yield failing

    def _are_of_one_thing(self, later: Quantity, earlier: Quantity) -> bool:
        near = later.printed <= _MOST * earlier.printed
        if not near or self._is_since_years(later, earlier):
            return False
        return self._is_of_the_year(earlier) and self._is_of_the_year(later)

    def _is_since_years(self, later: Quantity, earlier: Quantity) -> bool:
        """Whether one came together over years perhaps, the other in one: 累计到位, 2023年预算."""
        leads = [self._facts.own_words(f) for f in (later, earlier)]
        if not _SINCE.search(leads[0]) or _SINCE.search(leads[1]):
            return False
        of_year = [bool(_OF_YEAR.search(_UNTIL.sub("", lead))) for lead in leads]
        return of_year == [False, True]

    def _is_of_the_year(self, figure: Quantity) -> bool:
        """Whether the dates that lead to a figure are of the evaluated year, or its end."""
        low, high = self._facts.own_lead(figure)
        first, last = bisect_left(self._moments, low), bisect_left(self._moments, high)
        return all(self._is_whole(moment) for moment in self._facts.moments[first:last])

    def _is_whole(self, moment: Moment) -> bool:
        word = self._facts.text[moment.start : moment.end]
        if moment.relative is not None:
            return moment.relative == 0
        if moment.year is None:
            return word.startswith(_YEARS_END)
        last = moment.last.month if moment.last else 0
        return moment.year == self._facts.year and last == _DECEMBER and not word.endswith("初")

    def _is_excused(self, figure: Quantity) -> bool:
        return is_explained(self._facts, figure, self._unless)


def _room(steps: list[Step]) -> Decimal:
    """What the amounts of one step may come to; without end where one of them is of a part."""
    if any(step.partial for step in steps):
        return INFINITY
    return sum({step.figure.printed for step in steps}, Decimal(0))


def _before(step: Step, earlier: list[Step]) -> Step | None:
    """The nearest of some steps before one."""
    at = bisect_left(earlier, step.figure.start, key=lambda found: found.figure.start)
    return earlier[at - 1] if at and earlier[at - 1].number < step.number else None


def _are_alike(a: Quantity, b: Quantity) -> bool:
    return bool(a.printed) and a.dimension == b.dimension and not (a.hedge or b.hedge)


def _is_of_years(table: TypedTable) -> bool:
    """Whether rows are years or parts of them, in which what was left before may be spent too."""
    told = (row.texts[0] for row in table.rows if row.texts)
    return sum(_YEAR.match(text) is not None for text in told) > 1
