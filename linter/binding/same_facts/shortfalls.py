"""What is missing or over (缺口12件, 超额252台) against the plan and the result told elsewhere.

The problem chapter tells again by how much a goal was missed; the two figures whose difference it
is stand in a table's row or in a sentence of another paragraph. Where any two figures bear it out
nothing is told; else the one difference that words name, and that a slip keeps from it, is doubted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.names import is_plain, pairs
from linter.binding.same_facts.cited import row_names
from linter.binding.slips import is_slip
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval
from linter.late import regex

_WORDS = regex("少|差|短|缺|欠|超|没|未|沉淀")
_LACK = regex(
    r"(?:[少差短]|缺口?|欠下?|超(?:出|额|过|了)?|沉淀)(?:了|到账?|收|缴|买|报|建|做|计划|任务|目标|出)?(?:的|为|达)?[(]?$"
)
_BEHIND = regex(r"[\u4e00-\u9fff]{0,8}(?:没有?|仍未|尚未|还未)[\u4e00-\u9fff]")
_OTHER = regex(
    r"(?:比|较)(?!(?:年初|年度|全年|原定|既定)?(?:计划|目标|任务))|上年|去年|同期|同比|每|平均|至少|减少|缩短|不少于|不超过|超过|不足|多少|[\d一二三四五六七八九十]月"
)
_PLAN = regex(r"计划|目标|任务|应|原定|该|本来要|要求|指标|预算|批复|原")
_LEAD, _REACH = 24, 44
_SELDOM, _OFTEN, _TELLING = 4, 12, 3
"""How often the report may have a word that names a claim of few digits, or of so many."""
_MOST, _CELLS = 300, 6
_NOT = ("percent", "percent-point", "number", "times", "years", "month", "day", "score")


class _Gap(Struct, frozen=True):
    """The difference of two figures, and the words that name what they are of."""

    size: Interval
    figure: Quantity
    words: frozenset[str]
    names: tuple[str, ...]


def shortfalls(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each figure that tells how far a result is from its plan, with one of the two told."""
    facts = case.facts
    claims = [f for f in facts.led_by(_WORDS, _LEAD) if _is_claim(facts, f)]
    claims += [f for f in facts.in_text if _BEHIND.match(facts.text, f.end) and _may(facts, f)]
    if not claims:
        return
    gaps = _gaps(facts, {"number", *(claim.dimension for claim in claims)})
    seen: set[int] = set()
    for claim in claims:
        known = gaps.get(claim.dimension, [])
        if claim.dimension.startswith("count:"):  # cells often bear no unit
            known = known + gaps.get("number", [])
        if claim.start in seen or any(gap.size.meets(claim.value) for gap in known):
            continue
        seen.add(claim.start)
        named = [gap for gap in known if _is_named(facts, claim, gap)]
        slips = [gap for gap in named if _is_slip(facts, claim, gap)]
        few = len({gap.size for gap in named}) == 1 or facts.digits(claim) >= _TELLING
        if slips and few and len({gap.size for gap in slips}) == 1:
            yield claim, slips[0].figure


def _may(facts: Facts, figure: Quantity) -> bool:
    return (
        figure.dimension not in _NOT
        and is_plain(facts, figure)
        and figure.start not in facts.gridded
        and bool(figure.printed)
    )


def _is_claim(facts: Facts, figure: Quantity) -> bool:
    low, high = facts.own_lead(figure)
    low = max(low, high - _LEAD, *(facts.text.rfind(mark, low, high) + 1 for mark in ",，、"))
    words = facts.text[low:high]
    return bool(_LACK.search(words)) and not _OTHER.search(words) and _may(facts, figure)


def _gaps(facts: Facts, wanted: set[str]) -> dict[str, list[_Gap]]:
    """The differences of plans and results in the dimensions that are asked about."""
    found: dict[str, list[_Gap]] = defaultdict(list)
    for table in facts.tables:
        for row in table.rows if table.table.sure else ():
            figures = [f for f in row.figures if f is not None and f.hedge is None]
            alike = [
                (a, b)
                for a, b in combinations(figures[:_CELLS], 2)
                if a.dimension == b.dimension and a.dimension in wanted
            ]
            names = tuple(row_names(table, row)) if alike else ()
            for a, b in alike:
                found[a.dimension].append(_Gap(_apart(a, b), b, frozenset(), names))
    for dimension in sorted(wanted - {"number"}):
        for a, b in pairwise(facts.by_dimension.get(dimension, [])[:_MOST]):
            if any(not _may(facts, f) or _is_claim(facts, f) for f in (a, b)):
                continue
            if b.start - a.end <= _REACH:
                low, high = facts.windows.bounds("sentence", a.start)
                near = max(low, a.start - _LEAD), min(high, b.end + 8)
                if b.start < high and _PLAN.search(facts.text, near[0], near[1]):
                    words = frozenset(facts.pairs_within(*near))
                    found[a.dimension].append(_Gap(_apart(a, b), b, words, ()))
    return found


def _apart(a: Quantity, b: Quantity) -> Interval:
    return a.value - b.value if a.printed >= b.printed else b.value - a.value


def _is_named(facts: Facts, claim: Quantity, gap: _Gap) -> bool:
    """Whether words around a claim, or the heading above it, name what a difference is of."""
    if gap.figure.unit not in (claim.unit, None):
        return False
    if facts.windows.share("block", claim.start, gap.figure.start):
        return False
    low, high = facts.windows.bounds("clause", claim.start)
    words = facts.text[max(low, claim.start - _REACH) : min(high, claim.end + 8)]
    if gap.names:
        return any(name in words for name in gap.names)
    section = facts.outline.at(claim.start)
    shared = gap.words & (pairs(words) | pairs(section.title if section else ""))
    often = _SELDOM if facts.digits(claim) < _TELLING else _OFTEN
    return any(facts.commonness[pair] <= often for pair in shared if pair.isalpha())


def _is_slip(facts: Facts, claim: Quantity, gap: _Gap) -> bool:
    literal = facts.text[claim.start : claim.end]
    return is_slip(claim, literal, gap.size, 1, sure=True)
