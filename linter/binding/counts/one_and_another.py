"""Things told as one and another, each with what follows from it, behind their number.

短板有三处，一处在论证不细，导致变更1次，另一处在支付拖沓，尾款跨年才付.
"""

from __future__ import annotations

from linter.binding.counts.listed import Listed
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_UNITS = frozenset("处个条项点")
_OPENER = regex(r"[\u4e00-\u9fff]{0,10}[,，:](?=一)")
_COMMA = regex("[,，;]")
_ONE, _ANOTHER = (
    regex(r"(?P<unit>一[处个条项点])(?![处个条项点些定月季年半])[\u4e00-\u9fff]{2}"),
    regex(r"另外?(?P<unit>一[处个条项点])(?![处个条项点些])[\u4e00-\u9fff]{2}"),
)
_MORE = regex(
    "还有|第三|最后一|剩|其[余他它]|再有|此外|其[一二三]|[三四五六]是|等[,，。;]|再一|又一|余下|[\u4e00-\u9fff]的一[处个条项点]|[也又还]是一|[两二三四五][处个条项点]"
)
"""In the sentence or right behind it: there are more than one and another."""
_REACH, _LONGEST = 80, 300


def one_and_another(facts: Facts, figure: Quantity) -> Listed | None:
    """Start, end and the beginnings of what is told by 一处 and, as the last, 另一处."""
    opener = _OPENER.match(facts.text, figure.end) if figure.unit in _UNITS else None
    if opener is None:
        return None
    start = opener.end()
    _, high = facts.windows.bounds("sentence", start)
    _, end = facts.windows.behind("block", start, high, _REACH)
    if high - start > _LONGEST:
        return None
    if _MORE.search(facts.text, start, end):
        return None
    told: list[str] = []
    another = False
    for piece in _COMMA.split(facts.text[start:high].rstrip("。\n")):
        one, other = _ONE.match(piece), _ANOTHER.match(piece)
        found = one or other
        if found is None:
            continue
        if another or found["unit"][-1] != figure.unit:
            return None
        told.append(piece)
        another = other is not None
    return (start, high, tuple(told)) if another and len(told) > 1 else None
