"""What was done in another year, and is told to count for this one.

把2022年3月补发的190户一并算作2021年的产出; 本年度演出60场：2021年22场，2023年38场;
2023年3月才安装到位，2022年度目标完成率100%; in a table of what was built in 2022, a day of 2019.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from linter.binding.nearby import moments_within
from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.facts.quantity import Quantity
from linter.facts.table import TypedTable
from linter.regexes.late import regex

_YEAR = r"(?:(?P<year>20\d\d)年度?|(?P<own>本年度?|当年度?|全年|评价年度|报告年度))"
_COUNTED = regex(
    r"(?:计入|算作|算入|算进|算到|列入|纳入|归入|记入|并入|统计进|统计为|作为|视为|视同|计为|当作|填作|充作|充抵)了?(?:到|为|在)?"
    + _YEAR
    + r"的?[^,，;。\n\d]{0,4}?(?:产出|完成|成果|实绩|业绩|任务|数量|成效|绩效|工作量)"
)
_REACHED = regex(
    _YEAR + r"的?(?:绩效)?(?:目标|任务|指标|计划)(?:任务|值)?"
    r"(?:的?完成率(?:为|达到?|是)?100%|(?:已|均|全部|都)*完成)"
)
"""What is told behind a day of a later year: all of this year was done."""
_DUE = regex("(?:应|拟|将|预计|计划|原定|约定)[在于到]?$")
"""Right before a day: it is one by which something is to be done."""
_LATE_DONE = regex(
    r"(?:底|初|[上中下]旬)?(?:才|方|始)?(?:全部|陆续|全面|正式)?(?:安装到位|安装完毕|安装完成|建成|完工|竣工|发放到[位户]|发放完毕|交付|铺完|修完|办完)(?!的)"
)
_NOT = regex(
    r"[不未没]|无[法从]|难以|难于|剔除|扣除|核减|调出|不应|规定|口径|同意|批准|按照|根据|依据|经[^,，;。]{0,10}(?:批|同意)|如果|若|累计|跨年|[两二三]年"
    r"|十[三四五]五|结转|续建|以来"
)
_RULED = regex(r"按照?[^,，;。\n]{0,8}(?:要求|规定|口径|办法)")
_MENDED = regex(r"的(?:做法|问题|数)?[^,，;。\n]{0,6}(?:不妥|不当|不符|错误|剔除|纠正|有误)")
"""Before and behind a claim: a rule has it so, or it was seen to be wrong."""
_DONE = regex(
    "演出|举办|完成|建成|完工|竣工|开展|组织|发放|补[发检办训]|安装|修建|铺设|放映|培训|讲授|改造|种植|栽植|维修|整治|清淤|巡|印"
    "|办班|购置|体检|检测|交付|招聘会"
)
_LASTING = frozenset(
    ("建成", "完工", "竣工", "安装", "修建", "铺设", "改造", "种植", "栽植", "购置", "交付")
)
"""What may be told of the things of which something else is told to be done this year."""
_TOTAL = regex(r"(?:本年度?|当年|全年|年内|(?P<year>20\d\d)年度?)[^,，;。\n\d]{0,16}$")
_ATTRIBUTES = regex(
    "入职|招[录聘收]|入学|毕业|出生|立项|签[约订]|下达|登记|认定|入库|建档|参保|退休|[年届]级|批复|结转|申报|其中"
    "|比|较|增加|增长|减少|下降|超|支付|计划"
)
_DAY_OF = regex("(?P<step>竣工|完工|建成|完成|举办|演出|发放|投用|安装)(?:日期|时间)$")
_CAPTION = regex(
    _YEAR + r"[^,，;。\n\d]{0,14}?(?P<done>建成|完成|实施|新建|完工|改造|举办|发放|安装)"
    "(?![^,，;。\\n]{0,6}(?:审[计核查]|[结决]算|验收|移交|支付|维[修护]|检[修测]))"
)
_BUILT = frozenset(("建成", "新建", "实施", "完成", "完工"))
"""What a table told to be of must be done for the days in which its things were built (建成)."""
_REACH, _FEWEST, _LINES, _BESIDE = 60, 2, 120, 16


def counted_in(facts: Facts) -> Iterator[Moment]:
    """Each day or year that is counted for another year."""
    year = facts.year
    if year is None:
        return
    yield from _claimed(facts, year)
    yield from _parts(facts, year)
    for table in facts.tables:
        yield from _rows(facts, table, year)


def _claimed(facts: Facts, own: int) -> Iterator[Moment]:
    """The day of another year right before a claim that it counts for this one."""
    for pattern in (_COUNTED, _REACHED):
        for found in pattern.finditer(facts.text):
            year = int(found["year"] or own)
            low, _ = facts.windows.before("block", found.start(), _REACH)
            told = [m for m in moments_within(facts, low, found.start()) if m.first and m.last]
            if not told or facts.in_table(found.start()) or told[-1].kind == "year":
                continue
            last = told[-1]
            if year != own or year in _years(last) or _is_excused(facts, low, last, found):
                continue
            late = pattern is _REACHED
            until = min(found.start(), last.end + _BESIDE)
            done = (_LATE_DONE.match if late else _DONE.search)(facts.text, last.end, until)
            if done and (not late or min(_years(last)) > year):
                yield last


def _is_excused(facts: Facts, low: int, last: Moment, found: re.Match[str]) -> bool:
    """Whether words before, in or behind a claim say that it is right so, or is none."""
    before = any(words.search(facts.text, low, last.start) for words in (_RULED, _DUE))
    if before or _MENDED.match(facts.text, found.end()):
        return True
    return _NOT.search(facts.text, last.start, found.end()) is not None


def _years(moment: Moment) -> set[int]:
    return {day.year for day in (moment.first, moment.last) if day}


def _parts(facts: Facts, own: int) -> Iterator[Moment]:
    """The years of parts that make up this year's number, if one of them is another."""
    for total in filter(_is_count, facts.in_text):
        low, high = facts.windows.bounds("sentence", total.start)
        found = _TOTAL.search(facts.text, max(low, total.start - 30), total.start)
        if found is None or int(found["year"] or own) != own:
            continue
        parts = _summing(total, facts.within(total.end, min(high, total.end + 2 * _REACH)))
        words = facts.text[low : parts[-1].end] if parts else ""
        if not parts or _NOT.search(words) or _ATTRIBUTES.search(words):
            continue
        ends = [total.end, *(part.end for part in parts)]
        for start, part in zip(ends, parts, strict=False):
            told = [m for m in moments_within(facts, start, part.start) if m.first]
            years = {year for m in told for year in _years(m)}
            if told and max(years) < own and _is_alike(facts, total, told[-1], part):
                yield told[0]


