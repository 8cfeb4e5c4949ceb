"""Other figures, or another reading of these, by which a figure that does not fit is right.

A sentence that tells a chain of figures leaves open of which of them a rate is: 任务3.58万人，
实际管理3.69万人，规范管理2.47万人，规范管理率66.9%.
"""

from __future__ import annotations

import itertools
from decimal import Decimal
from math import ceil

from linter.binding.beside import stand_ins
from linter.binding.relations.called import name_of, subject_of
from linter.binding.relations.reasons.told import Told
from linter.binding.slips import is_swap
from linter.facts.quantity import Quantity
from linter.facts.score import role_of
from linter.facts.status import status
from linter.interval import ZERO, exactly
from linter.regexes.late import regex

_PAYS = regex(
    r"(?:[支预拨垫兑]?付款?|拨款?(?=[至到])|返还|扣留|预?留|质保)"
    r"(?:至|到|了|其|合同[总金]?[价额]?款?|[工价货]程?款|总价的?)*[约为]?$"
)
"""Before what part of a price is due at some step: 开工付30%、过半付30%、验收付40%."""
_KEPT = regex(r"的?(?:质保金|质量保证金|保修金|预?留金|预付款|履约保证金)(?![约为计共即是]{0,2}\d)")
"""Behind such a part: it is of the price, whatever stands beside it but an amount of its own."""
_PAID_OUT = regex("付|拨|发放|返还")
"""Before how many were paid: their share is one of them."""
_SPENT = regex("付|拨|支出|使用|执行|发放|返还|完成")
"""Before money: it may be what was paid of another."""
_OF_DONE = regex(
    "(?<![未不没超])(?<!超额)(?:完成|实现|达成|执行|支付|支出|到位)(?:率|进度|比例)?[为是达到了:]{0,2}$"
)
"""Before a rate: it is of what was done, not of what that leaves."""
_CHANGED = regex("[节减降增追压缩核清剔]")
"""In the words before a rate or an amount: it is of a change."""
_ALL_DONE = Decimal(1)
"""100%."""
_DIGITS, _PAIR, _PRECISE = 3, 2, 4
_COARSE, _FINE = Decimal("0.05"), Decimal("0.01")
"""What marks by steps are multiples of, and the last digit of marks that a rate makes."""
_BY_RATE = regex("(?:按|依)(?:比例|率|完成率)[^,，;。\\d]{0,6}$|折算|原应")
"""Before the mark that a rate makes, where another is told to be given."""
_FULL, _LOST = "full", "lost"
"""The roles of the mark that may be got, and of what is taken off it."""
_REASON_BEHIND = regex("[,，;。]?(?:主要)?[扣失]分的?(?:主要)?(?:原因|理由)")
"""Behind a mark: why it is not the full one."""
_GIVEN = regex(
    "(?:得|[应可共]计|折[合算]|换算|按比例|对应|自评|[评赋给记]分?|拿到|[剩余])(?:分数?)?[约为是成到了]*$"
)
"""Right before a mark that was given, behind the rate that makes it: 执行率97.94%，应得9.79分."""
_GOT = regex("(?:自评|得)(?:分数?)?[约为是成到了]*$")
"""Right before a mark that was got, whatever is reckoned behind it."""
_IF_REACHED = regex("(?:达到?|不低于|超过|[高低]于|不足|小于|≥|<)$")
_FOR_IT = regex("(?:及?以[上下]|[的时加再另]|即可?)*(?:[得计给记扣]|为满分)")
"""Around a rate for which a rule gives marks; a comma parts what was reached from its mark."""
_FACTOR = regex("[×*乘][^,，;。]{0,12}系数")
_AS_ALL = regex("(?:按|以|取|记为|上限)为?100%(?:[计算取填封]|为限|认定|统计|[,，;。])")
_CALLED_FULL = regex("满分|分值|权重|标准分|总分|[设(]")


def is_what_is_left_of_it(told: Told) -> bool:
    """Whether what seems the full mark is what is got: 应得9.79分，失分0.21分; 自评90分，其中…….

    It is said to be that, or with what is lost makes a full mark of which both are right.
    """
    full = told.figures.get(_FULL)
    if full is None or _CALLED_FULL.search(told.lead(full)):
        return False
    if told.relation.derived != _LOST:
        return _GOT.search(told.lead(full)) is not None
    whole = full.value + told.derived.value
    return _GIVEN.search(told.lead(full)) is not None or told.holds(**{_FULL: whole})


