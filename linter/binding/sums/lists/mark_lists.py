"""Marks listed beside what they come to: 过程得23.5分，资金9.7分、组织9.5分、档案4.3分.

Clerks put full marks in brackets behind each, or before it (满分5分得4.2分); both are left aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.binding.nearby import BRACKETED
from linter.binding.slips import is_slip, needed_parts
from linter.binding.summing import ADDED_UP
from linter.binding.sums.lists.full_marks import is_full_mark
from linter.facts.facts import Facts
from linter.facts.numeral import parse
from linter.facts.quantity import Quantity
from linter.facts.score import NOT_GOT, role_of
from linter.interval import total as sum_of
from linter.regexes.late import regex

_LINK = regex(r"(?:[、,，;]|和|及|以及){1,2} ?[^,，;。、:()\d]{1,14}")
_NO_ITEM = regex(
    "扣|失|丢|减|满分|目标[值为是]|上年|去年|(?<!公)共(?![同享建])|合|加|其[中余]|平均|最[高低]|分别|各|[高低多少]于|比|差|占|[得高]分率"
    "|提高|下降|复核|权重|总|小计|之和|折|另|上次|调整[为到前后]|指标分|线|档次|等级|均"
)
"""In the words before a mark: it is no item of a list."""
_FULL_THEN_MARK = regex("[,，]?(?:自评|实际|实)?(?:得|拿)分?[了为]?")
_NAME = r"[^,，;。、:()\d]{1,14}"
_MADE_OF = regex(rf"[,，]?(?:是|系|即)?由{_NAME}")
_LISTED, _COLON = regex(rf"[,，] ?{_NAME}"), regex(rf"(?:[,，]其中)?:{_NAME}")
_NUMBER = (
    r"(?P<number>[两二三四五六七八九十])个?(?:一级|二级)?(?:板块|部分|维度|[类块项]|指标|方面)"
)
_NEXT = regex(rf"[^。\d]{{0,20}}。(?:其中[,，:]?)?(?:{_NUMBER}[^\d。,，:]{{0,8}}[:,，])?{_NAME}")
_OF_LEVEL = regex(
    rf"[^。\d]{{0,20}}。(?:各?[一二]级指标|各(?:部分|项|指标|维度)|分项|具体)[^\d。,，:]{{0,8}}:{_NAME}"
)
"""Between the mark of all and those of its parts: 89.2分，等级为“良”。一级指标得分如下:决策."""
_AMONG, _CHANGED = regex("[,，]其中"), regex("[加扣减折]")
"""Behind a mark: parts of it follow; and beside it, that it is not what they come to alone."""
_COMPOSED = regex(r"[^,，;。、\d]{0,4}(?:相加|构成|组成|之和|加总|而成|合成)")
_ENDS = regex(r"[^,，;。、:()\d]{0,2}(?:[。;\n)]|$)")
_GOT = regex("(?:得|评|为|是|共|合计)[了分]?[为:]? ?$")
_ADDED = regex(
    rf"[,，;。]?(?:以上|上述|这)?(?:{_NUMBER}(?:得?分)?)?"
    rf"(?:(?:{ADDED_UP}|累计)[^,，;。\d]{{0,6}}|[合共][为是得计]?)"
)
_TOTALLED = regex(r"[,，;。](?:项目|自评|综合|最终|评价){0,2}(?:总得分|总分|得分)[为是:]?")
"""Between the parts of a whole and its mark, where no word adds them."""
_MAIN = (regex("产出|履职"), regex("效益|效果|成效"))
"""Parts that every whole has."""
_BEGINS = regex(rf"[。;:\n]|{_NUMBER}(?:指标)?[,，]|[里中方面内][,，]?[^,，;。、:()\d]{{1,8}}$")
_FEWEST, _LISTED_FEWEST, _MOST = 2, 3, 14
_WHOLE = 100
"""What full marks come to."""
_LABEL = 8
"""How many characters before a mark are its name."""


class _Item(Struct, frozen=True):
    """A mark, and where it begins with the full mark before it."""

    start: int
    figure: Quantity


def mark_lists(facts: Facts) -> Iterator[tuple[Quantity, tuple[Quantity, ...]]]:
    """Marks of the text with the listed marks that one slip keeps from making them up."""
    for items in _blocks(facts):
        for i, item in enumerate(items):
            for parts in (_behind(facts, items, i), _before(facts, items, i)):
                told = parts and not _is_full(facts, item.figure, parts)
                if told and _is_slipped(facts, item.figure, parts):
                    yield item.figure, parts
                    break


def _is_full(facts: Facts, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether a mark is what can be got, and what was got of it, or is left of it, follows."""
    _, high = facts.windows.bounds("sentence", whole.start)
    return whole.printed == _WHOLE and is_full_mark(facts, whole, high, parts)


def _blocks(facts: Facts) -> Iterator[list[_Item]]:
    """The marks obtained of each paragraph outside tables that has enough of them."""
    block: list[Quantity] = []
    end = -1
    for figure in facts.text_by_dimension.get("score", []):
        if figure.start >= end:
            if len(block) > _FEWEST:
                yield list(_items(facts, block))
            block, end = [], facts.windows.bounds("block", figure.start)[1]
        block.append(figure)
    if len(block) > _FEWEST:
        yield list(_items(facts, block))


