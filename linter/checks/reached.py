"""``reached``: what is said of a result and its goal, 完成 or 未完成, against both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.same_facts.verdicts import reached
from linter.binding.sought import Sought
from linter.binding.telling import told
from linter.language.needs import Spec
from linter.model import Verdict


class Reached(Spec, frozen=True):
    """What holds of ``result`` and ``goal``, by what is said of the one.

    It is at ``least`` or at ``most`` the other, or ``less`` or ``more``.
    """

    NAMES: ClassVar = ("goal", "result")

    least: str
    most: str
    less: str
    more: str

    def equations(self) -> Iterator[str]:
        """All of them."""
        yield from (self.least, self.most, self.less, self.more)


SPEC = Reached


def seeks(rule_id: str, spec: Reached, case: Case) -> Iterator[Sought]:
    """Words for what is wanted."""
    yield sought.words(case, "目标", ("目标", "任务", "计划", "要求", "不低于", "以内"))


def check(rule_id: str, spec: Reached, case: Case) -> Iterator[Verdict]:
    """A verdict on each result that is said to meet its goal, or not to."""
    for found in reached(case.facts):
        equation = case.compiled.equations[getattr(spec, found.relation)]
        figures = {"result": found.result, "goal": found.goal}
        holds = equation.holds({name: figure.value for name, figure in figures.items()})
        yield told(case, "result", figures, (equation,), None if holds else equation, doubt=True)
