"""Numbers of several kinds of things in a row, and the names that follow them.

涉及两县一区，即甲县、乙县和丙区; 三校两院:甲小学、乙小学、丙中学，丁医院、戊医院.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.binding.counts.enumeration import Enumeration
from linter.facts.facts import Facts
from linter.facts.numeral import read
from linter.facts.quantity import ONE, Quantity
from linter.interval import exactly
from linter.regexes.late import regex

_NUMBER = "(?:1?\\d|[一二两三四五六七八九十])"
_KIND = rf"{_NUMBER}(?:[个所家座条处项名]?[\u4e00-\u9fff]{{1,3}}?)"
_COMPOUND = regex(
    rf"(?<![\d.一二三四五六七八九十第])(?P<kinds>{_KIND}(?:[、和及]?{_KIND}){{1,4}})"
    r"[\u4e00-\u9fff]{0,2}?(?:[,，]?(?:即|分别[为是]|具体[为是]|包括|[为是](?=[^\d]))[:]?|:|\((?:即|分别为)?)"
)
_ONE_KIND = regex(
    rf"(?P<number>{_NUMBER})[个所家座条处项名]?(?P<noun>[\u4e00-\u9fff]{{1,3}}?)(?={_NUMBER}|[、和及]|$)"
)
_PARTING = regex("([、,，;]|以?及|[和与])")
_NAME = regex(
    r"(?!共|合计|总|均|都|全[部都])(?:(?![一二两三四五六七八九十]个)[\u4e00-\u9fff“”A-Za-z]){2,12}"
)
_PLACE = r"(?:(?![一二两三四五六七八九十和及与等在到于为是])[\u4e00-\u9fff]){2,3}"
_PLACES = regex(
    rf"(?:[在到于为是即及取对:(,，]|选[择取]|覆盖|涉及)(?P<row>{_PLACE}(?:、{_PLACE})+)"
    rf"(?P<kinds>{_NUMBER}个?(?:乡镇|[镇乡村县区市])[、和]?{_NUMBER}个?(?:乡|镇|村|街道|社区|[县区市场]))(?=[,，。;)\n])"
)
"""Bare names of places right before how many there are of two kinds: 柳湾、石桥、高庙二镇一乡."""
_STOPS = frozenset(",，;")
_LONGEST = 400


def compounds(facts: Facts) -> Iterator[Enumeration]:
    """For each number of kinds the names that end as its noun does, where all names do so."""
    for found in _COMPOUND.finditer(facts.text):
        kinds = list(_ONE_KIND.finditer(facts.text, *found.span("kinds")))
        ends = [kind["noun"][-1] for kind in kinds]
        if len({*ends}) < len(kinds) or len(kinds) < 2 or facts.in_table(found.start()):
            continue
        end, names = _names(facts, found.end(), frozenset(ends))
        if len({name[-1] for name in names}) < len(ends):
            continue
        for kind in kinds:
            told = tuple(name for name in names if name[-1] == kind["noun"][-1])
            yield Enumeration(_figure(kind), found.end(), end, told, False, True)


def places(facts: Facts) -> Iterator[Enumeration]:
    """Bare names of places with the number of all kinds of them, of which one may lack."""
    for found in _PLACES.finditer(facts.text):
        kinds = list(_ONE_KIND.finditer(facts.text, *found.span("kinds")))
        numbers = [read(kind["number"]) or 0 for kind in kinds]
        value = Decimal(sum(numbers))
        names = tuple(found["row"].split("、"))
        if len(names) in numbers[:1]:
            continue  # they may be of the first kind alone
        if len(kinds) == 2 and abs(value - len(names)) <= 1 and not facts.in_table(found.start()):
            start, end = found.span("kinds")
            figure = Quantity(start, end, exactly(value), value, ONE, "count:个", "个", ONE)
            yield Enumeration(figure, found.start("row"), start, names, False, True)


def _names(facts: Facts, start: int, ends: frozenset[str]) -> tuple[int, tuple[str, ...]]:
    """Where the names behind a place end, and they; none where another word goes on with them."""
    _, high = facts.windows.behind("sentence", start, start, _LONGEST)
    pieces = _PARTING.split(re.split("[。\n)]", facts.text[start:high])[0])
    names: list[str] = []
    at = start
    for place in range(0, len(pieces), 2):
        piece, before = pieces[place], pieces[place - 1] if place else ","
        if not piece:  # ，以及
            at += len(before) * bool(place)
            continue
        if not _NAME.fullmatch(piece) or piece[-1] not in ends:
            return (at, tuple(names)) if before in _STOPS else (at, ())
        names.append(piece)
        at += len(piece) + len(before) * bool(place)
    return at, tuple(names)


def _figure(kind: re.Match[str]) -> Quantity:
    value = Decimal(read(kind["number"]) or 0)
    return Quantity(*kind.span(), exactly(value), value, ONE, "count:个", "个", ONE)
