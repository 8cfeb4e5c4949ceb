"""One event told twice with two numbers: 第三届书香节, later 第四届书香节; 首次, later 第二次.

Whoever tells of an event in two paragraphs without another year or day means the same one. Where an
ordinal goes past the number that is told of all (两轮督查，第三轮……), one of the two is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from linter.binding.dates.numbered import NUMERAL, Numbered
from linter.binding.dates.stated import ADDED, has_figure, is_member, is_stated
from linter.binding.names import pairs
from linter.binding.nearby import moments_within
from linter.facts import numeral
from linter.facts.facts import Facts
from linter.regexes.late import regex

_ORDINAL = regex(
    rf"(?=[第首头一二三四五六七八九十])"
    rf"(?:(?:第 ?(?P<digits>{NUMERAL})|(?P<first>首|头一?)(?=[届次轮回度]))"
    r"(?P<unit>[届次轮回度批])"
    r"|(?<![第一二三四五六七八九十])(?P<session>[一二三四五六七八九十]{1,3})(?=次(?:会议|全会|全体会议)))"
)
"""What looks ahead to the first letter spares the search all ways at each other place."""
_NAME = regex(r"[“\"《「」”]?(?P<name>[\u4e00-\u9fff“”\"]{0,16})")
_NOUN = regex(r"[^,，]*?(?:节|赛|会|展|论坛|评选|活动|周(?!年)|月(?!\d))")
_BREAK = regex(
    r"期间|参赛|参展|于|在|的|圆满|顺利|成功|举办|举行|开幕|为|吸引|及|和|与|放|照例|因|后|由|经费|获|专门|是"
)
_STATED = regex(r"(?P<name>[\u4e00-\u9fff]{2,14}?)(?:[系是为属即]|属于|编为|认定为|编号与|写的是)$")
"""Before an ordinal: a thing, and that it is the one so numbered: 联席会是第三次."""
_QUOTES = regex('[“”"《》「」]')
_BEHIND_NAME = regex(r"(?P<name>[\u4e00-\u9fff]{2,12})\($")
_BODY = regex(r"(?P<body>(?:第 ?)?[一二三四五六七八九十\d]{1,3}届[\u4e00-\u9fff]{0,12})$")
_OTHERS = regex(
    r"上一?[届次轮]|往届|历[届次]|连续|以来|[自从]第|[届次轮]起|下一?[届次轮]|分别|依次|[、和与及至到]第"
    r"|此前|先后|取消|延期|推迟|停办|[上下]半年|第[一二三四五六七八九十\d]+[届次轮批][、和与至到]|每[届次轮年]|上年|去年|明年|次年"
)
_AHEAD = regex("(?:筹备|筹办|备战|迎接|拟|将|预计|计划)[^,，;。]{0,8}$")
"""In a clause: it tells of more than one of the series, or of another year's."""
_REPEATED = ("次", "回", "度")
_DONE = regex(
    r"[了地]?(?:开办|举办|承办|主办|办|试|与|和|同|组织|开展|引入|引进|采用|尝试|参加|参与|获|荣获|实现|推行|实行|启动|进入|被|列入|亮相|在|[,，;。)]|$)"
)
"""Behind 首次 or 第二次: it says how often something was done, and numbers none of a row."""
_SEVERAL = regex(
    rf"(?:全年|年内|共计?|分|先后|累计|一共|开展|组织|进行|举行|召开)了?[^,，;。\d]{{0,6}}?(?P<number>{NUMERAL})(?P<unit>[轮批])"
    r"(?P<name>[\u4e00-\u9fff]{2,6})?"
)
_MORE = regex("已|前|正在|将|拟|计划|预计|下一|明年|次年|尚|还|追加|另|又|再")
_FEWEST, _SHARED, _RARE, _SELDOM = 2, 3, 2, 4
"""Letters of a name; pairs of letters in common of two clauses; how many of them are told seldom,
and how often that is."""
_VOTED = regex("票|举手|表决")
"""Of a session: what a year's projects were chosen by, which only one session did."""
_AROUND = 28
_MOST = 60
_DAY = regex(r"\d{1,2}月(?:\d{1,2}[日号])?")


def two_numbers(facts: Facts) -> Iterator[tuple[Numbered, Numbered]]:
    """Each event as told first, and as numbered otherwise further on."""
    told = list(_told(facts))[:_MOST]
    for earlier, later in combinations(told, 2):
        if earlier.number == later.number:
            continue
        if facts.windows.share("block", earlier.start, later.start):
            continue
        if _are_one(facts, earlier, later) and not _has_third(told, earlier, later):
            yield earlier, later
    yield from _past_all(facts, told)


def _told(facts: Facts) -> Iterator[Numbered]:
    """The numbered events that no word of their clause makes one of several."""
    for match in _ORDINAL.finditer(facts.text):
        if facts.in_grid(match.start()):
            continue
        low, high = facts.windows.around("clause", *match.span())
        event = _event(facts, match, low, high)
        if event is not None and not _is_of_others(facts, event, low, high):
            yield event


