"""Other readings of a sentence under which a figure that does not fit its operands is right.

A sentence that tells a chain of figures leaves open of which of them a rate is: 任务3.58万人，
实际管理3.69万人，规范管理2.47万人，规范管理率66.9%. What any of the figures beside the operands
gives is taken as meant; so is what is of another year, and a rate of 100% that was reached later
or is capped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from linter.binding.nearby import moments_within
from linter.binding.relations.called import any_named
from linter.binding.relations.roles import Relation
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import exactly
from linter.language.expression import Equation
from linter.late import regex

_OVER_ALL = regex("综合|总体|整体")
_FINALLY = regex(
    "最终|最后|(?:整改|复[检查测验]|补[正办充]|返工|换货|核实|销号)后"
    "|剔除|若|如果|按(?P<whole>[^,，;。]{2,12}?)的?口径|(?:合计|总计|综合)$"
)
"""Before a rate: it is of a later state, or of another whole, than was told."""
_OF_DONE = regex(
    "(?<![未不没超])(?<!超额)(?:完成|实现|达成|执行|支付|支出|到位)(?:率|进度|比例)?[为是达到了:]{0,2}$"
)
"""Before a rate: it is of what was done, not of what that leaves."""
_ALL_DONE, _CAPPED = 1, 2
"""100%, and up to what it may stand for more."""
_NAME = 2
"""By how many characters before them two figures are told to be of one name."""
_BEGINNING = regex("[,，;。]而?$")
"""Before a year: it is what the following words are of."""

Figures = Mapping[str, Quantity]


class Readings:
    """Answers for the figures of one relation in one document."""

    def __init__(self, relation: Relation, facts: Facts) -> None:
        self._facts, self._derived = facts, relation.derived
        self._whole = next((name for name, role in relation.roles.items() if role.far), None)
        self._weak = relation.weak
        self._changing = {"base", "now"} <= relation.roles.keys()

    def permit(self, figures: Figures, equations: tuple[Equation, ...]) -> bool:
        """Whether the derived figure may be right though no equation holds of these figures."""
        derived = figures[self._derived]
        low, _ = self._facts.windows.bounds("block", derived.start)
        operands = [f for n, f in figures.items() if n != self._derived and f.start >= low]
        return (
            (not self._changing and self._is_of_another_year(derived, operands))
            or (derived.dimension == "percent" and self._is_later(derived, operands))
            or (self._changing and self._has_its_own(derived, operands))
            or (derived.dimension == "score" and self._has_other_marks(derived, operands))
            or (derived.dimension == "percent" and self._is_over_all(derived, operands))
            or (self._weak and self._is_in_another_clause(derived, operands))
            or self._are_siblings(figures)
            or (derived.dimension == "percent" and self._is_of_a_part(derived, operands))
            or self._is_used(figures, equations)
            or self._is_full(figures, equations)
            or self._is_of_the_rest(figures, equations)
            or self._fits_beside(figures, equations)
        )

    def _is_later(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether words before a rate say that it is of what came after: 最终通过率100%.

        Or of another whole, unless an operand is called so: 按全年预算口径计算的执行率.
        """
        low, high = self._facts.own_lead(derived)
        if self._facts.text.startswith("(", derived.end) and operands[0].start > derived.start:
            return False
        if derived.printed == _ALL_DONE:
            low = min([low, *(f.end for f in operands if f.end <= low)])
        said = _FINALLY.search(self._facts.text, low, high)
        if said is None or said["whole"] is None:
            return said is not None
        return not any_named(self._facts, operands, {said["whole"]}, among=False)

    def _is_in_another_clause(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether a semicolon parts a rate that nothing names from all that it may be of."""
        low, high = self._facts.windows.bounds("clause", derived.start)
        return not any(low <= figure.start < high for figure in operands)

    def _has_its_own(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether a change has a figure in its clause, and other clauses those of another thing.

        甲类由286家增至321家；乙类入库604家，增加75家.
        """
        low, high = self._facts.windows.bounds("clause", derived.start)
        if not operands or any(low <= figure.start < high for figure in operands):
            return False
        kind = operands[0].dimension
        return any(f.dimension == kind for f in self._facts.within(low, derived.start))

    def _is_over_all(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether a rate is over several amounts, of which the operands are but some."""
        if not _OVER_ALL.search(self._facts.text, *self._facts.own_lead(derived)):
            return False
        clause = self._facts.windows.bounds("clause", derived.start)
        kinds = {f.dimension for f in operands}
        near = [f for f in self._facts.around(derived, *clause) if f.dimension in kinds]
        return len(near) > len(operands)

    def _has_other_marks(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether the rate has marks of its own in an earlier clause, or these have another rate.

        决策10分得9.5分，为95%；过程20分得18.4分. 决策93.5%(15分得14.03分)，产出96.2%.
        """
        low, _ = self._facts.windows.bounds("clause", derived.start)
        rates = [f for f in operands if f.dimension == "percent"]
        opened = self._facts.text.rfind("(", low, derived.start)
        bracketed = opened > low and ")" not in self._facts.text[opened : derived.start]
        if bracketed and self._facts.text[opened - 1] == "%":
            return any(rate.end != opened for rate in rates)
        for rate in (f for f in rates if f.start < low):
            own = self._facts.within(*self._facts.windows.bounds("clause", rate.start))
            if sum(f.dimension == "score" for f in own) > 1:
                return True
        return False

    def _are_siblings(self, figures: Figures) -> bool:
        """Whether what would be a part is another whole: 甲校在校生1250人……；乙校在校生760人."""
        whole, part = figures.get("whole"), figures.get("part")
        if whole is None or part is None:
            return False
        _, opened, words = self._facts.text[whole.end : part.start].rpartition("其中")
        if opened and "。" not in words and ";" not in words:
            return False
        low, high = self._facts.windows.bounds("clause", part.start)
        names = {self._facts.text[f.start - _NAME : f.start] for f in (whole, part)}
        return not low <= whole.start < high and len(names) == 1

    def _is_of_another_year(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether another year begins behind an operand: ……；而2021年预算280万元，……."""
        before = [f.end for f in operands if f.start < derived.start]
        return bool(before) and any(
            self._is_before(moment.year, moment.relative)
            and _BEGINNING.search(self._facts.text, min(before), moment.start)
            for moment in moments_within(self._facts, min(before), derived.start)
        )

    def _is_before(self, year: int | None, relative: int | None) -> bool:
        if relative is not None:
            return relative < 0
        return year is not None and self._facts.year is not None and year < self._facts.year

    def _is_of_a_part(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether only rates follow 其中: 支出266万元，执行率95%，其中结转资金执行率100%.

        An operand that stands behind the rate tells of the part itself: 其中的44%，计338户.
        """
        if any(f.start > derived.start for f in operands):
            return False
        last = max(f.end for f in operands)
        at = self._facts.text.find("其中", last, derived.start)
        dimensions = {figure.dimension for figure in operands}
        return at >= 0 and not any(
            f.dimension in dimensions for f in self._facts.within(at, derived.start)
        )

    def _is_used(self, figures: Figures, equations: tuple[Equation, ...]) -> bool:
        """Whether the part has a rate of its own, and another whole follows that.

        甲公司成本284.6万元，其中人工159.4万元，占56.0%；乙公司成本142.4万元，人工占54.5%.
        """
        derived, far = figures[self._derived], self._whole
        part = next((f for name, f in figures.items() if name not in (self._derived, far)), None)
        if far is None or part is None or part.start > derived.start:
            return False
        low, _ = self._facts.windows.bounds("sentence", derived.start)
        near = self._facts.around(derived, low, derived.start)
        behind = (f for f in near if f.start > part.start)
        rate = next((f for f in behind if f.dimension == derived.dimension), None)
        if rate is None or not any(
            f.dimension == part.dimension and f.start > rate.start for f in near
        ):
            return False
        values = {name: f.value for name, f in figures.items()} | {self._derived: rate.value}
        wholes = [f for f in near if f.dimension == part.dimension and f.start < rate.start]
        return any(e.holds({**values, far: f.value}) for f in wholes for e in equations)

    def _is_full(self, figures: Figures, equations: tuple[Equation, ...]) -> bool:
        """Whether 100% stands in another clause than its operands, or for more than all."""
        derived = figures[self._derived]
        if derived.dimension != "percent" or derived.printed != _ALL_DONE:
            return False
        low, high = self._facts.windows.bounds("clause", derived.start)
        operands = [figure for name, figure in figures.items() if name != self._derived]
        if not any(low <= figure.start < high for figure in operands):
            return True
        values = {name: figure.value for name, figure in figures.items()}
        solved = (equation.expected(self._derived, values) for equation in equations)
        return any(value and _ALL_DONE <= value.low <= _CAPPED for value in solved)

    def _is_of_the_rest(self, figures: Figures, equations: tuple[Equation, ...]) -> bool:
        """Whether a rate is of what the part leaves: 50场中有34场在城区，农村只占32%.

        Or of what it is more than the whole: 168.3万元，高出预算150万元12.2%.
        """
        derived = figures[self._derived]
        if derived.dimension != "percent" or derived.hedge or self._changing:
            return False
        if _OF_DONE.search(self._facts.text, *self._facts.own_lead(derived)):
            return False
        if any(figure.start > derived.start for figure in figures.values()):
            return False
        values = {name: figure.value for name, figure in figures.items()}
        swapped = {"whole": values.get("part"), "part": values.get("whole")}
        other = values | {name: value for name, value in swapped.items() if value is not None}
        every = exactly(Decimal(_ALL_DONE))
        rest, more = every - derived.value, every + derived.value
        return any(
            equation.holds(v | {self._derived: rate})
            for equation in equations
            for v, rate in ((values, rest), (other, rest), (values, more))
        )

    def _fits_beside(self, figures: Figures, equations: tuple[Equation, ...]) -> bool:
        """Whether with another figure of the sentence for one of the operands an equation holds."""
        values = {name: figure.value for name, figure in figures.items()}
        return any(
            equation.holds({**values, name: other.value})
            for name, other in self._beside(figures)
            for equation in equations
        )

    def _beside(self, figures: Figures) -> Iterator[tuple[str, Quantity]]:
        """Each operand with the figures of its unit that stand behind the first of them.

        Behind the derived figure only of changes: 追加396家次；剔除后为1446家次.
        """
        derived = figures[self._derived]
        low, high = self._facts.windows.bounds("sentence", derived.start)
        if not self._changing:
            high = derived.start
        taken = {figure.start for figure in figures.values()}
        near = self._facts.around(derived, max(low, min(taken)), high)
        for name, figure in figures.items():
            if name == self._derived:
                continue
            for other in near:
                alike = other.dimension == figure.dimension and other.per == figure.per
                if alike and other.start not in taken and other.start not in self._facts.spoken:
                    yield name, other
