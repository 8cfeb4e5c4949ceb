"""The head figures of a self-evaluation told in two places: budget, spending, rate and total.

A form has them in its rows 年度资金总额 and 总分; a report in its own copy of the form, or in its
words (全年预算数136.50万元). Told are only those of one project: of several each has its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.binding.case import Case
from linter.binding.marks.total_marks import PROJECT_HEADING, table_totals
from linter.binding.names import OTHER_TIME, is_told
from linter.binding.relations.neighbours import is_budget, is_spent
from linter.binding.report.identity import PROJECT, same_names
from linter.binding.same_facts.agreement import table_twins
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.table import TypedTable
from linter.regexes.late import regex

_ROW = regex(r"(?:年度|项目)?资金总额|年度总额")
_UNIT = regex(
    r"(?:实施单位|预算单位|填报单位|项目单位)(?:\([^()]*\))?[ \t:|]*([^\s:,，。;|]{3,40})"
)
_KINDS = "adjusted", "executed", "rate"
_PAIR = 2

Heads = Mapping[str, Quantity]


def head_figures(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each head figure with the other place's that is not the same.

    To be asked for with ``case.once``.
    """
    if _has_projects(case):
        return
    rows = [row for table in case.facts.tables if (row := _row(table))]
    if len(rows) == 1:
        slips = {figure.start for figure, _ in case.once(table_twins)}
        found = _differing(_words(case.facts), rows[0])
        yield from ((figure, twin) for figure, twin in found if figure.start not in slips)
    elif len(rows) == _PAIR:
        yield from _differing(*rows)
        marks = [mark for _, mark in table_totals(case)]
        if len(marks) == _PAIR and not marks[0].value.meets(marks[1].value):
            yield marks[0], marks[1]


def _has_projects(case: Case) -> bool:
    folded = case.document.folded
    headed = sum(bool(PROJECT_HEADING.search(s.title)) for s in case.outline.sections)
    return headed > 1 or not all(same_names(p.findall(folded)) for p in (PROJECT, _UNIT))


def _row(table: TypedTable) -> Heads | None:
    """The head figures in the first row of a form's money, by kind of column."""
    kinds = [column.kind or "" for column in table.columns]
    if not table.table.sure or not {"adjusted", "executed"} <= {*kinds}:
        return None
    row = next((r for r in table.rows if any(_ROW.search(text) for text in r.texts[:3])), None)
    if row is None:
        return None
    return {k: f for k, f in zip(kinds, row.figures, strict=True) if f is not None and not f.hedge}


def _words(facts: Facts) -> Heads:
    """The head figures that words tell plainly, each but once or with one value."""
    told: dict[str, list[Quantity]] = {}
    for figure in facts.by_dimension.get("money", ()):
        if not is_told(facts, figure, planned=True) or _is_of_other_time(facts, figure):
            continue
        if is_budget(facts, figure):
            told.setdefault("adjusted", []).append(figure)
        elif is_spent(facts, figure):
            told.setdefault("executed", []).append(figure)
    return {k: f[0] for k, f in told.items() if all(f[0].value.meets(o.value) for o in f)}


def _is_of_other_time(facts: Facts, figure: Quantity) -> bool:
    words = facts.own_words(figure).replace(f"{facts.year}年", "")
    return OTHER_TIME.search(words.replace("12月", "")) is not None


def _differing(here: Heads, there: Heads) -> Iterator[tuple[Quantity, Quantity]]:
    """Where one kind differs, and the other place has the figure in no other column either."""
    for kind in _KINDS:
        figure, twin = here.get(kind), there.get(kind)
        if figure is None or twin is None or twin.dimension != figure.dimension:
            continue
        if not any(f.value.meets(figure.value) for f in there.values()):
            yield figure, twin
