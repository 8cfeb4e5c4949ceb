"""The total score told in several places: in the text, and in the total row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.marks.pairs import marked_rows
from linter.binding.nearby import moments_within
from linter.binding.same_facts.agreement import table_twins
from linter.binding.same_facts.restated import text_twins
from linter.binding.slips import is_slip
from linter.facts.quantity import Quantity, comes_to
from linter.facts.score import Score, role_of
from linter.facts.table import Row
from linter.regexes.late import regex

_NAMELESS = regex(
    r"(?:[本该此]|我(?:局|办|委|院|校|中心|站|所|单位|镇|乡|县|市|区|馆|队)|项目|资金|专项|单位|部门|年度?|支出|绩效|评价"
    r"|自评分?|自我|综合|总得分|总分|总评|总体|整体|最终|最后|经|综上|所述|因此|据此|对照|按照|根据|以上|上述|评分|打分|标准|指标|体系|计算|汇总|加总|相加"
    r"|各项|全部|得分|分数|成绩|合计|总计|累计|总?共|一共|评定|认定|核定|评审|结果|结论|情况|报告"
    r"|附[件表](?:中的?|所列的?|的)?|为|的|后|表\d|是|即|故|定|给|打|得|记|达|等[级次]|优秀?"
    r"|良好?|,|，|、|:|“|”|\(|\s|\d{4})*"
)
"""Before 得分: words that name no other subject than the report's own."""
READERS = (
    "复[核评审]|抽[查评]|财政[部局厅评](?![^,，;。]{0,40}(?:要求|通知|部署|安排|办法|文件|规定|标准))"
    "|主管部门|专家|第三方|平均|最[高低]"
)
"""Whose mark is not the report's own; who only asked for one gave none."""
OTHERS = regex(
    rf"{READERS}|上年|去年|上一年|往年|领导小组|审[核定]|评审组|若|如果|中介|初[评审次步]|调整前"
    rf"|核减前|修正前|分别|依次|最大|目标考核|履约|(?:施工|监理|中标|作业|供货|承建|服务)单位"
    rf"|供[应货]商|标段|物业|考核中|年终考核"
)
"""In the sentence: a total of another year, another reader, or of several things."""
_RANKED = regex("[,，、](?:总分)?(?:排名|排[在第]|名列|位[列居次]|[列居]全[国省市县区])")
"""Behind a score: it is one of a contest."""
_PART = regex(r"指标|产出|效益|效果|投入|过程|决策|满意度|执行|管理|数量|质量|时效|成本")
"""In a heading above: the score may be that of a part."""
_OF_ALL = regex("结论|结果|总体|综合|概述|概况|基本情况|其他|说明|应用|公开|附")
"""In a heading: its chapter tells of the report as a whole."""
PROJECT_HEADING = regex(
    r"(?:项目|资金|经费|工程|专项|补助|补贴)(?:支出)?(?:绩效)?(?:自评|评价)?(?:综述|报告|情况|结果|得分)?$"
)
_GENERAL = regex(r"(?:专项|财政|项目|年度?|本级|\d)*")
"""All that a heading has before 资金, 项目: it names none."""
_NAMED = regex(
    r"(?!年度|支出|本级|财政|部门|专项|整个|[^\u4e00-\u9fff]|.?[本该此的对各个类按与和、年度])"
    r"[\u4e00-\u9fff]{2}(?:项目|资金|经费|工程|专项)"
)
"""In the paragraph before a score: what it is of, unless the report's title bears that name."""
_WORDS_BEFORE = regex("[\u4e00-\u9fff]*$")
_LABEL = regex(r"[\s(]*(?:[\d一二三四五六七八九十]{1,3}[).、])?\s*(?P<name>[^,，;。:、\n]{2,20}):")
_WORDS = regex("[^\u4e00-\u9fff]|^[一二三四五六七八九十]+、|^第[一二三四五六七八九十]+[章节部分]+")
_FEWEST_WORDS = 2
"""What of a title is no word, and how many characters one has to tell."""
_ALIKE = 2
"""How many characters the names of two things end in alike."""
_SENTENCE = regex("[,，。;]")
_FORM = "项目名称"
_UNIT, _MONEY = regex("整体|部门|单位"), regex("项目|资金|专项")
"""Before a score: whose it is. A unit's own is not its project's."""
_MOST = 30
"""With more totals a report is one of many projects."""
_REACH, _FAR = 60, 400
_TELLING = 4
"""How many digits a total has of which a slip can be told."""
LEAST = 60
"""Less may be the score of a part."""


