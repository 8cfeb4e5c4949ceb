"""Things that the goals want so many of, and that nothing else in the report so much as names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.binding.case import Case
from linter.facts.quantity import Quantity
from linter.language.words import any_word
from linter.model import Span
from linter.regexes.late import regex

_NOUN = regex(r"[\u4e00-\u9fff]{2,12}(?=(?:总数|数量|共|约|不少于|不低于|至少|达到?|各)*$)")
_RESULTS = regex("完成|产出|实现|结果|成效|达成|效益")
"""In the title of a chapter behind the goals: it tells what came of them."""
_COUNTED = ("person", "person-time", "household", "mu", "length", "area", "mass", "hour")


def untold_goals(
    case: Case, goals: Sequence[tuple[int, int]], verbs: tuple[str, ...]
) -> Iterator[tuple[Span, str]]:
    """Each such goal with its thing, where a chapter behind the goals tells results.

    A thing is named where any two of its characters stand side by side, or its number stands: it
    may be told in other words.
    """
    end = max(high for _, high in goals)
    told = any(s.start >= end and _RESULTS.search(s.title) for s in case.outline.sections)
    if not told:
        return
    verb, rest = any_word(verbs), _without(case.facts.text, goals)
    for low, high in goals:
        for figure in case.facts.within(low, high):
            noun = _noun(case, figure, verb)
            if noun and not _is_named(noun, case.text(figure.start, figure.end), rest):
                yield Span(noun.start(), figure.end), noun[0]


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text without some stretches."""
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    return "\n".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))


def _noun(case: Case, figure: Quantity, verb: re.Pattern[str]) -> re.Match[str] | None:
    """The thing between a verb and the figure that counts it: 新建|青贮池|30座."""
    counted = figure.dimension.startswith("count:") or figure.dimension in _COUNTED
    if not counted or case.facts.in_table(figure.start):
        return None
    low, high = case.facts.own_lead(figure)
    found = verb.search(case.facts.text, low, high)
    return _NOUN.match(case.facts.text, found.end(), high) if found else None


def _is_named(noun: re.Match[str], number: str, rest: str) -> bool:
    """Whether a thing, or how many there should be, stands in the rest of the text."""
    pairs = (noun[0][at : at + 2] for at in range(len(noun[0]) - 1))
    return number in rest or any(pair in rest for pair in pairs)
