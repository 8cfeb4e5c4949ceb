"""What there is now, told again where it is to change: 教学点由现有14个增加到20个.

The figure bears the name, or stands before the noun, under which the report told it. Where that
was told with its value anywhere, or with several others, nothing is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.names import is_told
from linter.binding.same_facts.restated import is_of_its_own
from linter.binding.slips import is_slip, is_swap
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_WORDS = regex("由|从|现有|在已|在现")
_LEAD = 8
_FROM = regex(
    r"(?P<name>[\u4e00-\u9fff]{3,14}?)(?:水平)?[,，]?[由从](?P<now>(?:现有|目前|现在|当前|现)的?)?[^,，;。、\d]{0,2}$"
)
"""Before what there is, and is to change: how it is called."""
_CHANGES = regex(r"[^,，;。、\d]{0,6}(?:增|扩|提|升|压|降|减|缩|加|补)[\u4e00-\u9fff]{0,2}[到至为]")
_TO_COME = regex(r"拟|将|计划|力争|争取|下一?步|打算|[^\u4e00-\u9fff]把|明年|次年|来年|今后")
"""In the words before a change: it is yet to come."""
_HERE = regex(r"(?:现有|在(?:已|现有|目前)(?P<did>[\u4e00-\u9fff]{2})?的?)$")
"""Right before what there is, and what was done with it: 现有, 在已互认."""
_NOUN = regex(r"[\u4e00-\u9fff]{2,8}")
_EDGES = regex(r"^.*?(?:[把将使]|推动|推进|实现)(?=[\u4e00-\u9fff]{3})|的$")
_PARTICLES = regex(r"[有为达共设约是计到仅只的]+$")
_ADDED = regex("新[增建聘设招购添]|增[加设补]|补充|净增|减少|其余|另")
"""Before a figure: it is of a part that came, went or is left."""
_INCLUDES = regex("[^,，;。]{0,8}[(,，](?:含|包括|其中)")
"""Behind what there is: it may have a part that the report did not count."""
_BESIDE, _NAMES = 3, 16
"""How many letters of a name find the figures that may bear it, and how long a name may be."""
_FEWEST, _TELLING = 2, 3
_OTHERS = ("score", "year", "date", "years", "month", "day")


class _Told(Struct, frozen=True):
    """The figures of the report by the last letters before them, and by the first behind."""

    before: dict[tuple[str, str], list[Quantity]]
    behind: dict[tuple[str, str], list[Quantity]]


def present(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each figure of what there is now with the one that the report told of it, a slip apart."""
    facts = case.facts
    told: _Told | None = None
    for figure in facts.led_by(_WORDS, _LEAD):
        if figure.dimension in _OTHERS or figure.hedge or facts.in_table(figure.start):
            continue
        if _INCLUDES.match(facts.text, figure.end):
            continue
        name, noun, did = _called(facts, figure)
        if not (name or noun):
            continue
        told = told or _told(facts)
        found = [*_named(facts, told, figure, name), *_of_noun(facts, told, figure, noun, did)]
        alone = len({f.printed for f in found}) == 1
        if (
            alone
            and not found[0].may_be(figure)
            and _is_slip(facts, figure, found[0], sure=bool(did))
        ):
            yield figure, found[0]


def _called(facts: Facts, figure: Quantity) -> tuple[str, str, str]:
    """The name of what there is, or the noun behind it, and what was done with that."""
    low, _ = facts.windows.bounds("clause", figure.start)
    low = max(low, figure.start - _NAMES - _LEAD)
    found = _FROM.search(facts.text, low, figure.start)
    if found is not None and _CHANGES.match(facts.text, figure.end):
        if found["now"] or _TO_COME.search(facts.text, low - _LEAD, figure.start):
            return _EDGES.sub("", found["name"]), "", ""
        return "", "", ""
    here = _HERE.search(facts.text, figure.start - _LEAD, figure.start)
    noun = _NOUN.match(facts.text, figure.end) if here else None
    return "", noun[0] if noun else "", (here["did"] or "") if here else ""


def _told(facts: Facts) -> _Told:
    """The figures that the text tells of the year, by the words on either side of them."""
    told = _Told(defaultdict(list), defaultdict(list))
    for figure in facts.in_text:
        if figure.dimension in _OTHERS or not is_told(facts, figure):
            continue
        if is_of_its_own(facts, figure) or _ADDED.search(facts.own_words(figure)):
            continue
        name = _name(facts, figure)
        told.before[figure.dimension, name[-_BESIDE:]].append(figure)
        noun = _NOUN.match(facts.text, figure.end)
        if noun:
            told.behind[figure.dimension, noun[0][:_FEWEST]].append(figure)
    return told


def _name(facts: Facts, figure: Quantity) -> str:
    words = facts.text[max(0, figure.start - _NAMES) : figure.start]
    return _PARTICLES.sub("", words)


def _named(facts: Facts, told: _Told, figure: Quantity, name: str) -> Iterator[Quantity]:
    """The figures in other paragraphs that bear a name."""
    if len(name) >= _BESIDE:
        same = told.before.get((figure.dimension, name[-_BESIDE:]), ())
        yield from (f for f in _apart(facts, figure, same) if _name(facts, f).endswith(name))


def _of_noun(
    facts: Facts, told: _Told, figure: Quantity, noun: str, did: str
) -> Iterator[Quantity]:
    """The figures in other paragraphs of what a noun calls, with which the same was done."""
    if not noun:
        return
    before = told.before.get((figure.dimension, noun[:_BESIDE]), ()) if len(noun) > 2 else ()
    behind = told.behind.get((figure.dimension, noun[:_FEWEST]), ())
    for other in _apart(facts, figure, chain(before, behind)):
        alike = facts.text.startswith(noun[:_BESIDE], other.end) or not did
        if (did and did in facts.own_words(other)) or (not did and alike):
            yield other


def _apart(facts: Facts, figure: Quantity, others: Iterable[Quantity]) -> Iterator[Quantity]:
    """Those of some figures that stand in another paragraph."""
    low, high = facts.windows.bounds("block", figure.start)
    return (f for f in others if not low <= f.start < high and f.unit == figure.unit)


def _is_slip(facts: Facts, figure: Quantity, other: Quantity, *, sure: bool) -> bool:
    """Whether one digit, or two swapped, keep two figures apart: fewer tell where one deed is.

    现有34名监督员 may be more than the 24名 of the year.
    """
    literal = facts.text[figure.start : figure.end]
    if facts.digits(figure) != facts.digits(other):
        return False
    least = _FEWEST if sure else _TELLING
    return is_swap(figure, literal, other.value, _FEWEST) or is_slip(
        figure, literal, other.value, least
    )
