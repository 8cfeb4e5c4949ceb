"""Figures that stand where they may be of another thing than those beside them, or of a part."""

from __future__ import annotations

import itertools

from linter.binding.nearby import BRACKETED
from linter.binding.relations.reasons.told import Told
from linter.binding.relations.rivals import is_of_another_kind, is_of_year_before
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_ALL_GOT = regex("[,，](?:得|获|均得|计)?(?:满分|不扣分?|[未没]有?扣分)[,，;。]")
"""Behind a rate: the marks before it were all got."""
_BESIDE = ("percent", "percent-point", "score", "times", "age")
"""Figures that may stand between others without being of another thing."""
_AMONG = regex(
    r"其中(?!:?(?:\d{4}年|上年|去年|本年|今年|(?:预算|计划|应[\u4e00-\u9fff])[数为]?\d))"
)
"""Before a part; before years, or a bare plan, it only gives the figures."""
_WITHIN = regex(r"\((?:其中)?(?:含|包括|包含)[^(),，;。\d]{0,10}$")
"""Before what a bracket says is within the figure before it: 55万元（含追加的50万元）."""
_REASON = regex("原因|由于|因为|主要是")
_ADDED = regex("[,，;。](?:再)?加上")
"""Before what is added to a figure: what they come to is no figure to hold its change against."""
_SHARE_OF = regex("[,，]?约?占[^,，;。:\\d]{0,14}")
"""Between a figure and the share that it is of something."""
_RESPECTIVELY = regex("分别|依次|各")
_JOINED = regex("[、和,，]")
_COMMA = regex("[,，]")
_RATE_OF = regex("(?:^|[,，、;:])([\u4e00-\u9fff]{2,14}?)(?:率|进度|比例)(?:为|是|达到?|仅)?$")
_STAGE = regex("上半年|季度|月[底末份]|年中|中期|监控")
"""In what a rate is of: a stage, behind which the year's figures stand."""
_ANY_RATE = regex(
    "^(?:全年|年度|本年度?|当年|总体|整体|总|综合|其|该|实际|20\\d\\d年度?)*"
    "(?:部门|项目|预算|资金|经费|财政|专项|补助)*(?:预算|资金|经费)?"
    "(?:执行|支出|支付|使用|到位|拨付|完成)?$"
)
"""What a rate is of before its figures, and what says no more than that it is a rate."""
_CLOSE, _OWN, _INSIDE = 2, 14, 16
"""Within how many characters figures are joined, a part's own share stands behind it, and what is
within a figure behind its bracket; 100%."""


def is_one_of_several(told: Told) -> bool:
    """Whether several figures are told at once, each of others: 增幅分别为15%和20%.

    So they are where each has its own in brackets: 内容97.39%（596份），环境98.20%（601份）.
    """
    derived = told.derived
    if derived.dimension == "percent" and any(_is_of_another_rate(told, f) for f in told.operands):
        return True
    return _RESPECTIVELY.search(told.words) is not None or any(
        f.dimension == derived.dimension
        and f.hedge is None
        and _JOINED.fullmatch(told.text, min(f.end, derived.end), max(f.start, derived.start))
        for f in told.facts.around(derived, derived.start - _CLOSE, derived.end + _CLOSE)
    )


def _is_of_another_rate(told: Told, operand: Quantity) -> bool:
    """Whether an operand stands alone in brackets right behind another rate."""
    text, before = told.text, told.facts.before(operand.start)
    if before is None or before.start == told.derived.start or before.dimension != "percent":
        return False
    return text[before.end : operand.start] == "(" and text.startswith(")", operand.end)


def is_parted(told: Told) -> bool:
    """Whether 其中 or the like stands between, so that one is of a part and another not."""
    text, derived = told.text, told.derived
    first, last = (pick(f.start for f in told.operands) for pick in (min, max))
    bracketed = text.startswith("(", derived.end) and first > derived.start
    if bracketed and text.find(")", derived.end, last) < 0:
        return False
    if last > derived.start and any(
        words.search(text, derived.end, last) for words in (_AMONG, _REASON, _ADDED)
    ):
        return True
    if _WITHIN.search(text, derived.start - _INSIDE, derived.start):
        return True
    first = min(f.end for f in told.operands)
    # a bracket closed before has parts of its own: 386万元（其中人员六成），……412万元
    between = BRACKETED.sub("", text[first : derived.start])
    return any(word in between for word in told.relation.parted)


def is_of_another(told: Told) -> bool:
    """Whether an amount of another kind stands between the figure and the nearest operand.

    What a bracket of its own has is of what it stands behind.
    """
    low, high = told.derived.end, min(f.start for f in told.operands)
    if told.before:
        low, high = max(f.end for f in told.before), told.derived.start
    kinds = {f.dimension for f in told.figures.values()} | {*_BESIDE}
    between = (f for f in told.facts.within(low, high) if f.dimension not in kinds)
    aside = [found.span() for found in BRACKETED.finditer(told.text, low, high)]
    return any(
        f.start not in told.facts.spoken
        and not any(first < f.start < last for first, last in aside)
        for f in between
    )


def is_in_another_clause(told: Told) -> bool:
    """Whether a semicolon parts a rate that nothing names from all that it may be of."""
    return told.relation.weak and told.is_apart


