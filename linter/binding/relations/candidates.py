"""The figures that may take a role: those that words name, and those that stand right beside."""

from __future__ import annotations

from collections.abc import Mapping

from linter.binding.relations.alike import count_alike
from linter.binding.relations.opened import Opened
from linter.binding.relations.relation import Role
from linter.binding.relations.rivals import OF_WHICH
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_MOST = 8
NEAREST = 4
_GAIN_OF_EACH = regex(
    r"(?P<each>[户人亩]|(?<![上当本半\d])月|(?<![上去前今往当本全半\d])年)均?净?增[收加长]?了?$"
)
"""Before by how much there is more for each: 由120万元提高到150万元，户均增0.1万元."""
_OF_EACH = {
    "户": regex("户均|每户"),
    "人": regex("人均|每人"),
    "亩": regex("亩均|每亩|亩产"),
    "月": regex("月"),
    "年": regex(r"(?<!\d)年(?![度末底初])"),
}
"""Words before what there was for each of these."""
_COMES_TO = regex("[,，]?(?:达|达到|升至|降至|变)?[为至到]?")
"""Between a rate and what it leads to: 增长57.59%，为1371人."""
Choice = tuple[Quantity | None, bool]
"""A figure for a role, and whether its own words name it."""
_WHOLES = frozenset(("whole", "base", "plan"))
_OF = regex(r"\)?[^,，;。、\d()]{0,4}(?:的|[里中](?:[只仅约就]有?)?占[了到]?)")
_MEASURED = regex(r"(?:占|相当于|折合|等于|[为是]|在)[^,，;。、\d]{0,14}$")
"""Before the whole of a rate, which stands right behind it."""


class Candidates:
    """The figures that may take the roles of one relation in one document."""

    def __init__(self, opened: Opened) -> None:
        self._relation, self._facts, self._roles = opened.relation, opened.facts, opened.roles
        self._has_share = not _WHOLES.isdisjoint(opened.operands)
        self._has_share = self._has_share and self._relation.derived == "rate"
        self._operands = opened.operands

    def of_role(
        self, name: str, role: Role, figures: list[Quantity], derived: Quantity, narrow: bool
    ) -> list[Choice]:
        """The figures that may take a role, those that their own words name first."""
        found: list[Choice] = []
        measure = self.measure(derived) if narrow else None
        if measure is not None and name in _WHOLES:
            figures = [f for f in figures if f is measure]
        gained = _GAIN_OF_EACH.search(self._facts.text, *self._facts.own_lead(derived))
        for figure in figures:
            if gained is not None and not _is_of_each(self._facts, figure, gained["each"]):
                continue
            if (figure is measure) if name not in _WHOLES else _is_no_whole(name, figure):
                continue
            if figure is measure and self._roles.label(name, role, figure, derived) is not False:
                return [(figure, True)]
            label = self._roles.label(name, role, figure, derived)
            free = narrow and role.adjacent and self._may_be_adjacent(figure, derived)
            taken = measure is not None and self._roles.is_called(figure, _WHOLES)
            if label or ((label is None or taken) and free):
                found.append((figure, bool(label)))
        found.sort(key=lambda c: (not c[1], distance(c[0], derived)))
        labelled = [c for c in found if c[1]]
        most = _MOST if len(self._operands) < 3 else NEAREST - 1
        if role.optional and labelled:
            found = [*labelled, *(c for c in found if self._may_be_meant(c, labelled))]
        return found[:most]

    def measure(self, derived: Quantity) -> Quantity | None:
        """The whole of a share, where words say which figure it is."""
        return _measure_of(self._facts, derived) if self._has_share else None

    def _may_be_adjacent(self, figure: Quantity, derived: Quantity) -> bool:
        """Whether a figure that no words name may be meant: before the derived, or in brackets."""
        if not self._relation.any:
            return True
        if OF_WHICH.match(self._facts.text, figure.end):
            return False
        if figure.start < derived.start:
            between = self._facts.text[figure.end : derived.start]
            return between.count(")") <= between.count("(")
        gap = self._facts.text[derived.end : figure.start]
        return "(" in gap or _COMES_TO.fullmatch(gap) is not None

    def _may_be_meant(self, choice: Choice, labelled: list[Choice]) -> bool:
        """Whether a figure that no words name is not ruled out by all that they name.

        2023年下拨38万元，惠及190户，较上年增加30户; 2023年收入480万元，支出450万元，比上年多50万元:
        the year names none but the first.
        """
        figure, named = choice
        return not named and all(
            figure is None
            or other is None
            or other.dimension != figure.dimension
            or (other.start < figure.start and self._roles.is_soft(other))
            for other, _ in labelled
        )

    def have_one_unit(self, bound: Mapping[str, Quantity]) -> bool:
        """Whether figures of roles that share a unit have one, also where its role stays free."""
        groups: dict[str, list[Quantity]] = {}
        for name, role in self._operands.items():
            if name in bound:
                groups.setdefault(role.same_dim or name, []).append(bound[name])
        return all(
            count_alike(self._facts, f, group[0]) for group in groups.values() for f in group[1:]
        )


def _is_of_each(facts: Facts, figure: Quantity, each: str) -> bool:
    """Whether words before a figure say that it is that of each household, or of a month."""
    low, _ = facts.windows.bounds("sentence", figure.start)
    return _OF_EACH[each].search(facts.text, low, figure.start) is not None


def _is_no_whole(name: str, figure: Quantity) -> bool:
    """Whether nothing can be a part of a figure: 在60岁以上人口中占15.2%."""
    return not figure.printed or (figure.dimension == "age" and name != "base")


def _measure_of(facts: Facts, rate: Quantity) -> Quantity | None:
    """The figure that words say a rate is of: 占1280人的25%, 在全部观众(46.2万人次)里占30%."""
    before = facts.before(rate.start)
    if before is None or not _OF.fullmatch(facts.text, before.end, rate.start):
        return None
    return before if _MEASURED.search(facts.own_words(before)) else None


def distance(figure: Quantity | None, derived: Quantity) -> int:
    """Characters between; what follows the derived figure counts as three times as far."""
    if figure is None:
        return 0
    if figure.start < derived.start:
        return derived.start - figure.end
    return 3 * (figure.start - derived.end)
