"""``layout``: fonts, sizes, spacing and alignment of one part of a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.gathered import gathered
from linter.binding.report.demands import Demands, Names
from linter.binding.report.looks import NO_LAYOUT, UNSAID, Part, as_asked, paragraphs, typed_indent
from linter.layout import Stretch
from linter.model import Span, Status, Verdict

_SHOWN = 10
"""How many characters point out a paragraph."""


class Layout(Demands, frozen=True, kw_only=True):
    """What part is looked at and what is asked of it; all paragraphs wrong alike are told once."""

    of: Part
    markers: Names = ()
    """The styles of the headings' numbers (一、 （一） 1.)."""


SPEC = Layout


def check(rule_id: str, spec: Layout, case: Case) -> Iterator[Verdict]:
    """A failure for each way to be wrong, at the first paragraph that is, else a pass."""
    if case.document.layout is None:
        yield NO_LAYOUT
        return
    spec = as_asked(rule_id, spec, case)
    wrong: dict[tuple[str, str], dict[int, Stretch]] = {}
    said = False
    for at, stretches in enumerate(paragraphs(case, spec.of, spec.markers)):
        for stretch in stretches:
            text = case.text(stretch.start, stretch.end)
            typed = typed_indent(case, stretches[0].start) if spec.indent else 0.0
            for found, asked, fits in spec.compared(stretch.look, text, typed):
                said = True
                if not fits:
                    wrong.setdefault((found, asked), {}).setdefault(at, stretch)
    for (found, asked), places in wrong.items():
        yield _told(case, found, asked, places)
    if said and not wrong:
        yield Verdict(Status.passed, case.document.path)
    elif not said and any(True for _ in paragraphs(case, spec.of, spec.markers)):
        yield UNSAID


def _told(case: Case, found: str, asked: str, places: dict[int, Stretch]) -> Verdict:
    """One failure for all paragraphs that are wrong alike; of those in a row the first is shown."""
    firsts = [stretch for at, stretch in places.items() if at - 1 not in places]
    spans = [Span(s.start, min(s.end, s.start + _SHOWN)) for s in firsts]
    several = len(places) > 1
    values = {
        "found": found,
        "expected": asked,
        "times.zh": f"（共{len(places)}段）" if several else "",
        "times.en": f" ({len(places)} paragraphs)" if several else "",
    }
    return gathered(case, spans, values)
