"""All of so many are told to be there, and some of just as many not to be, however far apart.

9处泵站已全部建成投用; 9处泵站中，龙口泵站还在浇筑基础. What is told of all must need what some of
them lack: works that are in use were built, machines that are in use were delivered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.nearby import moments_within
from linter.facts.facts import Facts
from linter.facts.numeral import read
from linter.model import Span
from linter.regexes.late import regex

_NUMBER = r"(?:(?<![\d.第])\d{1,4}|[两二三四五六七八九十]{1,3})"
_MANY = (
    rf"(?P<n>{_NUMBER})(?P<unit>[个座处条台套家所项辆件户口眼盏间栋部艘株])"
    r"(?P<what>(?:(?![的中里均都已全将拟])[\u4e00-\u9fff]){2,10}?)"
)
_AMONG = regex(rf"{_MANY}(?:当中|之中|[中里])[,，]?(?P<rest>[^。;\n]{{3,70}})")
_ALL = regex(
    rf"{_MANY}(?:已经?|现|目前|当前|[也亦]|年[内底末])*(?P<all>全部|均|都|悉数|全数|一个不少)"
    r"(?:(?![未没不将拟])[^,，;。\n\d]){0,12}?(?P<done>"
    r"(?P<bought>到货|到位|签收|入库|购置|采购|交付)|(?P<fitted>安装|装好|上牌)|(?P<built>完工|竣工|建成|建好|完成建设)"
    r"|(?P<used>投用|投入[\u4e00-\u9fff]{0,4}使用|投入运[行营]|启用|使用|运行|通水|通电|通车|上线|开放|营业|投产))"
)
_EVERY = regex(
    r"(?:^|(?<=[,，;。:\n]))(?:所有|全部)的?(?P<what>(?![\d未没])[\u4e00-\u9fff]{2,8}?)(?:均|都|已经?|全部)+"
    r"(?:(?![未没不将拟])[^,，;。\n\d]){0,8}?(?P<done>"
    r"(?P<bought>到货|到位|签收|入库|交付)|(?P<fitted>安装|装好|上牌)|(?P<built>完工|竣工|建成|建好)"
    r"|(?P<used>投用|投入使用|投入运[行营]|启用|通水|通电|通车|上线|开放|营业|投产))"
)
"""所有摄像头均已安装: then no camera (26个点位的摄像头) is not."""
_LEFT = regex(
    r"(?:^|(?<=[,，;。:\n]))(?:[还仍尚另]?有)(?P<n>\d{1,4}|[两二三四五六七八九十]{1,3})[个座处条台套家所项辆件户口眼盏间栋部]"
    r"(?P<rest>[^;。\n]{2,40})"
)
_STAGES = ("bought", "fitted", "built", "used")
_NOT = r"(?:(?:[仍尚还]|至今|一直)?[未没]有?能?(?:正式|按期|如期|全部|全面)?)"
_ON = r"(?:[仍尚还]处?[在于]|正在|[仍尚还]是)[\u4e00-\u9fff]{0,4}?"
_LACKING = regex(
    rf"(?P<bought>[仍尚还]?在途|{_NOT}(?:到货|签收|供货|交货|购置|采购|交付)|{_ON}(?:运输|生产|招标|采购|定制))"
    rf"|(?P<fitted>{_NOT}安装|{_ON}安装)"
    rf"|(?P<built>{_NOT}(?:开工|动工|完工|竣工|建成|建好|动)(?=[,，;。]|$)|停工|烂尾"
    rf"|{_ON}(?:施工|建设|浇筑|砌筑|开挖|铺设|打桩|装修|打井|征地|设计))"
    rf"|(?P<used>{_NOT}(?:投用|投入使用|投入运行|启用|通水|通电|通车|上线|运行|使用|开放|营业)(?=[,，;。]|$)|[仍尚还]?闲置)"
)
_NEEDS = {
    "bought": frozenset(("bought", "fitted", "used")),
    "fitted": frozenset(("fitted", "used")),
    "built": frozenset(("built", "used")),
    "used": frozenset(("used",)),
}
"""What cannot be told of all where some lack it."""
_THEN = regex(
    r"(?<!\d)(?:[1-9]|1[01])月|半年|季度|年中|当时|检查时|之前|此前|[次上去]年|原定|起初|曾|一度|二期|计划[^,，;。]{0,6}中"
)
"""In either: it is of another time than the end of the year."""
_TO_COME = regex("将|拟|预计|力争|确保|争取|要求|须|应|目标|待|如果|一旦")
_OF_DUE = regex("(?:预计|计划|拟|力争|争取|将).*$")
_WISHED = regex("[想增新补]装|[想欲]|希望|申请|要求|提出|纳入|赠|新建|不在|不属|不同意")
"""In what some lack: they are none of those that were to have it."""
_THING = regex("(?:完成|做好|实现)[了]?(?:按期|如期|全部)?[\\u4e00-\\u9fff]{2,}")
"""Between all and what they have: but one thing in them (完成标志牌安装)."""
_PART = regex(r"的(?P<part>[\u4e00-\u9fff]{2,6})$")
"""Right before what some lack: not they lack it, but a part of theirs (说明书)."""
_SHELL = ("主体", "基础", "框架", "土建")
"""At the end of what all are: there is more to each."""
_ANYTHING = frozenset(("工程", "项目", "标段", "设备", "工作", "任务", "资金", "建设"))
"""What is told of every one of them may be told of one kind."""
_BACK, _NEXT, _MOST = 16, 8, 40
_TIME_OF_END = regex(r"截[至止](?:到)?(?:\d{4}年)?(?:12月(?:31日|底|末)?|年[底末])")


def all_but_these(facts: Facts) -> Iterator[tuple[str, Span, Span]]:
    """Each matter with the two statements, in order of place."""
    yield from _between(facts, _AMONG, _ALL)
    yield from _between(facts, _LEFT, _EVERY)


def _between(
    facts: Facts, parts: re.Pattern[str], all_: re.Pattern[str]
) -> Iterator[tuple[str, Span, Span]]:
    """The two statements, of some by one pattern and of all by another."""
    among = [found for found in parts.finditer(facts.text) if _lacks(found)][:_MOST]
    if not among:
        return
    wholes = [found for found in all_.finditer(facts.text) if _is_of_all(facts, found)][:_MOST]
    for some in among:
        lacking = _lacks(some)
        if lacking is None or _is_then(facts, some, some.start("rest") + lacking.end()):
            continue
        needing = _NEEDS[lacking.lastgroup or ""]
        part = _part_lacking(some, lacking)
        for whole in wholes:
            named = part in facts.text[whole.start() : whole.end() + _NEXT]
            if named and _stage(whole) in needing and _are_one(some, whole):
                ends = Span(some.start(), some.start("rest") + lacking.end()), Span(*whole.span())
                first, second = sorted(ends, key=lambda span: span.start)
                yield "全部", first, second
                break


def _lacks(some: re.Match[str]) -> re.Match[str] | None:
    """What some of so many are told to lack, if they are."""
    return None if _WISHED.search(some["rest"]) else _LACKING.search(_OF_DUE.sub("", some["rest"]))


def _part_lacking(some: re.Match[str], lacking: re.Match[str]) -> str:
    """The part of some that is told to lack it, nothing where they do themselves."""
    found = _PART.search(some["rest"], 0, lacking.start())
    return found["part"] if found else ""


def _stage(whole: re.Match[str]) -> str:
    """How far all are told to be."""
    return next(stage for stage in reversed(_STAGES) if whole[stage])


def _are_one(some: re.Match[str], whole: re.Match[str]) -> bool:
    """Whether both are told of just as many of the same, or one of every such thing."""
    if "unit" not in whole.re.groupindex:
        named = whole["what"][-2:] in some["rest"] and whole["what"] not in _ANYTHING
        return named and (some.end() <= whole.start() or whole.end() <= some.start())
    apart = some.end("what") <= whole.start() or whole.end() <= some.start()
    number = read(some["n"]) == read(whole["n"]) and some["unit"] == whole["unit"]
    one, other = some["what"], whole["what"]
    alike = one.endswith(other) or other.endswith(one) or other.startswith(one)
    return apart and number and alike


def _is_of_all(facts: Facts, whole: re.Match[str]) -> bool:
    """Whether all are told to be there by the end of the year: no plan, no later day."""
    if facts.in_table(whole.start()) or facts.in_target_section(whole.start()):
        return False
    told = facts.text[whole.end("what") : whole.end()]
    if whole["what"].endswith(_SHELL):
        return False
    thing = _THING.search(facts.text, whole.end("what"), whole.start("done"))
    if (
        thing
        or _TO_COME.search(told)
        or facts.text.startswith(("的", "后", "时", "前", "率"), whole.end())
    ):
        return False
    low = facts.windows.bounds("clause", whole.start())[0]
    years = {at.year for at in moments_within(facts, low, whole.end()) if at.year}
    before = facts.text[max(low, whole.start() - _BACK) : whole.start()]
    planned = _TO_COME.search(before) and "已" not in told
    return not planned and not (facts.year and any(year > facts.year for year in years))


def _is_then(facts: Facts, some: re.Match[str], end: int) -> bool:
    """Whether what some lack is told of a time before the end of the year."""
    low, _ = facts.windows.before("sentence", some.start(), _BACK)
    told = _TIME_OF_END.sub("", facts.text[low:end])
    return facts.in_table(some.start()) or _THEN.search(told) is not None
