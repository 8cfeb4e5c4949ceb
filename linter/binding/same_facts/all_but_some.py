"""All are told to be done, and some not: 全部12个乡镇均已接入，尚有3个乡镇未接入.

Of all, some are told to lack what all have (其中1项尚未启动), or to be left (尚余2个问题).
The same of what is told not to have come about at all: 未发生安全事故，发生的2起均已结案.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts.facts import Facts
from linter.late import regex
from linter.model import Span

_ALL = regex(
    r"(?:已?(?:经)?全部|悉数|逐一|逐项|[均都]已(?:经|全部)?|100%)(?P<done>[\u4e00-\u9fff]{2,12})(?=[,，;。])"
)
_SOME = regex(
    r"[,，;。](?P<second>(?:但|目前|现|截至目前)?(?:(?P<among>其中)|(?:盘点|检查|抽查|清查)[时中]?发现的?|(?P<left>[尚仍还]有|尚余|还剩|仍余))"
    r"(?P<some>[^,，;。未没正待]{2,16}?)(?:(?:[尚仍还]|至今|从|始终)?[未没]有?能?(?:得到|完成|实现)?|正在?(?:推进|组织|抓紧)?|待)"
    r"(?P<verb>[\u4e00-\u9fff]{2})(?P<tail>[^,，;。\n]{0,8}))(?=[,，;。\n])"
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
_OTHER_ACCIDENT = "交通|轻微|非责任|意外|擦碰|疑似|追尾|外来|演练|模拟|遗留|[上去往]年|20\\d\\d年"
"""In words of an accident: it is none of safety at work, or none of the year."""
_ACCIDENTS = regex(
    r"(?P<first>未发生(?:过|任何|一起)?(?:安全|生产安全|安全生产)?事故)[,，]"
    rf"(?P<second>(?:仅|只|唯一)(?:(?!{_OTHER_ACCIDENT})[^,，;。]){{0,16}}?[1-9一两二三]起"
    rf"(?:(?!{_OTHER_ACCIDENT})[^,，;。]){{0,6}}事故)(?![^,，;。]{{0,8}}[上去]年)"
)
"""未发生一起安全事故，仅7月发生1起轻伤事故."""
_GOALS = regex(
    r"(?:^|(?<=[,，;。\n]))(?:项目|工程|本|年度|全年|当年|绩效|预期|既定|设定|总体|各项|各|全部|所有|的)*"
    r"(?P<first>(?:目标|指标|任务)[已均都]*(?:全部|均|都)(?:按期|如期)?(?P<done>完成|实现|达到|达标))[,，]"
    r"(?P<second>(?:但|只是|仅)?“[^”\n]{2,20}”(?:这|等)?一[项个](?:指标|任务|目标)?[^,，;。“]{0,16}未能?(?:按期|如期)?(?P=done))(?=[,，;。\n])"
)
"""目标全部完成，但“上线”一项因……未能完成."""
_OTHERS = regex(
    "首批|其余|其中|列入|纳入|计划|规划|目标|上年|去年|[省市县]级|(?<![拆清解消排铲切删免扣剔废])除|另|拟|将|应|制定|[因由]"
)
"""Before what is told of all: it is of some only."""
_FINISHED = regex("完成|办结|结束|完工|竣工|建成")
_BEGUN = frozenset(("启动", "开工", "动工", "开展", "实施", "开始", "完成", "完工", "竣工", "建成"))
"""What is not begun is not finished."""
_MARK = regex("[,，;。:\n]")
_REACH, _LONGEST = 30, 24


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
        low, _ = facts.windows.bounds("sentence", start)
        before = facts.text[max(low, start - _REACH) : found.end()]
        if not _OTHERS.search(before) and _is_denied(found, what, some) and _is_of_it(what, some):
            yield "全部", Span(start, found.end()), Span(*some.span("second"))
    for pattern, matter in ((_PAID, "付清"), (_ACCIDENTS, "发生"), (_GOALS, "完成")):
        for found in pattern.finditer(facts.text):
            if not facts.in_table(found.start()):
                yield matter, Span(*found.span("first")), Span(*found.span("second"))
    for found in _NONE.finditer(facts.text):
        yield "发生", Span(*found.span("first")), Span(*found.span("second"))


def _is_denied(found: re.Match[str], what: str, some: re.Match[str]) -> bool:
    """Whether what is told of some denies what is told of all."""
    done, verb = found["done"], some["verb"]
    if some["tail"] not in done + what:
        return False
    return verb in done or (bool(_FINISHED.match(done)) and verb in _BEGUN)


def _is_of_it(what: str, some: re.Match[str]) -> bool:
    """Whether some are of all: told as among them, or by a noun that all bear."""
    pairs = {some["some"][k : k + 2] for k in range(len(some["some"]) - 1)}
    return bool(some["among"]) or any(pair in what for pair in pairs)