def _is_alike(facts: Facts, total: Quantity, at: Moment, part: Quantity) -> bool:
    """Whether a part is told to be done as the total is: 放映48场：2022年放映9场, or 2022年9场.

    Of what is mended, settled or kept in use this year, parts may have been built in another.
    """
    low, high = facts.windows.bounds("sentence", total.start)
    ends = facts.windows.bounds("clause", part.end)[1]
    whole = {found[0] for found in _DONE.finditer(facts.text, low, min(high, total.end + 4))}
    told = {found[0] for found in _DONE.finditer(facts.text, at.end, min(ends, part.end + 4))}
    return bool(whole | told) and not (told - whole) & _LASTING


def _is_count(figure: Quantity) -> bool:
    return figure.dimension.startswith("count:") and figure.hedge is None and figure.printed > 1


def _summing(total: Quantity, figures: list[Quantity]) -> list[Quantity]:
    """The first figures of a total's unit that add up to it."""
    alike = [f for f in figures if f.dimension == total.dimension and f.unit == total.unit]
    for count, sum_ in enumerate(accumulate(f.printed for f in alike), 1):
        if sum_ == total.printed and count >= _FEWEST:
            return alike[:count]
    return []


def _rows(facts: Facts, table: TypedTable, own: int) -> Iterator[Moment]:
    """Days of an earlier year in a table that is told to be of what was done in this one."""
    headers = [_DAY_OF.search(column.header.strip()) for column in table.columns]
    days = [(at, header["step"]) for at, header in enumerate(headers) if header]
    if not days or not table.rows or not _is_of(facts, table, own, days[0][1]):
        return
    cells = [cell for row in table.rows if (cell := row.cells[days[0][0]]) is not None]
    told = [m for cell in cells for m in moments_within(facts, cell.start, cell.end)]
    found = [m for m in told if m.first and m.last]
    mine = [m for m in found if own in _years(m)]
    if len(mine) > len(found) - len(mine):
        yield from (m for m in found if m.last and m.last.year < own)


def _is_of(facts: Facts, table: TypedTable, own: int, step: str) -> bool:
    """Whether the words around a table say that it is of what was done in the year."""
    cells = [cell for row in table.rows for cell in row.cells if cell is not None]
    start, end = cells[0].start, cells[-1].end
    before = facts.text[max(0, start - _LINES - _REACH) : start]
    behind = facts.text[end : end + _LINES]
    captions = [found for found in _CAPTION.finditer(before) if _bears(found["done"], step)]
    told: list[re.Match[str]] = [*captions, *_COUNTED.finditer(behind)]
    return any(int(found["year"] or own) == own for found in told) and not _NOT.search(behind)


def _bears(done: str, step: str) -> bool:
    """Whether what a caption says was done is what a column has the days of: no 改造 is 建成."""
    return done in _BUILT if step == "建成" else True
