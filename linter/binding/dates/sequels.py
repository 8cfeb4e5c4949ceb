"""Two editions of one series told with their years: 2022年第七届职工技能大赛, 2023年第九届.

From one year to the next there is one edition more at most; a number met twice in two years, or two
numbers in one, cannot both be right.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from linter.binding.nearby import moments_within
from linter.facts import numeral
from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.regexes.late import regex

_EDITION = regex(
    r"(?:第 ?(?P<digits>\d{1,3}|[一二三四五六七八九十]{1,4}) ?|(?P<first>首))届[“\"《「”」]?"
    r"(?P<name>[\u4e00-\u9fff]{0,14})"
)
_BREAK = regex(
    r"期间|如期|按期|照常|照例|继续|顺延|已|参赛|参展|于|在|的|共|已|圆满|顺利|成功|举办|举行|开幕|上|中|，|为|吸引|及|和|与"
)
_BODY = regex(
    "人大|人民代表|代表大会|党代会|中央|中全会|委员|政协|理事|监事|班子|董事|学生|毕业|团代|支部|政府|党委"
)
_SEVERAL = regex(
    "分别|依次|春|秋|上半年|下半年|每年[两二三]|一年[两二三]|延期|推迟|停办|补办|未能?举办|没有举办|取消|青年组|少年组"
)
_BRANCH, _BESIDE = regex("分会场"), 8
"""Right beside an edition: a part of the event may have editions of its own."""
_MARKS, _MARK = ",，;。:(", regex("[,，;。:()]")
_FEWEST = 2
_MOST = 60


class Sequel(Struct, frozen=True):
    """An edition with the year that another of its series makes due, and the year told."""

    start: int
    end: int
    due: int
    told: int
    moment: Moment
    earlier: tuple[int, int]
    """Where the other edition stands."""


class _Told(Struct, frozen=True):
    start: int
    end: int
    number: int
    name: str
    year: int
    moment: Moment


def sequels(facts: Facts) -> Iterator[Sequel]:
    """Every edition that an earlier one of its series keeps from being of the year told."""
    told = list(_told(facts))[:_MOST]
    for at, later in enumerate(told):
        for earlier in told[:at]:
            if _are_one(facts, earlier, later) and _is_against(earlier, later):
                due = earlier.year + later.number - earlier.number
                place = earlier.start, earlier.end
                yield Sequel(later.start, later.end, due, later.year, later.moment, place)
                break


def _told(facts: Facts) -> Iterator[_Told]:
    """The editions beside which their year stands."""
    for match in _EDITION.finditer(facts.text):
        low, high = facts.windows.around("clause", match.start(), match.start("name"))
        if _SEVERAL.search(facts.text, low, high) or _BODY.match(match["name"]):
            continue
        if _BRANCH.search(facts.text, max(low, match.start() - _BESIDE), match.end()):
            continue
        digits = match["digits"]
        number = 1 if digits is None else numeral.read(digits)
        name = _BREAK.split(match["name"], maxsplit=1)[0]
        beside = _year(facts, low, match.start(), match.start("name") + len(name), high)
        if number is None or beside is None:
            continue
        yield _Told(match.start(), match.start("name"), number, name, *beside)


def _year(facts: Facts, low: int, start: int, end: int, high: int) -> tuple[int, Moment] | None:
    """The year told with an edition between two marks, else the last before it in its clause."""
    own = facts.behind_last(_MARKS, low, start)
    mark = _MARK.search(facts.text, end, high)
    behind = moments_within(facts, end, mark.start() if mark else high)
    elsewhere = _EDITION.search(facts.text, low, own) is not None
    before = [] if elsewhere else moments_within(facts, low, own)[::-1]
    for moments in (moments_within(facts, own, start)[::-1], behind, before):
        for moment in moments:
            if (year := facts.year_of(moment)) is not None:
                return year, moment
    return None


def _are_one(facts: Facts, a: _Told, b: _Told) -> bool:
    """Whether two editions are of one series: of one name, or one has none beside the other."""
    if not b.name or not a.name:
        same = facts.windows.bounds("sentence", a.start) == facts.windows.bounds(
            "sentence", b.start
        )
        return same and bool(a.name or b.name)
    shorter, longer = sorted((a.name, b.name), key=len)
    return len(shorter) >= _FEWEST and longer.startswith(shorter)


def _is_against(a: _Told, b: _Told) -> bool:
    """Whether two editions cannot be of the years told of them."""
    years, numbers = b.year - a.year, b.number - a.number
    if years == 0 or numbers == 0:
        return years != numbers
    return (years > 0) is not (numbers > 0) or abs(numbers) > abs(years)
