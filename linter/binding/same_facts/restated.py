"""The same fact told twice in the text, its figures a slip apart."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.names import OTHER_TIME, PLANNED, is_repeated, is_told, pairs, plain
from linter.binding.same_facts.other_places import is_of_another_place
from linter.binding.same_facts.twins import Twins
from linter.binding.summing import ADDED_UP
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import MEASURED
from linter.regexes.late import regex

_ENOUGH = 0.6
_FEWEST = 2
"""How many pairs of characters two names must share more than."""
_PAIR = 2
_LEAD = 14
_LONGEST = 7
_LONG = {"money": 6, "percent": 5}
"""How many characters a name must have that tells one fact, by what it counts."""
_OTHERS = ("score", "percent-point", "times")
"""Dimensions of what has rules of its own, or whose name is that of what it is held against."""
_EDGES = regex(r"^(?:年末|年底|期末|全[年县市区])|(?:年末|年底|期末)$")
_PART = regex(
    r"其中|分别|[第每][一二三四五六七八九十\d]|(?<![城农乡])(?:镇|村(?!民)|乡(?!村))|街道|社区|标段|学校|医院|公司|合作社|[初复自]查|抽[查检样]|批|期"
)
"""Before a figure: it is of a place, of a part, or of one look of several."""
_COMPARED = regex(
    r"[比较][^,，;。\d]{1,10}(?:多|少|增|减|高|低|长|降|升|大|小|快|慢)[^,，;。\d]{0,3}$"
)
"""Right before a figure: it is how far something else is from what it is held against."""
_TOTAL = regex("(?:合计|共计|总计|总额|总量)[为是达]?$")
_SHARE = regex("(?:占|相当于)[^,，;。\\d]*$")
"""Before a share of a whole that is named."""
_OF_BASE = regex("(?:占|相当于|为|是)[^,，;。\\d]*的$")
_OF_ALL = regex(rf"[两二三四五六七八九十\d][一-鿿]{{1,2}}(?:{ADDED_UP})[,，]")
"""Before a share named by its base; at the head of a sentence that is of several things."""
_POINTS = 100
_BEFORE = 40
_SWAPPED, _CHANGED = 4, 5
"""How many digits it takes to tell a slip from another figure."""


def text_twins(case: Case) -> list[tuple[Quantity, Quantity]]:
    """Each figure of the text with its twin further on that bears the same name.

    To be asked for with ``case.once``.
    """
    return list(_twins(case))


def _twins(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    facts = case.facts
    figures = [f for f in facts.in_text if f.end - f.start > _SWAPPED and not f.hedge]
    totals = {s.figure.start for s in case.scores if s.role == "total"}
    two_totals = len({facts.size(f) for f in figures if f.start in totals}) == _PAIR
    twins = Twins(facts, figures, _SWAPPED, _CHANGED)
    for figure in figures:
        for twin in twins.of(figure):
            if twin.start < figure.start:
                continue
            if facts.windows.bounds("block", figure.start)[1] > twin.start:
                continue
            if not is_told(facts, figure) or not is_told(facts, twin):
                continue
            if is_repeated(facts, figure) and is_repeated(facts, twin):
                continue
            both = figure.start in totals and twin.start in totals
            if (both and two_totals) or _same_name(facts, figure, twin):
                yield twin, figure
                break


def namesakes(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each figure whose long name stands before another of its kind in another paragraph.

    Only where no more than two values are told under the name: of more, each is of its own.
    """
    facts = case.facts
    named: dict[tuple[str, str], list[tuple[Quantity, str]]] = {}
    for figure in facts.in_text:
        if figure.dimension in _OTHERS or figure.hedge is not None:
            continue
        least = _LONG.get(figure.dimension.partition(":")[0], _LONGEST)
        name = _EDGES.sub("", facts.label(figure) or "") if is_told(facts, figure) else ""
        if len(name) >= least and not is_of_its_own(facts, figure):
            named.setdefault((figure.dimension, name[-least:]), []).append((figure, name))
    for group in named.values():
        (first, name), *others = group
        differing = [(f, n) for f, n in others if not f.may_be(first)]
        if len({facts.size(f) for f, _ in group}) != _PAIR or not differing:
            continue
        other, longer = differing[0]
        apart = facts.windows.bounds("block", first.start)[1] <= other.start
        if not apart or not (longer.endswith(name) or name.endswith(longer)):
            continue
        two = _are_two_accounts(facts, first, other) or _are_two_shares(facts, first, other)
        two = two or are_parallel(facts, first, other) or _are_told_apart(facts, first, other)
        if not two:
            yield other, first


