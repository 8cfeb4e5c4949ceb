"""Rows of figures that can be added up: of one paragraph and one unit, or of one thing counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.binding.names import PARTICLES
from linter.binding.sums.counters import other_counter
from linter.binding.sums.lists.addable import can_be_added
from linter.binding.sums.lists.mark_kinds import LOST, kinds_of_marks
from linter.binding.sums.taken import has_minus
from linter.facts.facts import Facts
from linter.facts.numeral import parse
from linter.facts.quantity import Quantity, negative
from linter.facts.status import status
from linter.regexes.late import regex

FEWEST = 3
"""A total and two parts."""
_SETS, _SET = ("count:台", "count:套", "count:台套", "count:台(套)"), "set"
"""Machines are counted one by one, and together with sets: 27台套, 五轴机4台."""
_IN_TURN = regex(
    r"(?:[各每两二三四五六七八九十]|\d)个?[期场批次班轮][^,，;。\d]{0,8}(?:分别|依次|各)[^,，;。\d]{0,6}$"
)
"""Before how many came each time: 各期分别为78人、92人，共170人次."""
_TIMES = regex(
    "(?:^|[,，;。])(?P<number>[两二三四五六七八九十])个?[期场批次班轮](?:累计|合计|共计?|总计)"
    "[^,，;。\\d]{0,6}$"
)
"""Before how many came all those times."""
_NEAR = 24
_AGAIN = regex(r"\(?(?:[^。]*[,，;])?(?:其中|该|这|上述)的?|\(|[^。]*[,，;]")
"""Before a figure that the one before it has told: it has no name of its own."""


def blocks(facts: Facts) -> Iterator[list[Quantity]]:
    """The figures of each paragraph outside tables that has enough of them, in order."""
    block: list[Quantity] = []
    end = -1
    for figure in facts.running:
        if figure.start >= end:
            if len(block) >= FEWEST:
                yield block
            block = []
            end = facts.windows.bounds("block", figure.start)[1]
        block.append(figure)
    if len(block) >= FEWEST:
        yield block


def rows(facts: Facts, block: list[Quantity]) -> Iterator[tuple[list[Quantity], bool]]:
    """The figures of a block that can be added up: of one unit, and of one unit and noun.

    With each whether they are alike enough that a sum that fails says something: full marks and
    marks obtained in one row are not.
    """
    added = [f for f in block if can_be_added(facts, f) and f.start not in facts.restated]
    added = _signed(facts, list(_told_once(facts, added)))
    marks = kinds_of_marks(facts, [f for f in added if f.dimension == "score"])
    of_unit: dict[str, list[Quantity]] = {}
    of_noun: dict[str, list[Quantity]] = {}
    for figure in added:
        kinds = marks.get(figure.start, ())
        if kinds != (LOST,):
            of_unit.setdefault(_unit(figure), []).append(figure)
        for noun in _nouns(facts, figure, kinds):
            of_noun.setdefault(noun, []).append(figure)
    if not {f.dimension for f in of_noun.get(_SET, ())} & {*_SETS[2:]}:
        of_noun.pop(_SET, None)
    yield from ((f, True) for f in _of_two_counters(facts, added))
    for figures in of_unit.values():
        yield figures, figures[0].dimension != "score" or figures in of_noun.values()
    yield from ((f, True) for f in of_noun.values() if f not in of_unit.values())
    yield from ((f, True) for f in _in_turn(facts, added))


def _of_two_counters(facts: Facts, figures: list[Quantity]) -> Iterator[list[Quantity]]:
    """The figures of either counter of a total that has two: 仪器30台、救护车4辆，共34台(辆)."""
    dimensions = {f.dimension for f in figures}
    for either in dict.fromkeys((f.dimension, other_counter(facts, f)) for f in figures):
        if either[1] in dimensions - {either[0]}:
            yield [f for f in figures if f.dimension in either]


def _in_turn(facts: Facts, figures: list[Quantity]) -> Iterator[list[Quantity]]:
    """The people who came each time, with the times of all that stand behind them."""
    for at, total in enumerate(figures):
        if total.dimension != "person-time":
            continue
        low, _ = facts.windows.bounds("sentence", total.start)
        before = [f for f in figures[:at] if f.dimension == "person"]
        people = [f for f in before if f.start >= low]
        if len(people) + 1 >= FEWEST and _IN_TURN.search(facts.text, low, people[0].start):
            yield [*people, total]
        elif before and _are_all_times(facts, before, total):
            yield [*before, total]


def _are_all_times(facts: Facts, people: Sequence[Quantity], total: Quantity) -> bool:
    """Whether a total is of as many times as people were counted: 三期累计培训252人次."""
    counted = _TIMES.search(facts.text, total.start - _NEAR, total.start)
    return counted is not None and parse(counted["number"]) == len(people)


def _signed(facts: Facts, figures: list[Quantity]) -> list[Quantity]:
    """Figures, those with a minus taken off; where most have one, it is a dash behind a name."""
    taken = {f.start for f in figures if has_minus(facts, f)}
    if not taken or 2 * len(taken) >= len(figures):
        return figures
    return [negative(f) if f.start in taken else f for f in figures]


def _told_once(facts: Facts, figures: list[Quantity]) -> Iterator[Quantity]:
    """Figures, but none that tells the one of its unit before it again: 缺口8万元，8万元待拨付."""
    last: dict[str | None, Decimal] = {}
    for figure in figures:
        again = last.get(figure.unit) == figure.printed
        if not (again and _AGAIN.fullmatch(facts.text, *facts.own_lead(figure))):
            last[figure.unit] = figure.printed
            yield figure


def _unit(figure: Quantity) -> str:
    per = figure.per if figure.dimension != "money" else None  # 每户2000元、1500元，合计3500元
    return f"{figure.dimension} {figure.unit} {per or ''}"


def _nouns(facts: Facts, figure: Quantity, kinds: tuple[str, ...]) -> Iterator[str]:
    """What a figure is of beside its unit: a kind of marks, a thing, what was done in fact."""
    yield from (f"{_unit(figure)} {kind}" for kind in kinds)
    if figure.dimension.startswith("count:"):
        yield _unit(figure) + _noun(facts, figure)
    if figure.dimension in _SETS:
        yield _SET
    if figure.dimension != "score" and status(facts, figure) == "actual":
        yield f"{_unit(figure)} actual"


def _noun(facts: Facts, figure: Quantity) -> str:
    """The first character of what is counted, where it stands behind the figure (8个乡镇)."""
    noun = facts.text[figure.end : figure.end + 1]
    return noun if "一" <= noun <= "鿿" and noun not in PARTICLES else ""
