"""Years that a report gives for the one it evaluates: 2018年度…绩效自评, 截至2018年12月31日."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.late import regex
from linter.model import Span

_EVALUATED = regex(
    r"(?P<year>(?:19|20)\d\d)年度(?:的)?(?:[\u4e00-\u9fff]{0,20})?"
    r"(?:绩效自评|自评报告|绩效评价报告|自评工作|绩效目标(?!申报)|部门整体)"
)
_UNTIL = regex(r"截[至止](?:到)?(?:(?P<year>(?:19|20)\d\d)年)(?:12月(?:31日|底)|年?底|年末)")
_OTHER_YEAR = regex(r"上年|以前年度|结转|提前下达|累计|跨年|中期|比|较|近[三二]年")

_NEAR = 24
"""Within how many characters before and behind such words excuse a year."""


def evaluated_years(case: Case) -> Iterator[tuple[int, Span, Span]]:
    """Each such year with its place and that of the year in the title."""
    title = _title_year(case)
    if title is None:
        return
    text = case.facts.text
    for match in (*_EVALUATED.finditer(text), *_UNTIL.finditer(text)):
        start, end = match.span("year")
        if title.start <= start < title.end:
            continue
        found = int(match["year"])
        low, high = case.facts.windows.bounds("clause", match.start())
        low, high = max(low, match.start() - _NEAR), min(high, match.end() + _NEAR)
        if found == case.facts.year or not _OTHER_YEAR.search(text, low, high):
            yield found, Span(start, end), title


def _title_year(case: Case) -> Span | None:
    text = case.document.folded
    at = text.find(str(case.facts.year), case.outline.title_start, case.outline.title_end)
    return Span(at, at + 4) if at >= 0 else None
