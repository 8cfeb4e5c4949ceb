"""Figures that make something else of a seeming total: a sum that fails is told only without them.

Figures are taken off others (审定600万元（送审620万元，审减20万元）), some things are counted with
two parts (两病兼有0.21万人), a total is of some of what was listed (门急诊合计), a whole is told
divided in several ways, or a rate beside the parts says that they are more than was planned.
"""

from __future__ import annotations

from itertools import combinations

from linter.binding.slips import is_slip
from linter.binding.sums.lists import full_marks
from linter.binding.sums.lists.addable import can_be_added, is_of_each
from linter.binding.sums.lists.candidate import FAR, Candidate
from linter.binding.sums.lists.cues import is_cued
from linter.binding.sums.lists.interleaved import holding_apart
from linter.binding.sums.lists.row import Row
from linter.binding.sums.taken import come_to_last
from linter.facts.numeral import parse
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.interval import ZERO
from linter.interval import total as sum_of
from linter.regexes.late import regex

_OF_ALL = regex(
    "[,，;。]?(?:[以这]上?|上述)?[两二三四五六七八九十]?[个项者类批笔期处地镇乡村县]?(?:标段|合同)?(?:合同)?"
    "(?:合计|共计|总计|总价|总额|累计|一共|共)(?:拨付|下达|支出|投入|发放|到位|完成|资金|金额|投资)?[为是达有]?"
)
"""Between a list and its total: no words but those that sum up all of it."""
_CLOSED = regex("[,，;。)]|$")
_BASE = regex("合同|累计|概算|总投资|预算|控制价|送审|批复|原|计划|编制|应[\u4e00-\u9fff]{1,3}$")
"""Before a figure above the total in brackets behind it: what that one is measured against."""
_WITH_MORE = regex(
    r"(?:[(,，](?:另|还)?(?:其中)?)?(?:含|包括|包含|(?<=[(,，]其中))[^,，;。()\d]{0,16}"
)
"""Behind a total: there is more in it than its parts."""
_ONE_MORE = regex(r"[^,，;。()\d]{0,6}[,，;、]?(?:另|还)(?:外|有)?[^,，;。()\d]{0,12}")
"""Behind the last part: one more, which words tell apart from these."""
_NEXT_COUNT = regex("[,，;]")
"""Between the last part and one more that says what it is only behind it: ，2个转入下年."""
_OF_SOME = regex(
    r"(?:^|[,，;。、])(?!(?:以上|上述|前述|这|各|全部|两|.项|.者|总|累计|合计|共))"
    r"[^,，;。、:()\d]{2,12}(?:合计|共计?|总计|小计|总[额数量])[^,，;。:()\d]{0,6}$"
)
"""Before a total that bears a name of its own: 门急诊合计, 优良共."""
_LISTED = regex(r"、[^,，;。、()\d]{1,8}\d+[^,，;。、()\d]")
"""Behind the last part: another item of the list."""
_COUNTED = regex(
    r"(?P<number>[两二三四五六七八九十]|\d{1,3})个?[\u4e00-\u9fff]{1,4}?(?:合计|共计?|总计)"
)
"""Between parts and a total: it is of so many (8个村合计)."""
_UNTOLD = regex(r"占[^,，;。\d]{0,6}(?:[一二三四五六七八九]成[半多]?|\d[\d.]*%|一半)[,，、;]")
"""Between a total and its parts: a part of which no amount is told (中央资金约占六成，)."""
_LEADER = regex("(?<!副)(?:组长|队长|主任|总指挥|召集人)[、,，和及与]$")
"""Before the first of the people counted: one who is told without a number."""
_STOCK, _YEARS = regex("累计"), regex("[,，](?P<number>[两二三四五])年累计")
_YEAR = regex(r"(?:19|20)\d\d年|上年|去年|前年")
_FEWEST, _MANY, _REACH, _END, _NEAR, _WHOLES = 2, 14, 60, 2, 3, 3

_BEFORE = 200
"""How far before a list another figure may be what its parts come to."""


def is_of_all(candidate: Candidate) -> bool:
    """Whether a total behind a list bears no words but those that sum it up."""
    if _OF_ALL.fullmatch(candidate.gap) is None:
        return False
    return _CLOSED.match(candidate.row.text, candidate.total.end) is not None


def is_of_the_first(candidate: Candidate) -> bool:
    """Whether a total of a name of its own is what all parts but the last come to: 前三批合计."""
    many = len(candidate.choice) > _FEWEST
    return many and candidate.forgets_last() and not is_of_all(candidate)


def is_of_others_as_many(candidate: Candidate) -> bool:
    """Whether so many figures further off add up to it: 甲15.4、乙5.8、丙4.6，甲乙两项21.2."""
    row, many = candidate.row, len(candidate.choice)
    if candidate.ahead or many <= _FEWEST or candidate.total.dimension == "score":
        return False
    windows = (range(first, first + many) for first in range(candidate.i - many))
    return any(row.holds(candidate.i, window) for window in windows)


