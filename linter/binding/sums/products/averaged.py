"""An average of a sentence, with the total and the number that it is of: 12座，每座平均300千瓦."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from linter.binding.slots import reread
from linter.binding.sums.products.chances import ALL, COUNT, EACH
from linter.binding.sums.products.each import (
    PLAIN,
    STATES,
    TIMES,
    are_alike,
    are_one_sum,
    is_of_a_time,
    is_unfit,
    mean_of,
)
from linter.binding.sums.products.each import named as name_of
from linter.binding.sums.products.formulas import is_product_told
from linter.binding.sums.products.prices import quantities
from linter.binding.sums.products.several import counted_on
from linter.binding.sums.products.triples import may_hold, triple_of
from linter.facts.facts import Facts
from linter.facts.quantity import NOT_MEASURED, Quantity
from linter.interval import Interval
from linter.interval import total as sum_of
from linter.regexes.late import regex

_AVERAGE = regex(
    r"(?:(?:平均|[平均分]?摊)[到下来]{0,2}[每一]个?(?P<a>(?![般些定直旦共方面一二三四五六七八九十百千两几])[\u4e00-\u9fff]{1,2})[\u4e00-\u9fff]{0,10}"
    r"|(?:每个?|(?<![清名订保账])单(?=[\u4e00-\u9fff]平均))(?P<b>平方米|立方米|公里|千瓦时|[亩人户台]次|[\u4e00-\u9fff]{1,3}?)"
    r"(?:平均|的?[价造]格?|的?造价|的?单价|[\u4e00-\u9fff]{0,4}(?:成本|费用|造价|投资|投入))[\u4e00-\u9fff]{0,6}"
    r"|(?<![平等])(?P<c>[人户月日天班村期场次年台亩家校镇院床件支辆])均(?![已为按由在获衡])[\u4e00-\u9fff]{0,8}"
    r"|(?<=[,，;:。])(?:[\u4e00-\u9fff]?平均|折合|折算|折|合|约合|实现)?(?P<d>亩)产(?![值业])[\u4e00-\u9fff]{0,4})$"
)
_MAY_AVERAGE = regex("[均每摊]|亩产")
_EACH = regex("每|[\u4e00-\u9fff]均(?![衡匀等已为按由在获达])|按[^,，;。]{0,2}$")
"""Before what one of many has, which is no total: 批均400元."""
_YIELD = regex("亩产")
"""Before an average that is of the crop of its own clause."""
_CROP = regex("(?<![投生亩])产|[打割摘]|收(?![购集到])|总重")
"""Before how much of a crop there was."""
_REACH = 24
_PERIOD = regex("[月天日年季周次]|学期")
_THINGS = ("count:个", "count:处", "count:座", "count:家", "count:所", "person")
_OPEN = regex(
    r"其中|另(?!行)|分别|各[有为自]|目标|计划|定额|标准|[低高]于|[上下]限|不少于|不低于|不超|最|增[加长收幅]|减少|下降|提高|上年|去年|往年|同期|[比较由从超]"
    r"|抽[样查]|劳动力|扣除|剔除|除外|不含|部分|以[上内]|预[计算]|将|按.{0,6}(?:面积|加权)|先后|截[至止]|[1-9]月|季|半年|以来|每[月天日年]?.{0,3}每|差"
)
_DISCOUNT = regex(
    r"\d[%折]的?优惠|优惠[价后]|折扣|让利|下浮|打折|[\d一二三四五六七八九]折(?![页叠旧合算线])"
)
"""Between a price and what was paid: this is less than so many times the price."""
_LEADING = 14
_NAMES = {"户": ("户", "家"), "日": ("天",)}
_YEAR = regex("全年|一年|年度|[本当]年")
_MONTHS, _DAYS = Interval(Decimal(12), Decimal(12)), Interval(Decimal(365), Decimal(366))
_WORKED = (Interval(Decimal(236), Decimal(264)), Interval(Decimal(296), Decimal(320)))
"""How many days of a year something may be open: the working days, all but one a week or a few."""
_ONE, _MOST, _DIGITS = Decimal(1), 60, 3
_GIVEN = regex("[补奖慰助费]|标准|兑[现付]|经[审验核查]|符合|摸排|登记|[申受][请理]")
"""Where money is given to some of many, or for what others pay for too, no average is told."""
_AND = regex("[\u4e00-\u9fff]{0,4}[、和及][^,，;。]*")
_OF_A_PART = regex("部分")
"""Before an average: it is of a part of the total alone: 含桥梁180万元，道路部分每公里130万元."""
_DIVIDED = regex("除以|÷|测算|计算|折算")
_BY_RULE, _RULED = regex("按照?[^,，;。\\d]{0,8}$"), regex("[^,，;。\\d]{0,4}(?:应|须|需)")
"""Before and behind an average that is asked for: 按人均52次应不少于988次."""


class Average(Struct, frozen=True):
    """The figures by their roles; whether the average is what the total by the number comes to."""

    figures: dict[str, Quantity]
    holds: bool
    implied: bool
    """Whether the number is that of a year's months or days, and not told."""


