"""``text``: patterns that must not occur, each occurrence a finding."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import field

from linter.binding.case import Case, Scope
from linter.binding.dates.unclear import is_defined, is_unclear
from linter.binding.gathered import gathered
from linter.binding.slots import pointed_at
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.language.words import goes_on
from linter.model import Span, Status, Verdict


class Text(Spec, frozen=True):
    """What must not stand in the text, and where it may."""

    forbid: tuple[str, ...]
    """Patterns; a slot named ``at`` narrows the finding to it."""
    unless: tuple[str, ...] = ()
    """Patterns that excuse a match when they occur in the same window."""
    window: Window = "sentence"
    scope: Scope = "report"
    """``prose`` leaves out tables; ``titles`` is headings only."""
    replace: dict[str, str] = field(default_factory=dict)
    """Wrong words and right ones: the suggested change."""
    once: bool = False
    """Whether all places of the same words are told as one finding: for habits of typing."""
    plain: bool = False
    """Whether patterns read the text as written, its figures not masked by slots."""
    most: int = 0
    """More places than these, if it is set, are on purpose: names that a report leaves out."""
    relative: bool = False
    """Words for a year, where the report was written in another year than the evaluated one, and it
    matters which they mean."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """What is forbidden and what excuses it, in the rule's window."""
        for source in (*self.forbid, *self.unless):
            yield source, self.window


SPEC = Text


def check(rule_id: str, spec: Text, case: Case) -> Iterator[Verdict]:
    """A failure for each forbidden match; one pass where there is none."""
    if spec.relative and not _written_later(case):
        yield Verdict(
            Status.not_applicable,
            case.document.path,
            reason="成文年份与评价年度相同或不明，或已写明“今年”所指",
        )
        return
    places = [Span(start, end) for start, end in _matches(spec, case)]
    if spec.most and len(places) > spec.most:
        places = []
    if not places:
        yield Verdict(Status.passed, case.document.path)
    told: dict[str | Span, list[Span]] = {}
    for place in places:
        told.setdefault(case.text(place.start, place.end) if spec.once else place, []).append(place)
    for alike in told.values():
        quote = case.text(alike[0].start, alike[0].end)
        mended = quote
        for wrong, right in spec.replace.items():
            mended = mended.replace(wrong, right)
        yield gathered(case, alike, {"mended": mended}, mended if mended != quote else None)


def _matches(spec: Text, case: Case) -> Iterator[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    excused: dict[tuple[int, int], bool] = {}
    for source in spec.forbid:
        for match in case.matches(source, plain=spec.plain):
            start, end = pointed_at(match)
            words = match.string[start:end]
            start = end - len(words.lstrip(" \t"))  # behind a line's indentation
            if start == end or not case.is_in(spec.scope, start) or goes_on(match.string, start):
                continue
            if spec.relative and not is_unclear(case.facts, start):
                continue
            window = case.facts.windows.bounds(spec.window, match.start())
            if window not in excused:
                excused[window] = _excused(spec, case, *window)
            if not excused[window]:
                found.add((start, end))
    return _outermost(found)


def _outermost(spans: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those that lie in no other, in order."""
    furthest = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > furthest:
            furthest = end
            yield start, end


def _excused(spec: Text, case: Case, low: int, high: int) -> bool:
    return case.has(spec.unless, low, high, plain=spec.plain)


def _written_later(case: Case) -> bool:
    """Whether the report names a year after the evaluated one, as the year it was written in.

    A report that says what it calls 今年 leaves nothing open.
    """
    year = case.facts.year
    if year is None or is_defined(case.facts):
        return False
    return any(
        m.year is not None and m.year > year and m.kind != "year" for m in case.facts.moments
    )
