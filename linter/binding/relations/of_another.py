"""Figures that may be of another thing, a part or a whole than those beside them."""

from __future__ import annotations

import itertools

from linter.binding.relations.rivals import is_its_amount, is_of_another_kind
from linter.binding.relations.told import Told
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.late import regex

_BESIDE = ("percent", "percent-point", "score", "times")
"""Figures that may stand between others without being of another thing."""
_AMONG = regex(
    r"其中(?!:?(?:\d{4}年|上年|去年|本年|今年|(?:预算|计划|应[\u4e00-\u9fff])[数为]?\d))"
)
"""Before a part; before years, or a bare plan, it only gives the figures."""
_ASIDE = regex(r"\([^()]*\)")
"""A bracket closed before a figure has parts of its own: 386万元（其中人员六成），……412万元."""
_REASON = regex("原因|由于|因为|主要是")
_ADDED = regex("[,，;。](?:再)?加上")
"""Before what is added to a figure: what they come to is no figure to hold its change against."""
_RESPECTIVELY = regex("分别|依次|各")
_JOINED = regex("[、和,，]")
_ALL = regex("(?:全部|全额|足额|均已?|已全)[^,，;。]{0,4}(?:支付|支出|付清|拨付|执行|使用|完成)")
_NAMED = regex("[,，;][^,，;即为计共达约是有]*[\u4e00-\u9fff]{2}[^,，;即为计共达约是有]*$")
"""Between a rate and a figure behind it: the name of another thing."""
_RATE_OF = regex("(?:^|[,，、;:])([\u4e00-\u9fff]{2,14}?)(?:率|进度|比例)(?:为|是|达到?|仅)?$")
_STAGE = regex("上半年|季度|月[底末份]|年中|中期|监控")
"""In what a rate is of: a stage, behind which the year's figures stand."""
_ANY_RATE = regex(
    "^(?:全年|年度|本年度?|当年|总体|整体|总|综合|其|该|实际|20\\d\\d年度?)*"
    "(?:部门|项目|预算|资金|经费|财政|专项|补助)*(?:预算|资金|经费)?"
    "(?:执行|支出|支付|使用|到位|拨付|完成)?$"
)
"""What a rate is of before its figures, and what says no more than that it is a rate."""
_MEASURE = regex("(面积|里程|长度|数量|人数|户数|资金|经费|总[额量数])(?:约|共)?[为是]$")
"""At the end of a clause: its figure measures all of something."""
_SHARED_OF = regex(r"[占为]([\u4e00-\u9fff]{2,20}?)的$")
_SHARED = regex(r"[,，]? ?(?:已|仅|约)?[占为]([\u4e00-\u9fff]{2,12}?)的(?=[\d约近超])")
"""Behind an amount, of which it is a share: it is not what it is a share of."""
_CLOSE, _OWN = 2, 14
"""Within how many characters figures are joined, and a part's own share stands behind it."""


def is_one_of_several(told: Told) -> bool:
    """Whether several figures are told at once, each of others: 增幅分别为15%和20%."""
    low, high = told.facts.own_lead(told.derived)
    if _RESPECTIVELY.search(told.facts.text, low, high):
        return True
    row = told.facts.around(told.derived, told.derived.start - _CLOSE, told.derived.end + _CLOSE)
    return any(
        f.dimension == told.derived.dimension
        and f.hedge is None
        and _JOINED.fullmatch(
            told.facts.text, min(f.end, told.derived.end), max(f.start, told.derived.start)
        )
        for f in row
    )


def is_of_the_next(told: Told) -> bool:
    """Whether an operand behind the figure has one of the kind of its own behind it."""
    if told.derived.dimension != "percent":
        return False
    last = max(told.operands, key=lambda f: f.start)
    if last.start < told.derived.end or told.facts.text.startswith("(", told.derived.end):
        return False
    behind = told.facts.within(last.end, last.end + _OWN)
    return bool(behind) and behind[0].dimension == "percent"


def is_of_what_is_before(told: Told) -> bool:
    """Whether a rate is of a part or a stage that none of the figures behind it is told of.

    基本支出执行率99.8%，项目支出执行率86.2%，部门预算1260万元，实际支出1206万元.
    """
    if told.derived.dimension != "percent" or any(
        f.start < told.derived.start for f in told.operands
    ):
        return False
    text, end = told.facts.text, max(f.end for f in told.operands)
    if text.startswith(("(", ":"), told.derived.end):
        return False
    lead = told.lead(told.derived)
    low, _ = told.facts.windows.bounds("sentence", told.derived.start)
    among = told.facts.within(low, told.derived.start)
    if not (_STAGE.search(lead) or any(f.dimension == "percent" for f in among)):
        return False
    named = _RATE_OF.search(lead)
    name = _ANY_RATE.sub("", named[1]) if named else ""
    return len(name) > 1 and name[:2] not in text[told.derived.end : end]


def is_named_behind(told: Told) -> bool:
    """Whether part or whole stand behind a rate by another name: 光纤占95%，移动用户19万户."""
    if not any(f.start < told.derived.start for f in told.operands):
        return False
    for name in ("part", "whole"):
        figure = told.figures.get(name)
        if figure is None or figure.start < told.derived.end:
            continue
        gap = told.facts.text[told.derived.end : figure.start]
        named = "(" not in gap and _NAMED.search(gap)
        if named and not (told.is_called(figure, name) or _is_its_whole(told, figure, gap)):
            return True
    return False


