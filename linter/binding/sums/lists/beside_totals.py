"""Runs of figures beside their total: 甲3人、乙4人，合计7人; 共100万元，中央60万元、省级40万元.

Clerks write sums in so many ways that the words alone do not find them; the figures do: a figure
and the run of figures of its unit next to it. A run that adds up is right, whatever the words. One
that does not is told only where words say that it must (合计, 由……组成), or where one slip of the
hand explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.binding.sums.lists.addable_rows import FEWEST, blocks, rows
from linter.binding.sums.lists.failing import failing, withheld
from linter.binding.sums.lists.holding import holding
from linter.binding.sums.lists.row import Row
from linter.binding.sums.lists.run import Run
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.interval import total as sum_of
from linter.regexes.late import regex

_OF_MORE = regex(r"\)|[两二三四五六七八九十\d](?:年|期|批|轮|次)|加上|另|累计|连同|包括|含")
"""Between parts and a total: there is more in it than these."""
_PLANNED = ("plan", "target")


def runs(facts: Facts) -> Iterator[Run]:
    """For each figure that may be a total, the run that decides it, block by block."""
    for block in blocks(facts):
        searched = list(_rows(facts, block))
        right = [run for row, _ in searched for run in holding(row)]
        yield from right
        yield from _wrong(searched, right)


def doubts(facts: Facts) -> Iterator[tuple[Quantity, str]]:
    """The seeming totals that one slip would explain, each with the first reason not to tell it."""
    for block in blocks(facts):
        found: dict[int, tuple[Quantity, str]] = {}
        for row, _ in _rows(facts, block):
            for candidate, reason in withheld(row):
                found.setdefault(candidate.total.start, (candidate.total, reason.why))
        yield from (found[start] for start in sorted(found))


def _rows(facts: Facts, block: list[Quantity]) -> Iterator[tuple[Row, bool]]:
    """The rows of a paragraph that may hold a total and parts, with whether they are alike."""
    for figures, alike in rows(facts, block):
        if len(figures) >= FEWEST:
            yield Row(facts, figures), alike


def _wrong(searched: Sequence[tuple[Row, bool]], right: Sequence[Run]) -> Iterator[Run]:
    """The runs that fail, each figure in one of them, and that no sum that holds explains."""
    settled = {figure.start for run in right for figure in (*run.figures, *run.between)}
    told = set[int]()
    for row, alike in searched:
        found = failing(row, settled, alike=alike)
        for run in sorted(found, key=lambda run: not run.added):
            places = {figure.start for figure in run.figures}
            if places & told or _is_of_a_whole(run, right):
                continue
            if _is_made_otherwise(run, right, row):
                continue
            told |= places
            yield run


def _is_made_otherwise(run: Run, right: Sequence[Run], row: Row) -> bool:
    """Whether sums that hold have the parts of a run, or make up its total or one of its parts.

    Not of parts that all of them together make up another total, which is told again.
    """
    total, parts = run.total.start, _starts(run)
    if any(_starts(sure) == parts and _is_told_again(run, sure, row) for sure in right):
        return False
    return any(
        known & parts
        if sure.total.start == total or sure.total.start in parts
        else not run.added and parts >= known
        for sure in right
        for known in (_starts(sure),)
    )


def _starts(run: Run) -> set[int]:
    return {part.start for part in run.parts}


def _is_told_again(run: Run, sure: Run, row: Row) -> bool:
    """Whether what parts come to is told behind them, or where another sentence tells it.

    Not what was planned: 计划320次，春季84次、……。实际312次.
    """
    if run.added:
        return not _OF_MORE.search(row.text, run.parts[-1].end, run.total.start)
    if status(row.facts, run.total) in _PLANNED:
        return False
    return _is_beside(run, row.facts) and not _is_beside(sure, row.facts)


def _is_beside(run: Run, facts: Facts) -> bool:
    """Whether a total stands in the sentence where its parts begin."""
    return facts.windows.share("sentence", run.total.start, run.parts[0].start)


def _is_of_a_whole(run: Run, right: Sequence[Run]) -> bool:
    """Whether parts make up what their seeming total is itself a part of.

    资产28万元，负债9万元，净资产19万元（行政单位资产8万元，事业单位资产20万元）.
    """
    reached = sum_of(part.value for part in run.parts)
    return any(run.total in sure.parts and sure.total.value.meets(reached) for sure in right)
