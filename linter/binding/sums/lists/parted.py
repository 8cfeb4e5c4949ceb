"""Lists that name all the kinds of a set, or come to more than what they are of: money, or places.

演练7次，上半年4次，下半年4次: what is known to have no other kinds must add up, however few.
"""

from __future__ import annotations

import itertools

from linter.binding.sums.kinds import (
    are_of_one_set,
    are_partition,
    is_denied,
    own_names,
    shared_end,
)
from linter.binding.sums.lists.candidate import Candidate
from linter.binding.sums.lists.counted import is_counted
from linter.binding.sums.lists.ends import is_delimited
from linter.binding.sums.lists.exhaustive import are_all_sizes, are_all_years, are_of_years
from linter.binding.sums.lists.openers import is_called_total, leads_on
from linter.regexes.late import regex

_GAP = regex(r"[^。;\d]{0,24}")
_BETWEEN = regex(
    r"(?:\([^()]{1,6}\))?[^,，;。、()\d]{0,8}(?:[,，(][^,，;。、()\d]{0,10}\d[\d.]*%\)?)?"
    r"[,，、;和][^,，;。、()\d]{0,16}"
)
"""Between two parts, of which a rate may stand behind the first."""
_ENDS = regex("[,，;。、)\\n]|$")
"""Right behind the last part: nothing is said of the parts, as that so many were mended."""
_LEFT = regex("[^。\\n]*(?:其余|剩余|余下|差额|缺口|不足部分|[未尚][^,，;。]{0,6}(?:到位|落实))")
"""Behind the parts in their sentence: there is more, of which no figure is told."""
_TOTAL = regex("(?<!公)共(?![同享建管])|总|累计|合计|[合加]起来|查出|发现")
_COMPARED = regex("比|较|上年|去年|增|减|超|目标|计划|任务|各|均|每|约|末|底|累计")
_WITHIN = ("，其中", ",其中", "(其中", "其中")
_OF_TIME, _HELD = regex("半年|季"), regex("比|较")
_EVENTS = frozenset("次场期件起批份笔宗轮")
"""What happens once: what is counted twice a year may be the same, people or firms."""
_PLACES = frozenset("县市区镇乡村")
_NOUN = regex("[\u4e00-\u9fff]{0,6}")
_AMONG = regex(r"(?:[,，(:]|[,，]?)其中[:,，]?[^,，;。、()\d]{0,12}")
_MADE_UP = regex(
    r"[^,，;。、()\d]{0,6}(?:组成|构成)[,，](?:其中|包括|有)[:,，]?[^,，;。、()\d]{0,12}"
)
_OF_THEM = regex(r"[^,，;。、()\d]{1,8}(?:之中|当中|中|里)[,，]?[^,，;。、()\d]{1,8}")
_PLACE = regex(
    "(?!.*(?:贫困|民族|边境|沿|重点|中心|薄弱|山|老|库|城|行政|自然|乡镇|[本外全各]))"
    "[\u4e00-\u9fff]{1,3}(?:[乡镇村县]|街道)"
)
"""The name of one place, and not of a kind of places, that may be of another kind as well."""
_ACROSS, _BEHIND = regex("跨|交叉|重[复叠]|交界|流经|途经"), 24
_OF_ANYTHING = frozenset("的人数率度员者次户")
_MADE_OF = regex("由$|由[^,，;。\\d]{0,4}$")
_CROSSING = regex(
    "女|党员|重点|示范|试点|优秀|合格|达标|已|完成|残疾|脱贫|低保|少数民族|退役|困难|级|证|兼|博士|硕士|本科|学历|岁|含|等|减|退|节约|结余|剩"
)
"""In names: kinds of people that overlap, or what is told beside a sum."""
_PAIR = 2
_SOURCE, _USE = regex("资金|补助|中央|省级|自筹"), regex("支出|费|投入")
"""Names of where money is from, and of what it is for: it is divided in two ways."""


def names_a_set(candidate: Candidate) -> bool:
    """Whether the figures right behind a total are of all the kinds of one set.

    Or of all sizes, or of all the years of a period.
    """
    if candidate.ahead and (are_all_sizes(candidate) or are_all_years(candidate)):
        return True
    if not _is_right_behind(candidate) or not _GAP.fullmatch(candidate.gap):
        return False
    row, total = candidate.row, candidate.total
    names = own_names(row.text, total.end, candidate.parts)
    if _COMPARED.search("".join(names)):
        return False
    if len(names) == _PAIR and is_denied(*names):
        return True
    last = candidate.last.end
    if _ENDS.match(row.text, last) is None or _LEFT.match(row.text, last):
        return False
    if not are_partition(names, row.facts.partitions):
        return False
    led = leads_on(candidate.i, candidate.choice[0], candidate.gap) or _is_summed_up(candidate)
    return led and are_once(candidate, names) and not _are_other_places(candidate, names)


