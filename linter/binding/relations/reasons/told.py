"""Figures by role of which no equation holds, with what the reasons ask about them."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from linter.binding.relations.bindings import Assignment
from linter.binding.relations.called import name_of
from linter.binding.relations.likelihood import chance_of, is_slip
from linter.binding.relations.opened import Opened
from linter.binding.slips import chance, slipped
from linter.facts.quantity import Quantity
from linter.interval import Interval
from linter.regexes.late import regex

_WHOLES, PARTS = ("plan", "base"), ("done", "spent", "got")
"""Roles of what a rate is of, and of what was done of it."""
_SHARE = ("whole", "part")
_UNLIKELY = 0.3
"""How likely one slip may explain by chance figures that words hardly bind to each other."""
_HARDLY = 0.05
"""The same of figures that words seem to tell apart."""
THAN = regex("[比较]")
"""In the words before a figure: it is held against another, or is what another is held against."""
_FEWEST = 3
"""How many digits the derived one of these has."""


class Told:
    """The figures by role of one relation, the equations that do not hold, and the document."""

    def __init__(self, opened: Opened, assignment: Assignment) -> None:
        self.opened, self.relation, self.facts = opened, opened.relation, opened.facts
        self.text, self._assignment = self.facts.text, assignment
        self.figures, self.equations = assignment.figures, assignment.equations
        self.derived = self.figures[self.relation.derived]
        self.operands = [f for name, f in self.figures.items() if name != self.relation.derived]
        self.before = [f for f in self.operands if f.start < self.derived.start]
        self.is_change = {"base", "now"} <= self.relation.roles.keys()

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """The bounds of the derived figure's sentence."""
        return self.facts.windows.bounds("sentence", self.derived.start)

    @cached_property
    def clause(self) -> tuple[int, int]:
        """The bounds of its clause."""
        return self.facts.windows.bounds("clause", self.derived.start)

    @property
    def is_whole_change(self) -> bool:
        """Whether what was, what is and the change are among the figures, and go together."""
        return self._assignment.is_whole_change

    @property
    def is_apart(self) -> bool:
        """Whether none of the operands stands in its clause."""
        low, high = self.clause
        return not any(low <= figure.start < high for figure in self.operands)

    @property
    def in_block(self) -> list[Quantity]:
        """The operands but those of a paragraph before."""
        low, _ = self.facts.windows.bounds("block", self.derived.start)
        return [figure for figure in self.operands if figure.start >= low]

    @cached_property
    def near(self) -> list[Quantity]:
        """The other figures of its sentence."""
        return self.facts.around(self.derived, *self.sentence)

    @cached_property
    def values(self) -> dict[str, Interval]:
        """What each figure stands for."""
        return {name: figure.value for name, figure in self.figures.items()}

    @cached_property
    def words(self) -> str:
        """The words of the derived figure's own before it."""
        return self.lead(self.derived)

    @cached_property
    def name(self) -> str | None:
        """What it is called, if it is a rate that has a name."""
        return name_of(self.facts, self.derived)

    def lead(self, figure: Quantity) -> str:
        """The words of a figure's own before it."""
        return self.facts.own_words(figure)

    def holds(self, **others: Interval) -> bool:
        """Whether with other values for some roles an equation holds."""
        return any(equation.holds({**self.values, **others}) for equation in self.equations)

    def is_called(self, figure: Quantity, name: str) -> bool:
        """Whether words give a figure a role."""
        role = self.relation.roles[name]
        return self.opened.roles.label(name, role, figure, self.derived) is True

    @property
    def is_slip(self) -> bool:
        """Whether one slip explains that they do not fit, and hardly by chance."""
        return (
            slipped(self.figures, self.equations, self.text, sure=True) is not None
            and chance(self.figures, self.equations, self.text) <= _UNLIKELY
        )

    def is_hardly_chance(self) -> bool:
        """Whether one slip explains that they do not fit, and chance hardly would."""
        found, part = self._assignment, self.done or self.share
        return (
            (found.strictly or not found.contiguous)
            and self.facts.digits(self.derived) >= _FEWEST
            and (part is None or part.part.value.low <= part.whole.value.high)
            and is_slip(self.opened, found)
            and chance_of(self.opened, found) <= _HARDLY
        )

    @cached_property
    def done(self) -> Done | None:
        """Of a rate of how much was done: its whole and its part."""
        whole = next((name for name in _WHOLES if name in self.figures), None)
        part = next((name for name in PARTS if name in self.figures), None)
        is_rate = self.derived.dimension == "percent"
        return Done(self, whole, part) if is_rate and whole and part else None

    @cached_property
    def share(self) -> Done | None:
        """The same of a share of a whole."""
        is_share = self.derived.dimension == "percent" and self.figures.keys() >= {*_SHARE}
        return Done(self, *_SHARE) if is_share else None


class Done:
    """A rate with its whole and its part."""

    def __init__(self, told: Told, whole: str, part: str) -> None:
        self.told, self.facts, self.text, self.rate = told, told.facts, told.text, told.derived
        self.whole_name, self.part_name = whole, part
        self.whole, self.part = told.figures[whole], told.figures[part]
        self.lead, self.is_called = told.lead, told.is_called

    def is_hardly_chance(self) -> bool:
        """Whether one slip explains that they do not fit, and chance hardly would."""
        return self.told.is_hardly_chance()

    def makes(self, whole: Interval, part: Interval) -> bool:
        """Whether the rate is what an amount is of another."""
        return self.told.holds(**{self.whole_name: whole, self.part_name: part})

    @cached_property
    def of_due(self) -> Decimal:
        """What part of the rate the part is of the whole."""
        due = self.whole.printed * self.rate.printed
        return self.part.printed / due if due else Decimal(1)

    @property
    def is_before(self) -> bool:
        """Whether the part stands behind the rate of the whole before it."""
        return self.whole.start < self.rate.start < self.part.start
