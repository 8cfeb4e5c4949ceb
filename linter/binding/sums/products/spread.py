"""Price, quantity and amount told in several sentences: 单价260元……。450套……。货款17.1万元."""

from __future__ import annotations

from linter.binding.slips import slipped
from linter.binding.sums.products.prices import TIMES, as_priced, each_of, may_be_price, quantities
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.language.expression import Equation
from linter.regexes.late import regex

_REACH = 120
_WHOLE = regex(
    r"(?:合计|共计|总计|一共|总共|货款|价款|总[价额]|总金额|应[付收]|结算|费用|结付|补[贴助]数|工程款)"
    r"[^,，;。\d]{0,12}$"
)
"""Before an amount that is all of what was paid."""
_OPEN = regex(
    r"剔除|扣除|核[定减]|审[定减]|首年|先付|预付|首付|尾款|优惠|免费|其[中余]|另|分期|暂|不等|以上|以下|加班|除外"
    r"|每[月天日季半年]|一年|学期|比例|[较比](?:上|去|前)年|(?:提高|上调|调整|下调|调高|降低|降|涨)[到至为]|由每|变更|多[收付]|少[收付]|目标|计划|拟|预计"
)
"""Where one of these stands, what is told is not all, or not one thing's."""


def spread_product(
    facts: Facts, price: Quantity, each: str, plain: Equation
) -> dict[str, Quantity] | None:
    """The figures of a paragraph that one slip keeps from fitting, where it tells of one thing.

    One price, one amount that is called all of what was paid, one quantity of the price's unit.
    """
    block = facts.windows.bounds("block", price.start)
    low, high = max(block[0], price.start - _REACH), min(block[1], price.end + _REACH)
    if status(facts, price) in ("limit", "target") or _OPEN.search(facts.text, low, high):
        return None
    near = facts.around(price, low, high)
    if any(f.dimension in TIMES and f.start not in facts.spoken for f in near):
        return None
    money = [f for f in near if f.dimension == price.dimension and may_be_price(facts, f)]
    if any(f.per is not None or each_of(facts, f) is not None for f in money):
        return None
    wholes = [f for f in money if _WHOLE.search(facts.own_words(f)) and not f.hedge]
    counted = [f for f in quantities(facts, near, each) if f.start not in facts.spoken]
    if not each:
        counted = [f for f in counted if f.dimension.startswith("count")]
    if len(wholes) != 1 or len({f.printed for f in counted}) != 1 or counted[0].printed <= 1:
        return None
    if any(f.value.low > wholes[0].value.high for f in money):
        return None
    figures = {"amount": wholes[0], "price": as_priced(facts, price), "quantity": counted[0]}
    if any(plain.fits({**figures, "amount": paid}) for paid in money):
        return None
    told = slipped(figures, (plain,), facts.text, 2, sure=True)
    return figures if told is not None else None