def averaged(facts: Facts) -> Iterator[Average]:
    """Each average with the total and the number of its sentence that it comes from, or should."""
    for each in facts.running:
        found = average_of(facts, each) or _anywhere(facts, each)
        if found is not None and (found.holds or not _is_of_others(facts, found)):
            yield found


def _is_of_others(facts: Facts, found: Average) -> bool:
    """Whether a formula tells what the average and the number make, or another average fits.

    Or the average is of the number and of what is counted beside it: 14个村和2个社区. Or less than
    the price is paid: 目录价每箱168元，给予5%的优惠.
    """
    each, whole, count = (found.figures[role] for role in (EACH, ALL, COUNT))
    first, *_, last = sorted((each, whole, count), key=lambda f: f.start)
    if _DISCOUNT.search(facts.text, first.end, last.start):
        return True
    sums = (sum_of(f.value for f in row) for row in _counted_with(facts, found))
    told = is_product_told(facts, each, count) or any(
        whole.value.meets(each.value * number) for number in sums
    )
    told = told or _is_told_behind(facts, each, count)
    return told or _fits_another(facts, found) or _is_of_products(facts, found)


def _counted_with(facts: Facts, found: Average) -> Iterator[list[Quantity]]:
    """The number with those joined to it, and with all of its unit that its clause tells."""
    count = found.figures[COUNT]
    yield counted_on(facts, count)
    near = facts.around(count, *facts.windows.around("clause", count.start, count.end, _MOST))
    yield [count, *(f for f in near if f.unit == count.unit and f.start not in facts.spoken)]


def _is_told_behind(facts: Facts, each: Quantity, count: Quantity) -> bool:
    """Whether the total stands behind the average’s bracket: （9名，人均12次）巡河108次."""
    _, high = facts.windows.bounds("clause", each.start)
    if not facts.text.startswith(")", each.end):
        return False
    behind = facts.within(each.end, high)[:1]
    return any(are_alike(f, each) and f.value.meets(each.value * count.value) for f in behind)


def _is_of_products(facts: Facts, found: Average) -> bool:
    """Whether another average beside, of its own number, has its part in the total of both.

    31个村每村20份，4个社区每个社区30份，共740份; the total may lead to them, too.
    """
    each, whole, count = (found.figures[role] for role in (EACH, ALL, COUNT))
    low, _ = facts.windows.bounds("sentence", each.start)
    leads = whole.start < min(each.start, count.start)
    high = facts.windows.bounds("clause", each.start)[1] if leads else whole.start
    others = (
        f
        for f in facts.around(each, low, high)
        if are_alike(f, each) and name_of(facts, f) is not None
    )
    numbers = (facts.before(f.start) for f in others if f.start >= low)
    return any(
        n is not None and n.start >= low and n.start != count.start and are_alike(n, count)
        for n in numbers
    )


def _fits_another(facts: Facts, found: Average) -> bool:
    """Whether total and number are those of another of the sentence: 由每人1.2万元提到1.5万元."""
    each = found.figures[EACH]
    near = facts.around(each, *facts.windows.bounds("sentence", each.start))
    others = (f for f in near if are_alike(f, each) and f is not found.figures[ALL])
    return any(may_hold({**found.figures, EACH: other}) for other in others)


def _anywhere(facts: Facts, each: Quantity) -> Average | None:
    figures = triple_of(facts, each)
    if figures is None or _OF_A_PART.search(facts.own_words(each)):
        return None
    return Average(figures, holds=False, implied=False)


def average_of(facts: Facts, each: Quantity) -> Average | None:
    """A figure, where words call it an average, with the total and the number beside it."""
    named = _named(facts, each)
    return None if named is None else _from(facts, each, *named)


def _named(facts: Facts, each: Quantity) -> tuple[str, int] | None:
    """What a figure is the average of, by the words right before it, and where these begin."""
    if each.dimension in (*NOT_MEASURED, *STATES) or each.hedge not in PLAIN:
        return None
    lead = facts.text[slice(*facts.windows.before("clause", each.start, _REACH))]
    if not _MAY_AVERAGE.search(lead):
        return None
    found = _AVERAGE.search(lead)
    if found is None or is_unfit(facts, each):
        return None
    name = found["a"] or found["b"] or found["c"] or found["d"]
    rest = found[0].replace(name, "", 1)
    return None if _PERIOD.search(rest) else (name, each.start - len(found[0]))


