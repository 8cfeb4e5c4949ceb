"""Rows of names that words lead to and their number ends, whatever is counted.

由甲科、乙科和丙中心三家组成; 分达成、部分达成、未达成三档; 内设办公室、计财股、法规股共三个股室;
亮灯率、按期率、满意度这三个; 跑的是甲镇、乙镇、丙乡三个点.
"""

from __future__ import annotations

from linter.binding.counts.enumeration import Enumeration, mask, near_row
from linter.binding.counts.items import ITEM, are_named_before, items_of
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_ROW = f"(?P<row>{ITEM}(?:、{ITEM})+)"
_SHORT = r"(?P<row>[^,，:;。()、\d\n的]{1,8}(?:、[^,，:;。()、\d\n的]{1,8})+)"
_END = r"(?=[,，。;)\n]|$)"
_NOT_ALL = regex(
    "等(?:[^、]{0,4})?$|在内|所属|下属|为主|其[他它余中]|例如|比如|主要|[有相]关|若干|各[^、]|[市省]县|省市|县乡|[两二三]级"
    "|[一二两三四五六七八九十几多][各个家名位处所]"
)
"""In a row: there are more than it names, or some of it are several."""
_FRAMES = (
    (  # 由甲科、乙科和丙中心三家组成
        regex(f"由{_ROW}(?:这|共计?)?$"),
        regex(
            "[家方个](?:部门|单位|机构|企业|公司|主体|方面)?(?:按比例|按份额|共同|联合|合作|一起|分别|一同)?"
            "(?:组成|构成|分担|共担|承担|负担|出资|会签|会商|签订|签署|联办|主办|负责)"
        ),
    ),
    (  # 分达成、部分达成、未达成三档
        regex(
            f"(?:(?<![部得评百计满扣积记打总高低加])分(?!别)(?:为|成)?|设为?|划为|划分为|定为|按){_SHORT}$"
        ),
        regex(
            "个?(?:档次?|等级|等次|等|级别|层次|级|步骤|阶段|环节)"
            f"(?:{_END}|(?:计|评|赋|打|给|记)分|评[价定]|考核|管理|推进|实施|认定|打分)"
        ),
    ),
    (regex(f"(?:^|[;:。\n]){_ROW}这$"), regex("[个项类家处所条种块](?!里|中[的有]|之)")),
    (  # 跑的是甲镇、乙镇、丙乡三个点
        regex(f"(?:的(?:就|分别)?是|分别[是为]|依次[是为]){_ROW}这?$"),
        regex(f"(?:个(?:点位?|站点|地方|单位|现场|样本点?)|[处家个]){_END}"),
    ),
)
"""What leads to a row, and what its number ends by."""
_ALIKE = 3
"""The place of the frame whose names must be of one kind."""
_FAMILIES = tuple(
    (regex(f"个?(?:{noun}){_END}"), regex(f"(?:{ends})$"))
    for noun, ends in (
        ("乡镇|街道|镇", "[镇乡场]|街道|街道办|办事处"),
        ("县区|区县|县|区|市", "[县区市旗]"),
        ("村|社区", "村|社区"),
        ("(?:内设)?(?:股室|科室|处室|机构)|部门", "[室科股处办组部队]|中心"),
        ("学校|中小学|幼儿园", "[校学园]"),
        ("部门|单位", "[局委办厅署院]"),
        ("站所|场馆|水厂|[站所厂馆]", "[站所厂馆]"),
    )
)
"""What is counted, and how its names end."""
_ALL_TOLD = regex(
    r"(?:^|[,，:;。\n(为是有即]|[内下]?设|包括|涉及|覆盖|选取)(?P<row>[^,，:;。()、\d\n为是有即设]{2,14}"
    r"(?:、[^,，:;。()、\d\n]{2,14})+)[,，]?(?:一?共计?|合计|总计)(?:有|为|是)?$"
)
"""Names before 共 and the number of all of their kind."""
_JOINED = regex("[和及与同][^,，;。]*$")
"""In a clause before such names: there is one more of them (局机关和下设的甲股、乙股)."""
_LEAD = 12
_REACH, _FURTHER = 200, 40


def led_rows(facts: Facts, figure: Quantity) -> Enumeration | None:
    """The row before a number that ends it, where they differ by no more than a miscount."""
    at = figure.end - len(figure.unit or "")
    low, _ = facts.windows.before("sentence", figure.start, _REACH)
    told: str | None = None
    for place, (before, behind) in enumerate(_FRAMES):
        if behind.match(facts.text, at) is None:
            continue
        told = told or mask(facts.text[low : figure.start])
        found = before.search(told)
        if found and (place != _ALIKE or _are_alike(found["row"])):
            return _of(facts, figure, low + found.start("row"), found["row"])
    return _all_told(facts, figure, low, at)


def _all_told(facts: Facts, figure: Quantity, low: int, at: int) -> Enumeration | None:
    kinds = [ends for noun, ends in _FAMILIES if noun.match(facts.text, at)]
    found = _ALL_TOLD.search(mask(facts.text[low : figure.start])) if kinds else None
    if found is None:
        return None
    items = items_of(found["row"], "、")
    if not any(all(map(ends.search, items)) for ends in kinds):
        return None
    start = low + found.start("row")
    if _JOINED.search(facts.text, max(low, start - _LEAD), start):
        return None
    if are_named_before(facts.text[low:start], items, {item[-1] for item in items}):
        return None  # 甲镇牵头，乙镇、丙镇、丁乡共四个乡镇
    return _of(facts, figure, start, found["row"])


def _are_alike(row: str) -> bool:
    """Whether all names of a row are of one kind."""
    items = items_of(row, "、")
    return any(all(map(ends.search, items)) for _, ends in _FAMILIES)


def _of(facts: Facts, figure: Quantity, start: int, row: str) -> Enumeration | None:
    """The row of a number, unless more are meant, or more is told of one of its names."""
    items = tuple(items_of(row, "、"))
    further = facts.text[figure.end : figure.end + _FURTHER]
    if _NOT_ALL.search(row) or any(item in further for item in items):
        return None
    return near_row(figure, (start, figure.start), items, row)
