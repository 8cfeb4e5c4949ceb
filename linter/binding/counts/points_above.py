"""Points in the paragraphs right above that a number leads back to: 上述三个问题, 以上四条建议.

The paragraph begins with it, and each of those above with a point, from the last back to the first;
or they all stand in the one above (一是……；二是……). Their number tells only where it is one more or
less, and they are a plain list: none holds things of its own, and no other list stands above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.binding.counts.enumeration import Enumeration
from linter.binding.counts.ordinals import points_between
from linter.facts.facts import Facts
from linter.facts.numeral import read
from linter.facts.quantity import Quantity
from linter.model import Section
from linter.regexes.late import regex

_NOUN = regex(
    "问题|毛病|短板|建议|措施|经验|做法|不足|原因|意见|打算|亮点|特点|情况|(?<=件)事|(?<=[条点项])(?=[,，])"
)
_N = "[一二三四五六七八九十]{1,2}"
_MARK = regex(
    r"\s*(?:(?P<label>问题|建议|措施|经验|做法|不足|原因|意见|打算)"
    rf"(?P<labelled>{_N}|\d{{1,2}})[:、,，. ]"
    rf"|\((?P<bracketed>{_N}|\d{{1,2}})\)|(?P<figure>\d{{1,2}})[.、](?!\d)|(?P<spoken>{_N})是"
    r"|第(?P<nth>[一二三四五六七八九十])[,，:])"
)
"""At the beginning of a paragraph."""
_LEAD = regex(r"[^,，。;:、\n]{0,12}(?:上述|以上|前述|上列|上面|上边)(?:这|的)?$")
"""Before the number, from the beginning of its paragraph on."""
_PARTIAL = regex("其余|其他|等|中的?第")
_REST = regex("其[余他][一二两三四五]|另[有外一]")
"""Among points: there are more than are numbered."""
_HOLDS_MORE = regex(r"、|[①-⑨]|\([1-9一二三四五]\)|[一二]是|其[一二][,，]|第一[,，]|;.")
"""In a point that is a paragraph: it is told of several things."""
_JOINS = regex(r"、|[①-⑨]|\([1-9一二三四五]\)")
"""The same in a paragraph of points."""
_FIRST = regex("一是|其一|第一")
_CHAPTER = regex(r"[# ]*[一二三四五六七八九十]{1,3}、")
"""At the beginning of a heading, above which another list is of something else."""
_BACK = regex("(?:针对|对照|围绕|结合|就|对)?(?:上述|以上|前述|上列|上面)(?:的|所列|提到的|这)?")
"""From the beginning of its sentence to a number that leads back to a chapter."""
_TWO = regex("[、和及与]")
"""In the title of a chapter: its points are of two kinds."""
_JOINED = regex("[、,，;；:：和及与且并而又也]|问题|原因|分析|方面|其他|整|已|上年|指出")
"""In a heading: it names two things, or a kind of points."""
_FURTHER = regex(
    "(?:此外|另外?|还[有存])[^。;\n]{0,20}(?:问题|不足|短板|毛病)|(?<!原因[,，])(?:一是|其一)|①"
    "|\n\\s*1[.、]"
)
"""In a chapter: a heading has more than its one point, or one more point has none."""
_OF_THEM = regex("[^。;\n]{0,6}(?:中|之外|以外)|[^。;\n]{0,30}(?:其[余他中]|另|[一二两三四]个)")
"""Behind a number of points: it is of some."""
_MORE_THAN_ONE = regex("[;:且又也还]")
"""Below two headings: one tells perhaps of two points. Those of a longer list are the points."""
_NO_POINT = "情况"
_FEWEST = 2
"""How many points a chapter has at least."""
_MOST, _LONGEST = 20, 2_000
"""How many points there are at most, and how many characters a paragraph above may have."""
_LABEL, _NEAR = 6, 100
"""How many characters of the first point, and before it, may call the points so."""


class _Points(Struct, frozen=True):
    """How many points there are, where the first and the last begin, and if each is one thing."""

    number: int
    start: int
    last: int
    plain: bool


def points_above(facts: Facts, figure: Quantity) -> Enumeration | None:
    """The points of the paragraphs above a number, where it counts them."""
    noun = _NOUN.match(facts.text, figure.end)
    if noun is None or facts.in_table(figure.start):
        return None
    low, _ = facts.windows.bounds("block", figure.start)
    if chapter := _chapter_before(facts, figure, noun[0]):
        return chapter
    if figure.start - low > _MOST:
        return _points_before(facts, figure, low, noun[0])
    if _MARK.match(facts.text, low):
        return None
    if not _LEAD.fullmatch(facts.text, low, figure.start):
        return None
    above = _paragraphs_above(facts, low)
    points = _points(facts.text, above, noun[0])
    if points is None or not _is_of(facts, noun[0], points):
        return None
    apart = abs(points.number - figure.printed)
    if apart > 1 or (apart and not (points.plain and _is_alone(facts.text, above))):
        return None
    items = tuple(map(str, range(1, points.number + 1)))
    return Enumeration(figure, points.start, low, items, False, True)


def _chapter_before(facts: Facts, figure: Quantity, noun: str) -> Enumeration | None:
    """The headings of the chapter before the number's own, whose title names what it counts."""
    start, _ = facts.windows.bounds("sentence", figure.start)
    if noun == _NO_POINT or not _BACK.fullmatch(facts.text, start, figure.start):
        return None
    own = facts.outline.at(figure.start)
    if own is None or start - own.title_end > _LABEL or _OF_THEM.match(facts.text, figure.end):
        return None
    before = _sibling_before(facts.outline.sections, own)
    if before is None or noun not in before.title or _TWO.search(before.title):
        return None
    points = facts.outline.sections[before.index + 1 : own.index]
    if len(points) < _FEWEST or not _are_plain(facts.text, before, points):
        return None
    apart = figure.printed - len(points)
    fewest = 0 if facts.text[figure.end - 1] == "类" else -1  # kinds may have several points
    compound = len(points) == _FEWEST and _MORE_THAN_ONE.search(
        facts.text, points[0].start, before.end
    )
    if not fewest <= apart <= (0 if compound else 1):
        return None
    items = tuple(s.title for s in points)
    return Enumeration(figure, points[0].start, before.end, items, False, True)


