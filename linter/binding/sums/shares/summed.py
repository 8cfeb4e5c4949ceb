"""Shares of what some parts of a list that adds up come to: 满意和较满意合计占87.5%.

The parts are called by their names, or are the first so many (前两项合计占); their whole is the one
that all parts of the list make up, or is told with the share (占有效问卷480份的87.5%).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.binding.names import is_plain
from linter.binding.slips import slipped
from linter.binding.summing import ADDED_UP
from linter.binding.sums.lists.named_parts import name_of, split_names
from linter.binding.sums.parts.far import may_be_part
from linter.facts.facts import Facts
from linter.facts.numeral import parse
from linter.facts.quantity import Quantity, comes_to
from linter.language.expression import Equation, of_added
from linter.regexes.late import regex

_SHARE = regex("占|满意|好评|优良|支持")
_NAME = "[\u4e00-\u9fff“”「」A-Za-z]{1,10}?"
_SUM = f"(?:{ADDED_UP}|两者|[合共])"
_KIND = "[项者类档级部种个]"
_OF = regex(
    rf"[,，;。:(](?:(?:[前以上述]{{1,2}}|这)(?P<number>[两二三]){_KIND}(?:答卷|问卷|人数)?的?{_SUM}?"
    rf"|(?P<names>{_NAME}(?:[、和与及加]{_NAME})+?)的?(?:这?[两二三四]{_KIND}|人数|份数|问卷|支出|资金)*的?{_SUM})"
    r"占(?:比|了|到)?(?P<noun>[^,，;。\d]{2,10}?)?(?:人数|总数|份数)?的?(?P<whole>\d[\d,.]*[^,，;。\d]{1,4}的)?(?:比例|比重)?[为是达约]?$"
)
"""Up to a share: the names of some parts that are added, or how many of them, and their whole."""
_RATED = regex(
    rf"[,，;。:(](?:若|如)?[以按]?前(?P<number>[两二三]){_KIND}(?:答卷|问卷)?的?{_SUM}?(?:计算?|口径)?(?:[,，]|即为?|得出?|就是)"
    r"[\u4e00-\u9fff]{0,4}(?:满意[率度]|好评率|优良率|支持率)(?:约?[为达是有到]{0,2})$"
)
"""Up to a rate of what the first so many answers come to: 以前两项计，满意度为."""
_REACH, _FAR, _LONGEST, _FEWEST = 48, 200, 10, 2
_ROLES = "abcdefghij"


class Summed(Struct, frozen=True):
    """The share, its parts and their whole, what makes one of the others, and whether it does."""

    figures: dict[str, Quantity]
    equation: Equation
    holds: bool


def summed_shares(facts: Facts, of_part: Equation) -> Iterator[Summed]:
    """The shares of what some parts come to that hold, or that one slip keeps from it.

    ``of_part`` is what makes a share of one ``part``.
    """
    for rate in facts.led_by(_SHARE, _REACH):
        if rate.dimension != "percent" or not is_plain(facts, rate):
            continue
        reach = facts.windows.before("block", rate.start, _REACH)
        found = _OF.search(facts.text, *reach) or _RATED.search(facts.text, *reach)
        figures = _figures(facts, rate, found) if found else None
        if figures is None:
            continue
        equation = of_added(of_part, "part", [name for name in _ROLES if name in figures])
        holds = equation.fits(figures)
        if holds or slipped(figures, (equation,), facts.text, sure=True):
            yield Summed(figures, equation, holds)


def _figures(facts: Facts, rate: Quantity, found: re.Match[str]) -> dict[str, Quantity] | None:
    """The share, its parts and its whole, where a list before it adds up."""
    start = found.start()
    near = [f for f in facts.within(start - _FAR, start) if may_be_part(facts, f)]
    listed = _listed(near)
    if listed is None:
        return None
    whole, row = listed
    said = found.groupdict(default="")
    names = said.get("names")
    parts = _named(facts, row, names) if names else _first(row, said["number"])
    told = [f for f in facts.within(start, rate.start) if f.start not in facts.spoken]
    if len(told) > bool(said.get("whole")) or not parts:
        return None
    if not told and said.get("noun", "") not in facts.own_words(whole, _REACH):
        return None
    whole = told[0] if told else whole
    if whole.dimension != row[0].dimension:
        return None
    return {"rate": rate, "whole": whole, **dict(zip(_ROLES, parts, strict=False))}


def _listed(near: Sequence[Quantity]) -> tuple[Quantity, Sequence[Quantity]] | None:
    """The longest list with the whole before or behind it that it makes up, the later of two."""
    for count in range(min(len(near) - 1, _LONGEST), _FEWEST, -1):
        for at in range(len(near) - 1 - count, -1, -1):
            run = near[at : at + 1 + count]
            for whole, parts in ((run[0], run[1:]), (run[-1], run[:-1])):
                alike = all(f.dimension == whole.dimension and f.unit == whole.unit for f in parts)
                if alike and comes_to(whole, parts):
                    return whole, parts
    return None


def _named(facts: Facts, row: Sequence[Quantity], names: str) -> list[Quantity]:
    """The figure of each name; none where one has none or several."""
    called = [(f, name_of(facts, f)) for f in row]
    found = [[f for f, name in called if name == other] for other in split_names(names)]
    whole = len(found) < len(row) and all(len(f) == 1 for f in found)
    return [figure for (figure,) in found] if whole else []


def _first(row: Sequence[Quantity], number: str) -> Sequence[Quantity]:
    """The first so many of a list that has more."""
    count = parse(number) or 0
    return row[:count] if count < len(row) else ()
