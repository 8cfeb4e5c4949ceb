"""Words that say that parts are what there is of something, what came and went, or is left."""

from __future__ import annotations

from linter.binding.sums.lists.candidate import Candidate
from linter.late import regex

_OPENING, _CLOSING = (
    regex("[年期月季]初|上年[末底]|[原旧]有|存量"),
    regex("[年期月季][末底]|[结剩尚]余"),
)
_BALANCE, _NET = regex("[余存]额|存量|保有|在[册库贷保]"), regex("净[增减]|比.{0,4}[增减]")
_SPENT_OF = regex("支出|支付|列支|花费")
_CAME = regex("新[入增收录进招]|入院|调入|转入|迁入|招[录聘]")
_WENT = regex("收养|离院|出院|退出|调出|转出|迁出|离世|死亡|毕业|注销|退休")


def is_of_a_stock(candidate: Candidate) -> bool:
    """Whether the parts are what there was, what came and went, and what is left."""
    leads = _leads(candidate)
    return any(map(_OPENING.search, leads)) and any(map(_CLOSING.search, leads))


def is_stock_with_change(candidate: Candidate) -> bool:
    """Whether parts are what there is, and by how much it changed: 余额8亿元，净增1亿元."""
    leads = _leads(candidate)
    return any(map(_BALANCE.search, leads)) and any(map(_NET.search, leads))


def comes_and_goes(candidate: Candidate) -> bool:
    """Whether some parts came to what there is, and others left it: 新入院7名、被收养3名."""
    leads = _leads(candidate)
    return any(map(_CAME.search, leads)) and any(map(_WENT.search, leads))


def is_left_of_each(candidate: Candidate) -> bool:
    """Whether the parts are what was spent on several things, and what is left of each."""
    leads = _leads(candidate)
    left = sum(_CLOSING.search(lead) is not None for lead in leads)
    return left > 1 and any(map(_SPENT_OF.search, leads))


def _leads(candidate: Candidate) -> list[str]:
    """The words of each part's own."""
    row = candidate.row
    return [row.facts.own_words(row.figures[at]) for at in candidate.choice]
