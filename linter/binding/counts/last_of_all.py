"""An ordinal that is told to be the last, and how many there were of it.

全年召开调度会7次，11月召开的第6次是当年最后一次; 全年办班四期，10月的第五期为末期班.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.counts.in_turn import OutOfTurn
from linter.binding.slips import is_slip
from linter.facts.facts import Facts
from linter.facts.numeral import read
from linter.facts.quantity import Quantity
from linter.interval import exactly
from linter.model import Span
from linter.regexes.late import regex

_NTH = r"(?P<nth>第(?P<digits>\d{1,3}|[一二三四五六七八九十]{1,3})(?P<unit>[次期场轮批]))"
_OF_ALL = "(?:(?:当年|全年|本年度?|年度|年内|今年)的?)?"
_LAST = regex(
    rf"{_NTH}(?P<name>[\u4e00-\u9fff”]{{0,10}}?)[,，]?(?:[即也便就亦]?[是为系]|作为|即)"
    rf"{_OF_ALL}(?:(?:最后一|[末尾])(?P=unit)|收官[之的]?(?P=unit)?)(?:会议?|活动|班|(?P=name))?(?=[,，;。)\n]|$)"
)
_LAST_FIRST = regex(
    rf"(?<=[,，;。:\n]){_OF_ALL}(?:最后一|末|收官)(?P<kind>[次期场轮批])(?P<name>[\u4e00-\u9fff]{{0,8}}?)[(,，]?[即是为系]?{_NTH}"
)
"""The ordinal before its last word, or behind it."""
_OTHER = regex(_NTH)
"""Behind both: there is one after the last."""
_NESTED = regex("第[一二三四五六七八九十\\d]{1,3}[批轮届年期次场标]$")
"""Right before an ordinal: it is that of a part."""
_SOME = regex(
    "[每第另前后拟应须除超差少]|计划|目标|原定|约定|要求|其中|分别|平均|至少|不少于|[各县市省区镇乡]级"
)
"""In the piece of a number of times: it is no number of all that were."""
_LONGER = regex(
    "上年|去年|上半年|下半年|季度|以来|历年|届|年起|[一二两三四五六七八九十]年|20\\d\\d年?[至到—-]|至今|自20|从20"
)
"""Before it in the sentence: it is of another time than the year."""
_COMMA = regex("[,，;:]")
_ON = regex("连续编号|总第|累计第|编号|跨年|下年|次年|随后|之后|又|加[开办]|补[开办]")
_OF_DAY = regex(
    r"(?:(?:20\d\d|今|当|本)年)?(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|份|[初底])?)?(?:召开|举办|发出)?的?"
)
"""All that may stand before the ordinal in its piece: 12月发出的第31期."""
_GENERIC = ("会议", "活动", "培训", "班", "")
_REACH, _PAIR = 70, 2


def last_of_all(facts: Facts) -> Iterator[OutOfTurn]:
    """Each ordinal told to be the last of a number of times that is another.

    It is next to that number, or a slip of it: numbers may go on from year to year, or be a part's.
    """
    for pattern in (_LAST, _LAST_FIRST):
        for found in pattern.finditer(facts.text):
            number, start = read(found["digits"]), found.start("nth")
            if not number or facts.in_table(start) or _is_apart(facts, found, start):
                continue
            figure = _counted(facts, found, start)
            if figure is not None and _is_against(facts, figure, number):
                yield OutOfTurn(Span(*found.span("nth")), Span.of(figure))


def _is_apart(facts: Facts, found: re.Match[str], start: int) -> bool:
    """Whether an ordinal is one of a part, or of another numbering."""
    kind = found.groupdict().get("kind")
    low, high = facts.windows.bounds("sentence", start)
    high = min(high, found.end() + _REACH)
    if not _OF_DAY.fullmatch(_COMMA.split(facts.text[low : found.start()])[-1]):
        return True
    nested = _NESTED.search(facts.text, max(low, start - 5), start)
    later = found["unit"] in {m["unit"] for m in _OTHER.finditer(facts.text, found.end(), high)}
    goes_on = later or _ON.search(facts.text, found.start(), high) is not None
    return bool(kind and kind != found["unit"]) or nested is not None or goes_on


def _counted(facts: Facts, found: re.Match[str], start: int) -> Quantity | None:
    """The only number of times told before an ordinal in its sentence, of what it numbers."""
    low, _ = facts.windows.before("sentence", start, _REACH)
    counted = [
        figure
        for figure in facts.within(low, found.start())
        if facts.text[figure.end - 1] == found["unit"] and figure.dimension.startswith("count:")
    ]
    if len(counted) != 1 or counted[0].hedge or counted[0].per or not counted[0].exact:
        return None
    told = facts.text[low : found.start()]
    name = found["name"].strip("”")
    same = name in _GENERIC or name[-_PAIR:] in told
    piece = _COMMA.split(facts.text[low : counted[0].start])[-1]
    own = piece + facts.text[counted[0].end : found.start()]
    return counted[0] if same and not (_SOME.search(own) or _LONGER.search(told)) else None


def _is_against(facts: Facts, figure: Quantity, number: int) -> bool:
    """Whether the last is one less or more than the number of times, or a slip of it.

    A multiple of the number is none: 全年编发10期，第20期为末期 goes on from the year before.
    """
    literal = facts.text[figure.start : figure.end]
    is_next = abs(number - figure.printed) == 1
    goes_on = number % figure.printed == 0
    return is_next or (not goes_on and is_slip(figure, literal, exactly(number)))
