"""What is told never to have come about, and so many times elsewhere, however far apart.

没有发生任何设计变更 in one chapter, 办理设计变更4次 in another. Only what comes about at times is
meant (变更, 停工, 投诉), told by the same word; what bears another's name, year or grade is left.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.nearby import moments_within
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.model import Span
from linter.regexes.late import regex

_EVENTS = (
    "变更|事故|投诉|上访|信访|举报|纠纷|火灾|拖欠|欠薪|超支|停工|返工|违规|违约|延期|逾期|退货|故障|中断|停水|停电"
    "|流标|废标|质疑|损坏|丢失|差错|漏发|错发|诉讼|处罚|事件|溺水|伤亡|死亡|流失|失信|串标|转包|分包|索赔|签证"
)
_WORD = "(?:(?![的了未无没不均都已各为在和与及])[\u4e00-\u9fff])"
_NEVER = regex(
    r"(?:从未|从没有?|未曾?|没有?|并?无|不存在|零(?=[^,，;。]{2}))(?:再|曾|有)?"
    r"(?:发生|出现|产生|办理|进行|收到|接到|发现|查出|存在|受理)*(?:过|任何|一起|一[例件次宗笔项处]|的)*"
    rf"(?P<what>{_WORD}{{0,4}}?(?:{_EVENTS}))(?:现象|情况|问题|行为|记录|事项)?(?=[,，;。)\n]|$)"
)
_GRADE = regex("重大|较大|特大|严重|恶性|一般|轻微|以上|责任|群体|任何")
"""In what never came about: it is of a grade, of which not all are."""
_OTHER = regex(
    r"[上往去前次明下]一?[年期批]|历年|其[他它余]|另|除|目标|计划|以[内下上]|不超过|标准|若|如(?!期)|拟|预计|可能|防止|防范|避免"
    r"|演练|预案|案例|培训|宣传|模拟|检查时|此前|过去|以往|历史|遗留|全[省市国县]|转办|规定|法人|法定代表|户主|账户|同[类行]|周边|邻|外单位|对比|相比|轻微|一般|疑似"
    r"|立项前|[施建造修]前|年均|调解|化解|查处|法院|律师|调委|允许|限|应急|处置能力|≤|<|约定|每|或"
)
_PARTS = regex(
    "[^,，;。、\\s]*?(?:[镇乡村县区社厂站馆院校园队所户]|街道|标段|公司|[一二三四首]期|部门|季度|半年|[1-9\\d]月|工程)"
)
"""Before a statement in its clause: of whom, or when, it is told."""
_WHOLE = regex(
    "(?:本|全|我|各|所有|全体)(?:[镇乡村县区社厂站馆院校园队所]|部门)|[本该]工程|项目区|项目所|园区"
)
_LINK = regex("(?:共计?|[有为是计达了]|先后|数量?|次数|起数|件数|金额|增加|约)*$")
_CLOSED = regex("(?:[,，;。、)\n已均都全后及和]|$)")
_COUNTED = ("person", "household", "day", "time", "times", "money")
_NEAR, _REACH, _MOST = 6, 30, 24


def never_but_often(facts: Facts) -> Iterator[tuple[str, Span, Span]]:
    """Each matter with the two statements, in order of place."""
    for found in list(_NEVER.finditer(facts.text))[:_MOST]:
        what, start = found["what"], found.start()
        if _GRADE.search(what) or facts.in_table(start) or facts.in_target_section(start):
            continue
        if _is_of_a_part(facts, start) or _is_of_others(facts, start, found.end()):
            continue
        told = next(_told(facts, what, found.span()), None)
        if told is not None:
            first, second = sorted((Span(*found.span()), told), key=lambda span: span.start)
            yield "有无", first, second


def _told(facts: Facts, what: str, never: tuple[int, int]) -> Iterator[Span]:
    """Where so many of them are told, elsewhere."""
    at = facts.text.find(what)
    while at >= 0:
        end = at + len(what)
        outside = end <= never[0] or at >= never[1]
        span = _numbered(facts, at, end) if outside and not facts.in_table(at) else None
        if span is not None and not facts.in_target_section(at):
            low, high = span.start, span.end
            if not _is_of_a_part(facts, low) and not _is_of_others(facts, low, high):
                yield span
        at = facts.text.find(what, end)


def _numbered(facts: Facts, at: int, end: int) -> Span | None:
    """A word with the number of it right behind, or right before."""
    behind = facts.within(end, end + _NEAR)[:1]
    if behind and _LINK.fullmatch(facts.text, end, behind[0].start) and _counts(behind[0]):
        return Span(at, behind[0].end)
    before = facts.before(at)
    if before is None or not _counts(before) or not _CLOSED.match(facts.text, end):
        return None
    between = facts.text[before.end : at]
    return Span(before.start, end) if between in ("", "的") else None


def _counts(figure: Quantity) -> bool:
    counted = figure.dimension.startswith("count:") or figure.dimension in _COUNTED
    return counted and figure.printed > 0 and figure.hedge not in ("under", "above")


def _is_of_a_part(facts: Facts, at: int) -> bool:
    """Whether the words of a clause before a statement say of whom, or of when, it is told."""
    low, _ = facts.windows.before("clause", at, _REACH)
    return _PARTS.search(_WHOLE.sub("", facts.text[low:at])) is not None


def _is_of_others(facts: Facts, start: int, end: int) -> bool:
    """Whether words around a statement tell of another year or case, or are no statement."""
    low, high = facts.windows.around("clause", start, end, _REACH)
    years = {m.year for m in moments_within(facts, low, high) if m.year}
    return bool(years - {facts.year}) or _OTHER.search(facts.text, low, high) is not None
