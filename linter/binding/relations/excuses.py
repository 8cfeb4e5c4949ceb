"""Why figures that do not fit may be right all the same: they may not belong together.

Prose is read with charity: another rate of the sentence may be the one that goes with the figures,
another thing's amount may stand between, the figure may be of a part (其中) or of several amounts
together. Where one of these may be, nothing is told.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from math import ceil

from linter.binding.names import pairs
from linter.binding.relations.readings import Readings
from linter.binding.relations.rivals import is_of_another_kind
from linter.binding.relations.roles import Relation, Role, Roles
from linter.binding.slips import is_swap
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.interval import Interval, total
from linter.language.expression import Equation
from linter.late import regex

_BESIDE = ("percent", "percent-point", "score", "times")
"""Figures that may stand between others without being of another thing."""
_AMONG = regex(r"其中(?!:?(?:\d{4}年|上年|去年|本年|今年))")
"""Before a part; before years it only gives the figures."""
_STEM = regex(r"([\u4e00-\u9fff]{2})(?:率|比例|程度|进度|度|面)[^率度面,，;。]{0,4}$")
_OF = regex(r"占(?:了)?([\u4e00-\u9fff]{2,12}?)的$")
_OF_ALL = (*"总全其该当本整", "前者", "后者")
_OF_MONEY = regex("投资|支出|预算|收入|成本|产值|合同|债券|造价|概算|决算|贷款")
"""In what a share is of: a total that has a name of its own (占总投资的)."""
_BEFORE_LAST = regex(r"同比|环比")
_REASON = regex("原因|由于|因为|主要是")
_RESPECTIVELY = regex("分别|依次|各")
_JOINED = regex("[、和,，]")
_BUDGETED = regex("追加|调增|调减|核减|调整")
_SPENT = regex("(?:支出|支付|使用|执行|花)(?!.*(?:追加|调增|调减|核减))")
"""Before an amount that was spent, not one by which the budget was changed (执行中追加)."""
_REST = regex("其余|其[他它]|另外?|余下|剩余?|尚有?")
_TOTAL = regex("合计|共计|累计|总计|总共|一共")
_ALL = regex("(?:全部|全额|足额|均已?|已全)[^,，;。]{0,4}(?:支付|支出|付清|拨付|执行|使用|完成)")
_CHANGING = regex("[由从][^,，;。:看]{0,14}$")
_GREW = regex(
    "(?:^[,，、 ]*|同比|环比|[较比](?:上|去|前)一?年[^,，;。]{0,6})"
    "(?:增加|减少|增收|减收|增支|减支|净增)了?$"
)
"""Before a difference from last year, also right behind the amount itself."""
_CHANGES = regex("(?:增长|下降|上升|增幅|降幅|增速|上涨|下滑|降低)(?:率|幅度)?(?:了|为|达)?$")
"""Right before the rate of a change."""
_AGAINST = regex("[较比](上年|去年|上年度)?(预算|计划|目标|概算|批复|合同|控制价|任务|定额|标准)")
_SHARED_OF = regex(r"[占为]([\u4e00-\u9fff]{2,12}?)的$")
_SHARED = regex(r"[,，]? ?(?:已|仅|约)?[占为]([\u4e00-\u9fff]{2,12}?)的(?=[\d约近超])")
"""Behind an amount, of which it is a share: it is not what it is a share of."""
_GROWN = regex("(?:新增|净增|增加)(?:了|到账|人数)?$")
_REACHED = regex(r"[,，](?:累计|总数|总量|总计)?(?:达到?|增至|增加到)")
"""Before an amount by which something grew, and behind it what it came to."""
_CLOSE, _OWN = 2, 14
"""Within how many characters figures are joined, and a part's own share stands behind it."""
_SUBJECT = regex(
    r"(?:^|[,，;。])(?!其|该|此|本|总|平均|全|当|年|实|项目|工程|任务|目标|综合|整|因此|使|即|故)([\u4e00-\u9fff]{2,8})$"
)
"""Before a rate's name: words that are more than 其 or 平均."""
_NOUN = regex("[\u4e00-\u9fff]{1,8}")
_AMONG_THEM = regex("[\u4e00-\u9fff]{0,4}中")
"""Behind a whole whose part follows: 168个村中的139个."""
_NAME = 14
_COMMON = frozenset("完成实计划")
"""Characters of a rate's name that any plan and result have."""
_MOST_SUMMED = 4
_DIGITS = 3

