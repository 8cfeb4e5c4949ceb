"""The ordinal of what was so many times a year, that is past that number or not next to it.

全年开会三次，……11月的第四次会议; 每季度一次，……当年第五次; 3月、6月各办一期，9月结业的是第四期.
So too one that is not at its place: 开会三次：3月……，6月……，9月……。其中6月的第三次会议.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.counts.announced_items import enumerations
from linter.binding.counts.enumeration import Enumeration
from linter.binding.counts.in_turn import OutOfTurn
from linter.binding.names import pairs
from linter.facts.facts import Facts
from linter.facts.numeral import read, spelled
from linter.facts.quantity import Quantity
from linter.model import Span
from linter.regexes.late import regex

_UNITS = "次期场轮"
_NTH = (
    r"第(?P<digits>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<unit>[次期场轮])"
    r"(?P<name>[\u4e00-\u9fff]{0,10})"
)
_ORDINAL = regex(_NTH)
_OF_YEAR = regex("(?:全年|年内|当年|本年度?|一年|年度内?)[^,，;。]{0,20}$")
"""Before a number of times, in its piece."""
_SOME = regex(
    "[每第另前后拟应须除超差少各]|计划|目标|原定|约定|要求|其中|分别|平均|至少|不少于|累计|上年|去年|以来|历年"
)
"""Around a number of times: it is no number of all that were in the year."""
_ELSEWHERE = regex(
    "届|拟|将|计划|预计|取消|推迟|延期|顺延|连续|职工|单列|自成立|下一?年|次年|明年|次月|历[次年]|累计|连续编号|总第|全国|全省|全市|中央|精神|学习|上级|年起|[以至]来|上年|去年"
)
"""Around an ordinal: it is one of a numbering that is not the year's, or is still to come."""
_DAY = r"(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|[初底末])?)"
_DAYS = regex(_DAY)
_OF_DAY = regex(
    rf"(?:^|[,，;:]){_DAY}(?:份|又|再)*(?:召开|举[办行]|组织|开展|开|发出|结业)?[的了]?[是为]?$"
)
"""All that stands before an ordinal in its piece."""
_EVERY = regex(r"每(?P<of>半年|季度?|两个月|月)[^,，;。\d第一]{0,8}[一1](?P<unit>[次期场轮])")
_MOST = {"半年": 2, "季": 4, "季度": 4, "两个月": 6, "月": 12}
"""How often something is in a year at the most, by how often it is."""
_MORE = regex(
    r"加[开办急密测检]|增[开办加]|临时|补[开办测检]|复[测检查]|重[测检]|除|另|(?:19|20)\d\d年"
)
"""In its sentence: there were more than the usual ones, or they are counted from another year."""
_THIS_YEAR = regex("(?:当年|全年|本年度?|年内)的?$")
_EACH = regex(
    rf"(?P<days>{_DAY}(?:[、和及与]{_DAY})+)各?(?:召开|举[办行]|组织|开展|办|开)?[了过]?各?[一1](?P<unit>[次期场轮])"
    rf"(?P<what>[\u4e00-\u9fff]{{0,8}})[,，]{_DAY}[^,，;。\d第]{{0,12}}"
    + _NTH.replace("unit", "nth")
)
_NUMBER = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_ROUNDS = regex(
    rf"[自从](?P<from>20\d\d)年[^,，;。\d]{{0,10}}(?:以来|起)[,，]?[^,，;。\d一二两三四五六七八九十]{{0,20}}"
    rf"(?P<n>{_NUMBER})(?P<unit>[次期届轮])[,，](?:本年度?|今年|当年)(?:正?[为是系])第(?P<digits>{_NUMBER})(?P=unit)"
)
"""自2021年以来已连续开展三轮，本年为第四轮."""
_SO_FAR = regex(
    rf"(?:先后|累计|一?共)(?:举办|举行|开办|办|评选|开展)[过了]?(?P<n>{_NUMBER})(?P<unit>[届期轮])(?P<name>[\u4e00-\u9fff]{{0,10}})[,，]"
    rf"[^。;\n第]{{0,20}}(?:举[办行]|召开|开[展办])的第(?P<digits>{_NUMBER})(?P=unit)(?P<other>[\u4e00-\u9fff]{{0,8}})"
)
_EVENT = regex("[班会赛节展]|检查|评估|评审|培训|[巡督]查")
"""In what is said of the newest: what it is, maybe other than those that were counted."""
_OVER = regex("完成|结束|[办做搞]完")
"""In the words of how many there were: the one of this year may not be among them."""
_OF_OTHERS = regex("近|承办|年来|任|第[一二三四五六七八九\\d]|其中")
"""Before how often something was, as far as that: it was held before, by others or not counted."""
_FORMER = regex(
    rf"第(?P<digits>{_NUMBER})(?P<unit>[次期批届轮])[^。;\n第]{{1,40}}[,，](?P<before>前(?P<n>{_NUMBER})(?P=unit))(?:已?分别|依次|先后)"
)
"""第三批遴选于4月完成，前两批分别在2021年和2022年."""
_ONE_MORE = regex("另|其余|还有")
"""Behind the former ones: there was one that is told apart."""
_MONTH_FIRST = regex(r"(?P<month>\d{1,2})月")
_OF_MONTH = regex(
    r"(?<!\d)(?P<month>\d{1,2})月(?:\d{1,2}日|[上中下]旬|[初底末]|份)?"
    r"(?:召开|举[办行]|组织|开展|开)?[的了]?" + _NTH
)
_NOT_FIRST = regex("月|首[次期场轮]|第[一1]|年初|年前|节前|此前|之前|先|原")
_BEFORE_YEAR = regex("上年|去年|往年|首|继")
"""Before days: there was one before them."""
_FEWEST, _FAR, _REACH, _PAIR, _KIND, _SLIP = 2, 2, 90, 2, 6, 2
_LATE = regex(r"(?<!\d)(?:[7-9]|1[0-2])月")
"""In an earlier month, an ordinal may be one of a numbering that goes on from year to year."""


