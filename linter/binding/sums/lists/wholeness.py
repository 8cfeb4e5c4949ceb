"""Words that say that a list has all the parts of its total, or that it is open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.sums.lists.ends import is_delimited
from linter.binding.sums.lists.other_things import is_in_another_clause
from linter.binding.sums.lists.words import Words
from linter.facts.numeral import parse
from linter.late import regex

_MAY_BE_OPEN = regex(r"其中|含|有")
_ADDED_UP = regex(
    r"[,，;](?:以上|上述|前述)?(?:各|[两二三四五六七八九十])[项者部类个分]{1,2}(?:之和|合计|加总|相加|加起来|累加)"
)
"""Behind a list: all of it makes the total before it."""
_REST = regex(r"(?:余下|其余|其[他它]|另外|另一[部批块类期处])[^,，;。\d]{0,10}$")
"""Before the last part: with it the list is whole."""
_LEFT = regex(r"剩(?:下|余)[^,，;。\d]{0,10}$")
"""The same, but of money: what is not spent."""
_NUMBER_OF = (
    r"(?P<number>[两二三四五六七八九十]|\d{1,2})(?=[项类部块路笔批级头次者方种档个份处大期])"
)
_NUMBERED = regex(rf"(?<![第\d.前后末首头])(?!二[期级类批档次])(?!.期工程){_NUMBER_OF}")
"""How many parts there are: 三项合计1742人次, 分在五个乡镇:, 34亩、13亩, 两类的……."""
_SUMMED_UP = regex(
    r"(?:[^,，;。\d]{0,8}[,，;](?:以上|上述|这)?|\)[等这]?)(?:\d+|.)(?:.(?=[项类部块路者种]))?."
)
_DIVIDED = regex(f"(?<=[分共由]){_NUMBER_OF}")
"""分两期轮训，头一期……; 缺口由两头形成，……."""
_AND_SO_ON = regex("[^,，;。、\\d]{0,4}等(?! ?[两二三四五六七八九十\\d])")
_ADDED_TO = regex(r"加上[^,，;。\d]*$")
_TREE_LEVEL = regex(r"([一二三四1-4])级(?:绩效|评价)?(?:指标|目录)")
_PAIR = 2
_IN_TOTAL = regex(r"(?:总|合计|共计?)[^,，;。\d]{0,6}$")
"""除公用经费43万元外，其余157万元……，全年总支出200万元."""


class Wholeness:
    """Whether words say that the parts of a run are all the parts of a total."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._told: dict[tuple[int, int, re.Pattern[str]], list[int]] = {}

    def is_whole(self, i: int, choice: list[int]) -> bool:
        """Whether words say that these are all the parts: so many of them, or 其余 the last."""
        if i > choice[0]:
            return self._is_whole_before(i, choice)
        words = self._words
        first, last = words.figures[choice[0]], words.figures[choice[-1]]
        total = words.figures[i]
        if "。" in words.text[total.end : first.start] or is_in_another_clause(words, i, choice):
            return False
        lead = words.facts.own_lead(last)
        if words.text.startswith("、", total.end):  # it is an item of the list, too
            return False
        if total.dimension != "score" and _REST.search(words.text, *lead):
            return not self._is_rest_of_another(i, choice)
        if total.dimension != "money" and _LEFT.search(words.text, *lead):
            return True
        return self._are_counted_behind(i, choice)

    def _is_rest_of_another(self, i: int, choice: list[int]) -> bool:
        """Whether the last part is what is left of more: 18个村，其中5个村……；其余14个村."""
        words = self._words
        before, last = words.figures[choice[-2]], words.figures[choice[-1]]
        apart = len(choice) == _PAIR and ";" in words.text[before.end : last.start]
        return apart and "其中" in words.gap(i, choice[0])

    def _is_whole_before(self, i: int, choice: list[int]) -> bool:
        """The same of parts that stand before their total."""
        words = self._words
        last, total = words.figures[choice[-1]], words.figures[i]
        if words.is_led(choice[-1], _REST) and words.is_led(i, _IN_TOTAL):
            return True
        numbers = self._numbers(last.end, total.start, total.dimension)
        return len(choice) in numbers and is_delimited(words, i, choice)

    def _are_counted_behind(self, i: int, choice: list[int]) -> bool:
        """Whether words behind a total, or behind its parts, tell how many parts it has."""
        words = self._words
        first, last = words.figures[choice[0]], words.figures[choice[-1]]
        total = words.figures[i]
        gap = words.text[total.end : first.start]
        begin = total.end + max(gap.rfind(mark) for mark in ",，;") + 1
        summed_up = _SUMMED_UP.match(words.text, last.end)
        behind = summed_up.end() if summed_up else last.end
        numbers = [
            *self._numbers(total.end, first.start, total.dimension, _DIVIDED),
            *self._numbers(begin, first.start, total.dimension),
            *self._numbers(last.end, behind, total.dimension),
        ]
        return len(choice) in numbers and is_delimited(words, i, choice)

    def _numbers(
        self, low: int, high: int, dimension: str, pattern: re.Pattern[str] = _NUMBERED
    ) -> list[int]:
        """The numbers of parts that words between two places speak of."""
        key = low, high, pattern
        found = self._told.get(key)
        if found is None:
            numbers = _numbers_between(self._words, low, high, dimension, pattern)
            found = self._told[key] = list(numbers)
        return found


def _numbers_between(
    words: Words, low: int, high: int, dimension: str, pattern: re.Pattern[str]
) -> Iterator[int]:
    """The numbers of parts, but no figures of the dimension of these."""
    figures = {f.start for f in words.facts.within(low, high) if f.dimension == dimension}
    for found in pattern.finditer(words.text, low, high):
        if found.start() not in figures:
            yield parse(found["number"]) or int(found["number"])


def is_closed(words: Words, i: int, choice: list[int]) -> bool:
    """Whether the words leave no room for parts that are not listed."""
    if choice[0] < i:
        return True
    gap = words.text[words.figures[i].end : words.figures[choice[0]].start]
    behind = words.figures[choice[-1]].end
    return not (_MAY_BE_OPEN.search(gap) or "主要" in gap) or bool(
        _ADDED_UP.match(words.text, behind)
    )


def is_partial(words: Words, choice: list[int]) -> bool:
    """Whether the list is no partition: 等 behind it, or levels of a tree, one in another.

    Nor is what is added (加上) to a figure before it without that one.
    """
    if words.is_led(choice[0], _ADDED_TO):
        return True
    first, last = words.figures[choice[0]], words.figures[choice[-1]]
    if _AND_SO_ON.match(words.text, last.end):
        return True
    low, _ = words.facts.own_lead(first)
    levels = {match[1] for match in _TREE_LEVEL.finditer(words.text, low, last.start)}
    return len(levels) > 1
