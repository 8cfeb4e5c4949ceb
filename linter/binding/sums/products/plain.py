"""Products so plainly told that an amount is wrong by however much: no slip need explain it.

采购电脑48台，单价4,600元，金额24.8万元: alone of their kinds in a sentence.
"""

from __future__ import annotations

from linter.binding.alone import are_alone, is_near
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.language.expression import Equation
from linter.regexes.late import regex

_ONCE = 3
"""How many figures there are where no months or days are told, of which not all need be paid."""
_OF_SOME = regex(
    "[年月季]?[末初底]|累计|计划|申[报请]|受理|报名|应|拟|预|已|阶段|各|等|税|运费|安装|[含扣折]|优惠|惠及|兑[付现]"
)
"""Among the figures: the amount may be of fewer or more than are counted, or of more than these."""
_NOT_ALL = regex("[含包\\d退离调扣折优惠浮让另余未暂缓减免差补]|部分|其中|等")
"""Behind the amount: it may not be just what price and quantity come to."""


def is_plain_product(facts: Facts, figures: dict[str, Quantity], equation: Equation) -> bool:
    """Whether an amount stands behind its price and quantity, near a fit, and alone of its kind."""
    if len(figures) > _ONCE:
        return False
    amount, price, quantity = (figures[name] for name in ("amount", "price", "quantity"))
    if amount.start < max(price.start, quantity.start) or not is_near(figures, equation, "amount"):
        return False
    if not are_alone(facts, [amount, price, quantity]):
        return False
    low, high = facts.windows.bounds("sentence", price.start)
    some = _OF_SOME.search(facts.text, low, amount.start)
    return some is None and _NOT_ALL.search(facts.text, amount.end, high) is None
