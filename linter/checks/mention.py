"""``mention``: what the title, or the report, has to name: a year, a unit, a date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding.case import Case
from linter.binding.cover import cover
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Severity, Span, Status, Verdict

Stretch = Literal["title", "cover", "report"]

_SHOWN = 40
"""How much of the last line is quoted where the report lacks something."""


class Need(Spec, frozen=True):
    """One thing to be named; ``where`` gives for each stretch the patterns that name it there."""

    name: str
    where: dict[Stretch, tuple[str, ...]]
    severity: Severity | None = None
    """Set where its lack is less grave than the rule says."""


class Mention(Spec, frozen=True):
    """What has to be named, and where its lack is shown."""

    place: Literal["title", "end"]
    title: tuple[str, ...]
    """Patterns that tell a report's title; a text without such a one is left alone."""
    needs: tuple[Need, ...]
    least: int = 0
    """A text with fewer of the profile's chapters may be an extract and is left alone."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """Those of the title and of all needs, within a line."""
        for source in self.title:
            yield source, "block"
        for need in self.needs:
            for sources in need.where.values():
                yield from ((source, "block") for source in sources)


SPEC = Mention


def check(rule_id: str, spec: Mention, case: Case) -> Iterator[Verdict]:
    """One verdict: what is named, or what is not named anywhere that it may stand."""
    title = case.outline.title_start, case.outline.title_end
    if not _found(case, spec.title, title):
        yield Verdict(Status.not_evaluated, case.document.path, reason="没有报告标题")
        return
    if len(case.chapters) < spec.least:
        yield Verdict(Status.not_evaluated, case.document.path, reason="章节少，可能是节选")
        return
    stretches = {"title": title, "cover": cover(case), "report": (title[1], len(case.masked))}
    missing = [
        need
        for need in spec.needs
        if not any(_found(case, sources, stretches[at]) for at, sources in need.where.items())
    ]
    place = Span(*title) if spec.place == "title" else _end(case)
    names = "、".join(need.name for need in missing or spec.needs)
    if not missing:
        yield Verdict(Status.passed, case.document.path, place, calculation=f"写明了{names} ✓")
        return
    grave = [need.severity for need in missing]
    yield Verdict(
        Status.failed,
        names,
        place,
        severity=None if None in grave else max((s for s in grave if s), key=lambda s: s.rank),
        values={"missing": names},
    )


def _found(case: Case, sources: tuple[str, ...], stretch: tuple[int, int]) -> bool:
    low, high = stretch
    return any(case.compiled.regex(source).search(case.masked, low, high) for source in sources)


def _end(case: Case) -> Span:
    """The last line of running text."""
    lines = [block for block in case.document.blocks if block.kind != "cell"]
    last = (lines or case.document.blocks)[-1]
    return Span(max(last.start, last.end - _SHOWN), last.end)
