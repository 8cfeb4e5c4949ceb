"""Parts told in another sentence than their whole, and larger than it.

接警212起，……。火灾类的在这里面有267起; 已通的行政村188个，……。全县行政村的总数是131个.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.names import is_plain
from linter.facts.facts import Facts
from linter.facts.quantity import NOT_MEASURED, Quantity
from linter.regexes.late import regex

_OF_THESE = regex(
    "(?:在?[这那](?:里面|里头|其中|当中|之中)|[这那]些[^,，;。]{0,6}[里中][面头]?)[,，]?[^,，;。\\d]{0,12}$"
)
"""Before a part of what was told in the sentences before it."""
_ALL = regex("(?P<noun>[\\u4e00-\\u9fff]{2,6}?)的?总数(?:就?[是为有达]|共|计|:)?$")
_TOTAL, _THESE = regex("总数"), regex("[这那](?:里面|里头|其中|当中|之中|些)")
_REACH, _NEAR, _FAR = 16, 24, 200
_OTHERWISE = regex(
    "上年|去年|往年|历年|累计|目标|计划|任务|原|次|增|减|到|超|多|少|扩|新|拟|规划|标准|以前|全[省市国]"
)
"""Words before a figure that may make it larger than what there is now."""


def far_parts(facts: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    """Each (part, whole) of one paragraph that words far apart join."""
    for part in facts.led_by(_THESE, _REACH):
        if may_be_part(facts, part) and _is_of_these(facts, part):
            before = [f for f in _alike(facts, part) if f.start < part.start]
            if before:
                yield part, max(before, key=lambda f: f.printed)
    for whole in facts.led_by(_TOTAL, _REACH):
        if may_be_part(facts, whole):
            yield from ((part, whole) for part in _of_noun(facts, whole))


def _of_noun(facts: Facts, whole: Quantity) -> Iterator[Quantity]:
    """The figures near a total number of things that are called like all of them."""
    named = _ALL.search(facts.text, *facts.own_lead(whole, _NEAR))
    if named is None or _OTHERWISE.search(named[0]):
        return
    noun = named["noun"][-2:]
    for figure in _alike(facts, whole):
        lead = facts.own_words(figure, _NEAR)
        if noun in lead and not _OTHERWISE.search(lead):
            yield figure


def _alike(facts: Facts, figure: Quantity) -> list[Quantity]:
    """The figures near one, in its paragraph, that are of its kind."""
    near = facts.around(figure, *facts.windows.around("block", figure.start, figure.end, _FAR))
    return [f for f in near if f.dimension == figure.dimension and may_be_part(facts, f)]


def may_be_part(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure of running text may be a part or a whole of others."""
    return (
        figure.dimension not in NOT_MEASURED
        and is_plain(facts, figure)
        and figure.start not in facts.gridded
    )


def _is_of_these(facts: Facts, figure: Quantity) -> bool:
    near = facts.windows.before("sentence", figure.start, _NEAR)
    return _OF_THESE.search(facts.text, *near) is not None
