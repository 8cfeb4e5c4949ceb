"""What one of many has or costs, with the total and the number wherever they stand about it.

No words between the three are asked for: one slip explains why they do not fit, and chance hardly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.binding.names import pairs
from linter.binding.slips import in_other_unit, needed_roles, significant
from linter.binding.sums.products.chances import (
    ALL,
    COUNT,
    EACH,
    QUOTIENT,
    chance,
    exact_slips,
)
from linter.binding.sums.products.each import (
    PLAIN,
    TIMES,
    are_alike,
    are_one_sum,
    counts_name,
    is_of_a_time,
    is_unfit,
    mean_of,
    named,
)
from linter.binding.sums.products.prices import as_counted, as_priced, per_many
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.interval import exactly
from linter.regexes.late import regex

Triple = dict[str, Quantity]

_PERIODS = regex("月|季|学期|每年|年均|人年")
_PLANNED = regex(r"(?:预算|计划|概算|控制价|限价|测算|目标|上限|定额|标准)[^,，;。\d]{0,8}$")
_PART, _TOTAL = regex("其中"), regex("总(?!体)|(?<!公)共(?!享)|合计|累计")
_LESSENED = regex("[,，]?再?(?:减去?|扣[除减]|剔除|加上)")
"""Behind a total: less or more than it is parted: 9.86万吨减去分出的，再除以366天."""
_APART, _SUMMED = regex("各|分别|依次"), regex("(?:合计|共计?|总计|小计|一共)[^,，;。\\d]{0,6}")
_BEFORE, _BEHIND, _NEAR = 200, 100, 100
_MOST_PERIODS, _MOST_TRIED = 12, 4
"""How many periods a total is of at most, and how many triples are tried."""
_MOST_TOTALS, _MOST_FIGURES = 300, 2_000
"""Of more amounts, or figures, than so many in a report none is looked for in another sentence."""
_NAMED = 4
"""How many characters in a row tell that figures far from each other are of one thing."""
_IS = regex("[为是系用][^,，;。]{2,16}")
_OF_MONEY = regex(
    "[补资金经费支拨付发放下预算投均每共]|安排|项目|全年|标准|财政|奖励|[^\u4e00-\u9fff]"
)
"""In such words: that it is money, or a price."""
_LIKELY, _CLOSE, _SURE, _AFAR = 0.15, 0.5, 0.004, 0.02
"""How likely by chance a slip may be: at all, where nothing stands between, of any price, and where
the number stands elsewhere."""


def triple_of(facts: Facts, each: Quantity) -> Triple | None:
    """The average with the total and the number that one slip keeps from fitting."""
    name = named(facts, each) if each.hedge in PLAIN else None
    if name is None or _PLANNED.search(facts.own_words(each)):
        return None
    many = per_many(facts, each)
    if many is not None:
        name, each = many["each"], as_priced(facts, each)
    first, last = facts.windows.bounds("sentence", each.start)
    if _APART.search(facts.text, first, each.start):
        return None
    block, _ = facts.windows.bounds("block", each.start)
    low, high = facts.windows.around("block", each.start, each.end, _BEFORE, _BEHIND)
    near = facts.around(each, low, high)
    counts = [f for f in near if counts_name(facts, f, name)]
    far = facts.quantities if not counts and len(facts.quantities) <= _MOST_FIGURES else []
    afar = (f for f in far if counts_name(facts, f, name))
    tried = _tried(facts, each, name, near, counts or afar)
    periods = _MOST_PERIODS if _PERIODS.search(facts.text, low, high) else 1
    if any(may_hold(f, periods) for f in tried):
        return None
    if not counts:
        return _from_afar(facts, tried, (first, last))
    tried = _unsettled(facts, tried, near)
    before, _ = facts.windows.bounds("sentence", max(block, first - 2))
    span = max(block, before, each.start - _NEAR), last
    found = _slipped(facts, [f for f in tried if _are_plain(facts, f, (ALL, COUNT), span)])
    return found or _of_far_total(facts, each, name, counts)


def _tried(
    facts: Facts, each: Quantity, name: str, near: Sequence[Quantity], counts: Iterable[Quantity]
) -> list[Triple]:
    """The average with every total near it and every one of some numbers of what it is of."""
    thing = name[0] not in TIMES
    totals = [
        f
        for f in near
        if are_alike(f, each)
        and not _LESSENED.match(facts.text, f.end)
        and (named(facts, f) is None or (thing and is_of_a_time(facts, f)))
    ]
    numbers = [as_counted(facts, f, name) for f in counts]
    mean = mean_of(each)
    return [{EACH: mean, ALL: t, COUNT: n} for t in totals for n in numbers if t.start != n.start]


def _slipped(facts: Facts, tried: list[Triple]) -> Triple | None:
    """The nearest three that one slip explains, and chance hardly in so many tries.

    What words call a total stands nearer than what they do not.
    """
    tried.sort(
        key=lambda f: (
            _TOTAL.search(facts.own_words(f[ALL])) is None,
            sum(abs(f[name].start - f[EACH].start) for name in (ALL, COUNT)),
        )
    )
    tried = tried[:_MOST_TRIED]
    for figures in tried:
        likely = chance(figures, facts.text) * len(tried)
        limit = _CLOSE if _is_close(facts, figures) else _LIKELY
        if likely < limit and (likely < _SURE or _is_of_all(facts, figures)):
            return figures
    return None


def _from_afar(facts: Facts, tried: list[Triple], sentence: tuple[int, int]) -> Triple | None:
    """The three where the number stands in another paragraph, of what the total is of too."""
    tried = [f for f in tried if _are_plain(facts, f, (ALL,), sentence)]
    tried = [f for f in tried if status(facts, f[COUNT]) == "actual" and _are_of_one(facts, f)]
    tried = list({(f[ALL].start, f[COUNT].printed): f for f in tried}.values())
    likely = (f for f in tried if chance(f, facts.text) * len(tried) < _AFAR)
    return next(likely, None)


def _of_far_total(
    facts: Facts, each: Quantity, name: str, counts: Sequence[Quantity]
) -> Triple | None:
    """The three where the total stands in another sentence, called as the two in one clause.

    企业职工培训支出742.56万元。……企业职工培训5304人次，人次均补贴1400元.
    """
    low, high = facts.windows.bounds("clause", each.start)
    beside = [f for f in counts if low <= f.start < high]
    if each.dimension != "money" or len(beside) != 1:
        return None
    first, last = sorted((each, beside[0]), key=lambda f: f.start)
    names, money = _names(facts.own_words(first)), facts.by_dimension["money"]
    if facts.within(first.end, last.start) or not names or len(money) > _MOST_TOTALS:
        return None
    shared = {
        f.start: len(names & _names(_called(facts, f)))
        for f in money
        if not low <= f.start < high and f.hedge is None and status(facts, f) == "actual"
    }
    totals = [f for f in money if shared.get(f.start) and are_alike(f, each)]
    tried = _tried(facts, each, name, totals, beside)
    tried = list({f[ALL].printed: f for f in tried}.values())
    if any(may_hold(f, _MOST_PERIODS) for f in tried):
        return None
    most = max((shared[f[ALL].start] for f in tried), default=0)
    tried = [f for f in tried if shared[f[ALL].start] == most]
    likely = (f for f in tried if chance(f, facts.text) * len(tried) < _AFAR)
    return next(likely, None)


def _called(facts: Facts, figure: Quantity) -> str:
    """The words before a figure, and what it is said to be: 其余100.50万元为鉴定补贴."""
    behind = _IS.match(facts.text, *facts.trail(figure))
    return f"{facts.own_words(figure)},{behind[0] if behind else ''}"


def _names(words: str) -> set[str]:
    """The runs of characters by which words name what a figure is of, and not that it is money."""
    parts = _OF_MONEY.split(words)
    return {p[at : at + _NAMED] for p in parts for at in range(len(p) - _NAMED + 1)}


def _are_of_one(facts: Facts, figures: Triple) -> bool:
    """Whether total and number are called alike: 道路决算564万元, 道路20.9公里."""
    total, count = (facts.own_words(figures[name]) for name in (ALL, COUNT))
    return bool(pairs(total) & pairs(count))


def _unsettled(facts: Facts, tried: list[Triple], near: Sequence[Quantity]) -> list[Triple]:
    """Those whose total is not that of another average."""
    others = [f for f in near if not f.hedge and named(facts, f) is not None]
    settled = {
        f[ALL].start
        for f in tried
        if any(are_alike(o, f[EACH]) and may_hold({**f, EACH: mean_of(o)}) for o in others)
    }
    return [f for f in tried if f[ALL].start not in settled and not _has_own_number(facts, f)]


def _has_own_number(facts: Facts, figures: Triple) -> bool:
    """Whether words say that a total is of another number right before it: 9人合计4.20万元."""
    total, count = figures[ALL], figures[COUNT]
    before = facts.before(total.start)
    if before is None or before.start == count.start or before.dimension != count.dimension:
        return False
    return _SUMMED.fullmatch(facts.text, before.end, total.start) is not None


def _are_plain(facts: Facts, figures: Triple, names: Sequence[str], span: tuple[int, int]) -> bool:
    """Whether figures stand in a stretch, and say without a hedge what is."""
    low, high = span
    return all(
        low <= figures[name].start < high
        and figures[name].hedge is None
        and status(facts, figures[name]) not in ("limit", "target")
        for name in names
    )


def may_hold(figures: Triple, periods: int = 1) -> bool:
    """Whether the total is the average by the number, or by that and up to so many periods."""
    each, total, count = (figures[name].value for name in (EACH, ALL, COUNT))
    once = each * count
    return any(total.meets(once * exactly(n)) for n in range(1, periods + 1))


def _is_close(facts: Facts, figures: Triple) -> bool:
    """Whether the three stand in one sentence with none of their kinds between."""
    starts = {f.start for f in figures.values()}
    first, last = min(starts), max(starts)
    low, high = facts.windows.bounds("sentence", first)
    kinds = {f.dimension for f in figures.values()}
    others = (f for f in facts.within(first, last) if f.start not in starts)
    return low <= last < high and not any(f.dimension in kinds for f in others)


def _is_of_all(facts: Facts, figures: Triple) -> bool:
    """Whether an average is of all that the total is of, and not of some of them.

    A round price may be what is given to some of many, or be paid by others too.
    """
    each = figures[EACH]
    if _PART.search(facts.text, min(f.start for f in figures.values()), each.start):
        return False
    if each.dimension != "money" or significant(facts.text[each.start : each.end]) > 2:
        return True
    if any(in_other_unit(figures[r], n) for r, n in needed_roles(figures, (QUOTIENT,))):
        return True
    if is_unfit(facts, each) or not are_one_sum(facts, figures[ALL], each, figures[COUNT]):
        return False
    slips = {name for name, _ in exact_slips(figures, facts.text)}
    more = figures[ALL].printed > each.printed * figures[COUNT].printed
    return EACH in slips or (bool(slips) and (more or "平均" in facts.own_words(each)))
