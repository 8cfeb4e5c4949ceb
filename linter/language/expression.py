"""Equations over named roles, and their arithmetic on intervals.

An equation is parsed once (``grammars/expression.lark``) into nested tuples of plain data, so that
a compiled rule can be kept as JSON: ``("=", ("role", "rate"), ("div", ("role", "part"), …))``.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, cached_property
from operator import neg
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from linter.interval import EVERYTHING, Interval, exactly, total
from linter.resources import grammar

if TYPE_CHECKING:
    from lark import Lark

    from linter.facts.quantity import Quantity

Node = Any
"""A nested list: operator and operands; plain data."""

Values = Mapping[str, "Interval | tuple[Interval, ...]"]

Rough = tuple[float, float]
"""A value, and the size that a relative error of its parts has in it."""

MAX_LENGTH = 400
"""Characters of an equation that a person can still read."""
_RELATIONS = {"≤": "<=", "≥": ">=", "≠": "!="}


class ExpressionError(ValueError):
    """An equation that cannot be read; the message says where."""


def chain(operator: str, nodes: Sequence[Node]) -> Node:
    """The nodes one after the other, each joined by the operator to what stands before it."""
    node, *rest = nodes
    for other in rest:
        node = [operator, node, other]
    return node


def of_added(equation: Equation, role: str, names: Sequence[str]) -> Equation:
    """An equation over a role with some added roles in its place."""
    added = chain("add", [["role", name] for name in names])

    def replaced(node: Node) -> Node:
        if node == ["role", role]:
            return added
        return [*map(replaced, node)] if isinstance(node, list) else node

    return replace(equation, left=replaced(equation.left), right=replaced(equation.right))


class Equation(Struct, frozen=True, dict=True):
    """Two sides and how they are to stand to each other (``=``, ``!=``, ``<``, ``<=``, ``>=``)."""

    source: str
    relation: str
    left: Node
    right: Node

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset((*_roles(self.left), *_roles(self.right)))

    @cached_property
    def _twice(self) -> tuple[list[str], list[str]]:
        return _repeated(self.left), _repeated(self.right)

    @cached_property
    def _once(self) -> dict[str, tuple[Node, Node, list[str]]]:
        """For each role that stands once: its side, the other, and what stands there twice."""
        left, right = list(_roles(self.left)), list(_roles(self.right))
        twice_left, twice_right = self._twice
        return {
            role: (self.left, self.right, twice_right)
            if role in left
            else (self.right, self.left, twice_left)
            for role in self._names
            if (left + right).count(role) == 1
        }

    def roles(self) -> frozenset[str]:
        """The names that the equation speaks of."""
        return self._names

    def holds(self, values: Values) -> bool:
        """Whether some values within the printed precision satisfy the equation."""
        twice_left, twice_right = self._twice
        left = _evaluate(self.left, twice_left, values)
        right = _evaluate(self.right, twice_right, values)
        match self.relation:
            case "=":
                return left.meets(right)
            case "!=":
                return left != right or left.low != left.high
            case "<":
                return left.low < right.high
            case "<=":
                return left.not_above(right)
            case _:
                return right.not_above(left)

    def fits(self, figures: Mapping[str, Quantity]) -> bool:
        """Whether the figures that take its roles satisfy the equation, as they are printed."""
        return self.holds({name: figure.value for name, figure in figures.items()})

    def fits_alike(self, figures: Mapping[str, Quantity]) -> bool:
        """Whether they do to the last digit, where all are rounded to the same: 1.3万 of 1.2万."""
        if len({f.step for f in figures.values()}) > 1 or any(f.hedge for f in figures.values()):
            return True
        return self.holds({name: exactly(figure.printed) for name, figure in figures.items()})

    @cached_property
    def approximate(self) -> Callable[[Mapping[str, float]], tuple[Rough, Rough]]:
        """Both sides in floating point, to see quickly what cannot hold."""
        first, second = _closure(self.left), _closure(self.right)
        return lambda values: (first(values), second(values))

    def expected(self, role: str, values: Values, *, crossed: bool = False) -> Interval | None:
        """What ``role`` has to be, the other values given; nothing where it can't be told.

        ``crossed``: on the other side of an absolute value, where the difference has another sign.
        """
        found = self._once.get(role)
        if found is None or self.relation in ("!=", "<") or (crossed and "abs" not in self.source):
            return None
        side, other, twice = found
        return _solve(side, _evaluate(other, twice, values), role, values, crossed)


def _closure(node: Node) -> Callable[[Mapping[str, float]], Rough]:
    operator, *operands = node
    if operator in ("role", "total"):
        name = operands[0]
        return lambda values: (values[name], abs(values[name]))
    if operator == "number":
        number = float(operands[0])
        return lambda _: (number, number)
    parts = [_closure(operand) for operand in operands]
    first, second = parts[0], parts[-1]
    if operator in ("abs", "neg"):
        return _changed(abs if operator == "abs" else neg, first)
    combine = _ROUGHLY[operator]
    return lambda values: combine(first(values), second(values))


def _changed(
    change: Callable[[float], float], rough: Callable[[Mapping[str, float]], Rough]
) -> Callable[[Mapping[str, float]], Rough]:
    def changed(values: Mapping[str, float]) -> Rough:
        value, size = rough(values)
        return change(value), size

    return changed


def _rough_quotient(a: Rough, b: Rough) -> Rough:
    if not b[0]:
        return math.inf, math.inf
    return a[0] / b[0], a[1] * b[1] / (b[0] * b[0])


_ROUGHLY: dict[str, Callable[[Rough, Rough], Rough]] = {
    "add": lambda a, b: (a[0] + b[0], a[1] + b[1]),
    "sub": lambda a, b: (a[0] - b[0], a[1] + b[1]),
    "mul": lambda a, b: (a[0] * b[0], a[1] * b[1]),
    "div": _rough_quotient,
}


@cache
def _parser() -> Lark:
    from lark import Lark

    return Lark(grammar("expression"), parser="lalr")


def parse(source: str) -> Equation:
    """The equation written as ``source``; raises ``ExpressionError``."""
    from lark import Token, Tree
    from lark.exceptions import UnexpectedInput

    if len(source) > MAX_LENGTH:
        raise ExpressionError(f"等式有 {len(source)} 个字符，至多 {MAX_LENGTH} 个")
    try:
        tree = _parser().parse(source)
    except UnexpectedInput as error:
        raise ExpressionError(f"{source!r}: {error.get_context(source).strip()}") from error

    def node(item: Tree[Token] | Token) -> Node:
        if isinstance(item, Token):
            return str(item)
        return [item.data, *map(node, item.children)]

    left, relation, right = tree.children
    sign = str(relation)
    return Equation(source, _RELATIONS.get(sign, sign), node(left), node(right))


def evaluate(node: Node, values: Values) -> Interval:
    """The interval of an expression; exact also where a role stands in it twice."""
    return _evaluate(node, _repeated(node), values)


def _repeated(node: Node) -> list[str]:
    """The names that stand in an expression twice."""
    roles = list(_roles(node))
    return [name for name in dict.fromkeys(roles) if roles.count(name) > 1]


def _evaluate(node: Node, repeated: list[str], values: Values) -> Interval:
    if not repeated:
        return _natural(node, values)
    twice = {name: value for name in repeated if isinstance(value := values[name], Interval)}
    if not twice:
        return _natural(node, values)
    corners = [
        _natural(node, {**values, **dict(zip(twice, choice, strict=True))})
        for choice in itertools.product(*map(_ends, twice.values()))
    ]
    return Interval(min(c.low for c in corners), max(c.high for c in corners))


def _ends(value: Interval) -> list[Interval]:
    return (
        [exactly(value.low)]
        if value.low == value.high
        else [exactly(value.low), exactly(value.high)]
    )


def _natural(node: Node, values: Values) -> Interval:
    operator = node[0]
    match operator:
        case "role" | "total":
            value = values[node[1]]
            return value if isinstance(value, Interval) else total(value)
        case "number":
            return exactly(Decimal(node[1]))
        case "abs":
            return abs(_natural(node[1], values))
        case "neg":
            return -_natural(node[1], values)
    left, right = _natural(node[1], values), _natural(node[2], values)
    match operator:
        case "add":
            return left + right
        case "sub":
            return left - right
        case "mul":
            return left * right
        case _:
            return left / right


def _roles(node: Node) -> Iterator[str]:
    operator, *operands = node
    if operator in ("role", "total"):
        yield operands[0]
    elif operator != "number":
        for operand in operands:
            yield from _roles(operand)


_UNDO_FIRST: dict[str, Callable[[Interval, Interval], Interval]] = {
    "add": lambda value, other: value - other,
    "sub": lambda value, other: value + other,
    "mul": lambda value, other: value / other,
    "div": lambda value, other: value * other,
}
_UNDO_SECOND: dict[str, Callable[[Interval, Interval], Interval]] = {
    "add": lambda value, other: value - other,
    "sub": lambda value, other: other - value,
    "mul": lambda value, other: value / other,
    "div": lambda value, other: other / value,
}


def _solve(
    side: Node, value: Interval, role: str, values: Values, crossed: bool
) -> Interval | None:
    """``role`` from ``side = value`` by undoing one operation after another."""
    while side[0] not in ("role", "total"):
        operator, *operands = side
        if operator == "neg":
            side, value = operands[0], -value
            continue
        if operator == "abs":
            side = operands[0]
            value = -value if (evaluate(side, values).middle < 0) is not crossed else value
            continue
        a, b = operands
        if role in _roles(a):
            value, side = _UNDO_FIRST[operator](value, evaluate(b, values)), a
        else:
            value, side = _UNDO_SECOND[operator](value, evaluate(a, values)), b
    return None if value == EVERYTHING or side[0] == "total" else value
