"""``exclusive``: of one thing, two states are told that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.same_facts.all_but_some import all_but_some
from linter.binding.same_facts.all_but_these import all_but_these
from linter.binding.same_facts.all_of_one_kind import all_of_one_kind
from linter.binding.same_facts.aspects import Aspect
from linter.binding.same_facts.beside_state import beside_state
from linter.binding.same_facts.never_but_often import never_but_often
from linter.binding.same_facts.none_but_some import none_but_some
from linter.binding.same_facts.opposites import opposites
from linter.binding.same_facts.paid_but_some import paid_but_some
from linter.binding.same_facts.states import (
    anywhere,
    is_of_other_time,
    is_quiet,
    joined,
    named,
    partial,
    states,
)
from linter.binding.same_facts.told_to_lack import told_to_lack
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Pair(Spec, frozen=True):
    """Two sets of phrases; what one says, the other denies."""

    name: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    reach: int = 0
    """How many characters of whoever acts may stand between them behind the comma."""
    anywhere: bool = False
    """Whether a report has but one of the thing, so that no name must tell which is meant."""
    unless: tuple[str, ...] = ()
    """What keeps this pair quiet, besides what keeps all of them."""


class Exclusive(Spec, frozen=True):
    """The pairs, and the conditions that keep them quiet."""

    pairs: tuple[Pair, ...]
    states: tuple[Aspect, ...] = ()
    """What is told of things to be so or not to be so, wherever the two statements stand."""
    unless: tuple[str, ...] = ()
    """Patterns around a state that tell of another thing, or a plan."""
    times: tuple[str, ...] = ()
    """Patterns of times around a state; what a report has but once is told of one time."""
    lead: tuple[str, ...] = ()
    """Words before a thing's name or a state that are no part of it."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """All of them, within a clause."""
        for pair in self.pairs:
            for source in (*pair.one, *pair.other, *pair.unless):
                yield source, "clause"
        yield from ((source, "clause") for source in (*self.unless, *self.times))


SPEC = Exclusive


def check(rule_id: str, spec: Exclusive, case: Case) -> Iterator[Verdict]:
    """A failure for each thing of which two states are told that exclude each other."""
    seen: list[Span] = []
    told = (*_opposites(spec, case), *_conflicts(spec, case), *all_but_some(case.facts))
    told += (*none_but_some(case), *beside_state(case.facts), *told_to_lack(case.facts))
    for more in (all_of_one_kind, all_but_these, never_but_often, paid_but_some):
        told += tuple(more(case.facts))
    for matter, first, second in told:
        if not any(span.start < second.end and second.start < span.end for span in seen):
            seen.append(second)
            yield _verdict(case, matter, first, second)


def _opposites(spec: Exclusive, case: Case) -> Iterator[tuple[str, Span, Span]]:
    for found in opposites(case.facts, spec.states):
        first, second = (Span(m.low, m.high) for m in (found.first, found.second))
        yield found.aspect, first, second


def _conflicts(spec: Exclusive, case: Case) -> Iterator[tuple[str, Span, Span]]:
    for pair in spec.pairs:
        told = states(case, (pair.one, pair.other))
        quiet = (*spec.unless, *pair.unless, *(() if pair.anywhere else spec.times))
        conflicts = (
            *joined(case, told, pair.reach, spec.lead),
            *named(case, told, spec.lead),
            *(anywhere(told) if pair.anywhere else partial(case, told)),
        )
        for conflict in conflicts:
            if pair.anywhere and is_of_other_time(case, conflict):
                continue
            if not is_quiet(case, conflict, quiet):
                first, second = (Span.of(s) for s in (conflict.first, conflict.second))
                yield pair.name, first, second


def _verdict(case: Case, matter: str, first: Span, second: Span) -> Verdict:
    words = [case.text(span.start, span.end).strip() for span in (first, second)]
    return Verdict(
        Status.failed,
        words[1],
        second,
        (Related(first, "state"),),
        f"{words[0]} ↔ {words[1]}",
        values={"matter": matter, "first": words[0], "second": words[1]},
    )
