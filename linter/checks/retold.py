"""``retold``: a figure told once that nothing bears out, a slip away from one told elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.misfits.retold import retold
from linter.binding.sought import Sought
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Retold(Spec, frozen=True):
    """Nothing is to be said: every figure that no other rule settles is looked at."""


SPEC = Retold


def seeks(rule_id: str, spec: Retold, case: Case) -> Iterator[Sought]:
    """Any figures."""
    yield sought.figures(case, "any")


def check(rule_id: str, spec: Retold, case: Case) -> Iterator[Verdict]:
    """A doubt for each such figure."""
    for figure, twin in retold(case):
        here, there = (case.text(f.start, f.end) for f in (figure, twin))
        yield Verdict(
            Status.failed,
            here,
            Span(figure.start, figure.end),
            (Related(Span(twin.start, twin.end), "twin"),),
            f"{here} ≠ {there}",
            values={"figure": here, "twin": there},
        )
