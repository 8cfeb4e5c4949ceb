"""What is told of each one of a number, or each of their names, right behind it.

三家企业，分别承担东城、西城、南城标段; 归为三件：办好演出，抓好修缮，管好场馆;
7座，为甲、乙、丙五处老厂; 七件事，前三件花在人身上，后三件花在工程上.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.binding.counts.enumeration import MISCOUNT, Enumeration, near_row
from linter.binding.counts.items import ITEM, items_of
from linter.facts.facts import Facts
from linter.facts.numeral import read
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_DOES = (
    "负责|承担|承接|承包|实施|施工|管理|管护|保障|服务|从事|分管|主管|"
    "牵头|供应|运营|监理|审核|中标|对口|面向|承建|建设"
)
_SUMMED_UP = "共|合计|总计|累计|合同|工期|服务期|期限|金额|费用|均|全部"
_DUTIES = regex(
    rf"[\u4e00-\u9fff]{{0,8}}[,，](?:(?:分别|依次)(?:{_DOES})|分管|各管|分掌|分工负责)(?:了|的是)?"
    rf"(?P<row>{ITEM}(?:、{ITEM})+)(?=[。\n]|[,，](?:{_SUMMED_UP}))"
)
"""What each of them does, up to the end of the sentence or to what is told of all of them."""
_OTHERS = regex(
    "等(?:[^、]{0,6})?$|其[他它余]|[几多各]个|[两二三四五六七八九][个家项]|^本|所在|辖区"
)
"""In such a row: there are more, or each of them does all of it."""
_FURTHER = regex(
    r"[,，;。\n]{1,2}(?:第[一二三四五六七八九\d]|其[余他]|另|剩|余下|还|再|最后|末|[二三四五六七八九]是)"
    "|[一两二三四五六七八九][个家名支位辆台人件项条]"
    r"|[;。\n][^,，;。\n]{1,6}(?:由|负责|统筹|综合|尚?未|暂)"
)
"""Behind what is told: of one more, or of several that do one thing."""
_PARALLEL = regex(
    r"[\u4e00-\u9fff]{0,3}:(?P<row>[\u4e00-\u9fff]{4,16}(?:[,，][\u4e00-\u9fff]{4,16}){2,})(?=。|\n)"
)
"""Clauses that commas part, up to the end of the sentence."""
_ASIDE = regex(
    "^[一两二三四五六七八九十]|[是的第等]|其[他余中]|影响|[导以]致|造成|致使|因[此而]|[从进]而|[使让]|以及|还有|另|(?<!公)共|均|都"
)
"""In such a clause: it tells what follows, or something of the others."""
_HALVES = regex(
    r"(?P<unit>[件项条])[\u4e00-\u9fff]{0,4}[,，:]前(?P<first>[一两二三四五六七八九])(?P=unit)"
    r"(?P<row>[^。;\d\n]{1,40}[,，;])后(?P<last>[一两二三四五六七八九])(?P=unit)[^。;\n]{1,40}(?=[。;\n])"
)
_BETWEEN = regex(
    "中间|当中|[第另剩余]|其[他中]|最后|居中|还有|的一|那[件项条]|(?<![前后])[一两二三][件项条]"
)
"""Among halves, or right behind them: one is of neither."""
_STANDING = frozenset("座处家所")
_COUNTED_AGAIN = regex(
    r"[\u4e00-\u9fff]{0,4}[,，](?:为|即|是|分别[为是])"
    r"(?P<row>[^,，:;。()、\d\n]{2,8}(?:、[^,，:;。()、\d\n]{2,8}?)+)"
    r"(?P<again>[两二三四五六七八九十])[处座家所](?:(?![的及所各共每])[\u4e00-\u9fff]){0,4}(?=[。;)\n])"
)
"""Names behind a number of what stands at one place, and their own number."""
_COMMA = regex("[,，]")
_REACH = 30


def each_told(facts: Facts, figure: Quantity) -> Enumeration | None:
    """What each of a number does, or the clauses or names right behind it."""
    readings = (_duties, _parallel, _halves, _again)
    return next(filter(None, (reading(facts, figure) for reading in readings)), None)


def _duties(facts: Facts, figure: Quantity) -> Enumeration | None:
    """What each does, where no more is told than they are: one of them may do two things."""
    found = _DUTIES.match(facts.text, figure.end)
    if found is None or _OTHERS.search(found["row"]) or _goes_on(facts, found.end()):
        return None
    items = tuple(items_of(found["row"], "、"))
    told = near_row(figure, found.span("row"), items, found["row"])
    return told if told and figure.printed >= len(items) else None


def _goes_on(facts: Facts, end: int) -> bool:
    """Whether more is told right behind a row."""
    return _FURTHER.search(facts.text, end, end + _REACH) is not None


def _parallel(facts: Facts, figure: Quantity) -> Enumeration | None:
    found = _PARALLEL.match(facts.text, figure.end)
    clauses = tuple(_COMMA.split(found["row"])) if found else ()
    if found is None or not _are_parallel(clauses) or _goes_on(facts, found.end()):
        return None
    return near_row(figure, found.span("row"), clauses, found["row"])


def _are_parallel(clauses: Sequence[str]) -> bool:
    """Whether clauses are of one make: all have one character at the same place."""
    if any(map(_ASIDE.search, clauses)):
        return False
    return any(len({clause[at] for clause in clauses}) == 1 for at in (0, 1, -1))


def _halves(facts: Facts, figure: Quantity) -> Enumeration | None:
    """The first and the last ones, which are all where nothing is told of one between them."""
    found = _HALVES.match(facts.text, figure.end - len(figure.unit or ""))
    if found is None or _BETWEEN.search(facts.text, found.start(), found.end() + _REACH):
        return None
    number = sum(read(found[half]) or 0 for half in ("first", "last"))
    if abs(number - figure.printed) > MISCOUNT:
        return None
    return Enumeration(figure, *found.span("row"), ("…",) * number, False, True)


def _again(facts: Facts, figure: Quantity) -> Enumeration | None:
    """Names behind 为 with their own number, of which as many are told as that says."""
    found = _COUNTED_AGAIN.match(facts.text, figure.end) if figure.unit in _STANDING else None
    names = tuple(found["row"].split("、")) if found else ()
    if found is None or not len(names) == read(found["again"]) != figure.printed:
        return None
    return near_row(figure, found.span("row"), names, found["row"])
