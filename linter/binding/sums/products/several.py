"""Amounts that several prices make up, each with its quantity, or a price and another cost.

每亩100元……；每座2万元……，共补助280万元; 每台次600元，油费3200元，合计2.48万元.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from decimal import Decimal

from linter.binding.sums.products.prices import as_counted, exact, quantities
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval, exactly
from linter.interval import total as sum_of
from linter.regexes.late import regex

_MOST_TERMS, _MOST_COUNTS = 3, 5
"""Of so many amounts and counts in a sentence every way is tried in which they make up another."""
_BESIDE = 40
_AND = regex("[\u4e00-\u9fff()]{0,8}[和及与、,，][\u4e00-\u9fff]{0,8}")
"""Between numbers of things that one price is paid for."""
_MONTHLY = regex(r"月[^,，;。\d]{0,6}$")
_MONTHS = range(2, 12)
_ONCE = exactly(1)
_SHARED_OUT = regex("一半|半数|减半|分之|[一-鿿]折|自筹|负担|承担|停止|税")
"""Beside quantities at one price: not all of it was paid for all of them."""


def is_of_several(facts: Facts, figures: Mapping[str, Quantity]) -> bool:
    """Whether an amount that is not price times quantity comes out by other figures beside it.

    With the other prices and costs of the sentence (of none of the clauses behind an amount that
    stands last), or of fewer months than a year; or another amount times the quantity is it
    (每村8万元、5万元，共13万元；12个村156万元); or of what is counted two figures together are it;
    or the price is of the quantity and what is counted beside it.
    """
    price, quantity, amount = (figures[name] for name in ("price", "quantity", "amount"))
    low, high = facts.windows.bounds("sentence", price.start)
    if amount.start > max(price.start, quantity.start):
        high = facts.windows.bounds("clause", amount.start)[1]
    near = facts.around(price, low, high)
    money = [
        exact(f)
        for f in sorted((price, *near), key=lambda f: f.start)
        if f.dimension == price.dimension and not f.hedge
    ]
    if any(amount.value.meets(f.value * quantity.value) for f in money if f.start != price.start):
        return True
    if _is_with_another(amount, money, price.value * quantity.value):
        return True
    if _is_shared(facts, figures) or _is_of_more(facts, figures):
        return True
    if _is_of_all_counted(facts, price, quantity, amount):
        return True
    counts = quantities(facts, near, "")[:_MOST_COUNTS]
    return _is_made_up(money, counts, figures) or (
        "times" not in figures and _is_of_months(facts, price, quantity, amount)
    )


def _is_of_all_counted(facts: Facts, price: Quantity, quantity: Quantity, amount: Quantity) -> bool:
    """Whether a price is of a quantity with those counted beside it: 1200吨、800吨，共60万元."""
    others = (f for f in counted_on(facts, quantity) if f.start != quantity.start)
    counted = sum_of(as_counted(facts, f, "").value for f in others)
    return amount.value.meets(price.value * (quantity.value + counted))


def _is_shared(facts: Facts, figures: Mapping[str, Quantity]) -> bool:
    """Whether two who pay stand side by side: 每人180元，财政补贴129.6万元，个人缴纳86.4万元."""
    price, quantity, amount = (figures[name] for name in ("price", "quantity", "amount"))
    product = price.value * quantity.value
    payers = (f for f in _beside(facts, amount) if f.start not in (price.start, quantity.start))
    if any(product.meets(amount.value + f.value) for f in payers):
        return True
    payers = (f for f in _beside(facts, price) if f.start not in (amount.start, quantity.start))
    return any(amount.value.meets((price.value + f.value) * quantity.value) for f in payers)


def _is_of_more(facts: Facts, figures: Mapping[str, Quantity]) -> bool:
    """Whether some of several quantities before an amount was not paid: 120人，80人，自筹一半."""
    quantity, amount = figures["quantity"], figures["amount"]
    low, _ = facts.windows.before("sentence", amount.start, 2 * _BESIDE)
    near = facts.within(low, amount.start)
    alike = [f for f in near if f.unit == quantity.unit and f.dimension == quantity.dimension]
    return len(alike) > 1 and _SHARED_OUT.search(facts.text, low, amount.start) is not None


def _beside(facts: Facts, figure: Quantity) -> list[Quantity]:
    """The next figures to either side, of its kind, if they stand near."""
    before = facts.around(figure, figure.start - _BESIDE, figure.start)[-1:]
    behind = facts.around(figure, figure.end, figure.end + _BESIDE)[:1]
    return [f for f in (*before, *behind) if f.dimension == figure.dimension]


def counted_on(facts: Facts, quantity: Quantity) -> list[Quantity]:
    """A quantity with those that are counted together with it: 14个村和2个社区，每个15户."""
    near = facts.around(quantity, quantity.start - _BESIDE, quantity.end + _BESIDE)
    row = sorted((quantity, *near), key=lambda f: f.start)
    at = row.index(quantity)
    low = high = at
    while low and _is_joined(facts, row[low - 1], row[low]):
        low -= 1
    while high + 1 < len(row) and _is_joined(facts, row[high], row[high + 1]):
        high += 1
    return row[low : high + 1]


def _is_joined(facts: Facts, one: Quantity, other: Quantity) -> bool:
    beside = _AND.fullmatch(facts.text, one.end, other.start) is not None
    return beside and one.dimension == other.dimension


def _is_with_another(amount: Quantity, alike: Sequence[Quantity], product: Interval) -> bool:
    """Whether a product counts two figures together: 驻点4名与值守12名编为4个班组，每组4人."""
    if amount.dimension == "money":
        return False
    others = (f for f in alike if f.start != amount.start and f.unit == amount.unit)
    return any(product.meets(amount.value + f.value) for f in others)


def _is_made_up(
    money: Sequence[Quantity], counts: Sequence[Quantity], figures: Mapping[str, Quantity]
) -> bool:
    """Whether the largest amount is what all others come to, each once or times a count.

    It is the amount in question, or the price has its quantity among them. The price of an amount
    that is told too is none of them.
    """
    if not 2 < len(money) <= _MOST_TERMS + 1:
        return False
    whole = max(money, key=lambda f: f.printed)
    terms = [f for f in money if f is not whole]
    told = [f for f in terms if f.start != figures["price"].start]
    settled = {f.start for f in told if any(_is_priced(g, [f], counts) for g in told if g is not f)}
    terms = [f for f in terms if f.start not in settled]
    times: list[tuple[int, Interval]] = [(-1, _ONCE)]
    times += [(at, count.value) for at, count in enumerate(counts)]
    mine = figures["price"].start, figures["quantity"].start
    if whole.start != figures["amount"].start and _is_priced(whole, terms, counts):
        return False
    for chosen in itertools.product(times, repeat=len(terms)):
        used = [at for at, _ in chosen if at >= 0]
        priced = {
            (f.start, counts[at].start) for f, (at, _) in zip(terms, chosen, strict=True) if at >= 0
        }
        if whole.start != figures["amount"].start and mine not in priced:
            continue
        if len(used) == len(set(used)) and whole.value.meets(
            sum_of(f.value * by for f, (_, by) in zip(terms, chosen, strict=True))
        ):
            return True
    return False


def _is_priced(whole: Quantity, prices: Sequence[Quantity], counts: Sequence[Quantity]) -> bool:
    """Whether one price by one count is an amount, which then needs no others to make it up."""
    return any(whole.value.meets(p.value * c.value) for p in prices for c in counts)


def _is_of_months(facts: Facts, price: Quantity, quantity: Quantity, amount: Quantity) -> bool:
    """Whether an amount is what some months of a monthly price come to."""
    if _MONTHLY.search(facts.own_words(price)) is None:
        return False
    monthly = price.value * quantity.value
    return any(amount.value.meets(monthly * exactly(Decimal(count))) for count in _MONTHS)
