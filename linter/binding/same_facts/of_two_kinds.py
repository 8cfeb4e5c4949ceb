"""Figures under headings side by side that name two kinds of one set: 上半年, 下半年."""

from __future__ import annotations

from linter.binding.sums.kinds import are_of_one_set
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity


def are_of_two_kinds(facts: Facts, figure: Quantity, other: Quantity) -> bool:
    """Whether the headings of two figures differ first where they name two kinds of one set."""
    paths = [facts.outline.path(facts.outline.at(f.start)) for f in (figure, other)]
    for one, two in zip(*paths, strict=False):
        if one.index != two.index:
            return are_of_one_set((one.title, two.title), facts.partitions)
    return False
