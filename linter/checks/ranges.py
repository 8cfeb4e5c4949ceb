"""``ranges``: how ranges are written: 2016—2020年 not 2016-2020年, 10%～20% not 10～20%.

Or whether they run up: 103%至120%之间, not 120%至103%之间.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.falling_ranges import goes_down_a_scale
from linter.binding.gathered import gathered
from linter.binding.sought import Sought
from linter.facts.quantity import Quantity
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Span, Status, Verdict
from linter.regexes.late import regex

_YEARS = regex(r"(\d{4}[^-]*?) ?- ?((?:19|20)\d\d[^-]*)")
"""Two years with one hyphen in all: 2016-2020年, 2016年3月-2020年5月; no 2016-03-01."""

_DATES = regex(r"(\d{1,2}月(?:\d{1,2}日)?) ?- ?((?:\d{1,2}月)?\d{1,2}日|\d{1,2}月(?!\d))(?! ?-)")
"""Two dates with a hyphen: 7月10日-25日, 3月5日-4月5日, 3月-6月."""
_HYPHEN = regex(
    r"(?!.*岁|0\d|\d+-\d{5}|\d+ ?- ?0\d|\d[\d.,]* ?-.*[%％‰万亿])(\d[\d.,]*[^\d-]*?) ?- ?(\d[^-]*)"
)
"""But for ages, which are in names (0-3岁), and for those that lack a sign or 万 besides (10-20%):
of these other rules tell."""
_PERCENT = regex(r"([\d.]+)(?= ?[-~～—–至到] ?[\d.]+ ?([%％‰]))")

_ENDS = regex(r"(.+?)( ?(?:[-~～—–－]{1,2}|[至到]) ?)(.+)")
"""The two ends of a range, and what stands between them."""
_BETWEEN = regex(" ?(?:之间|区间|范围)")
_SCALED = regex(r"([\d.]+)(?= ?[-~～—–] ?[\d.]+ ?([万亿]))")
"""A figure before 万 or 亿 that only the second of a range bears: 3～5万元."""
_JOINED = {"years": (_YEARS, "—"), "dates": (_DATES, "—"), "hyphen": (_HYPHEN, "～")}
"""The ends of what a hyphen joins, and what should."""


class Ranges(Spec, frozen=True):
    """Which ranges are looked at; all that are written otherwise are told as one finding."""

    of: Literal["years", "percent", "scaled", "falling", "dates", "hyphen"]
    unless: tuple[str, ...] = ()
    """Patterns that excuse a range where they occur in its sentence."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """Those of ``unless``."""
        yield from ((source, "sentence") for source in self.unless)


SPEC = Ranges
_NAMES = {
    "years": "起止年份",
    "percent": "百分数的范围",
    "scaled": "带万、亿的范围",
    "falling": "两数之间的范围",
    "dates": "起止日期",
    "hyphen": "数值的范围",
}


def seeks(rule_id: str, spec: Ranges, case: Case) -> Iterator[Sought]:
    """Periods or percentages that are ranges."""
    found = list(_ranges(spec, case))
    yield sought.places(case, _NAMES[spec.of], found)


def check(rule_id: str, spec: Ranges, case: Case) -> Iterator[Verdict]:
    """A failure at the first range in running text that is written otherwise, else a pass."""
    wrong: list[tuple[Span, str]] = []
    looked_at = False
    for start, end in _ranges(spec, case):
        if case.has(spec.unless, *case.facts.windows.around("sentence", start, end)):
            continue
        looked_at = True
        literal = case.text(start, end)
        mended = _mended(spec, case, start, literal)
        if mended != literal:
            wrong.append((Span(start, end), mended))
    if wrong:
        right = wrong[0][1]
        yield gathered(case, [span for span, _ in wrong], {"mended": right}, right)
    elif looked_at:
        yield Verdict(Status.passed, case.document.path)


def _ranges(spec: Ranges, case: Case) -> Iterator[tuple[int, int]]:
    if spec.of == "years":
        found = [(m.start, m.end) for m in case.facts.moments if m.kind == "period"]
    elif spec.of == "dates":
        found = [m.span() for m in _DATES.finditer(case.facts.text)]
    else:
        percent = spec.of == "percent"
        figures = case.facts.by_dimension.get("percent", []) if percent else case.facts.quantities
        found = [(q.start, q.end) for q in figures if q.hedge == "range"]
        if spec.of == "falling":
            text = case.facts.text
            found = [place for place in found if _BETWEEN.match(text, place[1])]
            found = [place for place in found if not goes_down_a_scale(text, *place)]
    return (place for place in found if case.is_prose(place[0]))


def _mended(spec: Ranges, case: Case, start: int, literal: str) -> str:
    if spec.of == "falling":
        figure, ends = case.facts.by_start[start], _ENDS.fullmatch(literal)
        falls = isinstance(figure, Quantity) and figure.printed > figure.value.low
        return f"{ends[3]}{ends[2]}{ends[1]}" if falls and ends else literal
    if spec.of in _JOINED:
        joined, joint = _JOINED[spec.of]
        both = joined.fullmatch(literal)
        return f"{both[1]}{joint}{both[2]}" if both else literal
    match = (_PERCENT if spec.of == "percent" else _SCALED).match(literal)
    return f"{match[1]}{match[2]}{literal[match.end(1) :]}" if match else literal
