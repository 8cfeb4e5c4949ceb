"""A change and its rate told with the amounts that they are of."""

from __future__ import annotations

from linter.binding.relations.bindings import Assignment
from linter.binding.relations.candidates import Candidates
from linter.binding.relations.equations import Equations
from linter.binding.relations.roles import Relation
from linter.facts.facts import Facts
from linter.late import regex

_DELTA = "delta"
"""The role of the difference that a rate is of."""
_AGAINST_LAST = regex(
    "[,，](?:同比|[较比](?:上|去|前)一?年(?:同期|度)?(?:决算|预算|执行)?数?)"
    "(?:增加|减少|增收|减收|增支|减支)了?"
)
_SO_MUCH = regex("[,，](?:同比)?(?:增长|下降|增幅|降幅)[为达了]?")
_PHRASE = 3
"""An amount, its change and the rate of that."""


class Changes:
    """The changes that are told with the figures of one relation."""

    def __init__(
        self, relation: Relation, facts: Facts, candidates: Candidates, equations: Equations
    ) -> None:
        self._relation, self._facts = relation, facts
        self._candidates, self._equations = candidates, equations

    def fits_its_change(self, assignment: Assignment) -> bool:
        """Whether a rate held against two amounts is right of the change told before it.

        2024年执行数210万元，2025年预算数190万元，较上年预算数减少10万元，下降5%.
        """
        derived, role = (
            assignment.figures[self._relation.derived],
            self._candidates.operands.get(_DELTA),
        )
        if role is None:
            return False
        low, _ = self._facts.windows.bounds("sentence", derived.start)
        before = self._facts.around(derived, low, derived.start)
        changes = self._candidates.of_role(_DELTA, role, before, derived, narrow=False)
        change = changes[0][0] if changes else None
        if change is None:
            return False
        bound = {self._relation.derived: derived, _DELTA: change}
        return any(
            self._equations.may_hold(equation, {**dict.fromkeys(equation.roles(), other), **bound})
            for equation in self._equations.cued(derived)
            if _DELTA in equation.roles()
            for other in before
            if other.dimension == change.dimension and other is not change
        )

    def is_set_phrase(self, assignment: Assignment) -> bool:
        """Whether amount, change and rate stand right behind each other.

        5万元，比上年减少1万元，下降20%.
        """
        figures = assignment.figures
        now, change = figures.get("now"), figures.get(_DELTA)
        if now is None or change is None or len(figures) != _PHRASE:
            return False
        text, derived = self._facts.text, figures[self._relation.derived]
        return (
            _AGAINST_LAST.fullmatch(text, now.end, change.start) is not None
            and _SO_MUCH.fullmatch(text, change.end, derived.start) is not None
        )
