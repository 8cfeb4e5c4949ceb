"""Days told in a row that run back, whatever was done on them.

2月20日交初稿，3月6日汇总，2月12日审定，3月20日报送.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from linter.binding.dates.courses import BEHIND, CLOSED
from linter.binding.dates.disorder import Disorder
from linter.binding.dates.events import Event
from linter.binding.dates.told_apart import ANEW, is_apart, is_bound, is_early
from linter.facts.facts import Facts
from linter.regexes.late import regex

_TOLD = regex(r"[,，;。]|、(?=\d)")
_MANY = 4
"""Of how many steps one may be out of line."""
_BESIDE = regex(
    r"(?:^|[^\u4e00-\u9fff]|^[\u4e00-\u9fff])[、和及与]$|[和及与]$|[(]|其中|同时|同期|一是|二是|每|周[一二三四五六日]"
    "|回到|追溯|^发现|[查审核测评访][^,，]{0,6}发现|发现(?:问题|情况)?[,，:]?$|显示|载明|记载"
    "|[晚早先迟]于|距离?"
)
"""Between two dates: the second is of no next step."""
_NO_STEP = regex("[未没无曾]")
"""Behind a day told of what was found: how it had been."""
_OF_THAT_DAY = regex("[\u4e00-\u9fff]{1,4}的(?!是)")
"""Right behind a day: what was done then, and is told of now (5月3日付出的2万元)."""
_IN_TURN, _NAMED = regex("先后|相继|接连"), regex("[、各每另]")
"""Before the first of several days: what was done on them was done one after the other."""
_IN_TIMES = regex("分[两二三四五][次批轮回]")
"""Right behind the last of several days: the same."""
_NTH = regex(
    r"第(?P<number>[一二三四五六])(?P<unit>[批次轮回])(?:[^,，;。、第]|(?<=\d),(?=\d)){0,24}$"
)
"""Before a day: it is that of one of what was done time after time."""
_JOINED = regex("[、,，]?[和及与]?")
_LEAD, _FAR = 28, 40


def disordered_row(facts: Facts, events: Sequence[Event]) -> list[Disorder]:
    """The two days of a sentence that run back: of many, of what was done in turn or numbered."""
    return _out_of_line(facts, events) or _in_turn(facts, events) or _by_number(facts, events)


def _by_number(facts: Facts, events: Sequence[Event]) -> list[Disorder]:
    """Of what was done time after time the two that run back.

    第一批8月2日到账，第二批7月3日到账.
    """
    for before, after in pairwise(events):
        if after.last >= before.first or before.guessed is not after.guessed:
            continue
        first, second = (_turn(facts, event) for event in (before, after))
        follows_it = first and second and (first[0] + 1, first[1]) == second
        if follows_it and _verb(facts, before) == _verb(facts, after):
            return [Disorder(before, after)]
    return []


def _turn(facts: Facts, event: Event) -> tuple[int, str] | None:
    """The how-manieth time is told right before a date, and of what."""
    found = _NTH.search(facts.text, *facts.windows.before("sentence", event.moment.start, _FAR))
    return ("一二三四五六".index(found["number"]), found["unit"]) if found else None


def _in_turn(facts: Facts, events: Sequence[Event]) -> list[Disorder]:
    """Of days listed as those of what was done in turn, the two that run back.

    先后三次预警，在6月28日、5月15日和8月3日; but behind several names each day is of its own.
    """
    for at, (before, after) in enumerate(pairwise(events)):
        first = at
        while first and _is_joined(facts, events[first - 1], events[first]):
            first -= 1
        start = events[first].moment.start
        low, _ = facts.windows.before("sentence", start, _LEAD)
        led = _IN_TURN.search(facts.text, low, start)
        led = led or _IN_TIMES.match(facts.text, after.moment.end)
        runs_back = after.last < before.first and _is_joined(facts, before, after)
        if led and runs_back and not _NAMED.search(facts.text, low, start):
            return [Disorder(before, after)]
    return []


def _is_joined(facts: Facts, a: Event, b: Event) -> bool:
    return _JOINED.fullmatch(facts.text, a.moment.end, b.moment.start) is not None


def _out_of_line(facts: Facts, events: Sequence[Event]) -> list[Disorder]:
    """Of many steps told one behind the other the two of which one alone is out of line.

    2月20日交初稿，3月6日汇总，2月12日审定，3月20日报送: whatever the steps are, a day is wrong.
    """
    turns = [i for i, (a, b) in enumerate(pairwise(events)) if b.last < a.first]
    if len(events) < _MANY or len(turns) != 1 or not all(_is_day(facts, e) for e in events):
        return []
    gaps = [facts.text[a.moment.end : b.moment.start] for a, b in pairwise(events)]
    if any(
        is_apart(facts, a, b) or ANEW.search(gap) or _BESIDE.search(gap)
        for gap, (a, b) in zip(gaps, pairwise(events), strict=True)
    ):
        return []
    if any(is_early(facts, e.moment) for e in events):
        return []
    if len({_verb(facts, event) for event in events}) < len(events):
        return []  # 东门开工，南门开工: no steps of one thing
    (at,) = turns
    if _may_turn(facts, events[at], events[at + 1], gaps[at]):
        return []
    without = ([*events[:k], *events[k + 1 :]] for k in (at, at + 1))
    fits = any(all(a.first <= b.last for a, b in pairwise(rest)) for rest in without)
    return [Disorder(events[at], events[at + 1])] if fits else []


def _may_turn(facts: Facts, before: Event, after: Event, gap: str) -> bool:
    """Whether two neighbours may stand so: 立项、入库 in any order, a stretch, what was not so."""
    clause = CLOSED.split(facts.text[after.moment.end : after.moment.end + BEHIND])[0]
    found = "发现" in gap and _NO_STEP.search(clause) is not None
    stretch = "period" in (before.moment.kind, after.moment.kind)
    told_of = _OF_THAT_DAY.match(facts.text, after.moment.end) is not None
    return found or told_of or stretch or gap.endswith("、") or is_bound(facts, before.moment)


def _verb(facts: Facts, event: Event) -> str:
    """The last characters of the clause behind a date."""
    clause = _TOLD.split(facts.text[event.moment.end : event.moment.end + BEHIND])[0]
    return clause[-2:]


def _is_day(facts: Facts, event: Event) -> bool:
    """Whether a step has its day, or its first and last."""
    if event.moment.kind == "period":
        return facts.text.startswith("日", event.moment.end - 1)
    return event.moment.kind == "date" and event.first == event.last