def has_its_own_count(told: Told) -> bool:
    """Whether the words that lead to the rate count others of their kind than the operands.

    抽查12个图斑，11个达标，1个因干旱成活率仅为71%.
    """
    if not told.relation.weak or len(told.before) < len(told.operands):
        return False
    between = told.facts.within(max(f.end for f in told.before), told.derived.start)
    return any(
        f.dimension == told.operands[0].dimension
        and not _COMMA.search(told.text, f.end, told.derived.start)
        for f in between
    )


def has_other_marks(told: Told) -> bool:
    """Whether the rate has marks of its own in an earlier clause, or these have another rate.

    决策10分得9.5分，为95%；过程20分得18.4分. 决策93.5%(15分得14.03分)，产出96.2%. Or it tells why
    nothing was lost: 质量6分，合格率100%，满分，数量8分得7.6分.
    """
    if told.derived.dimension != "score":
        return False
    text, low = told.text, told.clause[0]
    if any(f.dimension == "score" and text[f.start - 1] == "各" for f in told.operands):
        return True
    rates = [f for f in told.operands if f.dimension == "percent"]
    if any(_ALL_GOT.match(text, f.end) for f in rates):
        return True
    opened = text.rfind("(", low, told.derived.start)
    if opened > low and text.find(")", opened, told.derived.start) < 0 and text[opened - 1] == "%":
        return any(rate.end != opened for rate in rates)
    clauses = [told.facts.windows.bounds("clause", f.start) for f in rates if f.start < low]
    marks = ([f for f in told.facts.within(*c) if f.dimension == "score"] for c in clauses)
    return any(len(own) > 1 for own in marks)


def is_of_what_is_right_before(told: Told) -> bool:
    """Whether a share is of what stands right before it, and that is not the part here.

    外出务工1.9万人，占人口的三成，……9件中有6件. 大型17家，……小微合计180家，占90%. 3家承担9项，
    经费120万元，占20%.
    """
    before = told.facts.last_before(told.derived, 1)
    gap = before and _SHARE_OF.fullmatch(told.text, before[0].end, told.derived.start)
    if not gap:
        return False
    one, alike = before[0], before[0].dimension == told.operands[0].dimension
    if one is told.figures.get("whole"):
        return sum(f.dimension == one.dimension for f in told.near) > len(told.operands)
    return not alike and one.dimension != "percent"


def is_of_the_next(told: Told) -> bool:
    """Whether an operand behind the figure has one of the kind of its own behind it."""
    last = max(told.operands, key=lambda f: f.start)
    if last.start < told.derived.end or told.text.startswith("(", told.derived.end):
        return False
    behind = told.facts.within(last.end, last.end + _OWN)
    return bool(behind) and behind[0].dimension == "percent"


def is_of_what_is_before(told: Told) -> bool:
    """Whether a rate is of a part or a stage that none of the figures behind it is told of.

    基本支出执行率99.8%，项目支出执行率86.2%，部门预算1260万元，实际支出1206万元.
    """
    text, derived = told.text, told.derived
    if told.before or text.startswith(("(", ":"), derived.end):
        return False
    among = told.facts.within(told.sentence[0], derived.start)
    if not (_STAGE.search(told.words) or any(f.dimension == "percent" for f in among)):
        return False
    named = _RATE_OF.search(told.words)
    name = _ANY_RATE.sub("", named[1]) if named else ""
    end = max(f.end for f in told.operands)
    return len(name) > 1 and name[:2] not in text[derived.end : end]


def is_behind_another(told: Told) -> bool:
    """Whether another rate stands between the operands: the first of them belongs to it.

    Or behind all of them, with an amount of its own behind that: 少9万元，降3%，少4万元，降9%.
    """
    ends = sorted(f.end for f in told.before)
    if len(ends) < 2 or any(role.far for role in told.relation.roles.values()):
        return False
    behind = itertools.dropwhile(
        lambda f: f.dimension != "percent", told.facts.within(ends[-1], told.derived.start)
    )
    if any(f.dimension == told.operands[0].dimension for f in behind):
        return True
    return any(
        f.dimension == "percent"
        and not ("base" in told.relation.roles and _has_a_whole(told.facts, f))
        and not is_of_another_kind(f, told.derived, told.text)
        and not ("base" in told.relation.roles and is_of_year_before(told.facts, f, told.derived))
        and told.text.count("(", ends[0], f.start) == 0
        for f in told.facts.within(ends[0], ends[-1])
    )


def _has_a_whole(facts: Facts, rate: Quantity) -> bool:
    """Whether a rate stands right behind what it is of: 预算数25200万元的8.9%."""
    before = facts.last_before(rate, 1)
    return bool(before) and facts.text[before[0].end : rate.start] == "的"


def is_behind_among(told: Told) -> bool:
    """Whether only rates follow 其中: 支出266万元，执行率95%，其中结转资金执行率100%.

    An operand that stands behind the rate tells of the part itself: 其中的44%，计338户.
    """
    last, end = max(f.end for f in told.operands), told.derived.start
    at = told.text.find("其中", last, end) if last <= end else -1
    kinds = {figure.dimension for figure in told.operands}
    return at >= 0 and not any(f.dimension in kinds for f in told.facts.within(at, end))
