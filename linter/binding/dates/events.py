"""Steps of one course told in a sentence with their dates: 于3月1日批复，4月8日开工."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from linter.binding.dates.things import are_of_two, are_two, names
from linter.binding.nearby import moments_within, nearby
from linter.facts.facts import Facts
from linter.facts.moment import Moment, Point
from linter.late import regex

_MONTH_DAY = regex(r"(\d{1,2})月(?:(\d{1,2})[日号]?)?")
_TURN = 11, 2
"""From the one month on and up to the other, a date without year may be the next year's."""
_GUESSED_TURN = 8
"""The month from which on that holds where neither date has a year."""
_ANY_YEAR = 2001
_LONG = 120
"""By how many days a day without year goes back that is no slip, but of the year before."""
_AFTERWARDS = regex(r"(?:之后|以后|随后|然后|其后|接着)[^,，;。\d]{0,12}[,，]?[^,，;。\d]{0,8}$")
_FROM, _UNTIL = regex(r"[自从由]$"), regex(r"[至到]$")
_UP_TO = regex(r"[,，](?:直?到了?|一直到|至)$")
"""Before a day: what the day before it began goes on until it."""
_FIRST, _SECOND = (
    regex(r"(?:先是?|首先|起初)[于在]?$"),
    regex(r"(?:后是?|再|继而|而后|接着|又)[于在]?$"),
)
_LATE = regex(r"[,，][\u4e00-\u9fff]{0,4}(?:直?到了?|至)$")
_ONLY = regex("才|方才|又")
"""Behind a day up to which it went: it was no sooner."""
_ORIGINAL = regex(r"原(?:定|计划|拟)[于在]?$")
"""Before a day: it was meant to be then."""
_PUT_OFF = regex(r"(?:推迟|顺延|延期|延后|延|改|拖|实际)[到至在于]?$")
_MADE_UP = regex(r"才|补(?!贴|助|偿|录|选)|方才|延期|推迟")
"""Before the day on which it was, or behind it: it was later than meant."""
_INTENDED = regex(r"(?<!原)拟[于在]?$")
_OVER = regex("验收|完工|竣工|建成|结束|完成|收官|办结")
_HAS, _WILL = regex("^(?:就|便)?(?:已经?|业已)"), regex(r"(?<!原)预计[于在]?$")
"""Behind a date what has been; before one what will be."""
_APART = regex(
    r"[;。](?![于在]?$)|第[一二三四五六七八九\d]+[批期次标]|另|其[他它余]|上年|原|计划|拟|预计|提前|推迟|延期|此前|之前|早在|比|较|分别|各|前期|已于|[一二三四五]期|[一二三四五六七八九\d]标|[甲乙丙丁]|[末前后]批|末期|下一|次年|上一"
)
"""Between two dates: what tells that they are not steps of one course, one behind the other."""
_FIRST_OF, _PARTS = regex("首[批期]"), regex("[批期](?!准|复|转|间|限|满)")
"""Between two dates: the first of some, which another beside it tells to be apart."""
_OF_IT = regex(r"[^,，;。\d]{1,12}的[^,，;。、\d]{2,14}[,，](?:工程|项目)?(?:已经?|业已)[于在]?")
"""Between two dates, the second of which is of what the first is told of: 4月开工的工程，已于……."""
_ANEW = regex(
    r"[二三四]期|下一|另|新一|又|再|后续|剩余|其余|补[办签缴]|整改|复工|[第二三四两]次|结算|决算|审计|资料|档案|备案|\\d{4}年度|[春夏秋冬]季"
)
"""Behind the second of two dates: it is of something else, or of the same once more."""
_OF_A_PART = regex(
    "平整|主体|分部|隐蔽|初步|单项|软件|可研|征地|阶段|材料|样品|样板|设备|围挡|便道|试验段|清表|前期|临时|附属|配套"
)
"""Around two dates: a step may be of a part of what the other is of."""
_BEFORE_THAT = regex(r"(?<![目当日年底末])前[已曾就先]?[于在]?[,，]?$")
"""At their end: the second date is told of what came before: 会前于12月10日……."""
_PLANNED = regex(r"预计(?=[于在]?$)")
"""Before the second of two dates: it is still to come, though the later step was told first."""
_UP_TO_THEN = regex(
    r"(?:截[至止]|[期限延][^,，;。\d]{0,4}[至到为]|[期限延][^,，;。]{0,14}[至到]"
    r"|(?:计划|(?<!按)(?<!按照)要求|约定|规定|原定|应[当于在]|须[于在])[^,，;。]{0,6})[^,，;。\d]{0,8}$"
)
"""Before a date: it bounds its step and is no day of it: 截至9月30日完工, 合同工期至9月30日."""
_AT_MOST = regex("底?前(?![期后段往已])|以前|之前|为?止|到期|届满|期满")
"""Right behind such a date."""
_EARLY = regex("先期|先行|提前|预先|此前|预付|垫")
"""Right behind a date: the step was taken before its time."""
_LEVEL = regex("(?P<level>中央|省|市|县|区|镇|乡)级?(?:财政|配套|资金|专项|补助)")
_STOP = regex("[;。]")
_NEXT = regex(r"\d{1,2}[月日年]")
_TERMS = regex("合同(?:工期|约定|期限?|价款?|金额|要求|规定)")
"""Behind a date: what was agreed, not that it was."""
_LABEL = regex(r"[^,，;。\d]{2,10}(?:日期|时间)(?:为|是|:)$")
"""Before a date whose step stands before it: 开工日期：."""
_AT = regex(r"[^,，;。\d]{2,10}(?:于|是在?|在)$")
"""The same, where nothing stands behind the date: 合同签订于4月25日，."""
_CLOSED = regex("[,，;。]")
_MANY = 4
"""Of how many steps one may be out of line."""
_BESIDE = regex(
    "[、和及与]$|[(]|其中|同时|同期|一是|二是|每|周[一二三四五六日]|回到|追溯|发现|显示|载明|记载"
    "|[晚早先迟]于|距离?"
)
"""Between two dates: the second is of no next step."""
_BEHIND, _BEFORE, _LEAD = 45, 14, 28