def _sibling_before(sections: Sequence[Section], own: Section) -> Section | None:
    """The section before one, under the same heading."""
    before = (s for s in reversed(sections[: own.index]) if s.parent == own.parent)
    return next(before, None)


def _are_plain(text: str, chapter: Section, points: Sequence[Section]) -> bool:
    """Whether a chapter is a list of headings that each are one point, and nothing else."""
    alone = not text[chapter.title_end : points[0].start].strip()
    return (
        alone
        and all(point.parent == chapter.index for point in points)
        and not any(map(_is_compound, points))
        and not _FURTHER.search(text, points[0].title_end, chapter.end)
    )


def _is_compound(point: Section) -> bool:
    """Whether a heading may hold more than one point, or is no point."""
    return point.marker is None or _JOINED.search(point.title) is not None


def _points_before(facts: Facts, figure: Quantity, low: int, noun: str) -> Enumeration | None:
    """The points of its own paragraph: 一是……。二是……。上述两个问题中."""
    start, _ = facts.windows.bounds("sentence", figure.start)
    low = max(low, figure.start - _LONGEST)
    if start <= low or not _LEAD.fullmatch(facts.text, start, figure.start):
        return None
    if facts.text[figure.end - 1] == "类":  # into which the points may be put
        return None
    if _REST.search(facts.text, low, start):
        return None
    number = points_between(facts.text, low, start)
    if not number or abs(number - figure.printed) > 1:
        return None
    first = _FIRST.search(facts.text, low, start)
    points = _Points(number, first.start() if first else low, low, True)
    if not _is_of(facts, noun, points) or _PARTIAL.search(facts.text, start, figure.end + _LABEL):
        return None
    items = tuple(map(str, range(1, number + 1)))
    return Enumeration(figure, points.start, start, items, False, True)


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


def _points(text: str, above: Iterator[tuple[int, int]], noun: str) -> _Points | None:
    """The points that the paragraphs above number, back to the first, or those of the last."""
    after: re.Match[str] | None = None
    number, most, last, plain = 0, 0, 0, True
    for start, end in above:
        found = _MARK.match(text, start, end)
        same = found is not None and (after is None or found.lastgroup == after.lastgroup)
        if found is None or not same or (found["label"] or noun) != noun:
            return None
        told = read(found[found.lastgroup or 0]) or 0
        if after is not None and told != number - 1:
            return None
        if told == 1 and after is None:
            inside = points_between(text, start, end)
            plain = not _JOINS.search(text, found.end(), end)
            return _Points(inside, start, start, plain) if inside else None
        plain = plain and not _HOLDS_MORE.search(text, found.end(), end)
        after, number, most, last = found, told, most or told, last or start
        if number == 1:
            return _Points(most, start, last, plain)
    return None


def _is_alone(text: str, above: Iterator[tuple[int, int]]) -> bool:
    """Whether no other point stands above a list up to the heading of its chapter."""
    for start, end in above:
        if _CHAPTER.match(text, start, end):
            return True
        if _MARK.match(text, start, end):
            return False
    return True


def _is_of(facts: Facts, noun: str, points: _Points) -> bool:
    """Whether the points are called so: by their label, above them, or by a heading over them."""
    text, start = facts.text, points.start
    over = facts.outline.path(facts.outline.at(points.last))
    led = text[max(0, start - _NEAR) : start].rstrip().rpartition("\n")[2]
    titles = [section.title for section in over if section.start < start]
    told = "".join([led, text[start : start + _LABEL], *titles])
    return noun in told and not _PARTIAL.search(led)
