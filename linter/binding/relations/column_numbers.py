"""Numbers of columns in a formula, which are no figures: （1）=（2）+（3）, 5栏=2栏+3栏."""

from __future__ import annotations

from collections.abc import Sequence

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_NAMED = regex(r"栏|行次|各[列行]|第\d{1,2}[列行]|[列行](?=\d|[=+-])")
"""Near a formula of small numbers: these count columns or rows."""
_NAMED_UNITS = frozenset("栏列行")
_MOST = 99
_LEAD = 30


def are_columns(facts: Facts, figures: Sequence[Quantity]) -> bool:
    """Whether figures only number the columns or rows of a table."""
    if all(figure.unit in _NAMED_UNITS for figure in figures):
        return True
    if not all(_is_number(figure) for figure in figures):
        return False
    text, first = facts.text, min(figure.start for figure in figures)
    if all(text[f.start - 1 : f.start] == "(" and text[f.end : f.end + 1] == ")" for f in figures):
        return True
    low, _ = facts.windows.before("sentence", first, _LEAD)
    last = max(figure.end for figure in figures)
    return _NAMED.search(text, low, last) is not None


def _is_number(figure: Quantity) -> bool:
    bare = figure.dimension == "number" and figure.step == 1 == figure.factor
    return bare and figure.printed <= _MOST
