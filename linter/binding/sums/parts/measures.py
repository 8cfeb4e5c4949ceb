"""Whether a figure behind 其中 is no part of the figure before it, but what a part is measured by.

节约22万元，其中道路标段控制价300万元、中标价287万元: what is saved is the difference of the two;
贴息24万元，其中甲公司贷款500万元、贴息15万元: the second is the part; 违约金3.6万元，其中按合同
720万元的0.5%计收: a rate is of it; 新增床位120张，其中县医院由600张增加到680张: it was before.
"""

from __future__ import annotations

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_RATED = regex(r"[^,，;。、()\d]{0,4}(?:的|按|以) ?\d[\d.]*[%‰]")
_FROM = regex(r"[由从][^,，;。\d]*$")
_TO = regex(r"[^,，;。\d]{0,6}[降升增减提调扩压缩][^,，;。\d]{0,4}[至到为]")
_BASE = regex(
    r"(?:预算|控制价|投资|贷款|合同[价总金]?额?|保[额费]|收入|任务数?|应[\u4e00-\u9fff]{1,3}|计划|总[价额]|产值|销售额|[原造估评]价|资本|发放)[额为了达是共]*$"
)
_OF_NOUN = regex(r"的?[\u4e00-\u9fff]")
_NAME = regex(r"[,，、]?的?(?P<name>[\u4e00-\u9fff]{1,8})")
_END = 2
_ANY = frozenset("资金中央省市县区级款项总共为人员数额度年项目企业公司")
"""Characters that names of different things share."""


def is_measure(facts: Facts, part: Quantity, whole: Quantity) -> bool:
    """Whether a figure above the one before 其中 is but what that or its parts are measured by."""
    text, lead = facts.text, facts.own_lead(part)
    if _RATED.match(text, part.end):
        return True
    if _FROM.search(text, *lead) and _TO.match(text, part.end):
        return True
    _, high = facts.windows.bounds("sentence", part.start)
    behind = next((f for f in facts.within(part.end, high) if f.dimension == part.dimension), None)
    if behind is None or behind.unit != part.unit:
        return False
    names = [text[max(low, high - _END) : high] for low, high in (lead, facts.own_lead(behind))]
    if names[0] != names[1] and _is_difference(part, behind, whole):
        return True
    measured = _BASE.search(text, *lead) or (
        text.endswith("其中", *lead) and _OF_NOUN.match(text, part.end)
    )
    return bool(measured) and behind.value.not_above(whole.value) and _bears(facts, behind, whole)


def _bears(facts: Facts, behind: Quantity, whole: Quantity) -> bool:
    """Whether the figure behind is called by what the whole is called by."""
    name = _NAME.fullmatch(facts.text, *facts.own_lead(behind))
    if name is None:
        return False
    called = {*facts.own_words(whole)} - _ANY
    return not called.isdisjoint(name["name"])


def _is_difference(part: Quantity, behind: Quantity, whole: Quantity) -> bool:
    """Whether the whole is what two figures differ by, or the sum of such differences.

    Then either is more than the whole.
    """
    apart = abs(part.value - behind.value)
    if whole.value.meets(apart):
        return True
    above = not behind.value.not_above(whole.value)
    return above and apart.not_above(whole.value)
