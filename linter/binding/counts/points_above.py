"""Points in the paragraphs right above that a number leads back to: 上述三个问题, 以上四条建议.

The paragraph begins with it, and each of those above with a point, from the last back to the first;
or they all stand in the one above (一是……；二是……).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.counts.enumeration import Enumeration
from linter.binding.counts.ordinals import points_between
from linter.facts.facts import Facts
from linter.facts.numeral import read
from linter.facts.quantity import Quantity
from linter.late import regex

_NOUN = regex("问题|建议|措施|经验|做法|不足|原因|意见|打算|亮点|特点|情况")
_N = "[一二三四五六七八九十]{1,2}"
_MARK = regex(
    r"\s*(?:(?P<label>问题|建议|措施|经验|做法|不足|原因|意见|打算)"
    rf"(?P<labelled>{_N}|\d{{1,2}})[:、,，. ]"
    rf"|\((?P<bracketed>{_N}|\d{{1,2}})\)|(?P<figure>\d{{1,2}})[.、．](?!\d)|(?P<spoken>{_N})是"
    r"|第(?P<nth>[一二三四五六七八九十])[,，:])"
)
"""At the beginning of a paragraph."""
_LEAD = regex(r"[^,，。;:、\n]{0,12}(?:上述|以上|前述|上列)(?:这|的)?$")
"""Before the number, from the beginning of its paragraph on."""
_PARTIAL = regex("其余|其他|等|中的?第")
_MOST, _LABEL = 20, 6
_LONGEST = 2_000
"""How many points there are at most, and how many characters a paragraph above may have."""


def points_above(facts: Facts, figure: Quantity) -> Enumeration | None:
    """The points of the paragraphs above a number, where it counts them."""
    low, _ = facts.windows.bounds("block", figure.start)
    noun = _NOUN.match(facts.text, figure.end)
    if noun is None or figure.start - low > _MOST or facts.in_table(figure.start):
        return None
    if _MARK.match(facts.text, low) or not _LEAD.fullmatch(facts.text, low, figure.start):
        return None
    above = list(_paragraphs_above(facts, low))
    inside = points_between(facts.text, *above[0]) if above else 0
    if inside:
        points, start = inside, above[0][0]
    else:
        points, start = _numbered(facts.text, above, noun[0])
    if points < 2 or not _is_of(facts, noun[0], start, above[0][0]):
        return None
    items = tuple(map(str, range(1, points + 1)))
    return Enumeration(figure, start, low, items, False, True)


def _paragraphs_above(facts: Facts, low: int) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph above a place, from the last on."""
    for _ in range(_MOST):
        end = low
        while end > 0 and facts.text[end - 1].isspace():
            end -= 1
        if end == 0:
            return
        low = facts.text.rfind("\n", max(0, end - _LONGEST), end) + 1
        yield low, end


def _numbered(text: str, above: list[tuple[int, int]], noun: str) -> tuple[int, int]:
    """How many points the paragraphs above number, and where the first begins; else none."""
    last: re.Match[str] | None = None
    number, most = 0, 0
    for start, end in above:
        found = _MARK.match(text, start, end)
        same = found is not None and (last is None or found.lastgroup == last.lastgroup)
        if found is None or not same or (found["label"] or noun) != noun:
            return 0, 0
        told = read(found[found.lastgroup or 0]) or 0
        if last is not None and told != number - 1:
            return 0, 0
        last, number, most = found, told, most or told
        if number == 1:
            return most, start
    return 0, 0


def _is_of(facts: Facts, noun: str, start: int, last: int) -> bool:
    """Whether the points are called so: by their label, above them, or by a heading over them."""
    text = facts.text
    over = facts.outline.path(facts.outline.at(last))
    led = text[max(0, start - _LONGEST // 20) : start].rstrip().rpartition("\n")[2]
    titles = [section.title for section in over if section.start < start]
    told = "".join([led, text[start : start + _LABEL], *titles])
    return noun in told and not _PARTIAL.search(led)
