"""When a report was written: the period of its title, and dates that patterns find."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, pairwise

from linter.binding.case import Case
from linter.binding.nearby import moments_within
from linter.binding.slots import filled
from linter.facts.moment import Moment
from linter.facts.year import YEARS
from linter.model import Span
from linter.regexes.late import regex

_LINES = 12
"""Among how many lines at the end a signature is looked for."""
_MONTH = 31
_LONGEST = 9
_OF_YEAR = regex(r"年\d{1,2}月(?:\d{1,2}[日号])?")
_ODD_YEAR = regex(
    r"(?<![\d.,-])(?<!公元)(?<!公元前)(?<!距今)(?:\d{5}|\d{3}|2[1-9]\d\d|[03-9]\d{3})$"
)
"""Before it: a year that has a digit too few or too many, or none that comes: 204年3月11日."""
_OF_ANOTHER = regex(
    "上一?年|去年|以前|中期|半年|季度|监控|跟踪|事前|预算编制|创建|测评|督导|文明|等级|标准化|评审"
)
"""Around a day: another evaluation was opened then."""
_EARLY = 9
"""Up to which month of a year its evaluation cannot have been opened."""
_LEAP_DAY = regex(r"(?<![\d月年])2月29[日号]")
_OTHER_YEAR = regex("[上次去前明今翌来后往历每][一两]?年|年后|闰|届满|有效期|期限|[至到]$")
"""Between a day and another: the other is of another year, or the end of a term."""
_FEBRUARY, _MOST_LEAP_DAYS = 2, 20
_MONTH_DAY, _MONTHS, _ANY_YEAR = regex(r"(?<!\d)(\d{1,2})[月./-](\d{1,2})(?!\d)"), 12, 2023


def in_words(day: date) -> str:
    """A day as a report writes it."""
    return f"{day.year}年{day.month}月{day.day}日"


def in_order(first: date, sign: str, last: date) -> str:
    """Two days with a sign between them."""
    return f"{in_words(first)} {sign} {in_words(last)}"


def last_day(case: Case, moment: Moment) -> str:
    """The last day of the month in which there is no such day as is written, in words."""
    year = moment.year or case.facts.year or _ANY_YEAR
    for found in _MONTH_DAY.finditer(case.facts.text, moment.start, moment.end):
        month, day = int(found[1]), int(found[2])
        if not 1 <= month <= _MONTHS:
            return "一年只有12个月"
        days = monthrange(year, month)[1]
        if day > days:
            return f"{month}月只有{days}天，多半是{month}月{days}日"
    return "4、6、9、11月没有31日，2月至多29日"


def impossible(case: Case) -> Iterator[tuple[Span, str]]:
    """Every date that there is not, with what the calendar has for it in words."""
    for moment in case.facts.moments:
        if not moment.valid:
            yield Span.of(moment), last_day(case, moment)
    for moment in _leap_days(case):
        yield Span.of(moment), "当年2月只有28天，多半是2月28日"
    text = case.facts.text
    for rest in _OF_YEAR.finditer(text):
        year = _ODD_YEAR.search(text, rest.start() - _LONGEST, rest.start())
        if year is not None:
            yield Span(year.start(), rest.end()), "年份多半漏写、多写或颠倒了数字"


def _leap_days(case: Case) -> Iterator[Moment]:
    """2月29日 where no year that is told, nor the one behind it, has such a day.

    What is told right behind a day of January or February is of the same year.
    """
    for found in islice(_LEAP_DAY.finditer(case.facts.text), _MOST_LEAP_DAYS):
        here = case.facts.by_start.get(found.start())
        block, _ = case.facts.windows.bounds("block", found.start())
        told = [at for at in moments_within(case.facts, block, found.start()) if not at.spoken]
        years = {day.year for at in told for day in (at.first, at.last) if day}
        if not years or not isinstance(here, Moment) or here.year:
            continue
        last = told[-1].last
        early = told[-1].kind == "date" and last is not None and last.month <= _FEBRUARY
        if not early:
            years |= {year + 1 for year in (*years, case.facts.year or min(years))}
        gap = case.facts.text[told[-1].start : found.start()]
        if not any(map(isleap, years)) and not _OTHER_YEAR.search(gap):
            yield here


def period_end(case: Case) -> date | None:
    """The last day that the title says is evaluated, nothing where it names no year.

    Of several periods it is the shortest of the evaluated year; a day or month in a title
    (（2024年3月）) is when the report was written.
    """
    low, high = case.outline.title_start, case.outline.title_end
    year = case.facts.year
    moments = [at for at in case.facts.moments if low <= at.start < high]
    if year is None or not moments:
        titled = str(year) in YEARS.findall(case.document.folded[low:high])
        return date(year, 12, 31) if year and titled else None
    periods = (
        (at.last - at.first, at.last)
        for at in moments
        if at.first and at.last and at.first.year <= year <= at.last.year and not _is_short(at)
    )
    return min(periods, default=(None, None))[1]


def titled_years(case: Case) -> range:
    """The years that the title says are evaluated together: 2021—2023年."""
    low, high = case.outline.title_start, case.outline.title_end
    year = case.facts.year or 0
    spans = [
        range(at.first.year, year + 1)
        for at in case.facts.moments
        if low <= at.start < high and at.first and at.last and at.last.year == year
    ]
    return max(spans, key=len, default=range(0))


def is_titled(case: Case, sources: Sequence[str]) -> bool:
    """Whether the title holds one of the patterns."""
    title = case.outline.title_start, case.outline.title_end
    return case.has(sources, *title)


def ending(case: Case) -> int:
    """Where the last lines of running text begin."""
    lines = [block.start for block in case.document.blocks if block.kind != "cell"]
    return lines[-_LINES:][0] if lines else 0


def dates(case: Case, sources: Sequence[str], low: int = 0) -> Iterator[Moment]:
    """The days or months that patterns find in their slot ``at``, from an offset on."""
    for source in sources:
        for match in case.matches(source, low):
            found = filled(match, "at", case)
            if isinstance(found, Moment) and _is_short(found):
                yield found


def dates_in_forms(case: Case, labels: Sequence[str]) -> Iterator[Moment]:
    """The days or months in the cells of forms that stand behind a cell with one of the labels."""
    for label, cell in pairwise(case.document.blocks):
        words = case.document.folded[label.start : label.end].rstrip(" :：")
        found = case.facts.by_start.get(cell.start)
        labelled = label.kind == "cell" and words in labels
        if labelled and isinstance(found, Moment) and _is_short(found):
            yield found


def is_alone(case: Case, moment: Moment) -> bool:
    """Whether a day fills its line, as that of a signature does."""
    line = case.facts.text[slice(*case.facts.windows.bounds("block", moment.start))].strip()
    return (
        moment.kind == "date"
        and moment.last is not None
        and len(line) <= len(case.facts.text[moment.start : moment.end])
    )


def signed(case: Case) -> Moment | None:
    """The last of the days among the last lines that fill their lines: that of the signature."""
    low = ending(case)
    days = (m for m in case.facts.moments if m.start >= low and is_alone(case, m))
    return max(days, key=lambda m: m.last or date.min, default=None)


def _is_short(moment: Moment) -> bool:
    first, last = moment.first, moment.last
    return first is not None and last is not None and (last - first).days <= _MONTH


def opened_early(case: Case, sources: Sequence[str], end: date) -> Moment | None:
    """When the evaluation of one year was opened, by patterns, if before its last months."""
    if len(titled_years(case)) > 1:
        return None  # each of several years may have one of its own
    for at in dates(case, sources):
        low, high = case.facts.windows.bounds("clause", at.start)
        told = [m.year for m in moments_within(case.facts, low, high) if m.year]
        other = any(year != end.year for year in told)
        in_time = at.last is None or at.last.year != end.year or at.last.month > _EARLY
        if not (in_time or other or _OF_ANOTHER.search(case.facts.text, low, high)):
            return at
    return None
