"""Plans for what comes next whose day lies in the evaluated year or before: 力争从2021年起……."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.dates.written import in_words, period_end
from linter.facts.moment import Moment
from linter.model import Related, Span, Status, Verdict
from linter.regexes.late import regex

_MEANT = regex(r"(?:力争|确保|争取|计划|打算|力求|拟|应)[^,，;。\d]{0,4}?(?:在|于|从|自|到)?$")
"""Right before a day: something is meant to be done then."""
_DUE = regex(r"(?:底|末)?(?:前|之前|以前|起|内)|(?:[上下]半年|年底|年内)")
_BY = regex(
    r"(?:底|末)?(?:前|之前|以前)[,，]?(?:力争|争取|确保|全面|全部|基本)?"
    r"(?:完成(?!了)|建成|出台|制定|实现|补齐|启动|建立|落实|办结|交付|清理|修订)(?!的)"
)
"""Right behind a day: by then something is to be done."""
_AIMED = regex(
    r"(?:[底末]|期末)?[^,，;。\d]{0,8}(?:力争|争取|确保)(?:不低于|不少于|不超过|达到|提高到|控制在|完成)(?![^,，;。]{0,12}[的未没])"
)
"""Right behind a day: what is aimed at by then."""
_EARLIER = regex("原|曾|上年|去年|当时|目标|要求")
"""In a clause: what was aimed at before."""
_DONE = regex(r"[^,，。;]{0,12}(?:的(?=[\u4e00-\u9fff\d])|后(?=[,，]))")
"""Behind these words: it tells of what was done by then."""
_PAST = regex(
    '要求|规定|按照|按合同|根据|原[定计拟]|已|曾|未|没|不|推迟|延期|逾期|滞后|以来|问题|承诺|约定|围绕|对照|[“"]|应|因|上年|去年|了'
)
"""In a clause or right before it: it tells of what was to be done, and not of what will be."""
_AGAINST = regex("(?:针对|对照|围绕|根据)[^,，;。]{0,8}(?:问题|不足)")
"""What a plan is made against tells of no past."""
_NAMED = regex(r"[^,，。;]{0,6}的")
"""Behind it: what was begun or done then is named."""
_NEXT = regex("下一?步|打算|建议|今后|往后|接下来")
"""In a heading: what follows has not been done, as what puts things right (整改) may have been."""
_HEAD = regex(
    r"(?:[要需][办做抓](?:成|好|实)?的[^，,。;\n]{1,6}|(?:下一?步)?(?:工作)?打算|下一?步工作(?:安排|计划)?)(?=\n|$)"
)
"""Behind a year that heads what is to come: （三）2024年要办成的事."""
_BEFORE = 12


def gone_by(case: Case) -> Iterator[Verdict]:
    """A failure for each such day, beside the year of the title."""
    end = period_end(case)
    sections = case.chapters.get("suggestions", ())
    if end is None or not sections:
        return
    title = Related(Span(case.outline.title_start, case.outline.title_end), "evaluated")
    for moment in case.facts.moments:
        last = moment.last
        within = any(section.start < moment.start < section.end for section in sections)
        if last is None or last > end or moment.relative is not None or not within:
            continue
        if _is_planned(case, moment):
            literal, text = case.text(moment.start, moment.end), f"{in_words(last)}已过"
            span, values = Span.of(moment), {"date": literal}
            yield Verdict(Status.failed, literal, span, (title,), text, values=values)


def _is_planned(case: Case, moment: Moment) -> bool:
    facts = case.facts
    if facts.in_table(moment.start) or not facts.text.startswith(str(moment.year), moment.start):
        return False
    low, high = facts.windows.bounds("clause", moment.start)
    if _AIMED.match(facts.text, moment.end, high) and not _EARLIER.search(facts.text, low, high):
        return True
    if moment.kind == "year" and _HEAD.match(facts.text, moment.end):
        return True
    sentence, _ = facts.windows.bounds("sentence", moment.start)
    before = facts.text[max(sentence, low - _BEFORE) : moment.start]
    meant = _MEANT.search(before)
    told = _AGAINST.sub("", before[: meant.start()] if meant else before)
    if _PAST.search(told) or _PAST.search(facts.text, moment.start, high):
        return False
    due = _DUE.match(facts.text, moment.end)
    if due or moment.kind == "period":
        named = _NAMED.match(facts.text, due.end() if due else moment.end, high)
        if meant and not named:
            return True
    path = case.outline.path(case.outline.at(moment.start))
    next_ = any(_NEXT.search(section.title) for section in path)
    by = _BY.match(facts.text, moment.end) if next_ else None
    return by is not None and _DONE.match(facts.text, by.end(), high) is None
