"""All shares of a clause that words make the whole, however each of them is told.

They are as many as the kinds that are counted (三方人员构成), there are no others (再无其他), the
last is what is left (其余占), or they are of what is so and what is not (按时, 逾期).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import structs

from linter.binding.nearby import by_window
from linter.binding.summing import LEFT
from linter.binding.sums.shares.complete import NO_OTHERS
from linter.binding.sums.totals import Total
from linter.facts.facts import Facts
from linter.facts.numeral import parse
from linter.facts.quantity import Quantity
from linter.interval import exactly, rounded
from linter.interval import total as sum_of
from linter.regexes.late import regex

_WHOLE, _LEAST, _MOST = Decimal(1), Decimal("0.6"), Decimal("1.5")
_PAIR, _MANY = 2, 8
_COUNTED = regex(
    "(?P<number>[两二三四五六]|[2-6])(?:[个大]?(?:单选)?(?:类|种|项|者|方|级|期|档|批|笔|块|支|部分|选项|渠道|产业|来源|方面|层次|年龄段|等次"
    "|环节|阶段|步|段(?!路))(?![次以])|次(?=付|支付|拨))"
)
"""So many kinds make up the whole."""
_NONE_ELSE = regex(
    "再?(?:无|没有|不含)(?:任何)?其[他它余]|(?:没有|无)第[三四五六七][类种块项者方段档级期个]|[只仅][有分设含][^,，;。\\d]{0,24}[两二三四五六]"
    "|全部[^,，;。\\d]{0,24}[两二三四五六][类种块项者方](?!以)|(?:[均都]|全部|[只仅]有)[^,，;。\\d]{2,30}[,，]前者|覆盖(?:全部|所有)|除此(?:之外|[两三四五]类|以外)[^,，;。]{0,4}[无没]"
)
_REST = regex(f"(?:{LEFT})(?P<of>[^,，;。\\d]{{0,10}})$")
_PAID = regex("[付结]清|全部")
_RATE = regex(
    "率(?!的?占)|增|降|减|提高|上升|回落|进度(?!款)|同比|环比|[较比]上|超|税|折|利息|毛利|浓度"
)
"""Before a percentage: it is no share."""
_UNSURE = regex(
    "口径|主要|多选|可选|重复|交叉|兼|至少|以上的|累计|四舍五入|尾差|分别(?!占|为|是)|上年|去年|另[有外]"
)
_OVERLAP = regex("[^。;\\d不无未没]{0,16}(?:交叉|重叠|重复)")
"""Behind shares: they are of people or things that are counted in more than one."""
_AMONG, _BEHIND_IT = regex("其中"), 4
_DEPOSIT = regex("的?(?:质量?|履约)?(?:保函|保证金|质保)")
"""Behind a percentage: it is of what is held back or stood surety for."""
_INSTALMENT = regex("付(?!至|到|清|足)|质保|保修|尾款|余款|定金|首款")
_LAST = regex("质保|保修|尾款|余款|缺陷责任|最后|期满")
"""Before each instalment of a price; before what is paid last."""
_FIRST = regex("预付|首付|首款|定金|签[约订]")
_TO_DATE = regex("[付拨支结][^,，;。]{0,4}[至到]|累计|共|剩|其中|合同[^,，;。]{0,6}以外|另")
_TENTHS = regex("成半?$")
_BORNE = regex("负担|承担|分担|自付|自筹|出资")
_TIMES = regex("[由从][^,，;。]{0,8}$|(?<!达)[到至](?:了)?$")
_OPPOSED = tuple(
    (regex(one), regex(other), of_rates)
    for one, other, of_rates in (
        ("按[时期]|及时|如期", "逾期|超期|延期|未按|尚未", True),
        ("成活|存活", "死", True),
        ("在用|使用|启用", "闲置|空置|停用", True),
        ("电子", "纸质", False),
        ("公办|公立", "民办|私立|民营", False),
        ("男", "女", False),
        ("城镇|城市", "农村|乡村", False),
        ("线上|网上", "线下|窗口", False),
        ("赞成|同意|支持", "反对", False),
        ("本地|本[省市县]|[省市县]内", "外地|外来|外[省市县]|[省市县]外", False),
        ("国产", "进口", False),
        ("盈利", "亏损", False),
        ('[“"]是[”"]', '[“"]否[”"]', False),
    )
)
"""What is so and what is not: of one thing, also of its rate, or of two kinds of things."""
_BEHIND = regex("[的为是][^,，;。、\\d]{0,10}")
_AGAIN = regex(
    "[,，(](?:(?:[也亦]?即|也就是|意味着|换言之|换句话)[着说]?[,，]?|(?=[尚还仍剩其余]))[^,，;。\\d已]{0,8}?"
    "(?:[尚还仍]?有|剩余?的?|其余的?|余下的?)?"
)
_UNDONE = regex("[\u4e00-\u9fff]{0,8}?(?:尚?未|没有?|不(?!足|到|少|等))")
_PLAIN = regex("[占比率度的为达到约是有者人数仍还尚均各或和未,]")
_DENIED = regex("(?P<no>不|未|非|没有?|无)(?P<verb>[\u4e00-\u9fff]{2})")
_GRADED = regex("满意|同意|了解|知晓")
"""Of what is said more or less there are further answers."""


def claimed_shares(facts: Facts) -> Iterator[Total]:
    """The shares of each clause that words make the whole and that do not come to it."""
    found = (f for kind in ("percent", "fraction") for f in facts.by_dimension.get(kind, ()))
    shares = sorted((f for f in found if f.start not in facts.gridded), key=lambda f: f.start)
    for (low, high), row in by_window(facts, shares, "clause"):
        parts = _in_tenths(facts, tuple(row))
        if _PAIR <= len(parts) <= _MANY and _may_be_all(facts, low, high, parts):
            yield Total(None, parts, fixed=_WHOLE)


def _may_be_all(facts: Facts, low: int, high: int, parts: Sequence[Quantity]) -> bool:
    """Whether all shares of a clause are all there are, and far from the whole."""
    reached = sum(part.printed for part in parts)
    plain = not any(p.hedge or p.printed >= 1 for p in parts)
    near = _LEAST <= reached <= _MOST and not sum_of(p.value for p in parts).meets(exactly(_WHOLE))
    last = min(high, parts[-1].end + _BEHIND_IT)
    unsure = _UNSURE.search(facts.text, low, last) or _AMONG.search(facts.text, parts[0].end, last)
    unsure = unsure or _OVERLAP.match(facts.text, parts[-1].end, high)
    if not plain or not near or unsure or any(_DEPOSIT.match(facts.text, p.end) for p in parts):
        return False
    if _TIMES.search(facts.text, max(low, parts[1].start - _PAIR), parts[1].start):
        return False
    if len(parts) == _PAIR and (_are_opposed(facts, parts, high) or _is_told_again(facts, parts)):
        return True
    if any(_RATE.search(facts.own_words(part)) for part in parts):
        return False
    return _is_rest(facts, parts[-1]) or _is_claimed(facts, low, high, parts)


def _in_tenths(facts: Facts, parts: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Shares in tenths, of which one is told with a half: then so would be the others."""
    step = min(part.step for part in parts)
    if not all(_TENTHS.search(facts.text, part.start, part.end) for part in parts):
        return parts
    return tuple(
        structs.replace(part, step=step, value=rounded(part.printed, step))
        if part.hedge is None
        else part
        for part in parts
    )