class Event(Struct, frozen=True):
    """A dated step: the first and last day that it may be, and where its sentence ends."""

    moment: Moment
    first: date
    last: date
    end: int
    guessed: bool = False
    """Whether its year is not told."""


class Course(Struct, frozen=True):
    """What has its course: its steps in order, each by its words (批复|立项)."""

    steps: tuple[str, ...]
    same: bool
    """Whether its steps are so common that two of them belong together only by their thing."""
    firm: bool = False
    """Whether its steps are looked at too where the later is told first: 5月验收，7月完工."""


class Step(Struct, frozen=True):
    """The rank of a dated step in its course, and what it may be of."""

    rank: int
    names: frozenset[str]


class Disorder(Struct, frozen=True):
    """Two steps told one behind the other, of which the later has the earlier date."""

    before: Event
    after: Event


def disorders(facts: Facts, courses: Sequence[Course]) -> Iterator[Disorder]:
    """Neighbouring steps of one sentence whose dates run against their course."""
    events: list[Event] = []
    end = -1
    for moment in facts.moments:
        if moment.start >= end:
            yield from _against_each(facts, events, courses)
            events, end = [], facts.windows.bounds("sentence", moment.start)[1]
        event = _event(facts, moment, events, end)
        if event is not None:
            events.append(event)
    yield from _against_each(facts, events, courses)


def _against_each(
    facts: Facts, events: Sequence[Event], courses: Sequence[Course]
) -> Iterator[Disorder]:
    """The disorders of a sentence; what was done up to a day may have been done long before it."""
    found = [
        d
        for d in _against(facts, events, courses)
        if not _is_bound(facts, d.before.moment) or _is_put_off(facts, d.before, d.after)
    ]
    if not found and len({event.first.year for event in events}) == 1:
        open_ = [event for event in events if not _is_bound(facts, event.moment)]
        found = list(_against(facts, open_, courses))
    yield from found or _out_of_line(facts, events)


