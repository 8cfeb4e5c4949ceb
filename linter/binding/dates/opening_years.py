"""Another year where a report's opening says what it evaluates, in the words of its title.

对2023年度就业补助资金开展了自评, under the title 某市2024年度就业补助资金绩效自评报告.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.nearby import TITLED, is_in_a_title
from linter.regexes.late import regex

_YEAR = regex(
    r"(?P<year>(?:19|20)\d\d)年(?:度|1月(?:1日)?[至到—-]+(?:(?P=year)年)?12月(?:31日)?)?"
    r"(?P<what>[^,，。;\d\n]{4,40})"
)
_EVALUATES = regex("评价|自评|评估|复盘|梳理|核对|检查|摸[清底排]|查看|盘点|捋")
_OBJECT = regex(
    r"(?:(?<![关针])对|就|(?<!为)把|(?<!现)将(?!作为|用|与|继续|按|在|对)|围绕|针对)[^,，。;\d]{0,50}$"
)
"""Before a year: what is of it is what is looked at, as its own clause goes on to tell."""
_PURPOSE = regex(
    r"为[^,，。;\d]{0,8}(?:[摸弄搞理]清|了解|掌握|检验|检查|总结|反映)[^,，。;\d]{0,50}$"
)
_SPENT = regex("(?:资金|经费|补助|补贴|项目|钱).*(?:使用|花|绩效|效|去向|管理|情况|支出)")
"""Before and behind a year: what became of its money is what an evaluation was to find out."""
_ASIDE = regex(
    "如何|怎样|要求|质保|报告作|原因|计划|规划|编制|建议|用好|管好|做好|办法|依据|参照|参考|为准|除外|尾款"
    "|不[作再予纳]|已经?(?:组织|开展|进行)|重点评价|审计|省厅"
)
"""In the clause of a year: what is of it, or who looked at it, is not this report's."""
_PREFACE = regex("摘要|前言|引言|导[语言]|概要|综述|开篇")
"""Chapters that open a report."""
_KIND = regex(r"(?:项目)?(?:财政)?(?:支出|资金|经费)?(?:财政|部门)?(?:绩效|自评|评价).*$")
"""The end of a title: what kind of report it is, as every report is of."""
_WORDS = regex(r"[^\u4e00-\u9fff]+")
_RUN = 4
"""How many characters in a row of a title tell what it is of."""
_LONGEST = 600
"""How far behind the title an opening reaches."""


def opening_years(case: Case) -> Iterator[re.Match[str]]:
    """Each year before words of the title that an opening tells of as what is evaluated."""
    text, low = case.facts.text, case.outline.title_end
    topic = _WORDS.sub(" ", _KIND.sub("", _behind_year(case)))
    runs = {topic[at : at + _RUN] for at in range(len(topic) - _RUN + 1)}
    runs = {run for run in runs if " " not in run}
    for match in _YEAR.finditer(text, low, _end(case, low)) if runs else ():
        what = match["what"]
        told = {what[at : at + _RUN] for at in range(len(what) - _RUN + 1)}
        if runs.isdisjoint(told):
            continue
        if _is_evaluated(case, match):
            yield match


def _behind_year(case: Case) -> str:
    """The words of the title behind its year: what of that year is evaluated."""
    title = case.facts.text[case.outline.title_start : case.outline.title_end]
    return title.partition(f"{case.facts.year}年")[2].removeprefix("度")


def _end(case: Case, low: int) -> int:
    """Where the opening ends: at the first chapter that is no preface."""
    chapters = (s for s in case.outline.sections if s.start >= low)
    first = next((s.start for s in chapters if not _PREFACE.search(s.title)), low + _LONGEST)
    return min(first, low + _LONGEST)


def _is_evaluated(case: Case, match: re.Match[str]) -> bool:
    """Whether what is of a year is looked at, and not named by a document's title."""
    text, at = case.facts.text, match.start()
    low, high = case.facts.windows.bounds("sentence", at)
    if is_in_a_title(text, at) or _ASIDE.search(TITLED.sub("", text[low : match.end()])):
        return False
    if _OBJECT.search(text, low, at) and _EVALUATES.search(match["what"]):
        return True
    sought = _PURPOSE.search(text, low, at) and _SPENT.search(match["what"])
    return bool(sought) and _EVALUATES.search(TITLED.sub("", text[match.end() : high])) is not None
