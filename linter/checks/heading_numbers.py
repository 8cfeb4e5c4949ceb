"""``heading-numbers``: how numbers of headings are written: （1） not ⑴, （二） not （二）、."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.gathered import gathered
from linter.binding.sought import Sought
from linter.language.needs import Spec
from linter.model import Marker, Section, Span, Status, Verdict
from linter.outline.markers import ordinal
from linter.reading.fold import fold
from linter.regexes.late import regex

_BRACKETED = ("（一）", "（1）")
_TITLE = regex(r"[^\n。]{0,6}?[、.)\u2460-\u249b] ?[\u4e00-\u9fff]{2,12}。")
"""A short title without a figure, run in."""


class HeadingNumbers(Spec, frozen=True):
    """Styles of numbers (as ``一、`` ``（一）`` ``1.`` ``1、`` ``（1）`` ``⑴`` ``①``)."""

    written: dict[str, str]
    """A style and how its numbers should be written, which may be the style itself."""


SPEC = HeadingNumbers


def seeks(rule_id: str, spec: HeadingNumbers, case: Case) -> Iterator[Sought]:
    """Headings."""
    yield sought.headings(case)


def check(rule_id: str, spec: HeadingNumbers, case: Case) -> Iterator[Verdict]:
    """A failure for each style, at the first heading whose number is written otherwise."""
    headings = [s for s in case.outline.sections if case.heads(s) or _is_numbered(case, s)]
    used = Counter(section.marker.style for section in headings if section.marker)
    for style, right in spec.written.items():
        # what stands alone is a note or a slip, not a level of headings
        if used[style] < 2:
            continue
        wrong = [m for m in _markers(case, headings, style, right) if _differs(m, right)]
        if wrong:
            mended = ordinal(right, wrong[0].value)
            yield gathered(case, [Span.of(m) for m in wrong], {"mended": mended}, mended)
        else:
            yield Verdict(Status.passed, style, calculation=f"{used[style]}个序号写法正确 ✓")


def _is_numbered(case: Case, section: Section) -> bool:
    """Whether a section begins its paragraph with a bracketed number, or with a title run in.

    Behind a bracket no mark stands, whatever follows: （1）、完成3公里。 1、采购。通过…: a title.
    """
    if section.marker and section.marker.style in _BRACKETED and not case.is_attached(section):
        return True
    return (
        section.inline
        and not case.is_attached(section)
        and _TITLE.fullmatch(case.document.folded, section.start, section.title_end) is not None
        and bool(case.document.folded[section.title_end : section.end].strip())
    )


def _markers(case: Case, headings: list[Section], style: str, right: str) -> Iterator[Marker]:
    """The numbers of a style, but for those below headings that have the right one already."""
    for section in headings:
        marker = section.marker
        if marker is not None and marker.style == style:
            above = (s.marker for s in case.outline.path(section)[:-1])
            if style == right or all(m is None or m.style != right for m in above):
                yield marker


def _differs(marker: Marker, right: str) -> bool:
    return fold(marker.text).replace(" ", "") != fold(ordinal(right, marker.value))
