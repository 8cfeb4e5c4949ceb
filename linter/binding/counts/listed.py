"""Lists behind an announced number that 、 does not join: by ；, by 一个……一个……, after a comma."""

from __future__ import annotations

import re

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_POINTS = regex(
    r"[\u4e00-\u9fff]{0,4}?(?:措施|事|方面|问题|原因|打算|做法|建议|工作|条|点|经验|不足|举措|任务|短板|安排)[^,，。;:\d]{0,8}(?:[,，](?:分别|依次|具体|即)[为是]?)?:"
    r"|[,，](?:分别|依次|具体|即)[为是]?:"
)
"""Behind a number: points follow, each a clause."""
_ADDED = regex(r"(?:另外?|此外|其中|其[他它余]|同时|总之|上述|以上|至于|合计|共计)")
_NUMBERED = regex(r"[其第]?[一二1(①⑴]")
_FEWEST_POINTS, _SHORTEST = 3, 4
_UNIT = "[个家座处所条支名类种]"
_ONE_MORE = f"(?:另外?|还有)?一{_UNIT}(?!是?[因由]|原因|多?月|季|年)"
_ONE_BY_ONE = regex(
    r"(?:[\u4e00-\u9fff]{0,30}(?<!其中))?[,，:] ?"
    rf"(?P<told>{_ONE_MORE}[^,，、;。\d]{{2,16}}(?:[,，、]{_ONE_MORE}[^,，、;。\d]{{2,16}})+)"
    rf"(?=[;。\n]|[,，](?!其[余他它中]|剩|另|还|再|等|[一二两三四五六七八九十]{_UNIT}))"
)
_ONE = regex(rf"(?:另外?|还有)?一(?P<unit>{_UNIT})([^,，、;。\d]{{2,16}})")
_GOES_ON = regex(
    r"(?:[,，;][^,，;。\d]{1,10}(?:[也又还]是|的)(?=一)|[,，;。](?:另外?|还有|再有|最后|第[三四五六]))一?"
    rf"(?P<unit>{_UNIT})"
)
_FURTHER, _KINDS = 80, frozenset("类种")
_ROW = regex(
    r"(?P<noun>[\u4e00-\u9fff]{1,6})[,，](?!分别|依次|即|包括)(?P<row>[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,8}){2,})(?=[;。])"
)
_JOINED = regex("[和及与]")
_QUOTED = regex(
    r"[个项]?(?P<noun>[^\s“”,，;。:、\d()的]{0,4}(?:指标|文件|制度|办法|品牌|栏目|课题|平台|系统|活动|子项目?|口号|考点))"
    r"(?:(?!问题|表述|字样|说法|用语|提法|例如|比如|如下几|其中|[中带含存]|(?<!没)有)[^“”,，;。:\d()]){0,14}(?:[:,，]?(?:即|分别[为是]|就是|[为是]):?|:)"
    r"(?P<row>“[^”\n]{2,30}”(?:[、,，和及与]{0,1}“[^”\n]{2,30}”)+)(?=[。;\n])"
)
"""Names in quotation marks that end a clause, of what is counted."""
_QUOTATION = regex("“[^”]*”")
_TWO = regex(
    r"[\u4e00-\u9fff]{0,6}[,，:]?(?:即|分别[为是]|[为是]|:)(?P<one>[\u4e00-\u9fff]{2,8}?)[和及与]"
    r"(?P<other>[\u4e00-\u9fff]{2,8})(?=[,，。;)\n]|$)"
)
_NOUN, _NOUN_BEFORE = regex("[\u4e00-\u9fff]+$"), 8
_OF_EACH = regex(
    r"[\u4e00-\u9fff]{0,6}[,，](?:每|各)(?P<unit>[\u4e00-\u9fff]{1,2}?)(?:[\u4e00-\u9fff]{0,10}?)(?:分别|依次)(?:[为是有]|达到?)?:?"
)
_AND = regex(" ?(?:、|,|，|和|及|以及) ?")
_FEWEST_FIGURES = 3
_MONTH = regex(r"(?:\d{4}年)?\d{1,2}月(?:[上中下]旬|[初底末]|\d{1,2}日)?[\u4e00-\u9fff]{0,6}")
_DAY = regex(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")
_NUMBERED_THING = regex(r"[A-Za-z]{0,2}\d{1,4}号[\u4e00-\u9fff]{0,4}")
_LINE = regex(r"[A-Za-z]{0,2}\d{1,4}(?:路|号线)")
_LONGEST = 600
_PHASES = regex(r"(?P<noun>阶段|环节|步骤|标段|片区|小组):(?P<row>[^。\n]+)")
_DATED = regex(
    r"[\u4e00-\u9fff]{0,10}(?::|[,，](?:分别|依次)(?:[为是在]|于)?:?)(?P<row>\d{1,2}月[^。;\n]{4,400})(?=[。;\n])"
)
_DATE = regex(
    r"(?:^|[,，])(?P<day>\d{1,2}月(?:份|初|底|末|[上中下]旬|\d{1,2}日)?)(?P<told>[^,，]*)"
)
_NO_DATE = regex(r"[\d和、至到与—~-]|[各共又再][一二两三四五六]|[一二两三四五六][次期场轮回批]")
"""In what is told of a date: it is one of several, or more than one thing was then."""
_AMOUNT = regex(r"\d[\d.,]*[万亿]?元")
_STEP = regex("批复|到账|收回|公示|指标")
"""Of a date: what came before or behind one of the times that are counted."""
_OCCASIONS, _FEWEST_DATES = frozenset("次期场轮回批"), 3
_TURNS = frozenset("批次轮期")
_LED = regex(r"[\u4e00-\u9fff]{0,8}[:,，](?=(?:\d{1,2}月(?:\d{1,2}日)?)?第一)")
_MORE = regex("余|其他|最后|尾款|另|剩|等|再")
_NUMERALS = "一二三四五六七八"

Listed = tuple[int, int, tuple[str, ...]]
"""Start, end and items of a list."""


def points(facts: Facts, figure: Quantity, high: int) -> Listed | None:
    """Start, end and items of a list of clauses joined by ；: 四件事：……；……；……；…….

    What a last clause adds (另外……) is none of the items.
    """
    opener = _POINTS.match(facts.text, figure.end, high)
    if opener is None or facts.within(figure.end, opener.end()):
        return None
    body = facts.text[opener.end() : min(high, opener.end() + _LONGEST)].rstrip("。\n ")
    pieces = _parted(body)
    while pieces and _ADDED.match(pieces[-1]):
        pieces.pop()
    if _NUMBERED.match(body):  # told as numbered points
        return None
    if "," in opener[0].replace("，", ",") and _are_sums(facts, figure, opener.end(), body):
        return None
    if len(pieces) < _FEWEST_POINTS or any(len(piece) < _SHORTEST for piece in pieces):
        return None
    return opener.end(), opener.end() + len(body), tuple(pieces)


def _are_sums(facts: Facts, figure: Quantity, start: int, body: str) -> bool:
    """Whether clauses tell how many there are of each (数量指标3条；质量指标2条), or are lists."""
    told = facts.within(start, start + len(body))
    return "、" in body or body.endswith("等") or any(other.unit == figure.unit for other in told)


def _parted(body: str) -> list[str]:
    """A text parted at each ； that stands in no bracket."""
    pieces, depth, at = [], 0, 0
    for place, letter in enumerate(body):
        depth += (letter == "(") - (letter == ")")
        if letter == ";" and depth == 0:
            pieces.append(body[at:place].strip())
            at = place + 1
    return [*pieces, body[at:].strip()]


def one_by_one(facts: Facts, figure: Quantity) -> Listed | None:
    """The same of what is told one by one: 两个，一个便民中心，一个农技中心."""
    found = _ONE_BY_ONE.match(facts.text, figure.end)
    told = [*_ONE.finditer(found["told"])] if found else []
    if found is None or any(one["unit"] != figure.unit for one in told):
        return None
    if figure.unit in _KINDS and facts.text[found.end()] in ",，":
        return None  # 一类是脱贫户，一类是监测户，一般户不补
    near = facts.windows.behind("block", figure.start, found.end(), _FURTHER)
    goes_on = _GOES_ON.search(facts.text, *near)
    if goes_on and goes_on["unit"] == figure.unit:
        return None
    return (*found.span("told"), tuple(one[2].removeprefix("是") for one in told))


def behind_comma(facts: Facts, figure: Quantity) -> Listed | None:
    """The same of names that fill the clause behind a comma and end as what is counted does."""
    found = _ROW.match(facts.text, figure.end)
    if found is None or _JOINED.search(found["row"]):
        return None
    items = tuple(found["row"].split("、"))
    ends = {item[-1] for item in items}
    return (*found.span("row"), items) if len(ends) == 1 and ends <= {*found["noun"]} else None


def two_behind(facts: Facts, figure: Quantity) -> Listed | None:
    """The same of two names that end as what is counted: 不足的乡镇有三个，即东乡和西乡."""
    found = _TWO.match(facts.text, figure.end)
    if found is None or found["one"][-1] != found["other"][-1]:
        return None
    noun = _NOUN.search(facts.text, figure.start - _NOUN_BEFORE, figure.start)
    told = (noun[0] if noun else "") + facts.text[figure.end : found.start("one")]
    names = found["one"], found["other"]
    return (found.start("one"), found.end(), names) if names[0][-1] in told else None


def quoted(facts: Facts, figure: Quantity) -> Listed | None:
    """The same of names in quotation marks: 三个指标未量化：“服务水平”和“健全程度”."""
    found = _QUOTED.match(facts.text, figure.end)
    if found is None or facts.within(figure.end, found.start("row")):
        return None
    return (*found.span("row"), tuple(_QUOTATION.findall(found["row"])))


def of_each(facts: Facts, figure: Quantity) -> Listed | None:
    """The same of figures told one for each: 6期，各期分别为78人、92人、85人."""
    opener = _OF_EACH.match(facts.text, figure.end)
    if opener is None or not _is_unit(facts, figure, opener["unit"]):
        return None
    told: list[Quantity] = []
    _, high = facts.windows.bounds("clause", opener.end())
    for item in facts.within(opener.end(), high):
        at = told[-1].end if told else opener.end()
        joined = _AND.fullmatch(facts.text, at, item.start) if told else at == item.start
        if not joined or (told and item.unit != told[0].unit):
            break
        told.append(item)
    if len(told) < _FEWEST_FIGURES or facts.text.startswith(("等", "…"), told[-1].end):
        return None
    items = tuple(facts.text[item.start : item.end] for item in told)
    return told[0].start, told[-1].end, items


def phases(facts: Facts, figure: Quantity) -> Listed | None:
    """The same of clauses that each end by what is counted: 三个阶段：1月为准备阶段，……."""
    found = _PHASES.match(facts.text, figure.end)
    if found is None:
        return None
    items = tuple(re.split("[,，;]", found["row"]))
    told = all(re.search(f"[为是][\u4e00-\u9fff]{{1,10}}{found['noun']}$", i) for i in items)
    return (*found.span("row"), items) if told and len(items) > 1 else None


def dated(facts: Facts, figure: Quantity) -> Listed | None:
    """The same of times told one by one, each by its day: 四次：3月研究方案，6月协调占地，……."""
    found = _DATED.match(facts.text, figure.end) if figure.unit in _OCCASIONS else None
    if found is None or any(words.search(found["row"]) for words in (_MORE, _STEP)):
        return None
    told = list(_DATE.finditer(found["row"]))
    if len(told) < _FEWEST_DATES or len({one["day"] for one in told}) < len(told):
        return None
    rest = [_AMOUNT.sub("", one["told"]) for one in told]
    if any(not what or _NO_DATE.search(what) for what in rest):
        return None
    return (*found.span("row"), tuple(one[0].lstrip(",，") for one in told))


def turns(facts: Facts, figure: Quantity) -> Listed | None:
    """The same of turns by their numbers, of which one alone may lack: 分三批：第一批……，第二批…….

    Where no more are told of anywhere.
    """
    _, high = facts.windows.bounds("sentence", figure.start)
    opener = _LED.match(facts.text, figure.end, high) if figure.unit in _TURNS else None
    if opener is None or _MORE.search(facts.text, opener.end(), high):
        return None
    told = re.findall(f"第[{_NUMERALS}]{figure.unit}", facts.text[opener.end() : high])
    due = [f"第{number}{figure.unit}" for number in _NUMERALS[: len(told) + 1]]
    near = abs(len(told) - int(figure.printed)) <= 1
    known = 1 < len(told) < len(due) and told == due[:-1]
    if not known or not near or due[-1] in facts.text:
        return None
    return opener.end(), high, tuple(told)


def _is_unit(facts: Facts, figure: Quantity, word: str) -> bool:
    """Whether a word is what a figure counts: 期 of 6期, 班 of 4个班."""
    return word == figure.unit or facts.text.startswith(word, figure.end)


def are_months(items: list[str]) -> bool:
    """Whether each item is a month or a day: 分别在3月、6月和9月进行."""
    return all(_MONTH.fullmatch(item) for item in items)


def are_days(items: list[str]) -> bool:
    """Whether each item is a day of its own, on which things are seldom done twice."""
    return len({*items}) == len(items) and all(map(_DAY.fullmatch, items))


def are_numbered(figure: Quantity, items: list[str]) -> bool:
    """Whether each item is a thing that a number names: 1号泵、2号泵; of lines 12路、15路."""
    thing = _LINE if figure.unit == "条" else _NUMBERED_THING
    return all(thing.fullmatch(item) for item in items)


def same_figures(figure: Quantity, items: list[str]) -> bool:
    """Whether each item has a figure of one unit, not of what is counted: 东厂41人、西厂33人."""
    named = [
        re.fullmatch(r"[\u4e00-\u9fff]{2,10}?\d[\d.,]*([\u4e00-\u9fff]{1,3})", i) for i in items
    ]
    units = {name[1] for name in named if name}
    return all(named) and len(units) == 1 and units != {figure.unit}