def _out_of_line(facts: Facts, events: Sequence[Event]) -> Iterator[Disorder]:
    """Of many steps told one behind the other the two of which one alone is out of line.

    2月20日交初稿，3月6日汇总，2月12日审定，3月20日报送: whatever the steps are, a day is wrong.
    """
    turns = [i for i, (a, b) in enumerate(pairwise(events)) if b.last < a.first]
    if len(events) < _MANY or len(turns) != 1 or not all(map(_is_day, events)):
        return
    gaps = [facts.text[a.moment.end : b.moment.start] for a, b in pairwise(events)]
    if any(
        _is_apart(facts, a, b) or _ANEW.search(gap) or _BESIDE.search(gap)
        for gap, (a, b) in zip(gaps, pairwise(events), strict=True)
    ):
        return
    if any(_is_early(facts, e.moment) for e in events):
        return
    if len({_verb(facts, event) for event in events}) < len(events):
        return  # 东门开工，南门开工: no steps of one thing
    (at,) = turns
    if _is_bound(facts, events[at].moment):
        return
    without = ([*events[:k], *events[k + 1 :]] for k in (at, at + 1))
    if any(all(a.first <= b.last for a, b in pairwise(rest)) for rest in without):
        yield Disorder(events[at], events[at + 1])


def _verb(facts: Facts, event: Event) -> str:
    """The last characters of the clause behind a date."""
    clause = _CLOSED.split(facts.text[event.moment.end : event.moment.end + _BEHIND])[0]
    return clause[-2:]


def _is_early(facts: Facts, moment: Moment) -> bool:
    """Whether words behind a date say that its step was taken before its time."""
    return _EARLY.search(facts.text, moment.end, moment.end + _BEFORE) is not None


def _is_day(event: Event) -> bool:
    return event.moment.kind == "date" and event.first == event.last


def _is_bound(facts: Facts, moment: Moment) -> bool:
    """Whether a date is a cut-off or a term, before which its step may have been taken."""
    low = max(facts.windows.bounds("sentence", moment.start)[0], moment.start - _LEAD)
    return bool(
        _UP_TO_THEN.search(facts.text, low, moment.start) or _AT_MOST.match(facts.text, moment.end)
    )


def _event(facts: Facts, moment: Moment, before: list[Event], end: int) -> Event | None:
    if facts.in_table(moment.start) or moment.kind not in ("date", "period"):
        return None
    first, last = moment.first, moment.last
    guessed = False
    if first is None or last is None:
        day = _MONTH_DAY.match(facts.text, moment.start, moment.end)
        if day is None:
            return None
        guessed = not before or before[-1].guessed
        year = before[-1].first.year if before else _ANY_YEAR
        month = int(day[1])
        point = Point(year, month, int(day[2]) if day[2] else None)
        turn = _GUESSED_TURN if guessed else _TURN[0]
        turned = (
            bool(before)
            and before[-1].first.month >= turn
            and (month <= _TURN[1] or _has_turned(facts, before[-1].moment.end, moment.start))
        )
        if turned or not point.valid:  # 2月29日 behind a date of a common year
            return None
        first = date(year, month, point.day or 1)
        last = date(year, month, point.day or monthrange(year, month)[1])
    if (last - first).days > 31:
        return None
    return Event(moment, first, last, end, guessed)


def _has_turned(facts: Facts, low: int, high: int) -> bool:
    """Whether between two offsets a month without year is told that may be the next year's."""
    told = (
        _MONTH_DAY.match(facts.text, m.start, m.end)
        for m in moments_within(facts, low, high)
        if m.year is None
    )
    return any(int(day[1]) <= _TURN[1] for day in told if day)


