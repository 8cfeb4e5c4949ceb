"""Chapters that tell of what another one scores: 满意度指标完成情况, for 满意度指标10分，得10分."""

from __future__ import annotations

from linter.binding.case import Case
from linter.model import Section
from linter.regexes.late import regex

_NAME = regex("[\u4e00-\u9fff]{2,16}")
_ASIDE = regex(
    "(?:类?指标|类|方面|部分)?的?(?:(?:具体|主要|绩效|目标|完成|实现|达成|评价|自评|总体)*"
    "(?:情况|结果)?(?:的?(?:分析|说明|评价))?|(?:得分|评分)[\u4e00-\u9fff]*)$"
)
"""Behind the name of what is scored, or told of."""
_SHORTEST = 2


def namesakes(case: Case, section: Section) -> list[Section]:
    """The other chapters whose headings have the name of a chapter's own."""
    name = _name(section)
    named = case.once(_by_name).get(name, []) if name else []
    return [other for other in named if other.index != section.index]


def _by_name(case: Case) -> dict[str, list[Section]]:
    found: dict[str, list[Section]] = {}
    for section in case.outline.sections:
        name = _name(section)
        if name:
            found.setdefault(name, []).append(section)
    return found


def _name(section: Section) -> str:
    """What a heading tells of, without its marks and what is told of it."""
    run = _NAME.match(section.title)
    name = _ASIDE.sub("", run[0]) if run else ""
    return name if len(name) >= _SHORTEST else ""
