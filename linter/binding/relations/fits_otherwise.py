"""Figures that do not fit, but would another rate, or several amounts together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import partial
from math import ceil

from linter.binding.relations.called import name_of, subject_of
from linter.binding.relations.roles import Role
from linter.binding.relations.told import Told
from linter.binding.slips import is_swap
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.interval import Interval, total
from linter.late import regex

_REST = regex("其余|其[他它]|另外?|余下|剩余?|尚有?")
_TOTAL = regex("合计|共计|累计|总计|总共|一共")
_MOST_SUMMED = 4
_DIGITS, _PAIR = 3, 2


def fits_swapped(told: Told) -> bool:
    """Whether the part was but taken for the whole: 付款466.8万元对486万元，执行率96.05%."""
    if told.derived.dimension != "percent" or len(told.operands) != _PAIR:
        return False
    if told.facts.digits(told.derived) < _DIGITS:
        return False
    first, second = (name for name in told.figures if name != told.relation.derived)
    if _are_labelled(told, first, second):
        return False
    values = {name: figure.value for name, figure in told.figures.items()}
    values[first], values[second] = values[second], values[first]
    return any(equation.holds(values) for equation in told.equations)


def _are_labelled(told: Told, *names: str) -> bool:
    """Whether words name each of the roles: 由28分钟增至50分钟 is not to be turned round."""
    roles = told.relation.roles
    return all(
        told.roles.label(name, roles[name], told.figures[name], told.derived) for name in names
    )


def is_added_up(told: Told) -> bool:
    """Whether the plan would be a part of what was done: 一期110人、二期96人，合计206人."""
    if "plan" not in told.relation.roles:
        return False
    done = max(told.operands, key=lambda f: f.start)
    if not _TOTAL.search(told.lead(done)):
        return False
    low, _ = told.facts.windows.bounds("sentence", done.start)
    listed = [f for f in told.facts.within(low, done.start) if f.dimension == done.dimension]
    runs = (listed[-count:] for count in range(2, min(len(listed), _MOST_SUMMED) + 1))
    return any(
        any(f in run for f in told.operands) and done.value.meets(total(f.value for f in run))
        for run in runs
    )


def is_by_steps(told: Told) -> bool:
    """Whether a mark of whole points is held against what makes no whole ones: by bands."""
    if told.derived.dimension != "score" or not told.derived.exact:
        return False
    values = {name: figure.value for name, figure in told.figures.items()}
    due = [e.expected(told.relation.derived, values) for e in told.equations]
    return all(d is not None and ceil(d.low) > d.high for d in due)


def fits_another(told: Told) -> bool:
    """Whether another rate of the sentence, of another name, is what the operands give."""
    if told.derived.dimension not in ("percent", "percent-point", "times"):
        return False
    low, high = told.facts.windows.bounds("sentence", told.derived.start)
    name = name_of(told.facts, told.derived), subject_of(told.facts, told.derived)
    others = (
        f
        for f in told.facts.around(told.derived, low, high)
        if f.dimension == told.derived.dimension
        and f.hedge is None
        and status(told.facts, f) == "actual"
        and (
            name[0] is None
            or (name_of(told.facts, f), subject_of(told.facts, f)) != name
            or _is_of_an_earlier_clause(told, f)
        )
    )
    values = {name: figure.value for name, figure in told.figures.items()}
    return any(
        equation.holds({**values, told.relation.derived: other.value})
        and not _is_mistyped(told.facts, told.derived, other)
        for other, equation in itertools.product(others, told.equations)
    )


def _is_of_an_earlier_clause(told: Told, other: Quantity) -> bool:
    """Whether another rate stands with all operands in a clause before the derived one's."""
    low, _ = told.facts.windows.bounds("clause", told.derived.start)
    return other.start < low and all(f.start < low for f in told.operands)


def _is_mistyped(facts: Facts, derived: Quantity, other: Quantity) -> bool:
    """Whether a rate is but another one with two digits swapped: 97.64% and 79.64%."""
    literal = facts.text[derived.start : derived.end]
    return is_swap(derived, literal, other.value, _DIGITS)


def fits_sums(told: Told) -> bool:
    """Whether the equations hold of several amounts together: 两级安排500万元、300万元."""
    low, high = told.facts.windows.bounds("sentence", told.derived.start)
    near = told.facts.around(told.derived, low, high)
    options = {name: list(_sums(told, name, f, near)) for name, f in told.figures.items()}
    tried = [
        dict(zip(options, values, strict=True)) for values in itertools.product(*options.values())
    ]
    return any(e.holds(values) for e in told.equations for values in tried[1:])


def _sums(told: Told, name: str, figure: Quantity, near: list[Quantity]) -> Iterator[Interval]:
    """What a figure stands for, alone or with those of its role or beside it."""
    yield figure.value
    if figure.dimension == "percent":
        return
    taken = {f.start for n, f in told.figures.items() if n != name}
    alike = [f for f in near if f.dimension == figure.dimension]
    role: Role = told.relation.roles[name]
    derived = told.derived
    named = [
        f
        for f in alike
        if f is figure or (f.start not in taken and told.roles.label(name, role, f, derived))
    ]
    if name != told.relation.derived and len(named) > 1:
        yield total(f.value for f in named)
    row = sorted([*alike, figure] if figure not in alike else alike, key=lambda f: f.start)
    at = row.index(figure)
    for count in range(2, _MOST_SUMMED + 1):
        run = row[max(0, at + 1 - count) : at + 1]
        if len(run) == count and not any(f.start in taken for f in run):
            yield total(f.value for f in run)
    if at + 1 < len(row) and is_rest(told.facts, row[at + 1]) and row[at + 1].start not in taken:
        yield total(f.value for f in row[at : at + 2])
    listed = [figure, *itertools.takewhile(partial(_is_listed, told.facts), row[at + 1 :])]
    if 1 < len(listed) <= _MOST_SUMMED and not any(f.start in taken for f in listed):
        yield total(f.value for f in listed)


def is_rest(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure makes the one before it whole: 一次通过45个，其余3个整改后通过."""
    return figure.hedge is None and bool(_REST.search(facts.text, *facts.own_lead(figure)))


def _is_listed(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure goes on a list: 应急经费12万元、宣传经费8万元."""
    low, high = facts.own_lead(figure)
    return facts.text.startswith("、", low, high)
