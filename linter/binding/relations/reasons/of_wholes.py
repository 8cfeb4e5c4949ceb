"""Shares whose whole, or what would be their whole, is another than it seems."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from linter.binding.relations.reasons.told import Told
from linter.binding.relations.rivals import is_its_amount
from linter.facts.quantity import Quantity, comes_to
from linter.regexes.late import regex

_NAMED = regex("[,，;][^,，;即为计共达约是有]*[\u4e00-\u9fff]{2}[^,，;即为计共达约是有]*$")
"""Between a rate and a figure behind it: the name of another thing."""
_MEASURE = regex("(面积|里程|长度|数量|人数|户数|资金|经费|总[额量数])(?:约|共)?[为是]$")
"""At the end of a clause: its figure measures all of something."""
_BESIDE, _ALL = regex("[,，(]?占(?:比|了)?[为约]?"), Decimal("1.05")
_NEAR, _MOST_ADDED = 120, 8
_OF_NAMED, _DIGIT = regex("占(?P<of>[^,，;。]{1,20})的$"), regex(r"\d")
"""Before a share: what it is of, maybe with how many these are."""
_OF_UNTOLD = regex(
    "[为是占到达有](?:总|全(?:[部省市县区镇乡村州国校院局站所]|流域))[\u4e00-\u9fff]{0,6}的$"
)
"""Before a rate: it is of all there are, which no name tells apart."""
_ITEM = regex(r"[、和与及][^,，;。、\d]{0,12}")
"""Between two items of a list, neither of which is of the other."""
_TOLD_TOTAL = regex("共|合计|总|全")
_COMMA = regex("[,，]?[约大概]{0,2}")
_MEASURED = regex(
    "[,，][^,，;。\\d占]{0,6}(?:[业产流客用]务?量|产值|面积|金额|收入)[约大概]{0,2}占[^,，;。\\d]{0,10}$"
)
"""Before a share of a named whole: it is of what no figure here measures."""
_SHARED_OF = regex(r"[占为]([\u4e00-\u9fff]{2,20}?)的$")


def is_named_behind(told: Told) -> bool:
    """Whether part or whole stand behind a rate by another name: 光纤占95%，移动用户19万户."""
    for name in ("part", "whole") if told.before else ():
        figure = told.figures.get(name)
        if figure is None or figure.start < told.derived.end:
            continue
        gap = told.text[told.derived.end : figure.start]
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
    of = _SHARED_OF.search(told.words)
    if of is not None:
        return of[1] in gap
    measure = _MEASURE.search(gap)
    named = measure is not None and measure[1] not in told.lead(told.figures["part"])
    return named and told.is_slip


def is_what_it_comes_to(told: Told) -> bool:
    """Whether what would be the whole is what the rate comes to: 付50%即45万元."""
    whole = told.figures.get("whole")
    if whole is None or told.text.startswith("(", told.derived.end):
        return False
    return is_its_amount(told.facts, whole, told.derived)


def is_of_what_is_named(told: Told) -> bool:
    """Whether the share names its whole, and what would be the whole is not what it names.

    抽查村21个，占项目村的33.33%: the 21 are a part. 查阅档案30份，占60期的50%: of 60.
    """
    whole = told.figures.get("whole")
    named = _OF_NAMED.search(told.text, told.clause[0], told.derived.start) if whole else None
    if whole is None or named is None:
        return False
    if _DIGIT.search(named["of"]):
        return not named.start() < whole.start < named.end()
    beside = _COMMA.fullmatch(told.text, whole.end, named.start()) is not None
    return beside and not told.is_called(whole, "whole")


def is_of_untold_total(told: Told) -> bool:
    """Whether a rate is of all there are (总数, 全县), and its figures are two items of a list.

    大中型9座、小型17座，小型约为总数的三成: nothing tells how many there are in all.
    """
    whole, part = told.figures.get("whole"), told.figures.get("part")
    if whole is None or part is None or not _OF_UNTOLD.search(told.words):
        return False
    first, second = sorted((whole, part), key=lambda f: f.start)
    listed = _ITEM.fullmatch(told.text, first.end, second.start) is not None
    return listed and not any(_TOLD_TOTAL.search(told.lead(f)) for f in (first, second))


def is_of_another_measure(told: Told) -> bool:
    """Whether something else that is measured is told to be so large a part.

    7家企业中已有5家进驻，业务量约占全县的八成.
    """
    part = told.figures.get("part")
    if part is None or part.start > told.derived.start:
        return False
    return _MEASURED.search(told.text, part.end, told.derived.start) is not None


def is_lesser_whole(told: Told) -> bool:
    """Whether the whole stands behind the share and is less: 企业18.9亿元，占87.1%，高校……."""
    whole, part = told.figures.get("whole"), told.figures.get("part")
    if whole is None or part is None or whole.start < told.derived.start:
        return False
    return whole.value.high < part.value.low and not told.is_called(whole, "whole")


def is_one_of_its_parts(told: Told) -> bool:
    """Whether the part is what figures before it come to, the whole being one of these.

    前三位的甲镇5.86万亩、乙镇5.37万亩、丙镇5.04万亩，合计16.27万亩，占全县的27.8%.
    """
    whole, part = told.figures.get("whole"), told.figures.get("part")
    if whole is None or part is None or whole.start > part.start:
        return False
    row = [f for f in told.near if f.dimension == part.dimension and f.start < part.start]
    row = row[-_MOST_ADDED:]
    runs = (row[at:] for at in range(row.index(whole) + 1)) if whole in row else ()
    return any(len(run) > 1 and comes_to(part, run) for run in runs)


def has_its_own_whole(told: Told) -> bool:
    """Whether shares right behind their parts come to more than all, and none is of the whole.

    网上满意364份（占91%），回访满意188份（占94%），合计552份.
    """
    whole, part = told.figures.get("whole"), told.figures.get("part")
    if whole is None or part is None:
        return False
    told_of = list(_with_shares(told, part))
    return sum(share.printed for _, share in told_of) > _ALL and not any(
        share.value.meets(one.value / whole.value) for one, share in told_of
    )


def _with_shares(told: Told, part: Quantity) -> Iterator[tuple[Quantity, Quantity]]:
    """The figures near it that are of a part's kind and have a share right behind them."""
    low, high = told.sentence
    near = max(low, told.derived.start - _NEAR), min(high, told.derived.end + _NEAR)
    for one, share in pairwise(told.facts.within(*near)):
        beside = _BESIDE.fullmatch(told.text, one.end, share.start)
        if beside and one.dimension == part.dimension and share.dimension == "percent":
            yield one, share