def _is_its_whole(told: Told, figure: Quantity, gap: str) -> bool:
    """Whether a figure behind a share is what that is said to be of, or measures all of it.

    占农户总数的20%，农户总数为800户; 水田有30亩，占20%，耕地面积为150亩.
    """
    if figure is not told.figures["whole"]:
        return False
    of = _SHARED_OF.search(told.lead(told.derived))
    if of is not None:
        return of[1] in gap
    measure = _MEASURE.search(gap)
    named = measure is not None and measure[1] not in told.lead(told.figures["part"])
    return named and told.is_slip


def is_what_it_comes_to(told: Told) -> bool:
    """Whether what would be the whole is what the rate comes to: 付50%即45万元."""
    whole = told.figures.get("whole")
    if whole is None or told.facts.text.startswith("(", told.derived.end):
        return False
    return is_its_amount(told.facts, whole, told.derived)


def is_lesser_whole(told: Told) -> bool:
    """Whether the whole stands behind the share and is less: 企业18.9亿元，占87.1%，高校……."""
    whole, part = told.figures.get("whole"), told.figures.get("part")
    if whole is None or part is None or whole.start < told.derived.start:
        return False
    return whole.value.high < part.value.low and not told.is_called(whole, "whole")


def is_all(told: Told) -> bool:
    """Whether words say that all was spent or done, so that no amount is told: 全部支付."""
    before = [f.end for f in told.operands if f.start < told.derived.start]
    return (
        told.derived.printed == 1
        and bool(before)
        and _ALL.search(told.facts.text, max(before), told.derived.start) is not None
    )


def is_listed_apart(told: Told) -> bool:
    """Whether an operand is one of several parts in brackets, and the figure stands behind."""
    text = told.facts.text
    for figure in told.operands:
        close = text.find(")", figure.end, told.derived.start)
        low, _ = told.facts.lead(figure)
        opened = text.rfind("(", low, figure.start)
        if close < 0 or opened < 0 or text.find("(", figure.end, close) >= 0:
            continue
        inside = told.facts.within(opened, close)
        alike = sum(f.dimension == figure.dimension for f in inside)
        if alike > 1 and _AMONG.search(text, opened, figure.start):
            return True
    return False


def is_itself_a_share(told: Told) -> bool:
    """Whether an operand has a share of its own of what the figure is a share of."""
    text = told.facts.text
    of = _SHARED_OF.search(told.lead(told.derived))
    own = (_SHARED.match(text, f.end) for f in told.operands)
    return of is not None and any(
        match and match[1] == of[1] and match.end() != told.derived.start for match in own
    )


def is_parted(told: Told) -> bool:
    """Whether 其中 or the like stands between, so that one is of a part and another not."""
    text = told.facts.text
    first, last = (pick(f.start for f in told.operands) for pick in (min, max))
    bracketed = text.startswith("(", told.derived.end) and first > told.derived.start
    if bracketed and text.find(")", told.derived.end, last) < 0:
        return False
    if last > told.derived.start and any(
        words.search(text, told.derived.end, last) for words in (_AMONG, _REASON, _ADDED)
    ):
        return True
    first = min(f.end for f in told.operands)
    between = _ASIDE.sub("", text[first : told.derived.start])
    return any(word in between for word in told.relation.parted)


def is_of_another(told: Told) -> bool:
    """Whether an amount of another kind stands between the figure and the nearest operand."""
    before = [f.end for f in told.operands if f.start < told.derived.start]
    low, high = (
        (max(before), told.derived.start)
        if before
        else (told.derived.end, min(f.start for f in told.operands))
    )
    kinds = {f.dimension for f in told.operands} | {*_BESIDE, told.derived.dimension}
    return any(
        f.dimension not in kinds and f.start not in told.facts.spoken
        for f in told.facts.within(low, high)
    )


def is_behind_another(told: Told) -> bool:
    """Whether another rate stands between the operands: the first of them belongs to it.

    Or behind all of them, with an amount of its own behind that: 少9万元，降3%，少4万元，降9%.
    """
    before = sorted(f.end for f in told.operands if f.start < told.derived.start)
    shared = any(role.far for role in told.relation.roles.values())
    if told.derived.dimension != "percent" or shared or len(before) < 2:
        return False
    text = told.facts.text
    behind = itertools.dropwhile(
        lambda f: f.dimension != "percent", told.facts.within(before[-1], told.derived.start)
    )
    if any(f.dimension == told.operands[0].dimension for f in behind):
        return True
    between = told.facts.within(before[0], before[-1])
    changing = "base" in told.relation.roles
    rivals = (
        f
        for f in between
        if f.dimension == "percent"
        and not (changing and _has_a_whole(told.facts, f))
        and not is_of_another_kind(f, told.derived, text)
    )
    return any(text.count("(", before[0], f.start) == 0 for f in rivals)


def _has_a_whole(facts: Facts, rate: Quantity) -> bool:
    """Whether a rate stands right behind what it is of: 预算数25200万元的8.9%."""
    before = facts.last_before(rate, 1)
    return bool(before) and facts.text[before[0].end : rate.start] == "的"