def times_of_year(facts: Facts) -> Iterator[OutOfTurn]:
    """Every ordinal that cannot be by how often its like was, or is told to be, in the year."""
    for figure in facts.running:
        counts = facts.text[figure.end - 1] in _UNITS and figure.dimension.startswith("count:")
        if counts and figure.exact and not (figure.hedge or figure.per):
            yield from _past(facts, figure)
    for every in _EVERY.finditer(facts.text):
        yield from _too_often(facts, every)
    for each in _EACH.finditer(facts.text):
        yield from _not_next(facts, each)
    yield from _not_the_last(facts)
    yield from _not_the_next(facts)
    if _OF_MONTH.search(facts.text):
        for listed in enumerations(facts):
            yield from _displaced(facts, listed)


def _past(facts: Facts, figure: Quantity) -> Iterator[OutOfTurn]:
    """全年召开联席会议5次，7月的第六次联席会议: the one right past all."""
    low, high = facts.windows.bounds("sentence", figure.start)
    low = max(low, figure.start - _REACH)
    told = _OF_YEAR.search(facts.text, low, figure.start)
    piece = facts.text[told.start() : figure.end + _PAIR] if told else ""
    if not piece or figure.printed < _FEWEST or _SOME.search(facts.text[low : figure.start]):
        return
    for nth in _ORDINAL.finditer(facts.text, figure.end, min(high, figure.end + _REACH)):
        next_ = (
            nth["unit"] == facts.text[figure.end - 1] and read(nth["digits"]) == figure.printed + 1
        )
        before = _piece(facts, figure.end, nth)
        if next_ and _OF_DAY.search(before) and _is_of_it(nth, piece):
            around = facts.text[nth.start() - len(before) : _end(facts, nth, high)]
            words = facts.text[low : figure.end + _PAIR] + around
            if _LATE.search(before) and not _ELSEWHERE.search(words):
                yield _against(nth, figure.start, figure.end)
            return


def _too_often(facts: Facts, every: re.Match[str]) -> Iterator[OutOfTurn]:
    """每季度调度一次，……当年第五次; 每半年一次，6月末为第一次，……12月末第三次."""
    low, high = facts.windows.bounds("sentence", every.start())
    high, first = min(high, every.end() + _REACH), False
    if facts.in_table(every.start()) or _MORE.search(facts.text, low, high):
        return
    for nth in _ORDINAL.finditer(facts.text, every.end(), high):
        if nth["unit"] != every["unit"]:
            continue
        number = read(nth["digits"]) or 0
        of_year = first or _THIS_YEAR.search(facts.text, every.end(), nth.start())
        if of_year and number == _MOST[every["of"]] + 1:
            if not _ELSEWHERE.search(facts.text, low, _end(facts, nth, high)):
                yield _against(nth, *every.span())
            return
        first = first or number == 1


