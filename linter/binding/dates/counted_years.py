"""Numbers of years told with the years that they count: 从2021年管到2025年，首尾共五个年度.

Years that both ends are said to be counted of are exact. A number of years may else leave one end
out, and so may what is the how-manieth year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from linter.binding.dates.parts_of_years import parts_of_years
from linter.binding.dates.plan_years import plan_years
from linter.binding.dates.told_figures import ToldFigure
from linter.facts import numeral
from linter.facts.facts import Facts
from linter.facts.year import YEAR
from linter.regexes.late import regex

_DIGITS = r"\d{1,3}|[一二两三四五六七八九十]{1,3}"
_N = rf"(?P<n>{_DIGITS})"
_ENDS = regex(
    r"(?P<both>首尾|头尾|连头带尾)(?:两年)?(?:都算|在内|相加|算上)?[,，]?"
    rf"(?:合计|总计|一共|共计?|计|正好|恰好|就?是)?{_N}个?(?:预算|财政|自然|完整)?(?:年度?|年头|年份)(?![底末初])"
    rf"|(?:一共|共计?|合计|总计|横?跨(?:越|了)?|涵盖|覆盖|历经)(?P<m>{_DIGITS})个(?:预算|财政|自然|完整)?(?:年度|年头|年份)"
)
_SPAN = regex(
    rf"(?P<from>{YEAR})年?[^,，;。:()\d]{{0,8}}?(?:-{{1,2}}|—{{1,2}}|–|~|至|到)(?P<to>{YEAR})年?"
    r"(?:底|末|止|为止|结束)?[,，(]?[^,，;。:()\d]{0,8}$"
)
_TURN = regex(rf"第{_N}(?P<unit>个年头|个年度|年)(?=了?[,，;:。)、]|$|\n)")
_IT_IS = regex(
    rf"(?:(?P<year>{YEAR})年(?:度|时)?|(?P<own>今年|本年度?|评价年度))(?:[恰正已]?好?|就|便)*"
    r"(?:已经?)?(?:是|为|系|进入|迈入|迎来|跨入|步入|走到|处于|属于)"
    r"(?:(?:了|连续|实施的?|开展的?)*|[^,，;。\d]{0,8}的)$"
)
_SINCE = regex(
    rf"(?P<from>{YEAR})年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?(?:起|开始|以来|首次|首[届办]|创办|启动|开办|设立|成立|开馆|建成|推行|试点|投用)"
    rf"|(?:规划|计划|方案|行动|项目|周期|期)》?\(?(?P<span>{YEAR})年?(?:-{{1,2}}|—{{1,2}}|–|~|至|到){YEAR}年\)?"
)
_UNEVEN = regex("中断|停办|暂停|停了|每[两二三]年|隔年|间断过|恢复|重新|重启|新一轮|第[二三四]轮")
_STEADY = regex("从[未无没](?:有)?(?:过)?(?:间断|中断)|未曾?(?:间断|中断)|不间断|没有?中断")
_BRACKETED = regex(rf"\((?P<from>{YEAR})年?(?:-{{1,2}}|—{{1,2}}|–|~|至|到)(?P<to>{YEAR})年?\)")
_PLANNED = regex(
    rf"(?<![第个\d]){_N}年(?:期|滚动|攻坚|提升|整治|建设|发展|振兴)*(?:行动|规划|计划|方案|工程)+》?$"
)
"""Before years in brackets: 三年行动方案（2021—2023年）."""
_SOME = regex(
    rf"(?P<exact>前|后|头|首|上述|这|末)?(?<![\d第零〇一二三四五六七八九十个两满]){_N}个?年度?$"
)
"""The same: 前三年（2021—2023年）."""
_TERM = regex(
    rf"(?:自|从|于)(?P<from>{YEAR})年(?:(?P<m1>\d{{1,2}})月(?:\d{{1,2}}日)?)?[^,，;。\d]{{0,8}}[,，]"
    r"(?:实施|有效|规划|建设|服务|合同|试行|项目|行动|执行|租赁|管护|委托)?(?:期限?|周期)(?:为|是|共|计|定为)?"
    rf"{_N}年[,，]?(?:至|到)(?P<to>{YEAR})年(?:(?P<m2>\d{{1,2}})月(?:\d{{1,2}}日)?)?"
)
_BOTH_ENDS = regex(
    rf"(?:期限?|周期)[为是]?(?P<n>[一二两三四五六七八九十]|\d)年[,，][自从](?P<from>{YEAR})年?起?[至到](?P<to>{YEAR})年?底?止?"
    r"[(](?:含|包括|计入)?首尾(?:两?个?年度?)?(?:均?计?在?内)?[)]"
)
"""建设期三年，自2021年起至2023年止（含首尾年度）."""
_LASTS = regex(
    rf"(?P<n>[一二两三四五])年(?:滚动|攻坚|提升|整治)?(?:行动|计划|方案)(?:计划|方案)?[自从](?P<from>{YEAR})年(?:1月|年?初)?起[^,，;。\d]{{0,6}}[,，]?"
    rf"[至到](?P<to>{YEAR})年(?:年?[底末]|12月)(?![^,，;。]{{0,6}}(?:验收|评估|总结|考核|审计|兑现))"
)
"""三年行动自2022年起实施，到2024年底收官."""
_WHOLE = regex(
    rf"(?P<from>{YEAR})年1月1日?起?[至到—–-]+(?P<to>{YEAR})年12月(?:31日)?止?[,，(]?(?:[这为是系共计即])?"
    r"(?P<n>[一二两三四五1-5])个?(?:完整|整)的?(?:预算|会计|财政|自然)?年度"
)
"""2022年1月1日至2022年12月31日一个完整预算年度."""
_NTH = regex(rf"第(?P<n>[一二三四五])(?:个?年度|年)\((?P<year>{YEAR})年度?\)")
_WHAT = regex(r"(?P<what>[\u4e00-\u9fff]{2})(?:[》”\"]|实施|执行|推进|的)*$")
"""Before it: the plan of which it is a year."""
_BEGUN = (
    rf"[^。\n]{{0,40}}?(?:自|从|于)(?P<from>{YEAR})年(?P<month>\d{{1,2}}月)?[^,，;。\d]{{0,4}}(?:\d{{1,2}}日)?起"
    rf"|[》”\"]?\((?P<span>{YEAR})年?(?:-{{1,2}}|—{{1,2}}|–|~|至|到){YEAR}年?\)"
)
"""Behind the name of a plan: the year in which it begins."""
_NTH_OF = regex(
    rf"第(?P<n>[一二三四五])(?:个?年度|年)\((?P<year>{YEAR})年度?\)[^。;\n第]{{1,60}}?"
    rf"第(?P<m>[一二三四五])(?:个?年度|年)\((?P<other>{YEAR})年度?\)"
)
_IS_NTH_OF = regex(
    rf"(?P<year>{YEAR})年度?(?:为|是)第(?P<n>[一二三四五])(?:个?年度|年)[,，;、][^。;\n第\d]{{0,20}}?"
    rf"(?P<other>{YEAR})年度?(?:为|是)第(?P<m>[一二三四五])(?:个?年度|年)"
)
"""2022年为第一年，2023年为第二年."""
_RUNNING = regex(
    rf"连续[^,，;。、:()\d一二三四五六七八九十]{{0,6}}{_N}个?年度?[^,，;。、:()\d]{{0,6}}(?:[(:]|[,，]?(?:分别|依次|即)[为是:]?)"
    rf"(?P<years>{YEAR}年?度?(?:[、和及与,，]{YEAR}年?度?)+)(?!分别|各|每)"
)
"""连续实施三年，分别为2023年、2024年和2025年."""
_YEARS = rf"(?P<years>{YEAR}年?度?(?:[、和及与]{YEAR}年?度?)+)"
_ENOUGH = r"个?(?:自然|预算|财政|完整)?(?:年度?|年头)(?![\u4e00-\u9fff]?[期级制])"
_LISTED = (
    regex(rf"{_YEARS}(?:这|连续|共|一共)?{_N}{_ENOUGH}"),
    regex(
        rf"(?<![第近约\d一二三四五六七八九十])“?{_N}{_ENOUGH}(?:的?时间)?”?"
        rf"(?:[,，]?(?:即|也就是|分别[为是]|指的?是?|包括|为)|[(:]){_YEARS}(?![、和及与]|等)"
    ),
)
"""2021年、2022年和2023年连续三年; 三年，即2021年、2022年和2023年."""
_RECENT = regex(rf"近{_N}年[(](?:即|分别为)?{_YEARS}(?=[)])")
"""近两年（2022年、2023年）: where one is left out, those may be told in which something was."""
_ALL = regex(
    rf"(?P<from>{YEAR})年?度?(?:-{{1,2}}|—{{1,2}}|–|~|至|到)(?P<to>{YEAR})年?度?"
    rf"(?:连续|整整|这){_N}{_ENOUGH}"
)
"""2021年至2023年连续三年."""
_REACH, _LEAD, _MONTHS, _MOST = 70, 24, 12, 20


def counted_years(facts: Facts) -> Iterator[ToldFigure]:
    """Every number of years beside the years that it is of."""
    text = facts.text
    yield from _between(facts)
    yield from plan_years(facts)
    yield from parts_of_years(facts)
    if "年头" in text or "个年度" in text or "第" in text:
        yield from _turns(facts)
    yield from _nth(text)
    yield from filter(None, map(_running, _RUNNING.finditer(text)))
    for pattern in _LISTED:
        yield from filter(None, map(_listed, pattern.finditer(text)))
    for pattern in (_BOTH_ENDS, _LASTS, _WHOLE):
        yield from filter(None, map(_exactly, pattern.finditer(text)))
    recent = (m for m in _RECENT.finditer(text) if _are_in_turn(m["years"]))
    yield from filter(None, map(_listed, recent))
    yield from filter(None, map(_all, _ALL.finditer(text)))
    for match in _BRACKETED.finditer(text):
        yield from _in_brackets(text, match)
    yield from filter(None, map(_term, _TERM.finditer(text)))


def _in_brackets(text: str, years: re.Match[str]) -> Iterator[ToldFigure]:
    """三年行动方案（2021—2023年）, 前三年（2021—2023年）."""
    lead = years.start() - _LEAD, years.start()
    some = _SOME.search(text, *lead)
    match = some or _PLANNED.search(text, *lead)
    number = numeral.read(match["n"]) if match else None
    least = int(years["to"]) - int(years["from"])
    if match is None or number is None or least <= 0:
        return
    shown = f"{years['from']}年至{years['to']}年共{least + 1}年"
    place, other = (match.start("n"), match.end("n") + 1), (years.start("from"), years.end("to"))
    exact = some is not None and some["exact"] is not None
    yield ToldFigure(*place, other, shown, number in (least + 1, *(() if exact else (least,))))


def _between(facts: Facts) -> Iterator[ToldFigure]:
    """首尾共五个年度, behind the first and the last of them."""
    text = facts.text
    for match in _ENDS.finditer(text):
        span = _SPAN.search(text, *facts.windows.before("clause", match.start(), _REACH))
        number = numeral.read(match["n"] or match["m"])
        if span is None or number is None:
            continue
        count = int(span["to"]) - int(span["from"]) + 1
        shown = f"{span['from']}年至{span['to']}年首尾共{count}年"
        if count > 1:
            other = span.start("from"), span.end("to")
            yield ToldFigure(*match.span(), other, shown, number == count)


def _turns(facts: Facts) -> Iterator[ToldFigure]:
    """2023年已是第17个年头, of what has been every year since 2007."""
    text = facts.text
    for match in _TURN.finditer(text):
        low, high = facts.windows.around("sentence", *match.span())
        told = _IT_IS.search(text, max(low, match.start() - _REACH), match.start())
        number = numeral.read(match["n"])
        if told is None or number is None or (told["own"] and facts.year is None):
            continue
        begun = list(_SINCE.finditer(text, low, told.start()))
        between = text[begun[-1].end() : told.start()] if begun else ""
        if len(begun) != 1 or re.search(rf"{YEAR}年", between):
            continue
        if _UNEVEN.search(_STEADY.sub("", text[low:high])):
            continue
        last = int(told["year"]) if told["year"] else facts.year or 0
        which = "from" if begun[0]["from"] else "span"
        apart = last - int(begun[0][which])
        if apart > 0:
            allowed = (apart, apart + 1, *((apart + 2,) if told["own"] else ()))
            shown = f"{begun[0][which]}年起，{last}年是第{apart + 1}个年头"
            yield ToldFigure(*match.span(), begun[0].span(which), shown, number in allowed)


def _nth(text: str) -> Iterator[ToldFigure]:
    """第二年（2024年）, of a plan whose first year is told, or beside 第一年（2022年）."""
    for match in (*_NTH_OF.finditer(text), *_IS_NTH_OF.finditer(text)):
        first, later = (numeral.read(match[name]) or 0 for name in ("n", "m"))
        due = int(match["year"]) + later - first
        shown = f"第{match['n']}年为{match['year']}年，第{match['m']}年为{due}年"
        ends = match.span("n"), match.span("year")
        place, other = match.span("other"), (min(ends)[0], max(ends)[1])
        yield ToldFigure(*place, other, shown, due == int(match["other"]))
    for match in islice(_NTH.finditer(text), _MOST):
        what = _WHAT.search(text, match.start() - _LEAD, match.start())
        if what is None:
            continue
        begun = {
            (int(found["from"] or found["span"]), found["month"] not in (None, "1月"), found.span())
            for found in re.finditer(what["what"] + f"(?:{_BEGUN})", text)
        }
        if len({year for year, _, _ in begun}) != 1:
            continue
        ((year, late, other), *_) = sorted(begun)
        apart = int(match["year"]) - year
        number = numeral.read(match["n"]) or 0
        if apart >= 0:
            shown = f"{year}年起，第{match['n']}年为{year + number - 1}年"
            right = number in (apart + 1, *((apart,) if late else ()))
            yield ToldFigure(*match.span("year"), other, shown, right)


def _running(match: re.Match[str]) -> ToldFigure | None:
    """Years that are told to follow each other, and how many they are."""
    years, number = sorted(map(int, re.findall(YEAR, match["years"]))), numeral.read(match["n"])
    if number is None or number > _MOST:
        return None
    due = list(range(years[0], years[0] + number))
    shown = f"连续{number}年应为{'、'.join(f'{year}年' for year in due)}"
    return ToldFigure(*match.span("years"), match.span("n"), shown, years == due)


def _are_in_turn(told: str) -> bool:
    """Whether years follow each other, none left out."""
    years = sorted(map(int, re.findall(YEAR, told)))
    return years == list(range(years[0], years[0] + len(years)))


def _listed(match: re.Match[str]) -> ToldFigure | None:
    """Years told one by one, and how many they are."""
    years, number = re.findall(YEAR, match["years"]), numeral.read(match["n"])
    if number is None or number > _MOST or len({*years}) != len(years):
        return None
    shown = f"{'、'.join(f'{year}年' for year in years)}共{len(years)}年"
    return ToldFigure(*match.span("n"), match.span("years"), shown, number == len(years))


def _exactly(match: re.Match[str]) -> ToldFigure | None:
    """All years between two, both of them counted."""
    apart, number = int(match["to"]) - int(match["from"]), numeral.read(match["n"])
    if number is None or apart < 0:
        return None
    shown = f"{match['from']}年至{match['to']}年首尾共{apart + 1}年"
    other = match.start("from"), match.end("to")
    return ToldFigure(*match.span("n"), other, shown, number == apart + 1)


def _all(match: re.Match[str]) -> ToldFigure | None:
    """All years between two, and how many they are; one end may be left out."""
    least, number = int(match["to"]) - int(match["from"]), numeral.read(match["n"])
    if number is None or least <= 0:
        return None
    shown = f"{match['from']}年至{match['to']}年共{least + 1}年"
    other = match.start("from"), match.end("to")
    return ToldFigure(*match.span("n"), other, shown, number in (least, least + 1))


def _term(match: re.Match[str]) -> ToldFigure | None:
    """自2024年1月1日起实施，实施期三年，至2026年12月31日止."""
    number, years = numeral.read(match["n"]), int(match["to"]) - int(match["from"])
    if number is None or years < 0:
        return None
    if match["m1"] and match["m2"]:
        months = years * _MONTHS + int(match["m2"]) - int(match["m1"]) + 1
        right = abs(number * _MONTHS - months) <= 1
        shown = f"{match['from']}年{match['m1']}月至{match['to']}年{match['m2']}月共{months}个月"
    else:
        right = number in (years, years + 1)
        shown = f"{match['from']}年至{match['to']}年共{years + 1}年"
    other = match.start("from"), match.end("to")
    return ToldFigure(match.start("n"), match.end("n") + 1, other, shown, right)
