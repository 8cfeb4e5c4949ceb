"""Rates and amounts that are of several figures together: of a row, of a list, of a sum."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import partial

from linter.binding.relations.reasons.told import PARTS, Done, Told
from linter.binding.summing import ADDED_UP, LEFT
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity, comes_to
from linter.interval import ZERO, Interval, total
from linter.regexes.late import regex

_REST = regex(f"{LEFT}|另外?|剩|尚有?")
_WITHOUT = regex("调减|核减|压减|扣[减除]|剔除|停[业用产]|注销|收回|取消")
"""Before what is to be taken off a whole."""
_OF_THEM = regex("其中|含|包括")
_IN_ALL = regex("合计|[共总]|累计|全[年县市区镇乡局部体省]")
"""Before what the figures before it come to."""
_SEVERAL = (
    r"[二三]者|[两三四五六](?:[项者片镇乡村县区市校院站所家处地块]|个[^,，;。:、\d]{1,4}?)"
    r"|两[期批年季月渠坝库路桥厂类种级部档](?:[^,，;。:、\d]{1,3}?)?"
)
"""Several things told before, taken together: 三者占…, 两片约占….."""
_ADDED = regex(
    rf"(?:[、和与及加][^,，;。:、\d]{{1,12}}?(?:{ADDED_UP}|[合共])?"
    r"|[前上述][两二三][项者类档][^,，;。:、\d]{0,8}"
    rf"|[,，;。:][两二三四五六][项者类档级部种个](?:{ADDED_UP}|[合共])"
    rf"|[,，;。:](?:{_SEVERAL})(?:{ADDED_UP}|[合共])?)(?:大?约|[就已只仅正刚]好?)?占[^,，;。\d]{{0,12}}$"
)
"""Before a share: it is of several figures together."""
_CAME = regex("[^,，;。]{0,8}(?:到位|到账|[下拨支]付|支出|下达|拨款)")
"""Behind money: it came or went, as its name before it does not say: 500万元3月到位."""
_MOST_SUMMED, _MOST_TRIED = 4, 5
"""How many figures are added; of more in a row one or another fits too often."""
_MOST_IN_ROW, _PAIR, _FEWEST_RATES = 6, 2, 3
_SENTENCE = 200
"""How long a sentence is of which all figures are added."""
_LONGEST = 60
"""Figures in one sentence at most: a list that shares one whole out is short."""
Pair = tuple[Interval, Interval]
"""A whole and its part."""


def is_of_added(told: Told) -> bool:
    """Whether a share is of several figures together, told before: 满意和较满意合计占87.5%."""
    low, _ = told.facts.windows.bounds("clause", told.derived.start)
    return _ADDED.search(told.text, low, told.derived.start) is not None


def fits_sums(told: Told) -> bool:
    """Whether the equations hold of several amounts together: 两级安排500万元、300万元."""
    options = {name: list(_sums(told, name, f)) for name, f in told.figures.items()}
    tried = [dict(zip(options, v, strict=True)) for v in itertools.product(*options.values())]
    return any(equation.holds(v) for equation in told.equations for v in tried[1:])


def _sums(told: Told, name: str, figure: Quantity) -> Iterator[Interval]:
    """What a figure stands for, alone or with those of its role or beside it."""
    yield figure.value
    if figure.dimension == "percent":
        return
    taken = {f.start for n, f in told.figures.items() if n != name}
    alike = [f for f in told.near if f.dimension == figure.dimension]
    if figure is not told.derived:
        free = [f for f in alike if f.start not in taken]
        named = [f for f in free if f is figure or told.is_called(f, name)]
        if len(named) > 1:
            yield total(f.value for f in named)
        if figure.dimension == "money" and name in PARTS:  # it may have come at several times
            yield from (figure.value + f.value for f in _came(told, free) if f is not figure)
    row = alike if figure in alike else sorted([*alike, figure], key=lambda f: f.start)
    for run in _beside(told.facts, row, row.index(figure)):
        if taken.isdisjoint(f.start for f in run):
            yield total(f.value for f in run)


def _came(told: Told, figures: list[Quantity]) -> list[Quantity]:
    """The last figures before the derived one that came or went by the words behind them."""
    before = [f for f in figures if f.start < told.derived.start and f.hedge is None]
    return [f for f in before[-_MOST_SUMMED:] if _CAME.match(told.text, f.end)]


def _beside(facts: Facts, row: list[Quantity], at: int) -> Iterator[list[Quantity]]:
    """Up to four figures that end at a place, that one with a rest behind it, and its list."""
    for count in range(_PAIR, min(at + 1, _MOST_SUMMED) + 1):
        yield row[at + 1 - count : at + 1]
    if at + 1 < len(row) and _is_rest(facts, row[at + 1]):
        yield row[at : at + _PAIR]
    listed = [row[at], *itertools.takewhile(partial(_is_listed, facts), row[at + 1 :])]
    if 1 < len(listed) <= _MOST_SUMMED:
        yield listed


def _is_rest(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure makes the one before it whole: 一次通过45个，其余3个整改后通过."""
    return figure.hedge is None and bool(_REST.search(facts.own_words(figure)))


