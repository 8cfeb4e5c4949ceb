"""A budget in one sentence, spending and its rate in the next, as most reports have them.

全年预算数287.04万元。截至2023年底，全年执行数275.47万元，执行率95.97%. Two sentences may tell of
two things, so the words before each figure must be no more than the form's own: any noun besides
(设备采购支出) makes it an amount of something else.
"""

from __future__ import annotations

from linter.binding.nearby import moments_within
from linter.binding.relations.bindings import Assignment
from linter.binding.relations.relation import Relation
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_WHOSE = (
    r"(?:\d{4}年度?|本|该|我|项目|年度|全年|当年|本年|年中|资金|经费|总|共|累计|合计|实际|已|完成|最终|调整后?的?"
    r"|(?:局|中心|单位|部门|院|校|馆|站|所))"
)
_MONEY = r"(?:数|总?额|总数|总量|金额|资金|总?经费)?(?:合计|共计|共|总计)?[为是有达到计:了]{0,2}"
_BUDGET = regex(rf"(?<![^,，;。\n]){_WHOSE}*(?:预算|可用|可支配){_MONEY}$")
"""Up to the budget, from its clause on."""
_DATE = (
    r"(?:截至|截止|到|至)?(?:\d{4}年度?|全年|年度|年|评价)?"
    r"(?:\d{1,2}月)?(?:\d{1,2}日|底|末|基准日)?"
)
_SPENT = regex(rf"{_DATE}止?[,，]?{_WHOSE}*(?:预算)?(?:执行|支出|支付|使用|列支){_MONEY}")
"""From the start of its sentence up to what was spent."""
_RATE = regex(
    r"(?:\([^()\d]*\))?[,，]?(?:本|该|项目|资金|预算|经费|总体?)*(?:执行|支出|支付|使用|完成)率[为是达到:]{0,2}"
)
"""Between what was spent and the rate."""
_OTHERWISE = regex(r"不含|不包括|不计|未含|扣除|剔除|剔去|口径|除[^,，;。]{1,20}外|分母|按")
"""Around the rate: it is of something else than the budget told."""
_ADJUSTED, _EXECUTED = (
    regex("全年预算数|调整后预算|调整预算数"),
    regex("全年(?:执行|实际支出|支出)"),
)
_BEFORE, _BEHIND = 60, 40


def plain_failure(
    facts: Facts, relation: Relation, derived: Quantity, tried: list[Assignment]
) -> Assignment | None:
    """Of assignments that reach into the sentence before, the one whose words leave nothing open.

    Nothing where any other amount, rate or year stands between.
    """
    far = next((name for name, role in relation.roles.items() if role.far), None)
    near = next((n for n in relation.roles if n not in (far, relation.derived)), None)
    for found in tried if far and near else ():
        budget, spent = found.figures.get(far or ""), found.figures.get(near or "")
        if budget is None or spent is None or found.failing is None:
            continue
        if found.labelled and found.strictly and _are_plain(facts, budget, spent, derived):
            return found
    return None


def is_budget(facts: Facts, figure: Quantity) -> bool:
    """Whether plain words call a figure the year's budget as it came to be: 全年预算数."""
    found = _BUDGET.search(facts.text, *facts.windows.before("sentence", figure.start, _BEFORE))
    return found is not None and _ADJUSTED.search(found[0]) is not None


def is_spent(facts: Facts, figure: Quantity) -> bool:
    """Whether a sentence begins with plain words that call a figure what was spent: 全年执行数."""
    low, _ = facts.windows.bounds("sentence", figure.start)
    if figure.start - low > _BEFORE:
        return False
    found = _SPENT.fullmatch(facts.text, low, figure.start)
    return found is not None and _EXECUTED.search(found[0]) is not None


def _are_plain(facts: Facts, budget: Quantity, spent: Quantity, rate: Quantity) -> bool:
    figures = budget, spent, rate
    if any(f.hedge is not None or f.per is not None for f in figures):
        return False
    if [f.dimension for f in figures] != ["money", "money", "percent"]:
        return False
    text = facts.text
    low, _ = facts.windows.bounds("sentence", rate.start)
    if not budget.end < low <= spent.start < rate.start or spent.start - low > _BEFORE:
        return False
    own = facts.windows.before("sentence", budget.start, _BEFORE)
    return (
        facts.windows.bounds("sentence", budget.start)[1] == low
        and facts.within(budget.end, rate.start) == [spent]
        and _BUDGET.search(text, *own) is not None
        and _SPENT.fullmatch(text, low, spent.start) is not None
        and _RATE.fullmatch(text, spent.end, rate.start) is not None
        and not _OTHERWISE.search(text, budget.end, rate.end + _BEHIND)
        and _is_of_one_year(facts, own[0], rate.start)
    )


def _is_of_one_year(facts: Facts, low: int, high: int) -> bool:
    moments = moments_within(facts, low, high)
    years = {m.year for m in moments if m.year is not None}
    return len(years) < 2 and all(not m.relative for m in moments)
