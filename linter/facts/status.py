"""Whether a figure says what is, what was planned, what is wanted, or what a thing costs."""

from __future__ import annotations

from linter.facts.facts import Facts, FigureStatus
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_OF_SET: dict[str, FigureStatus] = {
    "status-actual": "actual",
    "status-plan": "plan",
    "status-target": "target",
    "status-limit": "limit",
    "status-deduction": "deduction",
}
_SETS = tuple(_OF_SET)
_WANTED = regex(
    r"(?:的|之)?(?:[\u4e00-\u9fff]{0,4})(?:目标|要求|任务|下限|上限|标准线|标准(?=之内|以内|范围)|考核线|(?<=的)线)"
)
"""Behind a figure: 15%的奋斗目标, 90%的要求."""
MEASURED = regex(r"(?:计划|目标|任务|指标|预算|概算)[^,，;。:\d]{0,6}的$")
"""Before a figure that measures what was done by what was wanted: 年度计划的77%, 计划人数的2倍."""
_GOVERNED = regex(
    r"(?:目标(?:值|是|为)?(?:为|是|:)|力争|确保|争取)(?:(?!实际|已|完成了|实现了|达到了|均|全部完成|结果).)*$"
)
"""Before a figure, in its sentence: a goal that governs all that follows."""
_COMPARED = regex(r"\d[^,，;。:\d]{0,4}[,，(]目$")
"""To the first character of a goal: it stands behind its result: 取证率96.5%，目标是90%；……"""
_IS = regex("实[际有做收到训付]|已|累计|支[出付]|到位|拨付|发放|截至|现有")
"""Words by which even a chapter of goals tells what is; 完成 and 达到 may be wished there."""
_RESULT = regex("(?:完成|达成|实现)(?:率|比例|程度)[为是达到:]{0,3}$")
"""Before a rate that tells how far a goal was met, though the goal stand before it."""
_SET_UP = regex(
    "[按根依遵][^,，;。\\d]{0,40}要求(?:设置|设定|设立|制定|编制|开展|组织|进行)[^,，;。\\d]{0,6}[,，]"
)
"""Before a figure: by whose demand the evaluation was set up, which wants nothing of the figure."""
_TAX = regex("的?(?:增值|所得|附加|[契房印车资土])?税")
"""Behind a percentage: it is a rate of tax, which is as fixed as a price: 含9%增值税."""
_CLOSE = 8
_FULFILLED = regex(
    r"(?:完成|实现|达成|达到)(?<!为..)(?<!为了..)了?[^,，;。]{0,14}(?:目标|任务|计划|要求)[^,，;。]{0,4}[,，]"
    r"(?:(?!目标|任务|计划|要求|指标|拟|预计|力争|确保|应).)*$"
)
"""Before a figure: the goal is met, and what follows tells how: 已完成年度目标，合格率98%."""


def status(facts: Facts, figure: Quantity) -> FigureStatus:
    """The state of a figure: of its nearest cue, else of its section, else actual."""
    found = facts.states.get(figure.start)
    if found is None:
        found = facts.states[figure.start] = _status(facts, figure)
    return found


def _status(facts: Facts, figure: Quantity) -> FigureStatus:
    taxed = figure.dimension == "percent" and _TAX.match(facts.text, figure.end)
    if figure.per is not None or taxed:
        return "price"
    if _WANTED.match(facts.text, figure.end):
        return "target"
    low, high = facts.own_lead(figure)
    if facts.text.startswith("的", high - 1) and MEASURED.search(facts.text, low, high):
        return "actual"
    if _FULFILLED.search(facts.text, low, high):
        return "actual"
    asked = _SET_UP.search(facts.text, low, high)
    nearest = facts.cues.nearest(_SETS, asked.end() if asked else low, high)
    best = _OF_SET[nearest] if nearest else None
    if best is not None and best != "actual":
        return best
    governed = _GOVERNED.search(facts.text, *facts.windows.before("sentence", figure.start, 120))
    if _RESULT.search(facts.text, low, high):
        governed = None
    if governed and not (";" in governed[0] and _is_compared(facts, governed.start())):
        return "target"
    if best is not None and _IS.search(facts.text, low, high):
        return best
    return "target" if facts.in_target_section(figure.start) else "actual"


def _is_compared(facts: Facts, goal: int) -> bool:
    """Whether a goal stands behind the result that it is the goal of."""
    return _COMPARED.search(facts.text, goal - _CLOSE, goal + 1) is not None
