"""Figures of several places side by side: none of them is what another was before."""

from __future__ import annotations

from linter.binding.relations.reasons.told import THAN, Told
from linter.late import regex

_SITE = regex(
    r"\s*(?:其中)?(?P<name>[\u4e00-\u9fffA-Z\d]{1,8}?(?P<kind>库区|园区|片区|小区|街道|社区|公司"
    r"|[片区县市镇乡村校院所站厂场局库园馆路线段点组队]))(?![长级内外上下])"
)
"""Where the words of a figure begin: the place that it is of."""
_OF_TIME = regex(r"年|[月季期初末底]|[前后原新旧]|同比|环比|由|从|到|至|全|[增减升降]")
"""In the words of a figure: it may be of another time of the same place."""
_PAIR, _MARKS = 2, regex("[,，:;、]")
_APART = regex("[高低多少快慢]出|相差|倍|差距|差额|超出")
"""Between figures and a rate: that holds them against each other."""


def are_of_two_sites(told: Told) -> bool:
    """Whether what seems to be before and after is told of two places, each by its name.

    分库区看，青龙潭库区17215元，石门库区16540元，小石门库区16108元；增速以小石门库区最快，达到11.2%.
    """
    if not told.is_change or told.derived.dimension != "percent":
        return False
    if len(told.before) < max(len(told.operands), _PAIR):
        return False
    leads = [_MARKS.split(told.lead(figure))[-1] for figure in told.operands]
    sites = [found for lead in leads if (found := _SITE.match(lead))]
    names = {(found["kind"], found["name"]) for found in sites}
    if len(names) < len(leads) or len({kind for kind, _ in names}) > 1:
        return False
    if any(_OF_TIME.search(lead) for lead in leads):
        return False
    between = told.text[min(figure.end for figure in told.operands) : told.derived.start]
    return not (THAN.search(between) or _APART.search(between))
