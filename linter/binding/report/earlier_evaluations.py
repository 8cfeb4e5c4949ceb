"""What an earlier year's evaluation came to, as a report of the year after tells it.

2022年度部门整体支出绩效评价得分90.68分, …反馈的问题已整改, …等级为良: such words leave that year
its own, but not where the mark is the report's own, nor where the work is told as the report's.
"""

from __future__ import annotations

import re

from linter.binding.case import Case
from linter.binding.marks.total_marks import LEAST, won_totals
from linter.facts.quantity import Quantity
from linter.facts.score import NOT_GOT, role_of
from linter.regexes.late import regex

_CAME_TO = (
    r"(?:名次|排[名位]|[列居]第|位[列居]|问题|不足|整改|反馈|指出|提出|发现|意见|建议|[扣失]分|第三方|(?<=[评价])中|口径|经验|未设|审议"
    r"|被评|获评|评[为定]|等[级次]|结果(?!情况|汇报|报告|[^,，;。\n]{0,6}如下)"
    r"|(?:公开|公示|通报|奖励|表彰|表扬|肯定|批评)(?!如下))"
)
_NAMED = regex("绩效|自评|部门整体")
_OUTCOME = regex(rf"[^,，;。:\d\n]{{0,24}}?{_CAME_TO}")
"""Behind the first word for an evaluation: what was found in it, what followed from it."""
_WORK = regex(
    r"(?:开展|组织|实施|进行|完成|现将|做好|形成|撰写|编制|编写|提交|报送|填报|本次|此次)"
    r"[^,，;。]{0,20}(?<!的)$"
)
"""Before it: the work is told as the report's own."""
_AFTERMATH = regex(
    r"[^,，;。:\d\n]{0,20}?(?:整改|[扣失]分(?:事项|原因|指标|项目)"
    r"|(?:问题|意见|建议|结果)的?(?:整改|落实|应用|台账|清单))"
)
"""Behind the same: what is done about it, which is work too."""
_READER = regex(r"(?:财政[部局厅]|人大|审计局|主管部门|上级|第三方)[^,，;。\n]{0,16}$")
"""Before it: somebody else evaluated, as happens when the report of that year is there."""
_ITS_RESULT = regex("得分|等[级次]|结果|评[为定]|排名|问题|意见")
_NOW = regex("现将|本次|此次|这次|本报告|通知|要求|部署|如下")
"""In the sentence: this report is told of, whoever asked for it."""
_NUMBERED = regex(r"[\s\d.、()一二三四五六七八九十]*")
"""All that stands before the year of a sentence that begins with it."""
_BOTH = regex("[本今当]年|逐年|[两三]年|连续|[上前]年")
"""Behind it in the sentence: another year is told beside it."""
_AS_BEFORE = regex("持平|没有变化")
"""Behind a mark: another year's is the same."""
_YEAR = regex(r"(?:19|20)\d\d年")
_GOALS = regex(r"(?:19|20)\d\d年度?[^,，;。\d\n]{0,20}绩效目标")
"""The goals of a year: what was done in another may be held against them, or they against it."""
_UNMET = regex("[中里]?[尚还仍]?未能?(?:完成|实现|达)")
"""Behind goals: some were not met, which another year may make up for."""
_REVISED = regex(
    r"[^。\n]{0,24}?(?:提高|降低|上调|下调|减少|调整|新增|增设|取消|保留|继续)"
    r"[^,，;。\n]{0,12}(?:指标|目标|项目)"
)
"""Behind goals: what another year's were made of them."""
_EARLIER = regex("上一?年|以前年度|往年|历年|整改")
"""In a heading: its chapter tells of years before, or what was done since."""
_RANKED = regex("[列居]第|排名?第|名次|第三方|[扣失]分")
"""In its sentence: who judged, and how others fared, are told of what is over."""


