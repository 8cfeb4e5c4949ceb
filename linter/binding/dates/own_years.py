"""Another year in words that can only be of the evaluated one, though they name no evaluation.

数据除另注明外均截至2021年12月31日, 附：2023年度…自评表, 把2021年度这笔资金捋了一遍,
报告随2023年度部门决算一并公开: each in a report whose title says 2022.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.dates.opening_years import opening_years
from linter.binding.dates.written import titled_years
from linter.binding.nearby import TITLED
from linter.regexes.late import regex

_Y = r"(?P<year>(?:19|20)\d\d)"
_SAME = r"(?:(?!(?:19|20)\d\d)[^,，。;\n])"
"""A letter of a clause in which no further year stands."""
_OPENS = r"(?:^|(?<=[。,，;\n]))"
_FIGURES = (
    _OPENS
    + "(?:本报告|报告|本次|自评|上述|以上|所有|全部|各项|有关|财务|绩效|[文所中内列用的]){0,4}"
    + r"(?=[数口账实支])(?:数据|数字|支[付出]数|实物量|账面(?!余)|口径)[^。;\n]{0,24}?"
)
"""The figures of the report, not those of a thing that has a name (满意度数据)."""
_CUT_OFF = regex(
    rf"{_FIGURES}(?:(?<=[,，])即|均|都|一律|统一)(?:以|为|按|取|是)?截[至止]到?"
    rf"{_Y}年12月31日(?=[,，。;\n]|的?(?:账面|决算|实际|时点|口径))"
)
"""Up to when the figures of the report go: 数据均为年末口径，即截至2021年12月31日."""
_ENDS = regex(rf"{_FIGURES}[,，]截[至止]到?{_Y}年12月31日(?=[。;\n](?!(?:19|20)\d\d年))")
"""The same at the end of a sentence: 支付数取自支付系统，截至2021年12月31日。"""
_SHUT = regex(rf"(?:^|(?<=[。,，;\n]))账?[到至]{_Y}年12月31日(?:封账|结账|关账|扎账)")
_FORM = regex(
    rf"(?:^|\n)附[件表]?\d?[:.、 ]{{1,2}}{_Y}年度{_SAME}{{0,30}}"
    r"(?:自评表|评分表)(?=\n|$)"
)
_FILLED = regex(
    rf"本表{_SAME}{{0,8}}(?:[依根]据|按照?|取自|来源于|均为|采用){_Y}年度{_SAME}{{0,16}}"
    r"(?:(?:填列|填报|填制|编制)|(?:数据|口径|决算)(?=[,，。;\n]))"
)
_GONE_THROUGH = regex(
    rf"{_OPENS}(?:[我本现][^,，。;\d\n]{{0,8}})?[把将]{_SAME}{{0,12}}?{_Y}年(?:度|一年)"
    rf"(?!{_SAME}{{0,20}}(?:文件|批复|欠|旧|遗留|未完成)){_SAME}{{0,44}}?"
    r"(?:[捋理核讲说梳盘交][^,，。;\n]{0,4}(?:一遍|清楚|明白)|情况(?:报告|汇报|说明)?如下)(?=[:,，。;\n]|$)"
)
"""把2024年度这笔资金从下达到结算捋了一遍, 现将2021年度资金使用情况报告如下."""
_JUDGED = regex(rf"{_OPENS}(?:(?:本次|此次|这次)(?:评价|自评)|自评)的[是为]{_Y}年度(?=[,，。;])")
_ACCOUNTS = regex(
    rf"(?:报告|自评)[^,，。;\d\n]{{0,8}}(?<!已)[随与]{_SAME}{{0,6}}{_Y}年度(?:本?部门|单位)?决算(?:报告|一并|一同|同步|同时)+(?:公开|公布|报送)"
)
_GOALS = regex(
    rf"(?:^|\n)[^,，。;\n\d]{{0,8}}{_Y}年初[^,，。;\n\d三中]{{0,8}}(?:随[^,，。;\n\d三中]{{0,4}}预算[^,，。;\n\d三中]{{0,4}})(?:批复|下达|设定|确定|核定)的(?:年度|整体)?绩效目标"
    r"[^,，。;\n\d]{0,6}(?:概括为|如下|[为是:])"
)
_LATER_MONEY = regex(
    rf"(?:评价|自评)的?(?:对象|范围|资金)(?:主要|均)?[为是:]{_Y}年度(?:安排|下达|批复)的"
    rf"{_SAME}{{0,20}}(?:资金|经费|项目)[^,，。;\n]{{0,16}}(?P<then>[,，](?:评价|自评)时[段期间]+[为是]当年)?"
)
_SEVERAL = regex(
    rf"对(?P<from>(?:19|20)\d\d)年?(?:-{{1,2}}|—{{1,2}}|–|~|至|到){_Y}年度?(?!{_SAME}{{0,20}}(?:[一二三四]期|标段|批)){_SAME}{{0,40}}"
    r"(?:开展|进行|组织)[^,，。;\n]{0,12}(?:自评|评价)"
)
"""Of what the report is, where its title tells several years: 对2021—2023年……开展绩效自评."""
_PATTERNS = (_SHUT, _FORM, _FILLED, _GONE_THROUGH, _JUDGED, _ACCOUNTS, _GOALS)
_OTHER = regex(
    "[上去往前历]年|[上前]次|以前年度|期初|基[期线数准]|通报|第三方|台账|学籍|人口|户籍|普查|年鉴|对比|比较|同期|整改|问题|发现|结[转余]|提前|立项|续建"
    "|打算|预算(?:安排|编制)|[批资]次|第.批|下达资金|工作计划|曾|已于|抽查|复核|再评价|移送|来年|下年|次年|下一|今后|将[来于]|拟|中期|累计"
)
"""In a sentence: the other year may be its own."""


def own_years(case: Case) -> Iterator[int]:
    """Where each year stands that is told in such words and is not the evaluated one."""
    own, together = case.facts.year or 0, titled_years(case)
    told = [match for match in _told(case) if int(match["year"]) not in together]
    for match in (*told, *_told_of_all(case, together)):
        year, at = int(match["year"]), match.start("year")
        beside = abs(year - own) == 1 and not case.facts.in_table(at)
        if beside and not _is_of_another(case, match):
            yield at


def _told(case: Case) -> Iterator[re.Match[str]]:
    """Each phrase that is of any evaluated year."""
    text, own = case.facts.text, case.facts.year or 0
    forms = {found["year"] for found in _FORM.finditer(text)}
    yield from opening_years(case)
    for match in (match for pattern in _PATTERNS for match in pattern.finditer(text)):
        if match.re.pattern == _FORM.pattern and str(own) in forms:
            continue  # beside the form of its own year that of another is one more
        # of what is told more often of another year the title may be of the year of writing
        if text.count(f"{match['year']}年") <= text.count(f"{own}年"):
            yield match
    for match in _LATER_MONEY.finditer(text):
        if match["then"] or int(match["year"]) > own:
            yield match


def _told_of_all(case: Case, together: range) -> Iterator[re.Match[str]]:
    """Each phrase that is of the last of several evaluated years, and no other of them."""
    text, own = case.facts.text, case.facts.year or 0
    for match in (*_CUT_OFF.finditer(text), *_ENDS.finditer(text)):
        if int(match["year"]) < own:  # of a later year it is told as the end of what is evaluated
            yield match
    for match in _SEVERAL.finditer(text) if together else ():
        if int(match["from"]) == together.start:
            yield match


def _is_of_another(case: Case, match: re.Match[str]) -> bool:
    """Whether words of its sentence, or the chapter, leave another year its own."""
    text, own, at = case.facts.text, case.facts.year, match.start("year")
    if any(s.start < at < s.end for s in case.chapters.get("suggestions", ())):
        return True
    told = TITLED.sub("", text[slice(*case.facts.windows.bounds("sentence", at))])
    return f"{own}年" in told or _OTHER.search(told) is not None
