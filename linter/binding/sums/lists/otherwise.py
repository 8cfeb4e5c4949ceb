"""What else makes a seeming total: a sum that fails is told only where nothing does.

Figures are taken off others (审定600万元（送审620万元，审减20万元）), some things are counted with
two parts (两病兼有0.21万人), a total is of some of what was listed (门急诊合计), a whole is told
divided in several ways, or a rate beside the parts says that they are more than was planned.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from linter.binding.sums.lists.interleaved import Interleaved
from linter.binding.sums.lists.row import Row
from linter.binding.sums.lists.words import Words
from linter.binding.sums.taken import come_to_last
from linter.facts.numeral import parse
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.interval import Interval, exactly, total
from linter.late import regex

_BASE = regex("合同|累计|概算|总投资|预算|控制价|送审|批复|原|计划|编制|应[\u4e00-\u9fff]{1,3}$")
"""Before a figure above the total in brackets behind it: what that one is measured against."""
_OF_SOME = regex(
    r"(?:^|[,，;。、])(?!(?:以上|上述|前述|这|各|全部|两|.项|.者|总|累计|合计|共))"
    r"[^,，;。、:()\d]{2,12}(?:合计|共计?|总计|小计|总[额数量])[^,，;。:()\d]{0,6}$"
)
"""Before a total that bears a name of its own: 门急诊合计, 优良共."""
_COUNTED = regex(
    r"(?P<number>[两二三四五六七八九十]|\d{1,3})个?[\u4e00-\u9fff]{1,4}?(?:合计|共计?|总计)"
)
"""Between parts and a total: it is of so many (8个村合计)."""
_UNTOLD = regex(r"占[^,，;。\d]{0,6}(?:[一二三四五六七八九]成[半多]?|\d[\d.]*%|一半)[,，、;]")
"""Between a total and its parts: a part of which no amount is told (中央资金约占六成，)."""
_STOCK, _IN_YEARS = regex("累计"), regex(r"[两二三四五六七八九十几\d]年(?:来|间)?(?:合计|累计|共)")
_YEAR = regex(r"(?:19|20)\d\d年|上年|去年|前年")
_OPEN = regex("含|其中")
_SLOTS, _MANY, _REACH = 2, 14, 60


class Otherwise:
    """Ways to read the figures of one row; ``i`` and ``choice`` are places in it."""

    def __init__(self, row: Row, words: Words, apart: Interleaved) -> None:
        self._row, self._words, self._apart = row, words, apart

    def explains(self, i: int, choice: list[int], *, closed: bool) -> bool:
        """Whether figures or words make something else of a total and a run beside it."""
        return (
            self._is_difference(i, choice)
            or self._is_signed(i, choice)
            or self._is_overlapping(i, choice)
            or self._is_layered(i, choice)
            or (choice[0] < i and self._is_of_some(i, choice))
            or (choice[0] > i and self._is_beyond_plan(i, choice))
            or (not closed and self._has_another(i, choice))
            or self._is_left_open(i, choice)
            or self._has_others_between(i, choice)
            or self._apart.holding(i, ahead=choice[0] > i) is not None
        )

    def _is_difference(self, i: int, choice: list[int]) -> bool:
        """Whether a part is above the total, which is a difference or is measured against it."""
        figures = self._words.figures
        above = [k for k in choice if self._row.lows[k] > self._row.highs[i]]
        if not above:
            return False
        bracketed = self._row.depths[choice[0]] > self._row.depths[i]
        if bracketed and any(self._words.is_led(k, _BASE) for k in above):
            return not self._words.is_led(i, _BASE) or self._row.is_balance(i, choice)
        return self._row.is_balance(i, choice) and figures[i].printed > 0

    def _is_signed(self, i: int, choice: list[int]) -> bool:
        """Whether some figures are taken off by their words, and so all come to the last."""
        every = self._alike(min(i, choice[0]), max(i, choice[-1]))
        return any(come_to_last(self._words.facts, run) for run in (every, every[:-1]))

    def _is_overlapping(self, i: int, choice: list[int]) -> bool:
        """Whether the next figure is what the parts count twice: 合计980户（重复200户）."""
        last = self._words.figures[max(i, choice[-1])]
        _, high = self._words.sentence(last)
        behind = next(iter(self._alike_within(last.end, min(high, last.end + _REACH))), None)
        if behind is None:
            return False
        return self._total(i).meets(self._sum(choice) - behind.value)

    def _is_layered(self, i: int, choice: list[int]) -> bool:
        """Whether the parts are a whole told again and again: 开工10个，完工9个，未完工1个."""
        left, groups = exactly(Decimal(0)), 0
        for k in choice:
            left = left + self._words.figures[k].value
            if self._total(i).meets(left):
                left, groups = exactly(Decimal(0)), groups + 1
        return groups >= _SLOTS and not left.high

    def _is_of_some(self, i: int, choice: list[int]) -> bool:
        """Whether a total with a name of its own is of some of what stands before it."""
        if not self._words.is_led(i, _OF_SOME):
            return False
        low, _ = self._words.sentence(self._words.figures[choice[0]])
        listed = [k for k in range(max(0, i - _MANY), i) if self._words.figures[k].start >= low]
        return any(
            self._total(i).meets(self._sum(listed[first:last]))
            for first, last in combinations(range(len(listed) + 1), 2)
            if last - first >= _SLOTS
        )

    def _is_beyond_plan(self, i: int, choice: list[int]) -> bool:
        """Whether a rate behind the parts says what they are of the total: 完成率101.2%."""
        last = self._words.figures[choice[-1]]
        _, high = self._words.sentence(last)
        rates = [f for f in self._words.facts.within(last.end, high) if f.dimension == "percent"]
        if not rates or self._row.lows[i] <= 0:
            return False
        return rates[0].value.meets(self._sum(choice) / self._total(i))

    def _has_another(self, i: int, choice: list[int]) -> bool:
        """Whether with the figure before an open list's total the parts come to it."""
        before = self._alike_within(
            self._words.sentence(self._words.figures[i])[0], self._words.figures[i].start
        )
        gap = self._words.figures[i].end, self._words.figures[choice[0]].start
        if choice[0] < i or not before or not _OPEN.search(self._words.text, *gap):
            return False
        return self._total(i).meets(self._sum(choice) + before[-1].value)

    def _is_left_open(self, i: int, choice: list[int]) -> bool:
        """Whether words tell of parts that bear no figure, or of years before those listed."""
        figures, text = self._words.figures, self._words.text
        if choice[0] > i:
            return _UNTOLD.search(text, figures[i].end, figures[choice[0]].start) is not None
        gap = figures[choice[-1]].end, figures[i].start
        counted = _COUNTED.search(text, *gap)
        if counted and (parse(counted["number"]) or int(counted["number"])) > len(choice):
            return True
        if not _STOCK.search(text, *gap) or _IN_YEARS.search(text, *gap):
            return False
        low, _ = self._words.facts.own_lead(figures[choice[0]])
        ends = {text[figures[k].start - _SLOTS : figures[k].start] for k in choice}
        return len(ends) > 1 and _YEAR.search(text, low, figures[choice[-1]].start) is not None

    def _has_others_between(self, i: int, choice: list[int]) -> bool:
        """Whether a plan stands between parts and total, or as many counts as there are parts.

        县级计划100万元（实到80万元），合计880万元; 奖金5万元、3万元，一等1个、二等2个，合计11万元.
        """
        figures, facts = self._words.figures, self._words.facts
        if choice[0] > i:
            return self._is_of_other_counts(i, choice, figures[i].end)
        low, high = figures[choice[-1]].end, figures[i].start
        between = facts.within(low, high)
        known = {f.start for f in figures}
        if any(
            f.unit == figures[i].unit and f.start not in known and status(facts, f) != "actual"
            for f in between
        ):
            return True
        counts = [f for f in between if f.dimension.startswith("count:")]
        if figures[i].dimension == "money" and len(counts) == len(choice):
            return len({f.dimension for f in counts}) == 1
        return self._is_of_other_counts(i, choice, self._words.sentence(figures[choice[0]])[0])

    def _is_of_other_counts(self, i: int, choice: list[int], low: int) -> bool:
        """Whether with what is counted in other words the parts come to a count."""
        figures = self._words.figures
        if not figures[i].dimension.startswith("count:"):
            return False
        every = self._words.facts.within(low, figures[choice[-1]].end)
        counts = [f for f in every if f.dimension.startswith("count:") and f is not figures[i]]
        kept = counts[-_MANY:]
        return len(kept) > len(choice) and self._total(i).meets(total(f.value for f in kept))

    def _alike(self, first: int, last: int) -> list[Quantity]:
        """The figures of the row's kind from one to another, and the next of their sentence."""
        figures = self._words.figures
        _, high = self._words.sentence(figures[last])
        within = self._alike_within(figures[first].start, min(high, figures[last].end + _REACH))
        behind = [n for n, f in enumerate(within) if f.start > figures[last].start]
        return within[: behind[0] + 1] if behind else within

    def _alike_within(self, low: int, high: int) -> list[Quantity]:
        of = self._words.figures[0]
        return [
            f
            for f in self._words.facts.within(low, high)
            if f.dimension == of.dimension and f.unit == of.unit and f.per is None
        ]

    def _total(self, i: int) -> Interval:
        return self._words.figures[i].value

    def _sum(self, choice: Sequence[int]) -> Interval:
        return total(self._words.figures[k].value for k in choice)
