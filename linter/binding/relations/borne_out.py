"""What else a paragraph says that figures belong together, so that no slip need say it."""

from __future__ import annotations

from linter.binding.relations.bindings import Assignment
from linter.binding.relations.relation import Relation
from linter.facts.facts import Facts
from linter.regexes.late import regex

_LEFT = regex(r"(?:未|尚|还[有剩差欠]|缺|差|剩|[其结]余|没|欠|另有|不足)[^,，;。]{0,14}$")
_OPEN = regex(r"[^,，;。]{0,16}(?:未|没|尚|待|欠|缺|结转)")
"""Before what is left of a whole, and behind it."""
_BESIDES = regex(
    "系数|平均|均衡|序时|加权|取整|整数|四舍|扣|封顶|不得分|[按得为计]满分|计划进度|加分"
)
"""Words for what makes a mark beside the rate of a formula."""
_OF_WHOLE = regex("(?:到位|执行|支出|支付|拨付|完成)(?:率|进度|比例)")
"""What a rate is called of which the rest tells, as 成活率 is not."""
_OPERANDS = 2


def is_borne_out(facts: Facts, relation: Relation, assignment: Assignment) -> bool:
    """Whether the paragraph tells the formula, or what is left of the whole without the part."""
    return _is_formula_told(facts, relation, assignment) or _is_rest_told(
        facts, relation, assignment
    )


def _is_formula_told(facts: Facts, relation: Relation, assignment: Assignment) -> bool:
    derived = assignment.figures[relation.derived]
    low, high = facts.windows.around("block", derived.start, derived.end)
    if not any(facts.text.find(words, low, high) >= 0 for words in relation.told):
        return False
    return _BESIDES.search(facts.text, low, high) is None


def _is_rest_told(facts: Facts, relation: Relation, assignment: Assignment) -> bool:
    """Whether 24万元未到位 is told beside 480万元 and 456万元."""
    derived = assignment.figures[relation.derived]
    operands = [f for name, f in assignment.figures.items() if name != relation.derived]
    failing = assignment.failing
    if failing is None or derived.dimension != "percent" or len(operands) != _OPERANDS:
        return False
    if not _OF_WHOLE.search(facts.own_words(derived)):
        return False
    values = {name: figure.value for name, figure in assignment.figures.items()}
    due = failing.expected(relation.derived, values)
    if due is None or due.high > 1:
        return False  # more than the whole leaves nothing
    one, other = operands
    rest = abs(one.printed - other.printed)
    low, high = facts.windows.around("block", derived.start, derived.end)
    return any(
        f.printed == rest
        and f.dimension == one.dimension
        and not f.hedge
        and (_LEFT.search(facts.own_words(f)) or _OPEN.match(facts.text, f.end, high))
        for f in facts.around(derived, low, high)
        if rest and f.start not in (one.start, other.start)
    )