def is_by_steps(told: Told) -> bool:
    """Whether a mark of whole points is held against what makes no whole ones: by bands.

    Or one of hundredths that ends with 0 or 5, as marks by steps do, against what does not.
    """
    mark, fine = told.derived, told.derived.step == _FINE
    if mark.dimension != "score" or not (mark.exact or (fine and not mark.printed % _COARSE)):
        return False
    by, literal = Decimal(1) if mark.exact else _COARSE, told.text[mark.start : mark.end]
    due = [e.expected(told.relation.derived, told.values) for e in told.equations]
    known = [d for d in due if d is not None and ceil(d.low / by) > d.high / by]
    swapped = fine and any(is_swap(mark, literal, d, _PAIR) for d in known)
    return len(known) == len(due) and not swapped


def is_for_a_condition(told: Told) -> bool:
    """Whether words give a mark for a rate, whatever was reached: 达到50%得3分."""
    return any(
        _FOR_IT.match(told.text, rate.end) is not None
        and (rate.hedge is not None or _IF_REACHED.search(told.lead(rate)) is not None)
        for rate in told.operands
        if rate.dimension == "percent"
    )


def is_multiplied(told: Told) -> bool:
    """Whether a paragraph says before a mark by a rate that it is multiplied by something more."""
    if told.derived.dimension != "score":
        return False
    low, _ = told.facts.windows.bounds("block", told.derived.start)
    return _FACTOR.search(told.text, low, told.derived.start) is not None


def is_as_all(told: Told) -> bool:
    """Whether 100% is said to be taken for a rate of more: 实际14场，按100%计."""
    rate = told.derived
    if rate.dimension != "percent" or rate.printed != 1:
        return False
    return _AS_ALL.search(told.text, *told.facts.windows.bounds("block", rate.start)) is not None


def is_taken_off(told: Told) -> bool:
    """Whether the clause of a mark says that so much was taken off the full one, or why.

    得7.3分：……晚付，扣0.7分; but a rate of execution makes the mark of itself. Or its sentence
    tells what the rate makes, of which more was taken off: 得5.44分：……按比例5.68分，再扣0.24分.
    """
    facts, mark = told.facts, told.derived
    if mark.dimension != "score":
        return False
    rates = (f for f in told.operands if f.dimension == "percent")
    if any("执行率" in told.lead(rate) for rate in rates):
        return False
    reasoned = _REASON_BEHIND.match(told.text, mark.end) and not mark.printed % _COARSE
    if reasoned and not told.is_hardly_chance():
        return True
    if any(
        f.dimension == "score"
        and _BY_RATE.search(told.lead(f))
        and told.holds(**{told.relation.derived: f.value})
        for f in told.near
    ):
        return True
    lost = {f.printed - mark.printed for f in told.operands if f.dimension == "score"}
    return any(
        f.dimension == "score" and f.printed in lost and role_of(facts, f) == "deduction"
        for f in facts.around(mark, *facts.windows.bounds("clause", mark.start))
    )


def is_share_of_payment(told: Told) -> bool:
    """Whether the rate is what part of a price is paid at a step, and nothing else is of paying.

    Or kept back, as its name behind it says: 3%的质保金. Or such rates make up the whole price
    together: 合同价300万元，保证金30万元，支付至80%.
    """
    if _KEPT.match(told.text, told.derived.end):
        return True
    if not _PAYS.search(told.words):
        return False
    if all(f.dimension != "money" for f in told.operands):
        least = min(told.operands, key=lambda f: f.printed)
        return not _PAID_OUT.search(told.lead(least))
    steps = [f for f in (*told.near, told.derived) if f.dimension == "percent"]
    paid = [f.printed for f in steps if _PAYS.search(told.lead(f))]
    if len(paid) > 1 and sum(paid) == 1:
        return True
    return told.before == told.operands and not any(map(_SPENT.search, map(told.lead, told.before)))


