"""Operands told elsewhere: the whole of a share in another sentence, the budget of a rate.

What fits passes, wherever it stands. What one slip keeps from fitting is doubted only where the
figure stands near, or where words name it: those before the rate (为合同总价的94.75%) or its own.
"""

from __future__ import annotations

from collections.abc import Callable

from linter.binding.relations.alike import count_alike
from linter.binding.relations.bindings import Assignment, Binding
from linter.binding.relations.candidates import Candidates
from linter.binding.relations.likelihood import chance_of, is_slip
from linter.binding.relations.opened import Opened, applicable
from linter.binding.slips import slipped
from linter.facts.quantity import Quantity
from linter.facts.windows import Window
from linter.regexes.late import regex

_MOST = 200
_REACH = 400
_FEWEST = 3
"""How many digits a figure must have that is near but not named."""
_UNLIKELY = 0.3
"""How likely one slip may explain by chance one of the figures that are named."""
_WHOLE = regex(
    r"([\u4e00-\u9fff]{2,14}?)(?:的|中的?(?:分量|占比|比重|比例|份额)[为是达]?)(?:仅|只有)?$"
)
"""Before a rate, what it is of: 占合同总额的, 在全部支出中的分量为."""
_SPENT = regex(
    r"(?:[年月][末底度内])?(?P<name>[\u4e00-\u9fff]{1,6}?(?:资金|经费|专项|配套|补助|转移支付))"
    r"(?:全年|当年|实际|累计|共|已)*(?:支出|使用|支付|执行|拨付|到位|花掉?|用掉|开支|列支)了?$"
)
"""Before what was spent of money that has a name."""
_IS = regex("(?:安排|下达|预算|计划|合计|总计|共|为|是|数)+$")
_YEAR = regex("[\\d上去前]一?年|同期|[月季]|半年")
"""In the words before a rate: its whole is of a time that its name does not tell."""
_LEADING = regex(r"^.*(?:[占为是在达过了]|相当于|于)")
_ALL = regex("(?:全部|全年|总|项目|资金|年度)(?:支出|预算|投资|资金|到位)[^,，;。\\d]{0,6}$")
"""Before a rate: it is of all that the report is about."""
_GENERAL = regex("^(?:全年|全部|全县|全市|当年|年度|本|该|总|项目)(?=..)")
_NAME, _BEHIND = 14, 6
_OWN_NAME, _HARDLY = 3, 0.03
"""How long a name is that tells a whole by itself, and how likely one slip is by chance then."""
_CORE = 2
"""How many characters of a name must agree: 合同总额 is 合同总价, 管养桥梁 管养的桥梁."""


