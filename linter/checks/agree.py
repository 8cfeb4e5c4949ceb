"""``agree``: the same fact told in two places, with figures that differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.marks.total_marks import differing_totals, mistyped_totals
from linter.binding.misfits.chance import borne_out
from linter.binding.names import is_of_another_base
from linter.binding.report.form_rows import head_figures
from linter.binding.same_facts.agreement import table_twins
from linter.binding.same_facts.cited import cited
from linter.binding.same_facts.goal_twins import goal_twins
from linter.binding.same_facts.goals_told import goals_told
from linter.binding.same_facts.misnamed import misnamed
from linter.binding.same_facts.of_two_kinds import are_of_two_kinds
from linter.binding.same_facts.present import present
from linter.binding.same_facts.rated import are_rated
from linter.binding.same_facts.referred import referred
from linter.binding.same_facts.restated import namesakes, text_twins
from linter.binding.same_facts.scales import table_scales
from linter.binding.same_facts.shortfalls import shortfalls
from linter.binding.same_facts.summaries import summarised
from linter.binding.same_facts.told_behind import are_told_apart
from linter.binding.sought import Sought
from linter.binding.telling import told_differently
from linter.facts.quantity import Quantity
from linter.language.needs import Spec
from linter.model import Severity, Verdict


class Agree(Spec, frozen=True):
    """Where the fact is told again."""

    within: Literal["tables", "text", "totals", "scales", "forms"]
    """``tables``, ``text``: any figure that one slip keeps apart; ``totals``: the total score;
    ``scales``: an amount 10,000 times as large in a table (元 for 万元);
    ``forms``: the head figures of a form and of another, or of the text."""


SPEC = Agree
_PAIRS = {
    "tables": table_twins,
    "text": text_twins,
    "totals": differing_totals,
    "scales": table_scales,
    "forms": head_figures,
}
_DOUBTS = {
    "tables": (cited, goal_twins),
    "text": (namesakes, misnamed, referred, summarised, present),
    "totals": (mistyped_totals,),
}
"""Pairs that are never more than a doubt."""


def seeks(rule_id: str, spec: Agree, case: Case) -> Iterator[Sought]:
    """Figures, tables or total scores that may tell one fact."""
    if spec.within == "totals":
        yield sought.marks(case, "total")
        return
    yield sought.figures(case, "any")
    if spec.within != "text":
        yield sought.tables(case)


def check(rule_id: str, spec: Agree, case: Case) -> Iterator[Verdict]:
    """A verdict for each figure whose twin elsewhere bears its name."""
    seen: set[int] = set()
    in_text = spec.within == "text"
    for figure, twin in case.once(_PAIRS[spec.within]):
        seen.add(figure.start)
        apart = in_text and _are_apart(case, figure, twin)
        if not apart and not (figure.dimension == "percent" and _are_two(case, figure, twin)):
            yield told_differently(case, figure, twin)
    for pairs in _DOUBTS.get(spec.within, ()):
        for figure, twin in pairs(case):
            if in_text and _are_apart(case, figure, twin):
                continue
            if figure.start not in seen and not _are_two(case, figure, twin):
                seen.add(figure.start)
                yield told_differently(case, figure, twin, Severity.warning)
    for figure, other, due in (*goals_told(case), *shortfalls(case)) if in_text else ():
        apart = are_told_apart(case.facts, figure, other) or _are_two(case, figure, other)
        if figure.start not in seen and not apart:
            yield told_differently(case, figure, other, Severity.warning, due)


def _are_apart(case: Case, figure: Quantity, twin: Quantity) -> bool:
    """Whether what stands behind two figures, a rate beside or headings above makes them two."""
    facts = case.facts
    two = are_told_apart(facts, figure, twin) or are_rated(facts, figure, twin)
    return two or are_of_two_kinds(facts, figure, twin)


def _are_two(case: Case, figure: Quantity, twin: Quantity) -> bool:
    """Whether figures around them make both what they are; of a cell that is not asked.

    Or the one is said to be of another base than the cell.
    """
    facts = case.facts
    if twin.start in facts.cells and is_of_another_base(facts, figure):
        return True
    if borne_out(facts, figure) is None:
        return False
    return twin.start in facts.cells or borne_out(facts, twin) is not None
