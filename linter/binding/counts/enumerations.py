"""Announced numbers with the items they announce.

补助3个村：甲村、乙村、丙村; 甲、乙、丙等三位专家.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from linter.binding.counts.items import are_two, fewest_and_most, items_of, whose_list
from linter.binding.counts.listed import behind_comma, one_by_one, points, same_figures
from linter.binding.counts.mottos import all_told, motto
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.late import regex

_AFTER = regex(
    r"[\u4e00-\u9fff、“”A-Za-z]{0,16}?(?:\((?:分别)?(?:为|是|即|包括)?|:|[,，]?(?:分别)(?:为|是|有|在|由|从|位于|覆盖|对应)|[,，]?即:?|[,，]?(?:包括|具体为|依次为|依次是):?)"
)
_BEFORE = regex(r"(?P<etc>等|共|共计|合计|这|以上|总计)?$")
_ETC = regex(r"等(?:[^、]{0,8})?$|等[^、]{0,10}[,。;)]|……|…")
_BRACKET = regex(r"\([^()]*\)|《[^》]*》|“[^”]*”")
_NUMBER = regex(r"^\s*[\d一二三四五六七八九十]+、")
_REST = regex(r"[,，;。]? ?(?:其余|其他|其它|剩下|剩余|另外?[有\d一二两三四五六七八九十]|还有)")
_GOES_ON = regex(
    r"[,，](?!就这|共|合计|总计|均|都|全部|一共)[\u4e00-\u9fff、“”]{2,24}(?=[,，;。\n]|$)"
)
"""Behind a list a clause that may be more of it: 东片区的甲镇、乙镇，西片区的丙镇."""
_TOLD = regex("[大]?(?:变化|特点|成效|做法|亮点|方面|问题|原因|不足|情况|难点|短板|措施)")
_COMMAS = frozenset(",，")
"""What is told in clauses rather than in names, and what parts these."""
_POINTED = regex(
    r"[,，:]? ?(?:首先|先(?=[由行])|一方面|其一|"
    r"第?一(?:是|为|则|要|[类批步期个种条块部层级点]|标段|阶段|部分|方面|组))"
)
"""Of a list: its items are points (一是甲、乙；二是丙) or groups, not what 、 joins in them."""
_FIGURE = regex(r"(?<![A-Za-z\d+])\d")
_VAGUE = regex(r"[,，](?!分别|即|包括)|为主|为辅")
_MAX_ITEM = 30
_LONGEST = 2_000
"""How many characters a list may have."""
_ADMINISTRATIVE = regex(
    "(?:[市区旗县乡镇村场科室股站所队办]|街道|社区|团场|自治县|中心)"
    "(?:、(?:[市区旗县乡镇村场科室股站所队办]|街道|社区|团场|中心))*\\)"
)
"""Behind an opening bracket: other names of the same unit, no list (6个县（市、区）)."""
_KINDS = (
    (regex("(?:项目)?(?:乡镇|镇|乡)"), regex("(?:[镇乡]|街道|街道办|办事处)$")),
    (regex("(?:行政|自然|项目|试点|贫困|脱贫)?村"), regex("(?:村|社区)$")),
    (regex("县区|区县|县|区"), regex("[县区市]$")),
    (regex("(?:主管|成员|相关)?部门"), regex("[局委办部院]$")),
    (regex("(?:项目)?学校"), regex("[校学园]$")),
)
"""What is counted by its noun, and how its names end: 东乡、西乡6个村 are villages of the two."""
_NOUN_ENDS = regex(
    "[,，。;、:)\n]|先行|开展|实施|进行|作为|试点|推|受益|范围|内|共|联合|已|均|全部|都|参与|负责|组织"
)
"""Behind a noun that is no part of a longer one (3个乡镇卫生院)."""
_NAMED = regex(r"(?P<name>[\u4e00-\u9fff]{2,16}?)(?:\d[\d.,]*[\u4e00-\u9fff]{1,3})?")
"""An item by its name, maybe with its own figure: 东镇5座."""
_OF_EACH = regex(r"\([^()]{0,2}[每各]|各[一二两三\d][\u4e00-\u9fff]{0,2}$")
"""In a bracket: it lists what there is of each, not the things (8个馆（每县两类馆各一）)."""
_NOT_ANNOUNCED = regex(r"第|每|各|另|近|约|余|多|前|后|上|下|某|到|至|任")


_DOCUMENTS = regex("[\u4e00-\u9fff]{0,6}?(?:制度|办法|文件|方案|规定|细则|规程)")
_TITLES = regex("(?:《[^》]{1,50}》[、和及]?){2,}等?$")
_LONGEST_TITLES, _LONGEST_ROW = 400, 120
_ABSTRACT = regex(
    r"个?(?:方面|维度|环节|层面|层级|工种|类别|阶段|部分|专业)|大?(?:类|板块)|级(?!指标)|种(?:方式|途径|形式|模式|渠道|手段|方法)|支[\u4e00-\u9fff]{0,6}队|[项条](?:制度|措施|内容|指标|工作|任务|原则)"
    r"|[个家](?:[\u4e00-\u9fff]{0,2}(?P<noun>工作组|专班|分队|科室|股室|部门|单位|小组|标段|乡镇|县区|专业|工种|子项目))"
)
_PLACES = regex(
    r"个(?P<noun>街道|乡镇|镇|乡|村|社区|县|区|市)(?![\u4e00-\u9fff]{0,2}[户人所站]|[民级组委])"
)
_BARE_PLACES = ("街道", "乡镇", "镇", "乡", "村", "社区", "县", "区", "市")
_BARE_NAME = regex(
    "(?:[在对为由于从]|(?:[\u4e00-\u9fff]{0,12}?(?:覆盖|涉及|走访|抽查|抽取|选取|选择|检查|深入|前往|分布在|[到了赴对在]))了?)?"
    "[\u4e00-\u9fff]{2,3}(?<![街镇乡村社县区市道])"
)
"""A place without the word for what it is, the first of a row perhaps behind a verb."""
_ROW = regex(
    r"(?:^|[,，:;(])(?P<row>[^,，:;()、\d]+(?:、[^,，:;()、\d]{1,14}?)+?)(?P<all>共计?|合计)?$"
)
_NO_NAME = regex("[的了在把对将向从等各]")
"""In a name of a row: words that make it more than a name."""
_JOINED = regex("[\u4e00-\u9fff]{0,10}?(?:[、和及与]|以及)?[\u4e00-\u9fff]{0,10}")
"""Between two numbers of things that one list follows."""
_FEWEST_KINDS = 3
_MISCOUNT = 1
"""By how many bare names may be miscounted: 清河、白水、黄土8个村 are villages of three towns."""


class Enumeration(Struct, frozen=True):
    """An announced count, the span of its list, the items, and whether the list says 等."""

    announced: Quantity
    start: int
    end: int
    items: tuple[str, ...]
    open: bool
    loose: bool = False
    """Whether the list may be another than the announced one."""
    between: tuple[int, int] | None = None
    """How many items there may be at the fewest and the most, where 和 may part some."""

    def holds(self) -> bool:
        """Whether as many items as announced may be listed."""
        number, listed = int(self.announced.printed), len(self.items)
        fewest, most = self.between or (listed, listed)
        return fewest <= number if self.open else fewest <= number <= most


def enumerations(facts: Facts) -> Iterator[Enumeration]:
    """Every announced count whose items can be told apart without doubt."""
    for figure in facts.quantities:
        if (
            not _is_announcing(figure)
            or not figure.exact
            or figure.per
            or figure.hedge
            or figure.start in facts.gridded
        ):
            continue
        if not 2 <= figure.printed <= 20 or _NOT_ANNOUNCED.search(
            facts.text[max(0, figure.start - 1) : figure.start]
        ):
            continue
        found = (
            _items_after(facts, figure)
            or _items_before(facts, figure)
            or _titles_before(facts, figure)
            or _kinds_before(facts, figure)
            or _all_before(facts, figure)
        )
        if found is not None and (found.holds() or not _is_one_of_several(facts, found)):
            yield found


def _is_one_of_several(facts: Facts, found: Enumeration) -> bool:
    """Whether another number of things stands right before: 1个街道3个镇：……, of both of them."""
    figure = found.announced
    before = facts.before(figure.start)
    return (
        before is not None
        and not found.start <= before.start < found.end
        and _is_announcing(before)
        and _JOINED.fullmatch(facts.text, before.end, figure.start) is not None
    )


def _is_announcing(figure: Quantity) -> bool:
    """Whether a figure is a number of what may be told by names."""
    return figure.dimension.startswith("count:") or figure.dimension in ("person", "household")


def _items_after(facts: Facts, figure: Quantity) -> Enumeration | None:
    _, high = facts.windows.bounds("sentence", figure.start)
    text = facts.text
    told = (
        points(facts, figure, high)
        or one_by_one(facts, figure)
        or behind_comma(facts, figure)
        or motto(facts, figure)
    )
    if told is not None:
        return Enumeration(figure, *told, False, True)
    opener = _AFTER.match(text, figure.end, high)
    if opener and _ADMINISTRATIVE.match(text, opener.end()):
        return None
    if opener is None or opener[0].startswith("、") or _counts(facts, figure.end, opener.end()):
        return None
    if opener[0].rstrip("分别为是即包括").endswith("("):
        opening = text.index("(", figure.end)
        closing = _closing(text, opening, min(high, opening + _LONGEST))
        if closing is None or _OF_EACH.search(text, opening, closing):
            return None
        return _enumeration(facts, figure, opener, closing)
    if high - opener.end() > _LONGEST:
        return None
    return _enumeration(facts, figure, opener, _list_end(text, opener.end(), high))


def _counts(facts: Facts, low: int, high: int) -> bool:
    """Whether another number of things stands there: 五项指标中有四项达标:……."""
    return any(f.dimension.startswith("count:") for f in facts.within(low, high))


def _items_before(facts: Facts, figure: Quantity) -> Enumeration | None:
    low, _ = facts.windows.bounds("clause", figure.start)
    lead = facts.text[max(low, figure.start - 160) : figure.start]
    marks = _BEFORE.search(lead)
    body = lead[: marks.start()] if marks else lead
    if "、" not in body or (marks and marks["etc"] in ("共", "共计", "合计", "以上", "总计", "这")):
        return None
    segment = re.split(r"[,，:;(]", _mask(body))[-1]
    start = figure.start - len(lead) + len(body) - len(segment)
    if segment.count("、") < 1:
        return None
    if len(segment) == len(lead) and start > low:
        return None
    items = items_of(segment, "、")
    if not _plain(items) or len(items) < 2:
        return None
    lengths = [len(i) for i in items[1:]]
    if max(lengths) > 14:
        return None
    if not (marks and marks["etc"] == "等"):
        told = len(segment) == len(lead) or "、" not in body[: -len(segment)]
        if told and body.endswith(items[-1]) and _are_of_kind(facts, figure, items):
            return _joined(Enumeration(figure, start, figure.start, tuple(items), False), segment)
        return None
    # 甲、乙等5个乡镇 may name two of five; 甲、乙、丙等三位专家 names them all
    opened = figure.dimension != "person" or figure.printed - len(items) > 1
    return _joined(Enumeration(figure, start, figure.start, tuple(items), opened), segment)


def _titles_before(facts: Facts, figure: Quantity) -> Enumeration | None:
    """Titles in a row before a number of documents: 《甲办法》《乙细则》两项制度."""
    if not _DOCUMENTS.match(facts.text, figure.end):
        return None
    low, _ = facts.windows.bounds("clause", figure.start)
    found = _TITLES.search(facts.text, max(low, figure.start - _LONGEST_TITLES), figure.start)
    if found is None:
        return None
    titles = tuple(re.findall("《[^》]*》", found[0]))
    return Enumeration(figure, found.start(), figure.start, titles, found[0].endswith("等"), True)


def _kinds_before(facts: Facts, figure: Quantity) -> Enumeration | None:
    """Names in a row right before a number of kinds: 数量、质量、时效、成本四个方面.

    A number of things may be of the last name alone (电脑、打印机2台); one of kinds is of all.
    """
    at = figure.end - _unit_length(facts, figure)
    kind = _ABSTRACT.match(facts.text, at) or _PLACES.match(facts.text, at)
    if kind is None:
        return None
    low, _ = facts.windows.bounds("clause", figure.start)
    low = max(low, figure.start - _LONGEST_ROW)
    row = _ROW.search(_mask(facts.text[low : figure.start]))
    if row is None or (row["all"] and not kind["noun"]):
        return None
    pieces = row["row"].split("、")
    items = tuple(items_of(row["row"], "、"))
    if any(_NO_NAME.search(piece) for piece in pieces[1:]):
        return None
    called = bool(kind["noun"]) and all(kind["noun"] in piece for piece in pieces)
    if (row["all"] and not called) or len(items) < _FEWEST_KINDS:
        return None
    if kind["noun"] in _BARE_PLACES and not called:
        near = abs(len(items) - int(figure.printed)) <= _MISCOUNT
        if not near or not all(_BARE_NAME.fullmatch(item) for item in items):
            return None
    start = low + row.start("row")
    return _joined(Enumeration(figure, start, figure.start, items, False, True), row["row"])


def _all_before(facts: Facts, figure: Quantity) -> Enumeration | None:
    """Names before 共 and their number: 赵庄、李洼、孙岗，共三个村."""
    told = all_told(facts, figure)
    return Enumeration(figure, *told, False, True) if told else None


def _unit_length(facts: Facts, figure: Quantity) -> int:
    """How many characters of a figure are its unit."""
    unit = figure.unit or ""
    return len(unit) if facts.text[figure.start : figure.end].endswith(unit) else 0


def _enumeration(
    facts: Facts, figure: Quantity, opener: re.Match[str], end: int
) -> Enumeration | None:
    start = opener.end()
    if _POINTED.match(facts.text, start) or _is_grouped(facts, figure, start):
        return None
    body = _mask(facts.text[start:end])
    end = start + _inner(body)
    body = body[: end - start]
    opened = bool(_ETC.search(facts.text[start : end + 12][: end - start + 6]))
    opened = opened or any(p.match(facts.text, end) for p in (_REST, _GOES_ON))
    opened = opened or bool(
        _TOLD.match(facts.text, figure.end) and facts.text[end : end + 1] in _COMMAS
    )
    separator = ";" if ";" in body else "、" if "、" in body else None
    if separator is None or _leads_on(facts, start, end):
        return None
    body = body.strip(" 。,;)")
    items = items_of(body, separator)
    kind = _are_of_kind(facts, figure, items)
    if not (kind or _plain(items) or same_figures(figure, items)):
        return None
    if len(items) < 2 or all(len(item) == 1 for item in items):  # 16台（套、辆）
        return None
    whose = "counted" if kind else whose_list(opener[0], items)
    if whose == "other":
        return None
    loose = whose == "unsure"
    return _joined(Enumeration(figure, start, end, tuple(items), opened, loose), body)


def _is_grouped(facts: Facts, figure: Quantity, start: int) -> bool:
    """Whether as many clauses as are announced stand there, with lists of their own: 甲…；乙…."""
    _, high = facts.windows.bounds("sentence", start)
    clauses = _mask(facts.text[start : min(high, start + _LONGEST)]).rstrip("。\n").split(";")
    return 1 < len(clauses) == int(figure.printed) and any("、" in c for c in clauses)


def _leads_on(facts: Facts, start: int, end: int) -> bool:
    """Whether a list announced by one number begins with another that announces it."""
    first = facts.by_start.get(start)
    return (
        isinstance(first, Quantity)
        and _is_announcing(first)
        and _AFTER.match(facts.text, first.end, end) is not None
    )


def _joined(found: Enumeration, body: str) -> Enumeration:
    """The same with how many items there may be at the fewest and the most."""
    fewest, most = fewest_and_most(found.items, body)
    if fewest == len(found.items) or not are_two(found.items):
        return msgspec.structs.replace(found, between=(fewest, most))
    loose = found.loose or found.announced.printed == fewest
    return msgspec.structs.replace(found, between=(len(found.items), most), loose=loose)


def _are_of_kind(facts: Facts, figure: Quantity, items: list[str]) -> bool:
    """Whether items bear names of what is counted."""
    for noun, ending in _KINDS:
        found = noun.match(facts.text, figure.end)
        if found and _NOUN_ENDS.match(facts.text, found.end()):
            names = [_NAMED.fullmatch(item) for item in items]
            return all(name is not None and ending.search(name["name"]) for name in names)
    return False


def _mask(text: str) -> str:
    """The text with brackets, book titles and quotations blanked, same length."""
    while True:
        masked = _BRACKET.sub(lambda m: "〇" * len(m[0]), text)
        if masked == text:
            return text
        text = masked


def _plain(items: list[str]) -> bool:
    """Whether items are short names: lists of figures are sums, not counts of items."""
    numbered = sum(bool(_FIGURE.search(item)) for item in items)
    return numbered * 2 <= len(items) and all(
        0 < len(item) <= _MAX_ITEM and not _VAGUE.search(item) for item in items
    )


def _inner(body: str) -> int:
    """Where a list ends: before the bracket that closes what it stands in."""
    found = body.find(")")
    return found if found > 0 else len(body)


def _closing(text: str, opening: int, high: int) -> int | None:
    depth = 0
    for at in range(opening, high):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            return at
    return None


def _list_end(text: str, start: int, high: int) -> int:
    masked = _mask(text[start:high])
    first = masked.split(";")[0]
    if "、" in _NUMBER.sub("", first):
        masked = first
    last = masked.rfind("、")
    tail = (
        re.search(r"[,，。;\n]", masked[last + 1 :]) if last >= 0 else re.search(r"[。\n]", masked)
    )
    if ";" in masked and "、" not in masked.split(";")[0]:
        return start + len(masked.rstrip("。\n"))
    return start + (
        last + 1 + tail.start() if last >= 0 and tail else tail.start() if tail else len(masked)
    )