def _is_listed(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure goes on a list: 应急经费12万元、宣传经费8万元."""
    return facts.text.startswith("、", *facts.own_lead(figure))


def fits_runs(done: Done) -> bool:
    """Whether the rate is of amounts told in a row before it, each alone or with its neighbours.

    年初预算180万元，追加20万元，支出190万元，执行率95%; 完成270户，完成率90%，剩余30户.
    """
    if "÷" in done.told.words:
        return False
    kind = done.told.operands[0]
    alike = [f for f in done.told.near if f.dimension == kind.dimension and f.per == kind.per]
    tried = (*_in_a_row(done, alike), *_with_rests(done, alike), *_of_every_whole(done))
    return any(itertools.starmap(done.makes, tried))


def _of_every_whole(done: Done) -> Iterator[Pair]:
    """All that stands in the whole's sentence, where the part is told behind it of all of them.

    游客700份，有效668；经营户150份，有效142；居民200份，有效189。总有效999份，有效率95.14%.
    """
    low, high = done.facts.windows.bounds("sentence", done.whole.start)
    if high <= done.part.start and high - low <= _SENTENCE:
        wholes = [f for f in done.facts.within(low, high) if f.unit == done.whole.unit]
        yield total(f.value for f in wholes), done.part.value


def _in_a_row(done: Done, alike: list[Quantity]) -> Iterator[Pair]:
    """Runs and runs behind them that an operand stands in, and what has its whole in brackets."""
    bracketed = done.text.startswith("(", done.rate.end)
    row = [f for f in alike if bracketed or f.start < done.rate.start]
    if len(row) > _MOST_TRIED:
        return
    taken = {n for n, f in enumerate(row) if f in done.told.operands}
    runs = list(_runs(done, row))
    for (_, end, whole), (first, last, part) in itertools.product(runs, runs):
        if end <= first and not taken.isdisjoint(range(first, last)):
            yield whole, part
    for before, behind in itertools.pairwise(row):
        if done.text.startswith("(", before.end):
            yield behind.value, before.value


def _with_rests(done: Done, alike: list[Quantity]) -> Iterator[Pair]:
    """The last figure before the rate with what is told behind it to be left."""
    last = [f for f in alike if f.start < done.rate.start][-1:]
    rests = [f for f in alike if f.start > done.rate.end and _is_rest(done.facts, f)]
    for figure, rest in itertools.product(last, rests):
        yield figure.value + rest.value, figure.value
        yield figure.value, figure.value - rest.value


def _runs(done: Done, row: list[Quantity]) -> Iterator[tuple[int, int, Interval]]:
    """What up to three figures in a row come to, with the places of the first and behind the last.

    What is called a loss is taken off, and a part of the one before it (其中) also.
    """
    for start, first in enumerate(row):
        value = first.value
        yield start, start + 1, value
        for end in range(start + 1, min(start + _MOST_SUMMED - 1, len(row))):
            lead = done.lead(row[end])
            if _WITHOUT.search(lead):
                value -= row[end].value
            elif _OF_THEM.search(lead):
                yield start, end + 1, value - row[end].value
                break
            else:
                value += row[end].value
            yield start, end + 1, value


def is_among_parts(done: Done) -> bool:
    """Whether the operands are parts and what they come to: 设备120万元、培训70万元，共190万元."""
    near = [f for f in done.told.near if f.start < done.rate.start]
    alike = [f for f in near if f.dimension == done.whole.dimension and f.per == done.whole.per]
    counted = [f for f in near if _are_added(f, done.whole)]
    return _is_among(done, alike) or (len(counted) > len(alike) and _is_among(done, counted))


def _is_among(done: Done, row: list[Quantity]) -> bool:
    """The same of one row of figures."""
    whole, part = done.whole, done.part
    every = range(len(row) if len(row) <= _MOST_IN_ROW else 0)
    for at, count in itertools.product(every, range(_PAIR, _MOST_SUMMED + 1)):
        before, behind = row[max(0, at - count) : at], row[at + 1 : at + 1 + count]
        for parts in (before, behind):
            if len(parts) < count or not comes_to(row[at], parts):
                continue
            if any(f not in (*parts, row[at]) for f in done.told.operands):
                continue
            summed = parts is before and _IN_ALL.search(done.lead(row[at]))
            if summed or not (
                done.is_called(whole, done.whole_name)
                or (whole is row[at] and done.is_called(part, done.part_name))
            ):
                return True
    return False


def _are_added(figure: Quantity, whole: Quantity) -> bool:
    """Whether a figure may be added to what a whole is of: 19个 and 17项 come to 36项."""
    if figure.per != whole.per:
        return False
    counted = all(f.dimension.startswith("count:") for f in (figure, whole))
    return counted or figure.dimension == whole.dimension


def fits_list(told: Told) -> bool:
    """Whether the rate is what its own amount is of all that are listed beside as many rates.

    按中央50%、省30%、市县20%分担，分别为600万元、360万元、240万元.
    """
    near = told.facts.within(*told.sentence)
    rates = [f for f in near[: _LONGEST + 1] if f.dimension == "percent"]
    if len(near) > _LONGEST or len(rates) < _FEWEST_RATES or told.derived not in rates:
        return False
    kind, at = told.operands[0].dimension, rates.index(told.derived)
    amounts = [f.value for f in near if f.dimension == kind and f.per is None]
    return any(
        len(listed) == len(rates)
        and (whole := total(listed)).low > ZERO
        and told.derived.value.meets(listed[at] / whole)
        for listed in (amounts, amounts[:-1], amounts[1:])
    )
