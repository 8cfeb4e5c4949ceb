"""Things told one by one, each with its figure or left over, behind their number.

涉及3个村。按村分，东村20亩，西村30亩，南村15亩; 分两个标段。一标段60万元，二标段45万元;
6个县中，东县、西县、南县完成，另有3个县未完成.
"""

from __future__ import annotations

from linter.binding.counts.listed import Listed
from linter.facts.facts import Facts
from linter.facts.numeral import CHARACTERS, parse, spelled
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_FIGURED = r"[^,，;。、:()\d\n]{2,10}?\d[\d.,]*[\u4e00-\u9fff]{1,3}"
_NOUN = r"(?:行政|自然|项目|试点)?(?P<noun>村|乡镇|镇|乡|街道|社区|县区|县|区|学校|分中心|片区)"
_BY_PLACE = regex(
    rf"{_NOUN}[^。;\n\d]{{0,12}}[。;][分按](?P=noun)(?:划?分|来?看|统计)[,，:]"
    rf"(?P<row>{_FIGURED}(?:[,，、]{_FIGURED})+)(?=[。\n])"
)
_ENDS = {
    "乡镇": "镇乡道处",
    "镇": "镇", "乡": "乡", "村": "村", "街道": "道", "社区": "区", "县区": "县区市",
    "县": "县市", "区": "区", "学校": "校学", "分中心": "心", "片区": "区片",
}  # fmt: skip
_NAME = regex(r"(?P<name>[^\d]+)\d")
_LOTS = regex(r"标段[^。;\n\d一二三四五六七八九十]{0,12}[。;:,，](?P<row>[^\n]{0,200})")
_LOT = regex(
    rf"(?P<number>[{CHARACTERS}]{{1,2}})标段[^,，;。、:()\d\n]{{0,8}}\d[\d.,]*(?P<unit>[\u4e00-\u9fff]{{1,3}})(?P<end>[,，;、。])"
)
_OTHER_LOT = regex("其[余他它]|另|剩")
_PLACE = r"[\u4e00-\u9fff]{1,4}?(?:街道|社区|[县区市镇乡村])"
_LEFT = regex(
    rf"(?P<noun>乡镇|县区|街道|社区|[县区市镇乡村])(?:\([县区市镇乡村、]{{1,5}}\))?(?:中|里|当中|之中)[,，]?"
    rf"(?P<row>{_PLACE}(?:、{_PLACE})+(?:和{_PLACE})?)(?!等|[^,，;。、]{{0,2}}等)[^,，;。、\d]{{2,16}}[,，;]"
    r"(?:另有|另外|其余|还有|剩余|余下|剩下)的?(?P<left>\d{1,2}|[一两二三四五六七八九十])个"
)
_NUMBER = r"(?:\d{1,2}|[一两二三四五六七八九十])"
_EXCEPT = regex(
    r"(?P<noun>[\u4e00-\u9fff]{1,5}?)(?=[,，;。均都已共全])(?:(?![个家所](?P=noun))[^\n]){0,120}?[,，;。]除了?"
    r"(?P<row>[\u4e00-\u9fff]{2,10}(?:、[\u4e00-\u9fff]{2,10}?)*(?:和[\u4e00-\u9fff]{2,10}?)?)"
    rf"(?:这?(?P<own>{_NUMBER})[个家所](?P=noun))?以?外[,，]其[余他](?P<left>{_NUMBER})[个家所](?P=noun)(?![\u4e00-\u9fff]{{0,3}}等)"
)
_ONE_EACH = regex(
    r"[^,，;。\d]{0,8}[,，]?(?:分布|坐落|布设|建|设|位于|布点)[在于]?(?P<row>[\u4e00-\u9fff]{2,8}?(?:、[\u4e00-\u9fff]{2,8})+(?:[和及与][\u4e00-\u9fff]{2,8})?)"
    r"[,，](?:每|各|一)(?:个?(?:[村镇乡县区校站]|社区|街道|乡镇))(?:各?[一1]|建[一1])[个座处所家台]?(?=[,，;。])(?!.[^,，;。]{0,6}[另加增])"
)
"""新建书屋3个，分布在东村、西村和南村，每村1个."""
_PARTED = regex("[,，、]|和")
_PLACES_PARTED = regex("[、和及与]")
_MORE_PLACES = regex("等|邻近|周边|其[他余它]")


def told_by_place(facts: Facts, figure: Quantity) -> Listed | None:
    """Places told with their figures in a sentence that divides by them."""
    found = _BY_PLACE.match(facts.text, figure.end)
    if found is None:
        return None
    items = tuple(_PARTED.split(found["row"]))
    names = [_NAME.match(item) for item in items]
    ends = _ENDS[found["noun"]]
    if not all(name and name["name"][-1] in ends for name in names):
        return None
    return (*found.span("row"), items) if len({*items}) == len(items) else None


def told_lots(facts: Facts, figure: Quantity) -> Listed | None:
    """Lots told with their figures from the first on, where no other lot is told of anywhere."""
    opener = _LOTS.match(facts.text, figure.end)
    if opener is None:
        return None
    told = list(_LOT.finditer(facts.text, *opener.span("row")))
    if len(told) < 2 or told[0].start() != opener.start("row"):
        return None
    numbers = [parse(lot["number"]) for lot in told]
    last = next((k for k, lot in enumerate(told) if lot["end"] == "。"), len(told) - 1)
    if numbers[: last + 1] != list(range(1, last + 2)) or len({lot["unit"] for lot in told}) > 1:
        return None
    end = told[last].end()
    if _OTHER_LOT.match(facts.text, end) or _is_told_of(facts, last + 2):
        return None
    return told[0].start(), end, tuple(lot[0].rstrip(",，;、。") for lot in told[: last + 1])


def one_each(facts: Facts, figure: Quantity) -> Listed | None:
    """Places told to have one each of what is counted."""
    found = _ONE_EACH.match(facts.text, figure.end)
    if found is None or _MORE_PLACES.search(found["row"]):
        return None
    return (*found.span("row"), tuple(_PLACES_PARTED.split(found["row"])))


def _is_told_of(facts: Facts, number: int) -> bool:
    """Whether the text anywhere names the lot of a number."""
    return any(f"{word}标段" in facts.text for word in (spelled(number), str(number)))


def told_and_left(facts: Facts, figure: Quantity) -> Listed | None:
    """Places told by their names, and how many are left over."""
    found = _LEFT.match(facts.text, figure.end) or _EXCEPT.match(facts.text, figure.end)
    if found is None:
        return None
    left = int(found["left"]) if found["left"].isdigit() else parse(found["left"])
    names = _PARTED.split(found["row"])
    if left is None or len({*names}) != len(names):
        return None
    own = found.groupdict().get("own")
    if own and (int(own) if own.isdigit() else parse(own)) != len(names):
        return None  # 除白坪乡3个村外: places within what is named
    return (*found.span("row"), (*names, *["其余"] * left))
