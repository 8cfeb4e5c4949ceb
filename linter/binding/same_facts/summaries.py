"""A row of figures of many kinds that tells others again: 建桥12座、总长1512米、满意度92%.

Where nearly all of them are told elsewhere, one that is told nowhere else, and is a slip away from
what its name has there more often than anything else, is that one mistyped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from linter.binding.case import Case
from linter.binding.names import OTHER_TIME, PLANNED
from linter.binding.same_facts.same_kind import named
from linter.binding.slips import are_a_slip_apart
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_SAID = "(?:分别|共计?|合计)?[为是达]?到?"
_ITEM = regex(rf"[、,，;] ?(?:其中)?(?P<name>[\u4e00-\u9fff]{{2,12}}?){_SAID}")
_FIRST = regex(rf"(?:^|[、,，;。:(\n])(?P<name>[\u4e00-\u9fff]{{2,12}}?){_SAID}$")
_GENERAL = regex("^(?:全[省市县区年部]|累计|实际|共|总(?=..)|年[末底]|目前|已)+")
_LONGEST, _FEWEST, _MOST, _KINDS = 18, 4, 60, 3
"""How far before it the first name begins; how many figures, and of how many kinds, make a row."""
_NEW, _AGAIN = 2, 2
"""How many figures of a row may be new, and how often the other must be told."""
_LEAD, _BEHIND, _CORE = 14, 8, 4


def summarised(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each such figure with the one that it should be."""
    facts = case.facts
    for row in _rows(facts):
        if _is_of_others(facts, row):
            continue
        new = [figure for figure, _ in row if not _is_elsewhere(facts, row, figure)]
        if len(new) <= _NEW and len(new) * _NEW < len(row):
            for figure, name in row:
                alone = [f.dimension for f, _ in row].count(figure.dimension) == 1
                twin = _twin(facts, row, figure, name) if figure in new and alone else None
                if twin is not None:
                    yield figure, twin


def _rows(facts: Facts) -> Iterator[list[tuple[Quantity, str]]]:
    """The rows of figures, each with its name."""
    row: list[tuple[Quantity, str]] = []
    for figure in facts.running:
        item = _ITEM.fullmatch(facts.text, row[-1][0].end, figure.start) if row else None
        if item is None:
            if _is_summary(row):
                yield row
            item = _FIRST.search(facts.text, figure.start - _LONGEST, figure.start)
            row = []
        plain = not (figure.hedge or figure.per)
        row = [*row, (figure, item["name"])] if item and plain else []
    if _is_summary(row):
        yield row


def _is_summary(row: Sequence[tuple[Quantity, str]]) -> bool:
    kinds = {figure.dimension for figure, _ in row}
    return _FEWEST <= len(row) <= _MOST and len(kinds) >= _KINDS


def _is_of_others(facts: Facts, row: Sequence[tuple[Quantity, str]]) -> bool:
    """Whether a row is of a plan or of another time."""
    low, _ = facts.windows.bounds("sentence", row[0][0].start)
    words = facts.text[low : row[-1][0].start].replace(f"{facts.year}年", "")
    return bool(PLANNED.search(words) or OTHER_TIME.search(words))


def _is_elsewhere(facts: Facts, row: Sequence[tuple[Quantity, str]], figure: Quantity) -> bool:
    """Whether the same figure stands outside its row."""
    return any(f.may_be(figure) for f in _outside(facts, row, figure))


def _outside(
    facts: Facts, row: Sequence[tuple[Quantity, str]], figure: Quantity
) -> Iterator[Quantity]:
    low, high = row[0][0].start, row[-1][0].end
    alike = facts.by_dimension[figure.dimension]
    return (f for f in alike if not low <= f.start < high and not f.hedge)


def _twin(
    facts: Facts, row: Sequence[tuple[Quantity, str]], figure: Quantity, name: str
) -> Quantity | None:
    """What a name has elsewhere the most often, if a slip makes that a figure."""
    name = _GENERAL.sub("", name)[-_CORE:]
    same = [f for f in _outside(facts, row, figure) if {*name} <= {*_words(facts, f)}]
    often = Counter(map(facts.size, same)).most_common(2)
    if not often or often[0][1] < _AGAIN or [n for _, n in often].count(often[0][1]) > 1:
        return None
    twin = next(f for f in same if facts.size(f) == often[0][0])
    return twin if are_a_slip_apart(figure, twin, facts.text, sure=True) else None


def _words(facts: Facts, figure: Quantity) -> str:
    """What a figure is called: its row and column, or the words around it."""
    behind = facts.text[figure.end : min(facts.trail(figure)[1], figure.end + _BEHIND)]
    return named(facts, figure) or facts.own_words(figure, _LEAD) + behind
