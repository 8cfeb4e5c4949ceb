"""Times of a day told with the time between them: 14时20分接警，15时05分到场，用时45分钟.

A time may be the next day's. Hours in which something is open may be fewer than those between its
first and its last, but never more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from linter.binding.dates.told_figures import ToldFigure
from linter.facts.facts import Facts
from linter.regexes.late import regex

_WRITTEN = (
    r"(?:[时点](?![段位名评多期刻速效候差])(?:(?P<m{0}>\d{{1,2}})分(?!钟)|(?P<half{0}>半)|整)?"
    r"|:(?P<s{0}>\d{{2}})(?![\d:]))"
)
_HOURS = r"(?<![\d.:])(?P<h{0}>\d{{1,2}})"
_TIME = _HOURS + _WRITTEN
_ONE = regex(_TIME.format(""))
_LENGTH = (
    r"(?:(?P<hours>\d{1,2})个?(?P<full>半)?小时(?P<and>半)?)?零?(?:(?P<minutes>\d{1,3})分钟?)?"
)
_TOOK = regex(
    r"[,，](?:全程|前后|总共|实际|出警|途中|处置|响应)?(?:(?:用时|历时|耗时|费时|时长|相隔|间隔|仅用|只用|用)了?(?:为|是|:)?(?:仅|共)?|(?<=全程)|一?共)"
    + _LENGTH
    + r"(?=[,，;。)]|$)"
)
_RANGE = regex(
    f"{_HOURS}(?P<full1>{_WRITTEN})?".format(1)
    + r"(?:至|到|-{1,2}|—{1,2}|–|~)(?P<next>次日|翌日|第二天|次晨|凌晨)?(?:上午|下午|晚上?|傍晚)?"
    + _TIME.format(2)
)
_OPEN = regex(
    r"(?:[^,，;。\d另夜延周加增]{0,14}[,，]){1,2}(?:每[天日]|全天|一天|单日)?(?:一共|共计?|合计|总计|连续)?[^,，;。\d每]{0,6}?(?P<n>\d{1,2})个?小时"
)
_MOVED = regex(
    r"[由从]"
    + _TIME.format(1)
    + r"[^,，;。\d]{0,6}?(?:延长?|推迟|顺延|提前|提早|改)[至到](?:上午|下午|晚上?|早上?|清晨|凌晨)?"
    + _TIME.format(2)
    + r"[^,，;。\d]{0,10}[,，][^,，;。\d]{0,4}(?:多|延长|增加|提前|提早|推迟|晚|早)"
    r"[^,，;。\d]{0,6}?(?P<n>\d{1,2})个?小时"
)
_LOOSE = regex("约|近|多|余|左右|不到|不足|以内|上下|大概")
_AFTERNOON = regex("下午|晚|傍晚|午后|夜|凌晨|清晨|早上?|次日|翌日")
_REACH, _DAY, _HOUR = 60, 1440, 60


def clock_times(facts: Facts) -> Iterator[ToldFigure]:
    """Every time of a day that there is not, and every time between two of them."""
    text = facts.text
    if not _ONE.search(text):
        return
    for match in _RANGE.finditer(text):
        yield from _of_range(facts, match)
    for match in _MOVED.finditer(text):
        first, last = _minutes(match, "1"), _minutes(match, "2")
        apart = abs(last - first)
        if first % _HOUR or last % _HOUR or _AFTERNOON.search(match[0]):
            continue
        shown = f"{match['h1']}时与{match['h2']}时相差{apart // _HOUR}小时"
        place, other = match.span("n"), (match.start("h1"), match.end("h2"))
        yield ToldFigure(*place, other, shown, int(match["n"]) * _HOUR == apart)
    for match in _TOOK.finditer(text):
        yield from _taken(facts, match)


def _of_range(facts: Facts, match: re.Match[str]) -> Iterator[ToldFigure]:
    """每日8时至18时有人值守，共值守10小时."""
    written = match["m1"], match["m2"]
    hours = [int(match[name]) for name in ("h1", "h2")]
    if any(minute and int(minute) >= _HOUR for minute in written) or max(hours) > 24:
        if match["full1"] and match["s1"] is match["s2"] is None:  # 25:12 may be a ratio
            yield ToldFigure(*match.span(), match.span(), "一天只有24小时，一小时只有60分", False)
        return
    first, last = _minutes(match, "1"), _minutes(match, "2")
    around = facts.text[max(0, match.start() - 4) : match.end()]
    opened = _OPEN.match(facts.text, match.end())
    if opened is None or _AFTERNOON.search(around.replace(match["next"] or "\0", "")):
        return
    last += _DAY if match["next"] or last <= first else 0
    told = int(opened["n"]) * _HOUR
    shown = f"{facts.text[slice(*match.span())]}共{_in_words(last - first)}"
    yield ToldFigure(*opened.span("n"), match.span(), shown, told <= last - first)


def _taken(facts: Facts, match: re.Match[str]) -> Iterator[ToldFigure]:
    """14时20分接警，15时05分到场，用时45分钟."""
    text = facts.text
    if not (match["hours"] or match["minutes"]) or _LOOSE.search(match[0]):
        return
    found = list(_ONE.finditer(text, *facts.windows.before("sentence", match.start(), _REACH)))
    if len(found) < 2 or _AFTERNOON.search(text, found[0].end(), match.start()):
        return
    half = 30 if match["full"] or match["and"] else 0
    told = int(match["hours"] or 0) * _HOUR + int(match["minutes"] or 0) + half
    times = [_minutes(one, "") for one in found]
    apart = {(b - a) % _DAY for a, b in combinations(times, 2)}
    shown = f"{found[0][0]}至{found[-1][0]}为{_in_words((times[-1] - times[0]) % _DAY)}"
    start = match.start("hours") if match["hours"] else match.start("minutes")
    other = found[0].start(), found[-1].end()
    yield ToldFigure(start, match.end(), other, shown, told in apart)


def _minutes(match: re.Match[str], which: str) -> int:
    """A time of a day in minutes."""
    minute = match[f"m{which}"] or match[f"s{which}"] or ("30" if match[f"half{which}"] else "0")
    return int(match[f"h{which}"]) * _HOUR + int(minute)


def _in_words(minutes: int) -> str:
    hours, rest = divmod(minutes, _HOUR)
    return f"{hours}小时" * bool(hours) + f"{rest}分钟" * bool(rest or not hours)
