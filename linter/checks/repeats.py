"""``repeats``: words that were typed or pasted twice, one right behind the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from linter.binding.case import Case
from linter.binding.gathered import gathered
from linter.language.needs import Spec
from linter.late import regex
from linter.model import Span, Status, Verdict
from linter.programs import compiled

_WORD, _END = "\u4e00-\u9fff", "，。;\n"
_CHINESE = regex(f"[{_WORD}]")


class Repeats(Spec, frozen=True):
    """All that stands twice is told as one finding, at the second time."""

    least: Annotated[int, Meta(ge=2, le=12)] = 4
    """How many Chinese characters at least; short words may well meet: 产出指标｜指标值."""


SPEC = Repeats


def check(rule_id: str, spec: Repeats, case: Case) -> Iterator[Verdict]:
    """A failure at the first repetition of words or of a clause in running text, else a pass."""
    places = sorted({*_words(spec, case), *_clauses(spec, case)})
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
    """甲乙丙丁，甲乙丙丁，with its figures."""
    clause = rf"[^、{_END}]{{{spec.least},40}}"
    twice = compiled(rf"[:{_END}]({clause})[，。;](?P<again>\1)(?=[{_END}]|$)")
    for match in twice.finditer(case.document.folded):
        if len(_CHINESE.findall(match["again"])) >= spec.least:
            yield Span(*match.span("again"))
