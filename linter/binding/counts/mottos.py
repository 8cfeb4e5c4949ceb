"""Numbers of what a quotation repeats, and of names told before them.

“三个一律”，即无预算一律不采购，无合同一律不付款，……; 赵庄、李洼、孙岗，共三个村.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from linter.binding.counts.enumeration import Enumeration
from linter.binding.counts.items import are_named_before
from linter.binding.counts.listed import Listed
from linter.facts.facts import Facts
from linter.facts.numeral import parse
from linter.facts.quantity import ONE, Quantity
from linter.interval import exactly
from linter.regexes.late import regex

_MOTTO = regex(
    r"(?P<word>[\u4e00-\u9fff]{2,4})[”\"』」][^,，;。:\d]{0,8}[,，:(](?:即|就是|分别[是为])?:?"
)
_BARE = regex('[“「『"](?P<number>[两二三四五六七八九十])个?(?P<word>[\u4e00-\u9fff]{1,3})[”」』"]')
_IS = regex(
    "(?:的)?(?:管理|要求|原则|机制|模式|标准|工作法|措施|办法|制度|方式|做法|活动|行动|宣传|服务){0,2}(?:[,，:(]|—{1,2}|-{1,2})(?:即|就是|也就是|分别[为是]|指)?:?"
)
_LEADS = regex(
    '[,，](?:切实|严格|全面)?(?:做到|实现|实行|坚持|落实|达到|执行|推行|确保)了?(?=[“「『"]?$)'
)
"""Before a motto: it sums up the clauses before it (当日签、当日审，做到“两个当日”)."""
_PARTED = regex("[,，、;]|(?<!共)和")
_SHORT_PARTED, _SHORT = regex("[,，、;。)\n]|以?及|[和与]"), regex("[\u4e00-\u9fff]{2,5}(?<!等)")
_COMMA = regex("[,，;。]")
_GOES_ON = regex("[^,，;。]*(?:[、及和]|[一两二三四五六七八九十\\d]+[场次期回处])")
"""What goes on with a row behind a comma: 进机关、进学校，进企业、进农村."""
_OPEN = '“"『「'
_NAME = "(?:(?![的为是有即及和与各等]|参加|组成|实施|承担|负责|联合|牵头|协办)[\u4e00-\u9fff]){2,8}"
_ALL_TOLD = regex(
    rf"(?:[,，:;(。为是有即]|包括|涉及|覆盖|选取|[内下]设)(?P<row>{_NAME}(?:、{_NAME}){{2,}})"
    r"[,，](?:一?共|总共|合计|共计)[有是计]?(?P<noun>[科股处]室)?$"
)
_OFFICES = frozenset("室科股处办组部")
"""How the names of offices end, of which 科室 and 股室 are counted."""
_NOUN = regex(
    "(?:行政|自然|试点|项目|重点|预算|二级)?(?P<noun>[省市县区旗镇乡局站所校院厂馆]|村(?![民级组委小])|街道|社区|单位|科室|标段)"
)
_PLACES = frozenset("省市县区旗镇乡村局站所校院厂户科室馆")
_REACH, _FEWEST = 120, 2


def motto(facts: Facts, figure: Quantity) -> Listed | None:
    """The clauses behind a quoted number that repeat its word."""
    if facts.text[figure.start - 1 : figure.start] not in _OPEN:
        return None
    found = _MOTTO.match(facts.text, figure.end)
    if found is None:
        return None
    _, high = facts.windows.bounds("sentence", figure.start)
    clauses = facts.text[found.end() : high].replace("，", ";").split(";")
    told = tuple(c for clause in clauses for c in clause.split("、") if found["word"] in c)
    # a clause more may but sum up what was told
    return (found.end(), high, told) if _FEWEST <= len(told) <= figure.printed else None


def bare_mottos(facts: Facts) -> Iterator[Enumeration]:
    """The same of a number without a unit (“四统一”), and of what stands before it."""
    for found in _BARE.finditer(facts.text):
        number, told = parse(found["number"]), _told_around(facts, found)
        if number and told and not facts.in_table(found.start()):
            value = Decimal(number)
            span = found.span("number")
            figure = Quantity(*span, exactly(value), value, ONE, "count:个", "个", ONE)
            yield Enumeration(figure, *told, False, True)


def _told_around(facts: Facts, found: re.Match[str]) -> Listed | None:
    """The clauses right behind or right before a motto, each with its word."""
    word = found["word"]
    low, high = facts.windows.bounds("sentence", found.start())
    behind = _IS.match(facts.text, found.end(), high)
    if behind is not None:
        if len(word) == 1:
            return _each_begins(facts, word, behind.end(), high)
        pieces = _PARTED.split(_row(facts.text[behind.end() : high], word).rstrip("。)"))
        told = tuple(takewhile(lambda piece: word in piece, pieces))
        return (behind.end(), high, told) if len(told) >= _FEWEST else None
    if len(word) == 1:
        return None
    lead = _LEADS.search(facts.text, low, found.start())
    if lead is None:
        return None
    pieces = _PARTED.split(facts.text[low : lead.start()])
    told = tuple(takewhile(lambda piece: word in piece, reversed(pieces)))[::-1]
    return (low, lead.start(), told) if len(told) > _FEWEST else None


def _row(text: str, word: str) -> str:
    """The clause that lists things by 、, unless the next goes on with them; or all of a text."""
    first, *others = _COMMA.split(text, maxsplit=1)
    goes_on = any(rest.startswith(word) and _GOES_ON.match(rest) for rest in others)
    return first if "、" in first and not goes_on else text


def _each_begins(facts: Facts, word: str, low: int, high: int) -> Listed | None:
    """Short things that each begin with the one character of a motto: 进校园、进厂矿、进圩场."""
    row = _row(facts.text[low : min(high, low + _REACH)], word)
    told = tuple(takewhile(lambda piece: piece.startswith(word), _SHORT_PARTED.split(row)))
    plain = all(_SHORT.fullmatch(piece) for piece in told)
    end = low + len(row)
    return (low, end, told) if len(told) >= _FEWEST and plain else None


def all_told(facts: Facts, figure: Quantity) -> Listed | None:
    """The names right before 共 and a number, where they may be names of what is counted."""
    low, _ = facts.windows.bounds("sentence", figure.start)
    low = max(low - 1, figure.start - _REACH, 0)
    row = _ALL_TOLD.search(facts.text, low, figure.start)
    behind = _NOUN.match(facts.text, figure.end)
    noun = (row and row["noun"]) or (behind and behind["noun"])
    if row is None or not noun:
        return None
    items = tuple(row["row"].split("、"))
    if row["noun"] and not all(item[-1] in _OFFICES for item in items):
        return None
    ends = {item[-1] for item in items} & _PLACES
    if are_named_before(facts.text[low : row.start("row")], items, ends):
        return None
    return (*row.span("row"), items) if ends <= {*noun} or len(noun) > 1 else None
