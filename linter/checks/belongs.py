"""``belongs``: a chapter tells of its own matter, not of another chapter's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from linter.binding.case import Case
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Related, Section, Span, Status, Verdict


class Matter(Spec, frozen=True):
    """The matter of the sections whose titles hold one of ``titles`` and none of ``without``."""

    titles: Annotated[tuple[str, ...], Meta(min_length=1)]
    own: tuple[str, ...]
    """Patterns of what belongs there; one is enough."""
    expects: str
    """What belongs there, in words for people."""
    without: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    """Patterns of what belongs elsewhere."""
    least: int = 0
    """How often foreign matter must occur where its own is absent."""
    length: int = 20
    """Of how many characters a text must be to be judged."""


class Belongs(Spec, frozen=True):
    """The chapters with their matter."""

    matters: tuple[Matter, ...]

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """All of them, within a clause."""
        for matter in self.matters:
            for source in (*matter.own, *matter.foreign):
                yield source, "clause"


SPEC = Belongs


def check(rule_id: str, spec: Belongs, case: Case) -> Iterator[Verdict]:
    """A verdict for each section of a matter that is long enough to judge."""
    for section in case.outline.sections:
        if section.inline or case.is_attached(section):
            continue
        matter = next((m for m in spec.matters if _is_titled(section.title, m)), None)
        if matter and len(case.masked[section.title_end : section.end].strip()) >= matter.length:
            yield _verdict(case, section, matter)


def _is_titled(title: str, matter: Matter) -> bool:
    return any(word in title for word in matter.titles) and not any(
        word in title for word in matter.without
    )


def _verdict(case: Case, section: Section, matter: Matter) -> Verdict:
    own = next(_matches(case, section, matter.own), None)
    foreign = [] if own else list(_matches(case, section, matter.foreign))
    wrong = own is None and len(foreign) >= matter.least
    shown = "、".join(dict.fromkeys(case.text(*match.span()) for match in foreign[:3]))
    found = f"写的是{shown}" if shown else "没有这些内容"
    return Verdict(
        Status.failed if wrong else Status.passed,
        section.title,
        Span(section.start, section.title_end),
        tuple(Related(Span(*match.span()), "foreign") for match in foreign[:1] if wrong),
        f"应写{matter.expects}，{found}" if wrong else f"写了{matter.expects} ✓",
        values={"chapter": section.title},
    )


def _matches(case: Case, section: Section, sources: tuple[str, ...]) -> Iterator[re.Match[str]]:
    for source in sources:
        yield from case.matches(source, section.title_end, section.end)
