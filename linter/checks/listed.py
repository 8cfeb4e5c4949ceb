"""``listed``: figures listed in a sentence, and what it tells of them all.

That they stand in an order, keep to a bound, how many of them do, how far they are apart, and what
the lists beside them make of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.named.claims import Claim, claims
from linter.binding.named.extents import GAP, Stray, gaps, strays
from linter.binding.named.orders import Disorder, orders
from linter.binding.sought import Sought
from linter.binding.sums.parallel import DERIVED, parallel
from linter.binding.telling import told
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Listed(Spec, frozen=True):
    """What is told of figures that are listed."""

    of: Literal["order", "all", "number", "gap", "extreme", "parallel"]


SPEC = Listed


def seeks(rule_id: str, spec: Listed, case: Case) -> Iterator[Sought]:
    """Any figures."""
    yield sought.figures(case, "any")


def check(rule_id: str, spec: Listed, case: Case) -> Iterator[Verdict]:
    """A verdict for each claim of a listing."""
    match spec.of:
        case "order":
            yield from (_of_order(case, found) for found in orders(case))
        case "gap":
            for found in gaps(case):
                failing = None if found.holds else found.equation
                yield told(case, GAP, found.figures, (found.equation,), failing, doubt=True)
        case "parallel":
            for place in case.once(parallel):
                failing = None if place.holds else place.equation
                yield told(case, DERIVED, place.figures, (place.equation,), failing, doubt=True)
        case "extreme":
            yield from (_of_extreme(case, found) for found in strays(case))
        case _:
            for claim in case.once(claims):
                if (claim.number is None and not claim.half) == (spec.of == "all"):
                    yield _of_claim(case, claim)


def _of_order(case: Case, found: Disorder) -> Verdict:
    """The second of two neighbours that are not in order; else the first of the listing."""
    one, other = found.against or found.row.figures[:2]
    here, there = case.text(other.start, other.end), case.text(one.start, one.end)
    word = case.text(*found.word)
    related = (Related(Span.of(one), "before"), Related(Span(*found.word), "order"))
    return Verdict(
        Status.failed if found.against else Status.passed,
        here,
        Span.of(other),
        related,
        f"{word}：{there}、{here}" + ("" if found.against else " ✓"),
        values={"word": word, "figure": here, "before": there},
    )


def _of_extreme(case: Case, found: Stray) -> Verdict:
    """The highest or the lowest, and the bound that all are told to keep to."""
    own, bound = found.figure, found.bound
    one, spread = case.text(own.start, own.end), case.text(bound.start, bound.end)
    return Verdict(
        Status.passed if found.holds else Status.failed,
        one,
        Span.of(own),
        (Related(Span.of(bound), "bound"),),
        f"{spread}：{one}" + (" ✓" if found.holds else ""),
        values={"one": one, "spread": spread},
        recomputed=found.holds,
    )


def _of_claim(case: Case, claim: Claim) -> Verdict:
    """What is told of all, or the number that is told of some."""
    figures = claim.against or claim.listing.figures
    shown = "、".join(case.text(f.start, f.end) for f in figures)
    said = case.text(*claim.told)
    bound = case.text(claim.bound.start, claim.bound.end)
    at = Span(*claim.told)
    if claim.number is None and claim.against:
        at = Span.of(figures[0])
    related = [Related(Span.of(claim.bound), "bound")]
    if not claim.against:
        first, last = figures[0], figures[-1]
        related = [*related, Related(Span(first.start, last.end), "listed")]
    fitting = str(claim.fitting)
    return Verdict(
        Status.passed if claim.holds else Status.failed,
        case.text(at.start, at.end),
        at,
        tuple(related),
        f"{said}：{shown}" + (" ✓" if claim.holds else ""),
        values={"said": said, "bound": bound, "against": shown, "fitting": fitting},
        recomputed=claim.holds,
    )
