"""Some of all are told to be done and none to lack it; what is done is told to be still to come.

48辆车仅有41辆交付使用，无一辆闲置; 延伸工程已经开工，预计5月进场;
目标全部完成，其中培训未达到目标值; 未发生挪用资金的问题，审计发现的挪用资金4.2万元已归还.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from linter.facts.facts import Facts
from linter.facts.numeral import read
from linter.model import Span
from linter.regexes.late import regex

_NUMBER = r"(?:\d{1,4}|[两二三四五六七八九十]{1,3})"
_UNIT = "[个座处条台套家所项辆件户人名口眼盏间栋]"
_END = r"(?=[,，。;\n]|$)"
_SOME = regex(
    rf"(?<![\d.第])(?P<n>{_NUMBER})(?P<unit>{_UNIT})[^,，。;\n\d]{{0,10}}[,，]?"
    rf"(?P<one>(?:仅有?|只有?|已)(?:(?P<m>{_NUMBER}|[一1])(?P=unit)(?P<done>[^,，。;\n\d]{{2,24}})"
    rf"|(?P<verb>整改|办结|销号|处置|验收|移交)了?(?P<k>{_NUMBER}|[一1])(?P=unit)))[,，]"
    rf"(?P<other>(?:均|已)?(?:无|没有)(?:一(?P=unit))?(?P<lack>[^,，。;\n\d]{{2,14}})){_END}"
)
_IN_USE, _UNUSED = regex("使用|启用|投用|运行|上线|运营"), regex("^(?:闲置|空置)")
_UNSETTLED = regex("整改|验收|复验|处置|办结")
_LEFT, _NOT_DONE = regex("遗留(?:问题|事项)?"), regex("^(?:未|没有?|不)(?:能|曾|完成|得到)?")
_IN_TIME = regex("按[期时]|及时|到期|逾期|如期|准时")
"""In what is lacked: it is the time that none lacks, not the thing."""
_UNTRIED = regex("^不.*[验检]|^不.*合格")
"""What is lacked of what was tried only: 仅有3台验收合格，无不合格设备."""
_ALONE, _TOGETHER = "分散", "统一"
_MEANT = regex("需|应|计划|拟|可以?|待|要求|符合|列入|申请")
_LAST = regex(
    rf"(?<![\d.第])(?P<n>{_NUMBER})(?P<unit>{_UNIT})[^。;\n]{{0,20}}[,，]"
    rf"(?P<one>(?:仅有?|只有?)(?P<m>{_NUMBER}|[一1])(?P=unit)"
    r"(?P<done>通水|通车|完工|竣工|建成|投用|启用|验收)[^,，。;\n]{0,4})[,，]"
    rf"(?P<other>最后一(?P=unit)[^,，。;\n\d]{{0,12}}[\d年月日]{{2,11}}(?P=done)){_END}"
)
"""实际建成3座，仅2座通水运行，最后一座2023年8月通水."""
_TO_COME = (
    r"(?:预计|计划|拟)[于在到]?(?:20\d\d年|明年|次年|下年)?(?:\d{1,2}月)?[底初末中上下旬份]{0,2}"
)
_BEGUN = regex(
    r"(?P<one>已经?(?:正式|全面|顺利)?(?:开工|动工)(?:建设)?)[,，]"
    rf"(?P<other>{_TO_COME}(?:进场|开工|动工|招标|开标)(?:施工|建设)?){_END}"
)
_OVER = regex(
    r"(?:^|(?<=[,，。;\n]))(?:本?项目|工程|本?项目工程)(?P<one>已经?(?:全部|如期|按期|全面)*(?:完工|竣工|建成)"
    r"(?:并已?(?:通过|完成)[^,，。;\n]{0,6}验收)?)[,，]"
    r"(?P<other>(?:目前|现|当前)(?:主体|工程|项目|主体工程)[仍尚还]?(?:正在|处于)(?:施工|建设)(?:之?中|当中|阶段)?)"
    rf"{_END}"
)
_ACCEPTED = regex(
    r"(?P<one>(?:通过|完成)了?(?:竣工|交工|完工|最终)验收)[,，]"
    r"(?P<other>(?:(?:截至|截止|到)?(?:报告日|评价日|自评时|目前|现在?|当前|眼下|至今|年末|年底|报告期末)[,，]?)"
    r"(?:[该本])?(?:主体工程|主体|墙体|基础)?[仍尚还正]?(?:正?在|处于)"
    rf"(?:砌筑|浇筑|开挖|施工|建设|铺设|打桩)(?:之?中|阶段)?){_END}"
)
"""11月通过竣工验收，截至报告日，主体尚在砌筑."""
_STILL = regex(
    r"(?P<one>[仍尚还]未[^,，。;\n]{0,16}(?P<what>复验|复查|验收|整改)(?:合格|通过|到位|完成))[,，]"
    rf"(?P<other>(?P=what)(?:均|已|后)*(?:无|没有|未)(?:任何)?遗留(?:问题|事项)){_END}"
)
_MISUSE = regex(
    r"(?P<one>(?:未发生|不存在|没有)[^,，。;\n]{0,8}(?P<what>挪用|截留|挤占|套取|骗取|侵占|虚列)[^,，。;\n]{0,12})[,，]"
    r"(?P<other>(?:审计|检查|核查|抽查|巡察)[^,，。;\n]{0,4}(?:发现|指出|查出)的(?P=what)[^,，。;\n\d]{0,6}[\d.,]+万?元)"
)
_ALL_MET = regex(
    r"(?P<one>(?:目标|指标|任务)(?:均|已|都)*(?:全部|均|都)(?:按期|如期)?(?:完成|实现|达成|达标))[,，]"
    r"(?P<other>其中[^,，。;\n]{2,24}[,，]?(?:尚|仍)?(?:未|没有)能?(?:达到|完成|实现|达成)"
    rf"(?:年度|年初|预期|绩效|既定|设定|计划)*(?:目标|任务|指标)值?){_END}"
)
_THEN = regex(
    "[上去往]年|以前|历年|当时|检查时|半年|季度|月底|月末|首批|20\\d\\d年|下属|所属|其[他余它]|除|计划|拟"
)
"""Before or in what is told: it is of another time, or of others."""
_PART = regex("当时|检查时|半年|季度|月底|月末|首批|前期|其[他余它]|除")
"""The same, where another year may be told with them."""
_OF_OTHERS = regex(
    "本级|本[年部]|当年|年内|年度|下属|所属|[镇乡村]|发生[在于]|形成于|疑点|不属|不涉及|系(?=[下所村镇乡上前2])|20\\d\\d年|[上去往前]年|以前|历[年史]"
)
"""In the sentence of what was misused: it was by another, in another year, or it was not so."""
_SOME_OF_THEM = regex(
    "个别|部分|有的|少数|[镇乡村户]|自加|自定|自设|省定|市定|地区|单位|第[一二三四]"
)
"""In what is not reached: it is what some of them came to, or a goal of their own."""
_OF_THE_WORKS = regex("主体|标段|分部|单项|[一二三四五六前首]期|配套|部分|[东西南北]")
_STOP, _MARK = regex("[。;\n]"), regex("[,，。;\n]")
_REACH = 20


def told_to_lack(facts: Facts) -> Iterator[tuple[str, Span, Span]]:
    """Each matter with the two statements that exclude each other."""
    told: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
        ("部分与全部", _SOME, _lacks_none),
        ("部分与全部", _LAST, _is_fewer),
        ("已办、待办", _BEGUN, _is_of_all),
        ("已办、在办", _OVER, _is_plain),
        ("已办、在办", _ACCEPTED, _is_of_the_works),
        ("遗留问题", _STILL, _is_of_all),
        ("有无", _MISUSE, _is_own),
        ("完成任务", _ALL_MET, _is_of_the_goals),
    )
    for matter, pattern, holds in told:
        for found in pattern.finditer(facts.text):
            if not facts.in_table(found.start()) and holds(found):
                yield matter, Span(*found.span("one")), Span(*found.span("other"))


def _is_plain(found: re.Match[str]) -> bool:
    """Whether nothing before both statements, or in the first, tells of others."""
    return _THEN.search(_head(found) + found["one"]) is None


def _is_of_the_works(found: re.Match[str]) -> bool:
    """Whether what was accepted is told to be no part of the works."""
    return _is_plain(found) and _OF_THE_WORKS.search(_head(found)) is None


def _is_own(found: re.Match[str]) -> bool:
    """Whether nothing in the sentence leaves what was misused to another, or to another year."""
    stop = _STOP.search(found.string, found.end())
    told = _head(found) + found.string[found.start() : stop.start() if stop else None]
    return _is_plain(found) and _OF_OTHERS.search(told) is None


def _is_of_the_goals(found: re.Match[str]) -> bool:
    """Whether what is not reached is one of the goals that all are told to be."""
    return _is_plain(found) and _SOME_OF_THEM.search(found["other"]) is None


def _is_of_all(found: re.Match[str]) -> bool:
    """Whether both are told of the same: not of some, of others, or of an earlier time."""
    return _PART.search(_head(found) + found["one"]) is None


def _head(found: re.Match[str]) -> str:
    """The words of the clause before what is found."""
    before = found.string[max(0, found.start() - _REACH) : found.start()]
    return _MARK.split(before)[-1]


def _is_fewer(found: re.Match[str]) -> bool:
    """Whether fewer are told to be done than there are, of the same time."""
    some, whole = read(found["m"]), read(found["n"])
    between = found.string[found.start() : found.start("one")]
    fewer = some is not None and whole is not None and 0 < some < whole
    return fewer and not _THEN.search(between)


def _lacks_none(found: re.Match[str]) -> bool:
    """Whether none is told to lack what fewer than all are told to have."""
    done, lack = found["done"] or found["verb"], found["lack"]
    some, whole = read(found["m"] or found["k"]), read(found["n"])
    if not some or not whole or some >= whole or _MEANT.search(done):
        return False
    if not _is_of_all(found):
        return False
    if _UNUSED.search(lack):
        return _IN_USE.search(done) is not None
    if _IN_TIME.search(lack) or (_UNTRIED.search(lack) and _UNSETTLED.search(done)):
        return False
    if _LEFT.fullmatch(lack):
        return _UNSETTLED.search(done) is not None
    if lack.startswith(_ALONE):
        return lack.replace(_ALONE, _TOGETHER, 1)[:4] in done
    denied = _NOT_DONE.match(lack)
    return denied is not None and lack[denied.end() :][:2] in done
