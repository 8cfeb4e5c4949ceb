"""Steps of one course told with their years: 2021年获批，2022年招收，2024年出站.

Years beside figures are often told side by side (2023年招收30人，2022年毕业28人): such are left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise

from linter.binding.dates.courses import Course, follows
from linter.binding.dates.dated_rows import row_disorders
from linter.binding.dates.disorder import Disorder
from linter.binding.dates.events import Event
from linter.binding.dates.first_and_last import before_its_time, first_and_last
from linter.binding.dates.out_of_course import disorders
from linter.binding.dates.steps_apart import steps_apart
from linter.binding.dates.told_late import told_late
from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.regexes.late import regex

_PART = regex(r"[^,，;。、\d]{2,20}")
_OTHERS = regex(
    r"另|其[他它余]|上[一年届]|原|曾|此前|之前|早在|已于|计划|拟|预计|分别|比|较|相比|以前|二期|三期|新一轮|第[二三四五]"
    r"|[甲乙丙丁]|前身|老|旧|迁|改制|重建|改造|扩建|按照|根据|依据|国家|全国|全省|省里|上级|政策|文件|规定|同类|[的与和及]$"
)
_OPENED = regex(
    r"自(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:正式|全面|对外|免费)*"
    r"(?:开馆|开园|开院|开业|开放|开通|开办|成立|设立|创办|创建|建成|建馆|建校|建站|建园|投用|投入使用|投入运行|运营|运行|挂牌|通车)"
    r"[^,，;。\d]{0,6}以来"
)
_FROM = regex(r"(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?起(?![^,，;。]{0,12}的[^,，;。])")
_FEWEST = 2


def every_disorder(facts: Facts, courses: Sequence[Course]) -> Iterator[Disorder]:
    """Steps out of their course, told in sentences, row by row, or with their years alone."""
    found = chain(
        disorders(facts, courses),
        row_disorders(facts),
        first_and_last(facts),
        before_its_time(facts),
        told_late(facts, courses),
        steps_apart(facts),
        year_disorders(facts, courses),
    )
    seen: set[tuple[int, int]] = set()
    for told in found:
        place = told.before.moment.start, told.after.moment.start
        if place not in seen:
            seen.add(place)
            yield told


def year_disorders(facts: Facts, courses: Sequence[Course]) -> Iterator[Disorder]:
    """Neighbouring steps whose years run against their course, and what began before its house."""
    events = filter(None, (_event(facts, moment) for moment in facts.moments))
    for _, group in groupby(events, key=lambda event: event.end):
        told = list(group)
        for before, after in pairwise(told) if len(told) >= _FEWEST else ():
            gap = facts.text[before.moment.end : after.moment.start]
            apart = "的" in gap or _OTHERS.search(gap) or any(map(str.isdigit, gap))
            if after.last < before.first and not apart and follows(facts, before, after, courses):
                yield Disorder(before, after)
    yield from _before_opening(facts)


def _event(facts: Facts, moment: Moment) -> Event | None:
    """A year alone with its step right behind it, and no figure in that."""
    text = facts.text
    plain = moment.kind == "year" and moment.year is not None and text[moment.end - 1] == "年"
    if not plain or moment.first is None or moment.last is None or facts.in_table(moment.start):
        return None
    part = _PART.match(text, moment.end)
    end = part.end() if part else moment.end
    if part is None or text[end : end + 1].isdigit() or _OTHERS.search(part[0]):
        return None
    return Event(moment, moment.first, moment.last, facts.windows.bounds("sentence", end)[1])


def _before_opening(facts: Facts) -> Iterator[Disorder]:
    """自2019年开馆以来，……2012年起收费."""
    for opened in _OPENED.finditer(facts.text):
        _, high = facts.windows.behind("sentence", *opened.span())
        for begun in _FROM.finditer(facts.text, opened.end(), high):
            between = facts.text[opened.start() : begun.start()]
            places = (match.start("year") for match in (opened, begun))
            before, after = (facts.by_start.get(place) for place in places)
            if not isinstance(before, Moment) or not isinstance(after, Moment):
                continue
            if int(begun["year"]) < int(opened["year"]) and not _OTHERS.search(between):
                events = [
                    Event(at, at.first, at.last, high)
                    for at in (before, after)
                    if at.first and at.last
                ]
                if len(events) == _FEWEST:
                    yield Disorder(*events)
