"""Steps that cannot come before another, told in sentences of their own.

自评工作于3月21日启动。3月18日至29日为现场核查阶段: an evaluation has one course, however far its
steps stand apart in a section. 2023年11月12日正式开工。……全部工程2023年10月28日完工: the whole of
what a paragraph tells was not done before it was begun.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.dates.disorder import Disorder
from linter.binding.dates.events import Event, event_of
from linter.binding.nearby import moments_within
from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.regexes.late import regex

_PLAN_BEHIND = regex(
    r"[^,，;。\d、]{0,8}(?:印发|制定|制订|下发|出台|审定)了?[^,，;。\d、]{0,12}(?:自评|绩效评价)(?:工作)?(?:实施|工作)*方案(?=[,，;。\n])"
)
_OPENED_BEFORE = regex(r"(?:自评|绩效评价)(?:工作)?[于自从在]?$")
_OPENED_BEHIND = regex(r"(?:正式|全面)?(?:启动|布置|部署|展开)(?=[,，;。\n])")
_STEP_BEHIND = regex(
    r"(?:[为是]|集中|组织|开展|进行|分组)*(?:现场|实地)(?:核查|评价|走访|复核|查看|抽查)(?:阶段|工作)?(?=[,，;。\n])"
    r"|(?:[为是]|集中|组织|开展|进行)*(?:资料收集|收集资料|汇总打分|报告撰写|撰写报告)(?:阶段|工作)?(?=[,，;。\n])"
)
_OTHER = regex(
    "预|试|前期|先期|先行|提前|中期|监控|上年|去年|此前|之前|早在|原|计划|拟|财政[局厅部]|补|修订|再次|重新"
    "|验收|审计|巡[视察]|督[查导]|考核"
)
"""Around a step: it is of another evaluation, or taken before its time."""
_REPORT_BEFORE = regex(
    r"(?:(?<![\u4e00-\u9fff])|自评|评价|[本该]|这份)报告(?:[已经业]{0,2}[于在])?$"
)
_REPORT_BEHIND = regex(r"(?:正式|最终)?(?:定稿|完稿|脱稿|审定|成稿)")
_FIELD_BEHIND = regex(
    r"(?:[才方已又]|组织|开展|进行|完成)*(?:现场|实地)(?:核查|评价|走访|查看)(?=[,，;。\n])"
    r"|[才方]?(?:下到|进驻|深入)[^,，;。\d]{0,6}[县乡镇村区点里](?![^,，;。]{0,4}(?:反馈|座谈|通报|宣讲))"
)
"""Around a day: when the report was finished; behind it: its makers were in the field."""
_BEGUN_BEFORE = regex(r"(?:^|[,，;。:\n])(?:本?项目|工程|[该本]工程|本?项目工程)?[于在]?$")
_BEGUN_BEHIND = regex(r"(?:正式|全面)?(?:开工|动工|破土动工)(?:建设)?(?=[,，;。\n])")
_WHOLE_BEFORE = regex(
    r"(?:^|[,，:])(?:全部|整个|所有)(?:工程|项目|标段|子?项目|建设任务|施工)[于在至到]?$"
)
_WHOLE_BEHIND = regex(r"(?:全部|全面|如期|按期)?(?:完工|竣工|建成)(?=[,，;。\n])")
_PHASE = regex(
    "[一二三四五]期|第[一二三四五]批|另|其[他它余]|上年|计划|拟|预计|原定|新一轮|改建|扩建"
)
_OTHERS = regex("抽查组|复核|督|[省市][里局级厅]|上级|主管")
"""In the clause of a step in the field: others took it."""
_YEARLY = regex(r"\d年度|[上次下去明]年|新一年")
"""Between a report and a step in the field: this is of another year's evaluation."""
_MARK = regex("[,，;。\n]")
_STOP = regex("[。;\n]")
_REACH, _LEAD = 40, 14


