"""Rates of how far a task is done beside figures of something else: money, or another count.

计划投资300万元，实际投资285万元，任务完成率100%: a task may be done in full for less money.
"""

from __future__ import annotations

from linter.binding.names import pairs
from linter.binding.nearby import nearby
from linter.binding.relations.called import noun_of
from linter.binding.relations.told import Told
from linter.late import regex

_NAMED = regex(
    "([\u4e00-\u9fff]*?)(?P<done>完成|实现|达成|完工|竣工|开工|验收|建成|(?P<own>发放|兑[现付]|支付|拨付|办结|整改))"
    "(?:率|度|进度|比例|程度)?[为是达到了约:]*$"
)
"""Before a rate: whose it is, and of what."""
_TASKS = regex("任务|目标|工程量?|工作量?|内容|指标|实物|课时|采购|[完竣开]工|验收|建成")
"""What no money is, unless the amounts are called so: 收入任务300万元，完成285万元."""
_IN_TIME = regex("按时|及时|按期|准时|如期")
_GENERAL = regex(
    "年度|全年|总体|综合|任务|目标|计划|指标|工作|项目|工程|建设|实际|累计|总|的|量|数|内容|实施|应|及时|按[时期]"
)
_MOST_NEW = 0.5
"""Up to what share of the pairs of its characters a task's name is told before."""


def is_of_another_task(told: Told) -> bool:
    """Whether a rate is of a task that none of the figures beside it is called by."""
    if "plan" not in told.figures or told.derived.dimension != "percent":
        return False
    text, facts = told.facts.text, told.facts
    named = _NAMED.search(told.lead(told.derived))
    if named is None:
        return False
    leads = " ".join(told.lead(f) + noun_of(facts, f) for f in told.operands)
    whose, done = named[1], named["done"]
    if _IN_TIME.search(whose):
        return not _IN_TIME.search(leads)
    if named["own"]:
        return False
    if told.operands[0].dimension == "money":
        words = _TASKS.findall(whose + done)
        if words:
            return any(word not in leads for word in words)
    if all(f.start > told.derived.start for f in told.operands):
        return False
    low, _ = nearby(facts, "sentence", told.derived.start, told.derived.end)
    high = max((f.end for f in told.operands if f.start < told.derived.start), default=low)
    known = pairs(f"{text[low:high]} {leads}")
    new = pairs(_GENERAL.sub(" ", whose))
    return bool(new) and len(new & known) < _MOST_NEW * len(new)
