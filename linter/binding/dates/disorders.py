"""Steps of one course told in a sentence whose dates run against it: 4月8日批复，3月1日开工."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from linter.binding.dates.courses import BEFORE, BEHIND, CLOSED, Course, follows, label_of
from linter.binding.dates.events import Event, by_sentence, of_own_year
from linter.binding.dates.things import are_of_two
from linter.binding.nearby import moments_within, nearby
from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.late import regex

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
_OVER = regex("验收|完工|竣工|建成|结束|完成|收官|办结")
_HAS, _WILL = regex("^(?:就|便)?(?:已经?|业已)"), regex(r"(?<!原)预计[于在]?$")
"""Behind a date what has been; before one what will be."""
_APART = regex(
    r"[;。](?![于在]?$)|第[一二三四五六七八九\d]+[批期次标]|另|其[他它余]|上年|原|计划|拟|预计|提前|推迟|延期|此前|之前|早在|比|较|分别|各|前期|已于|[一二三四五]期|[一二三四五六七八九\d]标|[甲乙丙丁]|[末前后]批|末期|下一|次年|上一|最[早晚迟]"
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
    r"|(?:[整更延期]后的|计划|(?<!按)(?<!按照)要求|约定|规定|原定|应[当于在]|须[于在])[^,，;。]{0,6})[^,，;。\d]{0,8}$"
)
"""Before a date: it bounds its step and is no day of it: 截至9月30日完工, 合同工期至9月30日."""
_AT_MOST = regex("底?前(?![期后段往已])|以前|之前|为?止|到期|届满|期满")
"""Right behind such a date."""
_EARLY = regex("先期|先行|提前|预先|此前|预付|垫")
"""Right behind a date: the step was taken before its time."""
_LEVEL = regex("(?P<level>中央|省|市|县|区|镇|乡)级?(?:财政|配套|资金|专项|补助)")
_STOP, _TOLD = regex("[;。]"), regex(r"[,，;。]|、(?=\d)")
_SAID_ONE = regex(
    r"同一|该[笔批项宗]|上述|[程流]程?序?[^,，;。]{0,3}(?:符合|合规|规范|完整|正确)|手续(?:完[备整]|齐[全备])"
    r"|先[\u4e00-\u9fff]{2,6}后(?![^,，;。]{0,8}(?:问题|现象|情[况形]))|凭|次序|由此倒推|流程"
)
"""In a sentence: its two steps are of one thing, or in due order."""
_AUDITED = regex(
    "[结决]算(?=审[核定]|价)|审计(?=报告|通知|局|决定)|整改(?=完成|通知|到位)|资料(?=[由于])"
)
"""What tells of no other step where it is one of the two."""
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
_LEAD, _FAR = 28, 40
_IN_TURN, _NAMED = regex("先后|相继|接连"), regex("[、各每另]")
"""Before the first of several days: what was done on them was done one after the other."""
_IN_TIMES = regex("分[两二三四五][次批轮回]")
"""Right behind the last of several days: the same."""
_NTH = regex(
    r"第(?P<number>[一二三四五六])(?P<unit>[批次轮回])(?:[^,，;。、第]|(?<=\d),(?=\d)){0,24}$"
)
"""Before a day: it is that of one of what was done time after time."""
_JOINED = regex("[、,，]?[和及与]?")


class Disorder(Struct, frozen=True):
    """Two steps told one behind the other, of which the later has the earlier date."""

    before: Event
    after: Event


def disorders(facts: Facts, courses: Sequence[Course]) -> Iterator[Disorder]:
    """Neighbouring steps of one sentence whose dates run against their course."""
    plain = [course for course in courses if not course.late]
    for events in by_sentence(facts):
        yield from _against_each(facts, events, plain)


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
    yield from (
        found or _out_of_line(facts, events) or _in_turn(facts, events) or _by_number(facts, events)
    )


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
    low, _ = facts.windows.bounds("sentence", event.moment.start)
    found = _NTH.search(facts.text, max(low, event.moment.start - _FAR), event.moment.start)
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
        low = max(nearby(facts, "sentence", start, start)[0], start - _LEAD)
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
        _is_apart(facts, a, b) or _ANEW.search(gap) or _BESIDE.search(gap)
        for gap, (a, b) in zip(gaps, pairwise(events), strict=True)
    ):
        return []
    if any(_is_early(facts, e.moment) for e in events):
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
    return found or stretch or gap.endswith("、") or _is_bound(facts, before.moment)


def _verb(facts: Facts, event: Event) -> str:
    """The last characters of the clause behind a date."""
    clause = _TOLD.split(facts.text[event.moment.end : event.moment.end + BEHIND])[0]
    return clause[-2:]


def _is_early(facts: Facts, moment: Moment) -> bool:
    """Whether words behind a date say that its step was taken before its time."""
    return _EARLY.search(facts.text, moment.end, moment.end + BEFORE) is not None


def _is_day(facts: Facts, event: Event) -> bool:
    """Whether a step has its day, or its first and last."""
    if event.moment.kind == "period":
        return facts.text.startswith("日", event.moment.end - 1)
    return event.moment.kind == "date" and event.first == event.last


def _is_bound(facts: Facts, moment: Moment) -> bool:
    """Whether a date is a cut-off or a term, before which its step may have been taken."""
    low = max(facts.windows.bounds("sentence", moment.start)[0], moment.start - _LEAD)
    return bool(
        _UP_TO_THEN.search(facts.text, low, moment.start) or _AT_MOST.match(facts.text, moment.end)
    )


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
            or (
                _are_said_to_be_one(facts, before, after, gap)
                and follows(facts, before, after, _of_one(courses))
            )
        ):
            yield Disorder(before, after)


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
    first = _LEVEL.search(facts.text, max(low, before.moment.start - BEFORE), before.moment.start)
    second = _LEVEL.search(gap)
    return first is not None and second is not None and first["level"] != second["level"]


def _is_turned(
    facts: Facts, before: Event, after: Event, gap: str, courses: Sequence[Course]
) -> bool:
    """Whether the later step of a course is told first, and has the earlier date."""
    if _are_labelled(facts, before, after):
        return not _APART.search(_STOP.sub("", gap)) and follows(facts, after, before, courses)
    if _are_said_to_be_one(facts, before, after, gap):
        return follows(facts, after, before, _of_one(courses))
    clause = facts.text[after.moment.end : after.moment.end + BEHIND]
    apart = _APART.search(_PLANNED.sub("", gap)) or _STOP.search(gap)
    if apart or _ANEW.search(gap + _STOP.split(clause)[0]):
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
    low, high = nearby(facts, "sentence", before.moment.start, after.moment.end)
    told = facts.text[low:high]
    days = [m for m in moments_within(facts, low, high) if m.relative is None]
    if len(days) != 2 or _SAID_ONE.search(told) is None or _ANEW.search(_AUDITED.sub("", told)):
        return False
    return _APART.search(_STOP.sub("", gap)) is None


def _are_labelled(facts: Facts, *events: Event) -> bool:
    """Whether words before each date name its step, so that their order in text tells nothing."""
    return all(label_of(facts, event) for event in events)


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
