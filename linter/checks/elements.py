"""``elements``: what a whole report must say with a figure: what was budgeted, what was spent."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from linter.binding.case import Case
from linter.language.needs import Spec
from linter.language.words import any_word, before_figure, behind_figure
from linter.model import Severity, Span, Status, Verdict

_LEAD = 24


class Element(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """One thing to say: a figure of some dimension behind its words, or words alone."""

    dims: tuple[str, ...]
    names: tuple[str, ...]
    """Words before a figure, or right behind it."""
    phrases: tuple[str, ...] = ()
    """Words that say it without a figure."""
    headers: tuple[str, ...] = ()
    """Kinds of columns that hold it."""
    severity: Severity | None = None
    """How grave its absence is, where it is less than the rule says."""


class Elements(Spec, frozen=True):
    """What is to be said, by name, and the words of headings under which it belongs."""

    elements: dict[str, Element]
    titles: tuple[str, ...]


SPEC = Elements


def check(rule_id: str, spec: Elements, case: Case) -> Iterator[Verdict]:
    """A verdict for each element, where the text is a whole report that has the headings."""
    place = _place(spec, case)
    if place is None:
        return
    for name, element in spec.elements.items():
        said = _span(element, case)
        if said is not None:
            yield Verdict(Status.passed, name, said, calculation=f"写有{name} ✓")
        else:
            text = f"全文没有{name}"
            values = {"element": name, "calculation": text}
            yield Verdict(
                Status.failed,
                name,
                place,
                calculation=text,
                severity=element.severity,
                values=values,
            )


def _place(spec: Elements, case: Case) -> Span | None:
    """The last heading under which the elements belong; nothing where there is none."""
    if not case.is_whole:
        return None
    titled = any_word(spec.titles)
    named = [
        s
        for s in case.outline.sections
        if titled.search(s.title) and not s.inline and case.has_text(s)
    ]
    return Span(named[-1].start, named[-1].title_end) if named else None


def _span(element: Element, case: Case) -> Span | None:
    """Where an element is said."""
    facts = case.facts
    named, behind = before_figure(element.names), behind_figure(element.names)
    for dimension in element.dims:
        for figure in facts.by_dimension.get(dimension, ()):
            lead = facts.own_lead(figure, _LEAD)
            if named.search(facts.text, *lead) or behind.match(facts.text, figure.end):
                return Span.of(figure)
    for table in facts.tables:
        if any(column.kind in element.headers for column in table.columns):
            return Span.of(table.table)
    phrase = any_word(element.phrases).search(facts.text)
    return Span(*phrase.span()) if phrase else None