def _against(
    facts: Facts, events: Sequence[Event], courses: Sequence[Course]
) -> Iterator[Disorder]:
    for told, after in pairwise(events):
        before = _of_own_year(facts, told, after) if told.guessed > after.guessed else told
        if before.guessed is not after.guessed:
            continue
        gap = facts.text[before.moment.end : after.moment.start]
        if after.first > before.last:
            if _is_turned(facts, before, after, gap, courses):
                yield Disorder(after, before)
            continue
        if after.last >= before.first:
            continue
        behind = _CLOSED.split(facts.text[after.moment.end : after.moment.end + _BEFORE])
        if _EARLY.search(behind[0]):
            continue
        if _runs_ahead(facts, before, after, gap):
            yield Disorder(before, after)
            continue
        several = facts.text.startswith(("和", "、", "及"), after.moment.end)
        apart = _is_apart(facts, before, after) and not _OF_IT.fullmatch(gap)
        if several or apart or _BEFORE_THAT.search(gap):
            continue
        if (
            _AFTERWARDS.search(gap)
            or _is_span(facts, before, after)
            or follows(facts, before, after, courses)
        ):
            yield Disorder(before, after)


def _of_own_year(facts: Facts, event: Event, after: Event) -> Event:
    """A day without year as one of the title's, where the next is told to be of it and no other is.

    6月18日完成安装，2024年6月2日通过验收, in a report on 2024.
    """
    title = facts.text[facts.outline.title_start : facts.outline.title_end]
    year = after.first.year
    low, _ = nearby(facts, "block", event.moment.start, event.moment.end)
    told = moments_within(facts, low, event.moment.start)
    if year != facts.year or str(year) not in title or any(m.year or m.relative for m in told):
        return event
    first, last = (date(year, day.month, day.day) for day in (event.first, event.last))
    if (first - after.last).days > _LONG:
        return event  # 11月装好，2024年5月验收: the first is the year before's
    return Event(event.moment, first, last, event.end)


def _is_apart(facts: Facts, before: Event, after: Event) -> bool:
    """Whether words between two dates tell of two things; 首批 does beside others of its kind."""
    gap = facts.text[before.moment.end : after.moment.start]
    if _APART.search(gap) or _are_of_two_levels(facts, before, gap):
        return True
    first = _FIRST_OF.search(gap)
    low, _ = nearby(facts, "sentence", before.moment.start, before.moment.end)
    lead = facts.text[low : before.moment.end] + gap[: first.start()] if first else ""
    return _PARTS.search(lead) is not None


def _are_of_two_levels(facts: Facts, before: Event, gap: str) -> bool:
    """Whether the money of two levels is told of: 县级财政……下达，区级配套……到位."""
    low, _ = facts.windows.bounds("clause", before.moment.start)
    first = _LEVEL.search(facts.text, max(low, before.moment.start - _BEFORE), before.moment.start)
    second = _LEVEL.search(gap)
    return first is not None and second is not None and first["level"] != second["level"]


def _is_turned(
    facts: Facts, before: Event, after: Event, gap: str, courses: Sequence[Course]
) -> bool:
    """Whether the later step of a course is told first, and has the earlier date."""
    if _are_labelled(facts, before, after):
        return not _APART.search(_STOP.sub("", gap)) and follows(facts, after, before, courses)
    clause = facts.text[after.moment.end : after.moment.end + _BEHIND]
    apart = _APART.search(_PLANNED.sub("", gap)) or _STOP.search(gap)
    if apart or _ANEW.search(gap + _STOP.split(clause)[0]):
        return False
    if are_of_two(facts, before.moment, after.moment):
        return False
    around = facts.text[max(0, before.moment.start - _BEFORE) : after.moment.end + _BEHIND]
    if _OF_A_PART.search(_STOP.split(around)[0]):
        return False
    return follows(facts, after, before, [course for course in courses if course.firm])


