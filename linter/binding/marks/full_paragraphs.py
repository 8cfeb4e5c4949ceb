"""Paragraphs that open with full marks of one part, and go on to say why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from linter.binding.case import Case
from linter.binding.slots import figures_in
from linter.facts.quantity import Quantity
from linter.model import Span
from linter.regexes.late import regex

_OPENING = 40
"""Within how many characters of its beginning a paragraph names its marks."""
_FEWEST_WORDS = 24
"""How many characters behind its marks say why; fewer leave it to other paragraphs."""
_SUMMED_UP = regex(r"结论|结果|评分|得分|综合|总体|概述|概况|综述|汇总|附")
"""In a heading above: its chapter tells again what others prove."""


def full_paragraphs(
    case: Case, claims: Iterable[str]
) -> Iterator[tuple[Span, int, Quantity | None]]:
    """The words for full marks, the end of what is told for them, and the marks obtained.

    What is told goes on to the next paragraph with marks, or to the end of the section. None in a
    report with a table of indicators, which accounts for all of them.
    """
    if case.document.tables:
        return
    found = sorted(_claims(case, claims), key=lambda claim: claim[0].start())
    bounds = [case.facts.windows.bounds("block", match.start()) for match, _ in found]
    marked = {case.facts.windows.bounds("block", f.start)[0] for f in _marks(case)}
    opened = sorted(marked | {low for low, _ in bounds})
    following = dict(pairwise([*opened, len(case.facts.text)]))
    for (match, marks), (low, high) in zip(found, bounds, strict=True):
        if _opens(case, match, low, high, len(marks)) and _is_full(marks):
            section = case.outline.at(match.start())
            end = min(following[low], section.end if section else len(case.facts.text))
            yield Span(*match.span()), max(high, end), marks.get("got")


def _marks(case: Case) -> list[Quantity]:
    return case.facts.text_by_dimension.get("score", [])


def _claims(
    case: Case, claims: Iterable[str]
) -> Iterator[tuple[re.Match[str], dict[str, Quantity]]]:
    for source in claims:
        for match in case.matches(source):
            if case.is_in("prose", match.start()):
                yield match, figures_in(match, case)


def _opens(case: Case, match: re.Match[str], low: int, high: int, marks: int) -> bool:
    """Whether a paragraph of the report's analysis opens with one part's marks and their reason."""
    if match.start() - low > _OPENING or high - match.end() < _FEWEST_WORDS:
        return False
    told = sum(f.dimension == "score" for f in case.facts.within(low, high))
    path = case.outline.path(case.outline.at(match.start()))
    return told == marks and not any(_SUMMED_UP.search(part.title) for part in path)


def _is_full(marks: dict[str, Quantity]) -> bool:
    """Whether the marks obtained are the full ones; where no figure tells them, words do."""
    full, got = marks.get("full"), marks.get("got")
    return full is None or got is None or full.printed == got.printed
