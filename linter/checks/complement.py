"""``complement``: what was done and what was not come to the whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.binding.case import Case
from linter.binding.sums.complements import Wording, complements, wording
from linter.binding.telling import told
from linter.language.needs import Spec
from linter.model import Verdict


class Complement(Spec, frozen=True):
    """The words for what was not done, and the equation over ``whole``, ``done`` and ``rest``."""

    NAMES: ClassVar = ("whole", "done", "rest")

    denials: tuple[str, ...]
    """Words before a verb: 未, 漏."""
    left: tuple[str, ...]
    """Words before what is left over, whatever was done: 其余."""
    opposites: dict[str, tuple[str, ...]]
    """Of words for what was not done those for what was: 缺席: [到]."""
    where: str

    def equations(self) -> Iterator[str]:
        """The one."""
        yield self.where

    @property
    def words(self) -> Wording:
        """All of them, to be looked for."""
        return wording(self.denials, self.left, self.opposites)


SPEC = Complement


def check(rule_id: str, spec: Complement, case: Case) -> Iterator[Verdict]:
    """A verdict on each three figures that are told so."""
    equation = case.compiled.equations[spec.where]
    for found in complements(case.facts, spec.words):
        figures = {"whole": found.whole, "done": found.done, "rest": found.rest}
        holds = equation.holds({name: figure.value for name, figure in figures.items()})
        failing = None if holds else equation
        yield told(case, "rest", figures, (equation,), failing, doubt=True)
