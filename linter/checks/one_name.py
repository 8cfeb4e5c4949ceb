"""``one-name``: what a report calls by one name it calls so throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.binding.case import Case
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict

_QUOTED = 60
"""How far before a name the quotation mark may stand that makes it somebody else's word."""


class OneName(Spec, frozen=True):
    """Patterns, each match of which is a name of the same thing."""

    names: tuple[str, ...]
    aside: tuple[str, ...] = ()
    """Beginnings that make no other name of one: 我局, 本局."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """All of them, within a clause."""
        for source in self.names:
            yield source, "clause"


SPEC = OneName


def check(rule_id: str, spec: OneName, case: Case) -> Iterator[Verdict]:
    """One verdict: the first place of the rarest name, against the most used one."""
    places = _places(spec, case)
    counts = Counter(_bare(spec, case, place) for place in places)
    if not counts:
        return
    ranked = [name for name, _ in counts.most_common()]
    first = {_bare(spec, case, place): place for place in reversed(places)}
    rarest, most = first[ranked[-1]], first[ranked[0]]
    shown = "、".join(f"{_words(case, first[name])}{counts[name]}处" for name in ranked)
    yield Verdict(
        Status.failed if len(ranked) > 1 else Status.passed,
        _words(case, rarest),
        rarest,
        (Related(most, "name"),) if len(ranked) > 1 else (),
        shown if len(ranked) > 1 else f"{shown} ✓",
        values={"name": _words(case, rarest), "most": _words(case, most)},
    )


def _places(spec: OneName, case: Case) -> list[Span]:
    """Where the names stand outside quotations, in order."""
    found = {Span(*match.span()) for source in spec.names for match in case.matches(source)}
    return sorted(place for place in found if not _is_quoted(case, place.start))


def _words(case: Case, place: Span) -> str:
    return case.text(place.start, place.end)


def _bare(spec: OneName, case: Case, place: Span) -> str:
    """A name without its beginning that is no part of it."""
    words = _words(case, place)
    return next((words.removeprefix(a) for a in spec.aside if words.startswith(a)), words)


def _is_quoted(case: Case, start: int) -> bool:
    before = case.document.text[slice(*case.facts.windows.before("block", start, _QUOTED))]
    return any(before.rfind(a) > before.rfind(b) for a, b in ("“”", "《》"))
