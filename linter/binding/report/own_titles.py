"""Chapters of an author's own making: 钱的账, 活干得怎么样, 泵站这一块花得最慢.

Such titles do not name the chapters of an outline, and yet may be them.
"""

from __future__ import annotations

from linter.binding.case import Case
from linter.model import Section
from linter.regexes.late import regex

_USUAL = regex(
    r"(?:情况|分析|管理|实施|组织|过程|做法|经验|依据|背景|说明|事项|评价|绩效|资金|经费|预算|收支|支出|使用|[总小]结|结论|得分|评分"
    r"|概[况述]|简介|目标|指标|内容|成[效果]|明细|工作|产出|效[益果]|投入|决策|履职|问题|原因|不足|建议|措施|打算|应用|公开|其他)"
    r"(?:\(.*\))?[:。]?$"
)
"""How a title ends that is no sentence, in an outline's usual words."""
_SAYS = regex(r"[,，:？?！!]|怎么|什么|哪|啥|多少|我们|[这那]")
"""In a title: it talks."""
_FEWEST = 2
"""So many titles that talk show an outline of the author's own; of others it takes half."""


def own_chapters(case: Case) -> list[Section]:
    """The top chapters that name none of the profile's, where the outline is the author's own.

    None where the titles are the usual ones.
    """
    top = [s for s in case.outline.sections if s.parent < 0 and not case.is_attached(s)]
    talking = [s for s in top if _SAYS.search(s.title)]
    own = [s for s in top if s in talking or not _USUAL.search(s.title.strip())]
    if len(talking) < _FEWEST and 2 * len(own) < len(top):
        return []
    return [s for s in own if not case.profile.chapter_of(s)]
