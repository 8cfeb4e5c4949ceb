"""Runs of figures beside their total: 甲3人、乙4人，合计7人; 共100万元，中央60万元、省级40万元.

Clerks write sums in so many ways that the words alone do not find them; the figures do: a figure
and the run of figures of its unit next to it. A run that adds up is right, whatever the words. One
that does not is told only where words say that it must (合计, 由……组成), or where one slip of the
hand explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.binding.sums.lists.failing import failing
from linter.binding.sums.lists.holding import holding
from linter.binding.sums.lists.row import Row
from linter.binding.sums.lists.rows import FEWEST, blocks, rows
from linter.binding.sums.lists.run import Run
from linter.facts.facts import Facts
from linter.interval import total as sum_of


def runs(facts: Facts) -> Iterator[Run]:
    """For each figure that may be a total, the run that decides it, block by block."""
    for block in blocks(facts):
        searched = [
            (Row(facts, figures), alike)
            for figures, alike in rows(facts, block)
            if len(figures) >= FEWEST
        ]
        settled: set[int] = set()
        proven: dict[int, list[set[int]]] = {}
        wholes: list[Run] = []
        for row, _ in searched:
            for run in holding(row):
                parts = {f.start for f in run.parts}
                settled |= {run.total.start, *parts, *(f.start for f in run.between)}
                proven.setdefault(run.total.start, []).append(parts)
                wholes.append(run)
                yield run
        told: set[int] = set()
        for row in (row for row, alike in searched if alike):
            for run in sorted(failing(row, settled), key=lambda found: not found.added):
                places = {run.total.start, *(f.start for f in run.parts)}
                if _is_made_otherwise(run, proven) or places & told:
                    continue
                if not _is_of_the_whole(run, wholes):
                    told |= places
                    yield run


def _is_made_otherwise(run: Run, proven: Mapping[int, Sequence[set[int]]]) -> bool:
    """Whether sums that hold have the parts of a run, or make up its total or one of its parts."""
    parts = {f.start for f in run.parts}
    if any(known & parts for known in proven.get(run.total.start, ())):
        return True
    if not run.added and any(parts >= known for sets in proven.values() for known in sets):
        return True
    return any(known & parts for total in parts for known in proven.get(total, ()))


def _is_of_the_whole(run: Run, wholes: Sequence[Run]) -> bool:
    """Whether parts make up what their seeming total is itself a part of.

    资产28万元，负债9万元，净资产19万元（行政单位资产8万元，事业单位资产20万元）.
    """
    reached = sum_of(part.value for part in run.parts)
    return any(run.total in whole.parts and whole.total.value.meets(reached) for whole in wholes)