def steps_apart(facts: Facts) -> Iterator[Disorder]:
    """Steps of the evaluation told to be before it was opened, and works done before begun."""
    opened = begun = finished = None
    for moment in facts.moments:
        if moment.kind not in ("date", "period") or facts.in_table(moment.start):
            continue
        before, behind = _around(facts, moment)
        if _opens(before, behind):
            opened = _plain(facts, moment, before + behind)
        elif opened is not None and _STEP_BEHIND.match(behind):
            yield from _sooner(facts, opened, moment, before + behind)
        if _REPORT_BEFORE.search(before) and _REPORT_BEHIND.match(behind):
            finished = _plain(facts, moment, _clause(before, behind))
        elif finished is not None and _FIELD_BEHIND.match(behind):
            yield from _in_field(facts, finished, moment, _clause(before, behind))
        if _BEGUN_BEFORE.search(before) and _BEGUN_BEHIND.match(behind):
            begun = _plain(facts, moment, "")
        elif begun is not None and _WHOLE_BEFORE.search(before) and _WHOLE_BEHIND.match(behind):
            yield from _whole(facts, begun, moment)


def _around(facts: Facts, moment: Moment) -> tuple[str, str]:
    """The words right before a time in its sentence, and right behind it in its paragraph."""
    low, high = facts.windows.around("block", moment.start, moment.end, _LEAD, _REACH)
    before = facts.text[low : moment.start]
    before = _STOP.split(before)[-1]
    return before, facts.text[moment.end : high] + "\n"


def _clause(before: str, behind: str) -> str:
    """The words around a time from one comma to the next."""
    return _MARK.split(before)[-1] + _MARK.split(behind)[0]


def _opens(before: str, behind: str) -> bool:
    """Whether an evaluation is told to be opened then, or its plan to be issued."""
    if _PLAN_BEHIND.match(behind):
        return True
    return bool(_OPENED_BEFORE.search(before) and _OPENED_BEHIND.match(behind))


def _plain(facts: Facts, moment: Moment, words: str) -> Event | None:
    """A step with its year, unless words tell it to be of something else."""
    if moment.year is None or moment.relative or _OTHER.search(words):
        return None
    return event_of(facts, moment, [], moment.end)


def _sooner(facts: Facts, opened: Event, moment: Moment, words: str) -> Iterator[Disorder]:
    """A step of the same evaluation, in its section, that ended up before the opening."""
    if _OTHER.search(words) or not _share_section(facts, opened.moment, moment):
        return
    step = event_of(facts, moment, [opened], moment.end)
    if step is None or step.first.year != opened.first.year or step.first >= opened.first:
        return
    if step.last < opened.first or "日" in facts.text[moment.start : moment.end]:
        yield Disorder(opened, step)


def _in_field(facts: Facts, finished: Event, moment: Moment, words: str) -> Iterator[Disorder]:
    """A step in the field after the report was finished, told in the same paragraph."""
    same = facts.windows.share("block", finished.moment.start, moment.start)
    if not same or _OTHER.search(words) or _OTHERS.search(words):
        return
    if _YEARLY.search(facts.text, finished.moment.end, moment.start):
        return
    step = event_of(facts, moment, [finished], moment.end)
    if step is not None and step.first > finished.last and step.first.year == finished.first.year:
        yield Disorder(step, finished)


def _share_section(facts: Facts, one: Moment, other: Moment) -> bool:
    """Whether two times stand in one section of the outline, or under neighbouring points of it."""
    first, second = (facts.outline.at(m.start) for m in (one, other))
    if first is None or second is None:
        return first is second
    return (
        first.index == second.index
        or facts.outline.path(first)[:-1] == facts.outline.path(second)[:-1]
    )


def _whole(facts: Facts, begun: Event, moment: Moment) -> Iterator[Disorder]:
    """The end of all works told to be before they were begun, in the same paragraph."""
    if moment.year is None or not facts.windows.share("block", begun.moment.start, moment.start):
        return
    words = facts.text[max(0, begun.moment.start - _LEAD) : moment.end + _LEAD]
    done = event_of(facts, moment, [], moment.end)
    others = moments_within(facts, begun.moment.end, moment.start)
    again = any(_BEGUN_BEHIND.match(facts.text, m.end) for m in others)
    if done and done.last < begun.first and not again and not _PHASE.search(words):
        yield Disorder(begun, done)