def tells_how_far(facts: Facts, figure: Quantity, other: Quantity) -> bool:
    """Whether the sentence of a figure tells how far it is from the other: 2463平米，多3平米.

    Of rates in points: 93.7%，比上年末提高5.1个百分点.
    """
    apart = abs(figure.printed - other.printed)
    around = facts.around(figure, *facts.windows.bounds("sentence", figure.start))
    if figure.dimension == "percent":
        points = apart * _POINTS
        return any(f.printed == points and f.dimension == "percent-point" for f in around)
    return any(f.printed == apart and f.dimension == figure.dimension for f in around)


def _are_told_apart(facts: Facts, figure: Quantity, other: Quantity) -> bool:
    return tells_how_far(facts, figure, other) or tells_how_far(facts, other, figure)


def _are_two_shares(facts: Facts, figure: Quantity, other: Quantity) -> bool:
    """Whether two parts, told right before their shares, are of one whole: 12万元，占总额的4%."""
    parts: list[Quantity] = []
    for share in (figure, other):
        if not _SHARE.search(facts.own_words(share)):
            return False
        part = facts.before(share.start)
        if part is None or part.start < facts.windows.bounds("clause", share.start)[0]:
            return False
        parts.append(part)
    return not parts[0].value.meets(parts[1].value)


def _are_two_accounts(facts: Facts, figure: Quantity, other: Quantity) -> bool:
    """Whether two paragraphs tell of two things, each with a total of one name but other size."""
    totals = [
        {facts.label(f): f for f in _of_block(facts, each) if _is_total(facts, f)}
        for each in (figure, other)
    ]
    return any(
        not totals[0][name].value.meets(totals[1][name].value)
        for name in totals[0].keys() & totals[1].keys()
    )


def _of_block(facts: Facts, figure: Quantity) -> list[Quantity]:
    """The other figures of a figure's paragraph, of its kind."""
    around = facts.around(figure, *facts.windows.bounds("block", figure.start))
    return [f for f in around if f.dimension == figure.dimension and f is not figure]


def _is_total(facts: Facts, figure: Quantity) -> bool:
    return _TOTAL.search(facts.own_words(figure)) is not None


def are_parallel(facts: Facts, figure: Quantity, other: Quantity) -> bool:
    """Whether two paragraphs tell the same of two things: their next figures, too, differ alike."""
    return any(
        one.dimension == two.dimension
        and _last_words(facts, one) == _last_words(facts, two)
        and not one.value.meets(two.value)
        for one, two in zip(_beside(facts, figure), _beside(facts, other), strict=True)
        if one and two
    )


def _beside(facts: Facts, figure: Quantity) -> tuple[Quantity | None, ...]:
    """In a figure's paragraph the figures right before and behind, and the next two of its kind."""
    low, high = facts.windows.bounds("block", figure.start)
    before = facts.around(figure, low, figure.start)[::-1]
    behind = facts.around(figure, figure.end, high)
    return tuple(
        next((f for f in side if f.dimension == figure.dimension or not alike), None)
        for side in (before, behind)
        for alike in (False, True)
    )


def _last_words(facts: Facts, figure: Quantity) -> str:
    """The two characters before a figure."""
    return facts.text[max(0, figure.start - _PAIR) : figure.start]


def is_of_its_own(facts: Facts, figure: Quantity) -> bool:
    """Whether words before a figure say that it is a plan, a rate, or is told elsewhere."""
    own = facts.own_words(figure)
    rated = figure.dimension == "percent" and facts.cues.last("money-rates", *facts.lead(figure))
    told = rated or PLANNED.search(own) or _COMPARED.search(own)
    return bool(told) or is_elsewhere(facts, figure)


def is_elsewhere(facts: Facts, figure: Quantity) -> bool:
    """Whether words before a figure say that it is of another time, of a place, or of a part.

    Or of several things together: 两站合计，土建支付2424.9万元，其他费支付166.3万元.
    """
    low, _ = facts.windows.bounds("sentence", figure.start)
    if _OF_ALL.match(facts.text, low) or is_of_another_place(facts, figure):
        return True
    words = facts.text[max(low, figure.start - _BEFORE) : figure.start]
    words = words.replace(f"{facts.year}年", "").replace("年初预算", "预算")
    return bool(OTHER_TIME.search(words) or _PART.search(words))


def _same_name(facts: Facts, figure: Quantity, twin: Quantity) -> bool:
    if is_of_another_place(facts, figure) is not is_of_another_place(facts, twin):
        return False
    names = []
    for each in (figure, twin):
        words = facts.own_words(each, _LEAD)
        if _OF_BASE.search(words):  # the name is that of what it is a share of
            return False
        if OTHER_TIME.search(words) or PLANNED.search(words):
            return False
        if MEASURED.search(words):  # 完成目标的: of what, is told before
            return False
        names.append(pairs(plain(words)))
    shared = names[0] & names[1]
    same = len(shared) > _FEWEST and len(shared) >= _ENOUGH * max(map(len, names))
    return same and not _are_told_apart(facts, figure, twin)
