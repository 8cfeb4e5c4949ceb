"""Simple formulas computed anew: sums of ranges, + − × ÷ and ROUND over plain numbers.

Whatever else a formula holds, or a cell that is no plain number, makes it nobody's business here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isfinite

from linter.regexes.late import regex

_TOKEN = regex(
    r"\s*(?:(\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\w(:!])"
    r"|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(!])|([A-Z]+)(?=\()|([-+*/(),:%]))"
)
_LONGEST = 1_000
_DEEPEST = 40
_MOST_CELLS = 20_000
_TOLERANCE = 1e-9
"""Relative to the largest number that takes part: what adding doubles may lose."""

Cell = tuple[int, int]
"""Row and column, from 1."""
Numbers = Callable[[int, int], float | None]
"""The number in a cell; 0 for an empty one; nothing for any other."""


class _Silent(Exception):  # noqa: N818 - no error: nothing is said
    """The formula is not simple."""


def recomputed(formula: str, numbers: Numbers, moved: Cell = (0, 0)) -> tuple[float, float] | None:
    """A formula's value and how far it may be off; nothing where it is not simple.

    ``moved`` says how many rows and columns away from its own cell a shared formula stands.
    """
    if len(formula) > _LONGEST:
        return None
    try:
        reckoner = _Reckoner(_tokens(formula, moved), numbers)
        value = reckoner.whole()
    except (_Silent, ArithmeticError):
        return None
    if not isfinite(value):
        return None
    return value, _TOLERANCE * max(reckoner.largest, abs(value))


def column_number(letters: str) -> int:
    """The number of a column named by letters: A is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_name(number: int) -> str:
    """The letters of a column's number."""
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def _tokens(formula: str, moved: Cell) -> list[float | Cell | str]:
    tokens: list[float | Cell | str] = []
    at, end = 0, len(formula.rstrip())
    while at < end:
        match = _TOKEN.match(formula, at)
        if match is None:
            raise _Silent
        at = match.end()
        if match[1]:
            tokens.append(float(match[1]))
        elif match[3]:
            row = int(match[5]) + (0 if match[4] else moved[0])
            column = column_number(match[3]) + (0 if match[2] else moved[1])
            tokens.append((row, column))
        else:
            tokens.append(match[6] or match[7])
    return tokens


class _Reckoner:
    """Descends through sums, products, factors."""

    def __init__(self, tokens: Sequence[float | Cell | str], numbers: Numbers) -> None:
        self._tokens = tokens
        self._numbers = numbers
        self._at = 0
        self._depth = 0
        self._seen = 0
        self.largest = 0.0

    def whole(self) -> float:
        value = self._sum()
        if self._next() is not None:
            raise _Silent
        return value

    def _next(self) -> float | Cell | str | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, *wanted: str) -> str | None:
        token = self._next()
        if isinstance(token, str) and token in wanted:
            self._at += 1
            return token
        return None

    def _sum(self) -> float:
        value = self._product()
        while sign := self._take("+", "-"):
            other = self._product()
            value = value + other if sign == "+" else value - other
        return value

    def _product(self) -> float:
        value = self._factor()
        while sign := self._take("*", "/"):
            other = self._factor()
            value = value * other if sign == "*" else value / other
        return value

    def _factor(self) -> float:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _Silent
        sign = self._take("+", "-")
        value = self._factor() if sign else self._operand()
        while self._take("%"):
            value /= 100
        self._depth -= 1
        return -value if sign == "-" else value

    def _operand(self) -> float:
        token = self._next()
        self._at += 1
        match token:
            case float():
                return token
            case (int() as row, int() as column):
                return self._number(row, column)
            case "(":
                value = self._sum()
            case "SUM" if self._take("("):
                value = self._total()
                while self._take(","):
                    value += self._total()
            case "ROUND" if self._take("("):
                value = self._rounded()
            case _:
                raise _Silent
        if not self._take(")"):
            raise _Silent
        return value

    def _total(self) -> float:
        """One argument of SUM: a range, or anything else."""
        first = self._next()
        self._at += 1
        if isinstance(first, tuple) and self._take(":"):
            last = self._next()
            self._at += 1
            if not isinstance(last, tuple):
                raise _Silent
            rows = range(min(first[0], last[0]), max(first[0], last[0]) + 1)
            columns = range(min(first[1], last[1]), max(first[1], last[1]) + 1)
            if len(rows) * len(columns) > _MOST_CELLS:
                raise _Silent
            return sum(self._number(row, column) for row in rows for column in columns)
        self._at -= 1
        return self._sum()

    def _rounded(self) -> float:
        value = self._sum()
        if not self._take(","):
            raise _Silent
        places = self._sum()
        if places != int(places) or abs(places) > 12:
            raise _Silent
        step = 10.0 ** int(places)
        # half away from zero, as the sheet does; what is nearly a half counts as one
        whole = int(abs(value) * step + 0.5 + 1e-9)
        return whole / step if value >= 0 else -whole / step

    def _number(self, row: int, column: int) -> float:
        self._seen += 1
        number = self._numbers(row, column)
        if number is None or self._seen > _MOST_CELLS:
            raise _Silent
        self.largest = max(self.largest, abs(number))
        return number
