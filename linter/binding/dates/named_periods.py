"""Named periods beside the years or months that are told to be theirs: 第二季度（4月至7月）.

A part of a period may be told for it; what goes past it may not. Quarters of a contract are of its
own year, and have three months all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.dates.named_months import named_months
from linter.binding.dates.told_figures import ToldFigure
from linter.facts.facts import Facts
from linter.facts.moment import PLANS
from linter.facts.numeral import read
from linter.regexes.late import regex

_TO = r" ?(?:-{1,2}|—{1,2}|–|~|至|到) ?"
_IS = r"(?:\(|[,，]?(?:即|也就是|就是|是指|指|为|是|:)(?:自|从|每年)?)"
_YEARS = rf"(?P<from>20\d\d)(?:年(?:1月(?:1日)?)?)?起?{_TO}(?P<to>20\d\d)年?"
_PLAN = regex(
    r"(?:第?十(?P<plan>[二三四五])(?:五|个五年)[”\"]?)"
    rf"(?P<span>(?:时期|期间|规划|计划|期)*){_IS}(?P<told>{_YEARS})"
)
_EDGE = regex(
    r"(?P<year>20\d\d)年?(?:既?是|为|作为|系)(?:全?[市县区省国])?(?:实施)?[“\"]?十(?P<plan>[二三四五])五[”\"]?"
    r"(?:规划|时期|期间)*的?(?P<edge>开局|起步|收官)(?:之|的第一|的最后一)?年"
    r"|[“\"]?十(?P<plan2>[二三四五])五[”\"]?(?:规划|时期|期间)*的?(?P<edge2>开局|起步|收官)之?年"
    r"\((?P<year2>20\d\d)年?\)"
)
_END = regex(
    r"[“\"]?十(?P<plan>[二三四五])五[”\"]?[^,，;。\n\d]{0,16}(?:规划|计划)[》”\"]?[,，]?(?:到|至)?规划期末的?\(?(?P<year>20\d\d)年"
)
"""《“十四五”……规划》，规划期末的2025年."""
_YEAR_OF = regex(
    r"(?P<year>20\d\d)年度?(?:既?是|为|作为|系)(?:实施)?[“\"]?十(?P<plan>[二三四五])五[”\"]?"
    r"(?:规划|时期|期间)*的?第(?P<n>[一二三四五])年"
)
_MONTHS = (
    r"(?:20\d\d年)?(?P<from>\d{1,2})(?:月(?:1日)?)?"
    rf"{_TO}(?:20\d\d年)?(?P<to>\d{{1,2}})月(?:\d{{1,2}}日)?"
)
_PART = regex(
    rf"(?:前(?P<quarters>[二两三])个?季度|(?<![前至到、和与—–~-])第?(?P<quarter>[一二三四1-4])季度"
    rf"|(?P<half>[上下])半年){_IS}(?P<told>{_MONTHS})"
)
_OF_ITS_OWN = regex("服务|合同|运维|运营|物业|租|托管|学年|周期|协议")
"""In a sentence: its quarters may be those of a contract."""
_FAR = (2030, 2035, 2050)
"""Years up to which a plan looks ahead further than its five years."""


def told_periods(facts: Facts) -> Iterator[ToldFigure]:
    """Every named period with what is told to be its years or months."""
    text = facts.text
    if "五" in text:
        yield from filter(None, map(_of_plan, _PLAN.finditer(text)))
        yield from map(_edge_of_plan, _EDGE.finditer(text))
        yield from filter(None, map(_end_of_plan, _END.finditer(text)))
        yield from map(_year_of_plan, _YEAR_OF.finditer(text))
    yield from named_months(facts)
    if "季度" in text or "半年" in text:
        found = (_of_part(facts, match) for match in _PART.finditer(text))
        yield from filter(None, found)


def _of_plan(match: re.Match[str]) -> ToldFigure | None:
    first = PLANS[match["plan"]]
    begin, end = int(match["from"]), int(match["to"])
    if end in _FAR or end < begin:
        return None
    right = first <= begin and end <= first + 4
    name = match.start(), match.start("span")
    shown = f"“十{match['plan']}五”为{first}年至{first + 4}年"
    return ToldFigure(*match.span("told"), name, shown, right)


def _edge_of_plan(match: re.Match[str]) -> ToldFigure:
    more = "" if match["plan"] else "2"
    plan, edge, year = (match[f"{name}{more}"] for name in ("plan", "edge", "year"))
    due = PLANS[plan] + (4 if edge == "收官" else 0)
    shown = f"“十{plan}五”{edge}之年为{due}年"
    return ToldFigure(
        *match.span(f"year{more}"), match.span(f"edge{more}"), shown, int(year) == due
    )


def _end_of_plan(match: re.Match[str]) -> ToldFigure | None:
    """The last year of a plan's five, unless it looks further ahead."""
    due, year = PLANS[match["plan"]] + 4, int(match["year"])
    if year in _FAR:
        return None
    shown = f"“十{match['plan']}五”期末为{due}年"
    place = match.start("plan") - 1, match.end("plan") + 1
    return ToldFigure(*match.span("year"), place, shown, year == due)


def _year_of_plan(match: re.Match[str]) -> ToldFigure:
    first, year = PLANS[match["plan"]], int(match["year"])
    right = year - first + 1 == read(match["n"])
    shown = f"{year}年是“十{match['plan']}五”第{year - first + 1}年"
    place = match.start("n") - 1, match.end()
    return ToldFigure(*place, match.span("year"), shown, right)


def _of_part(facts: Facts, match: re.Match[str]) -> ToldFigure | None:
    half, quarter = match["half"], read(match["quarter"] or "1") or 1
    size = 6 if half else 3 * (read(match["quarters"] or "1") or 1)
    first = {"上": 1, "下": 7}[half] if half else quarter * 3 - 2
    begin, end = int(match["from"]), int(match["to"])
    if not 1 <= begin <= end <= 12:
        return None
    low, high = facts.windows.around("sentence", *match.span())
    inside = first <= begin and end < first + size
    if match["quarters"]:
        inside = inside and begin == first and end % 3 == 0  # 前三季度 is no part of itself
    whole = (begin - 1) % size == 0 and not _OF_ITS_OWN.search(facts.text, low, high)
    if not inside and end - begin < size and not whole:
        return None
    name = match.start(), match.start("told") - 1
    literal = facts.text[slice(*name)].rstrip("(,，:")
    shown = f"{literal}为{first}月至{first + size - 1}月"
    return ToldFigure(*match.span("told"), name, shown, inside)
