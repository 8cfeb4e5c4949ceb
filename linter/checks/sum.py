"""``sum``: parts and their whole — lists in prose, columns and rows of totals, scores by level."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.marks.groups import group_totals
from linter.binding.marks.levels import score_sums
from linter.binding.marks.mark_lines import mark_lines
from linter.binding.marks.paragraph_sums import kept_in_paragraphs
from linter.binding.marks.table_losses import table_losses
from linter.binding.misfits.of_others import is_of_others
from linter.binding.sought import Sought
from linter.binding.sums.deductions import left_of_full
from linter.binding.sums.lists.announced import announced_totals
from linter.binding.sums.lists.beside_totals import doubts, runs
from linter.binding.sums.lists.divided import divided_totals
from linter.binding.sums.lists.lines import line_totals
from linter.binding.sums.lists.mark_lists import mark_lists
from linter.binding.sums.lists.named_parts import are_named_otherwise, named_totals
from linter.binding.sums.shares.columns import column_share_sums
from linter.binding.sums.shares.sums import share_sums
from linter.binding.sums.tables.columns import column_totals
from linter.binding.sums.tables.row_totals import row_totals
from linter.binding.sums.totals import Total, verdict
from linter.facts.quantity import Quantity
from linter.language.needs import Spec
from linter.model import Severity, Status, Verdict


class Sum(Spec, frozen=True):
    """Where parts and wholes are looked for."""

    of: Literal["runs", "shares", "columns", "full-marks", "marks", "groups", "deductions"]


SPEC = Sum
_OF_OTHERS = "合计可由其他数字或其中几项得出，不一定是这几项的合计"


def seeks(rule_id: str, spec: Sum, case: Case) -> Iterator[Sought]:
    """What may be parts and a whole: figures, columns or scores."""
    match spec.of:
        case "columns":
            yield sought.tables(case)
        case "full-marks" | "marks" | "groups" | "deductions":
            yield sought.marks(case)
        case "shares":
            yield sought.figures(case, "percent")
        case "runs":
            yield sought.figures(case, "any")


def withheld(rule_id: str, spec: Sum, case: Case) -> Iterator[tuple[Quantity, str]]:
    """The totals that one slip would keep from adding up, and why they are not told."""
    if spec.of == "runs":
        yield from doubts(case.facts)


def check(rule_id: str, spec: Sum, case: Case) -> Iterator[Verdict]:
    """A verdict for each whole with its parts."""
    for total in _totals(spec, case):
        said = verdict(case, total)
        doubted = said.status is Status.failed and said.severity is Severity.warning
        if doubted and not total.named and is_of_others(case.facts, total):
            said = Verdict(Status.not_evaluated, said.subject, said.span, reason=_OF_OTHERS)
        yield said


def _totals(spec: Sum, case: Case) -> Iterator[Total]:
    match spec.of:
        case "runs":
            yield from _listed(case)
        case "shares":
            yield from (*share_sums(case.facts), *column_share_sums(case.facts))
        case "columns":
            yield from column_totals(case.facts)
            yield from row_totals(case.facts)
        case "full-marks":
            yield from score_sums(case, "full")
        case "marks":
            yield from score_sums(case, "obtained")
        case "groups":
            yield from group_totals(case)
        case "deductions":
            yield from (*left_of_full(case), *kept_in_paragraphs(case))
            yield from (*mark_lines(case.facts), *table_losses(case))


def _listed(case: Case) -> Iterator[Total]:
    """The totals of the text with the lists that make them up."""
    summed = set[int]()
    for run in runs(case.facts):
        if not run.holds and are_named_otherwise(case.facts, run.total, run.parts):
            continue
        summed |= {run.total.start, *(part.start for part in run.parts)}
        severity = None if run.holds or run.sure else Severity.warning
        yield Total(run.total, run.parts, severity=severity)
    for whole, parts in mark_lists(case.facts):
        if whole.start not in summed:
            yield Total(whole, parts, severity=Severity.warning)
    yield from _named(case, summed)
    yield from (Total(whole, parts) for whole, parts in line_totals(case.facts))
    for whole, parts in announced_totals(case.facts):
        if not summed.issuperset(f.start for f in (whole, *parts)):
            yield Total(whole, parts, severity=Severity.warning)


def _named(case: Case, summed: set[int]) -> Iterator[Total]:
    """The totals that name their parts, and the wholes that a division names."""
    for whole, parts in named_totals(case.facts):
        if whole.start not in summed:
            yield Total(whole, parts, severity=Severity.warning, loose=True)
    for whole, parts in divided_totals(case.facts):
        if parts[0].start not in summed:
            yield Total(whole, parts, severity=Severity.warning, loose=True, named=True)
