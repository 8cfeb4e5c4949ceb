"""What passed, as people are told of it: each calculation once, and nothing of mere bounds."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from msgspec.structs import replace

from linter.model import Related, RuleVerdict, Span, Verdict
from linter.output.words import is_bound, is_near

_ALSO = "also"


def worth_telling(passed: Iterable[RuleVerdict]) -> list[RuleVerdict]:
    """Passes, what was computed anew before the rest.

    However a sum is turned (a + b = c, c − b = a), and by how many rules, it is one; where it reads
    the same in several places, it stands for them all. That a figure keeps to a bound (58 ≤ 123)
    says nothing of it, nor does what only comes near a figure that was reached before.
    """
    told: list[RuleVerdict] = []
    seen: dict[Hashable, int] = {}
    reached: set[Span | None] = set()
    for said in sorted(passed, key=lambda said: not said.verdict.recomputed):
        verdict = said.verdict
        near = is_near(verdict.calculation)
        if is_bound(verdict.calculation) or (near and verdict.span in reached):
            continue
        keys = tuple(_keys(verdict))
        same = next((seen[key] for key in keys if key in seen), None)
        if same is None:
            told.append(said)
        elif verdict.calculation == told[same].verdict.calculation:
            told[same] = _joined(told[same], verdict)
        at = len(told) - 1 if same is None else same
        seen.update((key, at) for key in keys if key not in seen)
        if verdict.recomputed or near:
            reached.add(verdict.span)
    return told


def _keys(verdict: Verdict) -> Iterator[Hashable]:
    """By what a calculation is known to be another: its figures, or most of them and its words."""
    if len(verdict.spans) > 1:
        yield verdict.spans
        yield verdict.span, verdict.calculation
        yield frozenset(r.span for r in verdict.related), verdict.calculation


def _joined(said: RuleVerdict, other: Verdict) -> RuleVerdict:
    """A pass that stands for another too, with the places of both."""
    verdict = said.verdict
    more = (Related(span, _ALSO) for span in sorted(other.spans - verdict.spans))
    return RuleVerdict(said.rule, replace(verdict, related=(*verdict.related, *more)))
