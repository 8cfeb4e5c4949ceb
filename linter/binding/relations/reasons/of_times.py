"""Figures that may be of another time, or of a later state, than those beside them."""

from __future__ import annotations

from decimal import Decimal

from linter.binding.nearby import moments_within
from linter.binding.relations.called import any_named
from linter.binding.relations.reasons.told import THAN, Done, Told
from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_BEGINNING = regex("[,，;。]而?$")
"""Before a year: it is what the following words are of."""
_FINALLY = regex(
    "最终|最后|(?:整改|复[检查测验]|补[正办充]|返工|换货|核实|销号)后"
    "|率[(](?:按|以|不含|扣除|剔除)[^()]*[)]$|剔除|若|如果|按(?P<whole>[^,，;。]{2,12}?)的?口径|(?:合计|总计|综合)$"
)
"""Before a rate: it is of a later state, or of another whole, than was told."""
_THAT_IS = regex("[,，]?即|[(]")
"""Behind a rate: the figures that it is of follow."""
_TIMED = regex(
    "上年|去年|往年|同期|上?半年|下半年|季度|[月季旬]底|[1-9]月|1[01]月|第[一二三四五六\\d]+[期批轮次]|以前年度"
)
"""Of another time than the year that is told of."""
_OF_THE_YEAR = regex("20\\d\\d年|本年|当年|年内")
_OF_ONE = regex("[本该此]项")
_PERIOD = regex("(?:每个?|[一全](?!月))(?P<unit>[月年天日周季])[^,，;。\\d]{0,4}$")
_CLOSE = 8
"""Before what there is in each month, or in a year, and within how many characters."""
_EVERY, _REACH = 1, 80
"""100%, and within how many characters before a figure the words of its time stand."""
_LESS, _MUCH_LESS = Decimal("0.9"), Decimal("0.7")
"""Up to how much of what the rate says a part is that may be only of the year, or of one thing."""
_AT_FIRST = regex(
    "(?P<when>起步|起初|最[初早]|当初|初[期始]|之初|[成建设创组]立|创办|开[业办馆园局工始]|启动|挂牌|试[点行]|投[产用]"
    "|[两三四五六七八九十\\d]年[之以]?前|首年|头[一两]?年|第一年|原[先来]|过去|以[往前]|从前|早[先期年]"
    r"|(?!一年)[\u4e00-\u9fff](?![目当])[\u4e00-\u9fff]前)[^,，;。\d]{0,3}的$"
)
"""Before how many times as much there is now: what there was at first, or years ago."""
_AGAINST = regex("[较比与同]$")
"""Right before the year that a change is against."""
_FROM = regex("[由从原]")
_OVER_YEARS = regex("[两二三四五六七八九十\\d]年(?:之?间|来|[以之]?内|累计|合计|共)|累计|前后")
"""Before what changed over more than one year."""


def is_over_several_years(told: Told) -> bool:
    """Whether a change is that of several years, from a figure that stands before the operands.

    2020年为500件，2021年为600件，2022年为720件，两年间增长44%.
    """
    base = told.figures.get("base")
    if base is None:
        return False
    low, _ = told.sentence
    if not _OVER_YEARS.search(told.text, base.end, told.derived.start):
        return False
    before = (f for f in told.facts.within(low, base.start) if f.dimension == base.dimension)
    return any(told.holds(base=f.value) for f in before)


def is_of_the_beginning(told: Told) -> bool:
    """Whether a multiple is of what there was at first, and no operand is told of that time.

    2022年净增1.55亿元，2023年扩大1.88亿元，规模已是起步时的1.71倍; but what something grew from may
    be of the beginning, unless it has a year of its own.
    """
    found = _AT_FIRST.search(told.words) if told.derived.dimension == "times" else None
    if found is None:
        return False
    leads = [told.lead(figure) for figure in told.operands]
    base = told.figures.get("base")
    if base is not None and _FROM.search(told.lead(base)) and not _years(told, base):
        return False
    return not any(found["when"] in lead for lead in leads)


def is_of_another_year(told: Told) -> bool:
    """Whether another year begins behind an operand: ……；而2021年预算280万元，……."""
    ends = [f.end for f in told.in_block if f.start < told.derived.start]
    return bool(ends and not told.is_change) and any(
        _is_past(told.facts, moment) and _BEGINNING.search(told.text, min(ends), moment.start)
        for moment in moments_within(told.facts, min(ends), told.derived.start)
    )


