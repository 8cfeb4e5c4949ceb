"""What is told of each one of a number, or each of their names, right behind it.

三家企业，分别承担东城、西城、南城标段; 三方分担：中央8万元，省4万元，市2万元;
三区（甲区、乙区、丙区）; 三个月份：1月、2月、7月; 归为三件：办好演出，抓好修缮，管好场馆;
7座，为甲、乙、丙五处老厂; 七件事，前三件花在人身上，后三件花在工程上.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.binding.counts.enumeration import Enumeration
from linter.binding.counts.items import fewest_and_most, items_of
from linter.facts.facts import Facts
from linter.facts.numeral import read
from linter.facts.quantity import ONE, Quantity
from linter.interval import exactly
from linter.late import regex

_NUMBER = (
    r"(?<![\d.一二三四五六七八九十百千万第前后近每约余几])"
    r"(?P<number>[两二三四五六七八九十]|[2-9]|1\d)"
)
_ITEM = r"[^,，:;。()、\d\n]{2,16}"
_DUTIES = regex(
    r"[\u4e00-\u9fff]{0,8}[,，](?:(?:分别|各自|依次)(?:负责|承担|承接|承包|实施|施工|管理|管护|保障|服务|从事|分管|主管|牵头|供应|运营"
    "|监理|审核|中标|对口|面向|承建|建设)|分管|各管|分掌|分工负责)(?:了|的是)?"
    rf"(?P<row>{_ITEM}(?:、{_ITEM})+)(?=[。;\n]|[,，](?!以?及|还|另|同时|并|兼|其|也|和|各|[^,，;。]*、|[^。;\n]{{0,16}}[一两二三四五六七八九第备剩轮]))"
)
"""What each of them does."""
_OTHERS = regex("等(?:[^、]{0,6})?$|其[他它余]|[几多各]个|[两二三四五六七八九][个家项]")
_PARALLEL = regex(
    r"[\u4e00-\u9fff]{0,3}:(?P<row>[\u4e00-\u9fff]{4,16}(?:[,，][\u4e00-\u9fff]{4,16}){2,})(?=。|\n)"
)
"""Clauses that commas part, up to the end of the sentence."""
_ASIDE = regex(
    "[是的第等]|其[他余中]|影响|[导以]致|造成|致使|因[此而]|[从进]而|[使让]|以及|还有|另|(?<!公)共|均|都"
)
"""In such a clause: it tells what follows, or something of the others."""
_HALVES = regex(
    r"(?P<unit>[件项条])[\u4e00-\u9fff]{0,4}[,，:]前(?P<first>[一两二三四五六七八九])(?P=unit)(?P<row>[^。;\d\n]{1,40}[,，;])"
    r"后(?P<last>[一两二三四五六七八九])(?P=unit)[^。;\n]{1,40}(?=[。;\n])"
)
_BETWEEN = regex("中间|[第另剩余]|其[他中]|最后|居中|还有|的一")
_BY_PARTIES = regex(
    r"由(?P<row>[^,，:;。()、和及\d\n]{1,10}(?:[、和及][^,，:;。()、和及\d\n]{1,10}){1,8}?)(?P<number>[三四五六七八])方"
    "(?:按比例|按份额|共同)?(?:分担|共担|承担|负担|出资|筹措|投入|筹集|组成)"
)
_SOURCES = regex(
    rf"{_NUMBER}方(?:共同|按比例)?(?:分担|共担|负担|出资|筹措|投入|筹集|承担|投资|共筹)(?:[,，]?(?:即|分别(?:为|是|出资)):?|:)"
    r"(?P<row>[^,，;。、:\d\n]{1,12}\d[\d.]*[万亿]?元(?:[,，;、][^,，;。、:\d\n]{1,12}\d[\d.]*[万亿]?元)+)"
)
_WITHIN = regex("其[中余他]|[包内]?含|另|剩|不足|到位|超|期")
_SUMMED = regex("[一总合拢]?共计?|合计|总计|累计|相加|以上")
_SOURCES_END = regex("[。;\\n]|[,，](?:[一总合拢]?共|合计|总计|累计|相加)|$")
_MONTHS = regex(
    rf"{_NUMBER}个月份?[^,，。;:()\d]{{0,8}}(?::|[,，]?(?:分别|依次)?[为是在即]|\()"
    r"(?P<row>\d{1,2}月(?:[、和及]\d{1,2}月)+)(?=[。;)\n]|[,，](?!\d{1,2}月|以?及|还|另))"
)
_PLACE = r"[^,，:;。()、\d\n和及与]{1,8}"
_NAMED = regex(
    rf"{_NUMBER}个?(?P<noun>[区县市镇乡村校院园局站所馆厂科股]|街道|社区)\("
    rf"(?P<row>{_PLACE}(?P=noun)(?:[、和及]{_PLACE}(?P=noun))+)\)"
)
_COUNTED_AGAIN = regex(
    r"[\u4e00-\u9fff]{0,4}[,，](?:为|即|是|分别[为是])(?P<row>[^,，:;。()、\d\n]{2,8}(?:、[^,，:;。()、\d\n]{2,8}?)+)"
    r"(?P<again>[两二三四五六七八九十])[处座个家所][\u4e00-\u9fff]{0,4}?(?=[,，。;)\n])"
)
_PARTED, _CLAUSES, _COMMA = regex("[、和及]"), regex("[,，;、]"), regex("[,，]")
_SEVERAL = regex("[两二三四五六七八九]级|等|其他|市县|省市|县乡|合并|[相有]关")
"""In a row: some of it are more than one, or there are more than it names."""
_FEWEST, _MISCOUNT, _LONGEST = 3, 1, 300


def each_told(facts: Facts, figure: Quantity) -> Enumeration | None:
    """What each of a number does, or the clauses or names right behind it."""
    duties = _DUTIES.match(facts.text, figure.end)
    if duties and not _OTHERS.search(duties["row"]):
        found = _near(figure, duties, tuple(items_of(duties["row"], "、")))
        return found if found and figure.printed >= len(found.items) else None  # one may do two
    parallel = _PARALLEL.match(facts.text, figure.end)
    if parallel:
        clauses = tuple(_COMMA.split(parallel["row"]))
        return _near(figure, parallel, clauses) if _are_parallel(clauses) else None
    halves = _HALVES.match(facts.text, figure.end - len(figure.unit or ""))
    if halves and not _BETWEEN.search(halves[0]):
        number = sum(read(halves[half]) or 0 for half in ("first", "last"))
        near = abs(number - figure.printed) <= _MISCOUNT
        told = Enumeration(figure, *halves.span("row"), ("…",) * number, False, True)
        return told if near else None
    return _again(facts, figure)


def _again(facts: Facts, figure: Quantity) -> Enumeration | None:
    """Names behind 为 with their own number, of which as many are told as that says."""
    again = _COUNTED_AGAIN.match(facts.text, figure.end)
    if again:
        names = tuple(again["row"].split("、"))
        same = len(names) == read(again["again"]) != figure.printed
        return _near(figure, again, names) if same else None
    return None


def _are_parallel(clauses: Sequence[str]) -> bool:
    """Whether clauses are of one make: all have one character at the same place."""
    if any(map(_ASIDE.search, clauses)):
        return False
    return any(len({clause[at] for clause in clauses}) == 1 for at in (0, 1, -1))


def _near(figure: Quantity, found: re.Match[str], items: tuple[str, ...]) -> Enumeration | None:
    """The list of a number, where they differ by no more than a miscount."""
    fewest, most = fewest_and_most(items, found["row"])
    if len(items) < _FEWEST or not fewest - _MISCOUNT <= figure.printed <= most + _MISCOUNT:
        return None
    return Enumeration(figure, *found.span("row"), items, False, True, (fewest, most))


def without_units(facts: Facts) -> Iterator[Enumeration]:
    """Numbers that no unit follows: of parties, months, and of places named in a bracket."""
    for pattern in (_SOURCES, _BY_PARTIES, _MONTHS, _NAMED):
        for found in pattern.finditer(facts.text):
            if facts.in_table(found.start()) or _SEVERAL.search(found["row"]):
                continue
            items = _sources(facts, found) if pattern is _SOURCES else _PARTED.split(found["row"])
            value = Decimal(read(found["number"]) or 0)
            start, end = found.start("number"), found.end("number") + 1
            figure = Quantity(start, end, exactly(value), value, ONE, "count:个", "个", ONE)
            fewest = len(found["row"].split("、")) if pattern is _BY_PARTIES else len(items)
            near = fewest - _MISCOUNT <= value <= len(items) + _MISCOUNT
            if near and len({*items}) == len(items):
                span, between = found.span("row"), (fewest, len(items))
                yield Enumeration(figure, *span, tuple(items), False, True, between)


def _sources(facts: Facts, found: re.Match[str]) -> list[str]:
    """What each party gives, without the sum of it; nothing where something else follows."""
    if _SOURCES_END.match(facts.text, found.end()) is None:
        return []
    if _WITHIN.search(found["row"]):
        return []
    return [piece for piece in _CLAUSES.split(found["row"]) if not _SUMMED.match(piece)]