def tells_of_earlier(case: Case, match: re.Match[str], low: int, high: int) -> bool:
    """Whether the words of a sentence around an earlier year's evaluation tell what it came to.

    A mark in it that is the report's own makes it the report's own, whatever else is said but that
    two years came to the same.
    """
    text = case.facts.text
    named = _NAMED.search(text, match.start(), match.end())
    if named is None:
        return False
    before, marks = text[low : match.start()], _marks(case, match.end(), high)
    own = case.once(own_marks)
    if any(mark.value.meets(total.value) for mark in marks for total in own):
        return _AS_BEFORE.search(text, match.end(), high) is not None
    if _AFTERMATH.match(text, named.end(), high) or _is_of_reader(case, match, low, high):
        return True
    if _is_under_earlier(case, match.start()):
        return True
    if _WORK.search(before):
        return False
    if _tells_of_both(case, match.end(), high) and (
        "目标" not in match[0] or _are_goals_of_then(case, match.end(), high)
    ):
        return True
    if marks and own:
        return True
    ranked = _RANKED.search(text, match.end(), high) is not None
    return ranked or _OUTCOME.match(text, named.end(), high) is not None


def _is_under_earlier(case: Case, at: int) -> bool:
    """Whether a heading above says that its chapter tells of years before: 上年度评价结果及整改."""
    path = case.outline.path(case.outline.at(at))
    return any(part.title_end <= at and _EARLIER.search(part.title) for part in path)


def own_marks(case: Case) -> list[Quantity]:
    """The totals of the report itself; where none is sure, all that no other year is told of.

    To be asked for with ``case.once``.
    """
    won = case.once(won_totals)
    if won:
        return won
    totals = [s.figure for s in case.scores if s.role == "total" and s.figure.printed >= LEAST]
    return [total for total in totals if not _is_of_another_year(case, total)]


def _is_of_another_year(case: Case, total: Quantity) -> bool:
    """Whether another year than the report's is told in the clause of a total."""
    low, _ = case.facts.windows.bounds("clause", total.start)
    told = {int(year[0][:-1]) for year in _YEAR.finditer(case.facts.text, low, total.start)}
    return not told <= {case.facts.year}


def tells_own_year(case: Case, low: int, high: int) -> bool:
    """Whether the report's own year is told in a stretch."""
    return case.facts.text.find(f"{case.facts.year}年", low, high) >= 0


def _tells_of_both(case: Case, low: int, high: int) -> bool:
    """Whether the report's own year, or what it is to another, is told behind that."""
    text = case.facts.text
    return tells_own_year(case, low, high) or _BOTH.search(text, low, high) is not None


def _are_goals_of_then(case: Case, low: int, high: int) -> bool:
    """Whether what is told behind goals is that others followed them, or were made of them."""
    text, own = case.facts.text, str(case.facts.year)
    if _UNMET.match(text, low, high) or _REVISED.match(text, low, high):
        return True
    return any(goals[0].startswith(own) for goals in _GOALS.finditer(text, low, high))


def _is_of_reader(case: Case, match: re.Match[str], low: int, high: int) -> bool:
    """Whether somebody else is told to have evaluated that year before this report was made."""
    text = case.facts.text
    if not _READER.search(text, low, match.start()) or _NOW.search(text, low, high):
        return False
    then = tells_own_year(case, low, match.start())
    return then or _ITS_RESULT.search(text, match.end(), high) is not None


def is_doubtful(case: Case, at: int) -> bool:
    """Whether an earlier year may yet be right: nothing but its sentence says whose it is.

    The sentence begins with the year and tells no mark that is the report's own, or it tells a
    mark where the report has none of its own to compare, or its goals beside the report's year.
    """
    low, high = case.facts.windows.bounds("sentence", at)
    goals = _GOALS.match(case.facts.text, at, high)
    if goals is not None and _tells_of_both(case, goals.end(), high):
        return True
    if _marks(case, at, high):
        return not case.once(own_marks)
    text = case.facts.text
    begins = _NUMBERED.fullmatch(text, low, at) is not None
    return begins and text[high - 1 : high] == "。" and not _NOW.search(text, low, high)


def _marks(case: Case, low: int, high: int) -> list[Quantity]:
    """The marks of a stretch that may be totals."""
    marks = [f for f in case.facts.within(low, high) if f.dimension == "score"]
    return [
        mark
        for mark in marks
        if LEAST <= mark.printed < case.profile.total and role_of(case.facts, mark) not in NOT_GOT
    ]
