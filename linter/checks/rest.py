"""``rest``: what is left is what of a whole was not done, told in any words and order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.binding.case import Case
from linter.binding.slips import slipped
from linter.binding.sums.triads.rests import rests, wording
from linter.binding.telling import told
from linter.language.needs import Spec
from linter.model import Verdict


class Rest(Spec, frozen=True):
    """The words for what is done and what is left, and the equation over the three."""

    NAMES: ClassVar = ("whole", "done", "rest")

    done: tuple[str, ...]
    left: tuple[str, ...]
    denials: tuple[str, ...]
    where: str

    def equations(self) -> Iterator[str]:
        """The one."""
        yield self.where


SPEC = Rest


def check(rule_id: str, spec: Rest, case: Case) -> Iterator[Verdict]:
    """A verdict on each three figures; a failure is told only if one slip explains it."""
    equation = case.compiled.equations[spec.where]
    for found in rests(case, wording(spec.done, spec.left, spec.denials)):
        figures = {"whole": found.whole, "done": found.done, "rest": found.rest}
        failing = None if equation.fits(figures) else equation
        if failing and not slipped(figures, (equation,), case.facts.text, 1, sure=True):
            continue
        yield told(case, "rest", figures, (equation,), failing, doubt=True)
