"""The figures that fill the slots of a pattern."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from linter.binding.case import Case
from linter.facts.quantity import Quantity
from linter.facts.scan import Figure


def filled(match: re.Match[str], slot: str, case: Case) -> Figure | None:
    """What fills a slot; nothing where the pattern has no such slot, or it stands empty."""
    at = match.start(slot) if slot in match.re.groupindex else -1
    return case.facts.by_start.get(at)


def pointed_at(match: re.Match[str]) -> tuple[int, int]:
    """Where the slot ``at`` of a match begins and ends; the whole match where it has none."""
    return match.span(0 if match.groupdict().get("at") is None else "at")


def figures_in(match: re.Match[str], case: Case, *, only: bool = False) -> dict[str, Quantity]:
    """The figure of each slot that one fills.

    If ``only``, none where another one of their dimensions stands in a gap of the match.
    """
    found: dict[str, Quantity] = {}
    for name in match.re.groupindex:
        figure = filled(match, name, case)
        if isinstance(figure, Quantity):
            found[name] = figure
    if not only:
        return found
    kinds = {figure.dimension for figure in found.values()}
    there = sum(figure.dimension in kinds for figure in case.facts.within(*match.span()))
    return {} if there > len(found) else found


def are_written(
    case: Case, figures: Mapping[str, Quantity], words: Mapping[str, Sequence[str]]
) -> bool:
    """Whether each figure of which that is asked is written with one of its words: 逾80公里."""
    texts = {name: case.text(figure.start, figure.end) for name, figure in figures.items()}
    return all(any(w in texts[name] for w in own) for name, own in words.items() if name in texts)
