"""Numbers told behind what they count.

包括甲、乙和丙，上述三种均……; 三所学校、两家医院，合计五个点位; 甲课题一项、乙课题三项，四项课题……;
甲、乙两个，加上去年的丙、丁，共四个.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from msgspec.structs import replace

from linter.binding.counts.enumeration import Enumeration, are_plain, is_announcing, joined, mask
from linter.binding.counts.items import fewest_and_most, items_of
from linter.binding.counts.points_above import points_above
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_AGAIN = regex("(?:上述|以上|前述|上列|前列|所列)(?:这|的)?$")
_ROW = regex(
    "(?P<of>[^,，;。\n]{0,12})(?:包括|包含|分别[为是]|具体[为是]|涵盖|涉及|覆盖|选[取择定]|设有|即|[:为是有])"
    r"(?P<row>[^,，:;。\n、()\d]{1,16}(?:、[^,，:;。\n、()\d]{1,16})+)[,，;。][^。\n、]{0,40}$"
)
_OPEN = regex("等|其[他它余中]|[有另]外|例如|比如|主要|…|不含")
_NOUN = regex("[\u4e00-\u9fff]{1,2}")
_WHOLE = regex(
    "(?P<noun>[\u4e00-\u9fff]{0,10})[,，](?P<lead>(?:上述|以上)?(?:[一总合]?共计?|合计|总计)(?:为|是|有|涉及|覆盖)?"
    "|(?:设置|形成|构成|组成|选取|抽取|安排|开设)了?|[这即上述以]*)"
)
_WITH_ONE = regex("[和及与、][\u4e00-\u9fff]{2,}$")
"""In what ends a list: one more, told without a number: 20个农家书屋和县图书馆，合计."""
_SAID = regex("共|计$")
_GENERIC = regex(
    "(?:点位?|(?:内设)?(?:单位|机构|部门|科室)|学校|企业|场所|对象|主体|样本点?|[服项]务?目?点)?"
    "(?:[,，;。\n)]|[全已均都参开实进接纳通完][\u4e00-\u9fff])"
)
_NEXT = regex(
    "(?P<noun>[\u4e00-\u9fff]{0,10}?)(?:、|[和及与]|以及)(?P<name>[\u4e00-\u9fff、]{0,24})"
)
_EACH = regex("[\u4e00-\u9fff]{0,4}[均都]")
_POINT = regex(r"\((?P<number>[一二三四五六七八九])\)")
_NUMERALS = "一二三四五六七八九"
_POINTED = regex("[方点条项类]|个?(?:方面|问题|指标)")
_ADDED = regex(
    r"[^,，;。\d]{0,10}[,，](?:加上|外加|再加上|连同|加之|另(?:外?[获有])|还[获有])"
    r"(?P<row>[^,，;。\n\d]{2,60})[,，](?P<sum>[^,，;。\n]{0,14})"
)
_AND_ONE = regex(
    r"(?P<noun>乡镇|[镇乡村]|社区|街道|学校|医院|单位|部门|企业|标段|[县区市])(?:和|及|以及|、)(?P<row>[^,，;。\n\d]{2,30}?)"
    r"[,，]?(?:一?共计?|合计|总计)(?:涉及|覆盖)?"
)
"""4个乡镇和新华街道共5个乡镇: names behind a number, before that of all of them."""
_SUM = regex("共|累计|合计|总")
_TWO, _IS_ALL = regex("[\u4e00-\u9fff]{2,4}"), regex("[\u4e00-\u9fff]{0,6}[,，;]")
"""The noun behind a number; behind the number of all: nothing but its noun."""
_LESS = regex(
    "其[中余他它]|除|另|等|分别|前[两二三四五]|各|有的|部分|第|加|含|包括|新[增设]|补充|再|还|及"
)
"""Between both numbers: fewer or more of them are told."""
_INCLUDED = regex("[\u4e00-\u9fff]{0,6}(?:含|包括|其中)")
"""Behind the number of all: there are more of them than were told."""
_PROPER = regex(
    r"(?!下属|所属|直属|二级|周边|附[近属]|市辖|县直|相关|有关|部分|其[他它余]|各)[\u4e00-\u9fff]{2,8}"
    r"(?:[镇乡村县市区局院]|街道|社区|[中小]学|学校|公司|企业|中心)"
)
"""The name of one thing, as 新华街道 is, and 服务站 and 社区 are not."""
_ON = regex("[、和与及\\d]")
"""Behind the noun of a number: more is counted than that, 4个乡镇、1个街道."""
_MANY = 20
_REACH, _MOST_PARTS, _FEWEST, _NAME = 240, 8, 2, 6


def recounts(facts: Facts) -> Iterator[Enumeration]:
    """Every number of things behind what it counts."""
    for figure in facts.running:
        if not is_announcing(figure) or not _is_sure(figure):
            continue
        found = _named_before(facts, figure) or _parts_before(facts, figure)
        found = found or _added_before(facts, figure) or points_above(facts, figure)
        if found is not None:
            yield found


def _is_sure(figure: Quantity) -> bool:
    """Whether a figure is a number, and no rough one, nor one of each."""
    return figure.exact and not figure.per and not figure.hedge


def _named_before(facts: Facts, figure: Quantity) -> Enumeration | None:
    """The row of names that 上述 before a number leads back to."""
    again = _AGAIN.search(facts.text, figure.start - 4, figure.start)
    if again is None:
        return None
    return _row_above(facts, figure, again) or _number_above(facts, figure, again.start())


def _number_above(facts: Facts, figure: Quantity, at: int) -> Enumeration | None:
    """The number of the same told before it in the sentence, if no other is: 五类指标，上述六类.

    Fewer may be some of them.
    """
    low, _ = facts.windows.bounds("sentence", at)
    before = [f for f in facts.within(low, at) if f.dimension == figure.dimension]
    noun = _TWO.match(facts.text, figure.end)
    if len(before) != 1 or noun is None or not _is_sure(before[0]) or figure.printed < _FEWEST:
        return None
    first, between = before[0], facts.text[low:at]
    if not any(two in between for two in (noun[0][:2], noun[0][-2:])) or not _IS_ALL.match(
        facts.text, first.end
    ):
        return None
    if _LESS.search(between) or _INCLUDED.match(facts.text, figure.end):
        return None
    if not (_FEWEST <= first.printed <= _MANY and first.printed <= figure.printed):
        return None
    told = (facts.text[first.start : first.end],) * int(first.printed)
    return Enumeration(figure, first.start, first.end, told, False, True)


def _row_above(facts: Facts, figure: Quantity, again: re.Match[str]) -> Enumeration | None:
    """The row of names or numbered points above."""
    low, _ = facts.windows.before("block", figure.start, _REACH)
    numbers = [*_POINT.finditer(facts.text, low, again.start())]
    told = "".join(number["number"] for number in numbers)
    if len(told) > _FEWEST and _NUMERALS.startswith(told):
        pointed = _POINTED.match(facts.text, figure.start + 1)
        span = numbers[0].start(), again.start()
        return Enumeration(figure, *span, tuple(told), False) if pointed else None
    found = _ROW.search(mask(facts.text[low : again.start()]))
    noun = _NOUN.match(facts.text, figure.end)
    if found is None or noun is None or _OPEN.search(found["row"]):
        return None
    items = items_of(found["row"], "、")
    told = found["of"] + "".join(item[-1] for item in items)
    if not are_plain(items) or {*noun[0]}.isdisjoint(told):
        return None
    start, end = low + found.start("row"), low + found.end("row")
    return joined(Enumeration(figure, start, end, tuple(items), False), found["row"])


def _parts_before(facts: Facts, figure: Quantity) -> Enumeration | None:
    """Numbers of things side by side right before the number of all of them."""
    parts = _run(facts, figure)
    if len(parts) < _FEWEST or not all(is_announcing(p) and _is_sure(p) for p in parts):
        return None
    found = _WHOLE.fullmatch(facts.text, parts[-1].end, figure.start)
    if found is None or _WITH_ONE.search(found["noun"]):
        return None
    if not _is_of_all(facts, parts, figure, found):
        return None
    told = [facts.text[p.start : p.end] for p in parts for _ in range(int(p.printed))]
    return Enumeration(figure, parts[0].start, parts[-1].end, tuple(told), False, True)


def _is_of_all(facts: Facts, parts: list[Quantity], figure: Quantity, found: re.Match[str]) -> bool:
    """Whether a number counts what its parts do: their noun stands behind it, or one for all."""
    text = facts.text
    joints = [_NEXT.fullmatch(text, a.end, b.start) for a, b in pairwise(parts)]
    nouns = [*(joint["noun"] for joint in joints if joint), found["noun"]]
    named = any(nouns[:-1])
    if len({part.unit for part in parts}) > 1 or named:
        general = _GENERIC.match(text, figure.end)
        if _SAID.search(found["lead"]) and general:
            return True
    if any(part.unit != figure.unit for part in parts):
        return False
    if not found["lead"] and len(found["noun"]) < _FEWEST and _has_noun(facts, parts, figure):
        return True
    if not (named or found["lead"] or found["noun"]) and _EACH.match(text, figure.end):
        return True
    noun = text[figure.end : figure.end + _FEWEST]
    return all(noun in told for told in nouns) and bool(_NOUN.fullmatch(noun))


def _with_one(facts: Facts, part: Quantity, figure: Quantity) -> Enumeration | None:
    """A number of things and names that 和 joins to it: 4个乡镇和新华街道共5个乡镇."""
    found = _AND_ONE.fullmatch(facts.text, part.end, figure.start)
    if found is None or not facts.text.startswith(found["noun"], figure.end):
        return None
    if _ON.match(facts.text, figure.end + len(found["noun"])):
        return None
    if len(_run(facts, figure)) > 1 or _OPEN.search(found["row"]):
        return None
    added = items_of(found["row"], "、")
    if not (are_plain(added) and all(_PROPER.fullmatch(item) for item in added)):
        return None
    first = [facts.text[part.start : part.end]] * int(part.printed)
    told = Enumeration(figure, part.start, figure.start, (*first, *added), False, True)
    fewest, most = fewest_and_most(tuple(added), found["row"])
    return replace(told, between=(len(first) + fewest, len(first) + most))


def _run(facts: Facts, figure: Quantity) -> list[Quantity]:
    """The figures of things before one that 、 or 和 joins."""
    before = facts.last_before(figure, _MOST_PARTS)
    for at in range(len(before) - 1, 0, -1):
        a, b = before[at - 1], before[at]
        if not _NEXT.fullmatch(facts.text, a.end, b.start):
            return before[at:]
    return before


def _has_noun(facts: Facts, parts: list[Quantity], figure: Quantity) -> bool:
    """Whether behind a figure stands the noun in which the names before its parts end."""
    names = [facts.text[max(0, part.start - _NAME) : part.start] for part in parts]
    columns = zip(*(name[::-1] for name in names), strict=False)
    alike = takewhile(lambda column: len({*column}) == 1, columns)
    shared = "".join(column[0] for column in alike)[::-1]
    ends = (shared[at:] for at in range(len(shared) - 1))
    return any(facts.text.startswith(end, figure.end) for end in ends)


def _added_before(facts: Facts, figure: Quantity) -> Enumeration | None:
    """A number of things and names added to them, before the number of all of them."""
    before = facts.last_before(figure, _FEWEST)
    part = next((f for f in reversed(before) if f.unit == figure.unit), None)
    if part is None or not is_announcing(part) or not _is_sure(part):
        return None
    found = _ADDED.fullmatch(facts.text, part.end, figure.start)
    if found is None:
        return _with_one(facts, part, figure)
    if _OPEN.search(found["row"].removeprefix("另外")):
        return None
    row = mask(found["row"])
    if not _SUM.search(found["sum"]) or not ("、" in row or "〇" in row):
        return None
    added = items_of(row, "、")
    first = [facts.text[part.start : part.end]] * int(part.printed)
    told = Enumeration(figure, part.start, figure.start, (*first, *added), False, True)
    fewest, most = fewest_and_most(tuple(added), row)
    return replace(told, between=(len(first) + fewest, len(first) + most))
