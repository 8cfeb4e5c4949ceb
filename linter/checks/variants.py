"""``variants``: two ways of writing one thing in one report, told where both are used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from linter.binding.case import Case
from linter.binding.gathered import gathered
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Variants(Spec, frozen=True):
    """What is told is the other writings, where the right one stands in the same window."""

    groups: tuple[Annotated[tuple[str, ...], Meta(min_length=2)], ...]
    """Patterns: of each thing first the right writing, then others."""
    window: Window = "report"
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
    for right, *others in spec.groups:
        wrong = sorted(span for other in others for span in _found(case, other))
        rights = _found(case, right) if wrong else []
        windows = {_window(spec, case, span) for span in rights}
        if windows:
            excuses = (span for source in spec.unless for span in _found(case, source))
            windows -= {_window(spec, case, span) for span in excuses}
        places = [span for span in wrong if _window(spec, case, span) in windows]
        if places:
            alike = False
            there = next(span for span in rights if _window(spec, case, span) in windows)
            mended = case.text(there.start, there.end)
            related = (Related(there, "right"),)
            yield gathered(case, places, {"right": mended}, mended, related)
    if alike:
        yield Verdict(Status.passed, case.document.path)


def _window(spec: Variants, case: Case, span: Span) -> tuple[int, int]:
    return case.facts.windows.bounds(spec.window, span.start)


def _found(case: Case, source: str) -> list[Span]:
    """Where a writing stands; not in what is hidden, which is in no block."""
    return [
        Span(*match.span())
        for match in case.compiled.regex(source).finditer(case.masked)
        if case.document.block_at(match.start()) is not None
    ]
