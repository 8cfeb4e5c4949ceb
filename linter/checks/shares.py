"""``shares``: lists of shares with their parts beside them, all of one whole; rates of marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.marks.score_rates import score_rates
from linter.binding.sought import Sought
from linter.binding.sums.parallel import DERIVED, parallel
from linter.binding.sums.shares.columns import column_shares
from linter.binding.sums.shares.in_lists import listed_shares
from linter.binding.sums.shares.named import named_shares
from linter.binding.sums.shares.opposed import opposed_shares
from linter.binding.sums.shares.paired import Paired, paired_shares
from linter.binding.sums.shares.plain import plain_shares
from linter.binding.sums.shares.summed import summed_shares
from linter.binding.sums.shares.tabled import tabled_shares
from linter.binding.telling import told
from linter.facts.quantity import Quantity
from linter.language.needs import Spec
from linter.model import Verdict


class Shares(Spec, frozen=True):
    """The equation over a share (``rate``), its ``part`` and the ``whole`` of the list.

    Of ``marks`` it is over a rate of marks, those obtained and the full ones. Where one of
    ``unless`` holds of a share in running text, the whole is another one.
    """

    NAMES: ClassVar = ("rate", "part", "whole")

    where: str
    of: Literal["parts", "marks"] = "parts"
    unless: tuple[str, ...] = ()
    both: str = ""
    """What makes a share of a ``part`` where the other figure is its opposite: both are all."""

    def equations(self) -> Iterator[str]:
        """All of them."""
        yield from (self.where, *self.unless, *((self.both,) if self.both else ()))


SPEC = Shares


def seeks(rule_id: str, spec: Shares, case: Case) -> Iterator[Sought]:
    """Percentages."""
    yield sought.figures(case, "percent")


def check(rule_id: str, spec: Shares, case: Case) -> Iterator[Verdict]:
    """A verdict for each share that has its part beside it."""
    equation = case.compiled.equations[spec.where]
    if spec.of == "marks":
        for marked in score_rates(case, equation):
            failing = None if marked.holds else equation
            yield told(case, "rate", marked.figures, (equation,), failing, doubt=marked.apart)
        return
    beside = (
        *paired_shares(case.facts, equation),
        *named_shares(case.facts, equation),
        *tabled_shares(case.facts, equation),
    )
    known = set(map(_rate, beside))
    in_turn = {place.figures[DERIVED].start for place in case.once(parallel)}
    listed = (p for p in listed_shares(case.facts, equation) if _rate(p) not in known)
    for paired in (*beside, *listed):
        failing = None if paired.holds else equation
        apart = _rate(paired) in in_turn or _is_of_another(spec, case, paired.figures)
        if failing is None or not apart:
            yield told(case, "rate", paired.figures, (equation,), failing, doubt=True)
    for paired in plain_shares(case.facts):
        values = {name: figure.value for name, figure in paired.figures.items()}
        failing = None if paired.holds or equation.holds(values) else equation
        yield told(case, "rate", paired.figures, (equation,), failing, doubt=True)
    for summed in (
        *summed_shares(case.facts, equation),
        *(opposed_shares(case.facts, case.compiled.equations[spec.both]) if spec.both else ()),
    ):
        failing = None if summed.holds else summed.equation
        yield told(case, "rate", summed.figures, (summed.equation,), failing, doubt=True)
    for figures, holds in column_shares(case.facts, equation):
        yield told(case, "rate", figures, (equation,), None if holds else equation, doubt=True)


def _rate(paired: Paired) -> int:
    """Where a share stands."""
    return paired.figures["rate"].start


def _is_of_another(spec: Shares, case: Case, figures: Mapping[str, Quantity]) -> bool:
    """Whether a share is one of another whole: 上级资金合计420万元, 县级80万元占16%."""
    return any(case.compiled.equations[source].fits(figures) for source in spec.unless)
