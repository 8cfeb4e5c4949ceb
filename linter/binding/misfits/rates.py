"""A figure as a rate of two others, or as what a rate makes of another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from linter.binding.misfits.around import Around, Near, are_alike
from linter.binding.misfits.fit import Fit

_RATES = ("percent", "times")
_NO_BASE = ("percent", "percent-point", "number", "times")
_STEEP = 0.9
"""So large a change is told as a multiple, or nothing is left."""
_CHANGED, _BEFORE = 2, 4
"""How much more often than others chance makes these fit: a change between any two figures, and
what any figure was before a change."""
_BOTH = 4
"""The same of what two figures come to."""
_CLOSE = 3
"""How near a figure stands that is held against one told again and again, and those that come to
something together."""


def rates(around: Around) -> Iterator[Fit]:
    """A rate of two figures beside it; of any other figure, what a rate beside it makes of one."""
    if around.figure.dimension == "percent":
        yield from _of_two(around)
        return
    for rate in around.near:
        if rate.figure.dimension in _RATES:
            for other in around.alike:
                yield from _rated(other, rate, around.changes)


def of_both(around: Around) -> Iterator[Fit]:
    """A rate of one of two figures in both together, or in what the one exceeds the other by.

    合格452批，不合格12批，合格率97.41%; 完成336户，比计划多16户，完成率105%.
    """
    close = [n for n in around.near if n.reach <= _CLOSE]
    if around.figure.dimension == "percent":
        counted = [n for n in close if n.figure.dimension not in _NO_BASE]
        for a, b in permutations(counted, 2):
            if are_alike(a.figure, b.figure):
                yield from _of_one(a, b)
        return
    alike = [n for n in around.alike if n.reach <= _CLOSE]
    for rate in close if alike else ():
        if rate.figure.dimension == "percent" and rate.size != 1:
            for other in alike:
                yield from _beside(other, rate)


def _of_one(a: Near, b: Near) -> Iterator[Fit]:
    """What one figure is of both together, and either of what the one exceeds the other by.

    19000人, 805人 more than there were: 4.42%.
    """
    reach, pair = max(a.reach, b.reach), (a.figure, b.figure)
    yield Fit("of-sum", a.size / (a.size + b.size), 0.0, 0.0, pair, reach, _BOTH)
    if a.size > b.size:
        left = a.size - b.size
        yield Fit("of-excess", a.size / left, 0.0, 0.0, pair, reach, _BOTH)
        yield Fit("excess", b.size / left, 0.0, 0.0, pair, reach, _BOTH)


def _beside(other: Near, rate: Near) -> Iterator[Fit]:
    """What stands beside another figure, where a rate is of one of the two."""
    p, odds = rate.size, rate.size / abs(1 - rate.size)
    reach, pair = max(other.reach, rate.reach), (other.figure, rate.figure)
    many, few = ("part-beside", "rest-beside") if p < 1 else ("done-beside", "excess-beside")
    for way, factor, slope in ((many, odds, (1 - p) ** 2), (few, 1 / odds, p * p)):
        yield Fit(way, other.size * factor, other.size * rate.half / slope, 0.0, pair, reach, _BOTH)


def of_keys(around: Around) -> Iterator[Fit]:
    """The same of a figure beside it and one that the report tells again and again."""
    for near in around.near:
        if near.reach > _CLOSE:
            continue
        for key in around.keys:
            if around.figure.dimension == "percent":
                if near.figure.dimension == key.figure.dimension:
                    pair = near.figure, key.figure
                    yield Fit("quotient", near.size / key.size, 0.0, 0.0, pair, near.reach)
            elif near.figure.dimension == "percent" and are_alike(around.figure, key.figure):
                yield from _rated(key, near, changes=False)


def _of_two(around: Around) -> Iterator[Fit]:
    """The part that one figure is of another, what is left of it, or the change between them."""
    counted = [n for n in around.near if n.figure.dimension not in _NO_BASE]
    for a, b in permutations(counted, 2):
        if a.figure.dimension != b.figure.dimension:
            continue
        rate, reach, pair = a.size / b.size, max(a.reach, b.reach), (a.figure, b.figure)
        yield Fit("quotient", rate, 0.0, 0.0, pair, reach)
        if around.changes and abs(rate - 1) < _STEEP:
            way = "growth" if rate > 1 else "decline"
            yield Fit(way, abs(rate - 1), 0.0, 0.0, pair, reach, _CHANGED)
        elif rate < 1:
            yield Fit("rest", 1 - rate, 0.0, 0.0, pair, reach, _CHANGED)


def _rated(other: Near, rate: Near, changes: bool) -> Iterator[Fit]:
    """What another figure and a rate make of the figure."""
    p, slack = rate.size, rate.half
    reach, pair = max(other.reach, rate.reach), (other.figure, rate.figure)
    ways = [("product", p, slack / p), ("quotient", 1 / p, slack / p)]
    if rate.figure.dimension == "times" and p > 1:
        ways.append(("times-more", p - 1, slack / (p - 1)))
    elif changes:
        ways += [("more", 1 + p, slack / (1 + p)), ("before-more", 1 / (1 + p), slack / (1 + p))]
        if p < 1:
            left = 1 - p
            ways += [("less", left, slack / left), ("before-less", 1 / left, slack / left)]
    for way, factor, part in ways:
        value = other.size * factor
        doubt = _BEFORE if way.startswith("before") else 1
        yield Fit(way, value, value * part, 0.0, pair, reach, doubt)
