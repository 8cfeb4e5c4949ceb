"""``compare``: two facts in order — marks within full marks, a part within its whole, steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import field

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.marks.execution import total_and_rate
from linter.binding.marks.pairs import pairs_apart, pairs_bracketed, pairs_unnamed, score_pairs
from linter.binding.marks.paragraph_sums import pairs_in_paragraphs
from linter.binding.relations.steps import Steps
from linter.binding.sought import Sought
from linter.binding.sums.parts.behind import figure_parts, is_apart
from linter.binding.sums.parts.far import far_parts
from linter.binding.sums.parts.rows import single_parts
from linter.binding.sums.parts.subsets import subsets
from linter.binding.telling import told
from linter.facts.quantity import Quantity
from linter.language.needs import Spec
from linter.model import Verdict


class Compare(Spec, frozen=True):
    """Which pairs are compared; the first of a pair is disputed, as ``smaller``."""

    pairs: Literal["marks", "parts", "steps", "total-and-rate"]
    where: tuple[str, ...] = ("smaller <= larger",)
    steps: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Of ``steps``: amounts of which each bounds the next, in order, by their words."""
    headers: tuple[str, ...] = ()
    """The kinds of a table's columns that are such steps."""
    apart: tuple[str, ...] = ()
    """Words before an amount that make it one of a part or of another time."""
    plain: tuple[str, ...] = ()
    """Words that may stand right before those of a later step; any other name a part: 药品支出."""
    unless: tuple[str, ...] = ()
    """Words near two amounts that explain why the later is larger."""

    def equations(self) -> Iterator[str]:
        """Those of ``where``."""
        return iter(self.where)


SPEC = Compare


def seeks(rule_id: str, spec: Compare, case: Case) -> Iterator[Sought]:
    """Scores, or figures that may be parts and wholes; words of steps are parameters."""
    if spec.pairs in ("marks", "total-and-rate"):
        yield sought.marks(case)
    if spec.pairs != "marks":
        yield sought.figures(case, "percent" if spec.pairs == "total-and-rate" else "any")


def check(rule_id: str, spec: Compare, case: Case) -> Iterator[Verdict]:
    """A verdict for each pair."""
    equations = tuple(case.compiled.equations[source] for source in spec.where)
    marks = spec.pairs == "marks"
    apart = tuple(_marks_apart(case)) if marks else ()
    if spec.pairs == "parts":
        apart = (*subsets(case.facts), *far_parts(case.facts))
    for doubt, pairs in ((False, _pairs(spec, case)), (True, apart)):
        for smaller, larger in pairs:
            figures = {"smaller": smaller, "larger": larger}
            failing = next((e for e in equations if not e.fits(figures)), None)
            unsure = doubt or (spec.pairs == "parts" and is_apart(case.facts, smaller, larger))
            if spec.pairs == "parts" and failing is None:
                failing = next((e for e in equations if not e.fits_alike(figures)), None)
                unsure = unsure or failing is not None
            yield told(case, "smaller", figures, equations, failing, unsure)


def _marks_apart(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Marks whose full ones are told by where they stand, and may not be theirs."""
    for find in (pairs_apart, pairs_unnamed, pairs_bracketed, pairs_in_paragraphs):
        yield from find(case)


def _pairs(spec: Compare, case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    match spec.pairs:
        case "marks":
            yield from score_pairs(case)
        case "parts":
            yield from figure_parts(case.facts)
            yield from single_parts(case.facts)
        case "total-and-rate":
            yield from total_and_rate(case)
        case "steps":
            steps = Steps(
                case.facts, tuple(spec.steps.values()), spec.apart, spec.unless, spec.plain
            )
            bounded = case.compiled.equations[spec.where[0]]
            yield from steps.pairs(bounded)
            yield from steps.rows(spec.headers, bounded)
