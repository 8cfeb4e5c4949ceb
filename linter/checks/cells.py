"""``cells``: what the cells of an indicator's row say together, row by row of its table."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import field

from linter.binding.case import Case
from linter.binding.report import indicators
from linter.binding.report.indicators import Direction, Indicator, Mentions, Outcome, State
from linter.facts.table import TypedTable
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Cells(Spec, frozen=True):
    """When a row is told; cells are named by the kind of their column's header."""

    at: str
    """The cell that the finding points at."""
    cells: dict[str, State] = field(default_factory=dict)
    """In which state cells must be."""
    having: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Words one of which a cell must hold."""
    ending: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Words one of which a cell must end with, but for a unit in brackets."""
    lacking: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Words none of which a cell may hold."""
    same: tuple[str, ...] = ()
    """Cells that must say the same, letter by letter."""
    direction: Direction | None = None
    """Where the goal wants the result: above it, under it, or no sign says."""
    goal: Outcome | None = None
    """How the result stands to the goal."""
    margin: float = 0
    """By how much of the goal the result must be off, unless the profile has the ``threshold``."""
    threshold: str | None = None
    where: tuple[str, ...] = ()
    """Equations over figures of the row; only where one does not hold the row is told."""
    rare: bool | None = None
    """Only where such rows are fewer than half or one of two (a slip), or not so (the way)."""
    voted: bool = False
    """Only where the equations hold of two rows at least, and of twice as many as they fail."""
    least: int = 1
    """Only in tables of so many indicators."""
    once: bool = False
    """Only the first such row of a table."""
    told: tuple[str, ...] = ()
    """Patterns that excuse a row in a paragraph of the text that speaks of its indicator."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """What excuses a row, within a paragraph."""
        for source in self.told:
            yield source, "block"

    def equations(self) -> Iterator[str]:
        """Those of ``where``."""
        return iter(self.where)


SPEC = Cells
_FEWEST, _MOST, _PAIR = 2, 100, 3
"""How many rows must vote, how many of a table are told at most; one of two is a slip too."""


def check(rule_id: str, spec: Cells, case: Case) -> Iterator[Verdict]:
    """A verdict for each table of indicators that has the columns, one for each row told."""
    asked = list(_asked(spec, case))
    mentions = Mentions(case, [row for *_, found in asked for row in found], spec.told)
    for table, count, found in asked:
        told = [row for row in found if not mentions.say(row)]
        yield from (_verdict(spec, case, row) for row in (told[:1] if spec.once else told))
        if not told:
            span, text = indicators.head(table), f"{count}项指标 ✓"
            yield Verdict(Status.passed, case.document.path, span, calculation=text)


def _asked(spec: Cells, case: Case) -> Iterator[tuple[TypedTable, int, list[Indicator]]]:
    """Each table that has the columns with its number of indicators, and those to be told."""
    equations = [case.compiled.equations[source] for source in spec.where]
    margin = case.profile.threshold(spec.threshold, spec.margin)
    needed = {kind for kind, state in spec.cells.items() if state != "blank"}
    for table, rows in case.once(indicators.tables_of_indicators):
        if len(rows) < spec.least or not {spec.at, *needed} <= rows[0].columns.keys():
            continue
        asked = _so(spec, margin, rows)
        found = [row for row in asked if row.breaks(equations)]
        few = spec.voted and len(asked) - len(found) < max(_FEWEST, 2 * len(found))
        rare = len(found) * 2 < max(len(rows), _PAIR)
        yield table, len(rows), found[:_MOST] if not few and spec.rare in (None, rare) else []


def _so(spec: Cells, margin: float, rows: list[Indicator]) -> list[Indicator]:
    """The rows whose cells say together what the rule asks, one question after the other."""
    rows = [r for r in rows if all(r.is_in_state(*cell) for cell in spec.cells.items())]
    for wanted, cells in ((True, spec.having), (False, spec.lacking)):
        for kind, words in cells.items():
            rows = [row for row in rows if row.has(kind, words) is wanted]
    rows = [r for r in rows if all(r.ends(kind, words) for kind, words in spec.ending.items())]
    rows = [r for r in rows if not spec.same or len({r.text(kind) for kind in spec.same}) == 1]
    rows = [r for r in rows if spec.direction is None or r.direction == spec.direction]
    return [r for r in rows if spec.goal is None or r.is_outcome(spec.goal, margin)]


def _verdict(spec: Cells, case: Case, row: Indicator) -> Verdict:
    margin = f"{case.profile.threshold(spec.threshold, spec.margin):.0%}"
    texts = {kind: row.text(kind) or "" for kind in row.columns}
    places = ((kind, row.cell(kind)) for kind in (spec.at, "actual", "target"))
    spans = {kind: Span.of(c) for kind, c in places if c and texts[kind]}
    main = next(iter(spans))  # of an empty cell its neighbour
    return Verdict(
        Status.failed,
        row.name,
        spans[main],
        tuple(Related(place, kind) for kind, place in spans.items() if kind != main),
        values={**texts, "name": row.name or "这一行", "margin": margin},
    )
