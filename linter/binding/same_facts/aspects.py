"""What is told to be so, or not to be so: 闸门已装好, 闸门还没装.

An aspect is what may be told of many things (完工, 支付). A word of it tells that it is not so
behind a negation, that it is so only beside a mark that it came about (已, 全部, a day before it;
了, 好, 完毕 behind it). Plans, conditions and rules tell neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from linter.facts.facts import Facts
from linter.language.needs import Spec
from linter.regexes.late import regex

_ADVERB = (
    r"(?:能够?|全部|全线|完全|再|有|被|曾|完成|组织|进行|正式|及时|按时|按期|如期|通过|办理|开展|实施|予以"
    r"|经过?|做到|得到|足额|上网|一并|真正|统一|顺利|实际|最终|最后|竣工|交工|完工|拨付|缴纳|向[^,，;。]{1,5})"
)
_NOT = regex(
    rf"(?:未(?:能|曾)?|没有?(?:能|法)?|不曾|无法){_ADVERB}{{0,3}}$"
    rf"|(?:没有?|无)一[^,，;。]{{1,4}}$|一[^,，;。\d]{{1,3}}[也都]?(?:未|没有?){_ADVERB}?$"
    r"|(?:要到|须到|待|等)[^,，;。]{0,12}(?:才|再|方)[能可]?$"
)
_SO = regex(
    r"(?:已经?|业已|均|都|全部|全线|全数|悉数|如数|足额|如期|按期|按时|顺利|确|就|便"
    r"|[年月日号](?:底|末|初|[上中下]旬)?)[\u4e00-\u9fff]{0,5}$"
)
_UNDONE = regex(r"[未没将拟待欠缺]|计划|预计|打算")
_DONE = regex(
    r"了|过(?!程)|完毕|完成|到位|到[货账户人村校]|入库|合格|齐全|妥当|好了|起来了|以来|至今"
)
_HAS = regex(r"(?:已经?|业已)(?:全部|足额|全面|正式|如数|按期|如期)?$")
_OBJECT = regex(r"[\u4e00-\u9fff“”《》]{1,10}(?<!的)(?:[,，;。]|$)")
_GOAL = regex(
    r"[\u4e00-\u9fff]{2,8}\d*[\u4e00-\u9fff]?[”\"」]?[:,，](?:全年|本年|年内|当年|实际|已|全部|均)*"
    r"(?P<no>未|没有?)?(?:能|已|全部)*完成[,，;。]"
)
"""Behind a word: an indicator that is named by it (更换电梯1部), and whether it was reached."""
_NAMED = regex(r"(?:工作|手续)?[虽也均]?已(?:经|全部)?(?:通过|完成|办结|结束|办妥|办完|到位)")
_STOP = regex(r"(?:起来?|至今|完|好|上了?|在)?(?:[,，;。)、]|$|并(?!网)|且|后[,，]?)")
_NEITHER = regex(
    r"将|拟|计划|预计|应[当该]?(?!急|用|[\u4e00-\u9fff]{1,2}的)|须|需|要(?!求|闻|点)|待(?!遇)|能否|是否|若(?!干)"
    r"|如(?:果|遇|有)|一旦|争取|力争|打算|方可|才能|可(?!研|行)|目标|确保|尽快|下一步|建议|准备|定[于在]|原定|[凡每]"
    r"|不得|必须|约定|才算|避免|防止|杜绝|不[会再是]|并非|限期|以便|有望|当时|[上去往前]年|以[往前]|此前|原先"
    r"|反映|投诉|举报|误[以报记]|\d月[\d日底末初]*[^,，;。]{0,4}检查时"
)
_BEFORE = regex(
    r"[^,，;。]{0,3}时[,，]|(?:财务)?(?:决算|结算|审计|备案|资料|图纸|报告|档案|台账)"
    r"|[^,，;。]{0,6}(?:之前|以前|[\u4e00-\u9fff]{0,4}前[,，不就先]|的话|不得|之日|期限|时限|率"
    r"|标准|条件|要求|比例|单价)"
)
"""Right behind a word: it is no state, but a term, a condition or a name."""
_ENDED = "完好上成齐清讫"
_NO = regex("[未没无一待等到]|完成")
_MARK = regex(r"[,，;。:!?\n|]")
_BACK, _AHEAD = 14, 12
_LONGEST = 90
_MOST = 240


class Aspect(Spec, frozen=True):
    """What may be told of many things (完工, 支付)."""

    name: str
    verbs: tuple[str, ...] = ()
    """Its words: behind a negation they deny it, beside 已, 全部 or 了 they hold it."""
    so: tuple[str, ...] = ()
    """Words that alone hold it."""
    not_so: tuple[str, ...] = ()
    """Words that alone deny it."""
    later: tuple[str, ...] = ()
    """Aspects that come later in the course: where they are held, this one is."""


class Mention(Struct, frozen=True):
    """Where a state is told: its piece between two marks, with its word."""

    low: int
    start: int
    end: int
    high: int
    is_so: bool


def mentions(facts: Facts, aspect: Aspect, *, is_so: bool) -> list[Mention]:
    """Where running text holds (or denies) an aspect, in order."""
    known = facts.commonness
    found: dict[int, Mention] = {}
    for words, alone in ((aspect.verbs, None), (aspect.so, True), (aspect.not_so, False)):
        for word in words:
            for at in _places(facts.text, word) if word[:2] in known else ():
                if alone is is_so or is_so or _NO.search(facts.text, at - _BACK, at):
                    mention = _mention(facts, at, at + len(word), alone)
                    if mention and mention.is_so is is_so:
                        found[at] = mention
    return sorted(found.values(), key=lambda m: m.start)[:_MOST]


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _mention(facts: Facts, start: int, end: int, alone: bool | None) -> Mention | None:
    text = facts.text
    if facts.in_table(start):
        return None
    low, high = _piece(text, start, end)
    before, behind = text[max(low, start - _BACK) : start], text[end : min(high + 1, end + _AHEAD)]
    negation = _NOT.search(before)
    until = start - len(before) + negation.start() if negation else start
    if _NEITHER.search(text, low, until) or _BEFORE.match(behind):
        return None
    if negation and behind.startswith("验收"):  # 未竣工验收: it may be 竣工 all the same
        return None
    if alone is not None or negation:
        is_so = alone is not None and alone is (negation is None)
        return Mention(low, start, end, high, is_so)
    goal = _GOAL.match(text, end)
    if goal is not None:
        return Mention(low, start, end, goal.end() - 1, goal["no"] is None)
    if _came_about(before, behind, text[end - 1]):
        return Mention(low, start, end, high, True)
    return None


def _came_about(before: str, behind: str, last: str) -> bool:
    """Whether words around a word that nothing denies tell that it came about."""
    marked = _SO.search(before)
    if marked and _UNDONE.search(marked[0]):
        return False
    if last in _ENDED or _DONE.match(behind) or _NAMED.match(behind):
        return True
    if _HAS.search(before) and _OBJECT.match(behind):
        return True
    return bool(marked and (_STOP.match(behind) or behind.startswith("的")))


def _piece(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words around a word begin and end, between two marks."""
    before = text[max(0, start - _LONGEST) : start]
    mark = _MARK.search(text, end, end + _LONGEST)
    high = mark.start() if mark else min(len(text), end + _LONGEST)
    return start - len(_MARK.split(before)[-1]), high
