"""``weights``: full marks in headings against the weights of the profile that was asked for."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.marks.scored_headings import scored_headings
from linter.binding.sought import Sought
from linter.facts.quantity import Quantity
from linter.language.needs import Spec
from linter.model import Section, Span, Status, Verdict
from linter.regexes.late import regex

_REST = regex(r"(?:类|绩效|完成)*(?:指标|情况|分析|部分|方面)*$")
"""What may follow a dimension's name in the heading of the whole dimension: 产出指标情况."""
_MARKS = regex(r"[（(].*$")


class Weights(Spec, frozen=True):
    """Nothing to set: names and weights are the profile's."""


SPEC = Weights


def seeks(rule_id: str, spec: Weights, case: Case) -> Iterator[Sought]:
    """Headings of the profile's dimensions with full marks, and a profile that was asked for."""
    yield Sought("指定的框架（--profile）", (case.profile.id,) if case.asked else ())
    yield sought.words(case, "框架中有权重的部分", case.profile.weights)
    yield sought.marks(case, "full")


def check(rule_id: str, spec: Weights, case: Case) -> Iterator[Verdict]:
    """A verdict for each dimension, where the headings give marks to all that have weights.

    A profile that was only recognised by its chapters may be used with weights of one's own.
    """
    found = dict(_found(case)) if case.asked else {}
    if not found or found.keys() != case.profile.weights.keys():
        return
    for name, (section, full) in found.items():
        weight = case.profile.weights[name]
        holds = full.printed == weight
        marks = case.text(full.start, full.end)
        text = f"{name}：框架{weight:f}分，文中{marks}{' ✓' if holds else ''}"
        yield Verdict(
            Status.passed if holds else Status.failed,
            section.title,
            Span.of(full),
            calculation=text,
            values={"name": name, "weight": f"{weight:f}", "marks": marks},
            recomputed=holds,
        )


def _found(case: Case) -> Iterator[tuple[str, tuple[Section, Quantity]]]:
    """The first heading of each dimension that gives its full marks."""
    told: set[str] = set()
    for index, scores in case.once(scored_headings).items():
        section, full = case.outline.sections[index], scores.get("full")
        title = _MARKS.sub("", section.title).strip()
        for name in case.profile.weights:
            named = title.startswith(name) and _REST.match(title, len(name))
            if full is not None and named and name not in told:
                told.add(name)
                yield name, (section, full.figure)