def _is_past(facts: Facts, moment: Moment) -> bool:
    if moment.relative is not None:
        return moment.relative < 0
    return moment.year is not None and facts.year is not None and moment.year < facts.year


def is_of_a_year_of_its_own(told: Told) -> bool:
    """Whether an amount is told of a year that none of the figures before it is of.

    2017年预算260万元、支出248.30万元，2018年预算增加20万元. A multiple of what was in a year is of
    that alone, though no year is told of the others: 由120万元提高到160万元，为2019年的两倍.
    """
    if told.derived.dimension == "percent" or len(told.before) < len(told.operands):
        return False
    own, of_others = _years(told, told.derived), {y for f in told.before for y in _years(told, f)}
    told_of = of_others or told.derived.dimension == "times"
    return bool(own and told_of) and own.isdisjoint(of_others)


def is_against_another_year(told: Told) -> bool:
    """Whether a change is against one year, and what it seems to be against is of another.

    采购设备12台，比2020年增加5台，上年采购8台.
    """
    base = told.figures.get("base") if told.is_change else None
    if base is None:
        return False
    facts = told.facts
    low, high = facts.own_lead(told.derived)
    against = {
        facts.year_of(moment)
        for moment in moments_within(facts, low, high)
        if _AGAINST.search(told.text, low, moment.start)
    }
    own = {facts.year_of(moment) for moment in moments_within(facts, *facts.own_lead(base))}
    return bool(against and own) and None not in against | own and against.isdisjoint(own)


def is_of_a_year_told_elsewhere(told: Told) -> bool:
    """Whether a figure of another paragraph is told of a year, and this paragraph of others.

    2024年支出1762.35万元。……（二）2022年进度滞后。年末结余273.60万元，占当年到位的15.55%。
    """
    low, _ = told.facts.windows.bounds("block", told.derived.start)
    here = {m.year for m in moments_within(told.facts, low, told.derived.start)} - {None}
    elsewhere = (_years(told, f) for f in told.operands if f.start < low)
    return bool(here) and any(years and years.isdisjoint(here) for years in elsewhere)


def _years(told: Told, figure: Quantity) -> set[int]:
    """The years in a figure's own words, of what it is and not of what that is held against."""
    low, high = told.facts.own_lead(figure)
    than = THAN.search(told.text, low, high)
    moments = moments_within(told.facts, low, high)
    own = [moment for moment in moments if than is None or moment.start < than.start()]
    moments = own or moments
    return {moment.year for moment in moments if moment.year is not None}


def is_of_another_period(told: Told) -> bool:
    """Whether two figures are of a month and of a year: 一年7200元和每月800元."""
    if not told.is_change:
        return False
    starts = [figure.start for figure in told.operands]
    periods = (_PERIOD.search(told.text, start - _CLOSE, start) for start in starts)
    return len({period["unit"] for period in periods if period}) > 1


def is_of_a_later_state(told: Told) -> bool:
    """Whether words before a rate say that it is of what came after: 最终通过率100%.

    Or of another whole, unless an operand is called so: 按全年预算口径计算的执行率.
    """
    low, high = told.facts.own_lead(told.derived)
    if _THAT_IS.match(told.text, told.derived.end) and told.in_block[0].start > told.derived.start:
        return False
    if told.derived.printed == _EVERY:
        low = min([low, *(f.end for f in told.in_block if f.end <= low)])
    said = _FINALLY.search(told.text, low, high)
    if said is None or said["whole"] is None:
        return said is not None
    return not any_named(told.facts, told.in_block, {said["whole"]}, among=False)


def is_of_another_time(done: Done) -> bool:
    """Whether a part behind the rate is another period's: 执行率95%，上年支出160万元."""
    if done.part.start < done.rate.end:
        return False
    words = done.text[max(done.rate.end, done.part.start - _REACH) : done.part.start]
    if _TIMED.search(words):
        return True
    if done.of_due < _LESS and done.is_before and _OF_THE_YEAR.search(words):
        return True
    return bool(_OF_ONE.search(words)) and done.of_due < _MUCH_LESS
