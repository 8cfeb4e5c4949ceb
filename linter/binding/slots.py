"""The figures that fill the slots of a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import structs

from linter.binding.case import Case
from linter.facts import numeral
from linter.facts.quantity import ONE, Quantity
from linter.facts.reference import Reference
from linter.facts.scan import Figure
from linter.interval import Interval, exactly
from linter.language.expression import Equation
from linter.regexes.late import regex

_RATES, _NAMED = ("率", "度"), 2
_HAIRS = 1000
"""What part of its last digit a figure falls short of the ends of what it is rounded from."""
_ORDINAL = regex(r"第 ?(?P<number>\d{1,6}|[一二三四五六七八九十百]+)")


def filled(match: re.Match[str], slot: str, case: Case) -> Figure | None:
    """What fills a slot; nothing where the pattern has no such slot, or it stands empty."""
    at = match.start(slot) if slot in match.re.groupindex else -1
    return case.facts.by_start.get(at)


def pointed_at(match: re.Match[str]) -> tuple[int, int]:
    """Where the slot ``at`` of a match begins and ends; the whole match where it has none."""
    return match.span(0 if match.groupdict().get("at") is None else "at")


def figures_in(match: re.Match[str], case: Case, *, only: bool = False) -> dict[str, Quantity]:
    """The figure of each slot that one fills.

    If ``only``, none where another one of their dimensions stands in a gap of the match.
    """
    found: dict[str, Quantity] = {}
    for name in match.re.groupindex:
        figure = filled(match, name, case)
        if isinstance(figure, Reference):
            figure = _number_of(figure, case)
        if isinstance(figure, Quantity):
            found[name] = figure
    if not only:
        return found
    kinds = {figure.dimension for figure in found.values()}
    there = sum(figure.dimension in kinds for figure in case.facts.within(*match.span()))
    return {} if there > len(found) else found


def _number_of(figure: Reference, case: Case) -> Quantity | None:
    """An ordinal as its number: 第3位."""
    ordinal = _ORDINAL.match(case.facts.text, figure.start, figure.end)
    number = numeral.read(ordinal["number"]) if ordinal else None
    if number is None:
        return None
    printed = Decimal(number)
    return Quantity(figure.start, figure.end, exactly(printed), printed, ONE, "number", None, ONE)


def are_written(
    match: re.Match[str], case: Case, words: Mapping[str, Sequence[str]], same: Sequence[str] = ()
) -> bool:
    """Whether each slot of which that is asked is written with one of its words: 逾80公里.

    What is 不低于 something is not 低于 it. The slots named in ``same`` are written alike.
    """
    filled = match.groupdict()
    told = ((case.text(*match.span(n)), own) for n, own in words.items() if filled.get(n))
    alike = {case.facts.text[slice(*match.span(n))] for n in same if filled.get(n) is not None}
    with_words = all(any(w in text and f"不{w}" not in text for w in own) for text, own in told)
    return with_words and len(alike) <= 1


def equations_of(
    case: Case, where: Sequence[str], figures: Mapping[str, Quantity]
) -> tuple[Equation, ...]:
    """Those equations of which every role has its figure."""
    known = (case.compiled.equations[source] for source in where)
    return tuple(e for e in known if e.roles() <= figures.keys())


def are_one_rate(figures: Sequence[Quantity], case: Case) -> bool:
    """Whether the names of figures, those that are rates', end alike: 各镇完成率, 河湾镇完成率."""
    ends = {(case.facts.label(figure) or "")[-_NAMED:] for figure in figures}
    return len({end for end in ends if end.endswith(_RATES)}) <= 1


def reread(
    figures: Mapping[str, Quantity],
    exactly_told: Sequence[str],
    averaged: Sequence[str],
    goals: Sequence[str] = (),
    strict: Sequence[str] = (),
) -> dict[str, Quantity]:
    """The figures of slots: some as what they say, as rounded or cut off, or as goals."""
    ways = (
        (goals, as_goal),
        (averaged, _averaged),
        (exactly_told, _as_told),
        (strict, _strictly),
    )
    reread_by = {name: read for names, read in ways for name in names}
    return {name: reread_by[name](f) if name in reread_by else f for name, f in figures.items()}


def as_goal(figure: Quantity) -> Quantity:
    """A figure as the number that it prints, whatever word stands before it: 低于90%的目标."""
    return structs.replace(figure, value=exactly(figure.printed), hedge=None)


def _as_told(figure: Quantity) -> Quantity:
    """A figure in its plain unit as what it says: 0.18元 a head is not rounded."""
    plain = figure.factor == 1 and figure.hedge is None
    return structs.replace(figure, value=exactly(figure.printed)) if plain else figure


def _strictly(figure: Quantity) -> Quantity:
    """A figure as less than what rounds to the next, and more than what rounds to the last."""
    hair = figure.step / _HAIRS
    value = Interval(figure.value.low + hair, figure.value.high - hair)
    is_rounded = figure.hedge is None and value.low < value.high
    return structs.replace(figure, value=value) if is_rounded else figure


def _averaged(figure: Quantity) -> Quantity:
    """An average, rounded or cut off to its last digit whatever it counts."""
    value = Interval(figure.printed - figure.step, figure.printed + figure.step)
    return structs.replace(figure, value=value) if figure.hedge is None else figure


def taken(figures: Mapping[str, Quantity], *names: Iterable[str]) -> Iterator[list[Quantity]]:
    """Of each of some lists of roles, the figures of those that are taken."""
    yield from ([figures[name] for name in some if name in figures] for some in names)