def names_just_a_set(candidate: Candidate) -> bool:
    """Whether the figures are of the kinds of one set and bear no other names: 上半年, 下半年."""
    if not names_a_set(candidate):
        return False
    names = own_names(candidate.row.text, candidate.total.end, candidate.parts)
    partitions = candidate.row.facts.partitions
    kinds = {word for set_ in partitions for kind in set_ for word in kind}
    return kinds.issuperset(names)


def is_counted_or_set(candidate: Candidate) -> bool:
    """Whether words or names say that these are all the parts."""
    return is_counted(candidate) or names_a_set(candidate)


def _exceed_over_years(candidate: Candidate) -> bool:
    """Whether what was paid in each year comes to more than was paid: 累计支付420万元，其中……."""
    row, total = candidate.row, candidate.total
    return (
        total.dimension == "money"
        and row.is_led(candidate.i, _TOTAL)
        and candidate.gap.startswith(_WITHIN)
        and candidate.is_exceeded
        and are_of_years(candidate)
    )


def exceeds(candidate: Candidate) -> bool:
    """Whether parts come to more than there is of money, or of whom a group is made up."""
    if _exceed_over_years(candidate):
        return True
    if not _is_right_behind(candidate):
        return False
    row, total = candidate.row, candidate.total
    made = _MADE_UP.fullmatch(candidate.gap) and row.is_led(candidate.i, _MADE_OF)
    names = own_names(row.text, total.end, candidate.parts)
    places = all(map(_PLACE.fullmatch, names)) and not _is_across(candidate)
    among = (places or total.dimension == "money") and _AMONG.fullmatch(candidate.gap)
    alike = bool(set(shared_end(names)) - _OF_ANYTHING)
    of_them = alike and total.dimension != "person" and _OF_THEM.fullmatch(candidate.gap)
    return (
        bool(made or among or of_them)
        and candidate.is_exceeded
        and len({*names}) == len(names)
        and all(names)
        and _CROSSING.search("".join(names)) is None
        and (places or _are_joined(candidate) or are_of_one_set(names, row.facts.partitions))
        and not (any(map(_SOURCE.search, names)) and any(map(_USE.search, names)))
    )


def _are_joined(candidate: Candidate) -> bool:
    """Whether no comma parts the figures, behind which a part of the part before may stand."""
    row = candidate.row
    return not any(mark in row.between(a, a + 1) for a in candidate.choice[:-1] for mark in ",，;")


def _is_right_behind(candidate: Candidate) -> bool:
    """Whether a list follows its total with nothing but names between its figures."""
    if not candidate.ahead or candidate.choice[0] != candidate.i + 1:
        return False
    if candidate.total.dimension in ("score", "percent") or not is_delimited(candidate):
        return False
    parts, text = candidate.parts, candidate.row.text
    return all(_BETWEEN.fullmatch(text, a.end, b.start) for a, b in itertools.pairwise(parts))


def _is_summed_up(candidate: Candidate) -> bool:
    row, i = candidate.row, candidate.i
    return is_called_total(row, i) or _TOTAL.search(row.lead(i)) is not None


def are_once(candidate: Candidate, names: list[str]) -> bool:
    """Whether what is told of the parts of a year is money, or happens once."""
    total = candidate.total
    timed = any(map(_OF_TIME.search, names))
    if timed and any(map(_HELD.search, names)):
        return False
    return not timed or total.dimension == "money" or (total.unit or "") in _EVENTS


def _are_other_places(candidate: Candidate, names: list[str]) -> bool:
    """Whether a total is of other places: 21个乡镇，186个行政村，24个社区."""
    noun = _NOUN.match(candidate.row.text, candidate.total.end)
    last = noun[0][-1:] if noun else ""
    return (
        last in _PLACES
        and all(name[-1] in _PLACES for name in names)
        and not any(last in name for name in names)
    )


def _is_across(candidate: Candidate) -> bool:
    """Whether what is told of places may be in several of them: 3条、2条、4条，均为跨乡镇渠道."""
    last = candidate.parts[-1].end
    return _ACROSS.search(candidate.row.text, last, last + _BEHIND) is not None
