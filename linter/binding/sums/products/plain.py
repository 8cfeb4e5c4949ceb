"""Products so plainly told that an amount is wrong by however much: no slip need explain it.

采购电脑48台，单价4,600元，金额24.8万元: alone of their kinds in a sentence.
"""

from __future__ import annotations

from decimal import Decimal

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.language.expression import Equation
from linter.late import regex

_MOST = Decimal("1.5")
"""How many times an amount is what it should be, or that it, at most; else it is of others."""
_OF_SOME = regex("[年月季]?[末初底]|累计|计划|申[报请]|受理|报名|应|拟|预|已|阶段|各|等")
"""Among the figures: the amount may be of fewer or more than are counted."""
_NOT_ALL = regex("[含包\\d退离调扣折优惠浮让另余未暂缓减免差补]|部分|其中|等")
"""Behind the amount: it may not be just what price and quantity come to."""


def is_plain(facts: Facts, figures: dict[str, Quantity], equation: Equation) -> bool:
    """Whether an amount stands behind its price and quantity, near a fit, and alone of its kind."""
    if len(figures) > 3:  # of months or days: not all of them need have been paid
        return False
    amount, price, quantity = (figures[name] for name in ("amount", "price", "quantity"))
    low, high = facts.windows.bounds("sentence", price.start)
    if amount.start < max(price.start, quantity.start) or not _is_near(figures, equation):
        return False
    if _OF_SOME.search(facts.text, low, amount.start) or _NOT_ALL.search(
        facts.text, amount.end, high
    ):
        return False
    mine = {figure.start for figure in figures.values()}
    kinds = {amount.dimension, quantity.dimension}
    return not any(
        f.dimension in kinds and f.start not in mine and f.start not in facts.spoken
        for f in facts.within(low, high)
    )


def _is_near(figures: dict[str, Quantity], equation: Equation) -> bool:
    """Whether an amount is of the size that it should be."""
    amount = figures["amount"].value.middle
    due = equation.expected("amount", {name: f.value for name, f in figures.items()})
    return due is not None and amount > 0 and 1 / _MOST <= due.middle / amount <= _MOST
