"""A state and, right beside it, what cannot be so then.

尚未通过验收，验收意见书编号为3号; 均未备案，备案率100%; 已竣工验收，须待验收后编制决算;
除东乡已完工外，其余各乡均已完工; 尚未运行；自6月运行以来…….
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.names import pairs
from linter.facts.facts import Facts
from linter.model import Span
from linter.regexes.late import regex

_NOT = "(?:尚未|仍未|还未|暂未|均未|都未|至今未|一直未|没有|还没有?|未)能?"
_HAS = "(?:均|都|业)?已经?"
_STEP = "验收|决算|结算|审计|批复|备案|开工|完工|竣工|交付|移交|上线|测评|评审|审批|登记"
_VERB = (
    f"{_STEP}|动工|建成|通水|通车|通电|投用|投产|启用|运行|支付|付清|拨付|发放|到账|到位|整改|安装|接入|采购"
    "|签订|搬迁|拆除|改造|投入使用|营业|完成"
)
_EXCEPT = regex(
    rf"除(?P<some>[^,，;。\n]{{2,30}}?(?:(?P<no>{_NOT})|{_HAS})(?:组织|通过|完成|办理|进行|得到|竣工|完工|交工)*"
    rf"(?P<verb>{_VERB})(?:完成|完毕|到位)?)[之以]?外[,，](?P<rest>(?:其余|其[他它]|剩余|余下)[^,，;。\n]{{1,40}})"
)
_SAID_SO = regex(
    rf"(?:{_NOT}|已经?|均|都|全部)(?:于|在)?(?:组织|通过|完成|办理|竣工|完工|顺利|如期|按期|全部|得到)*$"
)
_PLAIN_END = regex("(?:完成|完毕|到位|了)*")
"""Before and behind what is told of the others: nothing but that it is so, or not."""
_OTHERWISE = regex(
    r"\d月|\d日|提前|先[行期]|率先|[足超]额|[按如]期|自筹|部分|单独|另行|由|计划|应|自愿|预付|首付"
)
"""What is told of some, that is not told of the others."""
_TO_COME = regex("计划|预计|拟|将|待|须|需|应|正|争取|力争|确保|要|尚在|仍在|还在|后|目标")
_DENIES, _HOLDS = regex(_NOT), regex("已|[通完][过成]了")
_ALL = regex("(?:均|都|全部)(?:顺利|如期|按期|按时)?$")
_WAITS = regex(
    rf"(?P<one>{_HAS}(?:组织|通过|完成|办理|进行|顺利|予以)*(?:竣工|完工|交工)?(?P<verb>{_STEP}))"
    r"(?:完成|完毕)?(?:[,，](?:相应|其|该|有关|相关|对应)[^,，;。\n]{0,24})?[,，]"
    r"(?P<other>[尚还仍且故并]*[须需要]*[待等](?:竣工|完工|交工)?(?P=verb)[之以]?后)"
)
_PAID_WAITS = regex(
    r"(?P<one>(?:尾款|余款|质保金|保证金|剩余款项?|合同款|欠款|价款)[^,，;。\n]{0,12}?(?:均已?|已经?|全部)+(?:全部|足额|一次性)*"
    r"(?:付清|结清|支付|付讫|退还|返还)(?:完毕|到位)?)[,，;]"
    r"(?P<other>(?:尚|仍|还|且|并|故)*[须需要]*[待等][^,，;。\n]{1,24}(?:期满|到期|届满|合格|通过|结束|完成)[之以]?后再?(?:一次性|据实|全部|无息)*"
    r"(?:付清|结清|支付|付讫|退还|返还|拨付))(?=[,，;。\n]|$)"
)
"""尾款已全部付清，待质保期满后结清: what is paid waits for nothing."""
_BUT = regex("(?:除|扣|留)[^,，;。\n]{1,30}[外后][,，][^,，;。\n]{0,20}$")
"""Before what is paid: but what waits is kept back (除3%质保金外，)."""
_BUDGET = regex(
    r"(?:^|(?<=[,，;。:\n]))(?P<one>(?:项目|本年度)预算(?:均|都|一直)?(?:未|没有|未曾)(?:发生|进行|作出?|做)?(?:过|任何)?调整)[,，]"
    r"(?P<other>(?:经批准|经同意|年中|执行中)[^,，;。\d\n]{0,8}(?:追加|调减|调增)了?预算\d[\d,]*(?:\.\d+)?[万亿]?元)(?=[,，;。\n]|$)"
)
_WAITS_FIRST = regex(
    r"(?P<one>(?:决算|结算|审计|评估|评价|验收|测评|鉴定|检测|评审|审核|考核|回访|调查)(?:工作)?"
    rf"{_HAS}(?:编制|组织|开展|进行|全部)?(?:完成|完毕|办结|结束))[,，]"
    r"(?P<other>[尚还仍]*[须需要]*[待等][^,，;。\n]{1,12}[之以]?后[才再方]?[能可]?(?:开展|编制|进行|组织))(?=[,，;。\n])"
)
_SINCE = regex(
    rf"(?P<one>{_NOT}(?:正式|全面|投入)*(?P<verb>运行|运营|使用|启用|投用|开放|营业|上线|投产|通车|开馆|供[水热]|通水))"
    r"[,，;](?:[^,，;。\n站厂馆楼桥路线区乡镇村系平中项]{1,14}[,，;])?"
    r"(?P<other>[自从](?:20\d\d年|[今去上本]年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[底初末]?起?(?:正式|全面|投入)*(?P=verb)(?:以来|至今))(?![,，][^,，;。]{0,2}[旧老原一])"
)
_ALL_BUT = regex(
    rf"(?P<one>(?:全部|所有)[^,，;。\n]{{1,20}}[均都](?:已经?|顺利|按期)*(?:完成了?)?(?P<verb>{_VERB})"
    r"(?:完成|完毕|到位|了|入住)?)[,，;]"
    r"(?P<other>(?:只有|唯有|唯独|仅有?)[^,，;。\n]{1,16}(?:[,，][^,，;。\n]{0,8}?)?"
    rf"{_NOT}(?:完成|得到|全部)*(?P=verb))(?=[,，;。\n]|$)"
)
_NUMBER = regex(
    rf"(?P<subject>[\u4e00-\u9fff]{{0,8}}?)(?P<one>{_NOT}(?P<what>(?:通过|取得|办理|领取|签[订署]|获得?|拿到|出具|完成)"
    r"[^,，;。\n]{0,16}|批复|备案|登记|核发))[,，]"
    r"(?P<other>[其该]?(?P<paper>[\u4e00-\u9fff]{0,8}?)(?P<mark>编号|[文证]号|合同号|登记号|注册号)[为是至到:]?"
    r"[A-Za-z\d\u4e00-\u9fff〔(\[-]{0,12}\d)(?![^,，;。\n]*的)"
)
_PAPERS, _PAPER = frozenset(("证书", "许可证")), regex("证|书|合同|批复|批文|[文证合][号同]")
_FAR = 60
_OLD = regex("[原旧另新]|上[一年]|此前|前期|补充|年检|复[审评核]|约定|履约|其[他它]|沿用|预留|用地")
_RATE = regex(
    rf"(?P<one>{_NOT}(?:完成|通过|办理|实现|得到)?[\u4e00-\u9fff]{{0,4}}?(?P<verb>{_VERB}))[,，]"
    r"(?P<other>[\u4e00-\u9fff]{0,4}?(?P=verb)(?:完成)?率均?(?:达到?|为|是)?100(?:\.0+)?%)(?=[,，;。\n]|$)"
)
_WHOLE = regex(
    rf"(?:^|[。;\n])(?![^,，;。\n]*(?:首批|除|外|到期|其中|分批))[^,，;。\n]{{0,16}}?(?P<one>(?:均已?|都已?|已?全部|全数|悉数)(?:顺利|如期|按期)?(?P<verb>{_VERB}))[,，]"
    r"(?P<other>(?P=verb)率(?:达到?|为|是|仅)?\d{1,2}(?:\.\d+)?%)(?=[。;\n]|$)"
)


def beside_state(facts: Facts) -> Iterator[tuple[str, Span, Span]]:
    """Each matter with the two statements that exclude each other."""
    for matter, pattern, holds in (
        ("除外", _EXCEPT, _is_no_exception),
        ("已办、待办", _WAITS, None),
        ("已办、待办", _WAITS_FIRST, None),
        ("已付、待付", _PAID_WAITS, _keeps_nothing),
        ("预算调整", _BUDGET, None),
        ("启用", _SINCE, None),
        ("全部", _ALL_BUT, None),
        ("办理", _NUMBER, _is_its_paper),
        ("完成率", _RATE, None),
        ("完成率", _WHOLE, None),
    ):
        for found in pattern.finditer(facts.text):
            if not facts.in_table(found.start()) and (holds is None or holds(found)):
                first, second = ("some", "rest") if pattern is _EXCEPT else ("one", "other")
                yield matter, Span(*found.span(first)), Span(*found.span(second))


def _keeps_nothing(found: re.Match[str]) -> bool:
    """Whether nothing is told, right before what is paid, to have been kept back from it."""
    return not _BUT.search(found.string, found.start() - _FAR, found.start())


def _is_no_exception(found: re.Match[str]) -> bool:
    """Whether of the others the same is told as of those that are excepted."""
    rest = found["rest"]
    before, verb, behind = rest.partition(found["verb"])
    if _OTHERWISE.search(found["some"]) or not (verb and _PLAIN_END.fullmatch(behind)):
        return False
    if not _SAID_SO.search(before):
        return False
    denied = _DENIES.search(before) is not None
    if found["no"] or denied:
        return denied and bool(found["no"])
    held = _HOLDS.search(before) or _ALL.search(before) or behind.startswith("了")
    return bool(held) and not _TO_COME.search(rest)


def _is_its_paper(found: re.Match[str]) -> bool:
    """Whether a paper with a number is that which was not had."""
    paper, what, mark = found["paper"], found["what"], found["mark"]
    if _OLD.search(found[0]):
        return False
    if not paper:
        return _PAPER.search(what + mark) is not None or mark[:2] in pairs(what)
    named = pairs(what) | {found["subject"][-2:]} - {""}
    return paper in _PAPERS or not pairs(paper).isdisjoint(named)
