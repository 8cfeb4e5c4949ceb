"""What is missing or over (缺口12件, 超额252台) against the plan and the result told elsewhere.

The problem chapter tells again by how much a goal was missed; the two figures whose difference it
is stand in a table's row or in a sentence of another paragraph. Where any two figures bear it out
nothing is told; else the one difference that words name, and that a slip keeps from it, is doubted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.names import is_plain, pairs
from linter.binding.same_facts.cited import row_names
from linter.binding.slips import is_slip
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval, exactly
from linter.regexes.late import regex

_WORDS = regex("少|差|短|缺|欠|超|没|未|沉淀")
_LACK = regex(
    r"(?:[少差短]|缺口?|欠下?|超(?:出|额|过|了)?|沉淀)(?:了|到账?|收|缴|买|报|建|做|计划|任务|目标|出)?(?:的|为|达)?[(]?$"
)
_BEHIND = regex(r"[\u4e00-\u9fff]{0,8}(?:没有?|仍未|尚未|还未)[\u4e00-\u9fff]")
_STILL, _UNDONE = regex(r"[尚仍还]有$"), regex(r"[\u4e00-\u9fff]{0,8}未(?![来成])[\u4e00-\u9fff]")
"""Before and behind what has not been done: 尚有94台机具未在规定时限内兑付."""
_TO_GOAL = regex(
    r"[与比较离距同](?:年度|年初|预期|既定)?(?:目标|任务|要求)值?(?:尚|还|仍)?(?:相差|差距?|低|少)[了为]?$"
)
"""Before how far a rate is from its goal, in percentage points."""
_HUNDRED, _TEN = exactly(Decimal(100)), 10
_OTHER = regex(
    r"(?:比|较)(?!(?:年初|年度|全年|原定|既定)?(?:计划|目标|任务))|上年|去年|同期|同比|每|平均|至少|减少|缩短|不少于|不超过|超过|不足|多少|[\d一二三四五六七八九十]月"
)
_PLAN = regex(r"计划|目标|任务|应|原定|该|本来要|要求|指标|预算|批复|原")
_NO_PLAN = regex("申请|[建拟]议|[每均单](?:价|[亩人户公里米次])|[亩人户日月]均")
"""Beside two figures: one is what was asked for, or they are of one of many."""
_WITHIN = regex("[\u4e00-\u9fff]{0,4}[里中](?:头|面|间)?[,，]?(?:还|仍|尚|有|,|，|$)")
_OF_WHOLE = regex(r"[^,，;。]{0,8}[中里][,，]?(?:已?有|已)")
"""Between two figures: the second is of the first: 1632台机具中有1538台."""
_LEAD, _REACH = 24, 44
_SELDOM, _OFTEN, _TELLING = 4, 12, 3
"""How often the report may have a word that names a claim of few digits, or of so many."""
_MOST, _CELLS = 300, 6
_MOST_TIMES = 4
"""How many times its result a plan is at most."""
_POINTS = "percent-point"
_NOT = ("percent", "percent-point", "number", "times", "years", "month", "day", "score")


class _Gap(Struct, frozen=True):
    """The difference of two figures, and the words that name what they are of."""

    size: Interval
    figure: Quantity
    words: frozenset[str]
    names: tuple[str, ...]


def shortfalls(case: Case) -> Iterator[tuple[Quantity, Quantity, Interval]]:
    """Each figure that tells how far a result is from its plan, one of the two, and how far."""
    facts = case.facts
    claims = [f for f in facts.led_by(_WORDS, _LEAD) if _is_claim(facts, f)]
    claims += [f for f in facts.in_text if _is_undone(facts, f) and _may(facts, f)]
    claims = [f for f in claims if not _has_whole(facts, f)]
    claims += [f for f in facts.text_by_dimension.get(_POINTS, []) if _is_to_goal(facts, f)]
    if not claims:
        return
    gaps = _gaps(facts, {"number", *map(_kind, claims)})
    seen: set[int] = set()
    for claim in claims:
        known = gaps.get(_kind(claim), [])
        if claim.dimension.startswith("count:"):  # cells often bear no unit
            known = known + gaps.get("number", [])
        if claim.start in seen or any(gap.size.meets(claim.value) for gap in known):
            continue
        seen.add(claim.start)
        named = [gap for gap in known if _is_named(facts, claim, gap)]
        slips = [gap for gap in named if _is_slip(facts, claim, gap)]
        few = len({gap.size for gap in named}) == 1 or facts.digits(claim) >= _TELLING
        if slips and few and len({gap.size for gap in slips}) == 1:
            yield claim, slips[0].figure, slips[0].size


def _has_whole(facts: Facts, claim: Quantity) -> bool:
    """Whether its own sentence tells what a claim is of: 117户里头还有12户没赶上."""
    low, _ = facts.windows.bounds("sentence", claim.start)
    before = [f for f in facts.within(low, claim.start) if f.dimension == claim.dimension]
    return bool(before) and _WITHIN.match(facts.text, before[-1].end) is not None


def _may(facts: Facts, figure: Quantity) -> bool:
    return (
        figure.dimension not in _NOT
        and is_plain(facts, figure)
        and figure.start not in facts.gridded
        and bool(figure.printed)
    )


def _is_undone(facts: Facts, figure: Quantity) -> bool:
    text = facts.text
    if _BEHIND.match(text, figure.end):
        return True
    still = _STILL.search(text, figure.start - 2, figure.start)
    return bool(still and figure.printed >= _TEN and _UNDONE.match(text, figure.end))


def _is_to_goal(facts: Facts, figure: Quantity) -> bool:
    return _TO_GOAL.search(facts.own_words(figure)) is not None


def _is_claim(facts: Facts, figure: Quantity) -> bool:
    low, high = facts.own_lead(figure, _LEAD)
    words = facts.text[facts.behind_last(",，、", low, high) : high]
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
            if not all(f.dimension == "percent" or _may(facts, f) for f in (a, b)):
                continue
            if any(_is_claim(facts, f) for f in (a, b)) or a.value.meets(b.value):
                continue
            if b.start - a.end <= _REACH:
                near = facts.windows.around("sentence", a.start, b.end, _LEAD, 8)
                if b.start < near[1] and _are_plan_and_result(facts, near, (a, b)):
                    words = frozenset(facts.pairs_within(*near))
                    found[a.dimension].append(_Gap(_apart(a, b), b, words, ()))
    return found


def _are_plan_and_result(
    facts: Facts, near: tuple[int, int], both: tuple[Quantity, Quantity]
) -> bool:
    """Whether words around two figures make them a plan and its result, or a whole and a part.

    Of a plan so little is seldom done that the other tells by how much it differs.
    """
    least, most = sorted(figure.printed for figure in both)
    if _NO_PLAN.search(facts.text, *near) or least * _MOST_TIMES < most:
        return False
    between = both[0].end, both[1].start
    return bool(_PLAN.search(facts.text, *near) or _OF_WHOLE.match(facts.text, *between))


def _kind(claim: Quantity) -> str:
    """The dimension of the two figures that a claim is the difference of."""
    return "percent" if claim.dimension == _POINTS else claim.dimension


def _apart(a: Quantity, b: Quantity) -> Interval:
    """What lies between two figures; between two rates, in percentage points."""
    size = abs(a.value - b.value)
    return size * _HUNDRED if a.dimension == "percent" else size


def _is_named(facts: Facts, claim: Quantity, gap: _Gap) -> bool:
    """Whether words around a claim, or the heading above it, name what a difference is of."""
    if claim.dimension != _POINTS and gap.figure.unit not in (claim.unit, None):
        return False
    if facts.windows.share("block", claim.start, gap.figure.start):
        return False
    if claim.dimension == _POINTS and not _is_of_its_rate(facts, claim, gap):
        return False
    words = facts.text[slice(*facts.windows.around("clause", claim.start, claim.end, _REACH, 8))]
    if gap.names:
        return any(name in words for name in gap.names)
    section = facts.outline.at(claim.start)
    shared = gap.words & (pairs(words) | pairs(section.title if section else ""))
    often = _SELDOM if facts.digits(claim) < _TELLING else _OFTEN
    return any(facts.commonness[pair] <= often for pair in shared if pair.isalpha())


def _is_of_its_rate(facts: Facts, claim: Quantity, gap: _Gap) -> bool:
    """Whether the rate right before how far it is from its goal, if any, is one of a difference."""
    before = facts.before(claim.start)
    low, _ = facts.windows.bounds("clause", claim.start)
    own = before is not None and before.start >= low and before.dimension == "percent"
    return before is None or not own or before.printed == gap.figure.printed


def _is_slip(facts: Facts, claim: Quantity, gap: _Gap) -> bool:
    literal = facts.text[claim.start : claim.end]
    return is_slip(claim, literal, gap.size, 1, sure=True)
