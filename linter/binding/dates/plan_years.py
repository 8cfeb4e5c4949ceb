"""Years of a plan with what is told of them: how many, which is the middle or the last.

周期为2022年至2025年，共四年，下一年度为最后一年; 自2024年2月1日施行以来已满一年，拟在2025年修订.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.dates.told_figures import ToldFigure
from linter.binding.dates.undated import is_titled
from linter.facts import numeral
from linter.facts.facts import Facts
from linter.facts.year import YEAR
from linter.regexes.late import regex

_TO = r"(?:-{1,2}|—{1,2}|–|~|至|到)"
_PLAN = regex(
    rf"(?P<from>{YEAR})年?{_TO}(?P<to>{YEAR})年?(?![\d月])[)》”]*(?:[,，]一?共[^。，,\n\d]{{1,3}}年)?[,，]"
    rf"(?P<own>下一?年度?|次年|本年度?|今年|评价年度)"
    r"(?:正好|恰好|恰|正|已)?(?:是|为|系|处于|属于?)?(?:该|上述|本)?(?:行动|方案|规划|计划|项目|周期|期)*的?"
    r"(?P<which>中间一?年|最后一年|末年|收官之年|收官年|首年|第一年|开局之年|起步之年)(?![\u4e00-\u9fff])"
)
_IS_YEAR = regex(
    rf"(?P<from>{YEAR})年?{_TO}(?P<to>{YEAR})年?(?![\d月])[)》”]*(?P<between>[^。;\n\d]{{0,40}}?)"
    r"(?P<which>中间一?年|最后一年|末年|收官之年|收官年|首年|第一年|头一年|开局之年|起步之年)"
    rf"[,，(]?(?:也?即|也?就是|是|为)(?P<year>{YEAR})年(?!以?后)"
)
"""三年期项目（2020—2022年），这次评的是最后一年，即2022年."""
_OF_ELSE = regex(
    "质保|合同|运[维营]|管护|养护|任期|租|服务期|上一|前一|另|原定|[试延续]|[期届]满|新签"
)
_LEADS_TO = regex(
    "(?:^|[,，;])(?:这一?[次回]|本[次回]|此次|今年|现在?|只|才|刚)*(?:所?评价?的?|自评的?|到了?|进入|迎来|处于)?(?:已|正)?(?:是|为|值|逢)?的?$"
)
"""Between years and which of them: it is of another term, or of nothing else."""
_MIDDLE, _LAST = "中间", ("最后", "末年", "收官")
_NEXT = ("下", "次")
_CYCLE = regex(
    rf"(?:规划期限?|实施周期|项目周期|规划周期|建设周期|实施年限|行动期|计划期)(?:为|是|从|自|:)?(?P<from>{YEAR})年?{_TO}"
    r"(?P<to>(?:19|20)\d\d)年(?![\d月])(?:底|末|止)?[,，(]?(?:为期|一?共计?|合计|总计)(?P<n>[一二两三四五六七八九十]|\d{1,2})(?:个年度|年度?)(?![半零又多])"
)
_OF_PLAN = regex(
    rf"(?P<year>{YEAR})年度?(?:[正已恰]?是|为|系)(?:该|本|上述)?(?P<kind>行动|方案|规划|计划)(?:实施|执行|推进)?的?"
    r"(?:第(?P<n>[一二三四五])年|(?P<which>最后一年|收官之年|收官年|首年|开局之年|起步之年))(?![\u4e00-\u9fff])"
)
_SPANS = regex(
    rf"(?P<kind>(?:行动|方案|规划|计划){{1,2}})[》”\"]?\((?P<from>{YEAR})年?{_TO}(?P<to>{YEAR})年?\)"
)
"""2023年系方案实施的第二年, of the only plan whose years the report tells, if of its kind."""
_PART = regex("上半年|下半年|年初|年中|年底|季度|月|起至|跨|首尾|两头")
_SPLIT = regex(
    rf"分(?:别于|别在|在|于)?(?P<years>{YEAR}年?(?:、{YEAR}年?){{0,3}}(?:、|和|及|与){YEAR}年?)(?:[一两二三四五]个?)?(?:年度?)?"
    r"(?P<how>实施|安排|下达|拨付|支付|执行|建设|投入|列支|完成)(?P<rest>[,，;:(][^。\n]{4,120})"
)
"""分2024、2025两个年度实施，2024年安排120万元，2025年安排66万元."""
_LOT = regex(
    rf"(?:^|(?<=[,，;:(]))(?P<year>{YEAR})年度?"
    r"(?P<how>安排|下达|拨付|支付|投入|列支|实施|完成|建设)\d"
)
_WORKS = ("实施", "执行", "建设", "完成")
_FULL = regex(
    rf"自(?P<from>{YEAR})年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?[^,，;。\n\d]{{0,8}}(?:以来|起)[,，]?(?:已经?)?满(?P<n>[一二两三四五])年"
    rf"[,，][^,，;。\n\d]{{0,8}}(?:拟|计划|将|预计)[于在]?(?P<year>{YEAR})年"
)


def plan_years(facts: Facts) -> Iterator[ToldFigure]:
    """Every such figure that can be told right or wrong."""
    year = facts.year if is_titled(facts) else None
    found = [_which(match, year) for match in _PLAN.finditer(facts.text)]
    found += map(_cycle, _CYCLE.finditer(facts.text))
    found += map(_full, _FULL.finditer(facts.text))
    found += map(_is_year, _IS_YEAR.finditer(facts.text))
    found += _of_the_plan(facts)
    found += [lot for match in _SPLIT.finditer(facts.text) for lot in _lots(match)]
    yield from (figure for figure in found if figure and not facts.in_table(figure.start))


def _which(match: re.Match[str], year: int | None) -> ToldFigure | None:
    """下一年度为最后一年, 本年度为中间一年."""
    if year is None:
        return None
    first, last = int(match["from"]), int(match["to"])
    told = year + match["own"].startswith(_NEXT)
    if last <= first or not first <= told <= last:
        return None
    which = match["which"]
    due = _due(first, last, which)
    shown = f"{first}年至{last}年" + (f"，{which}是{due}年" if due else f"没有{which}")
    other = match.start("from"), match.end("to")
    return ToldFigure(*match.span("which"), other, shown, told == due)


def _is_year(match: re.Match[str]) -> ToldFigure | None:
    """最后一年，即2022年, of the years told before."""
    first, last, which = int(match["from"]), int(match["to"]), match["which"]
    due = _due(first, last, which)
    if last <= first or due is None or _OF_ELSE.search(match["between"]):
        return None
    if not _LEADS_TO.search(match["between"]):
        return None
    shown = f"{first}年至{last}年，{which}是{due}年"
    other = match.start("from"), match.end("which")
    return ToldFigure(*match.span("year"), other, shown, int(match["year"]) == due)


def _due(first: int, last: int, which: str) -> int | None:
    """The middle, the last or the first year of a plan; of an even number none is the middle."""
    if which.startswith(_MIDDLE):
        return None if (first + last) % 2 else (first + last) // 2
    return last if which.startswith(_LAST) else first


def _cycle(match: re.Match[str]) -> ToldFigure | None:
    """规划期为2021年至2025年，为期五年."""
    first, last, number = int(match["from"]), int(match["to"]), numeral.read(match["n"])
    if last <= first or number is None or _PART.search(match[0][2:]):
        return None
    shown = f"{first}年至{last}年共{last - first + 1}年"
    other = match.start("from"), match.end("to")
    return ToldFigure(*match.span("n"), other, shown, number == last - first + 1)


def _lots(match: re.Match[str]) -> Iterator[ToldFigure]:
    """What is done in each year of those in which all is done, if one of them is among these."""
    years = set(re.findall(YEAR, match["years"]))
    lots = list(_LOT.finditer(match.string, *match.span("rest")))
    if match["how"] in _WORKS:  # money for them may be given before
        first = min(years)
        lots = [lot for lot in lots if lot["year"] >= first or lot["how"] in _WORKS]
    if years.isdisjoint(lot["year"] for lot in lots) or len(lots) > len(years):
        return
    shown = "、".join(f"{year}年" for year in sorted(years))
    for lot in lots:
        right = lot["year"] in years
        yield ToldFigure(*lot.span("year"), match.span("years"), f"各年为{shown}", right)


def _full(match: re.Match[str]) -> ToldFigure | None:
    """满一年，拟在2025年修订."""
    due = int(match["from"]) + (numeral.read(match["n"]) or 0)
    shown = f"{match['from']}年起满{match['n']}年，最早在{due}年"
    other = match.start("from"), match.end("n")
    return ToldFigure(*match.span("year"), other, shown, int(match["year"]) >= due)


def _of_the_plan(facts: Facts) -> list[ToldFigure | None]:
    """2026年是规划收官之年, of the one plan that is told with its years."""
    told = list(_SPANS.finditer(facts.text)) if _OF_PLAN.search(facts.text) else []
    if len({(span["from"], span["to"]) for span in told}) != 1:
        return []
    first, last = int(told[0]["from"]), int(told[0]["to"])
    return [
        _of_span(match, first, last, (told[0].start("from"), told[0].end("to")))
        for match in _OF_PLAN.finditer(facts.text)
        if match["kind"] in told[0]["kind"]
    ]


def _of_span(match: re.Match[str], first: int, last: int, other: tuple[int, int]) -> ToldFigure:
    """Whether a year is the one of a plan that it is told to be."""
    number = numeral.read(match["n"] or "")
    due = first + number - 1 if number else _due(first, last, match["which"])
    word = f"第{match['n']}年" if number else match["which"]
    shown = f"{first}年至{last}年，{word}是{due}年"
    right = due == int(match["year"]) and due <= last
    place = (match.start("n") - 1, match.end("n") + 1) if number else match.span("which")
    return ToldFigure(*place, other, shown, right)