Figures = Mapping[str, Quantity]


class Excuses:
    """Answers for one relation in one document."""

    def __init__(self, relation: Relation, facts: Facts, roles: Roles) -> None:
        self._relation, self._facts, self._roles = relation, facts, roles
        self._derived = relation.derived
        self._readings = Readings(relation, facts)

    def excused(self, figures: Figures, equations: tuple[Equation, ...]) -> bool:
        """Whether figures by role, of which no equation holds, may not belong together."""
        return self.apart(figures, equations) or self.named_otherwise(figures)

    def apart(self, figures: Figures, equations: tuple[Equation, ...]) -> bool:
        """Whether they may not belong together, whatever their names."""
        derived = figures[self._derived]
        operands = [figure for name, figure in figures.items() if name != self._derived]
        return (
            self._is_one_of_several(derived)
            or self._is_parted(derived, operands)
            or self._is_of_the_next(derived, operands)
            or self._is_budgeted(derived, operands)
            or self._is_added_up(operands)
            or self._is_all(derived, operands)
            or self._is_listed_apart(derived, operands)
            or self._is_itself_a_share(derived, operands)
            or self._is_a_change(operands)
            or self._is_of_two_kinds(derived, operands)
            or self._is_against_other(derived, figures)
            or self._is_of_another(derived, operands)
            or self._is_behind_another(derived, operands)
            or self._is_against_last_year(derived, figures)
            or self._is_by_steps(figures, equations)
            or self._fits_another(figures, equations)
            or self._fits_sums(figures, equations)
            or self._readings.permit(figures, equations)
        )

    def named_otherwise(self, figures: Figures) -> bool:
        """Whether the derived figure has a name that none of the others bears."""
        operands = [figure for name, figure in figures.items() if name != self._derived]
        roles = self._relation.roles
        wholes = [figure for name, figure in figures.items() if roles[name].far]
        derived = figures[self._derived]
        return self._is_of_other_money(derived, wholes) or self._is_named_otherwise(
            derived, operands
        )

    def _is_of_other_money(self, derived: Quantity, wholes: list[Quantity]) -> bool:
        """Whether a share is said to be of an amount that the whole is not called: 占总投资的."""
        of = _OF.search(self._facts.text, *self._facts.own_lead(derived))
        money = _OF_MONEY.search(of[1]) if of else None
        return money is not None and bool(wholes) and not self._any_named(wholes, {money[0]})

    def _is_one_of_several(self, derived: Quantity) -> bool:
        """Whether several figures are told at once, each of others: 增幅分别为15%和20%."""
        low, high = self._facts.own_lead(derived)
        if _RESPECTIVELY.search(self._facts.text, low, high):
            return True
        row = self._facts.around(derived, derived.start - _CLOSE, derived.end + _CLOSE)
        return any(
            f.dimension == derived.dimension
            and _JOINED.fullmatch(
                self._facts.text, min(f.end, derived.end), max(f.start, derived.start)
            )
            for f in row
        )

    def _is_of_the_next(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether an operand behind the figure has one of the kind of its own behind it."""
        if derived.dimension != "percent":
            return False
        last = max(operands, key=lambda f: f.start)
        if last.start < derived.end or self._facts.text.startswith("(", derived.end):
            return False
        behind = self._facts.within(last.end, last.end + _OWN)
        return bool(behind) and behind[0].dimension == "percent"

    def _is_budgeted(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether a change of the budget stands beside spending: 追加12万元，支出104.5万元."""
        text = self._facts.text
        if not _BUDGETED.search(text, *self._facts.own_lead(derived)):
            return False
        return any(_SPENT.search(text, *self._facts.own_lead(f)) for f in operands)

    def _is_added_up(self, operands: list[Quantity]) -> bool:
        """Whether the plan would be a part of what was done: 一期110人、二期96人，合计206人."""
        if "plan" not in self._relation.roles:
            return False
        done = max(operands, key=lambda f: f.start)
        if not _TOTAL.search(self._facts.text, *self._facts.own_lead(done)):
            return False
        low, _ = self._facts.windows.bounds("sentence", done.start)
        listed = [f for f in self._facts.within(low, done.start) if f.dimension == done.dimension]
        runs = (listed[-count:] for count in range(2, min(len(listed), _MOST_SUMMED) + 1))
        return any(
            any(f in run for f in operands) and done.value.meets(total(f.value for f in run))
            for run in runs
        )

    def _is_all(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether words say that all was spent or done, so that no amount is told: 全部支付."""
        before = [f.end for f in operands if f.start < derived.start]
        return (
            derived.printed == 1
            and bool(before)
            and _ALL.search(self._facts.text, max(before), derived.start) is not None
        )

    def _is_listed_apart(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether an operand is one of several parts in brackets, and the figure stands behind."""
        text = self._facts.text
        for figure in operands:
            close = text.find(")", figure.end, derived.start)
            low, _ = self._facts.lead(figure)
            opened = text.rfind("(", low, figure.start)
            if close < 0 or opened < 0 or text.find("(", figure.end, close) >= 0:
                continue
            inside = self._facts.within(opened, close)
            alike = sum(f.dimension == figure.dimension for f in inside)
            if alike > 1 and _AMONG.search(text, opened, figure.start):
                return True
        return False

    def _is_itself_a_share(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether an operand has a share of its own of what the figure is a share of."""
        text = self._facts.text
        of = _SHARED_OF.search(text, *self._facts.own_lead(derived))
        own = (_SHARED.match(text, f.end) for f in operands)
        return of is not None and any(
            match and match[1] == of[1] and match.end() != derived.start for match in own
        )

    def _is_a_change(self, operands: list[Quantity]) -> bool:
        """Whether the operands of a rate are one thing before and after, or what parts these.

        由1.6次提高到2.1次；比上年增加2602万元.
        """
        if "base" in self._relation.roles and "now" in self._relation.roles:
            return False
        text = self._facts.text
        leads = [self._facts.own_lead(figure) for figure in operands]
        return any(
            _CHANGING.search(text, *lead)
            or _GREW.search(text[slice(*lead)])
            or (_GROWN.search(text, *lead) and _REACHED.match(text, figure.end))
            for figure, lead in zip(operands, leads, strict=True)
        )

    def _is_of_two_kinds(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether points would part a change from a share: 占58.6%，增长2.2%，增幅下降3个百分点."""
        if derived.dimension != "percent-point":
            return False
        text = self._facts.text
        changes = [_CHANGES.search(text, *self._facts.own_lead(f)) is not None for f in operands]
        return any(changes) and not all(changes)

    def _is_against_other(self, derived: Quantity, figures: Figures) -> bool:
        """Whether a change is against a figure that no operand is said to be: 较预算减少40万元.

        较上年预算减少40万元: nor is it against this year's, or against what was spent last year.
        """
        text, base = self._facts.text, figures.get("base")
        against = _AGAINST.search(text, *self._facts.own_lead(derived))
        if against is None or "now" not in self._relation.roles:
            return False
        if against[1] and base is not None:
            past = "past-year" in self._facts.heard(base)
            return not (past and self._any_named([base], {against[2]}))
        operands = [figure for figure in figures.values() if figure is not derived]
        return not self._any_named(operands, {against[2]})

    def _is_parted(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether 其中 or the like stands between, so that one is of a part and another not."""
        text = self._facts.text
        last = max(f.start for f in operands)
        if last > derived.start and (
            _AMONG.search(text, derived.end, last) or _REASON.search(text, derived.end, last)
        ):
            return True
        first = min(f.end for f in operands)
        return any(text.find(word, first, derived.start) >= 0 for word in self._relation.parted)

    def _is_of_another(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether an amount of another kind stands between the figure and the nearest operand."""
        before = [f.end for f in operands if f.start < derived.start]
        low, high = (
            (max(before), derived.start)
            if before
            else (derived.end, min(f.start for f in operands))
        )
        kinds = {f.dimension for f in operands} | {*_BESIDE, derived.dimension}
        return any(
            f.dimension not in kinds and f.start not in self._facts.spoken
            for f in self._facts.within(low, high)
        )

    def _is_behind_another(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether another rate stands between the operands: the first of them belongs to it.

        Or behind all of them, with an amount of its own behind that: 少9万元，降3%，少4万元，降9%.
        """
        before = sorted(f.end for f in operands if f.start < derived.start)
        shared = any(role.far for role in self._relation.roles.values())
        if derived.dimension != "percent" or shared or len(before) < 2:
            return False
        text = self._facts.text
        behind = itertools.dropwhile(
            lambda f: f.dimension != "percent", self._facts.within(before[-1], derived.start)
        )
        if any(f.dimension == operands[0].dimension for f in behind):
            return True
        between = self._facts.within(before[0], before[-1])
        changing = "base" in self._relation.roles
        rivals = (
            f
            for f in between
            if f.dimension == "percent"
            and not (changing and self._has_a_whole(f))
            and not is_of_another_kind(f, derived, text)
        )
        return any(text.count("(", before[0], f.start) == 0 for f in rivals)

    def _has_a_whole(self, rate: Quantity) -> bool:
        """Whether a rate stands right behind what it is of: 预算数25200万元的8.9%."""
        before = self._facts.last_before(rate, 1)
        return bool(before) and self._facts.text[before[0].end : rate.start] == "的"

    def _is_named_otherwise(self, derived: Quantity, operands: list[Quantity]) -> bool:
        """Whether the figure has a name (合格率, 占学生的) that no operand has."""
        of = _OF.search(self._facts.text, *self._facts.own_lead(derived))
        if of is not None:
            noun = of[1]
            return not noun.startswith(_OF_ALL) and not self._any_named(operands, pairs(noun))
        role = next((r for r in self._relation.roles.values() if r.stem_of), None)
        name = self._name(derived) if role else None
        if name is None or role is None or name.endswith(role.general):
            return False
        kin = (words for end, words in role.kin.items() if name.endswith(end))
        words = (set(name) - _COMMON).union(*kin)
        subject = self._subject(derived)
        among = subject is None or self._any_named(operands, pairs(subject), among=False)
        if not among and self._is_another_s(derived, name):
            return True
        return not self._any_named(operands, words, among=among)

    def _is_another_s(self, derived: Quantity, name: str) -> bool:
        """Whether the sentence tells a rate of the name before: 满意率94.4%；企业满意率92.0%."""
        low, _ = self._facts.windows.bounds("sentence", derived.start)
        before = self._facts.around(derived, low, derived.start)
        return any(f.dimension == derived.dimension and self._name(f) == name for f in before)

    def _subject(self, rate: Quantity) -> str | None:
        """Whose rate it is, where its own words say so: 油菜 of 油菜覆盖率."""
        low, high = self._facts.own_lead(rate)
        stem = _STEM.search(self._facts.text, low, high)
        if stem is None:
            return None
        words = _SUBJECT.search(self._facts.text[low : stem.start()])
        return words[1] if words else None

    def _any_named(self, operands: list[Quantity], words: set[str], *, among: bool = True) -> bool:
        """Whether an operand is called by one of the words, or the part ``among`` a whole."""
        text = self._facts.text
        for figure in operands:
            if among and _AMONG_THEM.match(text, figure.end):
                return True
            low, high = self._facts.own_lead(figure)
            noun = _NOUN.match(text, figure.end)
            name = text[max(low, high - _NAME) : high] + (noun[0] if noun else "")
            if any(word in name for word in words):
                return True
        return False

    def _is_against_last_year(self, derived: Quantity, figures: Figures) -> bool:
        """Whether a change is against last year's figure, and no operand is said to be that."""
        name = "base" if "base" in figures else "delta"
        role, base = self._relation.roles.get(name), figures.get(name)
        if role is None or base is None or base is derived or not self._relation.parted:
            return False
        low, high = self._facts.own_lead(derived)
        yearly = self._facts.cues.last("past-year", low, high)
        if yearly is None and not _BEFORE_LAST.search(self._facts.text, low, high):
            return False
        return self._roles.label(name, role, base, derived) is not True

    def _is_by_steps(self, figures: Figures, equations: tuple[Equation, ...]) -> bool:
        """Whether a mark of whole points is held against what makes no whole ones: by bands."""
        derived = figures[self._derived]
        if derived.dimension != "score" or not derived.exact:
            return False
        values = {name: figure.value for name, figure in figures.items()}
        due = [e.expected(self._derived, values) for e in equations]
        return all(d is not None and ceil(d.low) > d.high for d in due)

    def _fits_another(self, figures: Figures, equations: tuple[Equation, ...]) -> bool:
        """Whether another rate of the sentence, of another name, is what the operands give."""
        derived = figures[self._derived]
        if derived.dimension not in ("percent", "percent-point", "times"):
            return False
        low, high = self._facts.windows.bounds("sentence", derived.start)
        name = self._name(derived), self._subject(derived)
        others = (
            f
            for f in self._facts.around(derived, low, high)
            if f.dimension == derived.dimension
            and f.hedge is None
            and status(self._facts, f) == "actual"
            and (
                name[0] is None
                or (self._name(f), self._subject(f)) != name
                or self._is_of_an_earlier_clause(f, figures)
            )
        )
        values = {name: figure.value for name, figure in figures.items()}
        return any(
            equation.holds({**values, self._derived: other.value})
            and not self._is_mistyped(derived, other)
            for other, equation in itertools.product(others, equations)
        )

    def _is_of_an_earlier_clause(self, other: Quantity, figures: Figures) -> bool:
        """Whether another rate stands with all operands in a clause before the derived one's."""
        low, _ = self._facts.windows.bounds("clause", figures[self._derived].start)
        operands = (figure for name, figure in figures.items() if name != self._derived)
        return other.start < low and all(figure.start < low for figure in operands)

    def _is_mistyped(self, derived: Quantity, other: Quantity) -> bool:
        """Whether a rate is but another one with two digits swapped: 97.64% and 79.64%."""
        literal = self._facts.text[derived.start : derived.end]
        return is_swap(derived, literal, other.value, _DIGITS)

    def _name(self, rate: Quantity) -> str | None:
        """What a rate is called (合格 of 合格率), if it has a name."""
        stem = _STEM.search(self._facts.text, *self._facts.own_lead(rate))
        return stem[1] if stem else None

    def _fits_sums(self, figures: Figures, equations: tuple[Equation, ...]) -> bool:
        """Whether the equations hold of several amounts together: 两级安排500万元、300万元."""
        low, high = self._facts.windows.bounds("sentence", figures[self._derived].start)
        near = self._facts.around(figures[self._derived], low, high)
        options = {name: list(self._sums(name, f, near, figures)) for name, f in figures.items()}
        tried = [
            dict(zip(options, values, strict=True))
            for values in itertools.product(*options.values())
        ]
        return any(e.holds(values) for e in equations for values in tried[1:])

    def _sums(
        self, name: str, figure: Quantity, near: list[Quantity], figures: Figures
    ) -> Iterator[Interval]:
        """What a figure stands for, alone or with those of its role or beside it."""
        yield figure.value
        if figure.dimension == "percent":
            return
        alike = [f for f in near if f.dimension == figure.dimension]
        role: Role = self._relation.roles[name]
        derived = figures[self._derived]
        named = [f for f in alike if f is figure or self._roles.label(name, role, f, derived)]
        if name != self._derived and len(named) > 1:
            yield total(f.value for f in named)
        row = sorted([*alike, figure] if figure not in alike else alike, key=lambda f: f.start)
        at = row.index(figure)
        taken = {f.start for n, f in figures.items() if n != name}
        for count in range(2, _MOST_SUMMED + 1):
            run = row[max(0, at + 1 - count) : at + 1]
            if len(run) == count and not any(f.start in taken for f in run):
                yield total(f.value for f in run)
        if at + 1 < len(row) and self._is_rest(row[at + 1]) and row[at + 1].start not in taken:
            yield total(f.value for f in row[at : at + 2])
        listed = [figure, *itertools.takewhile(self._is_listed, row[at + 1 :])]
        if 1 < len(listed) <= _MOST_SUMMED and not any(f.start in taken for f in listed):
            yield total(f.value for f in listed)

    def _is_rest(self, figure: Quantity) -> bool:
        """Whether a figure makes the one before it whole: 一次通过45个，其余3个整改后通过."""
        return _REST.search(self._facts.text, *self._facts.own_lead(figure)) is not None

    def _is_listed(self, figure: Quantity) -> bool:
        """Whether a figure goes on a list: 应急经费12万元、宣传经费8万元."""
        low, high = self._facts.own_lead(figure)
        return self._facts.text.startswith("、", low, high)
