"""How document numbers are written, and how the standard says: 财预〔2020〕10号."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.facts.reference import Reference
from linter.model import Span
from linter.regexes.late import regex

_PARTS = regex(
    r"[〔\[【(](?P<year>\d{4})年?[〕\]】)]?"
    r" ?第? ?[〔\[【(]?0*(?P<number>\d+)[〕\]】)]?(?: ?号号?)?$"
)
_SHORT = regex(r"(?<=[\u4e00-\u9fff])〔(?P<year>\d\d)〕 ?第? ?(?P<number>\d+) ?号")
"""A number whose year has lost its century: 财农〔22〕46号."""
_BARE = regex(
    r"(?<=》\()(?P<issuer>[\u4e00-\u9fff]{1,6}[发函办字通规绩预农建教综社资行财审税商水林卫民])(?<!督办)"
    r"(?P<year>(?:19|20)\d\d)(?:年|-)?第?(?P<number>[1-9]\d{0,3})号(?=\))"
)
"""A number without brackets around its year, right behind the name of a document."""
_CENTURY = 60
"""Two digits from these on are of the last century."""
_FIRMS = regex(r"字[〔\[【(]\d{4}年?[〕\]】)] ?第|[〔\[【(]\d{4}[〕\]】)]0\d{3}号")
"""The number of a firm's report (诚会审字(2023)第016号), which firms count in their own way, or of
four digits (财建指〔2024〕0018号), which a system gives."""
_CODED, _CODE = regex("(?:案卷|报告|档案|合同|项目)编号[^,，;。\\d]{0,8}$"), 14
"""Before a number that somebody gives what is no document: 案卷编号, 报告编号."""
_ISSUES = ("期", "次", "辑", "卷")
"""Behind the number of an issue (县督〔2022〕第6期), which is no document's."""


def document_numbers(case: Case) -> list[Reference]:
    """The document numbers of a report, in order."""
    return [r for r in case.facts.references if r.kind == "doc-number"]


def as_written(case: Case) -> Iterator[tuple[Span, str]]:
    """Every document number, with how it should be written."""
    text = case.facts.text
    for reference in document_numbers(case):
        start, end = reference.start, reference.end
        parts = None if _FIRMS.search(text, start, end) else _PARTS.search(text, start, end)
        coded = _CODED.search(text, start - _CODE, start)
        if parts is not None and not coded and not text.startswith(_ISSUES, end):
            before = case.text(start, parts.start())
            yield Span(start, end), f"{before}〔{parts['year']}〕{parts['number']}号"
    for bare in _BARE.finditer(text):
        issuer = case.text(*bare.span("issuer"))
        yield Span(*bare.span()), f"{issuer}〔{bare['year']}〕{bare['number']}号"
    for short in _SHORT.finditer(text):
        year = int(short["year"])
        whole = year + (2000 if year < _CENTURY else 1900)
        yield Span(*short.span()), f"〔{whole}〕{short['number']}号"
