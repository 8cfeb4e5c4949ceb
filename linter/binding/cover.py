"""The cover of a report: the short lines and cells at its head, before the text begins."""

from __future__ import annotations

from linter.binding.case import Case

_MOST = 60
"""How many lines and cells are looked through."""
_LONGEST = 60


def cover(case: Case) -> tuple[int, int]:
    """Where the cover stands: behind the title too, up to the first section or sentence."""
    sections = case.outline.sections
    high = sections[0].start if sections else len(case.document.text)
    end = 0
    for block in case.document.blocks[:_MOST]:
        if block.start >= high or block.end - block.start > _LONGEST:
            break
        if "。" in case.document.folded[block.start : block.end]:
            break
        end = block.end
    return 0, end