def _from(facts: Facts, each: Quantity, named: str, begin: int) -> Average | None:
    low, _ = facts.windows.before("sentence", each.start)
    is_yield = _YIELD.search(facts.text, begin, each.start) is not None
    if is_yield:
        low = max(low, facts.windows.bounds("clause", begin)[0])
    before = [f for f in facts.within(low, begin) if f.per is None and f.hedge in PLAIN]
    counts = _counts(facts, before, named)
    counts = [f for f in counts if not are_alike(f, each)] or counts
    timed = named[0] not in TIMES
    totals = [
        f
        for f in before
        if are_alike(f, each)
        and f not in counts
        and not (is_yield and _CROP.search(facts.own_words(f)) is None)
        and (not _is_mean(facts, f) or (timed and is_of_a_time(facts, f)))
    ]
    for count in reversed(counts):
        for total in reversed(totals):
            found = _by_role(each, total, count)
            if may_hold(found):
                return Average(found, holds=True, implied=False)
    if not totals:
        return None
    if counts:
        found = _by_role(each, totals[-1], counts[-1])
        wrong = _is_tight(facts, found) and not _fits_in_paragraph(facts, found)
        return Average(found, holds=False, implied=False) if wrong else None
    return _of_a_year(facts, each, totals[-1], named, low)


def _counts(facts: Facts, near: list[Quantity], named: str) -> list[Quantity]:
    """The figures that count what an average is of: by two characters of its name, or by one."""
    for spoken, name in product((False, True), (named, named[0])):
        names = _NAMES.get(name, (name,))
        if found := [f for n in names for f in quantities(facts, near, n, spoken=spoken)]:
            return sorted(found, key=lambda f: f.start)
    return [f for f in near if f.dimension in _THINGS and named in facts.own_words(f)]


def _is_mean(facts: Facts, figure: Quantity) -> bool:
    return _EACH.search(facts.own_words(figure)) is not None


def _by_role(each: Quantity, total: Quantity, count: Quantity) -> dict[str, Quantity]:
    """The figures, the average cut off or rounded up or down."""
    return reread({EACH: mean_of(each), ALL: total, COUNT: count}, (ALL, COUNT), ())


def _is_tight(facts: Facts, figures: dict[str, Quantity]) -> bool:
    """Whether nothing but the total and the number stands before the average, and no condition."""
    each, total, count = (figures[name] for name in (EACH, ALL, COUNT))
    first = min(total.start, count.start)
    low, _ = facts.windows.before("clause", first, _LEADING)
    text = facts.text[low : each.start]
    if _is_listed(facts, count):
        return False
    mine = {total.start, count.start, each.start}
    others = [f for f in facts.within(first, each.start) if f.start not in mine]
    if any(f.start not in facts.spoken for f in others) or _OPEN.search(text):
        return False
    if count.printed <= 1 or each.start - first > _MOST or _is_asked_for(facts, each):
        return False
    if each.dimension != "money" or _DIVIDED.search(text):
        return True
    return are_one_sum(facts, total, each, count) and not _GIVEN.search(text)


def _is_asked_for(facts: Facts, each: Quantity) -> bool:
    """Whether words say that an average is what things are measured by."""
    by_rule = _BY_RULE.search(facts.text, *facts.own_lead(each))
    return by_rule is not None and _RULED.match(facts.text, each.end) is not None


def _fits_in_paragraph(facts: Facts, figures: dict[str, Quantity]) -> bool:
    """Whether the average is that of another total of the paragraph, with digits enough for it."""
    each = figures[EACH]
    if facts.digits(each) < _DIGITS:
        return False
    others = facts.within(*facts.windows.bounds("block", each.start))
    return any(
        may_hold({**figures, ALL: f})
        for f in others
        if are_alike(f, figures[ALL]) and f.start != each.start
    )


def _is_listed(facts: Facts, count: Quantity) -> bool:
    """Whether a number stands in a list of its kind: 山区400户、平原600户."""
    before = list(facts.within(*facts.windows.before("sentence", count.start, _LEADING)))
    last = before[-1] if before else None
    if last is None or last.dimension != count.dimension:
        return False
    return _AND.fullmatch(facts.text, last.end, count.start) is not None


def _of_a_year(
    facts: Facts, each: Quantity, total: Quantity, named: str, low: int
) -> Average | None:
    """An average by the month or day of what a year came to."""
    of_months = named[0] == "月"
    year = facts.last(_YEAR, low, each.start) if named[0] in "月天日" else None
    if year is None:
        return None
    size = _MONTHS if of_months else _DAYS
    start, end = year.span()
    count = replace(
        total,
        start=start,
        end=end,
        value=size,
        printed=size.low,
        step=_ONE,
        dimension="month" if of_months else "day",
        unit=None,
        factor=_ONE,
    )
    found = {**_by_role(each, total, total), COUNT: count}
    if may_hold(found):
        return Average(found, holds=True, implied=True)
    shorter = [] if of_months else [{**found, COUNT: replace(count, value=n)} for n in _WORKED]
    if any(may_hold(figures) for figures in shorter) or not _is_tight(facts, found):
        return None
    return Average(found, holds=False, implied=True)
