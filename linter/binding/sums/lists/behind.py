"""Lists right behind their total, which no word leads to: 办会36场，线上14场、线下22场."""

from __future__ import annotations

import itertools

from linter.binding.sums.kinds import (
    are_denied,
    are_kinds,
    are_opposite,
    are_parallel,
    share_an_end,
)
from linter.binding.sums.lists.ends import is_delimited
from linter.binding.sums.lists.openers import leads_on
from linter.binding.sums.lists.words import FAR, Words
from linter.late import regex

_BESIDE = regex(r"[\u4e00-\u9fff]{0,6}[,，][^,，;。、:()\d]{0,10}")
_ITEM = regex(r"[^,，;。、:()\d]{0,4}[、和及][^,，;。、:()\d]{0,10}")
_LOOSE_ITEM = regex(r"[^,，;。、:()\d]{0,6}[,，、][^,，;。、:()\d]{0,12}")
_CLAUSE_ENDS, _MANY_ITEMS = regex("[^,，;。、:()\\d]{0,4}(?:$|[。;\n])"), 3
_NO_MORE = regex(
    r"[^,，;。、:()\d]{0,8}(?:$|[。;)\n]|[,，](?![^。;]{0,10}(?:其[余他]|余|剩|另|还有|等|外)))"
)
"""A list right behind a figure, its items, and what ends it: 办会36场，线上14场、线下22场，……."""
_NO_KINDS = regex(
    "其中|主要|依次|分别|包括|[各含实由为比较]|同比|增|减|超"
    "|年[初末底]|期[初末]|[库结]存|[,，]加|剔|领|受理|通过|[办结立][结案]|完成|收回|[拨支交缴]付|支出|签约|审[核批]|移送|申请|参加|到[会位账]|获|达|已|未|退|合格|整改"
    "|女|党员|残疾|脱贫|低保|少数民族|退役|困难"
)
"""In such a list: what is no name of a kind of the total's things, or of kinds that overlap."""


def is_beside(words: Words, i: int, choice: list[int]) -> bool:
    """Whether a list joined by 、 stands right behind the total, and nothing more is told.

    So may a longer one joined by commas that ends its clause.
    """
    places = (i, *choice)
    ends = [(words.figures[a].end, words.figures[b].start) for a, b in itertools.pairwise(places)]
    return (
        choice[0] == i + 1
        and words.figures[i].dimension != "score"
        and _BESIDE.fullmatch(words.text, *ends[0]) is not None
        and _are_items(words, choice, ends[1:])
        and _NO_KINDS.search(words.text, ends[0][0], ends[-1][1]) is None
    )


def _are_items(words: Words, choice: list[int], gaps: list[tuple[int, int]]) -> bool:
    behind = words.figures[choice[-1]].end
    if all(_ITEM.fullmatch(words.text, *gap) for gap in gaps):
        return _NO_MORE.match(words.text, behind) is not None
    return (
        len(choice) >= _MANY_ITEMS
        and _is_first(words, choice)
        and all(_LOOSE_ITEM.fullmatch(words.text, *gap) for gap in gaps)
        and _CLAUSE_ENDS.match(words.text, behind) is not None
    )


def _is_first(words: Words, choice: list[int]) -> bool:
    """Whether the figure before a list begins its clause and has another name than the items.

    Else it is an item too: 中央资金300万元，省级资金100万元，…….
    """
    i = choice[0] - 1
    total = words.figures[i]
    lead = words.text[slice(*words.facts.own_lead(total))]
    clause, _ = words.facts.windows.bounds("clause", total.start)
    if ":" in lead or (i and words.figures[i - 1].start >= clause):
        return False
    ends = {words.text[words.figures[k].start - 1] for k in choice}
    return lead.rstrip("有为是共")[-1:] not in ends


def names_all_kinds(words: Words, i: int, choice: list[int]) -> bool:
    """Whether a list right behind the total, to its sentence's end, names all its kinds."""
    total = words.figures[i]
    if choice[0] != i + 1 or total.dimension == "score":
        return False
    gap = words.gap(i, choice[0])
    parts = [words.figures[k] for k in choice]
    leads = (
        words.is_called_total(i)
        or leads_on(i, choice[0], gap)
        or are_denied(words.text, total.end, parts)
        or are_opposite(words.text, total.end, parts)
        or (share_an_end(words.text, total.end, parts) and _is_first(words, choice))
    )
    paired = words.is_called_total(i) and are_parallel(words.text, total.end, parts)
    return (
        leads
        and len(gap) <= FAR
        and "。" not in words.text[total.end : words.figures[choice[-1]].start]
        and is_delimited(words, i, choice)
        and (paired or are_kinds(words.text, total.end, parts))
    )
