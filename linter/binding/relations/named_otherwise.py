"""Figures of another name than those beside them: 合格率, 占总投资的."""

from __future__ import annotations

from linter.binding.names import pairs
from linter.binding.relations.called import any_named, name_of, subject_of
from linter.binding.relations.told import Told
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.late import regex

_OF = regex(r"占(?:了)?([\u4e00-\u9fff]{2,12}?)的$")
_OF_ALL = (*"总全其该当本整", "前者", "后者")
_OF_MONEY = regex("投资|支出|预算|收入|成本|产值|合同|债券|造价|概算|决算|贷款")
"""In what a share is of: a total that has a name of its own (占总投资的)."""
_OPPOSITES = {"好评": regex("差评"), "满意": regex("不满意"), "合格": regex("不合格")}
_SAID = regex("[:,，]?(?:共|约|为|是|达|有|计|数|额|合计)*[:]?")
_FAR, _BEHIND = 2000, 6
"""How far back a noun is looked for, and how near to it its figure stands."""
_COMMON = frozenset("完成实计划")
"""Characters of a rate's name that any plan and result have."""


def is_of_other_money(told: Told) -> bool:
    """Whether a share is said to be of an amount that the whole is not called: 占总投资的."""
    roles = told.relation.roles
    wholes = [figure for name, figure in told.figures.items() if roles[name].far]
    of = _OF.search(told.facts.text, *told.facts.own_lead(told.derived))
    money = _OF_MONEY.search(of[1]) if of else None
    return money is not None and bool(wholes) and not any_named(told.facts, wholes, {money[0]})


def is_named_otherwise(told: Told) -> bool:
    """Whether the figure has a name (合格率, 占学生的) that no operand has."""
    of = _OF.search(told.facts.text, *told.facts.own_lead(told.derived))
    if of is not None:
        noun = of[1]
        whole = _told_before(told.facts, noun, told.derived)
        if whole is not None:
            return whole not in told.operands
        return not noun.startswith(_OF_ALL) and not any_named(
            told.facts, told.operands, pairs(noun)
        )
    role = next((r for r in told.relation.roles.values() if r.stem_of), None)
    name = name_of(told.facts, told.derived) if role else None
    if name is None or role is None or name.endswith(role.general):
        return False
    kin = (words for end, words in role.kin.items() if name.endswith(end))
    words = (set(name) - _COMMON).union(*kin)
    subject = subject_of(told.facts, told.derived)
    among = subject is None or any_named(told.facts, told.operands, pairs(subject), among=False)
    if not among and _is_another_s(told.facts, told.derived, name):
        return True
    among = among and (_is_behind(told) or told.facts.text[told.derived.end] in "(:,，")
    opposite = _OPPOSITES.get(name)
    return not any_named(told.facts, told.operands, words, among=among, opposite=opposite)


def _told_before(facts: Facts, noun: str, derived: Quantity) -> Quantity | None:
    """The last figure before that stands right behind a noun: 总投资8000万元 of 占总投资的75%."""
    low = max(0, derived.start - _FAR)
    at = facts.text.rfind(noun, low, derived.start - len(noun) - 1)
    end = at + len(noun)
    near = facts.within(end, end + _BEHIND) if at >= 0 else ()
    return near[0] if near and _SAID.fullmatch(facts.text, end, near[0].start) else None


def _is_behind(told: Told) -> bool:
    """Whether the figure stands behind one of its operands."""
    return any(figure.start < told.derived.start for figure in told.operands)


def _is_another_s(facts: Facts, derived: Quantity, name: str) -> bool:
    """Whether the sentence tells a rate of the name before: 满意率94.4%；企业满意率92.0%."""
    low, _ = facts.windows.bounds("sentence", derived.start)
    before = facts.around(derived, low, derived.start)
    return any(f.dimension == derived.dimension and name_of(facts, f) == name for f in before)
