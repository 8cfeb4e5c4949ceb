"""Other figures that stand among those of an assignment, and which of them are beside the point."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval, total
from linter.regexes.late import regex

_FEWEST_PARTS = 2
_CHANGE = 8
"""Within how many characters before a rate the words stand that make it one of a change."""
_PROPORTION = regex("(?:占|完成|为)[^,，;。%]{0,24}$")
"""Before what is no change, but a share or how much was done: 占收入的90%，完成预算的83%."""
_SHARE = regex("占[^,，;。%]{0,24}$")
_CHANGED = regex(r"(?:增长|下降|增加|减少|上升|降低|上涨|下滑|增幅|降幅|增收|减收)[率了为达]{0,2}$")
OF_WHICH = regex(r"的? ?\d[\d.]*%")
"""Behind what a rate is of: 完成预算84.82万元的73.2%."""
_LEAD = 24
_DATED = regex(r"(?P<year>(?:19|20)\d\d)年度?(?P<name>[^,，;。、\d]{0,12})$")
_THAT_IS = regex(r"(?:^|[,，(]|线)(?:即|也就是|就是|合|计|折)[为是]?$")
"""Between a rate and the amount that it comes to: 30%即45万元; 95%线折5.51万吨."""
_LACKING = regex(
    "(?:[差少欠缺多超短]|相差|还剩|其余|余下|剩余|剩下)[的了]?$"
    "|[,，;(](?:还有|尚有|另有)?(?:没有?|未|尚未|不)[^,，;。\\d]{1,5}的?(?:[有为是])?$"
)
"""Before the difference of two figures: 差3人; 没有着落的28人."""
_BEFORE = 12
"""How far before a figure such words begin."""


def asides(facts: Facts, derived: Quantity, figures: list[Quantity], changing: bool) -> set[int]:
    """Where rates stand that are beside the point, as what they are of is told with them.

    Beside a change those of a whole of their own (完成预算25200万元的8.9%，增长19.6%) and those of
    a year before, beside another rate the changes of its clause (同比增长7.65%，占计划的……).
    """
    if derived.dimension != "percent":
        return set()
    before = {f.start for f in figures if changing and is_of_year_before(facts, f, derived)}
    low, _ = facts.windows.bounds("clause", derived.start)
    rates = [f for f in figures if f.dimension == "percent" and low <= f.start < derived.start]
    if changing:
        return before | {f.start for f in rates if facts.text.startswith("的", f.start - 1)}
    if _is_change(facts, derived):
        return set()
    return {f.start for f in rates if _is_change(facts, f)}


def is_of_year_before(facts: Facts, rate: Quantity, derived: Quantity) -> bool:
    """Whether a change is of a year, and the next year's figure stands behind, with its change.

    2022年接待436人，增长39.74%，2023年接待520人，增长19.27%: both are called the same.
    """
    if rate.dimension != "percent" or rate.start >= derived.start:
        return False
    between, before = facts.within(rate.end, derived.start), facts.last_before(rate, 1)
    if len(between) != 1 or not before:
        return False
    dated = [_DATED.search(facts.text, f.start - _LEAD, f.start) for f in (before[0], between[0])]
    if None in dated or not (_is_change(facts, rate) and _is_change(facts, derived)):
        return False
    (year, name), (following, other) = (found.group("year", "name") for found in dated if found)
    return int(following) == int(year) + 1 and name == other


def _is_change(facts: Facts, rate: Quantity) -> bool:
    near, last = facts.own_lead(rate, _CHANGE), facts.cues.last
    return any(last(words, *near) is not None for words in ("up-verbs", "down-verbs"))


def is_its_amount(facts: Facts, figure: Quantity, rate: Quantity) -> bool:
    """Whether a figure is what a rate before it comes to: 占20%(12万元); 40%为林地，计758亩."""
    gap = facts.text[rate.end : figure.start]
    if gap == "(":
        return True
    near = figure.start > rate.end and not facts.within(rate.end, figure.start)
    near = near and not facts.text.startswith(("中", "里"), figure.end)
    return near and "。" not in gap and ";" not in gap and _THAT_IS.search(gap) is not None


def is_by_how_much(facts: Facts, amount: Quantity) -> bool:
    """Whether an amount is one by which something changed."""
    return facts.cues.last("change-amounts", *facts.own_lead(amount, _CHANGE)) is not None


def contiguity(
    bound: Mapping[str, Quantity], figures: list[Quantity], derived: Quantity, text: str
) -> tuple[bool, bool]:
    """Whether only bound figures of the operands' dimensions stand among the bound ones.

    Twice, the second time strictly. At first what stands in brackets of its own between them is
    beside the point, and so is the difference of two of them that a rate is of (少了4人).
    """
    mine = {f.start for f in bound.values()}
    operands = [f for f in bound.values() if f is not derived]
    dimensions = {f.dimension for f in operands}
    low, high = min(mine), max(mine)
    rivals = [
        f
        for f in figures
        if low < f.start < high and f.dimension in dimensions and f.start not in mine
    ]
    return not _rivalling(rivals, bound, derived, text), not rivals


def _rivalling(
    rivals: list[Quantity], bound: Mapping[str, Quantity], derived: Quantity, text: str
) -> list[Quantity]:
    """Of other figures of the operands' dimension those that are not told of one of them.

    What stands in brackets of its own is; of a rate also the difference of two (少了4人), and the
    parts of one.
    """
    if not rivals:
        return rivals
    operands = [f for f in bound.values() if f is not derived]
    rest = [f for f in rivals if f.printed]
    if text.find("(", min(f.end for f in bound.values()), rivals[-1].start) >= 0:
        rest = [f for f in rest if not _is_aside(f, bound, text)]
    if derived.dimension != "percent":
        return rest
    rest = [f for f in rest if not _is_difference(f, operands) and not _is_again(f, operands)]
    rest = [f for f in rest if not _LACKING.search(text, f.start - _BEFORE, f.start)]
    if _CHANGED.search(text, derived.start - _LEAD, derived.start):
        rest = [f for f in rest if not OF_WHICH.match(text, f.end)]
    return [] if len(rest) >= _FEWEST_PARTS and _are_parts(rest, operands) else rest


def _are_parts(figures: list[Quantity], operands: list[Quantity]) -> bool:
    """Whether figures in a row add up to the operand before or behind them."""
    whole = total(f.value for f in figures)
    return any(
        not figures[0].start < f.start < figures[-1].start and f.value.meets(whole)
        for f in operands
    )


def _is_aside(figure: Quantity, bound: Mapping[str, Quantity], text: str) -> bool:
    """Whether a figure stands in brackets that open behind a bound figure and close before one."""
    before = max((f.end for f in bound.values() if f.start < figure.start), default=None)
    after = min((f.start for f in bound.values() if f.start > figure.start), default=None)
    if before is None or after is None:
        return False
    opened = text.count("(", before, figure.start) > text.count(")", before, figure.start)
    return opened and text.count(")", figure.end, after) > text.count("(", figure.end, after)


def _is_difference(figure: Quantity, operands: list[Quantity]) -> bool:
    return any(
        figure.value.meets(Interval(a.value.low - b.value.high, a.value.high - b.value.low))
        for a, b in itertools.permutations(operands, 2)
    )


def _is_again(figure: Quantity, operands: list[Quantity]) -> bool:
    """Whether a figure tells an operand once more: 回收率95%(按400份算)."""
    return any(figure.printed == f.printed and figure.dimension == f.dimension for f in operands)


def are_alone(
    bound: Mapping[str, Quantity],
    figures: list[Quantity],
    derived: Quantity,
    anchored: bool,
    text: str,
) -> bool:
    """Whether the operands are the only figures of their dimensions in the window.

    They must stand on one side of the derived figure, unless words or brackets make one of them its
    own (``anchored``), with no rival of it between.
    """
    mine = {f.start for f in bound.values() if f is not derived}
    dimensions = {f.dimension for f in bound.values() if f is not derived}
    low, high = min(mine), max(mine)
    if low < derived.start < high and not anchored:
        return False
    first, last = min(low, derived.start), max(high, derived.start)
    others = [f for f in figures if f.start not in mine]
    if any(
        f.dimension == derived.dimension
        and first < f.start < last
        and not is_of_another_kind(f, derived, text)
        for f in others
    ):
        return False
    rivals = [f for f in others if f.dimension in dimensions]
    return not _rivalling(rivals, bound, derived, text)


def is_of_another_kind(figure: Quantity, derived: Quantity, text: str) -> bool:
    """Whether of two rates one is of a change, the other a share, or of what was done."""
    if not figure.dimension == derived.dimension == "percent":
        return False
    one, other = ((f.start - _LEAD, f.start) for f in (figure, derived))
    if _CHANGED.search(text, *other):
        return _PROPORTION.search(text, *one) is not None
    return bool(_SHARE.search(text, *other) and _CHANGED.search(text, *one))