def is_one_of_wholes(candidate: Candidate) -> bool:
    """Whether a list comes to its total with those before: 二级2家，三级12家；综合9家、专科5家."""
    if not candidate.ahead:
        return False
    row, i, reached = candidate.row, candidate.i, candidate.row.sum(candidate.choice)
    wholes = (range(first, i + 1) for first in range(max(0, i - _WHOLES), i))
    return any(row.sum(whole).meets(reached) for whole in wholes)


def is_full_mark(candidate: Candidate) -> bool:
    """Whether a total is a full mark, and what the marks come to, or what they leave, follows."""
    row, total = candidate.row, candidate.total
    if total.dimension != "score":
        return False
    _, high = row.sentence(total)
    return full_marks.is_full_mark(row.facts, total, high, candidate.parts)


def has_own_whole(candidate: Candidate) -> bool:
    """Whether the first of the parts is what the others come to: 问题26个，已改25个，剩1个."""
    first, *others = candidate.choice
    return len(others) > 1 and candidate.row.holds(first, others)


def has_whole_before(candidate: Candidate) -> bool:
    """Whether the parts come to a figure told before, and no slip makes the total what they do."""
    facts, total = candidate.row.facts, candidate.total
    reached = sum_of(part.value for part in candidate.parts)
    if is_slip(total, facts.text[total.start : total.end], reached, sure=True):
        return False
    begin = min(candidate.first.start, total.start)
    low, _ = facts.windows.before("block", begin, _BEFORE)
    alike = (f for f in facts.within(low, begin) if f.dimension == total.dimension)
    printed = sum(part.printed for part in candidate.parts)
    return any(figure.hedge is None and figure.printed == printed for figure in alike)


def is_part_beside(candidate: Candidate) -> bool:
    """Whether the total is but the first part of a figure before it: 27份中15份、9份、3份."""
    row, i = candidate.row, candidate.i
    before = range(max(0, i - _NEAR), i if candidate.ahead else 0)
    return any(row.holds(k, [*candidate.places]) for k in before)


def is_difference(candidate: Candidate) -> bool:
    """Whether a part is above the total, which is a difference or is measured against it.

    Marks in a row that words add up are not taken off each other.
    """
    row, i = candidate.row, candidate.i
    if candidate.total.dimension == "score" and is_cued(candidate):
        return False
    above = [k for k in candidate.choice if row.lows[k] > row.highs[i]]
    if not above:
        return False
    if candidate.is_bracketed and any(row.is_led(k, _BASE) for k in above):
        return not row.is_led(i, _BASE) or candidate.is_balance()
    return candidate.is_balance() and candidate.total.printed > 0


def is_signed(candidate: Candidate) -> bool:
    """Whether some figures are taken off by their words, and so all come to the last, or first."""
    every, reached = _alike(candidate), (*candidate.parts, candidate.total)
    return any(come_to_last(candidate.row.facts, run) for run in (every, every[:-1], reached))


def is_widened(candidate: Candidate) -> bool:
    """Whether the total has more in it: 605万元(含结转5万元); ，另有1个移交; ，1个取消."""
    row, total, last = candidate.row, candidate.total, candidate.last
    return any(
        more.fullmatch(row.text, end, behind[0].start) is not None
        and total.value.meets(row.sum(candidate.choice) + behind[0].value)
        for more, end in ((_WITH_MORE, total.end), (_ONE_MORE, last.end), (_NEXT_COUNT, last.end))
        if (behind := row.facts.within(end, end + FAR))
    )


def is_overlapping(candidate: Candidate) -> bool:
    """Whether the next figure is what the parts count twice: 合计980户（重复200户）."""
    row = candidate.row
    last = max(candidate.total, candidate.last, key=lambda figure: figure.start)
    _, high = row.sentence(last)
    behind = next(iter(_alike_within(row, last.end, min(high, last.end + _REACH))), None)
    if behind is None or not can_be_added(row.facts, behind):
        return False
    return candidate.total.value.meets(row.sum(candidate.choice) - behind.value)


def is_of_some(candidate: Candidate) -> bool:
    """Whether a total with a name of its own is of some of what stands before it."""
    row, i = candidate.row, candidate.i
    if candidate.ahead or not row.is_led(i, _OF_SOME):
        return False
    low, _ = row.sentence(candidate.first)
    before = [k for k in range(max(0, i - _MANY), i) if row.figures[k].start >= low]
    runs = [
        before[first:last]
        for first, last in combinations(range(len(before) + 1), 2)
        if last - first >= _FEWEST
    ]
    but_one = [[k for k in candidate.choice if k != left] for left in candidate.choice]
    return any(row.holds(i, some) for some in (*runs, *but_one) if len(some) >= _FEWEST)


def is_beyond_plan(candidate: Candidate) -> bool:
    """Whether a rate behind the parts says what they are of the total: 完成率101.2%."""
    row, last = candidate.row, candidate.last
    _, high = row.sentence(last)
    rates = [f for f in row.facts.within(last.end, high) if f.dimension == "percent"]
    if not candidate.ahead or not rates or row.lows[candidate.i] <= 0:
        return False
    return rates[0].value.meets(row.sum(candidate.choice) / candidate.total.value)


