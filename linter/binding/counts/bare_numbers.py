"""Numbers that no unit follows, with the parties, months or places that they count.

三方分担：中央8万元，省4万元，市2万元; 由中央、省、市三方分担; 三个月份：1月、2月、7月;
三区（甲区、乙区、丙区）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.binding.counts.enumeration import Enumeration, near_row
from linter.binding.counts.items import items_of
from linter.facts.facts import Facts
from linter.facts.numeral import read
from linter.facts.quantity import ONE, Quantity
from linter.interval import exactly
from linter.regexes.late import regex

_NUMBER = (
    r"(?<![\d.级一二三四五六七八九十百千万第前后近每约余几])"
    r"(?P<number>[两二三四五六七八九十]|[2-9]|1\d)"
)
_SHARE = "分担|共担|承担|负担|出资|筹措|投入|筹集"
_PARTY = r"[^,，:;。()、和及\d\n]{1,10}"
_BY_PARTIES = regex(
    rf"由(?P<row>{_PARTY}(?:[、和及]{_PARTY}){{1,8}}?)(?P<number>[三四五六七八])方"
    rf"(?:按比例|按份额|共同)?(?:{_SHARE}|组成)"
)
_GIVES = r"[^,，;。、:\d\n]{1,12}\d[\d.]*[万亿]?元"
_SOURCES = regex(
    rf"{_NUMBER}方(?:共同|按比例)?(?:{_SHARE}|投资|共筹)"
    rf"(?:[,，]?(?:即|分别(?:为|是|出资)):?|:)(?P<row>{_GIVES}(?:[,，;、]{_GIVES})+)"
    r"(?=[。;\n]|[,，](?:[一总合拢]?共|合计|总计|累计|相加)|$)"
)
_PAYERS = (
    "中央|省|市|县|区|乡镇|镇|乡|村|村集体|集体|财政|政府|企业|个人|"
    "农户|群众|学校|社会|业主|单位|医院|保险公司"
)
_GIVING = "级|本级|财政|资金|公司|补助|补贴|配套|承担|出资|投入|自筹|负担|分担|出|补|缴|筹"
_PAYS = regex(
    rf"(?P<payer>{_PAYERS}|[\u4e00-\u9fff]{{1,4}}公司|[甲乙丙丁戊]方)(?:{_GIVING})*\d[\d.]*[万亿]?元"
)
"""What one party gives: no sum, no part of it, and nothing of another year."""
_SUMMED = regex("[一总合拢]?共计?|合计|总计|累计|相加|以上")
_MONTHS = regex(
    rf"{_NUMBER}个月份?[^,，。;:()\d]{{0,8}}(?::|[,，]?(?:分别|依次)?[为是在即]|\()"
    r"(?P<row>\d{1,2}月(?:[、和及]\d{1,2}月)+)(?=[。;](?!\d|还|另|其[余他])|[)\n]|[,，](?!\d{1,2}月|以?及|还|另))"
)
_PLACE = r"[^,，:;。()、\d\n和及与]{1,8}"
_NAMED = regex(
    rf"{_NUMBER}个?(?P<noun>[区县市镇乡村校院园局站所馆厂科股]|街道|社区)\("
    rf"(?P<row>{_PLACE}(?P=noun)(?:[、和及]{_PLACE}(?P=noun))+)\)"
    r"(?![^,，;。\n]{0,12}[,，][^,，;。\n]{0,12}(?P=noun))"
)
"""Places in a bracket behind which no other of their kind is told."""
_CLAUSES = regex("[,，;、]")
_SEVERAL = regex("[两二三四五六七八九]级|等|其他|市县|省市|县乡|合并|[相有]关|[三四五六七八]方")
"""In a row: some of it are more than one, or there are more than it names."""


def bare_numbers(facts: Facts) -> Iterator[Enumeration]:
    """Numbers of parties, of months, and of places named in a bracket."""
    for pattern in (_SOURCES, _BY_PARTIES, _MONTHS, _NAMED):
        for found in pattern.finditer(facts.text):
            if not facts.in_table(found.start()) and not _SEVERAL.search(found["row"]):
                told = _payers(found) if pattern is _SOURCES else items_of(found["row"], "、")
                if (row := _row(found, tuple(told))) is not None:
                    yield row


def _row(found: re.Match[str], items: tuple[str, ...]) -> Enumeration | None:
    """The row of a number, unless a name stands twice in it."""
    value = Decimal(read(found["number"]) or 0)
    start, end = found.start("number"), found.end("number") + 1
    figure = Quantity(start, end, exactly(value), value, ONE, "count:个", "个", ONE)
    if len({*items}) < len(items):
        return None
    return near_row(figure, found.span("row"), items, found["row"], least=0)


def _payers(found: re.Match[str]) -> list[str]:
    """Who gives what, without the sum of it; none where something else is told among them."""
    pieces = [p for p in _CLAUSES.split(found["row"]) if not _SUMMED.match(p)]
    paid = [_PAYS.fullmatch(piece) for piece in pieces]
    return [one["payer"] for one in paid if one] if all(paid) else []