def _not_next(facts: Facts, each: re.Match[str]) -> Iterator[OutOfTurn]:
    """2月、4月各办一期，6月结业的是第四期: one past as many days, where none was before them."""
    low, high = facts.windows.bounds("sentence", each.start())
    due = len(_DAYS.findall(each["days"])) + 1
    number = read(each["digits"]) or 0
    if each["unit"] != each["nth"] or not due < number <= due + _FAR:
        return
    if each["what"] and each["name"] and not pairs(each["what"]) & pairs(each["name"]):
        return
    before = facts.text[max(low, each.start() - _REACH) : each.start()]
    last = max(before.rfind(mark) for mark in ",，;:") + 1
    if _NOT_FIRST.search(before[last:]) or _DAYS.search(before) or _BEFORE_YEAR.search(before):
        return
    if not _ELSEWHERE.search(facts.text, each.start(), _end(facts, each, high)):
        yield OutOfTurn(Span(each.start("digits") - 1, each.end("nth")), Span(*each.span("days")))


def _piece(facts: Facts, low: int, nth: re.Match[str]) -> str:
    """What stands before an ordinal from the last comma on, that with it."""
    last = max(facts.text.rfind(mark, low, nth.start()) for mark in ",，;:")
    return facts.text[max(low, last) : nth.start()]


def _end(facts: Facts, nth: re.Match[str], high: int) -> int:
    """Where the clause of an ordinal ends."""
    ends = (facts.text.find(mark, nth.end(), high) for mark in ",，;。")
    return min((end for end in ends if end >= 0), default=high)


def _is_of_it(nth: re.Match[str], piece: str) -> bool:
    """Whether what an ordinal numbers is named beside a number of times."""
    name = nth["name"]
    return any(pair in piece for pair in pairs(name)) or (name.startswith("会") and "会" in piece)


def _against(nth: re.Match[str], start: int, end: int) -> OutOfTurn:
    """An ordinal against what tells how many there were."""
    return OutOfTurn(Span(nth.start(), nth.end("unit")), Span(start, end))


def _not_the_last(facts: Facts) -> Iterator[OutOfTurn]:
    """The newest of so many that is not the last of them: 已连续开展三轮，本年为第四轮."""
    for found in (*_ROUNDS.finditer(facts.text), *_SO_FAR.finditer(facts.text)):
        told, number = read(found["digits"]) or 0, read(found["n"]) or 0
        low, _ = facts.windows.before("sentence", found.start(), _REACH)
        begun = found.groupdict().get("from")
        counted = facts.year is not None and facts.year - int(begun or 0) + 1 == number
        own = facts.text[low : found.start("n")]
        if begun:
            apart = not counted or _OVER.search(found[0]) is not None
        else:
            near = number < told <= number + _SLIP
            apart = not near or bool(_OF_OTHERS.search(own)) or _is_another(found)
        if told != number and not apart:
            yield OutOfTurn(_nth_span(found), Span(found.start("n"), found.end("unit")))


def _not_the_next(facts: Facts) -> Iterator[OutOfTurn]:
    """The newest that is not the next to the former ones: 第三批……，前两批分别……."""
    for found in _FORMER.finditer(facts.text):
        number = read(found["n"]) or 0
        between = f"第{spelled(number + 1)}{found['unit']}"
        _, high = facts.windows.bounds("sentence", found.end())
        if _ONE_MORE.search(facts.text, found.end(), high):
            continue
        if read(found["digits"]) == number + 2 and between not in facts.text:
            yield OutOfTurn(_nth_span(found), Span(*found.span("before")))


def _is_another(found: re.Match[str]) -> bool:
    """Whether the newest is called an event of another name than the counted: 第十届市运会."""
    name, other = found["name"], found["other"]
    return bool(_EVENT.search(other)) and bool(name) and not pairs(name) & pairs(other)


def _nth_span(found: re.Match[str]) -> Span:
    return Span(found.start("digits") - 1, found.end("digits") + 1)


def _displaced(facts: Facts, listed: Enumeration) -> Iterator[OutOfTurn]:
    """The ordinal of a month, behind times listed by their months, that is another's of these."""
    months = [_MONTH_FIRST.match(item) for item in listed.items]
    told = [int(month["month"]) for month in months if month]
    unit = listed.announced.unit
    if listed.open or len(told) != len(months) or told != sorted({*told}) or unit is None:
        return
    near = facts.windows.behind("block", listed.end, listed.end, _REACH)
    kind = facts.text[max(0, listed.announced.start - _KIND) : listed.announced.end + _KIND]
    for nth in _OF_MONTH.finditer(facts.text, *near):
        month, number = int(nth["month"]), read(nth["digits"])
        of_it = not nth["name"] or bool(pairs(kind) & pairs(nth["name"]))
        if nth["unit"] != unit or not of_it or month not in told:
            continue
        place = told.index(month)
        if place + 1 != number:
            at = facts.text.find(listed.items[place], listed.start)
            yield OutOfTurn(_nth_span(nth), Span(at, at + len(listed.items[place])))
