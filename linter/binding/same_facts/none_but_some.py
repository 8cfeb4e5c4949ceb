"""Things told to be none, and a number of them: 群众投诉为零，受理的5件群众投诉均已办结.

The number stands at the name, with a kind of it between (1起坍塌安全事故), or parts it: 无空置住房,
空置的11套住房. What is told of two whose names stand before both is of two.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.model import Span
from linter.regexes.late import regex

_NOUN = "(?:(?![的了未无没不均都已各为])[\u4e00-\u9fff])"
_DONE = (
    "组织|发生|召开|举办|举行|收到|接到|出现|产生|引进|开展|收取|受理|新增|存在|安排|发现|查出|购置"
)
_DONE += "|进行"
_NONE = regex(
    rf"(?<![有毫从])(?:(?:未|没有?|不)(?:再|曾|有)?(?P<verb>{_DONE})+|没有(?=[^,，;。]{{3}})|不涉及|并?无"
    "|零(?=违|事|投|差|拖|缺))"
    rf"(?:过|任何|一起|一[例件次])*(?P<what>不?{_NOUN}{{2,10}})(?=[,，;。:])"
    rf"|(?:(?<=[,，;。\n中])|^)(?P<named>[不未]?{_NOUN}{{2,9}}?)数?[为是](?:零|0[起件次个例人户宗]?|无)(?=[,，;。])"
)
_OTHER = regex(
    r"[上往去前]一?年|上期|历年|其他|其余|另|除|[较比]|目标|计划|以[内下上]|不超过|标准|若|如|拟|预计|累计|一般|县外|原[因有]|代管"
    r"|年初|收回|偿还|归还|形成|演练|20\d\d年|轻微|捐赠|自有|[^,，;]区$"
)
_YEARS = regex(
    r"年内|本?年度?|全年|当年|本项目|项目|学校|本单位|现象|情况|(?:发生)?(?:数量?|起数|件数|次数)$"
)
_TIMES = regex(
    r"[\d至到]|[一二三四五六七八九十]+[季月]|[全当本]?年[度中内初末底]*|月份?|日|截至|目前|现|期间|期内|该|本|我|各|所有|全部"
    rf"|全[县市区镇校院]|{_DONE}|其中|尚|仍|有|共|因|所|的|[处办][理结]|评价|项目|学校|中心|单位|村里|并|资金|支出|培训|^[对将就]|[,，]"
)
"""Words before a name that name no other of whom it is told."""
_EACH = regex("全部|所有|各")
_NARROW = regex("[月日季]|(?<![本全我各])[镇乡村]$|半年|不意味|并非|不是|不等于|不代表")
_PLAIN = regex("[^,，;。:、\\d非不无未]*")
_STANDS_FOR = regex(
    '(?:空白|留空|空[格项]|[栏列]|符号|横[线杠]|斜[线杠]|[×√○*#/—-]|[“"][^“”"]{1,3}[”"])[^,，;。\\d]{0,8}'
    '(?:表示|代表|意为|意指|[是系均]?指|即为?|[视记]?为|是)的?是?[“"]?$'
)
"""Before what a sign in a table stands for: 空白表示无节余."""
_COUNTED = ("person", "household", "money")
_GRAVE = regex("[重较特]大|严重|以上|恶性")
_LINK = regex("(?:数量?|资金|金额)?(?:共计?|[有为是计达])?")
_CAME = regex("(?<![未没不无或能])(?:发生|出现|产生|查出|发现)了?(?P<clause>[\u4e00-\u9fff]{2,10})")
_NEW = frozenset(("新增", "购置", "引进", "安排"))
"""What is told of new ones only."""
_REACH, _BETWEEN, _BEHIND, _SIGN = 70, 8, 2, 24


def none_but_some(case: Case) -> Iterator[tuple[str, Span, Span]]:
    """Each matter with the statement that there is none and a number of it behind that."""
    facts = case.facts
    for found in _NONE.finditer(facts.text):
        what = _YEARS.sub("", found["what"] or found["named"])
        if len(what) < _BEHIND or facts.in_table(found.start()) or _is_aside(facts, found.start()):
            continue
        if stands_for(facts, found.start()):
            continue
        _, high = facts.windows.behind("block", found.end(), found.end(), _REACH)
        numbers = (
            _numbered(facts, figure, what, found["verb"], found.end())
            for figure in facts.within(found.end(), high)
        )
        told = next(filter(None, numbers), None) or _said(facts, what, found.end(), high)
        if told and not _is_of_another(facts, found.start(), found.end(), told):
            yield "有无", Span(*found.span()), told


def stands_for(facts: Facts, at: int) -> bool:
    """Whether words right before a place say that a sign stands for what follows."""
    return _STANDS_FOR.search(facts.text, at - _SIGN, at) is not None


def _is_aside(facts: Facts, at: int) -> bool:
    """Whether a statement is but of the number before its bracket: 助餐点11个（无厨房，…）."""
    before = facts.before(at) if facts.text.startswith("(", at - 1) else None
    return before is not None and before.end == at - 1


def _numbered(facts: Facts, figure: Quantity, what: str, verb: str | None, low: int) -> Span | None:
    """A number of things with their name, or with what they are told to be."""
    counts = figure.dimension.startswith("count:") or figure.dimension in _COUNTED
    if not counts or figure.printed <= 0:
        return None
    before = facts.text[max(low, figure.start - _BETWEEN - len(what)) : figure.start]
    after = facts.text[figure.end : figure.end + _BETWEEN + len(what)]
    again = f"{verb}的"
    if verb in _NEW and verb not in before:
        return None
    behind, at = after.find(what), before.rfind(what)
    if behind >= 0 and _PLAIN.fullmatch(after, 0, behind):
        return Span(figure.start, figure.end + behind + len(what))
    if at < 0 or not _LINK.fullmatch(before, at + len(what)):
        at = max(
            (
                before.rfind(what[:k] + "的")
                for k in range(2, len(what) + 1)
                if what[k:] in before + after
            ),
            default=-1,
        )
    if at < 0 and not _GRAVE.search(what) and what[-_BEHIND:] not in after:
        at = before.rfind(again)
    if at < 0 or not _PLAIN.fullmatch(before, at + 1):
        return None
    return Span(figure.start - len(before) + at, figure.end)


def _said(facts: Facts, what: str, low: int, high: int) -> Span | None:
    """Where things are told to have come about, or which they are: 超标的是7月."""
    for found in _CAME.finditer(facts.text, low, high):
        at = found["clause"].find(what)
        if at >= 0:
            return Span(found.start(), found.start("clause") + at + len(what))
    for length in range(2, len(what) + 1):
        for so in ("的是", "的有"):
            at = facts.text.find(what[:length] + so, low, high)
            if at > low and facts.text[at - 1] in ",，;。":
                return Span(at, at + length + len(so))
    return None


def _is_of_another(facts: Facts, start: int, end: int, told: Span) -> bool:
    """Whether words part the two statements, or another's name stands before the second."""
    if _OTHER.search(facts.text, start, told.end):
        return True
    first, second = _head(facts, 0, start), _head(facts, end, told.start)
    if _NARROW.search(first):
        return True
    return not _EACH.search(first) and bool(_TIMES.sub("", first) and _TIMES.sub("", second))


def _head(facts: Facts, low: int, at: int) -> str:
    """What stands in a clause before a place."""
    low = max(low, at - _REACH)
    return facts.text[facts.behind_last(",，;。:\n", low, at) : at]
