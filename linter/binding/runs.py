"""Runs of figures beside their total: 甲3人、乙4人，合计7人; 共100万元，中央60万元、省级40万元.

Clerks write sums in so many ways that the words alone do not find them; the figures do: a figure
and the run of figures of its unit next to it. A run that adds up is right, whatever the words. One
that does not is told only where words say that it must (合计, 由……组成), or where one slip of the
hand explains it.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from linter.binding.slips import is_slip
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.score import Role, role_of
from linter.facts.status import status
from linter.interval import Interval

_LONGEST = 14
_REACH = 300
"""How many characters of a long sentence are looked through."""
_FEWEST = 3
_SURE = 3
_FEW, _MANY = 4, 5
"""How many digits the longest figure of a sum must have to be told: of a list that may be open
(其中), and where no words say that it is a list."""
_OPENS = re.compile(
    r"^[^;。)、]{0,24}?(?:其中|包括|包含|内有|内含|含|分别|分为|分属|分布|构成|组成|具体|系|:|\(|依次|各为|划分|明细|来自|对应|分项看|分解|情况|分[两二三四五六七八九十几]?(?:部分|类|项|块|批|路|笔))"
)
_BRACKETED = re.compile(r"^\([^()]*\)")
_TOTAL = re.compile(
    r"(?:合计|共计|总计|总数|总量|总额|总分|总得分|得分合计|全年|共)(?:有|为|是|得)?$"
)
_BACK = re.compile(
    r"。(?:合计|共计|总计|小计)|以上|上述|前述|这[几两三四五六七八九]|[两二三四五六七八九十][次项者笔类块批个部路]"
)
"""What refers back over the end of a sentence: 以上三项合计."""
_BEGINS = re.compile(r"[。;(:\n]|依次|分别|包括|其中|由|各")
_ENDS = re.compile(r"[。;)\n]")
_LIST_BEGINS, _LIST_ENDS = re.compile(r"[。(:\n]|依次|分别|包括|其中|由|各"), re.compile(r"[。)\n]")
"""What begins and ends a list whose items a semicolon parts."""
_LIMIT = re.compile(r"不[超高多大得]|≤|<")
_MOST_UNCUED = 4
_COMPARED = re.compile(r"。|比|较|上年|去年|目标|增长|下降|增加|减少")
_ENDED = re.compile("[。;]")
_REOPENS = re.compile(r"[。;][^,，、;。\d]{0,8}(?:其中|具体|分别|依次|包括|一是)")
_YEARLY = re.compile("(?:上年|去年|上期|同期|上一年)(?:同期)?(?:同口径)?数?度?[是为达共有:]*$")
_YEAR = re.compile("年(?:度|末|底)?(?:为|是|达)?$")
_CHANGED = re.compile("(?:增加|减少|增长|下降|净增|多|少)(?:了|额为)?$")
_NESTED = re.compile(r"其中|(?:组成|构成)[,，;。]")
"""Among the parts of a sum: parts of one of them stand there too."""
_COMPOSED = re.compile(r"[^,，;。]{0,8}(?:组成|构成|拼|凑|合成|相加|之和)")
_LATE_OPENER = re.compile(r"(?:分别|包括|其中|具体|依次)[^,，、;。\d]{0,12}$")
_DISTRIBUTES = re.compile(r"、[^;。\d]*(?:分别|依次)[^,，、;。\d]{0,4}$")
"""Before the first of several figures, behind as many names."""
_MOST_NAMES = 120
_MOST_APART, _UNIT_SLIP = 101.0, 11_000.0
_FAR = 40
_TIGHT = 16
_MAY_BE_OPEN = re.compile(r"其中|含|有")
_ADDED_UP = re.compile(
    r"[,，;](?:以上|上述|前述)?(?:各|[两二三四五六七八九十])[项者部类个分]{1,2}(?:之和|合计|加总|相加|加起来|累加)"
)
"""Behind a list: all of it makes the total before it."""
_ADDS = re.compile(
    r"(?:合计|共计|总计|累计|累加|加总|相加|加起来|合起来|之和|凑成|凑|总共|一共|统共|小计|拼成|并到一处|合并|汇总|归总|总数|总额|总量|总得分|综合得分|自评总分|总分|构成|组成)[^,，、;。\d]{0,20}$|(?:(?<![折组综整联符配结融复吻])合|共|[,，]得)[有是为]?$"
)
_ANNOUNCED = re.compile("(?P<full>满分|分值|权重)|实得|得分")
_SUMMED = re.compile("[项个类部分](?:指标)?(?:合计|共计|共|总计|小计)$")
_FULL = ("full", "full-total")
_OPEN_HEDGES = ("above", "under", "range")
"""Hedges that leave a figure without a bound."""
_BANDS = re.compile(r"优.{0,24}良|良.{0,24}中")
_BAND_EDGE = re.compile(r"\(含|分以[上下]|[—~-]")
_SKIPPED_DIMENSIONS = (
    "percent",
    "percent-point",
    "times",
    "number",
    "years",
    "month",
    "day",
    "fraction",
    "hour",
    "minute",
    "week",
)


class Run(Struct, frozen=True):
    """A total and its run of parts; ``before`` when the parts stand before it."""

    total: Quantity
    parts: tuple[Quantity, ...]
    holds: bool
    sure: bool
    """Whether a failure leaves no doubt: a closed, tight list of figures of 3 digits or more."""


def runs(facts: Facts) -> Iterator[Run]:
    """For each figure that may be a total, the run that decides it, block by block."""
    for block in _blocks(facts):
        rows = [
            _Row(facts, figures, alike)
            for figures, alike in _rows(facts, block)
            if len(figures) >= _FEWEST
        ]
        settled: set[int] = set()
        proven: dict[int, list[set[int]]] = {}
        for row in rows:
            for run in row.holding():
                parts = {f.start for f in run.parts}
                settled |= {run.total.start, *parts}
                proven.setdefault(run.total.start, []).append(parts)
                yield run
        told: set[int] = set()
        for row in (r for r in rows if r.alike):
            for run in row.failing(settled):
                parts = {f.start for f in run.parts}
                places = {run.total.start, *parts}
                if any(known & parts for known in proven.get(run.total.start, ())):
                    continue
                ahead = run.total.start < run.parts[0].start
                if ahead and any(parts == known for sets in proven.values() for known in sets):
                    continue
                if any(known & parts for total in parts for known in proven.get(total, ())):
                    continue
                if not places & told:
                    told |= places
                    yield run


def _rows(facts: Facts, block: list[Quantity]) -> Iterator[tuple[list[Quantity], bool]]:
    """The figures of a block that can be added up: of one unit, and of one unit and noun.

    With each whether they are alike enough that a sum that fails says something: full marks and
    marks obtained in one row are not.
    """
    of_unit: dict[str, list[Quantity]] = {}
    of_noun: dict[str, list[Quantity]] = {}
    role: str | None = None
    for figure in block:
        if not _can_be_added(facts, figure) or figure.start in facts.restated:
            continue
        key = f"{figure.dimension} {figure.unit}"
        of_unit.setdefault(key, []).append(figure)
        if figure.dimension.startswith("count:"):
            noun = facts.text[figure.end : figure.end + 1]
            of_noun.setdefault(key + (noun if noun > "一" else ""), []).append(figure)
        elif figure.dimension == "score":
            own = _role(facts, figure)
            role = own or role
            among = (True, False) if own is None and role == "full-total" else (role in _FULL,)
            for full in among:
                of_noun.setdefault(f"{key} {full}", []).append(figure)
        if figure.dimension != "score" and status(facts, figure) == "actual":
            of_noun.setdefault(f"{key} actual", []).append(figure)
    for figures in of_unit.values():
        yield figures, figures[0].dimension != "score" or figures in of_noun.values()
    for figures in of_noun.values():
        if figures not in of_unit.values():
            yield figures, True


def _role(facts: Facts, figure: Quantity) -> Role | None:
    """What a score is, also by the words before its list (各项满分为投入20分、过程20分).

    A sum (四项共30分) is of what was listed before it.
    """
    if _SUMMED.search(facts.text, *facts.lead(figure)):
        return None
    role = role_of(facts, figure)
    if role is not None:
        return role
    found = _ANNOUNCED.search(facts.text, *facts.lead(figure))
    return None if found is None else "full" if found["full"] else "obtained"


def _can_be_added(facts: Facts, figure: Quantity) -> bool:
    if (
        figure.hedge in _OPEN_HEDGES
        or figure.per is not None
        or figure.dimension in _SKIPPED_DIMENSIONS
    ):
        return False
    if figure.dimension == "score":
        low, high = facts.windows.bounds("clause", figure.start)
        near = facts.text[max(low, figure.start - 2) : min(high, figure.end + 3)]
        return not (_BANDS.search(facts.text, low, high) or _BAND_EDGE.search(near))
    return True


def _blocks(facts: Facts) -> Iterator[list[Quantity]]:
    block: list[Quantity] = []
    end = -1
    for figure in facts.quantities:
        if figure.start >= end:
            if len(block) >= _FEWEST:
                yield block
            block = []
            end = facts.windows.bounds("block", figure.start)[1]
        if not facts.in_table(figure.start):
            block.append(figure)
    if len(block) >= _FEWEST:
        yield block


class _Row:
    """The figures of one unit in one block."""

    def __init__(self, facts: Facts, figures: Sequence[Quantity], alike: bool) -> None:
        self.alike = alike
        self._text = facts.text
        self._facts = facts
        self._figures = figures
        self._depths = _depths(facts.text, figures)
        self._deepest = max(self._depths)
        self._sizes = [abs(float(figure.printed)) for figure in figures]
        self._digits = [_digits(facts.text[f.start : f.end]) for f in figures]

    @cached_property
    def _reach(self) -> float:
        """How far from its total a sum that holds can be at most; rounded up."""
        if any(figure.printed < 0 for figure in self._figures):
            return math.inf
        widest = max(float(f.value.high - f.value.low) for f in self._figures)
        return (_LONGEST + 2) * widest + 1e-9 * max(self._sizes)

    def holding(self) -> Iterator[Run]:
        """The runs that add up, and are more than chance."""
        for i in range(len(self._figures)):
            for choice in self._sized(i, self._reach):
                if self._holds(i, choice) and self._is_telling(i, choice):
                    yield self._run(i, choice, holds=True)
                    break

    def _sized(self, i: int, reach: float = math.inf) -> Iterator[list[int]]:
        """The runs beside a total whose sum is of its size, up to a digit's slip or 万 for 亿.

        With ``reach``, those whose sum is no further from it.
        """
        sizes, total = self._sizes, self._sizes[i]
        most = _UNIT_SLIP if self._figures[i].dimension == "money" else _MOST_APART
        least, greatest = max(total / most, total - reach), min(total * most, total + reach)
        for places in (*self._after(i), *self._before(i)):
            size, run = 0.0, []
            for k in places:
                run.append(k)
                size += sizes[k]
                if size > greatest or len(run) > _LONGEST:
                    break
                if len(run) > 1 and size >= least:
                    yield run[:] if k > i else run[::-1]

    def failing(self, settled: set[int]) -> Iterator[Run]:
        """The runs that do not add up though words or a slip say they should."""
        fresh = {k for k, figure in enumerate(self._figures) if figure.start not in settled}
        if not fresh:
            return
        for i in range(len(self._figures)):
            for choice in self._sized(i):
                if fresh.isdisjoint((i, *choice)) or not (i in fresh or self._is_cued(i, choice)):
                    continue
                run = self._failing(i, choice)
                if run is not None:
                    yield run
                    break

    def _failing(self, i: int, choice: list[int]) -> Run | None:
        most = max([self._digits[k] for k in (i, *choice)])
        if most < 2:
            return None
        cued = self._is_cued(i, choice)
        if not cued and (
            most < _MANY
            or len(choice) > _MOST_UNCUED
            or not self._is_delimited(i, choice)
            or self._is_broken(i, choice)
        ):
            return None
        if any(status(self._facts, self._figures[k]) in ("plan", "target") for k in choice):
            return None
        if self._is_uneven(i, choice) or self._is_mixed(i, choice):
            return None
        closed = cued and self._is_closed(i, choice)
        if most < (2 if closed else _FEW if cued else _MANY):
            return None
        near = choice if closed else [i, *choice]
        if (most < _FEW and not self._is_tight(near)) or self._has_hedged(i, choice):
            return None
        if not self._is_slip(i, choice, 1 if closed else 2 if cued else 4, sure=closed):
            return None
        sure = closed and self._digits[i] >= _SURE and self._is_tight([i, *choice])
        return self._run(i, choice, holds=False, sure=sure)

    def _run(self, i: int, choice: list[int], holds: bool, sure: bool = False) -> Run:
        return Run(self._figures[i], tuple(self._figures[k] for k in choice), holds, sure)

    def _after(self, i: int) -> Iterator[Iterator[int]]:
        """What may run on after a total: beside it, or each figure one bracket deeper.

        Behind a long figure the run may begin one figure later.
        """
        skips = (1, 2) if self._digits[i] >= _MANY else (1,)
        for level in self._levels(i):
            for skip in skips:
                yield self._following(i, level, skip)

    def _levels(self, i: int) -> Iterator[int]:
        """The depth of a figure, and one deeper where figures stand there."""
        yield self._depths[i]
        if self._depths[i] < self._deepest:
            yield self._depths[i] + 1

    def _following(self, i: int, level: int, skip: int) -> Iterator[int]:
        """The figures of one depth after a total, from the ``skip``-th on."""
        depths, found = self._depths, 0
        left = False
        for k in range(i + 1, min(len(depths), i + 1 + 2 * _LONGEST)):
            if depths[k] < depths[i] or (left and depths[k] == level):
                break
            if depths[k] == level:
                found += 1
                if found >= skip:
                    yield k
            elif depths[k] < level and found >= skip:
                left = True

    def _before(self, i: int) -> Iterator[Iterator[int]]:
        """What may run up to a total, nearest first: beside it, or each in brackets of its own."""
        for level in self._levels(i):
            yield self._preceding(i, level)

    def _preceding(self, i: int, level: int) -> Iterator[int]:
        depths = self._depths
        for k in range(i - 1, max(-1, i - 1 - 2 * _LONGEST), -1):
            if depths[k] < depths[i]:
                break
            if depths[k] == level:
                yield k

    def _sum(self, choice: list[int]) -> Interval:
        low = high = Decimal(0)
        for k in choice:
            low += self._figures[k].value.low
            high += self._figures[k].value.high
        return Interval(low, high)

    def _holds(self, i: int, choice: list[int]) -> bool:
        return self._figures[i].value.meets(self._sum(choice))

    def _is_telling(self, i: int, choice: list[int]) -> bool:
        """Whether a sum that holds is more than chance: enough digits, or words that say so."""
        return self._digits[i] >= 3 or self._is_cued(i, choice)

    def _is_slip(self, i: int, choice: list[int], digits: int, sure: bool) -> bool:
        total, reached = self._figures[i], self._sum(choice)
        if is_slip(total, self._literal(i), reached, digits, sure=sure):
            return True
        for k in choice:
            part = self._figures[k]
            others = self._sum([c for c in choice if c != k])
            needed = Interval(total.value.low - others.high, total.value.high - others.low)
            if needed.low > 0 and is_slip(part, self._literal(k), needed, digits, sure=sure):
                return True
        return False

    def _is_cued(self, i: int, choice: list[int]) -> bool:
        """Whether words open the run after its total, or add it up before."""
        text, figures = self._text, self._figures
        if choice[0] > i:
            gap = _BRACKETED.sub("", text[figures[i].end : figures[choice[0]].start])
            listed = bool(_DISTRIBUTES.search(gap))
            if len(gap) > (_MOST_NAMES if listed else _FAR) or (
                _ENDED.search(gap) and not _REOPENS.search(gap)
            ):
                return False
            behind = figures[choice[-1]].end
            opened = (
                bool(_OPENS.match(gap))
                or listed
                or ("由" in gap and bool(_COMPOSED.match(text, behind)))
                or (len(choice) > 2 and self._is_called_total(i))
                or (choice[0] > i + 1 and bool(_LATE_OPENER.search(gap)))
            )
            return opened and self._is_delimited(i, choice)
        gap = text[figures[choice[-1]].end : figures[i].start]
        if (
            "占" in gap
            or not _ADDS.search(gap)
            or _OPENS.match(text, figures[i].end, figures[i].end + 8)
        ):
            return False
        first, last = figures[choice[0]], figures[choice[-1]]
        begin = self._facts.own_lead(first)[0] if ";" in text[first.end : last.end] else first.end
        if _NESTED.search(text, begin, last.start):
            return False
        return self._is_delimited(i, choice) and ("。" not in gap or bool(_BACK.search(gap)))

    def _sentence(self, figure: Quantity) -> tuple[int, int]:
        """The sentence of a figure, as far as it may have to do with it."""
        low, high = self._facts.windows.bounds("sentence", figure.start)
        return max(low, figure.start - _REACH), min(high, figure.end + _REACH)

    def _is_called_total(self, i: int) -> bool:
        """Whether the words before a figure call it a total (共664户，甲镇132户、乙镇352户……)."""
        low, high = self._facts.own_lead(self._figures[i])
        return bool(_TOTAL.search(self._text, low, high))

    def _is_broken(self, i: int, choice: list[int]) -> bool:
        """Whether a sentence ends among the figures, or words compare them."""
        places = sorted((i, *choice))
        words = self._text[self._figures[places[0]].end : self._figures[places[-1]].start]
        return bool(_COMPARED.search(words))

    def _is_uneven(self, i: int, choice: list[int]) -> bool:
        """Whether sentences end between some of the parts only, or the parts are years compared."""
        gaps = [
            self._text[self._figures[a].end : self._figures[b].start]
            for a, b in itertools.pairwise(choice)
        ]
        ends = ["。" in gap for gap in gaps]
        if any(ends) and (len(gaps) == 1 or not all(ends)):
            return True
        low, high = self._facts.own_lead(self._figures[choice[0]])
        gaps.append(self._text[max(low, high - _TIGHT) : high])
        low, high = self._facts.own_lead(self._figures[i])
        yearly = _YEAR if _CHANGED.search(self._text, low, high) else _YEARLY
        return any(yearly.search(gap) for gap in gaps)

    def _is_mixed(self, i: int, choice: list[int]) -> bool:
        """Whether the list begins with things counted with another word: 16台包括床9套、灯3台."""
        total, first = self._figures[i], self._figures[choice[0]]
        if not total.dimension.startswith("count:"):
            return False
        between = self._facts.within(total.end, first.start)
        return any(
            f.dimension.startswith("count:") and f.dimension != total.dimension for f in between
        )

    def _is_tight(self, places: list[int]) -> bool:
        """Whether the figures follow each other closely, as the items of a list do."""
        gaps = (
            self._figures[b].start - self._figures[a].end
            for a, b in itertools.pairwise(sorted(places))
        )
        return all(gap <= _TIGHT for gap in gaps)

    def _has_hedged(self, i: int, choice: list[int]) -> bool:
        """Whether an approximate figure of the unit stands among them: it may be a part too."""
        low, _ = self._sentence(self._figures[min(i, choice[0])])
        _, high = self._sentence(self._figures[max(i, choice[-1])])
        dimension = self._figures[i].dimension
        return any(
            f.hedge in _OPEN_HEDGES
            and f.dimension == dimension
            and not _LIMIT.match(self._text, f.start)
            for f in self._facts.within(low, high)
        )

    def _is_closed(self, i: int, choice: list[int]) -> bool:
        """Whether the words leave no room for parts that are not listed."""
        if choice[0] < i:
            return True
        gap = self._text[self._figures[i].end : self._figures[choice[0]].start]
        behind = self._figures[choice[-1]].end
        return not _MAY_BE_OPEN.search(gap) or bool(_ADDED_UP.match(self._text, behind))

    def _is_delimited(self, i: int, choice: list[int]) -> bool:
        """Whether the run reaches the end of its clause, bracket or sentence (or its beginning)."""
        if choice[0] > i:
            last, k = self._figures[choice[-1]], choice[-1] + 1
            following = next(
                (
                    self._figures[n]
                    for n in range(k, len(self._figures))
                    if self._depths[n] <= self._depths[choice[-1]]
                ),
                None,
            )
            between = self._text[last.end : following.start][:_FAR] if following else "。"
            if len(between) == _FAR:
                return True
            return bool(
                (_LIST_ENDS if self._is_parted_by_semicolons(choice) else _ENDS).search(between)
            )
        first, k = self._figures[choice[0]], choice[0] - 1
        preceding = next(
            (
                self._figures[n]
                for n in range(k, -1, -1)
                if self._depths[n] <= self._depths[choice[0]]
            ),
            None,
        )
        between = self._text[preceding.end : first.start] if preceding else "。"
        gap = self._text[self._figures[choice[-1]].end : self._figures[i].start]
        apart = ";" in gap and not self._is_parted_by_semicolons(choice)
        if apart:
            return ";" not in between and bool(_LIST_BEGINS.search(between))
        return bool(_BEGINS.search(between))

    def _is_parted_by_semicolons(self, choice: list[int]) -> bool:
        a, b = (self._figures[k] for k in choice[-2:])
        return ";" in self._text[a.end : b.start]

    def _literal(self, k: int) -> str:
        return self._text[self._figures[k].start : self._figures[k].end]


def _digits(literal: str) -> int:
    return sum(c.isdigit() for c in literal)


def _depths(text: str, figures: Sequence[Quantity]) -> list[int]:
    """How deep in brackets each figure stands, counted from the first."""
    depths, depth, at = [], 0, figures[0].start
    for figure in figures:
        depth += text.count("(", at, figure.start) - text.count(")", at, figure.start)
        depths.append(depth)
        at = figure.start
    return depths