def _are_labelled(facts: Facts, *events: Event) -> bool:
    """Whether words before each date name its step, so that their order in text tells nothing."""
    return all(_label(facts, event) for event in events)


def _label(facts: Facts, event: Event) -> str:
    """The words before a date that name its step, if they do."""
    start, end = event.moment.start, event.moment.end
    lead = facts.text[max(0, start - _BEFORE) : start]
    closed = _CLOSED.match(facts.text, end)
    label = _LABEL.search(lead) or (_AT.search(lead) if closed else None)
    return label[0] if label else ""


def _runs_ahead(facts: Facts, before: Event, after: Event, gap: str) -> bool:
    """Whether words put the first date before the second: 先是……，后是……; 已……，预计……."""
    text = facts.text
    lead = text[max(0, before.moment.start - 4) : before.moment.start]
    if _FIRST.search(lead) and _SECOND.search(gap):
        return True
    if _HAS.match(gap) and _WILL.search(gap) and not _STOP.search(gap):
        return True
    behind = text[after.moment.end : after.moment.end + 3]
    if _LATE.search(gap) and _ONLY.match(behind) and not _APART.search(gap):
        return True
    if _INTENDED.search(gap) and not (after.guessed or _STOP.search(gap)):
        return after.moment.year is not None
    if _is_put_off(facts, before, after):
        return True
    days = before.moment.kind == after.moment.kind == "date"
    return days and bool(_UP_TO.search(gap)) and not (_APART.search(gap) or _OVER.search(gap))


def _is_put_off(facts: Facts, before: Event, after: Event) -> bool:
    """Whether words say that what was meant to be on one day was done later on the other."""
    text, start, end = facts.text, before.moment.start, after.moment.end
    gap = text[before.moment.end : after.moment.start]
    late = _PUT_OFF.search(gap) and _MADE_UP.search(gap + text[end : end + 3])
    return bool(late and _ORIGINAL.search(text, max(0, start - 4), start) and "的" not in gap)


def _is_span(facts: Facts, before: Event, after: Event) -> bool:
    """Whether words say from one date to the other: 自2月14日起……至1月28日."""
    starts, ends = before.moment.start, after.moment.start
    return bool(
        _FROM.search(facts.text, starts - 1, starts) and _UNTIL.search(facts.text, ends - 1, ends)
    )


def follows(facts: Facts, before: Event, after: Event, courses: Sequence[Course]) -> bool:
    """Whether in every course that both are of, one step comes before the other."""
    found = [
        (first, second, course.same)
        for course in courses
        if (first := _step(facts, before, course.steps)) is not None
        and (second := _step(facts, after, course.steps)) is not None
    ]
    return all(first.rank <= second.rank for first, second, _ in found) and any(
        first.rank < second.rank and not are_two(first.names, second.names, same=same)
        for first, second, same in found
    )


def _step(facts: Facts, event: Event, steps: Sequence[str]) -> Step | None:
    """The step of a course right behind a date, else the one before it."""
    start, end = event.moment.start, event.moment.end
    behind = _NEXT.split(facts.text[end : min(event.end, end + _BEHIND)], maxsplit=1)[0]
    behind = _TERMS.sub(lambda terms: " " * len(terms[0]), behind)
    low = max(0, start - _BEFORE)
    lead = facts.text[low:start]
    label = _label(facts, event)
    if label:
        behind, lead = "", label
    words = [(word, rank) for rank, step in enumerate(steps) for word in step.split("|")]
    places = [(behind.find(word), rank, word) for word, rank in words if word in behind]
    if places:
        at, rank, word = min(places)
        span = end + at, end + at + len(word)
        named = names(facts, low, (start, end), span)
        return Step(rank, frozenset(n for n in named if not any(w in n for w, _ in words)))
    lead = _CLOSED.split(lead)[-1]
    found = [(-lead.rfind(word), rank) for word, rank in words if word in lead]
    return Step(min(found)[1], frozenset()) if found else None
