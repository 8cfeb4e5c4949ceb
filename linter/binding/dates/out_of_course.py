"""Steps of one course told in a sentence whose dates run against it: 4月8日批复，3月1日开工."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.binding.dates.courses import BEFORE, BEHIND, CLOSED, Course, follows, label_of
from linter.binding.dates.disorder import Disorder
from linter.binding.dates.events import Event, by_sentence, of_own_year
from linter.binding.dates.rows_of_days import disordered_row
from linter.binding.dates.things import are_of_two
from linter.binding.dates.told_apart import ANEW, APART, EARLY, is_apart, is_bound
from linter.binding.nearby import moments_within
from linter.facts.facts import Facts
from linter.regexes.late import regex

_AFTERWARDS = regex(
    r"(?:(?<=.)(?:之后|以后)|随后|然后|其后|接着)[^,，;。\d]{0,12}[,，]?[^,，;。\d]{0,8}$"
)
"""Between two days, 之后 right behind the first being of that day: 7月10日以后签订，而……."""
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
_LONG_BEFORE = regex(r"^[^。;\d]{1,40}[,，][^。;,，\d]{0,16}早在$")
_WAS_SO = regex(r"[^,，;。\d]{0,3}(?:就|便|即|已)")
"""Between two dates, and behind the second: that was before the first."""
_ASKS = regex(
    r"^(?:印发|下发|发出|发布|出台)(?![^。;]*(?:上年|去年|重申|原))[^。;\d]{0,16}(?:要求|明确|规定)[^。;\d]{0,16}$"
)
_BY_THEN = regex("[之以]?前(?:报送?|上报|提交|完成|反馈|交|落实|送达)(?![^,，;。]{0,12}[的可享])")
"""Between two dates, and behind the second: what is asked for by then cannot be due before.

