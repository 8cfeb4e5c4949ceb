"""Words that say that parts are of other things than the total, or may be."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from linter.binding.sums.lists.rows import OPEN_HEDGES
from linter.binding.sums.lists.words import TIGHT, Words
from linter.facts.quantity import Quantity
from linter.late import regex

_STAGE = regex("(?:至|到|截止)[^,，;。]{0,8}[末底止][^,，;。]{0,4}$")
_FROM = regex("(?<!理)[由从]$")
"""Before what was there before a change: 合并3个，总数由41个调减到37个."""
_EACH = regex("[各均][为有是得获奖补给发安拨]?[励助放排付]?$")
_SHARED = regex(r"、[^,，;。]*分别[^,，;。\d]{0,6}$")
"""Before one figure that several have each: 省、市、县分别安排250万元，……."""
_SHARED_BY = regex(
    "交叉|重叠|[剔去]重|重复(?:计|统|的|享)|同时(?:也|又)是|[包含]含?在[^,，;。]{0,6}[内中]"
)
"""Among or right behind parts: some things are counted with several of them."""
_DUE, _DONE = regex("应[\u4e00-\u9fff]{1,3}$"), regex("实[\u4e00-\u9fff]{1,3}$")
_LACKING = regex("[欠差缺短余剩尚未]")
"""Of what is due: what is done and what is lacking make it up; what else is done does not."""
_ENDS = regex("。(?! *(?:再|另)?加上?)")
"""Between parts: a sentence ends, and the next does not add to it."""
_EACH_OF = regex("[,，](?:分别|依次)")
"""Behind the last of a list: each of it has one (县级支出115万元、乡镇支出23万元，分别结余……)."""
_SPENT = regex("(?P<spent>支出|支付|使用|列支|花费)|预算|安排|下达|计划|批复|到位")
_TAKEN = regex("(?:减(?!少|排|免)|扣[除去掉减]|-|[中里]用)")
"""Between two figures: the second is taken off the first (到账234万元减支出221.13万元)."""
_SHARE = regex(r"占[^,，;。\d]{0,12}的? ?\d[\d.]*%")
_MEASURED = regex(r"\)?的 ?\d[\d.]*%")
_LIMIT = regex(r"不[超高多大得]|≤|<")
_COMPARED = regex(
    r"。|比|较|上年|去年|目标|增长|下降|增加|减少|超出?(?!市)|高[于出]|低于|[升降落涨跌]到|回[落升]"
)
_YEARLY = regex("(?:上年|去年|上期|同期|上一年)(?:同期)?(?:同口径)?数?度?[是为达共有的:]*$")
_YEAR = regex("年(?:度|末|底)?(?:为|是|达)?$")
_UNBOUND = (*OPEN_HEDGES, "more")
_CHANGED = regex("(?:增加|减少|增长|下降|净增|多|少)(?:了|额为)?$")


def is_of_other_things(words: Words, i: int, choice: list[int]) -> bool:
    """Whether the words make the total and its parts of different things.

    Parts behind a second colon (右岸5公里:护底2处:上沟8公里); parts of which each counts several
    times (市县各20万元); what had been reached by a day; a
    sum of spending beside parts of a budget; amounts that rates measure (为预算的94%).
    """
    text, figures = words.text, words.figures
    leads = [text[slice(*words.facts.own_lead(figures[k]))] for k in choice]
    own = text[slice(*words.facts.own_lead(figures[i]))]
    if (
        words.gap(i, choice[0]).count(":") > 1
        or _count_several_times(words, i, choice)
        or _are_done_of_due(own, leads)
        or _has_each(words, i, choice)
        or _is_of_a_stage(words, own, i, choice)
        or any(_TAKEN.match(lead) for lead in leads)
    ):
        return True
    if _is_spent(own) and any(_is_spent(lead) is False for lead in leads):
        return not any(_is_spent(lead) for lead in leads)
    first, last = figures[choice[0]], figures[choice[-1]]
    return bool(_MEASURED.search(_SHARE.sub("", text[first.end : last.start])))


def _count_several_times(words: Words, i: int, choice: list[int]) -> bool:
    """Whether a part is one of several alike, or things are counted with several parts."""
    text, figures = words.text, words.figures
    if any(words.is_led(k, _EACH) for k in choice):
        return True
    shared = (figures[k].end for k in choice if words.is_led(k, _SHARED))
    if any(text[end : end + 1] not in "、和" for end in shared):
        return True
    places = [figures[k] for k in (i, *choice)]
    span = min(f.end for f in places), max(f.start for f in places) + TIGHT
    return _SHARED_BY.search(text, *span) is not None


def _are_done_of_due(own: str, leads: Sequence[str]) -> bool:
    """Whether the total is what is due, and parts are what was done, but none what is lacking."""
    due = _DUE.search(own) and any(_DONE.search(lead) for lead in leads)
    return bool(due) and not any(_LACKING.search(lead) for lead in leads)


def _has_each(words: Words, i: int, choice: list[int]) -> bool:
    """Whether the total is the last of a list, of which each has one of the parts."""
    listed = i > 0 and words.text.startswith("、", words.figures[i - 1].end)
    behind = words.figures[i].end
    return listed and choice[0] > i and _EACH_OF.match(words.text, behind) is not None


def _is_of_a_stage(words: Words, own: str, i: int, choice: list[int]) -> bool:
    """Whether the total is what had been reached by a day, or what there was before a change."""
    bracketed = words.depths[choice[0]] > words.depths[i]
    return (_STAGE.search(own) is not None and not bracketed) or _FROM.search(own) is not None


def _is_spent(lead: str) -> bool | None:
    """Whether the words before a figure say that it was spent, or, if not, allotted."""
    words = [found["spent"] for found in _SPENT.finditer(lead)]
    return words[-1] is not None if words else None


def is_broken(words: Words, i: int, choice: list[int]) -> bool:
    """Whether a sentence ends among the figures, or words compare them."""
    places = sorted((i, *choice))
    between = words.figures[places[0]].end, words.figures[places[-1]].start
    return _COMPARED.search(words.text, *between) is not None


def is_uneven(words: Words, i: int, choice: list[int]) -> bool:
    """Whether sentences end between some of the parts only, or the parts are years compared."""
    gaps = [
        words.text[words.figures[a].end : words.figures[b].start]
        for a, b in itertools.pairwise(choice)
    ]
    ends = [_ENDS.search(gap) is not None for gap in gaps]
    if any(ends) and (len(gaps) == 1 or not all(ends)):
        return True
    low, high = words.facts.own_lead(words.figures[choice[0]])
    gaps.append(words.text[max(low, high - TIGHT) : high])
    low, high = words.facts.own_lead(words.figures[i])
    yearly = _YEAR if _CHANGED.search(words.text, low, high) else _YEARLY
    return any(yearly.search(gap) for gap in gaps)


def is_mixed(words: Words, i: int, choice: list[int]) -> bool:
    """Whether the list begins with things counted with another word: 16台包括床9套、灯3台."""
    total, first = words.figures[i], words.figures[choice[0]]
    if not total.dimension.startswith("count:"):
        return False
    between = words.facts.within(total.end, first.start)
    return any(f.dimension.startswith("count:") and f.dimension != total.dimension for f in between)


def has_hedged(words: Words, i: int, choice: list[int]) -> bool:
    """Whether an approximate figure of the unit stands among or next to the parts.

    It may be a part too.
    """
    total, first, last = (words.figures[k] for k in (i, choice[0], choice[-1]))
    low, high = words.sentence(first)[0], words.sentence(last)[1]
    if total.start < first.start:
        low = total.end
    else:
        high = total.start
    kinds = {words.figures[k].dimension for k in (i, *choice)}
    own = {words.figures[k].start for k in choice}
    alike = [
        f
        for f in words.facts.within(low, high)
        if f.start in own
        or (f.dimension in kinds and f.per is None and not _is_aside(words, f, first))
    ]
    inner = [n for n, f in enumerate(alike) if first.start <= f.start <= last.start]
    near = alike[max(0, inner[0] - 1) : inner[-1] + 2]
    return any(f.hedge in _UNBOUND and not _LIMIT.match(words.text, f.start) for f in near)


def _is_aside(words: Words, figure: Quantity, first: Quantity) -> bool:
    """Whether a figure before a list stands in a bracket that ends before it."""
    between = figure.end, first.start
    return words.text.count(")", *between) > words.text.count("(", *between)


def is_in_another_clause(words: Words, i: int, choice: list[int]) -> bool:
    """Whether a semicolon parts the total from the run, but not the figures of that."""
    first, second = sorted((i, choice[0] if choice[0] > i else choice[-1]))
    gap = words.text[words.figures[first].end : words.figures[second].start]
    inside = words.text[words.figures[choice[0]].end : words.figures[choice[-1]].start]
    return ";" in gap and ";" not in inside


def is_sibling(words: Words, i: int, choice: list[int]) -> bool:
    """Whether only an item's name parts the total from the run: it is an item too."""
    first, second = sorted((i, choice[0] if choice[0] > i else choice[-1]))
    gap = words.text[words.figures[first].end : words.figures[second].start]
    return gap.startswith("、")
