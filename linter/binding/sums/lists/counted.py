"""Words that say that a list has all the parts of its total: so many of them, or 其余 the last."""

from __future__ import annotations

import re

from linter.binding.summing import LEFT
from linter.binding.sums.lists.candidate import Candidate
from linter.binding.sums.lists.cues import is_cued
from linter.binding.sums.lists.ends import is_delimited
from linter.binding.sums.lists.openers import is_called_total
from linter.binding.sums.lists.row import Row
from linter.binding.sums.shares.complete import NO_OTHERS
from linter.facts.numeral import parse
from linter.regexes.late import regex

_MAY_BE_OPEN = regex(r"其中|含|(?<!计)有|主要")
REST = regex(rf"(?:{LEFT}|另外|另一[部批块类期处])[^,，;。\d]{{0,10}}$")
"""Before the last part: with it the list is whole."""
_LEFT = regex(r"剩(?:下|余)[^,，;。\d]{0,10}$")
"""The same, but of money: what is not spent."""
_NUMBER_OF = (
    r"(?P<number>[两二三四五六七八九十]|\d{1,2})(?=[项类部块路笔批级头次者方种档个份处大期片])"
)
_NUMBERED = regex(
    rf"(?<![第\d.前后末首头])(?!二[期级类批档次])(?!.期工程)(?!.级[医甲乙公资响保等]){_NUMBER_OF}"
)
"""How many parts there are: 三项合计1742人次, 分在五个乡镇:, 34亩、13亩, 两类的……."""
_DIVIDED = regex(f"(?<=[分共由]){_NUMBER_OF}")
"""分两期轮训，头一期……; 缺口由两头形成，……."""
_ALL, _OPEN = regex("(?<!公)共(?![同享建管])|合计|总[计额量]"), regex("其中|包括|含|有")
"""Before a total of so many; between it and parts that may be of some of them only."""
_JOINED = regex(r"^\)?、[^,，;。、]{1,16}$")
_ITEM = regex(r"(?:\([^()\n]{0,30}\))?、")
"""Behind a total: it is an item of the list, too (甲60人（占30%）、乙90人、其余50人)."""
_PAIR = 2


def is_counted(candidate: Candidate) -> bool:
    """Whether words say that these are all the parts: so many of them, or 其余 the last."""
    if not candidate.is_beside:
        return False
    if not candidate.ahead:
        return _is_counted_before(candidate)
    row, total = candidate.row, candidate.total
    if is_in_another_clause(candidate) or _is_in_another_sentence(candidate):
        return False
    if _ITEM.match(row.text, total.end):
        return False
    if total.dimension != "score" and row.is_led(candidate.choice[-1], REST):
        return not _is_rest_of_another(candidate)
    if total.dimension != "money" and row.is_led(candidate.choice[-1], _LEFT):
        return True
    if NO_OTHERS.match(row.text, candidate.last.end):
        return True
    return _are_counted_behind(candidate)


def _is_in_another_sentence(candidate: Candidate) -> bool:
    """Whether a sentence ends before the parts, the last of which is not the rest of a total."""
    if "。" not in candidate.gap:
        return False
    row, total, last = candidate.row, candidate.total, candidate.choice[-1]
    between = row.facts.within(total.end, candidate.first.start)
    alone = all(f.dimension != total.dimension for f in between)
    return not (alone and is_called_total(row, candidate.i) and row.is_led(last, REST))


def is_in_another_clause(candidate: Candidate) -> bool:
    """Whether a semicolon parts the total from the run, but not the figures of that."""
    inside = candidate.row.between(candidate.choice[0], candidate.choice[-1])
    return ";" in candidate.gap and ";" not in inside


def _is_rest_of_another(candidate: Candidate) -> bool:
    """Whether the last part is what is left of more: 18个村，其中5个村……；其余14个村."""
    apart = len(candidate.choice) == _PAIR and ";" in candidate.row.between(*candidate.choice)
    return apart and "其中" in candidate.row.unbracketed(candidate.i, candidate.choice[0])


def _is_counted_before(candidate: Candidate) -> bool:
    """The same of parts that stand before their total."""
    between = candidate.last.end, candidate.total.start
    numbers = candidate.row.once(_numbers, *between, _NUMBERED)
    return len(candidate.choice) in numbers and is_delimited(candidate)


def leaves_out_parts(candidate: Candidate) -> bool:
    """Whether words count more parts, that stand in the list before: 甲、乙、丙三部分构成."""
    row, first = candidate.row, candidate.choice[0]
    if candidate.ahead or not first or not _JOINED.search(row.between(first - 1, first)):
        return False
    between = candidate.last.end, candidate.total.start
    return any(
        0 <= (begin := candidate.i - number) < first
        and all(_JOINED.search(row.between(k, k + 1)) for k in range(begin, first))
        for number in row.once(_numbers, *between, _NUMBERED)
    )


def _are_counted_behind(candidate: Candidate) -> bool:
    """Whether words behind a total tell how many parts it has, or before it: 两个片区共4560亩."""
    row, gap, end = candidate.row, candidate.gap, candidate.total.end
    begin = end + max(gap.rfind(mark) for mark in ",，;") + 1
    numbers = [
        *row.once(_numbers, end, candidate.first.start, _DIVIDED),
        *row.once(_numbers, begin, candidate.first.start, _NUMBERED),
    ]
    if _OPEN.search(gap) is None and row.is_led(candidate.i, _ALL):
        low, _ = row.facts.windows.bounds("clause", candidate.total.start)
        numbers += row.once(_numbers, low, candidate.total.start, _NUMBERED)
    return len(candidate.choice) in numbers and is_delimited(candidate)


def _numbers(row: Row, low: int, high: int, pattern: re.Pattern[str]) -> list[int]:
    """The numbers of parts that words between two places speak of, but no figures like these."""
    alike = row.figures[0].dimension
    figures = {f.start for f in row.facts.within(low, high) if f.dimension == alike}
    return [
        parse(found["number"]) or int(found["number"])
        for found in pattern.finditer(row.text, low, high)
        if found.start() not in figures
    ]


def is_counted_up(candidate: Candidate) -> bool:
    """Whether words behind all the parts tell how many of them come to the total: 三项相加."""
    return not candidate.ahead and is_cued(candidate) and is_counted(candidate)


def is_closed(candidate: Candidate) -> bool:
    """Whether words lead to a list, and leave no room for parts that are not listed."""
    if not is_cued(candidate):
        return False
    if not candidate.ahead:
        return True
    return _MAY_BE_OPEN.search(candidate.gap) is None
