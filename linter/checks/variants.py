"""``variants``: two ways of writing one thing in one report, told where both are used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Literal

from msgspec import Meta

from linter.binding.case import Case, Scope
from linter.binding.gathered import gathered
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Variants(Spec, frozen=True):
    """What is told is the other writings, where the right one stands in the same window."""

    groups: tuple[Annotated[tuple[str, ...], Meta(min_length=2)], ...]
    """Patterns: the writings of each thing."""
    right: Literal["first", "usual"] = "first"
    """Which writing of a group is right: the first, or the one that the report uses most."""
    window: Window = "report"
    scope: Scope = "report"
    unless: tuple[str, ...] = ()
    """Patterns that excuse a writing in whose window they stand: 以下简称…, 县委、县政府."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """All writings, and what excuses them."""
        for group in (*self.groups, self.unless):
            for source in group:
                yield source, "clause"


SPEC = Variants


def check(rule_id: str, spec: Variants, case: Case) -> Iterator[Verdict]:
    """A failure for each thing that is written in two ways; one pass where there is none."""
    alike = True
    for group in spec.groups:
        rights, wrong = _parted(spec, case, group)
        windows = {_window(spec, case, span) for span in rights} if wrong else set()
        if windows:
            excuses = (span for source in spec.unless for span in _found(spec, case, source))
            windows -= {_window(spec, case, span) for span in excuses}
        places = [span for span in wrong if _window(spec, case, span) in windows]
        if places:
            alike = False
            there = next(span for span in rights if _window(spec, case, span) in windows)
            right = case.text(there.start, there.end)
            # with figures in it, the other writing is that of another thing
            fix = None if case.facts.within(there.start, there.end) else right
            yield gathered(case, places, {"right": right}, fix, (Related(there, "right"),))
    if alike:
        yield Verdict(Status.passed, case.document.path)


def _parted(spec: Variants, case: Case, group: Sequence[str]) -> tuple[list[Span], list[Span]]:
    """Where the right writing of a group stands, and where the others do."""
    found = [_found(spec, case, source) for source in group]
    outer = set(_outermost(span for spans in found for span in spans))
    found = [[span for span in spans if span in outer] for spans in found]
    if spec.right == "usual":
        # of two that are used as often, the one that came first
        found.sort(key=lambda spans: (-len(spans), spans[:1]))
    return found[0], sorted(span for spans in found[1:] for span in spans)


def _outermost(spans: Iterable[Span]) -> Iterator[Span]:
    """Those that lie in no longer one: 评价中心 in 绩效评价中心 is no writing of its own."""
    reach = -1
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.end > reach:
            yield span
            reach = span.end


def _window(spec: Variants, case: Case, span: Span) -> tuple[int, int]:
    return case.facts.windows.bounds(spec.window, span.start)


def _found(spec: Variants, case: Case, source: str) -> list[Span]:
    return [
        Span(*match.span())
        for match in case.matches(source)
        if case.is_in(spec.scope, match.start())
    ]