What was so by then may be, 要求5月5日前已开工项目补办手续.
"""
_OVER = regex("验收|完工|竣工|建成|结束|完成|收官|办结")
_HAS, _WILL = regex("^(?:就|便)?(?:已经?|业已)"), regex(r"(?<!原)预计[于在]?$")
"""Behind a date what has been; before one what will be."""
_OF_IT = regex(r"[^,，;。\d]{1,12}的[^,，;。、\d]{2,14}[,，](?:工程|项目)?(?:已经?|业已)[于在]?")
"""Between two dates, the second of which is of what the first is told of: 4月开工的工程，已于……."""
_OF_A_PART = regex(
    "平整|主体|分部|隐蔽|初步|单项|软件|可研|征地|阶段|材料|样品|样板|设备|围挡|便道|试验段|清表|前期|临时|附属|配套"
)
"""Around two dates: a step may be of a part of what the other is of."""
_BEFORE_THAT = regex(r"(?<![目当日年底末])前[已曾就先]?[于在]?[,，]?$")
"""At their end: the second date is told of what came before: 会前于12月10日……."""
_PLANNED = regex(r"预计(?=[于在]?$)")
"""Before the second of two dates: it is still to come, though the later step was told first."""
_MEANT = regex("(?:预计|计划|目标[为是]?|拟定?|要求|约定|应)[在于]?$")
_BACKWARDS = regex(
    "倒[查推序]|[追回]溯(?!系统|体系|平台|码|管理|功能|机制)|溯[及源](?!系统|体系|平台|码)"
    "|[向往]前(?:推(?!进)|查|抽|追|翻|倒)"
)
"""Between two dates: the second is of a time before the first."""
_STOP = regex("[;。]")
_SAID_ONE = regex(
    r"同一|该[笔批项宗]|上述|[程流]程?序?[^,，;。]{0,3}(?:符合|合规|规范|完整|正确|(?:先后)?无误)|手续(?:完[备整]|齐[全备])"
    r"|先[\u4e00-\u9fff]{2,6}后(?![^,，;。]{0,8}(?:问题|现象|情[况形]))|凭|次序|由此倒推|流程"
)
"""In a sentence: its two steps are of one thing, or in due order."""
_AUDITED = regex(
    "[结决]算(?=审[核定]|价)|审计(?=报告|通知|局|决定)|整改(?=完成|通知|到位)|资料(?=[由于])"
)
"""What tells of no other step where it is one of the two."""


def disorders(facts: Facts, courses: Sequence[Course]) -> Iterator[Disorder]:
    """Neighbouring steps of one sentence whose dates run against their course."""
    plain = [course for course in courses if not course.late]
    for events in by_sentence(facts):
        if onward := _onward(facts, events):
            yield from _against_each(facts, onward, plain)


def _onward(facts: Facts, events: Sequence[Event]) -> Sequence[Event]:
    """The steps before words between two dates say that what is told goes back in time."""
    for at, (a, b) in enumerate(pairwise(events), 1):
        low = max(a.moment.end, b.moment.start - BEHIND)
        if _BACKWARDS.search(facts.text, low, b.moment.start):
            return events[:at]
    return events


def _against_each(
    facts: Facts, events: Sequence[Event], courses: Sequence[Course]
) -> Iterator[Disorder]:
    """The disorders of a sentence; what was done up to a day may have been done long before it."""
    found = [
        d
        for d in _against(facts, events, courses)
        if not is_bound(facts, d.before.moment) or _is_put_off(facts, d.before, d.after)
    ]
    if not found and len({event.first.year for event in events}) == 1:
        open_ = [event for event in events if not is_bound(facts, event.moment)]
        found = list(_against(facts, open_, courses))
    yield from found or disordered_row(facts, events)


def _against(
    facts: Facts, events: Sequence[Event], courses: Sequence[Course]
) -> Iterator[Disorder]:
    for told, after in pairwise(events):
        before = of_own_year(facts, told, after) if told.guessed > after.guessed else told
        if before.guessed is not after.guessed:
            continue
        gap = facts.text[before.moment.end : after.moment.start]
        if after.first > before.last:
            if _is_turned(facts, before, after, gap, courses):
                yield Disorder(after, before)
            continue
        if after.last >= before.first:
            continue
        behind = CLOSED.split(facts.text[after.moment.end : after.moment.end + BEFORE])
        if EARLY.search(behind[0]):
            continue
        if _runs_ahead(facts, before, after, gap):
            yield Disorder(before, after)
            continue
        meant = _is_meant(facts, before) and not _is_meant(facts, after)
        several = facts.text.startswith(("和", "、", "及"), after.moment.end)
        apart = is_apart(facts, before, after) and not _OF_IT.fullmatch(gap)
        if several or apart or meant or _BEFORE_THAT.search(gap):
            continue
        if (
            _AFTERWARDS.search(gap)
            or _is_span(facts, before, after)
            or follows(facts, before, after, courses)
            or (
                _are_said_to_be_one(facts, before, after, gap)
                and follows(facts, before, after, _of_one(courses))
            )
        ):
            yield Disorder(before, after)


def _is_meant(facts: Facts, event: Event) -> bool:
    """Whether a step was only to be on its day: 预计10月竣工，实际于9月15日通过验收."""
    start = event.moment.start
    return _MEANT.search(facts.text, start - BEFORE, start) is not None


def _is_turned(
    facts: Facts, before: Event, after: Event, gap: str, courses: Sequence[Course]
) -> bool:
    """Whether the later step of a course is told first, and has the earlier date.

    So too what is said to have been so long before that: 3月批复，而可研早在5月就已通过.
    """
    if _LONG_BEFORE.search(gap) and _WAS_SO.match(facts.text, after.moment.end):
        return True
    if _are_labelled(facts, before, after):
        return not APART.search(_STOP.sub("", gap)) and follows(facts, after, before, courses)
    if _are_said_to_be_one(facts, before, after, gap):
        return follows(facts, after, before, _of_one(courses))
    clause = facts.text[after.moment.end : after.moment.end + BEHIND]
    apart = APART.search(_PLANNED.sub("", gap)) or _STOP.search(gap)
    if apart or ANEW.search(gap + _STOP.split(clause)[0]):
        return False
    if are_of_two(facts, before.moment, after.moment):
        return False
    around = facts.text[max(0, before.moment.start - BEFORE) : after.moment.end + BEHIND]
    if _OF_A_PART.search(_STOP.split(around)[0]):
        return False
    return follows(facts, after, before, [course for course in courses if course.firm])


def _of_one(courses: Sequence[Course]) -> list[Course]:
    """Courses whose steps are said to be of one thing."""
    return [Course(each.steps, same=False) for each in courses]


def _are_said_to_be_one(facts: Facts, before: Event, after: Event, gap: str) -> bool:
    """Whether words of a sentence say that its two steps are of one thing, or in due order."""
    low, high = facts.windows.around("sentence", before.moment.start, after.moment.end)
    told = facts.text[low:high]
    days = [m for m in moments_within(facts, low, high) if m.relative is None]
    if len(days) != 2 or _SAID_ONE.search(told) is None or ANEW.search(_AUDITED.sub("", told)):
        return False
    return APART.search(_STOP.sub("", gap)) is None


def _are_labelled(facts: Facts, *events: Event) -> bool:
    """Whether words before each date name its step, so that their order in text tells nothing."""
    return all(label_of(facts, event) for event in events)


def _runs_ahead(facts: Facts, before: Event, after: Event, gap: str) -> bool:
    """Whether words put the first date before the second: 先是……，后是……; 已……，预计……."""
    text = facts.text
    lead = text[max(0, before.moment.start - 4) : before.moment.start]
    if _FIRST.search(lead) and _SECOND.search(gap):
        return True
    if _ASKS.search(gap) and _BY_THEN.match(text, after.moment.end):
        return True
    if _HAS.match(gap) and _WILL.search(gap) and not _STOP.search(gap):
        return True
    behind = text[after.moment.end : after.moment.end + 3]
    if _LATE.search(gap) and _ONLY.match(behind) and not APART.search(gap):
        return True
    if _INTENDED.search(gap) and not (after.guessed or _STOP.search(gap)):
        return after.moment.year is not None
    if _is_put_off(facts, before, after):
        return True
    days = before.moment.kind == after.moment.kind == "date"
    return days and bool(_UP_TO.search(gap)) and not (APART.search(gap) or _OVER.search(gap))


def _is_put_off(facts: Facts, before: Event, after: Event) -> bool:
    """Whether words say that what was meant to be on one day was done later on the other."""
    text, start, end = facts.text, before.moment.start, after.moment.end
    gap = text[before.moment.end : after.moment.start]
    late = _PUT_OFF.search(gap) and _MADE_UP.search(gap + text[end : end + 3])
    return bool(late and _ORIGINAL.search(text, start - 4, start) and "的" not in gap)


def _is_span(facts: Facts, before: Event, after: Event) -> bool:
    """Whether words say from one date to the other: 自2月14日起……至1月28日."""
    starts, ends = before.moment.start, after.moment.start
    return bool(
        _FROM.search(facts.text, starts - 1, starts) and _UNTIL.search(facts.text, ends - 1, ends)
    )
