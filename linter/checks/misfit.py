"""``misfit``: a figure that nothing bears out, a slip of the hand away from what would."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.misfits.fit import FIGURE
from linter.binding.misfits.misfit import Misfit
from linter.binding.misfits.retold import retold
from linter.binding.misfits.search import misfits
from linter.binding.misfits.wording import as_printed
from linter.binding.sought import Sought
from linter.binding.telling import told, told_differently
from linter.language import calculation
from linter.language.needs import Spec
from linter.model import Related, Span, Verdict


class Misfits(Spec, frozen=True):
    """What would bear it out: every figure that no other rule settles is looked at."""

    by: Literal["calculation", "another-place"]
    """``calculation``: it would fit those around it; ``another-place``: it is told so there."""


SPEC = Misfits


def seeks(rule_id: str, spec: Misfits, case: Case) -> Iterator[Sought]:
    """Any figures."""
    yield sought.figures(case, "any")


def check(rule_id: str, spec: Misfits, case: Case) -> Iterator[Verdict]:
    """A doubt for each such figure; no figure takes part in two calculations."""
    if spec.by == "another-place":
        yield from (told_differently(case, figure, twin) for figure, twin in retold(case))
        return
    seen: set[int] = set()
    for misfit in misfits(case):
        places = {misfit.figure.start, *(f.start for f in misfit.fit.figures)}
        if seen.isdisjoint(places):
            seen |= places
            yield _verdict(case, misfit)


def _verdict(case: Case, misfit: Misfit) -> Verdict:
    figure, equation, roles = misfit.figure, misfit.fit.equation, misfit.fit.roles(misfit.figure)
    needed = as_printed(misfit, case.text(figure.start, figure.end))
    texts = {name: case.text(f.start, f.end) for name, f in roles.items()}
    reached = calculation.result(equation, FIGURE, calculation.printed_in(texts), needed)
    if misfit.fit.loose:  # 56277米 × 86.42% is no whole number of metres
        reached = " ≈ ".join(reached.rsplit(" = ", 1))
    twin = misfit.twin and Span.of(misfit.twin)
    elsewhere = case.text(twin.start, twin.end) if twin else ""
    verdict = told(case, FIGURE, roles, (equation,), equation)
    return replace(
        verdict,
        related=(*verdict.related, *((Related(twin, "twin"),) if twin else ())),
        calculation=reached,
        values={
            **verdict.values,
            "needed": needed,
            "elsewhere.zh": f"（另一处写的是{elsewhere}）" if twin else "",
            "elsewhere.en": f" (as told elsewhere: {elsewhere})" if twin else "",
        },
    )