def _items(facts: Facts, marks: Sequence[Quantity]) -> Iterator[_Item]:
    """The marks obtained, but those in brackets."""
    full: int | None = None
    depth, at = 0, facts.windows.bounds("block", marks[0].start)[0]
    for figure in marks:
        depth += facts.text.count("(", at, figure.start) - facts.text.count(")", at, figure.start)
        at = figure.start
        if depth > 0:
            continue
        role = role_of(facts, figure)
        if role == "full" and _FULL_THEN_MARK.match(facts.text, figure.end):
            full = figure.start
        elif role not in NOT_GOT and figure.hedge is None:
            yield _Item(figure.start if full is None else full, figure)
            full = None


def _gap(facts: Facts, first: _Item, second: _Item) -> str:
    return BRACKETED.sub("", facts.text[first.figure.end : second.start])


def _is_linked(facts: Facts, first: _Item, second: _Item) -> bool:
    """Whether the second mark goes on a list with the first."""
    gap = _gap(facts, first, second)
    return _LINK.fullmatch(gap) is not None and not _NO_ITEM.search(gap)


def _behind(facts: Facts, items: Sequence[_Item], i: int) -> tuple[Quantity, ...]:
    """The list behind a mark that words, or a colon and the list's end, make its parts."""
    last = i + 1
    if last >= len(items):
        return ()
    while last + 1 < len(items) and _is_linked(facts, items[last], items[last + 1]):
        last += 1
    parts = tuple(item.figure for item in items[i + 1 : last + 1])
    gap = _gap(facts, items[i], items[i + 1])
    if _AMONG.match(gap) and _is_exceeded(items[i].figure, parts):
        gap = gap.replace("其中", "", 1)
    behind = BRACKETED.sub("", facts.text[parts[-1].end : parts[-1].end + 40])
    if not _FEWEST <= len(parts) <= _MOST or _adds_up(items, i):
        return ()
    if _MADE_OF.fullmatch(gap):
        return parts if _COMPOSED.match(behind) else ()
    if not _ENDS.match(behind) or len(parts) < _LISTED_FEWEST or _NO_ITEM.search(gap[-10:]):
        return ()
    if _COLON.fullmatch(gap):
        return parts
    if _OF_LEVEL.fullmatch(gap):
        changed = _CHANGED.search(facts.text, items[i].figure.end, items[i + 1].start)
        return parts if not changed and _are_all_obtained(facts, parts) else ()
    nexts = _NEXT.fullmatch(gap)
    if nexts is not None:
        counted = nexts["number"] is not None and parse(nexts["number"]) == len(parts)
        return parts if counted else ()
    lead = facts.own_words(items[i].figure)
    ends = {facts.text[item.start - 1] for item in items[i + 1 : last + 1]}
    own = {*"得评为是", lead.rstrip("得评为是共分: ")[-1:]}
    listed = _LISTED.fullmatch(gap) and _GOT.search(lead) and not ends & own
    return parts if listed and "、" in facts.text[parts[0].end : parts[-1].start] else ()


def _before(facts: Facts, items: Sequence[_Item], i: int) -> tuple[Quantity, ...]:
    """The list before a mark that adds it up."""
    if i < _FEWEST:
        return ()
    gap = _gap(facts, items[i - 1], items[i])
    added, totalled = _ADDED.fullmatch(gap), _TOTALLED.fullmatch(gap)
    if not (added or totalled) or _adds_up(items, i):
        return ()
    first = i - 1
    while first > 0 and _is_linked(facts, items[first - 1], items[first]):
        first -= 1
    parts = tuple(item.figure for item in items[first:i])
    if added and added["number"] is not None and parse(added["number"]) != len(parts):
        return ()
    if not (added or _are_all_obtained(facts, parts)):
        return ()
    begin = (
        items[first - 1].figure.end if first else facts.windows.bounds("block", parts[0].start)[0]
    )
    lead = BRACKETED.sub("", facts.text[begin : items[first].start])
    begun = not first or _BEGINS.search(lead) is not None
    return parts if begun and _FEWEST <= len(parts) <= _MOST else ()


def _are_all_obtained(facts: Facts, parts: Sequence[Quantity]) -> bool:
    """Whether marks are those of all the parts of a whole, and not the full ones."""
    names = facts.text[max(0, parts[0].start - _LABEL) : parts[-1].start]
    if not all(words.search(names) for words in _MAIN):
        return False
    full = _NO_ITEM.search(facts.text, *facts.own_lead(parts[0])) is not None
    return not full and sum(part.printed for part in parts) != _WHOLE


def _is_exceeded(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether parts come to more than a mark, as those of it (其中) never do."""
    return sum_of(part.value for part in parts).low > whole.value.high


def _adds_up(items: Sequence[_Item], i: int) -> bool:
    """Whether some run of marks beside one comes to it."""
    whole = items[i].figure.value
    runs = [items[i + 1 : i + 1 + n] for n in range(_FEWEST, _MOST + 1)]
    runs += [items[max(0, i - n) : i] for n in range(_FEWEST, _MOST + 1)]
    return any(
        len(run) >= _FEWEST and whole.meets(sum_of(item.figure.value for item in run))
        for run in runs
    )


def _is_slipped(facts: Facts, whole: Quantity, parts: tuple[Quantity, ...]) -> bool:
    reached = sum_of(part.value for part in parts)
    needed = [(whole, reached), *needed_parts(whole.value, parts)]
    return any(is_slip(f, facts.text[f.start : f.end], n, 1, sure=True) for f, n in needed)
