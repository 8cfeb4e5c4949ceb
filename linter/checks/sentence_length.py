"""``sentence-length``: sentences that are too long to be read in one go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from linter.binding.case import Case
from linter.binding.gathered import gathered
from linter.language.needs import Spec
from linter.model import Span, Status, Verdict
from linter.regexes.late import regex

_SENTENCE = regex(r"[^。!?\n]+")
_BEGIN = regex(r"[^。!?\n]{1,10}(?:(?<=[\d,.])[\d,.]{0,20}\d[%万亿元]{0,2})?")
"""What points out where a long sentence begins: so many characters, and a figure whole."""


class SentenceLength(Spec, frozen=True):
    """How many characters a sentence may have; all that are longer are told as one finding."""

    most: Annotated[int, Meta(ge=20)]


SPEC = SentenceLength


def check(rule_id: str, spec: SentenceLength, case: Case) -> Iterator[Verdict]:
    """A failure at the longest sentence of the running text if it is too long, else a pass."""
    long = {
        _begin(case, start, end): length
        for start, end in _sentences(case, spec.most)
        if end - start > spec.most
        and (length := len("".join(case.text(start, end).split()))) > spec.most
    }
    if not long:
        yield Verdict(Status.passed, case.document.path)
        return
    longest = max(long, key=lambda place: long[place])
    others = [place for place in long if place != longest]
    yield gathered(case, [longest, *others], {"length": str(long[longest])})


def _begin(case: Case, start: int, end: int) -> Span:
    found = _BEGIN.match(case.document.folded, start, end)
    return Span(start, found.end() if found else end)


def _sentences(case: Case, most: int) -> Iterator[tuple[int, int]]:
    """Those of paragraphs that are long enough to have a longer one."""
    for block in case.prose:
        if block.end - block.start <= most:
            continue
        for match in _SENTENCE.finditer(case.document.folded, block.start, block.end):
            yield match.span()
