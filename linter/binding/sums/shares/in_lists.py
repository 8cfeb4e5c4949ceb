"""Shares of one part of a list that adds up to its whole, in the sentence that tells both.

受访156人，很满意117人，一般31人，不满意8人，占5.13%; 女学员占比37.5%：240人，女90人，男150人.
The part stands right before its share, or bears the name of what the share is of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from linter.binding.names import is_plain
from linter.binding.sums.shares.paired import Paired
from linter.binding.sums.shares.plain import BESIDE
from linter.facts.facts import Facts
from linter.facts.quantity import NOT_MEASURED, Quantity, comes_to
from linter.language.expression import Equation
from linter.regexes.late import regex

_SHARE = regex("占|比例|比重")
_NAMED = regex(
    "(?:^|[,，;。:(\\n])(?P<name>[\\u4e00-\\u9fff“”「」]{1,8}?)"
    "的?(?:人数|户数|数量)?(?:所占)?的?(?:占比|比例|比重|占)[为是达]{0,2}$"
)
"""Up to a share: the name of what it is of."""
_OTHERWISE = regex(
    "[上去往前原年月季届期]|(?<![占对])比(?![例重])|[较由从约另]|全[省市县]"
    "|计划|目标|合计|共|累计|分别|依次"
)
"""In the clause of a share: it may be of another time, or of several parts."""
_QUOTED = regex(" ?“(?P<name>[^”\\n]{1,8})”")
"""Behind a part: what it is called, 七个“优”."""
_EVERYBODY = regex("(?:性|[男女]?(?:学员|职工|员工|教师|学生|村民|人员|受访者|群众))?的?")
"""Behind the name of a part: all the people of whom it is, and no narrower name (党员)."""
_ASKED_FOR = regex("[^,，;。\n]{0,4}(?:[上下]限|目标|标准|要求|红线|控制[线数值])")
"""Behind a share: how much it is to be."""
_MARKS = "“”「」的有为是共计各"
_NEAR, _FAR, _CLAUSE, _MOST, _FEWEST = 8, 160, 24, 8, 2

Listed = tuple[Quantity, Sequence[Quantity]]
"""A whole and the parts that make it up."""


def listed_shares(facts: Facts, equation: Equation) -> Iterator[Paired]:
    """Each such share."""
    for rate in facts.led_by(_SHARE, _NEAR):
        if rate.dimension != "percent" or not is_plain(facts, rate) or rate.start in facts.gridded:
            continue
        if _ASKED_FOR.match(facts.text, rate.end):
            continue
        if _OTHERWISE.search(facts.text, *facts.windows.before("clause", rate.start, _CLAUSE)):
            continue
        for whole, parts in _lists(facts, rate):
            part = _part(facts, rate, parts)
            if part is not None:
                figures = {"rate": rate, "part": part, "whole": whole}
                holds = equation.fits(figures)
                if holds or not _is_of_two(rate, (whole, *parts), equation):
                    yield Paired(figures, holds)
                break


def _lists(facts: Facts, rate: Quantity) -> Iterator[Listed]:
    """The lists of a share's sentence that add up, of figures in digits or of such in words."""
    near = facts.around(rate, *facts.windows.around("sentence", rate.start, rate.end, _FAR))
    known = [f for f in near if f.dimension not in NOT_MEASURED and not f.hedge and not f.per]
    for spoken in (False, True):
        told = [f for f in known if (f.start in facts.spoken) is spoken]
        for kind in dict.fromkeys((f.dimension, f.unit) for f in told):
            alike = [f for f in told if (f.dimension, f.unit) == kind]
            yield from _adding_up(alike[-_MOST:])


def _adding_up(row: Sequence[Quantity]) -> Iterator[Listed]:
    """The longest list of a row with the whole before it that it makes up."""
    for count in range(len(row) - 1, _FEWEST - 1, -1):
        for at in range(len(row) - count):
            whole, parts = row[at], row[at + 1 : at + 1 + count]
            if comes_to(whole, parts):
                yield whole, parts
                return


def _part(facts: Facts, rate: Quantity, parts: Sequence[Quantity]) -> Quantity | None:
    """The part right before a share, or the only one that bears the name of what it is of."""
    for before in facts.last_before(rate, 1):
        if before in parts and BESIDE.fullmatch(facts.text, before.end, rate.start):
            return before
    low, _ = facts.windows.bounds("clause", rate.start)
    named = _NAMED.search(facts.text, max(0, low - 1, rate.start - _CLAUSE), rate.start)
    if named is None or facts.within(named.start(), rate.start):
        return None
    name = named["name"].strip(_MARKS)
    found = [f for f in parts if _bears(facts, f, name)]
    return found[0] if len(found) == 1 else None


def _bears(facts: Facts, part: Quantity, name: str) -> bool:
    """Whether words before a part, or in quotes behind it, are those of a name."""
    quoted = _QUOTED.match(facts.text, part.end)
    if quoted is not None:
        return quoted["name"] == name
    own = facts.own_words(part).lstrip(",，、;(").strip(_MARKS)
    if not own or own.endswith(name):
        return bool(own)
    return name.startswith(own) and _EVERYBODY.fullmatch(name, len(own)) is not None


def _is_of_two(rate: Quantity, row: Sequence[Quantity], equation: Equation) -> bool:
    """Whether a share is that of some other figure of a list in another."""
    return any(
        equation.fits({"rate": rate, "part": part, "whole": whole})
        for part, whole in permutations(row, 2)
    )
