"""``opposite``: of one thing it is told that something is so, and that it is not so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from linter.binding.case import Case
from linter.binding.same_facts.aspects import Aspect, Mention
from linter.binding.same_facts.opposites import opposites
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class State(Spec, frozen=True):
    """What may be told of many things (完工, 支付)."""

    name: str
    verbs: tuple[str, ...] = ()
    """Its words: behind a negation they deny it, beside 已, 全部 or 了 they hold it."""
    so: tuple[str, ...] = ()
    """Words that alone hold it."""
    not_so: tuple[str, ...] = ()
    """Words that alone deny it."""
    later: tuple[str, ...] = ()
    """States that come later in the course: where they are held, this one is."""


class Opposite(Spec, frozen=True):
    """The states."""

    states: Annotated[tuple[State, ...], Meta(min_length=1)]


SPEC = Opposite


def check(rule_id: str, spec: Opposite, case: Case) -> Iterator[Verdict]:
    """A failure for each statement that another one excludes."""
    aspects = [Aspect(s.name, s.verbs, s.so, s.not_so, s.later) for s in spec.states]
    seen: set[int] = set()
    for found in opposites(case.facts, aspects):
        if found.second.start in seen:
            continue
        seen.add(found.second.start)
        here, there = (_span(m) for m in (found.second, found.first))
        first, second = (case.text(span.start, span.end).strip() for span in (there, here))
        yield Verdict(
            Status.failed,
            second,
            here,
            (Related(there, "state"),),
            f"{first} ↔ {second}",
            values={"matter": found.aspect, "first": first, "second": second},
        )


def _span(mention: Mention) -> Span:
    return Span(mention.low, mention.high)
