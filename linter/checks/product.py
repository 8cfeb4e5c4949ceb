"""``product``: an amount beside the price and the quantity that it is the product of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.sought import Sought
from linter.binding.sums.products.chained import chained
from linter.binding.sums.products.joint import joint_products
from linter.binding.sums.products.products import products
from linter.binding.telling import told
from linter.language.needs import Spec
from linter.model import Verdict


class Product(Spec, frozen=True):
    """The equations over amount, price and quantity, without and with months or days."""

    NAMES: ClassVar = ("amount", "price", "quantity", "times")

    where: str
    timed: str

    def equations(self) -> Iterator[str]:
        """Both."""
        yield from (self.where, self.timed)


SPEC = Product


def seeks(rule_id: str, spec: Product, case: Case) -> Iterator[Sought]:
    """Prices, and amounts of money."""
    prices = (f for f in case.facts.quantities if f.per)
    yield sought.places(case, "单价", ((f.start, f.end) for f in prices))
    yield sought.figures(case, "money")


def check(rule_id: str, spec: Product, case: Case) -> Iterator[Verdict]:
    """A verdict for each price that has a quantity and an amount beside it."""
    plain, timed = (case.compiled.equations[source] for source in spec.equations())
    seen: set[int] = set()
    for joint in joint_products(case.facts, plain):
        seen.add(joint.figures["price"].start)
        failing = None if joint.holds else joint.equation
        yield told(case, "amount", joint.figures, (joint.equation,), failing, doubt=True)
    for product in products(case.facts, plain, timed):
        if product.figures["price"].start in seen:
            continue
        equation = timed if "times" in product.figures else plain
        failing = None if product.holds else equation
        seen.add(product.figures["price"].start)
        yield told(case, "amount", product.figures, (equation,), failing, doubt=True)
    for figures in chained(case.facts, plain, timed):
        if figures["price"].start not in seen:
            equation = timed if "times" in figures else plain
            yield told(case, "amount", figures, (equation,), equation, doubt=True)