def _are_instalments(facts: Facts, parts: Sequence[Quantity]) -> bool:
    """Whether shares are those in which a price is paid, down to the last: 预付30%、……、质保金3%.

    Together they never exceed it, unless one of them is what is paid in all by then.
    """
    words = [facts.own_words(part) for part in parts]
    return (
        len(parts) > _PAIR
        and sum(part.printed for part in parts) > 1
        and all(map(_INSTALMENT.search, words[:-1]))
        and _LAST.search(words[-1]) is not None
        and not any(map(_FIRST.search, words[1:]))
        and not any(map(_TO_DATE.search, words))
    )


def _is_rest(facts: Facts, last: Quantity) -> bool:
    """Whether the last share is what is left: of 剩余的30% only where all is paid by it."""
    words = facts.own_words(last)
    rest = _REST.search(words)
    return rest is not None and (
        rest["of"] == "的" or "的" not in rest["of"] or _PAID.search(words) is not None
    )


def _is_claimed(facts: Facts, low: int, high: int, parts: Sequence[Quantity]) -> bool:
    """Whether as many kinds are counted before the shares, or no other kind is said to be."""
    text = facts.text
    if _NONE_ELSE.search(text, low, high) or NO_OTHERS.match(text, parts[-1].end):
        return True
    if _are_instalments(facts, parts):
        return True
    counted = [parse(m["number"]) for m in _COUNTED.finditer(text, low, parts[0].start)]
    behind = [parse(m["number"]) for m in _COUNTED.finditer(text, parts[-1].end, high)]
    if sum(part.printed for part in parts) > 1 and all(
        _BORNE.search(facts.own_words(part)) for part in parts
    ):
        return True
    return len(parts) > _PAIR and len(parts) in counted + behind


def _are_opposed(facts: Facts, parts: Sequence[Quantity], high: int) -> bool:
    """Whether two shares are of what is so and what is not."""
    first, second = (_named(facts, part, high) for part in parts)
    if _GRADED.search(first + second):
        return False
    for one, other, of_rates in _OPPOSED:
        if "率" in first + second and not of_rates:
            continue
        for a, b in ((first, second), (second, first)):
            told = one.search(a) and other.search(b) and not (other.search(a) or one.search(b))
            if told and _are_of_one(one.sub("", a), other.sub("", b)):
                return True
    return _is_denied(first, second) or _is_denied(second, first)


def _are_of_one(one: str, other: str) -> bool:
    """Whether one of two phrases, but for what tells them apart, names nothing of its own."""
    a, b = ({*_PLAIN.sub("", words)} for words in (one, other))
    return a <= b or b <= a


def _is_told_again(facts: Facts, parts: Sequence[Quantity]) -> bool:
    """Whether a rate is told again by what lacks: 执行率93.5%，也就是说，尚有6.5%未支出."""
    first, second = parts
    again = _AGAIN.fullmatch(facts.text, first.end, second.start)
    return (
        again is not None
        and "率" in facts.own_words(first)
        and _UNDONE.match(facts.text, second.end) is not None
    )


def _is_denied(said: str, denied: str) -> bool:
    """Whether words deny what others say: 合格率, 不合格率."""
    found = _DENIED.search(denied)
    return found is not None and found["verb"] in said and found[0] not in said


def _named(facts: Facts, part: Quantity, high: int) -> str:
    """The phrase of a share: its words since the last mark, and those right behind it."""
    words = facts.own_words(part)
    words = words[max(map(words.rfind, ",，、")) + 1 :]
    behind = _BEHIND.match(facts.text, part.end, high)
    return words + (behind[0] if behind else "")
