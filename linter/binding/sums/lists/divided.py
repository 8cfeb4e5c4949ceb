"""Wholes told before, and divided by name in a sentence of their own.

全血41286人次加血小板6914人次。全血按采集量分，400毫升的27940人次、300毫升的8960人次……: the parts of
the figure that bears the name, or of the one that the list before made up. Or of the one that 前者
or 后者 means: 东区880万元，西区640万元。前者由中央资金500万元和区级资金380万元构成.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise

from linter.binding.names import is_plain
from linter.facts.facts import Facts
from linter.facts.quantity import NOT_MEASURED, Quantity, comes_to
from linter.regexes.late import regex

_DIVIDED = regex(
    r"(?<![\u4e00-\u9fff])(?P<noun>(?!其|按|分|从)[\u4e00-\u9fff]{2,8}?)按[^,，;。\d]{1,8}"
    r"(?:分|看|统计|划分|分类|区分)[,，:]"
)
_AGAIN = regex(
    r"[;。，,](?P<noun>)(?:[如若再另]|如果|而)?按[^,，;。\d]{1,8}(?:分|看|统计|划分|分类|区分)[,，:]"
)
"""It divides once more what the list before it made up: ；按片区分，."""
_COMPOSED = regex(
    r"(?<![\u4e00-\u9fff])(?P<noun>(?!其|按|分)[\u4e00-\u9fff]{2,10}?)由(?=[^。;]{4,120}(?:构成|组成))"
)
_MADE, _FORMER, _LATTER = regex("[^,，;。、\\d]{0,6}(?:构成|组成)"), "前者", "后者"
_OTHER = regex(
    "合计|共|折|比|较|上年|去年|同|增|减|升|降|累计|其中|另|平均|计划|目标|应|超|主要|等"
)
"""Before a figure: it is no part."""
_MORE = regex("[,，、]?(?:等|其[余他]|另有|还有|另外|剩余|余下|以及其)")
"""Behind the last part: the list is not whole."""
_IS = regex("(?:共有?|合计|总计|为|是|有|达|计|约|完成)+$")
_INSIDE = regex("个?[\u4e00-\u9fff]{1,3}")
"""Between two figures: the first is in the name of the second (东片5个乡镇16.8万亩)."""
_REACH, _NEAR, _FEWEST = 300, 16, 2


def divided_totals(facts: Facts) -> Iterator[tuple[Quantity, tuple[Quantity, ...]]]:
    """Each whole with the parts that its division names, where just one figure bears its name."""
    for found in chain.from_iterable(p.finditer(facts.text) for p in (_DIVIDED, _AGAIN, _COMPOSED)):
        if facts.in_table(found.start()):
            continue
        parts = _parts(facts, found)
        if found.re is _COMPOSED and not (parts and _MADE.match(facts.text, parts[-1].end)):
            continue
        wholes = _wholes(facts, found, parts[0]) if len(parts) >= _FEWEST else []
        if len(wholes) == 1:
            yield wholes[0], parts


def _parts(facts: Facts, found: re.Match[str]) -> tuple[Quantity, ...]:
    """The figures of the division, of the unit of the first that counts things."""
    _, high = facts.windows.bounds("clause", found.end())
    told = [f for f in facts.within(found.end(), high) if f.dimension not in NOT_MEASURED]
    inner = {a.start for a, b in pairwise(told) if _INSIDE.fullmatch(facts.text, a.end, b.start)}
    told = [f for f in told if f.start not in inner]
    last = next((f for f in told if not facts.text.startswith("的", f.end)), None)
    parts: list[Quantity] = []
    for figure in told if last is not None else ():
        if last is None or figure.dimension != last.dimension or figure.unit != last.unit:
            continue
        if not is_plain(facts, figure) or _OTHER.search(facts.own_words(figure, _NEAR)):
            break
        parts.append(figure)
    if parts and _MORE.match(facts.text, parts[-1].end):
        return ()
    return tuple(parts)


def _wholes(facts: Facts, found: re.Match[str], part: Quantity) -> list[Quantity]:
    """The figures before the division that bear just the name of what it divides."""
    low, _ = facts.windows.bounds("block", found.start())
    low, noun = max(low, found.start() - _REACH), found["noun"]
    former = facts.text.rfind(_FORMER, low, found.start()) if noun == _LATTER else -1
    before = [
        f
        for f in facts.within(low, former if former >= 0 else found.start())
        if f.dimension == part.dimension and f.unit == part.unit and f.hedge is None
    ]
    if not noun:
        low, _ = facts.windows.bounds("sentence", found.start())
        return _divided_before([f for f in before if f.start >= low])
    if noun in (_FORMER, _LATTER):
        both = before[-2:] if len(before) >= _FEWEST else []
        return [both[noun == _LATTER]] if both else []
    return [f for f in before if _IS.sub("", facts.own_words(f, _NEAR)).endswith(noun)]


def _divided_before(figures: Sequence[Quantity]) -> list[Quantity]:
    """The first of some figures that those behind it make up."""
    rest = range(len(figures) - _FEWEST)
    wholes = (figures[k] for k in rest if comes_to(figures[k], figures[k + 1 :]))
    return [*islice(wholes, 1)]