def differing_totals(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each total that is not the first one's; none where the report has several projects.

    Those a slip apart are told as any figure is that is told twice.
    """
    told = won_totals(case)
    differing = [figure for figure in told[1:] if not figure.value.meets(told[0].value)]
    if not differing:
        return
    twins = (*case.once(table_twins), *case.once(text_twins))
    slips = {frozenset((a.start, b.start)) for a, b in twins}
    for figure in differing:
        apart = {figure.start, told[0].start} in slips or _is_accounted_for(case, figure, told[0])
        if not apart and not _are_of_two(case, figure, told[0]):
            yield figure, told[0]


def _is_accounted_for(case: Case, figure: Quantity, other: Quantity) -> bool:
    """Whether the marks between two totals are told beside one: 另扣减2.6分，最终得分88.1分."""
    low, high = sorted((other.value, figure.value), key=lambda value: value.low)
    between = high - low
    for total in (figure, other):
        if case.facts.in_table(total.start):
            continue
        sentence = case.facts.windows.bounds("sentence", total.start)
        near = case.facts.around(total, *sentence)
        if any(f.dimension == "score" and f.value.meets(between) for f in near):
            return True
    return False


def _are_of_two(case: Case, figure: Quantity, other: Quantity) -> bool:
    """Whether two totals are of two things: of names alike (甲项目:…… 乙项目:……) or marks apart."""
    one, two = _label(case, figure), _label(case, other)
    if one and two and one != two and one[-_ALIKE:] == two[-_ALIKE:]:
        return True
    if _are_under_namesakes(case, figure, other):
        return True
    return _is_made_up(case, figure) and _is_made_up(case, other)


def _are_under_namesakes(case: Case, figure: Quantity, other: Quantity) -> bool:
    """Whether two totals stand in two chapters of one title, each of a project: 自评结论."""
    one, two = (case.outline.at(f.start) for f in (figure, other))
    if one is None or two is None or one.index == two.index:
        return False
    titles = {_WORDS.sub("", section.title) for section in (one, two)}
    return len(titles) == 1 and len(titles.pop()) >= _FEWEST_WORDS


def _label(case: Case, figure: Quantity) -> str:
    """The name before a colon in a total's clause, unless it is the report's own."""
    low, _ = case.facts.windows.bounds("clause", figure.start)
    found = _LABEL.match(case.facts.text, low, figure.start)
    return found["name"] if found and not _NAMELESS.fullmatch(found["name"]) else ""


def _is_made_up(case: Case, figure: Quantity) -> bool:
    """Whether the marks in the clause before a total come to it."""
    if case.facts.in_table(figure.start):
        return False
    near = case.facts.within(*case.facts.windows.before("clause", figure.start, _FAR))
    marks = [f for f in near if f.dimension == "score" and role_of(case.facts, f) != "full"]
    return len(marks) > 1 and comes_to(figure, marks)


def mistyped_totals(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each total that words leave open, and that is but a slip away from the report's own."""
    own = won_totals(case)
    told = {figure.start for figure in own}
    if len({case.facts.size(figure) for figure in own}) == 1:
        for score in case.scores:
            if score.figure.start not in told and _is_mistyped(case, score, own[0]):
                yield score.figure, own[0]


def _is_mistyped(case: Case, score: Score, own: Quantity) -> bool:
    """Whether a total of the text is but a slip away from the report's own."""
    facts, figure = case.facts, score.figure
    least = _TELLING - _is_nameless(case, score)
    if score.role != "total" or figure.hedge or facts.digits(own) < least:
        return False
    if facts.digits(figure) < least - 1 or figure.value.meets(own.value):
        return False
    low, high = facts.windows.bounds("clause", figure.start)
    if OTHERS.search(facts.text, max(low, figure.start - _REACH), figure.start):
        return False
    if _RANKED.match(facts.text, figure.end, high):
        return False
    return is_slip(figure, case.text(figure.start, figure.end), own.value, sure=True)


def _is_nameless(case: Case, score: Score) -> bool:
    """Whether words name no other subject of a score than the report, nor does its chapter."""
    low, _ = case.facts.windows.bounds("clause", score.figure.start)
    low = case.facts.behind_last(",，;、", low, score.figure.start)
    lead = _NAMELESS.match(case.facts.text, low, score.figure.start)
    path = case.outline.path(case.outline.at(score.figure.start))
    if path and score.section is path[-1] and _SENTENCE.search(path[-1].title):
        path = path[:-1]  # its own sentence, numbered
    years = {m.year for m in moments_within(case.facts, low, score.figure.start) if m.year}
    if years - {case.facts.year} or not (path and _OF_ALL.search(path[-1].title)):
        return False
    named = lead is None or lead.end() < score.figure.start
    return not (named or any(_PART.search(part.title) for part in path))


def own_totals(case: Case) -> list[Quantity]:
    """The totals of the report itself, in order; none where it has several projects.

    To be asked for with ``case.once``.
    """
    in_tables = [mark for _, mark in table_totals(case)]
    if sum(score.role == "total" for score in case.scores) > _MOST:
        return []
    own = [score.figure for score in case.scores if _is_whole(case, score)]
    if len(in_tables) > 1 or _has_projects(case, own):
        return []
    return sorted(own + in_tables, key=lambda figure: figure.start)


def won_totals(case: Case) -> list[Quantity]:
    """Those that are less than all that can be got, which 满分100分 may tell too."""
    return [total for total in case.once(own_totals) if total.printed < case.profile.total]


def _is_whole(case: Case, score: Score) -> bool:
    """Whether a score is the report's own, and not in a chapter of a part."""
    path = case.outline.path(case.outline.at(score.figure.start))
    return is_of_report(case, score) and not any(_PART.search(part.title) for part in path)


def is_of_report(case: Case, score: Score) -> bool:
    """Whether a score is the total of the report itself, whole and of the evaluated year."""
    figure, text = score.figure, case.facts.text
    within = LEAST <= figure.printed <= case.profile.total
    if score.role != "total" or figure.hedge or not within:
        return False
    low, high = case.facts.windows.bounds("sentence", figure.start)
    if OTHERS.search(text, max(low, figure.start - _REACH), min(high, figure.end + _REACH)):
        return False
    if _RANKED.match(text, figure.end, high):
        return False
    block, _ = case.facts.windows.bounds("block", figure.start)
    named = _names_before(case, figure, block)
    if {name[0] for name in named} - case.once(_only_name):
        return False
    if any(s.section is score.section and s.role == "full" for s in case.scores if s.section):
        return False
    lead_end = figure.start - 1 if text.startswith("(", figure.start - 1) else figure.start
    begin = max(text.rfind(mark, low, lead_end) for mark in ",，;()。")
    begin = max([begin, *(name.end() - 1 for name in named)])
    lead = _NAMELESS.match(text, max(low, begin + 1), figure.start)
    years = {m.year for m in case.facts.moments if low <= m.start < figure.start and m.year}
    return (lead is not None and lead.end() == figure.start) and years <= {case.facts.year}


def _names_before(case: Case, figure: Quantity, low: int) -> list[re.Match[str]]:
    """What a score is of by the names before it, but for that in the report's title."""
    found = _NAMED.finditer(case.facts.text, max(low, figure.start - _FAR), figure.start)
    return [name for name in found if name[0] not in case.outline.title]


def _only_name(case: Case) -> frozenset[str]:
    """The name before the first total that has any, where no other total has another.

    To be asked for with ``case.once``. None in the report of a unit, whose projects have theirs.
    """
    if _UNIT.search(case.outline.title):
        return frozenset()
    totals = [s.figure for s in case.scores if s.role == "total" and s.figure.printed >= LEAST]
    bounds = case.facts.windows.bounds
    every = [
        name
        for total in totals
        for name in _names_before(case, total, bounds("block", total.start)[0])
    ]
    whole = {_whole_name(case.facts.text, name) for name in every}
    return frozenset(name[0] for name in every) if len(whole) == 1 else frozenset()


def _whole_name(text: str, name: re.Match[str]) -> str:
    """A name with all the words before it: 菜价调控项目, of which 调控项目 was found."""
    found = _WORDS_BEFORE.search(text, name.start() - _REACH, name.start())
    return (found[0] if found else "") + name[0]


def _has_projects(case: Case, own: list[Quantity]) -> bool:
    """Whether the report tells of several projects, or of a unit and of its project."""
    headed = sum(_is_of_project(section.title) for section in case.outline.sections)
    leads = [case.facts.own_words(figure) for figure in own]
    both = any(map(_UNIT.search, leads)) and any(map(_MONEY.search, leads))
    return headed > 1 or both or case.facts.text.count(_FORM) > 1


def _is_of_project(title: str) -> bool:
    """Whether a heading is a project's: 东线管网项目, but not 资金支出, nor a sentence."""
    found = PROJECT_HEADING.search(title)
    if found is None or _SENTENCE.search(title):
        return False
    return _GENERAL.fullmatch(title, 0, found.start()) is None


def table_totals(case: Case) -> Iterator[tuple[Row, Quantity]]:
    """The total rows of tables whose full marks make the whole, with the marks obtained."""
    for _, row, mark, whole in marked_rows(case):
        if row.total and whole.printed == case.profile.total:
            yield row, mark
