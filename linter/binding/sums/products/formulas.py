"""Formulas that a sentence prints: 合计10×5＋84×1.5＝176.00万元 says what belongs to what."""

from __future__ import annotations

from linter.binding.nearby import nearby
from linter.binding.slips import number_in
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.late import regex

_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
_TIMES = regex(rf"{_NUMBER}[^\d×,，;。]{{0,4}}[×*][^\d×,，;。]{{0,2}}(?={_NUMBER})")


def is_multiplied_elsewise(facts: Facts, one: Quantity, other: Quantity) -> bool:
    """Whether a formula near two figures multiplies one of them, but by something else."""
    pair = {number_in(facts.text[f.start : f.end]) for f in (one, other)}
    return any(len(pair & found) == 1 < len(found) for found in _factors(facts, one))


def is_multiplied(facts: Facts, figure: Quantity) -> bool:
    """Whether a formula near a figure multiplies it."""
    number = number_in(facts.text[figure.start : figure.end])
    return any(number in found for found in _factors(facts, figure))


def _factors(facts: Facts, figure: Quantity) -> list[set[str]]:
    low, high = nearby(facts, "sentence", figure.start, figure.end)
    return [set(found.groups()) for found in _TIMES.finditer(facts.text, low, high)]
