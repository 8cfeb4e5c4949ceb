"""Whether printed figures can satisfy a formula: independent of the linter's own arithmetic."""

from __future__ import annotations

import itertools
import re

_FIGURE = re.compile(r"(\d[\d,]*)(\.\d+)?")
_FACTORS = {
    "万亿": 1e12, "千亿": 1e11, "百亿": 1e10, "亿": 1e8,
    "千万": 1e7, "百万": 1e6, "万": 1e4, "千元": 1e3,
}  # fmt: skip
_COUNTED = re.compile(
    "[人个家户次名场项条件辆台套处座所期份眼口株头只批起例宗篇册村天栋间片盏部位]|分(?!钟)"
)

Interval = tuple[float, float]


def interval(text: str, *, exact: bool = False) -> Interval | None:
    """The values that a printed figure stands for: half of its last digit to either side.

    Whole counts without 万 or 亿 stand for themselves, and so does every figure where ``exact``.
    None where the text holds no figure.
    """
    figure = _FIGURE.search(text)
    if not figure:
        return None
    value, rest = float(figure[0].replace(",", "")), text[figure.end() :]
    factor = next((f for unit, f in _FACTORS.items() if rest.startswith(unit)), 1.0)
    half = 0.5 * 10 ** -(len(figure[2]) - 1 if figure[2] else 0)
    if exact or (not figure[2] and factor == 1.0 and _COUNTED.match(rest)):
        half = 0.0
    return (value - half) * factor, (value + half) * factor


def allowed(formula: str, members: dict[str, str], *, exact: bool = False) -> bool | None:
    """Whether the figures of the members can satisfy the formula; None where one is no figure.

    A formula is conditions with ``=`` or ``<=``, joined with ``;``; all must hold.
    """
    figures: dict[str, Interval] = {}
    for name, text in members.items():
        values = interval(text, exact=exact)
        if values is None:
            return None
        figures[name] = values
    return all(_holds(condition, figures) for condition in formula.split(";") if condition.strip())


def _holds(condition: str, figures: dict[str, Interval]) -> bool:
    left, relation, right = re.split(r"\s*(<?=)\s*", condition.strip(), maxsplit=1)
    (low, left_high), (right_low, high) = _bounds(left, figures), _bounds(right, figures)
    slack = 1e-9 * max(1.0, abs(low), abs(high))
    return low <= high + slack and (relation == "<=" or right_low <= left_high + slack)


def _bounds(expression: str, figures: dict[str, Interval]) -> Interval:
    """Least and greatest value over the corners of the figures' intervals."""
    code = compile(expression, "formula", "eval")
    names = [name for name in figures if name in code.co_names]
    corners = itertools.product(*(sorted(set(figures[name])) for name in names))
    nothing: dict[str, object] = {"__builtins__": {}}
    values = [
        eval(code, nothing, dict(zip(names, corner, strict=True)))  # noqa: S307 - our own formulas
        for corner in corners
    ]
    return min(values), max(values)
