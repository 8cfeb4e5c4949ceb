"""Where a list of parts begins and ends."""

from __future__ import annotations

from linter.binding.sums.lists.words import FAR, Words
from linter.facts.quantity import Quantity
from linter.late import regex

_BEGINS = regex(r"[。;(:\n]|依次|分别|包括|其中|由|各")
_ENDS = regex(r"[。;)\n]|[,，](?:合?占|相当于)")
_END, _ITEM = 2, regex(r"[,，、][^,，;。、\d]*")
_ITEMS_END = regex(r"[。;\n]|其中")
_LIST_BEGINS, _LIST_ENDS = regex(r"[。(:\n]|依次|分别|包括|其中|由|各"), regex(r"[。)\n]")
"""What begins and ends a list whose items a semicolon parts."""


def is_open(words: Words, i: int, choice: list[int]) -> bool:
    """Whether a figure is taken off, or the list goes on: what does not add up tells nothing."""
    taken = any(words.figures[k].printed < 0 for k in (i, *choice))
    return taken or _goes_on(words, choice) or _began_before(words, choice[0])


def _began_before(words: Words, first: int) -> bool:
    """Whether the item before a list is a figure that is not of the row."""
    figure = words.figures[first]
    before = words.facts.last_before(figure, 1)
    if not before or before[0].unit != figure.unit or before[0].dimension != figure.dimension:
        return False
    known = first and words.figures[first - 1].start == before[0].start
    return not known and words.text.startswith("、", before[0].end)


def _goes_on(words: Words, choice: list[int]) -> bool:
    """Whether the next of a list is a figure that is not of the row, for its name holds 计划.

    专家经费5万元，计划项目经费8万元: it is called by what the parts are called by.
    """
    last = words.figures[choice[-1]]
    following = next(iter(words.facts.within(last.end, last.end + FAR)), None)
    if following is None or following.unit != last.unit:
        return False
    if any(figure.start == following.start for figure in words.figures):
        return False
    ends = {words.text[words.figures[k].start - _END : words.figures[k].start] for k in choice}
    own = words.text[following.start - _END : following.start]
    return own in ends and _ITEM.fullmatch(words.text, last.end, following.start) is not None


def is_delimited(words: Words, i: int, choice: list[int]) -> bool:
    """Whether the run reaches the end of its clause, bracket or sentence (or its beginning)."""
    return _is_ended(words, choice) if choice[0] > i else _is_begun(words, i, choice)


def _is_ended(words: Words, choice: list[int]) -> bool:
    """Whether a list behind its total ends before the next figure that is not deeper."""
    last, depth = words.figures[choice[-1]], words.depths[choice[-1]]
    behind = range(choice[-1] + 1, len(words.figures))
    following = next((words.figures[n] for n in behind if words.depths[n] <= depth), None)
    between = words.text[last.end : following.start][:FAR] if following else "。"
    if len(between) == FAR:
        return True
    if _has_own_brackets(words, choice):
        return bool(_ITEMS_END.search(between))
    ends = _LIST_ENDS if _is_parted_by_semicolons(words, choice) else _ENDS
    return bool(ends.search(between))


def _is_begun(words: Words, i: int, choice: list[int]) -> bool:
    """Whether a list before its total begins behind the last figure that is not deeper."""
    first, depth = words.figures[choice[0]], words.depths[choice[0]]
    before = range(choice[0] - 1, -1, -1)
    preceding = next((words.figures[n] for n in before if words.depths[n] <= depth), None)
    if preceding and choice[-1] < i and _is_total_before(words, preceding, i, choice):
        return True
    between = words.text[preceding.end : first.start] if preceding else "。"
    gap = words.text[words.figures[choice[-1]].end : words.figures[i].start]
    apart = ";" in gap and not _is_parted_by_semicolons(words, choice)
    if apart:
        return ";" not in between and bool(_LIST_BEGINS.search(between))
    return bool(_BEGINS.search(between))


def _is_total_before(words: Words, preceding: Quantity, i: int, choice: list[int]) -> bool:
    """Whether the figure before a list, and no item of it, tells its total."""
    if words.text.startswith("、", preceding.end):
        return False
    return preceding.value.meets(words.figures[i].value) or preceding.printed == sum(
        words.figures[k].printed for k in choice
    )


def _has_own_brackets(words: Words, choice: list[int]) -> bool:
    """Whether each part stands in a bracket of its own: 决策(20分)、过程(20分)."""
    a, b = (words.figures[k] for k in choice[:2])
    return words.text.startswith(")", a.end) and words.text.startswith("(", b.start - 1)


def _is_parted_by_semicolons(words: Words, choice: list[int]) -> bool:
    a, b = (words.figures[k] for k in choice[-2:])
    return ";" in words.text[a.end : b.start]
