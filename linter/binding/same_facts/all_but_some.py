"""All are told to be done, and some not: 全部12个乡镇均已接入，尚有3个乡镇未接入.

Of all, some are told to lack what all have (其中1项尚未启动), or to be left (尚余2个问题).
The same of what is told not to have come about at all (未发生安全事故，发生的2起均已结案), and of
what is told both as done and as going on, or short of what was meant and beyond it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.binding.names import are_called_otherwise
from linter.facts.facts import Facts
from linter.facts.numeral import read
from linter.model import Span
from linter.regexes.late import regex

_ALL = regex(
    r"(?:(?:人人|户户|村村|家家|个个)[均都]?已?|已?(?:经)?全部|悉数|逐一|逐项|[均都]已(?:经|全部)?|100%)(?P<done>[\u4e00-\u9fff]{2,12})(?=[,，;。])"
)
_SOME = regex(
    r"[,，;。](?P<second>(?:但|目前|现|截至目前)?(?:(?P<among>其中)|(?:盘点|检查|抽查|清查)[时中]?发现的?|(?P<left>[尚仍还]有|尚余|还剩|仍余))"
    r"(?P<some>[^,，;。未没正待]{2,16}?)(?:(?:[尚仍还]|至今|从|始终)?[未没]有?能?(?:得到|完成|实现)?|正在?(?:推进|组织|抓紧)?|待)"
    r"(?P<verb>[\u4e00-\u9fff]{1,2})(?P<tail>[^,，;。\n]{0,8}))(?=[,，;。\n])"
)
_NONE = regex(
    r"(?P<first>未发生(?:过|任何|一起)?(?:安全|生产安全|安全生产|交通|消防|火灾|质量)?(?P<what>事故|火灾|案件|投诉)"
    r"(?:现象|情况)?)[,，](?P<second>(?:已|所)?发生的(?P<some>[1-9]\d*)起(?P=what)?)(?=均|都|已|[,，。])(?![^,，;。]{0,6}[上去往]年)"
)
_PAID = regex(
    r"(?:^|(?<=[,，;。\n]))(?P<first>(?P<what>[\u4e00-\u9fff]{2,8}?)(?:均?已)(?:经|全部)*(?:于?[\d年月日]{2,11}[底初末]?)?(?:全部)?[付结缴还兑][清讫])[,，;。]"
    r"(?P<second>但?(?:目前|现|截至目前|至今)?[仍尚还]有[\d.,]+[万亿]?元(?P=what)(?:[尚仍]?未|没有)[付结缴还兑支拨][清讫付]?)(?=[,，;。\n])"
)
"""结转款已于2月付清，目前仍有6.2万元结转款未付."""
_OTHER_ACCIDENT = (
    "校外|邻近|周边|外单位|交通|轻微|非责任|意外|擦碰|疑似|追尾|外来|演练|模拟|遗留"
    "|[上去往]年|20\\d\\d年"
)
"""In words of an accident: it is none of safety at work, or none of the year."""
_ACCIDENTS = regex(
    r"(?P<first>未发生(?:过|任何|一起)?(?:安全|生产安全|安全生产)?事故)[,，]"
    rf"(?P<second>(?:仅|只|唯一)(?:(?!{_OTHER_ACCIDENT})[^,，;。]){{0,16}}?[1-9一两二三]起"
    rf"(?:(?!{_OTHER_ACCIDENT})[^,，;。]){{0,6}}事故"
    r"|\d{1,2}月(?:\d{1,2}日|[上中下]旬|[初底])?发生的"
    rf"(?:(?!{_OTHER_ACCIDENT})[^,，;。\d]){{2,10}}事故)(?![^,，;。]{{0,8}}(?:[上去]年|无关|不属|不涉|未波及|非本))"
)
"""未发生一起安全事故，仅7月发生1起轻伤事故; ……，11月发生的塔吊倾覆事故已处置."""
_IN_CELL = regex(
    r"(?P<first>未发生(?:过|任何|一起|一例)*(?P<grade>较大及?以上|重大及?以上|重特?大|较大|一般及?以上)?(?:安全生产|生产安全|安全|质量)?"
    r"(?P<what>事故|投诉|案件|火灾|上访|舆情))[,，;。](?P<second>(?:(?!全[县市省区国州镇])[^。;\n\d“]){0,14}“(?P<lead>[^”\n]{0,8}?)(?P=what)"
    r"(?:发生)?(?:起数|件数|次数|数量?|情况)?”(?:(?!目标)[^。;,，\n\d≤≥<>]){0,4}[,，]?"
    r"(?:(?!目标)[^。;,，\n\d≤≥<>]){0,4}"
    r"(?:实际)?(?:完成|发生)?值?(?:[填为是写了]|填报)*[1-9]\d*[起件例次])(?![^,，;。]{0,6}(?:[上去往]年|目标))"
)
"""全年未发生较大以上事故；考核表“较大以上事故起数”一栏，实际完成值填1起."""
_OTHER_THAN = regex(_OTHER_ACCIDENT)
_GRADE = regex("较大及?以上|重大及?以上|重特?大|较大|一般|轻微|安全|生产|质量|及")
_STILL = regex(
    r"(?:^|(?<=[,，;。\n]))(?P<first>(?P<head>(?!(?:主体|首|部分|前期|[一二三]期|[甲乙东西南北])|第)[\u4e00-\u9fff]{0,8}?)(?P<what>[\u4e00-\u9fff]{2,4})"
    r"(?:工作|任务)?已经?(?:于?[\d年月日]{2,11}[底初末]?)?(?:全部|全面)(?:完成|结束|完工)[^。;,，\n]{0,8})[;。,，]"
    r"(?P<second>但?(?:目前|现|当前|现阶段|截至目前)(?P=head)?(?P=what)(?:工作|任务)?[仍还尚]在(?:进行|推进|开展|施工|实施)中?)(?=[,，;。\n])"
)
"""布展已于8月全部完成；目前布展仍在进行."""
_SHORT = regex(
    r"(?P<first>(?:完成率|达成率|实现率)(?:仅|只)?[为有达]?到?[1-9]?\d(?:\.\d+)?%)"
    r"[,，](?P<second>(?:圆满|全面|已|均|顺利|也)*(?:超额|超前|全面|圆满|如期)(?:完成|实现|达到)了?(?:年度|全年|年初|既定|预期|预定|设定|绩效)*的?(?:任务|目标|计划)[任务目标]*)(?=[,，;。\n])"
)
"""完成率96.5%，超额完成年初任务."""
_GOALS = regex(
    r"(?:^|(?<=[,，;。\n]))(?:项目|工程|本|年度|全年|当年|绩效|预期|既定|设定|总体|各项|各|全部|所有|的)*"
    r"(?P<first>(?:目标|指标|任务)[已均都]*(?:全部|均|都)(?:按期|如期)?(?P<done>完成|实现|达到|达标))[,，]"
    r"(?P<second>(?:但|只是|仅)?“[^”\n]{2,20}”(?:这|等)?一[项个](?:指标|任务|目标)?[^,，;。“]{0,16}未能?(?:按期|如期)?(?P=done))(?=[,，;。\n])"
)
"""目标全部完成，但“上线”一项因……未能完成."""
_RATE = regex(r"(?P<rate>\d+(?:\.\d+)?)%")
_LOWER_GOAL = regex(
    r"(?:目标|指标|要求|计划|任务|序时|不低于|不少于|≥|>=)[^,，;。\n\d]{0,10}(?P<before>\d+(?:\.\d+)?)%"
    r"|(?P<behind>\d+(?:\.\d+)?)%(?:及?以上|的?(?:目标|任务|要求))"
)
"""A goal of less than all: a rate below 100% may exceed it."""
_LEAST = 50
"""What per cent a goal is at least: less are weights and shares."""
_BOTH_SIDES = (
    (_PAID, "付清"),
    (_ACCIDENTS, "发生"),
    (_GOALS, "完成"),
    (_STILL, "完成"),
    (_SHORT, "完成"),
)
"""Patterns that hold both statements, with the matter that they are about."""
_NUMBER_OF = r"(?:\d{1,4}|[一两二三四五六七八九十]{1,3})"
_NUMBER = (
    r"(?:(?<![\d.第])|(?<=\n\d\.))(?P<n>\d{1,3}|[两二三四五六七八九十]{1,3})(?P<unit>[个座处条台套家所项])"
    r"(?P<what>[\u4e00-\u9fff]{2,10}?)"
)
_DONE = r"(?P<done>完工|竣工|建成|通水|通车|投入运行|投入使用|投用|启用|(?:竣工)?验收|整改|销号)"
_ALL_OF = regex(
    rf"{_NUMBER}(?:目前|现|亦|也)?已?(?:全部|均|都)已?(?:全部|按期|如期|一次性|通过)*{_DONE}"
)
_SOME_OF = regex(
    rf"{_NUMBER}(?:当中|之中|[中里])[,，]?[仍尚还]有[\d一二两三四五六七八九十]{{1,3}}(?P=unit)[仍尚还]?[未没]有?能?(?:全部|按期|通过)?{_DONE}(?=[,，;。\n])"
)
"""5个标段均已竣工; 5个施工标段中仍有2个未完工."""
_BUILT = frozenset(("完工", "竣工", "建成"))
_THEN = regex(
    r"(?<!\d)[1-9]月|1[01]月|半年|季度|年中|当时|检查时|之前|此前|[次上去]年|计划|原定|下一?年"
)
"""In the clause of a statement: it is of another time than the end of the year."""
_OTHERS = regex(
    "首批|第[一二三四五六七八九十]批|其余|其中|列入|纳入|计划|规划|目标|上年|去年|[省市县]级|(?<![拆清解消排铲切删免扣剔废])除|另|拟|将|应|制定|[因由]"
)
"""Before what is told of all: it is of some only."""
_FINISHED = regex("完成|办结|结束|完工|竣工|建成")
_BEGUN = frozenset(("启动", "开工", "动工", "开展", "实施", "开始", "完成", "完工", "竣工", "建成"))
"""What is not begun is not finished."""
_BARE = regex(rf"{_NUMBER_OF}(?P<unit>[个座处条台套家所项户人名辆件])(?P<noun>[村镇乡县户]?)")
"""Some told by their number alone: 还剩3户."""
_REST, _DIGIT = frozenset(("尚余", "还剩", "仍余")), regex(r"\d")
_MARK = regex("[,，;。:\n]")
_REACH, _LONGEST, _KIND = 30, 24, 2


def all_but_some(facts: Facts) -> Iterator[tuple[str, Span, Span]]:
    """Each matter with the two statements that exclude each other."""
    for found in _ALL.finditer(facts.text):
        some = _SOME.match(facts.text, found.end())
        if some is None:
            continue
        what = _MARK.split(facts.text[max(0, found.start() - _LONGEST) : found.start()])[-1]
        start = found.start() - len(what)
        if facts.in_table(start):
            continue
        low, _ = facts.windows.before("sentence", start, _REACH)
        before = facts.text[low : found.end()]
        if (
            not _OTHERS.search(before)
            and _is_denied(found, what, some)
            and _is_of_it(what + found[0], some)
        ):
            yield "全部", Span(start, found.end()), Span(*some.span("second"))
    for pattern, matter in _BOTH_SIDES:
        for found in pattern.finditer(facts.text):
            reached = pattern is _SHORT and _is_reached(facts, found)
            if not reached and not facts.in_table(found.start()):
                yield matter, Span(*found.span("first")), Span(*found.span("second"))
    yield from _in_cells(facts)
    yield from _of_so_many(facts)
    for found in _NONE.finditer(facts.text):
        yield "发生", Span(*found.span("first")), Span(*found.span("second"))


def _in_cells(facts: Facts) -> Iterator[tuple[str, Span, Span]]:
    """What is told not to have come about, and how often by a cell that is told of."""
    for found in _IN_CELL.finditer(facts.text):
        if _is_of_grade(found) and not facts.in_table(found.start()):
            yield "发生", Span(*found.span("first")), Span(*found.span("second"))


def _is_of_grade(found: re.Match[str]) -> bool:
    """Whether what a cell counts is told to be none: of the same grade, or all of it is."""
    lead, grade = found["lead"], found["grade"]
    if _OTHER_THAN.search(lead) or _GRADE.sub("", lead):
        return False
    return grade is None or grade in lead


def _is_reached(facts: Facts, found: re.Match[str]) -> bool:
    """Whether a goal that the report tells, or a rate in its tables, is no more than a rate."""
    told = _RATE.search(found["first"])
    rate = Decimal(told["rate"]) if told else Decimal(0)
    goals = [Decimal(g["before"] or g["behind"]) for g in _LOWER_GOAL.finditer(facts.text)]
    listed = (f for f in facts.by_dimension.get("percent", ()) if facts.in_table(f.start))
    goals += [f.printed * 100 for f in listed]
    return any(_LEAST <= goal <= rate for goal in goals)


def _of_so_many(facts: Facts) -> Iterator[tuple[str, Span, Span]]:
    """Of so many things some are told not to be done, and of just as many of them that all are."""
    told = [(found, False) for found in _SOME_OF.finditer(facts.text)]
    told += [(found, True) for found in _ALL_OF.finditer(facts.text)] if told else []
    whole: dict[tuple[int | None, str, str, str], list[re.Match[str]]] = {}
    for found, is_all in reversed(told):
        done = "完工" if found["done"] in _BUILT else found["done"].removeprefix("竣工")
        key = read(found["n"]), found["unit"], found["what"][-_KIND:], done
        low, _ = facts.windows.before("clause", found.start(), _REACH)
        early = _THEN.search(facts.text, low, found.end())
        if early or facts.in_table(found.start()):
            continue
        if is_all:
            whole.setdefault(key, []).append(found)
        elif key in whole:
            first, second = sorted((found, whole[key][0]), key=lambda m: m.start())
            yield "全部", Span(*first.span()), Span(*second.span())


def _is_denied(found: re.Match[str], what: str, some: re.Match[str]) -> bool:
    """Whether what is told of some denies what is told of all."""
    done, verb = found["done"], some["verb"]
    if some["tail"] not in done + what:
        return False
    return verb in done or (bool(_FINISHED.match(done)) and verb in _BEGUN)


def _is_of_it(what: str, some: re.Match[str]) -> bool:
    """Whether some are of all: told as among them, or by a noun or the unit that all bear."""
    pairs = {some["some"][k : k + 2] for k in range(len(some["some"]) - 1)}
    rest = some["left"] in _REST and _DIGIT.search(what)  # 12户全部签约，还剩3户: of 15
    bare = None if rest else _BARE.fullmatch(some["some"])
    if some["left"] and are_called_otherwise(some["some"], what):
        return False
    counted = bare is not None and (bare["noun"] or bare["unit"]) in what
    return bool(some["among"]) or counted or any(pair in what for pair in pairs)
