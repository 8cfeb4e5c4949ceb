"""``misfit``: a figure that fits nothing around it, though one slip of the hand away it would."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.misfits.fit import FIGURE
from linter.binding.misfits.misfit import Misfit
from linter.binding.misfits.misfits import misfits
from linter.binding.sought import Sought
from linter.binding.telling import told
from linter.language import calculation
from linter.language.needs import Spec
from linter.model import Related, Span, Verdict


class Misfits(Spec, frozen=True):
    """Nothing is to be said: every figure that no other rule settles is looked at."""


SPEC = Misfits


def seeks(rule_id: str, spec: Misfits, case: Case) -> Iterator[Sought]:
    """Any figures."""
    yield sought.figures(case, "any")


def check(rule_id: str, spec: Misfits, case: Case) -> Iterator[Verdict]:
    """A doubt for each such figure; no figure takes part in two of them."""
    seen: set[int] = set()
    for misfit in misfits(case):
        places = {misfit.figure.start, *(f.start for f in misfit.fit.figures)}
        if seen.isdisjoint(places):
            seen |= places
            yield _verdict(case, misfit)


def _verdict(case: Case, misfit: Misfit) -> Verdict:
    figure, equation = misfit.figure, misfit.fit.equation
    verdict = told(case, FIGURE, misfit.fit.roles(figure), (equation,), equation)
    literal = case.text(figure.start, figure.end)
    twin = () if misfit.twin is None else (Span(misfit.twin.start, misfit.twin.end),)
    needed = "".join(case.text(span.start, span.end) for span in twin)
    return replace(
        verdict,
        related=(*verdict.related, *(Related(span, "twin") for span in twin)),
        values={
            **verdict.values,
            "needed": needed or calculation.like(figure, literal, misfit.needed),
        },
    )
