"""Lists right behind their total, which no word leads to: 办会36场，线上14场、线下22场."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from linter.binding.alone import are_alone
from linter.binding.sums.kinds import (
    are_answers,
    are_kinds,
    are_named,
    are_parallel,
    are_partition,
    are_two,
    is_answer,
    own_names,
    share_a_noun,
    shared_end,
)
from linter.binding.sums.lists.candidate import FAR, Candidate
from linter.binding.sums.lists.ends import is_delimited
from linter.binding.sums.lists.openers import is_called_total, leads_on
from linter.binding.sums.lists.parted import are_once
from linter.binding.sums.lists.reasons.of_words import are_apart
from linter.regexes.late import regex

_BESIDE = regex(r"[\u4e00-\u9fff]{0,6}[,，][^,，;。、:()\d]{0,10}")
_ITEM = regex(r"[^,，;。、:()\d]{0,4}[、和及][^,，;。、:()\d]{0,10}")
_LOOSE_ITEM = regex(r"[^,，;。、:()\d]{0,6}[,，、][^,，;。、:()\d]{0,12}")
_CLAUSE_ENDS, _MANY_ITEMS = regex("[^,，;。、:()\\d]{0,4}(?:$|[。;\n])"), 3
_NO_MORE = regex(
    r"[^,，;。、:()\d]{0,8}(?:$|[。;)\n]|[,，](?![^。;]{0,10}(?:其[余他]|余|剩|另|还有|等|外)))"
)
"""A list right behind a figure, its items, and what ends it: 办会36场，线上14场、线下22场，……."""
_TAIL, _NOUN = 4, 2
"""How much behind the last part is said of them all, and how many letters of a noun tell."""
_NO_KINDS = regex(
    "其中|主要|依次|分别|包括|[各含实由为比较]|同比|增|减|超"
    "|年[初末底]|期[初末]|[库结]存|[,，]加|剔|领|受理|通过|[办结立][结案]|完成|收回|[拨支交缴]付|支出|签约|审[核批]|移送|申请|参加|到[会位账]|获|达|已|未|退|合格|整改"
    "|女|党员|残疾|脱贫|低保|少数民族|退役|困难|重点|示范|试点"
)
_OVERLAP = regex("女|党员|残疾|脱贫|低保|少数民族|退役|困难|以[上下]|级|证|兼|次|户")
"""In such a list: what is no name of a kind of the total's things, or of kinds that overlap."""
_SAID = regex("[^,，;。]{0,2}(?:完成|通过|参加|获|享受|受到|评为|纳入)")
"""Right behind the last part: so many of each are told that were mended, and not all of them."""
_INCLUDES = regex("[,，(:]?(?:包括|包含|分为|由|其中)[^,，;。、:()\\d]{0,10}")
_DONE_AND_NOT = (
    regex(
        "[\u4e00-\u9fff]{0,4}[,，;](?:其中)?已(?:经)?(?:完成|整改|办结|验收|化解|销号)[\u4e00-\u9fff]{0,4}"
    ),
    regex("[,，、;](?:正在|仍在|尚未|未|还在|尚在)[\u4e00-\u9fff]{0,6}"),
)
"""Between a total and what is done of it, and between that and what is not."""
_OF_ANYTHING = frozenset("的人数率度员者")
"""Ends of names that need not part what they name: 党员 and 教员 overlap."""


def are_of_kinds(candidate: Candidate) -> bool:
    """Whether parts right behind a total are of kinds of one noun, so that none is taken off."""
    names = own_names(candidate.row.text, candidate.total.end, candidate.parts)
    return (share_a_noun(names) and is_beside(candidate)) or names_all_kinds(candidate)


def exceed_as_kinds(candidate: Candidate) -> bool:
    """Whether kinds that a total includes come to more than it: 38人，包括专技岗27人、工勤岗21人.

    What it includes may be less, but no more where no one is of two kinds.
    """
    row, parts = candidate.row, candidate.parts
    names = own_names(row.text, candidate.total.end, parts)
    gaps = [(a.end, b.start) for a, b in itertools.pairwise(parts)]
    return (
        candidate.choice[0] == candidate.i + 1
        and candidate.total.dimension != "score"
        and _INCLUDES.fullmatch(candidate.gap) is not None
        and all(_ITEM.fullmatch(row.text, *gap) for gap in gaps)
        and candidate.is_exceeded
        and (are_apart(candidate) or _are_kinds_of_one(names, candidate.gap))
    )