def is_of_rate(candidate: Candidate) -> bool:
    """Whether a rate before the parts tells how much of the total they are: 执行率95%，其中…….."""
    row, first = candidate.row, candidate.first
    if not candidate.ahead:
        return False
    between = row.facts.within(candidate.total.end, first.start)
    rates = (f for f in between if f.dimension == "percent")
    return any((candidate.total.value * f.value).meets(row.sum(candidate.choice)) for f in rates)


def has_part_of_rate(candidate: Candidate) -> bool:
    """Whether the last part is what a rate behind it says of the rest of the total.

    预算500万元，其中人员300万元全额支出，公用支出180万元，执行率90%.
    """
    row, last = candidate.row, candidate.last
    if not candidate.ahead:
        return False
    high = min(row.sentence(last)[1], last.end + FAR)
    rest = candidate.total.value - row.sum(candidate.choice[:-1])
    rate = next(iter(row.facts.within(last.end, high)), None)
    if rate is None or rate.dimension != "percent" or rest.low <= ZERO:
        return False
    return rate.value.meets(last.value / rest)


def has_marks_of_each(candidate: Candidate) -> bool:
    """Whether a mark that each of several has stands among the figures: 两个5分指标得满分."""
    if candidate.total.dimension != "score":
        return False
    row, first, *_, last = candidate.row, *sorted(candidate.places)
    begin = row.figures[first]
    low = max(row.sentence(begin)[0], begin.start - FAR)
    near = row.facts.within(low, row.figures[last].start)
    return any(f.dimension == "score" and is_of_each(row.facts, f) for f in near)


def has_untold_parts(candidate: Candidate) -> bool:
    """Whether words tell of parts that bear no figure."""
    row = candidate.row
    led = candidate.total.dimension == "person" and row.is_led(candidate.choice[0], _LEADER)
    if led and candidate.reached + 1 == candidate.total.printed:
        return True
    if candidate.ahead:
        return _UNTOLD.search(candidate.gap) is not None
    counted = _COUNTED.search(candidate.gap)
    if counted is None:
        return False
    return (parse(counted["number"]) or int(counted["number"])) > len(candidate.choice)


def is_of_years_before(candidate: Candidate) -> bool:
    """Whether a total is of the years before those listed, too."""
    row, gap = candidate.row, candidate.gap
    if candidate.ahead or not _STOCK.search(gap):
        return False
    years = _YEARS.search(gap)
    if years and parse(years["number"]) == len(candidate.choice):
        return False
    low, _ = row.facts.own_lead(candidate.first)
    ends = {row.text[part.start - _END : part.start] for part in candidate.parts}
    return len(ends) > 1 and _YEAR.search(row.text, low, candidate.last.start) is not None


def has_plan_between(candidate: Candidate) -> bool:
    """Whether a plan stands between parts and total: 县级计划100万元（实到80万元），合计880万元."""
    row, total = candidate.row, candidate.total
    known = {figure.start for figure in row.figures}
    return not candidate.ahead and any(
        f.unit == total.unit and f.start not in known and status(row.facts, f) != "actual"
        for f in row.facts.within(candidate.last.end, total.start)
    )


def is_of_other_counts(candidate: Candidate) -> bool:
    """Whether with what is counted in other words the parts come to a count."""
    row, total = candidate.row, candidate.total
    if not total.dimension.startswith("count:"):
        return False
    low = total.end if candidate.ahead else row.sentence(candidate.first)[0]
    behind = _LISTED.match(row.text, candidate.last.end)
    every = row.facts.within(low, behind.end() if behind else candidate.last.end)
    counts = [f for f in every if f.dimension.startswith("count:") and f is not total][-_MANY:]
    reached = sum_of(f.value for f in counts)
    return len(counts) > len(candidate.choice) and total.value.meets(reached)


def holds_apart(candidate: Candidate) -> bool:
    """Whether figures on the same side that others part come to the total."""
    found = holding_apart(candidate.row, candidate.i, ahead=candidate.ahead)
    return found is not None


def _alike(candidate: Candidate) -> list[Quantity]:
    """The figures of the row's kind from one to another, and the next of their sentence."""
    row = candidate.row
    first, *_, last = sorted((candidate.total, *candidate.parts), key=lambda f: f.start)
    _, high = row.sentence(last)
    within = _alike_within(row, first.start, min(high, last.end + _REACH))
    behind = [n for n, f in enumerate(within) if f.start > last.start]
    return within[: behind[0] + 1] if behind else within


def _alike_within(row: Row, low: int, high: int) -> list[Quantity]:
    """The figures between two places that are of the row's kind, its own or not."""
    of = row.figures[0]
    return [
        f
        for f in row.facts.within(low, high)
        if f.dimension == of.dimension and f.unit == of.unit and f.per is None
    ]
