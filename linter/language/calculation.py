"""Equations written out with printed figures: 12904.8万元 ÷ 11290万元 = 114.30%."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal

from msgspec.structs import replace

from linter.facts.quantity import Quantity
from linter.interval import Interval
from linter.language.expression import Equation, Node
from linter.regexes.late import regex

_WIDE = Context(prec=200, rounding=ROUND_HALF_UP)
_SIGNS = {"add": "+", "sub": "−", "mul": "×", "div": "÷"}
_PERCENT, _PERMILLE = Decimal("0.01"), Decimal("0.001")
_TIGHT = ("mul", "div")
_RELATIONS = {"=": "=", "!=": "≠", "<": "<", "<=": "≤", ">=": "≥"}
_NUMBER = regex(r"-?\d[\d,]*(?:\.\d+)?")
_LARGE, _SMALL, _TEN_THOUSAND, _CENTS = "亿", "万", Decimal(10**4), 2
"""Beside 25.00亿元 an amount of 25万元 would be 0.00亿元."""

Printed = Callable[[str], str]


def write(node: Node, printed: Printed) -> str:
    """An expression with each role as ``printed`` gives it."""
    operator, *operands = node
    match operator:
        case "role" | "total":
            return printed(operands[0])
        case "number":
            return str(operands[0])
        case "abs":
            return f"|{write(operands[0], printed)}|"
        case "neg":
            return f"−{write(operands[0], printed)}"
    left, right = (write(operand, printed) for operand in operands)
    if operator in _TIGHT and operands[0][0] in ("add", "sub"):
        left = f"({left})"
    if operands[1][0] in ("add", "sub") and operator in ("sub", *_TIGHT):
        right = f"({right})"
    if operator == "div" and operands[1][0] in _TIGHT:
        right = f"({right})"
    return f"{left} {_SIGNS[operator]} {right}"


def relation(equation: Equation, printed: Printed) -> str:
    """Both sides of an equation with the sign between them; beside 94.1% a bound of 1 is 100%."""
    left, right = write(equation.left, printed), write(equation.right, printed)
    if equation.right[0] == "number" and left.endswith("%"):
        right = f"{(Decimal(right) * 100).normalize():f}%"
    return f"{left} {_RELATIONS[equation.relation]} {right}"


def result(equation: Equation, derived: str, printed: Printed, value: str) -> str:
    """The side that does not hold ``derived`` alone, with what it comes to."""
    if equation.relation == "=" and equation.left == ["role", derived]:
        return f"{write(equation.right, printed)} = {value}"
    if equation.relation == "=" and equation.right == ["role", derived]:
        return f"{write(equation.left, printed)} = {value}"
    return relation(equation, printed)


def like(figure: Quantity, literal: str, value: Decimal, extra: int = 0) -> str:
    """A value (base units) written as ``figure`` is printed, with so many more decimals.

    What would be 0.00亿元 so is written in 万元.
    """
    if figure.dimension == "ratio":
        return _to_one(value)
    if figure.dimension == "fraction":
        return f"{(value / _PERCENT).quantize(Decimal('0.1'), context=_WIDE):f}%"
    unit = figure.factor
    if figure.unit == "%":
        unit = _PERMILLE if "‰" in literal else _PERCENT
    decimals = max(0, -(figure.step / unit).adjusted())
    number = (value / unit).quantize(Decimal(1).scaleb(-(decimals + extra)), context=_WIDE)
    if not number and value and _LARGE in literal:
        smaller = literal.replace(_LARGE, _SMALL)
        return like(replace(figure, factor=_TEN_THOUSAND), smaller, value, _CENTS)
    if figure.unit == "分钟" and "小时" in literal:
        return f"{number:f}分钟"
    number_at = _NUMBER.search(literal)
    if number_at is None:
        return f"{number:f}{figure.unit or ''}"
    text = f"{number:,f}" if "," in number_at[0] else f"{number:f}"
    return text + literal[number_at.end() :]


def _to_one(value: Decimal) -> str:
    """A ratio as one number to 1, or 1 to one, with a decimal if it comes to any: 1:2.5."""
    turned = bool(value) and value < 1
    number = (1 / value if turned else value).quantize(Decimal("0.1"), context=_WIDE)
    shown = f"{number:f}".removesuffix(".0")
    return f"1:{shown}" if turned else f"{shown}:1"


def expected(figure: Quantity, literal: str, value: Interval) -> str:
    """The middle of an interval as ``figure`` prints it; a percentage with more decimals.

    Not where these would be zeros: 96.10%, where 96.01% is printed.
    """
    if not (value.low.is_finite() and value.high.is_finite()):
        bound = value.low if value.low.is_finite() else value.high
        return like(figure, literal, bound) if bound.is_finite() else "?"
    if figure.unit != "%" or not _WIDE.remainder(value.middle, figure.step):
        return like(figure, literal, value.middle, _tenths(figure, value.middle))
    return like(figure, literal, value.middle, _more(figure, value.middle))


def _tenths(figure: Quantity, value: Decimal) -> int:
    """How many more decimals a mark has than the whole one in its place: 4分 − 0.5分 = 3.5分."""
    whole = figure.dimension == "score" and figure.step == 1
    return int(whole and bool(value % 1) and not value * 10 % 1)


def _more(figure: Quantity, value: Decimal) -> int:
    """How many more decimals to show: one more where readers would round it to another figure."""
    fewest = 2 if figure.step >= _PERCENT else 1
    rounded = value.quantize(figure.step, context=_WIDE)
    shown = value.quantize(figure.step.scaleb(-fewest), context=_WIDE)
    return fewest + (shown.quantize(figure.step, context=_WIDE) != rounded)


def needed(figure: Quantity, literal: str, value: Interval) -> str:
    """What is to be printed in the figure's stead: to as many decimals, unless that is the same."""
    if not (value.low.is_finite() and value.high.is_finite()):
        return expected(figure, literal, value)
    alike = like(figure, literal, value.middle)
    finer = literal.endswith(alike) or _tenths(figure, value.middle)
    return expected(figure, literal, value) if finer else alike


def printed_in(texts: Mapping[str, str]) -> Printed:
    """A printer that looks roles up in a mapping."""
    return lambda role: texts[role]