def exceed_as_done_and_not(candidate: Candidate) -> bool:
    """Whether what is done and not come to more than there is: 12项，已完成8项，正在整改5项."""
    row, parts = candidate.row, candidate.parts
    if candidate.choice[0] != candidate.i + 1 or len(parts) != len(_DONE_AND_NOT):
        return False
    places = (candidate.total, *parts)
    gaps = [row.text[a.end : b.start] for a, b in itertools.pairwise(places)]
    states = zip(_DONE_AND_NOT, gaps, strict=True)
    return (
        candidate.is_exceeded
        and all(state.fullmatch(gap) for state, gap in states)
        and are_alone(row.facts, places)
    )


def _are_kinds_of_one(names: Sequence[str], gap: str) -> bool:
    """Whether names are of kinds of one thing that do not overlap: 专技岗、工勤岗."""
    kinds = bool(set(shared_end(names)) - _OF_ANYTHING) and "其中" not in gap
    return kinds and _OVERLAP.search("".join(names)) is None


def is_beside(candidate: Candidate) -> bool:
    """Whether a list joined by 、 stands right behind the total, and nothing more is told.

    So may a longer one joined by commas that ends its clause.
    """
    figures, text = [candidate.total, *candidate.parts], candidate.row.text
    gaps = [(a.end, b.start) for a, b in itertools.pairwise(figures)]
    return (
        candidate.choice[0] == candidate.i + 1
        and candidate.total.dimension != "score"
        and _BESIDE.fullmatch(text, *gaps[0]) is not None
        and _are_items(candidate, gaps[1:])
        and _NO_KINDS.search(text, gaps[0][0], gaps[-1][1]) is None
    )


def _are_items(candidate: Candidate, gaps: list[tuple[int, int]]) -> bool:
    text, behind = candidate.row.text, candidate.last.end
    if all(_ITEM.fullmatch(text, *gap) for gap in gaps):
        return _NO_MORE.match(text, behind) is not None
    return (
        len(candidate.choice) >= _MANY_ITEMS
        and _is_first(candidate)
        and all(_LOOSE_ITEM.fullmatch(text, *gap) for gap in gaps)
        and _CLAUSE_ENDS.match(text, behind) is not None
    )


def _is_first(candidate: Candidate) -> bool:
    """Whether the figure before a list begins its clause and has another name than the items.

    Else it is an item too: 中央资金300万元，省级资金100万元，…….
    """
    row, i = candidate.row, candidate.choice[0] - 1
    lead = row.lead(i)
    clause, _ = row.facts.windows.bounds("clause", row.figures[i].start)
    if ":" in lead or (i and row.figures[i - 1].start >= clause):
        return False
    ends = {row.text[part.start - 1] for part in candidate.parts}
    return lead.rstrip("有为是共")[-1:] not in ends


def _bear_its_noun(candidate: Candidate, names: Sequence[str]) -> bool:
    """Whether the names are of kinds of what the total counts: 专家36名，技术专家21名、……."""
    noun = shared_end(names)[-_NOUN:]
    if candidate.total.dimension == "money" or len(noun) < _NOUN or "、" in candidate.gap:
        return False
    lead = candidate.row.lead(candidate.i).rstrip("共有为是的")
    return share_a_noun(names) and lead.endswith(noun)


def names_all_kinds(candidate: Candidate) -> bool:
    """Whether a list right behind the total, to its sentence's end, names all its kinds."""
    row, i, parts = candidate.row, candidate.i, candidate.parts
    if candidate.choice[0] != i + 1 or candidate.total.dimension == "score":
        return False
    gap, end, called = row.unbracketed(i, i + 1), candidate.total.end, is_called_total(row, i)
    names = own_names(row.text, end, parts)
    answers = are_answers(names) and not is_answer(row.lead(i))
    partition = are_partition(names, row.facts.partitions)
    led = called or answers or leads_on(i, i + 1, gap) or are_two(names)
    led = led or (partition and len(names) >= _MANY_ITEMS)
    if _SAID.match(row.text, candidate.last.end):
        return False
    return (
        (led or _bear_its_noun(candidate, names))
        and len(gap) <= FAR
        and are_once(candidate, names)
        and "。" not in row.text[candidate.first.end : candidate.last.start]
        and is_delimited(candidate)
        and (
            answers
            or (called and are_parallel(names))
            or are_kinds(names, row.text[end : parts[-1].end + _TAIL])
            or are_named(names, row.lead(i))
            or partition
        )
    )
