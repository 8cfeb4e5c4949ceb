"""The scores that headings tell: 一、产出（满分60分，得57分）."""

from __future__ import annotations

from linter.binding.case import Case
from linter.facts.score import Score


def scored_headings(case: Case) -> dict[int, dict[str, Score]]:
    """The scores in each section's heading, by their part. To be asked for with ``case.once``."""
    found: dict[int, dict[str, Score]] = {}
    for score in case.scores:
        if score.section is not None:
            found.setdefault(score.section.index, {}).setdefault(score.role, score)
    return found
