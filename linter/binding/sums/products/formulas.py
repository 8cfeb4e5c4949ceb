"""Formulas that a sentence prints: 合计10×5＋84×1.5＝176.00万元 says what belongs to what."""

from __future__ import annotations

from linter.binding.slips import number_in
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
_TIMES = regex(rf"{_NUMBER}[^\d×,，;。]{{0,4}}[×*][^\d×,，;。]{{0,2}}(?={_NUMBER})")
_RESULT = regex(rf"[=≈] ?{_NUMBER}")


def is_result_of_others(facts: Facts, amount: Quantity, one: Quantity, other: Quantity) -> bool:
    """Whether formulas near an amount come to it that are not one figure times the other alone."""
    low, high = facts.windows.around("sentence", one.start, one.end)
    results = {found[1] for found in _RESULT.finditer(facts.text, low, high)}
    if _number(facts, amount) not in results:
        return False
    return _factors(facts, one) != [{_number(facts, one), _number(facts, other)}]


def is_product_told(facts: Facts, one: Quantity, other: Quantity) -> bool:
    """Whether a formula near two figures multiplies them."""
    return {_number(facts, one), _number(facts, other)} in _factors(facts, one)


def _factors(facts: Facts, figure: Quantity) -> list[set[str]]:
    low, high = facts.windows.around("sentence", figure.start, figure.end)
    return [set(found.groups()) for found in _TIMES.finditer(facts.text, low, high)]


def _number(facts: Facts, figure: Quantity) -> str:
    return number_in(facts.text[figure.start : figure.end])
