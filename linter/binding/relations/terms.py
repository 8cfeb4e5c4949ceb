"""The terms of arithmetic that the text itself writes out, and the signs between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import structs

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import rounded
from linter.language.expression import Node
from linter.regexes.late import regex

NAME = r"(?:(?:19|20)\d\d年|[^,，;。:、()\d=×÷*+\n后比较]){0,16}"
"""Between a sign and its figure: what the figure is of."""
_OPERATOR = regex(
    r"(?P<closed>\)*) ?[,，]?(?:再|又|并|然后)?"
    r"(?:(?P<sub>减去|减掉|减(?![少幅免缓排轻值速税产半])|扣去|扣除|扣减|扣掉|刨去|刨除|[中里](?:支出|用去|用掉|花去|花掉|用了|花了)|-)|(?P<add>加上|\+)|(?P<joined>[与和同])"
    rf"|(?P<mul>[×*]|乘以)|(?P<div>÷|除以|/)){NAME}(?P<opened>\(*)"
)
_SIGNS, _TIGHT = ("add", "sub", "mul", "div"), ("mul", "div")
"""Operations, and those that bind tightly."""
JOINED = regex(
    r"[^,，;。\d]{0,4}?(?:(?P<add>相加|之和|的和|加总|加起来)|(?P<sub>之差|相减|的差|相抵))"
)
"""Behind the last of several figures that 与 joins: what is done with them."""
_DASHED = regex(
    r"(?P<first>\d+(?:\.\d+)?)(?P<unit>\D{0,4})-(?P<second>\d+(?:\.\d+)?)(?P<rest>\D{0,4})"
)
"""What is read as a range outside of formulas: 37.6-41.1, 95%-93%."""
LONGEST, _MOST = 32, 8
"""How many characters lie between two figures of one formula, and how many figures it has."""
LETTERS = "abcdefgh"
BARE = "number"
"""The dimension of a figure without a unit."""
_PERCENT = Decimal("0.01")
Term = tuple[re.Match[str] | None, Quantity]
"""A figure with the sign before it; the first has none."""
Terms = Sequence[Term]


def terms_from(facts: Facts, at: int) -> tuple[list[Term], int]:
    """The figures that signs join, from one on, and the place of the last."""
    quantities = facts.quantities
    terms: list[Term] = [(None, quantities[at])]
    for figure in quantities[at + 1 : at + _MOST]:
        before = terms[-1][1]
        if figure.start - before.end > LONGEST:
            break
        sign = _OPERATOR.fullmatch(facts.text, before.end, figure.start)
        if sign is None:
            break
        terms.append((sign, figure))
    return terms, at + len(terms) - 1


def parted(facts: Facts, terms: list[Term]) -> list[Term]:
    """The terms, where what is read as a range is two: (37.6-41.1)/41.1."""
    parted: list[Term] = []
    for sign, figure in terms:
        ends = _ends(facts.text, figure) if figure.hedge == "range" else None
        minus = _OPERATOR.fullmatch(facts.text, ends[0].end, ends[1].start) if ends else None
        parted += [(sign, ends[0]), (minus, ends[1])] if ends and minus else [(sign, figure)]
    return parted if len(parted) <= len(LETTERS) else terms


def _ends(text: str, figure: Quantity) -> tuple[Quantity, Quantity] | None:
    """Both ends of a range as figures of their own."""
    found = _DASHED.fullmatch(text, figure.start, figure.end)
    if found is None or found["unit"] not in ("", found["rest"]):
        return None
    scale = _PERCENT if figure.unit == "%" else figure.factor
    bare = figure.unit == "%" and not found["unit"] and Decimal(found["first"]) <= 1
    first = _end(figure, found.span("first"), found["first"], Decimal(1) if bare else scale)
    if bare:
        first = structs.replace(first, dimension=BARE, unit=None)
    first = structs.replace(first, end=found.end("unit"))
    second = _end(figure, found.span("second"), found["second"], scale)
    return first, structs.replace(second, end=figure.end)


def _end(figure: Quantity, span: tuple[int, int], literal: str, scale: Decimal) -> Quantity:
    step = Decimal(1).scaleb(-len(literal.partition(".")[2])) * scale
    printed = Decimal(literal) * scale
    value = rounded(printed, step)
    start, end = span
    return structs.replace(
        figure, start=start, end=end, value=value, printed=printed, step=step, hedge=None
    )


def operators_of(facts: Facts, terms: Terms) -> Iterator[tuple[int, str]]:
    """How tightly each sign binds, with its operation.

    None at all where 与 joins the figures and no word behind them says what is done with them.
    """
    signs = [sign for sign, _ in terms if sign is not None]
    joined = JOINED.match(facts.text, terms[-1][1].end)
    if any(sign["joined"] for sign in signs) and not (joined and all(s["joined"] for s in signs)):
        return
    depth = 0
    for sign in signs:
        depth -= sign["closed"].count(")")
        said = joined if joined and sign["joined"] else sign
        name = next(name for name in _SIGNS if said.groupdict().get(name))
        yield 2 * depth + (name in _TIGHT), name
        depth += sign["opened"].count("(")


def node_of(operators: Sequence[tuple[int, str]], low: int, high: int) -> Node:
    """The expression of some figures: what binds least, and last of these, is done last."""
    if high - low == 1:
        return ["role", LETTERS[low]]
    at = min(range(low, high - 1), key=lambda i: (operators[i][0], -i))
    left, right = node_of(operators, low, at + 1), node_of(operators, at + 1, high)
    return [operators[at][1], left, right]