def fits_another(told: Told) -> bool:
    """Whether another rate of the sentence, of another name, is what the operands give."""
    derived = told.derived
    if derived.dimension not in ("percent", "percent-point", "times"):
        return False
    literal = told.text[derived.start : derived.end]
    name = told.name and (told.name, subject_of(told.facts, derived))
    return any(
        f.dimension == derived.dimension
        and f.hedge is None
        and status(told.facts, f) == "actual"
        and (
            name != (name_of(told.facts, f), subject_of(told.facts, f))
            or _is_of_an_earlier_clause(told, f)
        )
        and told.holds(**{told.relation.derived: f.value})
        and not is_swap(derived, literal, f.value, _DIGITS)
        for f in told.near
    )


def _is_of_an_earlier_clause(told: Told, other: Quantity) -> bool:
    """Whether another rate stands with all operands in a clause before the derived one's."""
    return all(f.start < told.clause[0] for f in (other, *told.operands))


_PAST = regex(
    r"(?:[比较][^,，;。]{0,6}|^[^\u4e00-\u9fff]?)(?:上年|去年|上一年|(?:19|20)\d\d年)(?:同期|度)?的?[^,，;。\d]{0,8}$"
)


def fits_before_change(told: Told) -> bool:
    """Whether the rate is of what was before the change: 用水126万吨，节约14万吨，节水率10%."""
    states = [told.figures[name] for name in ("base", "now") if name in told.figures]
    known = len(states) == _PAIR and all(map(told.is_called, states, ("base", "now")))
    base = told.figures.get("base")
    if len(told.operands) != _PAIR or known or (base is not None and _is_past(told, base)):
        return False
    if not any(_CHANGED.search(told.lead(f)) for f in told.figures.values()):
        return False
    change, after = sorted((f.value for f in told.operands), key=lambda value: value.middle)
    before = (after + change, after - change)
    rate = told.derived.value
    return any(whole.low > ZERO and rate.meets(change / whole) for whole in before)


def _is_past(told: Told, base: Quantity) -> bool:
    """Whether a figure is that of an earlier year: 比2023年的1098万元, 上年接待量57.6万人次."""
    return _PAST.search(told.lead(base)) is not None and told.is_called(base, "base")


def is_of_what_is_left(told: Told) -> bool:
    """Whether a rate is of what the part leaves: 50场中有34场在城区，农村只占32%.

    Or of what it is more than the whole: 168.3万元，高出预算150万元12.2%.
    """
    derived, values = told.derived, told.values
    if derived.hedge or told.is_change or len(told.before) < len(told.operands):
        return False
    if _OF_DONE.search(told.text, *told.facts.own_lead(derived)):
        return False
    every, name = exactly(_ALL_DONE), told.relation.derived
    rest, more = {name: every - derived.value}, {name: every + derived.value}
    swapped = {"whole": values.get("part"), "part": values.get("whole")}
    other = {role: value for role, value in swapped.items() if value is not None}
    return told.holds(**rest) or told.holds(**other, **rest) or told.holds(**more)


def fits_beside(told: Told) -> bool:
    """Whether with another figure of the sentence for one of the operands an equation holds.

    With one behind the first of all, unless the derived figure has digits enough; behind the
    derived figure only of changes, 追加396家次；剔除后为1446家次, or where an operand stands there.
    """
    taken = {figure.start for figure in told.figures.values()}
    precise = told.facts.digits(told.derived) >= _PRECISE
    low = told.sentence[0] if precise else min(taken)
    behind = told.is_change or len(told.before) < len(told.operands)
    high = told.sentence[1] if behind else told.derived.start
    others = [
        f
        for f in told.near
        if low <= f.start < high and f.start not in taken and f.start not in told.facts.spoken
    ]
    roles = told.opened.roles
    return any(
        told.holds(**{name: other.value})
        and not (name == "done" and roles.is_denied(other, told.derived))
        for name, other in stand_ins(told.figures, told.relation.derived, others)
    )


def fits_another_pair(told: Told) -> bool:
    """Whether two figures told one behind the other before it leave just what is said to be left.

    预算24万元，支出23.39万元，其中……预算6万元、支出5.94万元，剩下的0.61万元.
    """
    if not {"base", "spent"} <= told.figures.keys():
        return False
    low, _ = told.sentence
    alike = [
        f
        for f in told.facts.within(low, told.derived.start)
        if f.dimension == told.derived.dimension
    ]
    return any(a.printed - b.printed == told.derived.printed for a, b in itertools.pairwise(alike))
