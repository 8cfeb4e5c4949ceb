"""``names``: the title's project and unit, and names elsewhere that are nearly these."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.named.sound_alikes import sound_alikes
from linter.binding.nearby import is_in_a_title
from linter.binding.report.other_project import other_project
from linter.binding.report.titles import near_names, near_units, subject
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict

_MOST = 2
"""A variant that stands more often is a name of its own."""


class Names(Spec, frozen=True):
    """What names of projects end with, where units are named, and what tells names apart."""

    endings: tuple[str, ...]
    labels: tuple[str, ...]
    """Names of form fields that hold the unit."""
    siblings: tuple[str, ...] = ()
    """Characters that part one name from its sibling, in groups: 东西南北."""


SPEC = Names


def check(rule_id: str, spec: Names, case: Case) -> Iterator[Verdict]:
    """A failure for each name that is nearly the title's, and for a project that is another."""
    of_title = subject(
        case.facts.document.folded[case.outline.title_start : case.outline.title_end]
    )
    text, told = case.facts.text, False
    variants: dict[str, list[tuple[int, int]]] = {}
    for start, end in near_names(text, of_title.project, spec.endings, spec.siblings):
        variants.setdefault(text[start:end], []).append((start, end))
    own = [p for p in variants.values() if len(p) <= _MOST and not _are_titles(text, p)]
    found = [place for places in own for place in places]
    units = near_units(case.document, case.outline, of_title.unit, spec.labels, spec.siblings)
    for here, there in sound_alikes(case.facts):
        told = True
        yield _twice(case, here, there)
    other = other_project(case, of_title.project)
    found += [(other.start, other.end)] if other else []
    for name, places in ((of_title.project, found), (of_title.unit, list(units))):
        for start, end in places:
            told = True
            yield _verdict(case, name, start, end)
    if not told and of_title.project:
        yield Verdict(Status.passed, of_title.project, calculation="与标题的名称一致 ✓")


def _are_titles(text: str, places: list[tuple[int, int]]) -> bool:
    """Whether a variant stands in the name of a document: 《中央自然灾害救灾资金管理办法》."""
    return any(is_in_a_title(text, at) for at, _ in places)


def _verdict(case: Case, name: str, start: int, end: int) -> Verdict:
    found = case.text(start, end)
    text = f"此处为“{found}”，标题为“{name}”"
    title = Span(case.outline.title_start, case.outline.title_end)
    return Verdict(
        Status.failed,
        found,
        Span(start, end),
        (Related(title, "title"),),
        text,
        values={"found": found, "name": name, "calculation": text},
    )


def _twice(case: Case, here: Span, there: Span) -> Verdict:
    """One name in two writings."""
    found, name = (case.text(span.start, span.end) for span in (here, there))
    text = f"此处为“{found}”，另一处为“{name}”"
    values = {"found": found, "name": name, "calculation": text}
    return Verdict(Status.failed, found, here, (Related(there, "name"),), text, values=values)
