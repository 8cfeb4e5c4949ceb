"""``forms``: one thing written in several ways in one report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding.case import Case
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Forms(Spec, frozen=True):
    """The ways in which a thing may be written."""

    forms: dict[str, str]
    """A name for each way, and its pattern; a place belongs to the first that fits."""
    scope: Literal["report", "titles"] = "report"
    """``titles`` is headings only, each of them one place."""
    window: Window = "clause"

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """The pattern of each way."""
        for source in self.forms.values():
            yield source, self.window


SPEC = Forms


def check(rule_id: str, spec: Forms, case: Case) -> Iterator[Verdict]:
    """A failure for each way but the usual one, at its first place; a pass where there is one."""
    found: dict[str, list[Span]] = {}
    for low, high in _places(spec, case):
        taken: set[int] = set()
        for name, source in spec.forms.items():
            for match in case.compiled.regex(source).finditer(case.masked, low, high):
                if match.start() not in taken:
                    taken.add(match.start())
                    found.setdefault(name, []).append(Span(*match.span()))
    if not found:
        return
    # the way used most, of those used as often the one that came first
    usual = max(found, key=lambda name: (len(found[name]), -found[name][0].start))
    if len(found) == 1:
        span = found[usual][0]
        yield Verdict(Status.passed, usual, span, calculation=f"{len(found[usual])}处写法一致 ✓")
    for name, spans in found.items():
        if name != usual:
            yield Verdict(
                Status.failed,
                name,
                spans[0],
                (Related(found[usual][0], "usual"),),
                f"“{usual}”{len(found[usual])}处，“{name}”{len(spans)}处",
                values={"form": name, "usual": usual},
            )


def _places(spec: Forms, case: Case) -> Iterator[tuple[int, int]]:
    if spec.scope == "report":
        yield 0, len(case.masked)
        return
    for section in case.outline.sections:
        yield section.start, section.title_end
