"""Shares that call their part by name, told before with the whole: 培训占了25%.

总支出64万元，……。培训这头花了16万元，……。按支出口径，培训占了25%.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from linter.binding.slips import slipped
from linter.binding.sums.parts.far import may_be_part
from linter.binding.sums.shares.paired import Paired
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity, comes_to
from linter.language.expression import Equation
from linter.regexes.late import regex

_NAMED = regex(
    "[,，;。:)(\\n](?P<name>[\\u4e00-\\u9fff]{2,10}?)的?(?:这?一[项块]|这[项块])?"
    "(?:在[这其]里[头面]|[所仅只约就便]|最[多高大长重][,，])?"
    "(?:占(?:了|比|到)?|比重|份额|占比)(?:约?[为是达到有])?(?:(?:总|全部)[\\u4e00-\\u9fff]{0,6}的)?$"
)
_BESIDE, _OF_IT = (
    regex("[,，(]?占(?:比|了|到)?(?:总[数量额]的?|(?P<noun>[^,，;。\\d]{2,10})的)?[为约]?"),
    regex("其中|这(?:些|[一二三四五六七八九十\\d]{1,5})[\u4e00-\u9fff]{1,3}[里中]|当中|之中"),
)
_SHARE = regex("占|比重|份额")
_TOTAL = regex(
    "总|全(?:部|[年院校县乡镇村市区局站所馆厂省])|合计|(?<!公)共(?![同享建])|底数|在岗|在册"
)
_KIND = regex("(?:经费|费用?|支出|资金|项目|投入|金额|人数|人员|部分|这块|一块|合计|全年|本年)+$")
"""What ends the names of many figures."""
_NEAR, _REACH, _FAR, _MOST, _FEWEST = 24, 16, 200, 10, 2
_ALONE = regex("[,，][^,，;。]{2,14}")
_SEX = regex("(?P<sex>[男女])性")
_GENERAL = regex(
    "^(?:全[省市县区镇乡村局院校站所馆部体年]|本年|本|该|其|我[省市县区镇乡村局院校站所馆])"
)


def named_shares(facts: Facts, equation: Equation) -> Iterator[Paired]:
    """The shares without a figure beside them whose part is told before by the same name."""
    for rate in facts.led_by(_SHARE, _REACH):
        if rate.dimension != "percent" or rate.hedge or rate.start in facts.gridded:
            continue
        found = _figures(facts, rate)
        if found is None:
            continue
        holds = equation.fits(found)
        if holds or (
            not _is_of_others(facts, rate, found["whole"], equation)
            and (slipped(found, (equation,), facts.text) or _are_alone(facts, found))
        ):
            yield Paired(found, holds)


def _figures(facts: Facts, rate: Quantity) -> dict[str, Quantity] | None:
    """The share with its part and its whole, where just one figure bears its name."""
    near = told_before(facts, rate)
    parts = _behind_part(facts, rate) or called_alike(facts, rate, near)
    if len(parts) != 1:
        return None
    noun = _noun(facts, parts[0], rate)
    wholes = [
        f
        for f in near
        if noun in facts.own_words(f, _NEAR)
        and f.dimension == parts[0].dimension
        and _TOTAL.search(facts.own_words(f, _NEAR))
        and parts[0].value.not_above(f.value)
    ]
    if len(wholes) != 1:
        wholes = _made_up_with(near, parts[0])
    return {"rate": rate, "part": parts[0], "whole": wholes[-1]} if len(wholes) == 1 else None


def _are_alone(facts: Facts, found: dict[str, Quantity]) -> bool:
    """Whether a part stands right behind its whole, and its share right behind both of them."""
    whole, part, rate = found["whole"], found["part"], found["rate"]
    low, high = facts.windows.bounds("clause", rate.start)
    beside = _ALONE.fullmatch(facts.text, part.end, rate.start)
    if facts.text.startswith("的", rate.end):
        return False
    return beside is not None and facts.within(low, high) == [whole, part, rate]


def _made_up_with(near: list[Quantity], part: Quantity) -> list[Quantity]:
    """The figure that a part and the fewest others right beside it come to, if it is but one."""
    row = [f for f in near if f.dimension == part.dimension and f.unit == part.unit]
    at = row.index(part) if part in row else len(row)
    for length in range(_FEWEST, len(row)):
        firsts = range(max(0, at - length + 1), min(at, len(row) - length) + 1)
        wholes = [
            row[place]
            for first in firsts
            for place in (first - 1, first + length)
            if 0 <= place < len(row) and comes_to(row[place], row[first : first + length])
        ]
        if wholes:
            return wholes
    return []


def _noun(facts: Facts, part: Quantity, rate: Quantity) -> str:
    """The word for what a share right behind its part is of, if it is named."""
    beside = _BESIDE.fullmatch(facts.text, part.end, rate.start)
    return _GENERAL.sub("", beside["noun"] or "") if beside else ""


def _behind_part(facts: Facts, rate: Quantity) -> list[Quantity]:
    """The figure right before a share that 其中 names: 其中：人员经费240万元，占48%."""
    before = facts.last_before(rate, 1)
    beside = before and _BESIDE.fullmatch(facts.text, before[0].end, rate.start)
    return before if beside and _OF_IT.search(facts.own_words(before[0], _NEAR)) else []


def called_alike(facts: Facts, rate: Quantity, near: list[Quantity]) -> list[Quantity]:
    """The figures that bear the name of what a share is of, where none stands in its clause."""
    low, _ = facts.windows.bounds("clause", rate.start)
    named = _NAMED.search(facts.text, max(0, low - 1, rate.start - _NEAR), rate.start)
    if named is None or facts.within(named.start(), named.end("name")):
        return []
    name = _KIND.sub("", named["name"].removeprefix("其中"))
    leads = [(f, facts.own_words(f, _NEAR)) for f in near] if len(name) > 1 else []
    if sex := _SEX.fullmatch(name):
        name = sex["sex"]
    return [f for f, lead in leads if name in lead and not _TOTAL.search(lead)]


def told_before(facts: Facts, rate: Quantity) -> list[Quantity]:
    """The figures told before a share, in its paragraph or right above it."""
    return [
        f
        for f in facts.last_before(rate, _MOST)
        if f.start >= rate.start - _FAR and may_be_part(facts, f)
    ]


def _is_of_others(facts: Facts, rate: Quantity, whole: Quantity, equation: Equation) -> bool:
    """Whether two other figures near a share give it."""
    alike = [f for f in told_before(facts, rate) if f.dimension == whole.dimension]
    return any(
        equation.fits({"rate": rate, "part": a, "whole": b}) for a, b in permutations(alike, 2)
    )