def _event(facts: Facts, match: re.Match[str], low: int, high: int) -> Numbered | None:
    text, session = facts.text, match["session"]
    digits = session or match["digits"]
    number = 1 if digits is None else numeral.read(digits)
    if number is None:
        return None
    found = _NAME.match(text, match.end(), high)
    name = _QUOTES.sub("", found["name"] if found else "")
    noun = _NOUN.match(name)
    name = noun[0] if noun and not session else _BREAK.split(name, maxsplit=1)[0]
    before = _BEHIND_NAME.search(text, low, match.start())
    if not name and before:
        name = before["name"]
    body = _BODY.search(text, max(low, match.start() - 16), match.start())
    days = (_DAY.search(text, m.start, m.end) for m in moments_within(facts, low, match.start()))
    day = next((found[0] for found in reversed(list(days)) if found), "")
    unit = "次" if session else match["unit"]
    done = _DONE.match(text, match.end(), high) is not None
    named = body["body"] if body else ""
    says = _STATED.search(text, max(low, match.start() - _AROUND), match.start())
    stated = ADDED.sub("", says["name"]) if says else ""
    first = bool(match["first"])
    return Numbered(*match.span(), number, unit, name, named, day, first, done, stated)


def _is_of_others(facts: Facts, event: Numbered, low: int, high: int) -> bool:
    if _OTHERS.search(facts.text, max(low, event.start - _AROUND), min(high, event.end + _AROUND)):
        return True
    if _AHEAD.search(facts.text, low, event.start):
        return True
    if event.unit == "批" and is_member(facts, event):
        return False
    own = facts.year
    near = moments_within(facts, max(low, event.start - _AROUND), min(high, event.end + _AROUND))
    return any(m.relative or (m.year is not None and m.year != own) for m in near)


def _are_one(facts: Facts, a: Numbered, b: Numbered) -> bool:
    if a.day and b.day and a.day != b.day:
        return False
    if a.body or b.body:
        same = a.body.removeprefix("第") == b.body.removeprefix("第")
        return same and (_are_alike(facts, a, b, 0) or all(_is_vote(facts, e) for e in (a, b)))
    if a.unit == b.unit == "届" and _is_end(a.name, b.name):
        return True
    if a.unit == b.unit and not (a.first or b.first) and is_stated(facts, a, b):
        return a.unit != "批" or all(is_member(facts, e) for e in (a, b))
    if a.unit == b.unit == "批" and has_figure(facts, a, b):
        return True
    if a.unit == b.unit == "届":
        return False
    if a.day and a.day == b.day and a.unit == b.unit and a.day[-1] in "日号":
        return len(a.name) >= _FEWEST and a.name == b.name
    often = a.unit in _REPEATED and b.unit in _REPEATED and a.done and b.done
    return often and (a.first or b.first) and _are_alike(facts, a, b, _RARE)


def _is_vote(facts: Facts, event: Numbered) -> bool:
    return _VOTED.search(facts.text, event.end, event.end + _AROUND) is not None


def _is_end(one: str, other: str) -> bool:
    """Whether a name is another's end, or is the other with more behind it."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _FEWEST and (longer.endswith(shorter) or longer.startswith(shorter))


def _are_alike(facts: Facts, a: Numbered, b: Numbered, rare: int) -> bool:
    """Whether the clauses of two events have words in common, some that the report has seldom."""
    shared = (_words(facts, a) & _words(facts, b)) - pairs("次会议")
    seldom = [pair for pair in shared if facts.commonness[pair] <= _SELDOM]
    return len(shared) >= (_SHARED if rare else 1) and len(seldom) >= rare


def _words(facts: Facts, event: Numbered) -> set[str]:
    low, high = facts.windows.around("clause", event.start, event.end, _AROUND)
    return pairs(facts.text[low : event.start - len(event.body)]) | pairs(
        facts.text[event.end : high]
    )


def _has_third(told: list[Numbered], a: Numbered, b: Numbered) -> bool:
    """Whether the report numbers such events otherwise once more: then it tells of several."""
    alike = (e for e in told if e.unit == a.unit and e.name == a.name and e.body == a.body)
    return bool(a.name) and not {e.number for e in alike} <= {a.number, b.number}


def _past_all(facts: Facts, told: list[Numbered]) -> Iterator[tuple[Numbered, Numbered]]:
    """Each event past the number of all: 全年开展两轮督查, 第三轮督查."""
    if not any(event.unit in "轮批" for event in told):
        return
    for match in _SEVERAL.finditer(facts.text):
        number = numeral.read(match["number"])
        low, high = facts.windows.around("sentence", *match.span())
        if number is None or number < _FEWEST or facts.text[match.start("number") - 1] == "第":
            continue
        if _MORE.search(facts.text, max(low, match.start() - 8), match.start("number")):
            continue
        name = _BREAK.split(match["name"] or "", maxsplit=1)[0]
        every = Numbered(*match.span(), number, match["unit"], name, "", "", False, False)
        for event in told:
            same = event.name.startswith(name) or (
                match.end() <= event.start < high and not event.name
            )
            if name and same and event.unit == every.unit and event.number > number:
                yield every, event
