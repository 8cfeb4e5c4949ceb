"""Months and days told of a named part of the year or month that are none of its.

第二季度……，其中7月份; 9月28日（中旬）; 二季度上线，上线当天正是3月31日. A day is of a quarter, a
half-year, a season or ten days only where words say so; what is of it may be done behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from linter.binding.dates.told_figures import ToldFigure
from linter.binding.names import pairs
from linter.facts.facts import Facts
from linter.facts.numeral import read
from linter.regexes.late import regex

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})"
_DAY = regex(
    rf"(?P<other>[次翌上去明前]年)?(?<![\d一二三四五六七八九十个])(?P<m>{_N})月份?"
    r"(?:(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|[上中下]旬|[初底末])?"
    r"(?P<to>[日号]?[至到—–~-]{1,2}[\d一二三四五六七八九十]{1,3}[月日号](?:[\d一二三四五六七八九十]{1,3}日)?)?"
)
_PART = regex(
    rf"第?(?P<quarter>[一二三四1-4])季度(?P<edge>[末初])?|(?P<half>[上下])半年|(?P<season>[春夏秋冬]季|暑[期假]|寒假)(?!学期)"
    rf"|(?:(?<![\d月])(?P<m>{_N})月份?)?(?P<ten>[上中下]旬)|(?P<edge3>[年月][初中末底])"
)
_NO_PART = regex(r"(?:[比较至到、和与前按每跨]|[次翌上去明前]年|[较比][^,，;。]{1,4})$")
_NONE_BEHIND = regex(
    r"[底前后以起至、和与及跟同补]|到(?![货账位期岗村场达])|来临|季?[末初]?[之以]?[前后]|[(,，]?(?:未|不)"
)
_MONTHS = {
    "上": (1, 2, 3, 4, 5, 6),
    "下": (7, 8, 9, 10, 11, 12),
    "春": (2, 3, 4, 5, 6),
    "夏": (4, 5, 6, 7, 8, 9),
    "秋": (8, 9, 10, 11, 12),
    "冬": (10, 11, 12, 1, 2, 3, 4),
    "暑": (6, 7, 8, 9),
    "寒": (12, 1, 2, 3),
}
_DAYS = {
    "上": (1, 10),
    "中": (11, 20),
    "下": (21, 31),
    "月初": (1, 12),
    "月中": (8, 23),
    "月末": (18, 31),
    "月底": (18, 31),
}
"""The days that a part of a month may be said to hold."""
_YEAR_PARTS = {
    "年初": (1, 2, 3, 4),
    "年中": (5, 6, 7, 8),
    "年末": (10, 11, 12),
    "年底": (10, 11, 12),
}
_ALL = tuple(range(1, 13))
_IS = regex(r"[(,，]?(?:也?即|亦即|也?就是|是指|具体[为是在于]|[为是:(])[于在是]?(?:20\d\d年)?$")
_IS_OF = regex(
    r"(?:[(,，]?(?:也?即|亦即|[正均都]?属于?|正是|正值|处[于在]|恰[在值])|\()(?:20\d\d年|当年|第)?$"
)
"""Between a day and a part: the day is told to be in it."""
_LIST = regex(
    r"(?P<link>其中|分别[在于为是]?|依次[在于为是]?|具体[为是在于]|包括|\(|:|[在于])(?:[于在是]|只有|仅|20\d\d年)*$"
)
_LABEL = regex(
    r"(?:日期?|时间|具体|[单表证据账函书册]|记录|记载|载明|显示|落款|当[天日]|正是|即|[日间]为|照片|影像|\()[^,，。;\d]{0,8}$"
)
"""Before a day, behind what is told of a part: it is when that was."""
_OWN_RECORD = regex(
    r"(?:签到|照片|影像|打卡|当[天日]|(?:作业|实施|活动|演练|培训|开展|举办|现场)[^,，;。\d]{0,3}(?:日期|时间))"
    r"[^,，。;\d]{0,10}$"
)
"""The same, of nothing else that was done behind it."""
_AGREES = regex(
    r"[与同和][^,，;。]{0,8}[^,，;。]{0,4}(?:一致|相符|吻合)|[按如](?:期|时|计划|约)(?:完成|开|竣|建|交|实|到|发)"
    r"|(?:未|无|没有)[^,，;。]{0,3}(?:超期|逾期|延误|延期|推迟|滞后)|符合(?:[^,，;。]{0,4}计划|[^,，;。]{0,4}[约规]定|[^,，;。]{0,4}要求|[^,，;。]{0,4}安排)"
)
_ACTUAL = regex(r"实际|实于|最终|最后")
_SAME = regex(r"[^。;\n]{0,24}(?:该|本|当|这一)(?:季度?|半年)")
_BEHIND = regex(
    "补[贴助]|津贴|工资|薪|款|费|考核|评[价比]|通报|报[告表送]|总结|[结清]算|[拨兑]付|发放|公示|末|底|截|累计|以来"
)
"""Between a part of the year and months: what is of it may be done behind it."""
_COMMA = regex("[,，]")
_ACTS = regex("[内中]?(?:共|先后|集中|累计)?(?:拨付|支付|发放|兑付|下达|召开|举办|开展)了?(?!的)")
"""Right behind a part of the year: what was done in it, whatever it was for."""
_LATER = regex(
    r"[^,，;。\d]{0,6}?(?:开工|完[工成]|竣工|验收|到[账货位]|发[放布]|[兑支拨]付|签|投[用入]|交付|通过|[印公]|结[项题清]|批复|付)"
)
"""Behind months: another step than that told of the part of the year."""
_OWN = regex("服务|合同|运[维营]|物业|租|托管|学[年期]|周期|协议|财年|次年|上年|去年|跨年|[比较]")
_READY = regex(
    "准备|招标|采购|报名|筹备|部署|预|改造|建设|检修|储备|苗木|设备|物资|教材|所需|用|未|方案|计划"
)
_HELD = regex(r"[^。;\n]{0,16}?(?:开展|举办|举行|开始|结束|实施|进行)")
_ON = regex(r"(?:期间)?的?[\u4e00-\u9fff]{2,9}?(?:分别)?[于从自在]$")
_FIRST = regex(
    rf"每?季度?的?(?P<name>[首末]月|第一个月|最后一个月)[^。;\n\d]{{0,16}}?(?:即|为|分别[在于为]?|:|\()[于在]?"
    rf"(?P<months>{_N}月份?(?:[、,，和及与]{{1,2}}{_N}月份?)*)(?![至到—~-])"
)
_AGAIN = regex(
    "又|再|另|次|复|补|后续|剩余|其余|验收|[至到]$|推迟|顺延|延|原|改[为到至]|下达|未|因"
)
_OTHER = regex("计划|申请|合同|审批|下达|批复|通知|方案")
_JOIN, _STOP, _FAR = regex(r"[、,，]?[和及与]?(?:20\d\d年)?"), regex("[,，]"), 40
_ITSELF = regex(r"份?(?:单月|当月|那|最|[\d一二两三四五六七八九十])")
"""Right behind the months of 其中: it is of what is told of the part of the year."""


class Part(Struct, frozen=True):
    """A named part of the year or of a month: where it stands, its months and days."""

    start: int
    end: int
    kind: str
    months: tuple[int, ...]
    days: tuple[int, int]

    def holds(self, day: re.Match[str]) -> bool:
        """Whether a day or month may be in it."""
        if day["other"]:
            return self.kind != "year"
        number = read(day["d"] or "") or 0
        inside = not number or self.days[0] <= number <= self.days[1]
        return (read(day["m"]) or 0) in self.months and inside


class _At(NamedTuple):
    """A part, the days behind it, what is between, and where their sentence begins."""

    text: str
    part: Part
    gap: str
    days: list[re.Match[str]]
    low: int

    @property
    def lead(self) -> str:
        """What is told before the part in its clause."""
        return _STOP.split(self.text[self.low : self.part.start])[-1]


def named_months(facts: Facts) -> Iterator[ToldFigure]:
    """Every month or day that is told of a part of the year or of a month."""
    text = facts.text
    if "季" in text:
        yield from filter(None, map(_of_each, _FIRST.finditer(text)))
    for match in _PART.finditer(text):
        part = _part(text, match)
        if part is not None:
            yield from _of_part(facts, part)


def _part(text: str, match: re.Match[str]) -> Part | None:
    start, end = match.span()
    if _NO_PART.search(text, start - 6, start) or _NONE_BEHIND.match(text, end):
        return None
    days, months, kind = (1, 31), _ALL, "year"
    if match["quarter"]:
        first = (read(match["quarter"]) or 1) * 3 - 2
        months = tuple(range(first, first + 3))
        months = {"初": months[:1], "末": months[2:]}.get(match["edge"] or "", months)
    elif match["half"] or match["season"]:
        name = (match["half"] or match["season"])[0]
        months, kind = _MONTHS[name], "year" if match["half"] else "season"
    elif match["ten"]:
        days, kind = _DAYS[match["ten"][0]], "ten"
        months = (read(match["m"]) or 0,) if match["m"] else _ALL
    elif match["edge3"][0] == "年":
        months, kind = _YEAR_PARTS[match["edge3"]], "edge"
    else:
        days, kind = _DAYS[match["edge3"]], "edge"
    return Part(start, end, kind, months, days)


def _of_part(facts: Facts, part: Part) -> Iterator[ToldFigure]:
    text = facts.text
    low, high = facts.windows.around("sentence", part.start, part.end)
    own = next(
        (
            d
            for d in _DAY.finditer(text, max(low, part.start - 16), part.start)
            if _IS_OF.fullmatch(text, d.end(), part.start)
        ),
        None,
    )
    if own is not None and not own["to"]:
        yield _figure(text, part, [own])
        return
    following = _next(text, part.end, high)
    days = _listed(text, part, min(high, following.start() if following else high))
    if not days:
        return
    gap = text[part.end : days[0].start()]
    again = _next(text, days[-1].end(), high)
    if len(gap) > _FAR or ";" in gap or (again and not _SAME.match(text, days[-1].end())):
        return
    at = _At(text, part, gap, days, low)
    if any(link(at) for link in _LINKS):
        yield _figure(text, part, days)


def _next(text: str, low: int, high: int) -> re.Match[str] | None:
    """The next part of a year, behind which days may be its own."""
    return next((m for m in _PART.finditer(text, low, high) if not (m["ten"] or m["edge3"])), None)


def _listed(text: str, part: Part, high: int) -> list[re.Match[str]]:
    """The first days behind a part, as many as are joined."""
    days: list[re.Match[str]] = []
    for day in _DAY.finditer(text, part.end, high):
        if days and not _JOIN.fullmatch(text, days[-1].end(), day.start()):
            break
        days.append(day)
    return days


def _is(at: _At) -> bool:
    """Told to be it: 四季度末即11月30日; months from one to another are read elsewhere."""
    closed = "(" not in at.gap or at.text.startswith(")", at.days[-1].end())
    stretch = at.days[0]["to"] and at.part.kind == "year"
    own = at.part.kind == "year" and _OWN.search(at.text, at.low, at.days[0].start())
    return bool(_IS.fullmatch(at.gap)) and closed and not (stretch or own)


def _list(at: _At) -> bool:
    """Told as days of it: 一季度演出12场，分别在1月、2月和4月."""
    found, end = _LIST.search(at.gap), at.days[-1].end()
    if found is None or at.part.kind != "year" or any(day["to"] for day in at.days):
        return False
    if found["link"] == "(" and not at.text.startswith(")", end):
        return False
    if _OWN.search(at.text, at.low, at.days[0].start()):
        return False
    if found["link"] in "在于":
        return len(at.days) > 2 and at.part.holds(at.days[0]) and not _BEHIND.search(at.gap)
    if _SAME.match(at.text, end):
        return True
    itself = found["link"] != "其中" or _ITSELF.match(at.text, end)
    own = _COMMA.split(at.gap)[-1] if _ACTS.match(at.gap) else at.gap
    return not _BEHIND.search(own) and not _LATER.match(at.text, end) and bool(itself)


def _labelled(at: _At) -> bool:
    """Told by a label or record of what was in it: 二季度上线试用，上线当天正是3月31日."""
    if at.part.kind == "edge" or _AGAIN.search(at.gap) or not _LABEL.search(at.gap):
        return False
    told, *behind = _STOP.split(at.gap, maxsplit=1)
    if not behind:
        return False
    day = at.days[0]
    early = at.part.kind == "ten" and (read(day["m"]) or 0,) == at.part.months
    early = early and (read(day["d"] or "") or 99) < at.part.days[0] and not _OTHER.search(at.gap)
    return early or bool(_OWN_RECORD.search(at.gap) or pairs(at.lead + told) & pairs(behind[0]))


def _held(at: _At) -> bool:
    """Told as when something of a season was: 暑期安全教育于12月5日开展."""
    told = at.part.kind == "season" and _ON.fullmatch(at.gap) and not _READY.search(at.gap)
    return bool(told) and _HELD.match(at.text, at.days[-1].end()) is not None


def _agrees(at: _At) -> bool:
    """Told to be as was planned: 安排在三季度，实际于10月11日开标，与计划一致."""
    if not _ACTUAL.search(at.gap) or _AGAIN.search(at.gap):
        return False
    end = at.days[-1].end()
    behind = at.text[end : end + _FAR].split("。", maxsplit=1)[0].split(";", maxsplit=1)[0]
    return _AGREES.search(behind) is not None


_LINKS = (_is, _list, _labelled, _held, _agrees)


def _figure(text: str, part: Part, days: list[re.Match[str]]) -> ToldFigure:
    """Whether all days are in a part; the first that is not is told."""
    wrong = next((day for day in days if not part.holds(day)), None)
    place = wrong.span() if wrong else (days[0].start(), days[-1].end())
    name, (first, last), months = text[part.start : part.end], part.days, part.months
    shown = f"{name}在{months[0]}月至{months[-1]}月"
    if part.kind == "ten" or months == _ALL:
        shown = f"{name}为{first}日至{last}日"
    return ToldFigure(*place, (part.start, part.end), shown, wrong is None)


def _of_each(match: re.Match[str]) -> ToldFigure | None:
    """The first or the last month of each quarter."""
    first = 1 if match["name"] in ("首月", "第一个月") else 3
    due = (first, first + 3, first + 6, first + 9)
    shown = f"各季度{match['name']}为{'、'.join(f'{month}月' for month in due)}"
    found = [*_DAY.finditer(match["months"])]
    wrong = next((day for day in found if (read(day["m"]) or 0) not in due), None)
    start = match.start("months")
    place = (start + wrong.start(), start + wrong.end()) if wrong else match.span("months")
    return ToldFigure(*place, match.span("name"), shown, wrong is None)
