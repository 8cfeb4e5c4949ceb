"""``repeats``: words that were typed or pasted twice, one right behind the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from linter.binding.case import Case
from linter.binding.gathered import gathered
from linter.language.needs import Spec
from linter.language.words import any_title, any_word
from linter.model import Span, Status, Verdict
from linter.regexes.late import regex
from linter.regexes.programs import compiled

_WORD, _END = "\u4e00-\u9fff", "，。;\n"
_CHINESE = regex(f"[{_WORD}]")
_SENTENCE = regex(r"[^。;\n]+")
"""Looked at whatever follows: a pattern that asks for an end looks from each character for it."""
_TITLED = 16
"""Within how many characters before a sentence its title stands: 1.甲镇。建成……。"""
_FIGURES = 2
"""How many figures make a sentence that is not said of several things alike."""


class Repeats(Spec, frozen=True):
    """All that stands twice is told as one finding, at the second time."""

    least: Annotated[int, Meta(ge=2, le=12)] = 4
    """How many Chinese characters at least; short words may well meet: 产出指标｜指标值."""
    near: int = 0
    """Within how many characters a sentence may not come again, if set; else right behind it."""
    unless: tuple[str, ...] = ()
    """Words of sentences that are told alike of several things: 得分, 完成率."""
    each: tuple[str, ...] = ()
    """Last words of titles of which each may have the same: 镇, 校区, 半年."""


SPEC = Repeats


def check(rule_id: str, spec: Repeats, case: Case) -> Iterator[Verdict]:
    """A failure at the first repetition of words or of a clause in running text, else a pass."""
    found = _again(spec, case) if spec.near else {*_words(spec, case), *_clauses(spec, case)}
    places = sorted(found)
    places = [place for place in places if case.is_prose(place.start)]
    if places:
        yield gathered(case, places, {})
    else:
        yield Verdict(Status.passed, case.document.path)


def _words(spec: Repeats, case: Case) -> Iterator[Span]:
    """甲乙丙丁甲乙丙丁, figures aside."""
    twice = compiled(rf"([{_WORD}]{{{spec.least},12}})(?P<again>\1)")
    for match in twice.finditer(case.masked):
        yield Span(*match.span("again"))


def _clauses(spec: Repeats, case: Case) -> Iterator[Span]:
    """甲乙丙丁，甲乙丙丁，with its figures; and 甲乙，丙丁 of a sentence."""
    for clause, mark in (f"[^、{_END}]", "[，。;]"), (r"[^。;\n]", "[。;]"):
        some = rf"{clause}{{{spec.least},120}}"
        twice = compiled(rf"(?:[:{_END}]|\A)({some}){mark}(?P<again>\1)(?=[{_END}]|\Z)")
        for match in twice.finditer(case.document.folded):
            if len(_CHINESE.findall(match["again"])) >= spec.least:
                yield Span(*match.span("again"))


def _again(spec: Repeats, case: Case) -> Iterator[Span]:
    """A sentence that holds figures, where it stood a little above already."""
    before: dict[str, int] = {}
    excuse, titled = any_word(spec.unless), any_title(spec.each)
    folded = case.document.folded
    for match in _SENTENCE.finditer(folded):
        if folded[match.end() : match.end() + 1] not in ("。", ";"):
            continue
        words = match[0].lstrip()
        start = match.end() - len(words)
        last = before.get(words, -spec.near - len(words))
        before[words] = match.end()
        apart = start - last
        if not 1 < apart <= spec.near or excuse.search(words):
            continue
        if titled.search(folded, start - _TITLED, start):
            continue
        figures = case.facts.within(start, match.end())
        if len(_CHINESE.findall(words)) >= spec.least and len(figures) >= _FIGURES:
            yield Span(start, match.end())
