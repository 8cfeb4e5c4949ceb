"""What words say for figures' belonging together: 共 before a total, 缺口, 每, 占, 增长."""

from __future__ import annotations

from linter.binding.misfits.fit import SUMS, Fit
from linter.binding.names import pairs
from linter.binding.summing import ADDED_UP, LEFT
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_TOTAL, _LIST, _LESS, _OF_RATE, _OF_NAMED = 1.0, 2.0, 0.8, 0.6, 1.0
"""What words weigh before a total that adds up, one of all figures of its kind in the sentences, a
difference or a price, a rate, and a rate called as what it is of."""
_THREE, _BESIDE = 3, 2
"""Of how many figures a difference is one, and how near to a price or a rate the others stand."""
_SHARED_PAIRS = 2
"""How many pairs of letters make up a name that two figures share."""
_WIDE = 160
"""How much of a long sentence is looked at, to either side."""
_FEWEST = 2
"""How many digits the figures must have for words to say anything."""
_ADDED = regex(
    rf"(?:{ADDED_UP}|共|正好|还是|小计|累计|合[成为]|总(?!体)[\u4e00-\u9fff]{{1,2}}|凑|拢|等于|总得分|扣分)[^,，;。:、\d]{{0,6}}$"
)
_REST = regex(rf"(?:{LEFT}|(?:^|除[^;。\d]{{1,10}})(?:以外|之外|外))[^;。\d]{{0,20}}$")
"""Before the last part: with it the parts are all there are."""
_PERIOD = regex("上半年|下半年|[一二三四]季度")
_PERIODS = (2, 4)
"""Parts of a year, and how many make it up."""
_OPEN = regex("其中|等|含|包括|主要|有|[另之除]外|外加")
"""Among a total and its parts: not all of its parts may be told."""
_APART = regex(
    r"(?:[溢超]出|超[支过]?|缺口|[差剩余欠短缺]|余下|节[约省]|省[下出]?|[低高多少][出了]?(?!于)|(?<!新)增加?|减少?|核减|[未待][^,，;。:、\d]|空[编缺]|挂账)"
    r"[^,，;。:、\d]{0,6}$"
)
_EACH = regex(r"[每单均按×][^,，;。:、\d]{0,6}$")
_CHANGED = regex(r"[增降升涨跌落长多少高低][^,，;。:、\d]{0,5}$")
_SHARED = regex(r"(?:率|占|比[例重]|[的达为])[^,，;。:、增降升涨跌落长\d]{0,5}$")
_SPENDING = regex("(?:执行|支出|支付|使用)(?:率|进度|比例)")
_SPENT = regex("(?:支出|支付|列支|执行|使用)[^,，;。:、\\d]{0,4}$")
_CHANGES = ("growth", "decline")
_PARTS = ("product", "quotient")
_OF_BOTH = ("of-sum", "of-excess", "excess")


def hint(facts: Facts, figure: Quantity, fit: Fit) -> float:
    """What the words before a figure and those that want a value there say for it."""
    figures = (figure, *fit.figures)
    if any(facts.digits(f) < _FEWEST for f in figures):
        return 0.0
    leads = [facts.own_words(f) for f in figures]
    if fit.way in SUMS:
        whole = leads[0] if fit.way == "total" else leads[1]
        added = _ADDED.search(whole)
        if (added or _is_closed(facts, figure, fit)) and is_list(facts, figure, fit):
            return _LIST
        if added:
            return _TOTAL
        return _of_difference(whole, leads)
    rates = [lead for f, lead in zip(figures, leads, strict=True) if f.dimension == "percent"]
    part = leads[0] if fit.way == "product" else leads[1]
    named = bool(rates) and _are_of_one_name(rates[0], part)
    named = named or (fit.figures[0].start < figure.start and _is_spending(leads[0], part))
    if fit.reach > _BESIDE and not named:
        return 0.0
    if not rates:
        priced = fit.way in _PARTS and any(map(_EACH.search, leads))
        return _LESS if priced else 0.0
    says = _CHANGED if fit.way in _CHANGES else _SHARED
    if fit.way not in (*_CHANGES, *_PARTS, *_OF_BOTH) or not any(map(says.search, rates)):
        return 0.0
    return _OF_NAMED if named else _OF_RATE


def _are_of_one_name(rate: str, part: str) -> bool:
    """Whether a rate and what it is a rate of are told of one thing: 人员经费占……, 人员经费."""
    return len(pairs(rate) & pairs(part)) >= _SHARED_PAIRS


def _is_spending(rate: str, part: str) -> bool:
    """Whether one figure is a rate of spending and the other what was spent, by whatever verb."""
    return bool(_SPENDING.search(rate) and _SPENT.search(part))


def is_list(facts: Facts, figure: Quantity, fit: Fit) -> bool:
    """Whether a total and three or more parts are all figures of their kind where they stand.

    Where words leave a list open (其中, 等), it need not come to its total.
    """
    figures = (figure, *fit.figures)
    if fit.way not in SUMS or (len(figures) <= _THREE and not _is_closed(facts, figure, fit)):
        return False
    first, last = (choose(f.start for f in figures) for choose in (min, max))
    low, _ = facts.windows.before("sentence", first, _WIDE)
    high = min(facts.windows.bounds("sentence", last)[1], last + _WIDE)
    if _OPEN.search(facts.text, low, high) and not _is_closed(facts, figure, fit):
        return False
    alike = [f for f in facts.within(low, high) if f.dimension == figure.dimension]
    sizes = {facts.size(f) for f in figures}
    return all(facts.size(f) in sizes for f in alike)


def _is_closed(facts: Facts, figure: Quantity, fit: Fit) -> bool:
    """Whether words say that the parts are all: 其余 before the last, or the halves of a year."""
    leads = [facts.own_words(f) for f in sorted(fit.parts(figure), key=lambda f: f.start)]
    if _REST.search(leads[-1]):
        return True
    periods = {period[0] for lead in leads if (period := _PERIOD.search(lead))}
    return len(periods) == len(leads) and len(leads) in _PERIODS


def _of_difference(whole: str, leads: list[str]) -> float:
    """Of the words before a whole and before all figures that differ by one of them."""
    if len(leads) != _THREE or _APART.search(whole):
        return 0.0
    return _LESS if any(map(_APART.search, leads)) else 0.0
