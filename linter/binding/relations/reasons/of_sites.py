"""Figures of several places side by side: none of them is what another was before."""

from __future__ import annotations

import re

from linter.binding.relations.reasons.told import THAN, Told
from linter.regexes.late import regex

_LONG = "库区|园区|片区|小区|街道|社区|公司|学校|医院|车间|水库|[中小]学"
_SITE = regex(
    rf"\s*(?:其中)?(?P<name>[\u4e00-\u9fffA-Z\d]{{1,8}}?(?P<kind>{_LONG}"
    rf"|[片区县市镇乡村校院所站厂场局库园馆路线段点组队]))(?![长级内外上下]|{_LONG})"
)
"""Where the words of a figure begin: the place that it is of."""
_OF_TIME = regex(r"年|[月季期初末底]|[前后原新旧]|同比|环比|由|从|到|至|全|[增减升降]")
"""In the words of a figure: it may be of another time of the same place."""
_PAIR, _MARKS = 2, regex("[,，:;、]")
_CHANGED = regex("(?:提高|提升|增加|新增|上升|增长|下降|减少|降低|回落)了?$")
"""Right before an amount: it is a change, and not what is between two."""
_APART = regex("[高低多少快慢]出|相差|倍|差距|差额|超出")
"""Between figures and a rate: that holds them against each other."""


def are_of_two_sites(told: Told) -> bool:
    """Whether what seems to be before and after is told of two places, each by its name.

    分库区看，青龙潭库区17215元，石门库区16540元，小石门库区16108元；增速以小石门库区最快，达到11.2%.
    """
    if not told.is_change:
        return False
    if len(told.before) < max(len(told.operands), _PAIR):
        return False
    leads = [_MARKS.split(told.lead(figure))[-1] for figure in told.operands]
    sites = [found for lead in leads if (found := _SITE.match(lead))]
    names = {(found["kind"], found["name"]) for found in sites}
    if len(names) < len(leads) or len({kind for kind, _ in names}) > 1:
        return False
    if any(_OF_TIME.search(lead) for lead in leads) or not _may_be_of_one(told, sites):
        return False
    between = told.text[min(figure.end for figure in told.operands) : told.derived.start]
    return not (THAN.search(between) or _APART.search(between))


def _may_be_of_one(told: Told, sites: list[re.Match[str]]) -> bool:
    """Whether what changed is told as a rate, or as one place's by its name: 乙村增加6万元."""
    if told.derived.dimension == "percent":
        return True
    named = any(site["name"] in told.words for site in sites)
    return named and _CHANGED.search(told.words) is not None
