"""``page-layout``: paper, margins and page numbers of a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import field

from linter.binding.case import Case
from linter.binding.gathered import gathered
from linter.binding.report.demands import Compared, Range
from linter.binding.report.looks import NO_LAYOUT, UNSAID, as_asked
from linter.language.needs import Spec
from linter.layout import Page
from linter.model import Span, Status, Verdict

Side = Literal["top", "bottom", "left", "right"]

_SIDES: dict[Side, str] = {"top": "上", "bottom": "下", "left": "左", "right": "右"}
_ASKEW = 1.0
"""By how many millimetres a paper may differ from its size."""


class PageLayout(Spec, frozen=True):
    """What is asked of every page, lengths in millimetres; a range has its least and its most."""

    paper: tuple[float, float] | None = None
    """The shorter and the longer side."""
    margins: dict[Side, Range] = field(default_factory=dict)
    """Of pages that stand upright: those on their side hold tables."""
    numbered: bool | None = None


SPEC = PageLayout


def check(rule_id: str, spec: PageLayout, case: Case) -> Iterator[Verdict]:
    """A failure for each way to be wrong, where its first page begins, else a pass."""
    layout = case.document.layout
    if layout is None:
        yield NO_LAYOUT
        return
    spec = as_asked(rule_id, spec, case)
    wrong: dict[tuple[str, str], list[Page]] = {}
    said = False
    for page in layout.pages:
        for found, asked, fits in _compared(spec, page):
            said = True
            if not fits:
                wrong.setdefault((found, asked), []).append(page)
    for (found, asked), pages in wrong.items():
        spans = [_first_words(case, page) for page in pages]
        yield gathered(case, spans, {"found": found, "expected": asked})
    if not wrong:
        yield Verdict(Status.passed, case.document.path) if said else UNSAID


def _compared(spec: PageLayout, page: Page) -> Iterator[Compared]:
    """What is found, what is asked, and whether they fit, for all that is asked and known."""
    width, height = page.width or 0.0, page.height or 0.0
    if spec.paper and width and height:
        pairs = zip(sorted((width, height)), spec.paper, strict=True)
        fits = all(asked - _ASKEW <= found <= asked + _ASKEW for found, asked in pairs)
        yield f"{width:g}×{height:g}毫米", "×".join(f"{side:g}" for side in spec.paper), fits
    for side, (least, most) in spec.margins.items():
        found = getattr(page, side)
        if found is not None and width <= height:
            name = f"{_SIDES[side]}边距"
            yield f"{name}{found:g}毫米", f"{least:g}～{most:g}毫米", least <= found <= most
    if spec.numbered is not None and page.numbered is not None:
        said = ("没有页码", "有页码")
        yield said[page.numbered], said[spec.numbered], page.numbered is spec.numbered


def _first_words(case: Case, page: Page) -> Span:
    """The first paragraph of pages."""
    block = case.document.block_at(page.start)
    return Span.of(block) if block else Span(page.start, page.start)
