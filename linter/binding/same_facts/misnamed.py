"""Figures of one short name in two paragraphs, a slip apart: 中标价368.2万元, later 386.2万元.

A short name is met by chance more easily than a long one, so that the slip must show in three
digits, and no third value may stand under the name: of more, each is of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from linter.binding.case import Case
from linter.binding.names import PLANNED, is_told, pairs, plain
from linter.binding.same_facts.restated import is_elsewhere
from linter.binding.same_facts.twins import Twins
from linter.binding.slips import is_swap
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import MEASURED, status
from linter.regexes.late import regex

_DIGITS, _SWAPPED, _LONG = 3, 2, 3
"""How many digits a slip must show in; two swapped in fewer, under a name of so many pairs."""
_BREAK = ",，;。:、()\n"
_LEAD = 14
_ENOUGH = 0.6
_FEWEST = 2
_ANY = regex(
    r"本|该|项目|工程|资金|全年|年度|累计|实际|共计?|总计|合计|完成|实现|实施|达到?|为|是|已|有|约|了|数|仅|均|所|\d|年|全部|其|并|由"
)
"""What a name has in common with many."""
_SYNONYMS = tuple(
    (regex(pattern), word)
    for pattern, word in (
        ("惠及|受惠|覆盖|带动", "受益"),
        ("合同(?:总?价款?|总额|额|价格)", "合同金额"),
        ("(?:中标|成交)(?:金额|价格?|总价)", "中标价格"),
        ("投资(?:总额|额)|总投资额?", "总投资"),
        ("满意(?:率|程度)", "满意度"),
        ("年初预算|批复预算|预算批复", "批复预算"),
    )
)
_BEHIND = regex(r"[\u4e00-\u9fff]{2,6}")
_NO_FACT = regex(
    r"另|增|减|超|占|节约|结余|差|分|提高|降|比|较|低|高|每|均|单价|标准|一是|二是|三是|预计|余"
)
_ONE_OF_MANY = regex(
    r"标段|另|子项|[项课][目题][一二三四五六\dA-Z]|[A-Z]\w|第[一二三四五六\d]|[一二三四]期|(?<![城农乡])(?:[镇村]|乡(?!村))|街道|[甲乙丙丁]"
)
_COUNTED = ("count", "person", "household")
_MOST = 400
"""Of more figures that may be told twice none is looked at."""


class _Names:
    """What each of some figures is called; asked for only where two may be one."""

    def __init__(self, facts: Facts, figures: Sequence[Quantity]) -> None:
        self._facts, self._figures = facts, figures
        self._known: dict[int, frozenset[str]] = {}

    def of(self, figure: Quantity) -> frozenset[str]:
        """The pairs of characters of a figure's name."""
        found = self._known.get(figure.start)
        if found is None:
            found = self._known[figure.start] = _name(self._facts, figure)
        return found

    def count_values(self, *names: frozenset[str]) -> int:
        """How many values are told under some names."""
        return len({size for name in names for size in self._values[name]})

    @cached_property
    def _values(self) -> dict[frozenset[str], set[float]]:
        """The values that are told under each name."""
        values: dict[frozenset[str], set[float]] = {}
        for figure in self._figures:
            values.setdefault(self.of(figure), set()).add(self._facts.size(figure))
        return values


def misnamed(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each figure with the earlier one of its name that it is a slip away from."""
    facts = case.facts
    likely = [f for f in facts.in_text if _may_be_fact(facts, f)]
    if not 1 < len(likely) <= _MOST:
        return
    twins = Twins(facts, likely, _SWAPPED, _DIGITS)
    names = _Names(facts, likely)
    for figure in likely:
        for twin in twins.of(figure):
            if twin.start > figure.start or facts.windows.share("block", figure.start, twin.start):
                continue
            here, there = names.of(figure), names.of(twin)
            if not _are_one(here, there) or names.count_values(here, there) != _FEWEST:
                continue
            if _may_be_one(facts, figure, twin, here & there):
                yield figure, twin
                break


def _may_be_fact(facts: Facts, figure: Quantity) -> bool:
    return (
        figure.dimension
        not in ("score", "number", "times", "percent-point", "years", "month", "day")
        and facts.digits(figure) >= _SWAPPED
        and is_told(facts, figure, True)
        and status(facts, figure) in ("actual", "plan", "target")
        and not _NO_FACT.search(facts.own_words(figure))
        and not MEASURED.search(facts.own_words(figure))
    )


def _may_be_one(facts: Facts, a: Quantity, b: Quantity, shared: frozenset[str]) -> bool:
    """Whether both are plans or both results, none of a part, and the slip is no chance."""
    leads = [facts.own_words(f) for f in (a, b)]
    plans = [set(PLANNED.findall(lead)) for lead in leads]
    if plans[0] != plans[1] or status(facts, a) != status(facts, b):
        return False
    if any(is_elsewhere(facts, f) or _is_in_part(facts, f) for f in (a, b)):
        return False
    swapped = is_swap(a, facts.text[a.start : a.end], b.value, _SWAPPED)
    rated = a.dimension == "percent" and any("率" in lead for lead in leads)
    if rated or min(facts.digits(a), facts.digits(b)) < _DIGITS:
        return swapped and (rated or len(shared) >= _LONG)
    return True


def _is_in_part(facts: Facts, figure: Quantity) -> bool:
    """Whether the paragraph or its heading begins with the name of one of several things."""
    low, _ = facts.windows.bounds("block", figure.start)
    section = facts.outline.at(figure.start)
    title = section.title if section is not None else ""
    return bool(_ONE_OF_MANY.search(facts.text[low : low + _LEAD]) or _ONE_OF_MANY.search(title))


def _name(facts: Facts, figure: Quantity) -> frozenset[str]:
    """The pairs of characters of what a figure is called, before it and, counted, behind it."""
    low, high = facts.own_lead(figure, _LEAD)
    words = [_same(plain(facts.text[facts.behind_last(_BREAK, low, high) : high]))]
    if figure.dimension.partition(":")[0] in _COUNTED:
        behind = _BEHIND.match(facts.text, figure.end)
        words.append(behind[0] if behind else "")
    return frozenset(pair for piece in words for part in _ANY.split(piece) for pair in pairs(part))


def _same(words: str) -> str:
    """Words with one for those that mean the same."""
    for pattern, word in _SYNONYMS:
        words = pattern.sub(word, words)
    return words


def _are_one(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two names are of one thing."""
    shared = a & b
    return len(shared) >= _FEWEST and len(shared) >= _ENOUGH * max(len(a), len(b))
