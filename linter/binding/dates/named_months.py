"""Months told of a named part of the year that are none of its: 第二季度……，其中7月份.

A month is of a quarter, a half-year, a season or a part of a month only where words say so; what is
of a quarter may be paid or told behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.dates.told_figures import ToldFigure
from linter.binding.names import pairs
from linter.binding.nearby import nearby
from linter.facts.facts import Facts
from linter.facts.numeral import read
from linter.late import regex

_N = "[一二三四五六七八九十]{1,2}"
_MONTH = rf"(?:\d{{1,2}}|{_N})月份?(?:\d{{1,2}}日|[上中下]旬|[初底末])?"
_LIST = rf"(?P<months>{_MONTH}(?:[、,，和及与]{{1,2}}{_MONTH})*)(?![至到—~-])"
_ONE = regex(r"(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})月")
_PART = regex(
    r"(?<![比较至到、和与前])(?P<name>第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)(?![末底初前后以起至到、和与及跟同])"
)
_OF_IT = regex(
    rf"(?P<link>其中|分别[在于为是]?|具体[为是在于]|包括|\(|:)(?:[于在是]|只有|仅)?{_LIST}"
)
_SAME = regex(r"[^。;\n]{0,24}(?:该|本|当|这一)(?:季度?|半年)")
_BEHIND = regex(
    "补[贴助]|津贴|工资|薪|款|费|考核|评[价比]|通报|报[告表送]|总结|[结清]算|[拨兑]付|发放|公示|末|底|截[至止]|累计|以来"
)
"""Between a part of the year and months: what is of it may be done behind it."""
_LATER = regex(
    r"[^,，;。\d]{0,6}?(?:开工|完[工成]|竣工|验收|到[账货位]|发[放布]|[兑支拨]付|签|投[用入]|交付|通过|[印公]|结[项题]|批复|付)"
)
"""Behind months: another step than that told of the part of the year."""
_OWN = regex("服务|合同|运[维营]|物业|租|托管|学[年期]|周期|协议|财年|次年|上年|去年|跨年|[比较]")
_SEASON = regex(
    r"(?P<name>[春夏秋冬]季|暑[期假]|寒假)(?!学期)(?P<what>[\u4e00-\u9fff]{2,9}?)(?:分别)?[于从自在]"
    rf"(?P<months>{_MONTH}(?:日?[至到—~-]{{1,2}}(?:{_MONTH}|\d{{1,2}}日))?)"
    r"[^。;\n]{0,16}?(?:开展|举办|举行|开始|结束|实施|进行)"
)
_SEASONS = {
    "春": (2, 3, 4, 5, 6),
    "夏": (4, 5, 6, 7, 8, 9),
    "秋": (8, 9, 10, 11, 12),
    "冬": (10, 11, 12, 1, 2, 3, 4),
    "暑": (6, 7, 8, 9),
    "寒": (12, 1, 2, 3),
}
_READY = regex(
    "准备|招标|采购|报名|筹备|部署|预|改造|建设|检修|储备|苗木|设备|物资|教材|所需|用|的|未|方案|计划"
)
_FIRST = regex(
    rf"每?季度?的?(?P<name>[首末]月|第一个月|最后一个月)[^。;\n\d]{{0,16}}?(?:即|为|分别[在于为]?|:|\()[于在]?{_LIST}"
)
_TEN = regex(
    r"(?<![\d月])(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?P<name>[上中下]旬)(?P<gap>[^。;\n]{2,40}?)"
    r"(?P<link>(?:日期?|时间|具体|记载|载明|即|实|\()[^,，。;\d]{0,6})(?P<told>(?P<m2>\d{1,2})月(?P<d>\d{1,2})日)"
)
_AGAIN = regex("又|再|另|次|复|补|后续|剩余|其余|验收|[至到]$")
_BRACKET = regex(r"月(?P<name>[初中末底])\((?P<told>(?:\d{1,2}月)?(?P<d>\d{1,2})日)\)")
_OTHER = regex("计划|申请|合同|审批|下达|批复|通知|方案")
_COMMA, _FAR = regex("[,，]"), 40
_ITSELF = regex(r"份?(?:单月|当月|那|最|[\d一二两三四五六七八九十])")
"""Right behind the months of 其中: it is of what is told of the part of the year."""
_TENS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}
_PARTS = {"初": (1, 12), "中": (8, 23), "末": (18, 31), "底": (18, 31)}
"""The days that a part of a month may be said to hold."""


def named_months(facts: Facts) -> Iterator[ToldFigure]:
    """Every month or day that is told of a part of the year or of a month."""
    text = facts.text
    if "季" in text or "半年" in text or "暑" in text or "寒假" in text:
        yield from _of_parts(facts)
        yield from filter(None, map(_of_season, _SEASON.finditer(text)))
        yield from filter(None, map(_of_each, _FIRST.finditer(text)))
    if "旬" in text:
        yield from filter(None, map(_of_ten_days, _TEN.finditer(text)))
    for match in _BRACKET.finditer(text):
        first, last = _PARTS[match["name"]]
        shown = f"月{match['name']}约为{first}日至{last}日"
        right = first <= int(match["d"]) <= last
        yield ToldFigure(*match.span("told"), match.span("name"), shown, right)


def _of_parts(facts: Facts) -> Iterator[ToldFigure]:
    for part in _PART.finditer(facts.text):
        low, high = nearby(facts, "sentence", *part.span())
        found = _OF_IT.search(facts.text, part.end(), high)
        following = _PART.search(facts.text, part.end(), high)
        if found is None or (following and following.start() < found.start()):
            continue
        yield from _of_part(facts, part, found, low)


def _of_part(
    facts: Facts, part: re.Match[str], found: re.Match[str], low: int
) -> Iterator[ToldFigure]:
    text, gap = facts.text, facts.text[part.end() : found.start()]
    closed = found["link"] != "(" or text.startswith(")", found.end())
    same = _SAME.match(text, found.end()) is not None
    if not closed or len(gap) > _FAR or ";" in gap:
        return
    if _OWN.search(text, low, found.start()) or _ONE.search(gap):
        return
    behind = _BEHIND.search(gap) or _LATER.match(text, found.end())
    if not same and (behind or (found["link"] == "其中" and not _ITSELF.match(text, found.end()))):
        return
    size = 6 if part["half"] else 3
    first = {"上": 1, "下": 7}.get(part["half"] or "") or (
        read(part["quarter"] or "1") or 1
    ) * 3 - 2
    due = range(first, first + size)
    shown = f"{part['name']}为{first}月至{first + size - 1}月"
    yield _told(found, part.span("name"), shown, tuple(due))


def _told(
    match: re.Match[str], name: tuple[int, int], shown: str, due: tuple[int, ...]
) -> ToldFigure:
    """Whether all months of a list are such; the first that is not is told."""
    start = match.start("months")
    months = list(_ONE.finditer(match["months"]))
    wrong = next((m for m in months if (read(m["n"]) or 0) not in due), None)
    place = (start + wrong.start(), start + wrong.end()) if wrong else match.span("months")
    return ToldFigure(*place, name, shown, wrong is None)


def _of_season(match: re.Match[str]) -> ToldFigure | None:
    if _READY.search(match["what"]):
        return None
    due = _SEASONS[match["name"][0]]
    shown = f"{match['name']}在{due[0]}月至{due[-1]}月"
    return _told(match, match.span("name"), shown, due)


def _of_each(match: re.Match[str]) -> ToldFigure | None:
    """The first or the last month of each quarter."""
    first = 1 if match["name"] in ("首月", "第一个月") else 3
    due = (first, first + 3, first + 6, first + 9)
    shown = f"各季度{match['name']}为{'、'.join(f'{month}月' for month in due)}"
    return _told(match, match.span("name"), shown, due)


def _of_ten_days(match: re.Match[str]) -> ToldFigure | None:
    """5月上旬搬完，具体日期为5月17日."""
    gap = match["gap"]
    first, last = _TENS[match["name"][0]]
    if read(match["m"]) != read(match["m2"]) or _AGAIN.search(gap) or _ONE.search(gap):
        return None
    told, *behind = _COMMA.split(gap, maxsplit=1)
    day = "".join((*behind, match["link"]))
    early = int(match["d"]) < first and not _OTHER.search(gap)
    if not early and not pairs(told) & pairs(day):
        return None
    shown = f"{match['m']}月{match['name']}为{first}日至{last}日"
    right = first <= int(match["d"]) <= last
    return ToldFigure(*match.span("told"), match.span("name"), shown, right)
