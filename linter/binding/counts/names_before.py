"""Names before their number: 甲、乙、丙等三位专家; 数量、质量、时效、成本四个方面."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from linter.binding.counts.enumeration import Enumeration, are_of_kind, are_plain, joined, mask
from linter.binding.counts.items import fewest_and_most, items_of
from linter.binding.counts.listed import Listed
from linter.binding.counts.mottos import all_told
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_CLOSED = regex(
    r"[\u4e00-\u9fff]{0,8}[(,，](?:仅|只|限)[\u4e00-\u9fff]{0,3}(?:上述|以上|所列|这些)|[\u4e00-\u9fff]{0,8}[(,，](?:再?无其[他它余]|不含其[他它])"
)
"""Behind a number: though 等 stands before it, no more is meant than is named."""
_BEFORE = regex(r"(?P<etc>等|共|共计|合计|这|以上|总计)?$")
_DOCUMENTS = regex("[\u4e00-\u9fff]{0,6}?(?:制度|办法|文件|方案|规定|细则|规程)")
_TITLES_BEHIND = regex(
    "[\u4e00-\u9fff]{0,8}?(?:制度|办法|文件|方案|规定|细则|规程|规范|标准|意见|通知|预案)"
    "(?:[:(]|[,，]?(?:即|分别[为是]|包括|具体为|就是):?)(?P<titles>(?:《[^》]{1,50}》(?:和|及|以及)?){2,})"
    "(?![^,，;。\n]{0,2}等|…|、|;《|[,，](?:以?及|还有|另))"
)
_DOCUMENTS_ARE = regex("(?:制度|办法|文件|规定|细则)(?:[^,，。;、\\d]{0,2}[有为是共])?$")
_TITLES_ALONE = regex(
    "[:,，](?:即|分别[为是]|包括|具体为)?:?(?P<titles>(?:《[^》]{1,50}》(?:和|及|以及|、)?){2,})(?=(?:。(?!其[余他]|另|还)|;(?!《)|\n))"
)
"""Before and behind a number: 完善的制度有四项：《甲办法》《乙细则》."""
_TITLES = regex("(?:《[^》]{1,50}》[、和及]?){2,}等?(?:共?计)?共?$")
_TITLES_IN_ALL = regex(
    r"(?P<row>(?:《[^》\n]{1,50}》[、和及]?){2,}等?)[,，](?:以上|上述|这些)?(?:制度|办法|文件|规定|方案|细则)?"
    r"(?:件数|份数|数量|项数|合计|共计|总计|总共|一共|共|计)(?:制定|制订|出台|印发|下发|建立)?了?[有为是计]?$"
)
"""Right before a number, which is that of all: 《甲办法》《乙细则》，共2项."""
_ALL_DOCUMENTS = regex(
    "[\u4e00-\u9fff]{0,4}?(?:制度|办法|文件|方案|规定|细则|规程)(?=[,，。;)\n])|(?=[,，。;)\n])"
)
_OF_DOCUMENTS = frozenset("项个件份部")
_TITLE = regex("《[^》\n]{1,50}》")
_LONGEST_TITLES, _LONGEST_ROW = 400, 120
_ABSTRACT = regex(
    r"个?(?:方面|维度|环节|层面|层级|工种|类别|阶段|部分|专业)|大?(?:类|板块)|级(?!指标)"
    r"|道(?:环节|工序|程序|关口?|防线|手续)|支[\u4e00-\u9fff]{0,6}队|[项条](?:管理|内[控部]|配套|工作|重点|主要|核心|惠民|保障|专项)?(?:制度|措施|内容|指标|(?:工作|任务)(?!经费|资金|补助)|原则)"
    r"|个股(?=的|组成|派|抽|联合|共同|[,，。;])|[个大](?:特色|主导|支柱|重点|优势)?(?:产业带?|产业集群|领域|主题|子?系统|平台|品牌|专题|步骤|渠道|档次|等次)"
    r"|种(?:方式|途径|形式|模式|渠道|手段|方法|(?:农|主要农)?作物|病害|虫害|疾病|药剂|树种)"
    r"|[项类](?=[,，。;)]|工程|服务|活动|业务|人群|人员|对象|群体|作物|场所|主体)"
    r"|(?:[个家][\u4e00-\u9fff]{0,2}|(?=部门(?:组成|联合|共同|会[商签]|派)))(?:(?P<noun>工作组"
    r"|专班|分队|科室|股室|部室|部门|单位|小组|标段|乡镇|县区|专业|工种|子项目|[一二三]级指标"
    r"|模块|处室|分中心|分局|支队|大队|片区|站所|口岸|园区))"
)
_PLACES = regex(
    r"个(?P<noun>街道|乡镇|镇|乡|村|社区|县|区|市)(?![\u4e00-\u9fff]{0,2}[户人所站]|[民级组委])"
)
_HOUSES = ("社区卫生服务中心", "中心卫生院", "卫生院", "分院", "分公司", "分局", "水厂", "分馆")
_OF_HOUSES = regex(f"家(?P<noun>{'|'.join(_HOUSES)})(?![\u4e00-\u9fff]?长)")
_BARE = frozenset(("街道", "乡镇", "镇", "乡", "村", "社区", "县", "区", "市", *_HOUSES))
"""What is called by a name that need not say it: 东湖、西岭两家分院."""
_BARE_NAME = regex(
    "(?:[在对为由于从]|[\u4e00-\u9fff]{1,8}[为是]|(?:[\u4e00-\u9fff]{0,12}?(?:覆盖|涉及|下设|下辖|设有|走访|抽查|抽取|选取|选择|检查|深入|前往|分布[在于]|[到了赴对在]))(?:了|的是)?)?"
    "[\u4e00-\u9fff]{2,3}(?<![街镇乡村社县区市道])"
)
"""A place without the word for what it is, the first of a row perhaps behind a verb."""
_ROW = regex(
    r"(?:^|[,，:;(]|\d(?:年度?|月份?|日)|\d个[\u4e00-\u9fff]{1,6}(?=分布[在于])"
    r"|[一二两三四五六\d][次批](?=将|把|下达|分解|拨付"
    r"|发放))(?P<row>[^,，:;()、\d]+(?:、[^,，:;()、\d〇]{1,14}?〇*)+?)(?P<all>共计?|合计)?$"
)
_OTHERS = regex("[一二两三四五六七八九十\\d]个[\u4e00-\u9fff]{1,3}?[和及与加]")
"""Before a row: other places, which their own number ends (甲、乙两个镇和丙、丁两个乡)."""
_QUOTED_ROW = regex("“(?P<row>[^“”\n]{2,8}(?:、[^“”、\n]{2,8}){2,})”$")
"""A row in one pair of quotation marks: “受理、审核、发放”三个环节."""
_NO_NAME = regex("[的了在把对将向从等各]|[两二三四五六七八九十](?:[所家个]|级(?!指标))")
"""In a name of a row: words that make it more than a name, or several names."""
_MAIN_HOUSE = regex("(?:本[部院所]|总[部院站])$")
"""A name in a row: of that whose branches the others are."""
_DOES = regex("(?:提供|开展|实施|落实|发放|办理|推进|完成|组织|支持|建设)(?=.)")
"""In a name of a row but the first: the row begins there, behind who does it or for whom."""
_WITH_OTHERS = regex(r"(?:\d{1,3}|[一二两三四五六七八九十])个?(?:[县区市镇乡村场]|街道|社区)")
"""Right behind a number of places: the names are of these too (东镇、西镇、北乡等2镇1乡)."""
_TOWNS = frozenset(("镇", "乡", "街道", "县", "区", "市"))
"""Of these two names are two; of villages they may be towns (清河、白水三个村)."""
_FEWEST_KINDS, _FEWEST_TOWNS, _VERB = 3, 2, 1
_DAY = r"(?:(?:20)?\d\d年)?\d{1,2}月\d{1,2}日"
_DAYS = regex(rf"(?P<days>{_DAY}(?:[、和及]{_DAY})+)(?:先后|前后|共|分)$")
"""Right before a number of times: the days on which it was."""
_TIMES, _LONGEST_DAYS = frozenset("次批轮回场"), 80
_MISCOUNT = 1
"""By how many bare names may be miscounted: 清河、白水、黄土8个村 are villages of three towns."""


def items_before(facts: Facts, figure: Quantity) -> Enumeration | None:
    """Names that 、 joins before a number, with 等 or of the kind that is counted."""
    if _WITH_OTHERS.match(facts.text, figure.end):
        return None
    low, _ = facts.windows.bounds("clause", figure.start)
    lead = facts.text[max(low, figure.start - 160) : figure.start]
    marks = _BEFORE.search(lead)
    body = lead[: marks.start()] if marks else lead
    if "、" not in body or (marks and marks["etc"] in ("共", "共计", "合计", "以上", "总计", "这")):
        return None
    segment = re.split(r"[,，:;(]", mask(body))[-1]
    start = figure.start - len(lead) + len(body) - len(segment)
    if segment.count("、") < 1:
        return None
    if len(segment) == len(lead) and start > low:
        return None
    items = items_of(segment, "、")
    if not are_plain(items) or len(items) < 2:
        return None
    lengths = [len(i) for i in items[1:]]
    if max(lengths) > 14:
        return None
    if not (marks and marks["etc"] == "等"):
        told = len(segment) == len(lead) or "、" not in body[: -len(segment)]
        if told and body.endswith(items[-1]) and are_of_kind(facts, figure, items):
            return joined(Enumeration(figure, start, figure.start, tuple(items), False), segment)
        return None
    # 甲、乙等5个乡镇 may name two of five; 甲、乙、丙等三位专家 names them all
    opened = figure.dimension != "person" or figure.printed - len(items) > 1
    opened = opened and not _CLOSED.match(facts.text, figure.end)
    return joined(Enumeration(figure, start, figure.start, tuple(items), opened), segment)


def titles_behind(facts: Facts, figure: Quantity) -> Listed | None:
    """Titles that follow a number of documents side by side: 四项制度，即《甲办法》《乙细则》."""
    found = _TITLES_BEHIND.match(facts.text, figure.end)
    documents = figure.unit in _OF_DOCUMENTS
    if found is None and documents and _DOCUMENTS_ARE.search(facts.own_words(figure)):
        found = _TITLES_ALONE.match(facts.text, figure.end)
    if found is None:
        return None
    return (*found.span("titles"), tuple(re.findall("《[^》]*》", found["titles"])))


def titles_before(facts: Facts, figure: Quantity) -> Enumeration | None:
    """Titles in a row before a number of documents: 《甲办法》《乙细则》两项制度."""
    low, _ = facts.windows.bounds("clause", figure.start)
    if _ALL_DOCUMENTS.match(facts.text, figure.end) and figure.unit in _OF_DOCUMENTS:
        in_all = _titles_in_all(facts, figure, max(low, figure.start - _LONGEST_TITLES))
        if in_all is not None:
            return in_all
    if not _DOCUMENTS.match(facts.text, figure.end):
        return None
    found = _TITLES.search(facts.text, max(low, figure.start - _LONGEST_TITLES), figure.start)
    if found is None:
        return None
    titles = tuple(re.findall("《[^》]*》", found[0]))
    return Enumeration(
        figure, found.start(), figure.start, titles, "等" in found[0].rpartition("》")[2], True
    )


def _titles_in_all(facts: Facts, figure: Quantity, low: int) -> Enumeration | None:
    """Titles in a row before the number of all of them; those told before may be of them too."""
    found = _TITLES_IN_ALL.search(facts.text, low, figure.start)
    if found is None or found["row"].endswith("等"):
        return None
    titles = tuple(_TITLE.findall(found["row"]))
    told = len(_TITLE.findall(facts.text[low : figure.start]))
    between = (len(titles), told) if told > len(titles) else None
    return Enumeration(figure, *found.span("row"), titles, False, True, between)


def kinds_before(facts: Facts, figure: Quantity) -> Enumeration | None:
    """Names in a row right before a number of kinds: 数量、质量、时效、成本四个方面.

    A number of things may be of the last name alone (电脑、打印机2台); one of kinds is of all.
    """
    at = figure.end - _unit_length(facts, figure)
    kinds = (_ABSTRACT, _PLACES, _OF_HOUSES)
    kind = next((k for words in kinds if (k := words.match(facts.text, at))), None)
    if kind is None:
        return None
    low, _ = facts.windows.before("clause", figure.start, _LONGEST_ROW)
    low = max((m.end() for m in _OTHERS.finditer(facts.text, low, figure.start)), default=low)
    told = facts.text[low : figure.start]
    row = _QUOTED_ROW.search(told) or _ROW.search(mask(told))
    every = row and row.groupdict().get("all")
    if row is None or (every and not kind["noun"]):
        return None
    pieces = row["row"].split("、")
    items = tuple(items_of(row["row"], "、"))
    if any(map(_NO_NAME.search, pieces[1:])) or any(map(_MAIN_HOUSE.search, pieces)):
        return None
    if kind["noun"] is None and (_begins_late(pieces) or any(map(_DOES.search, pieces[1:]))):
        return None
    called = bool(kind["noun"]) and all(kind["noun"] in piece for piece in pieces)
    fewest = _FEWEST_TOWNS if kind["noun"] in _TOWNS else _FEWEST_KINDS
    if (every and not called) or len(items) < fewest:
        return None
    if kind["noun"] in _BARE and not called:
        near = abs(len(items) - int(figure.printed)) <= _MISCOUNT
        if not near or not all(_BARE_NAME.fullmatch(item) for item in items):
            return None
    start = low + row.start("row")
    found = Enumeration(figure, start, figure.start, items, False, True)
    if kind["noun"] is None:  # 购置及运行维护费 may be one
        return replace(found, between=fewest_and_most(items, row["row"]))
    return joined(found, row["row"])


def _begins_late(pieces: Sequence[str]) -> bool:
    """Whether a row begins behind its first 、: 甲馆、乙馆举办阅读、展览两项活动."""
    lengths = [len(piece) for piece in pieces]
    return any(
        lengths[at] > max(lengths[1:at] + lengths[at + 1 :]) + _VERB
        for at in range(1, len(lengths) - 1)
    )


def days_before(facts: Facts, figure: Quantity) -> Enumeration | None:
    """Days in a row before how often it was: 于1月26日、6月14日分两次下达."""
    if figure.unit not in _TIMES:
        return None
    found = _DAYS.search(facts.text, *facts.windows.before("sentence", figure.start, _LONGEST_DAYS))
    days = tuple(re.split("[、和及]", found["days"])) if found else ()
    return Enumeration(figure, *found.span("days"), days, False, True) if found else None


def all_before(facts: Facts, figure: Quantity) -> Enumeration | None:
    """Names before 共 and their number: 赵庄、李洼、孙岗，共三个村."""
    told = all_told(facts, figure)
    return Enumeration(figure, *told, False, True) if told else None


def _unit_length(facts: Facts, figure: Quantity) -> int:
    """How many characters of a figure are its unit."""
    unit = figure.unit or ""
    return len(unit) if facts.text[figure.start : figure.end].endswith(unit) else 0
