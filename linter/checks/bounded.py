"""``bounded``: figures by their names against what such a figure can be: no 合格率 above 100%."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace

from linter.binding.case import Case
from linter.binding.explained import is_explained
from linter.binding.telling import told
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.facts.table import TypedTable
from linter.language.expression import Equation
from linter.language.needs import Spec
from linter.language.words import any_word, before_figure
from linter.model import Severity, Verdict

_LEAD = 24
"""Within how many characters before a figure its name stands."""


class Bounded(Spec, frozen=True):
    """Names of figures and an equation over one such figure, ``value``."""

    NAMES: ClassVar = ("value",)

    dim: str
    names: tuple[str, ...]
    """Words that end right before the figure, or that its table's row or column is called by."""
    where: str
    without: tuple[str, ...] = ()
    """Words before the figure, or in its row's or column's name, that make it another one."""
    headers: tuple[str, ...] = ()
    """Kinds of columns whose figures their row names; the names of others are their headers."""
    unless: tuple[str, ...] = ()
    """Words near the figure that explain it."""
    elsewhere: tuple[str, ...] = ()
    """Words that explain it wherever they stand."""
    threshold: str | None = None
    """The profile's threshold, a share, for the number on the right of ``where``."""
    mild: str | None = None
    """What makes a failure an info where it holds."""
    whole: bool = False
    """Whether only whole reports are asked, and only for their first such figure."""

    def equations(self) -> Iterator[str]:
        """``where``, and ``mild`` where there is one."""
        yield from filter(None, (self.where, self.mild))


SPEC = Bounded


def check(rule_id: str, spec: Bounded, case: Case) -> Iterator[Verdict]:
    """A verdict for each figure that is named."""
    equation = _where(spec, case)
    figures = list(_figures(spec, case)) if case.is_whole or not spec.whole else []
    failing = [f for f in figures if not equation.fits({"value": f})]
    if spec.elsewhere and any_word(spec.elsewhere).search(case.facts.text):
        failing = []
    doubted = [f for f in failing if not is_explained(case.facts, f, any_word(spec.unless))]
    for figure in doubted[:1] if spec.whole else doubted:
        yield _verdict(spec, case, figure, equation, equation)
    for figure in figures:
        if equation.fits({"value": figure}):
            yield _verdict(spec, case, figure, equation, None)


def _where(spec: Bounded, case: Case) -> Equation:
    """``where``, with the profile's threshold in it if it has one."""
    equation = case.compiled.equations[spec.where]
    own = case.profile.thresholds.get(spec.threshold or "")
    return equation if own is None else replace(equation, right=["number", str(own)])


def _verdict(
    spec: Bounded, case: Case, figure: Quantity, equation: Equation, failing: Equation | None
) -> Verdict:
    verdict = told(case, "value", {"value": figure}, (equation,), failing)
    if failing and spec.threshold:
        limit = {"value.expected": f"{100 * float(equation.right[1]):g}%"}
        verdict = replace(verdict, values=verdict.values | limit)
    mild = case.compiled.equations[spec.mild] if spec.mild and failing else None
    is_mild = mild is not None and mild.fits({"value": figure})
    return replace(verdict, severity=Severity.info) if is_mild else verdict


def _figures(spec: Bounded, case: Case) -> Iterator[Quantity]:
    facts = case.facts
    named, without = before_figure(spec.names), any_word(spec.without)
    for figure in facts.text_by_dimension.get(spec.dim, ()):
        low, high = facts.own_lead(figure)
        begin, _ = facts.windows.bounds("clause", figure.start) if spec.whole else (low, high)
        if (
            named.search(facts.text, *facts.own_lead(figure, _LEAD))
            and not without.search(facts.text, begin, high)
            and status(facts, figure) == "actual"
        ):
            yield figure
    for table in facts.tables:
        if table.table.sure:
            yield from _cells(spec, table)


def _cells(spec: Bounded, table: TypedTable) -> Iterator[Quantity]:
    named, without = any_word(spec.names), any_word(spec.without)
    places = [(n, c.header, c.kind in spec.headers) for n, c in enumerate(table.columns)]
    places = [(n, header, titled) for n, header, titled in places if titled or named.search(header)]
    for row in table.rows if places else ():
        title = " ".join(t for t, f in zip(row.texts, row.figures, strict=True) if f is None)
        for n, header, titled in places:
            figure = row.figures[n]
            if figure is None or figure.dimension != spec.dim:
                continue
            if (not titled or named.search(title)) and not without.search(f"{title} {header}"):
                yield figure
