"""What has its course: which of two dated steps comes first, by its words or its label."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from linter.binding.dates.events import Event
from linter.binding.dates.things import are_two, names
from linter.facts.facts import Facts
from linter.regexes.late import regex

_NEXT = regex(r"\d{1,2}[月日年]")
_TERMS = regex(
    "合同(?:工期|约定|期限?|价款?|金额|要求|规定)|投放(?=设施|点|站|桶|箱|亭|车)"
    r"|[与和同](?:[勘设监]|测绘|咨询|造价|检测|审计|招标代理)[^,，;。\d]{0,8}签[订署]了?[^,，;。\d]{0,6}合同"
    "|签[订署]合同的|决算审核(?<=[段期程]决算审核)|决算审核(?<=[段期程]竣工财务决算审核)"
)
"""Behind a date: what was agreed, not that it was; a thing that bears the name of a step;
a contract with another than who builds, or one singled out; the accounts of a part (一标段)."""
_PAPERS = regex("竣工(?=结算|决算|备案|资料|图|档案)")
"""Behind a date: what is done some time after the end, so that it tells of no end before others."""
_TITLE = regex(r"《[^》]*》(?:\([^)]*\))?")
"""Behind a date: a document, with its number, in whose name no other date stands."""
_DIGIT = regex(r"\d")
_ACCEPTED = regex("^(?:通过|组织|完成|进行|顺利)+(?:竣工|完工)(?=验收(?:合格)?[,，;。])")
_BARE = regex("(?:^|[,，;。])并?[于在]?$")
"""Right behind and before a date, where 验收 is a step of its own: but this step of the same."""
_LABEL = regex(r"[^,，;。\d]{2,10}(?:日期|时间)(?:为|是|:)$")
"""Before a date whose step stands before it: 开工日期：."""
_AT = regex(r"[^,，;。\d]{2,10}(?:于|是在?|在)$")
"""The same, where nothing stands behind the date: 合同签订于4月25日，."""
CLOSED = regex("[,，;。]")
BEHIND, BEFORE = 45, 14
"""How far behind and before a date its step stands."""


class Course(Struct, frozen=True):
    """What has its course: its steps in order, each by its words (批复|立项)."""

    steps: tuple[str, ...]
    same: bool
    """Whether its steps are so common that two of them belong together only by their thing."""
    firm: bool = False
    """Whether its steps are looked at too where the later is told first: 5月验收，7月完工."""
    late: bool = False
    """The same, where words stress that the earlier came only then: 5月发出中标通知，6月才评标."""


Steps = Sequence[tuple[str, ...]]


def courses_of(plain: Steps, same: Steps, firm: Steps, late: Steps) -> list[Course]:
    """Courses by their steps; those that are firm or late are of one thing too."""
    courses = [Course(steps, same=False) for steps in plain]
    courses += [Course(steps, same=True) for steps in same]
    courses += [Course(steps, same=True, firm=True) for steps in firm]
    return courses + [Course(steps, same=True, late=True) for steps in late]


class Step(Struct, frozen=True):
    """The rank of a dated step in its course, and what it may be of."""

    rank: int
    names: frozenset[str]


def label_of(facts: Facts, event: Event) -> str:
    """The words before a date that name its step, if they do."""
    start, end = event.moment.start, event.moment.end
    lead = facts.text[max(0, start - BEFORE) : start]
    closed = CLOSED.match(facts.text, end)
    label = _LABEL.search(lead) or (_AT.search(lead) if closed else None)
    return label[0] if label else ""


def follows(facts: Facts, before: Event, after: Event, courses: Sequence[Course]) -> bool:
    """Whether in every course that both are of, one step comes before the other."""
    found = [
        (first, second, course.same)
        for course in courses
        if (first := _step(facts, before, course.steps)) is not None
        and (second := _step(facts, after, course.steps, later=True)) is not None
    ]
    return all(first.rank <= second.rank for first, second, _ in found) and any(
        first.rank < second.rank and not are_two(first.names, second.names, same=same)
        for first, second, same in found
    )


def _step(facts: Facts, event: Event, steps: Sequence[str], *, later: bool = False) -> Step | None:
    """The step of a course right behind a date, else the one before it."""
    start, end = event.moment.start, event.moment.end
    title = _TITLE.search(facts.text, end, end + BEHIND)
    far = end + BEHIND + (len(title[0]) if title else 0)
    behind = facts.text[end : min(event.end, far)]
    if title:
        behind = _TITLE.sub(lambda name: _DIGIT.sub(" ", name[0]), behind)
    behind = _NEXT.split(behind, maxsplit=1)[0]
    behind = _TERMS.sub(lambda terms: " " * len(terms[0]), behind)
    if not later:
        behind = _PAPERS.sub("  ", behind)
    low = max(0, start - BEFORE)
    lead = facts.text[low:start]
    label = label_of(facts, event)
    if label:
        behind, lead = "", label
    words = [(word, rank) for rank, step in enumerate(steps) for word in step.split("|")]
    if any(word == "验收" for word, _ in words) and _BARE.search(lead):
        behind = _ACCEPTED.sub(lambda taken: " " * len(taken[0]), behind)
    places = [(behind.find(word), rank, word) for word, rank in words if word in behind]
    if places:
        at, rank, word = min(places)
        span = end + at, end + at + len(word)
        named = names(facts, low, (start, end), span)
        return Step(rank, frozenset(n for n in named if not any(w in n for w, _ in words)))
    lead = CLOSED.split(lead)[-1]
    found = [(-lead.rfind(word), rank) for word, rank in words if word in lead]
    return Step(min(found)[1], frozenset()) if found else None