class Far:
    """Looks in the whole document for the operand of the role that may be told elsewhere."""

    def __init__(self, opened: Opened, candidates: Candidates) -> None:
        self._opened, self._candidates = opened, candidates
        self._relation, self._facts = opened.relation, opened.facts
        far = [name for name, role in opened.operands.items() if role.far]
        near = [name for name in opened.operands if name not in far]
        self._names = (near[0], far[0]) if len(far) == len(near) == 1 else None

    def bind(self, derived: Quantity, excused: Callable[[Assignment], bool]) -> Binding:
        """With the nearest figure before and the other role's anywhere, if these tell anything."""
        nothing = Binding(derived, "unbound")
        if self._names is None:
            return nothing
        near, far = self._names
        part, own = self._nearest(derived, near)
        if part is None:
            return nothing
        tried = self._tried(derived, near, part, far)
        fit = next((a for a in tried if a.failing is None), None)
        if fit is not None:
            return Binding(derived, "pass", fit)
        money = self._money(part)
        doubts = (
            found
            for found in self._doubts(derived, far, tried, own, money)
            if self._is_slip(found, far, money)
            and (
                self._is_called(found.figures[far], money)
                or self._is_by_its_name(found, far, tried)
                or not excused(found)
            )
        )
        doubt = next(doubts, None)
        return Binding(derived, "doubt", doubt) if doubt else nothing

    def _is_slip(self, found: Assignment, far: str, money: str | None) -> bool:
        """Whether a slip keeps figures from fitting; of money by its name also one by chance."""
        if self._is_called(found.figures[far], money):
            figures, text = found.figures, self._facts.text
            return slipped(figures, found.equations, text, sure=True) is not None
        return is_slip(self._opened, found)

    def _nearest(self, derived: Quantity, near: str) -> tuple[Quantity | None, bool]:
        """The figure before the derived one, and whether in its clause, else in its sentence."""
        role = self._opened.operands[near]
        windows: tuple[Window, ...] = ("clause", "sentence")
        for window in windows:
            low, _ = self._facts.windows.bounds(window, derived.start)
            figures = self._facts.around(derived, low, derived.start)
            found = self._candidates.of_role(near, role, figures, derived, True)
            before = [figure for figure, _ in found if figure is not None]
            before = [f for f in before if not self._is_aside(f, derived)] or before
            if before:
                return max(before, key=lambda figure: figure.start), window == "clause"
        return None, False

    def _is_aside(self, figure: Quantity, derived: Quantity) -> bool:
        """Whether a figure stands in a bracket that closes before the derived one."""
        between = self._facts.text[figure.end : derived.start]
        return between.count(")") > between.count("(")

    def _tried(self, derived: Quantity, near: str, part: Quantity, far: str) -> list[Assignment]:
        bound = {self._relation.derived: derived, near: part, far: part}
        equations = applicable(self._opened.cued(derived), bound)
        made = []
        wanted = self._opened.operands[far].dim
        alike = wanted in ("any", part.dimension)
        if not (alike or self._opened.roles.is_named_in(far, *self._facts.own_lead(part))):
            return []
        for figure in self._facts.by_dimension.get(part.dimension if alike else wanted, [])[:_MOST]:
            if figure is part or figure.hedge is not None or not figure.printed:
                continue
            if alike and not count_alike(self._facts, figure, part):
                continue
            bound = {self._relation.derived: derived, near: part, far: figure}
            failing = self._opened.failing(equations, bound, far=True)
            spread = abs(figure.start - derived.start)
            made.append(Assignment(bound, equations, failing, False, False, False, False, spread))
        return sorted(made, key=lambda a: a.spread)

    def _doubts(
        self, derived: Quantity, far: str, tried: list[Assignment], own: bool, money: str | None
    ) -> list[Assignment]:
        """Those that a slip may keep from fitting, near ones first, then those that words name."""
        low, high = self._facts.windows.bounds("block", derived.start)
        near = [
            a
            for a in tried
            if own
            and low <= a.figures[far].start < high
            and a.spread < _REACH
            and min(map(self._facts.digits, a.figures.values())) >= _FEWEST
            and self._may_be_whole(derived, far, a.figures[far])
        ]
        named = self._named(derived, far, tried, money)
        values = {a.figures[far].printed for a in named}
        likely = [
            a
            for a in named
            if (len(values) == 1 and self._is_called(a.figures[far], money))
            or chance_of(self._opened, a) * len(values) <= _UNLIKELY
        ]
        return [*near, *likely]

    def _named(
        self, derived: Quantity, far: str, tried: list[Assignment], money: str | None
    ) -> list[Assignment]:
        """Those whose far figure bears the name of what the derived one is of, or of its role.

        Only a name makes a figure of a later paragraph what a rate is of.
        """
        whole = self._whole(derived)
        if whole is not None:
            return self._of_all(derived, far, tried, whole)
        called = [a for a in tried if self._is_called(a.figures[far], money)]
        if called:
            return called
        role = self._opened.operands[far]
        _, end = self._facts.windows.bounds("block", derived.start)
        told = [a for a in tried if a.figures[far].start < end]
        return [a for a in told if self._opened.roles.label(far, role, a.figures[far], derived)]

    def _of_all(
        self, derived: Quantity, far: str, tried: list[Assignment], whole: str
    ) -> list[Assignment]:
        """Those whose far figure bears a name; of all that was spent, what is told most often."""
        named = [a for a in tried if whole[:_CORE] in self._name(a.figures[far])]
        if not _ALL.search(self._facts.own_words(derived)):
            return named
        told = [self._facts.tellings[self._facts.size(a.figures[far])] for a in named]
        most = max(told, default=0)
        if most <= 1:
            return named
        return [a for a, times in zip(named, told, strict=True) if times == most]

    def _money(self, part: Quantity) -> str | None:
        """The name of the money of which a part was spent: 中央资金支出6177.60万元."""
        found = _SPENT.search(self._facts.text, *self._facts.own_lead(part))
        return found["name"] if found else None

    def _is_called(self, figure: Quantity, money: str | None) -> bool:
        """Whether a figure bears the name of money: 中央资金6240万元."""
        if money is None:
            return False
        return _IS.sub("", self._facts.own_words(figure, _NAME)).endswith(money)

    def _may_be_whole(self, derived: Quantity, far: str, figure: Quantity) -> bool:
        """Whether a figure bears the name of what the derived one is of, or of its role, if any."""
        whole = self._whole(derived)
        if whole is None or whole[:_CORE] in self._name(figure):
            return True
        return self._opened.roles.label(far, self._opened.operands[far], figure, derived) is True

    def _is_by_its_name(self, found: Assignment, far: str, tried: list[Assignment]) -> bool:
        """Whether the words before a rate name its whole just as it is told, once: 占中标价的.

        That outweighs what else may speak for the figures, where one slip is hardly chance.
        """
        derived = found.figures[self._relation.derived]
        whole = self._whole(derived)
        if whole is None or len(whole) < _OWN_NAME or _YEAR.search(self._facts.own_words(derived)):
            return False
        told = {
            a.figures[far].printed
            for a in tried
            if _IS.sub("", self._facts.own_words(a.figures[far], _NAME)).endswith(whole)
        }
        return told == {found.figures[far].printed} and chance_of(self._opened, found) <= _HARDLY

    def _whole(self, derived: Quantity) -> str | None:
        """What the words before a rate say that it is of."""
        found = _WHOLE.search(self._facts.text, *self._facts.own_lead(derived))
        if found is None:
            return None
        noun = _LEADING.sub("", found[1])
        return _GENERAL.sub("", noun) if len(noun) > 1 else None

    def _name(self, figure: Quantity) -> str:
        behind = self._facts.text[figure.end : figure.end + _BEHIND]
        return self._facts.own_words(figure, _NAME) + behind
