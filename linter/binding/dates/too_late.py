"""Days told as past that lie behind the day on which the report was written.

A report without a signature may have been written some years later. What words leave to the future
(拟, 届满, 下一步) may lie there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from linter.binding.case import Case
from linter.binding.dates.written import in_words, is_alone, period_end, signed
from linter.facts.moment import Moment
from linter.model import Related, Span, Status, Verdict
from linter.regexes.late import regex

_LATEST = 3
"""Within how many years behind the evaluated one a report is written."""
_FAR = 5
"""Behind how many years more no report is written, so that a year is a slip whatever is planned."""
_COMING = regex(
    r"[将拟]|计划|方案|行动|预计|力争|争取|确保|规划|打算|准备|安排在|[定放留]在|定于|下一?步|今后|来年|下一?年|次年|明年|翌年"
    r"|以前|之前|[底月日末年]前|届|期[限满]|到期|有效|质保|保修|合同|协议"
    r"|(?<![供响反对相适效])应(?![用急])|须|(?<![主重])要(?![点闻])|再|才能|目标|起(?!草|诉|点)"
    r"|续|移交|谋划|承办|尚未|未来|根据安排|委托|测算|预测|远期"
)
"""In a sentence: what it tells is to come."""
_PAST = regex(
    r"了|已|曾|没能|没有|讲|完成|通过|下达|批复|印发|召开|签订|开工|竣工|完工|验收|到位|到账|拨付|支付|发放|列[进入]|转出|抽[看查]|首例|审计"
    r"|全年|一年|年内|上线|投用|接通|开展|进行|均属|归档|同比[增下上减提]"
)
"""In a sentence: what it tells has been."""
_FORESEEN = regex(
    r"[将拟]|计划|预计|力争|争取|确保|规划|远景|愿景|长远|蓝图|目标|打算|[底月日末年]前|以前|之前|届|年限|期[限满]|到期|有效"
    r"|质保|保修|租期|偿还|还本|债券|贷款|折旧|使用期|合同期|服务期|特许|止|测算|预测|远期|人口"
)
"""In a sentence: what it tells may lie many years ahead."""
_UP_TO = regex(r"(?:[至到]|-{1,2}|—{1,2}|–|~)$")
_SO_FAR = regex(r"截[至止](?:到|至|于)?$|截止(?:时间|日期|日)[为是]?$")
"""Before a year: what had been reached by it."""
_DONE = regex(
    r"追加|核[减增]|调[减增整]|下拨|划拨|收到|购置|采购|安排|投入|补助|培训|举办|组织|实施|招标|维修|检[查测]|抽[检测]|发生|扣分|得分"
    r"|支出|结余|[较比]上年|同比|到位|使用了?\d|执行率|收入"
)
"""Behind such a year: what is told of no plan."""
_DATED = regex(r"(?:填报|填表|报告|自评|成文|编制|制表|上报)(?:日期|时间)[: ]{0,3}$")
"""Before a day: it is when a form was filled in."""
_WHOLE = regex(
    r"\d{4}年(?:全年|一年|年内|这一年|一整年|度的?(?:账|数据|支出|决算|资料|台账|实际))"
    r"|\d{4}年[\u4e00-\u9fff]{2,10}\d[\d,.]*[万亿]?[\u4e00-\u9fff]{1,5}[,，]上年(?:同期)?[为是]?\d"
)
"""A year that must have ended."""
_TITLE = 12
"""How long a line is at most that may be a title, though it be no heading."""
_PLANS = regex("建议|打算|下一?步|改进|措施|计划|安排|对应|怎么[走办]|思路|目标|展望|整改")
"""In a heading: what follows is to come."""


def too_late(case: Case) -> Iterator[Verdict]:
    """A failure for each such day, beside what tells when the report was written."""
    found = _written(case)
    if found is None:
        return
    last, place = found
    far = last.year + _FAR
    for moment in case.facts.moments:
        day = _needed(case, moment)
        late = moment.relative is None and day is not None and day > last
        if not late or moment.start == place.start or day is None:
            continue
        if _is_told_as_past(case, moment) or (day.year > far and _is_slip(case, moment)):
            literal = case.text(moment.start, moment.end)
            span, related = Span.of(moment), (Related(place, "written"),)
            text = f"{literal} > {in_words(last)}"
            values = {"date": literal}
            yield Verdict(Status.failed, literal, span, related, text, values=values)


def _needed(case: Case, moment: Moment) -> date | None:
    """The day that must have come: of a whole year (2023年全年) its last, else the first."""
    whole = _WHOLE.match(case.facts.text, moment.start)
    return moment.last if whole else moment.first


def _written(case: Case) -> tuple[date, Span] | None:
    """The day of the signature, else the end of the last year in which a report is written."""
    end = period_end(case)
    if end is None:
        return None
    year = end.year
    last = signed(case)
    if last is not None and last.last is not None and 0 < last.last.year - year <= _LATEST + _FAR:
        return last.last, Span.of(last)
    title = Span(case.outline.title_start, case.outline.title_end)
    return date(year + _LATEST, 12, 31), title


def _is_slip(case: Case, moment: Moment) -> bool:
    """Whether a day many years ahead dates the report, or what was done."""
    facts = case.facts
    before = facts.text[max(0, moment.start - 8) : moment.start]
    own = facts.text.startswith(str(moment.year), moment.start)
    so_far = _SO_FAR.search(before)
    if not own or (_UP_TO.search(before) and not so_far) or facts.in_table(moment.start):
        return False
    low, high = facts.windows.around("sentence", moment.start, moment.end)
    if is_alone(case, moment) or _DATED.search(before):
        return True
    if so_far:
        return not _FORESEEN.search(facts.text[low:high].replace(so_far[0], "", 1))
    done = (words.search(facts.text, moment.end, high) for words in (_PAST, _DONE))
    goal = _is_goal(facts.text[low:high], moment)
    return any(done) and not goal and not _FORESEEN.search(facts.text, low, high)


def _is_goal(sentence: str, moment: Moment) -> bool:
    """Whether a sentence tells of what goes on up to the year: 到2035年……，2035年……."""
    return re.search(rf"(?<!截)[至到]{moment.year}年", sentence) is not None


def _is_below_plans(case: Case, offset: int) -> bool:
    """Whether the last short line before a place, be it no heading, says that plans follow."""
    short = (b for b in reversed(case.prose) if b.start < offset and b.end - b.start <= _TITLE)
    last = next(short, None)
    return last is not None and _PLANS.search(case.text(last.start, last.end)) is not None


def _is_told_as_past(case: Case, moment: Moment) -> bool:
    facts = case.facts
    if facts.in_table(moment.start) or not facts.text.startswith(str(moment.year), moment.start):
        return False
    section = case.outline.at(moment.start)
    if any(_PLANS.search(part.title) for part in case.outline.path(section)):
        return False
    if _is_below_plans(case, moment.start):
        return False
    low, high = facts.windows.around("sentence", moment.start, moment.end)
    if _is_goal(facts.text[low:high], moment):
        return False
    low, high = facts.windows.bounds("sentence", moment.start)
    return bool(_PAST.search(facts.text, moment.end, high)) and not _COMING.search(
        facts.text, low, high
    )
