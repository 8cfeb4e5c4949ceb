"""What is printed on every page beside the text: running headers, footers and page numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from linter.reading.pdf.pages import Page
from linter.reading.pdf.rows import Row
from linter.regexes.late import regex

_ZONE = 0.12
"""How much of a page's height, from the top and from the bottom, is looked at."""
_EDGE = 0.09
"""How near the bottom a page number stands that one page alone shows."""
_SHARE = 0.4
"""On how many of the pages; odd and even ones may differ."""
_BROAD = 0.6
"""How broad a line of text is that fills its column, in widths of the page."""
_TITLE = 1.15
"""A line so much larger than most is a title, though each of several forms may have the same."""
_STEP = 3.0
"""Lines at most two steps apart, in points, stand at one height."""
_NUMBER = regex(r"\d+|(?<![^\s第共页—–\-/])[一二三四五六七八九十百]+(?=\s*页)")
_BLANKS = regex(r"\s+")
_PAGE_NUMBER = regex(
    r"[-—–·~]\d{1,4}[-—–·~]|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|\d{1,4}/\d{1,4}"
    r"|Page\d{1,4}(?:of\d{1,4})?"
)


def without_furniture(pages: Sequence[Page], rows: Sequence[list[Row]]) -> list[list[Row]]:
    """The lines of each page without those that come again at one height of most pages."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page, lines in zip(pages, rows, strict=True):
        for row in lines:
            if _near_edge(page, row, _ZONE):
                seen[_likeness(row), _height(page, row)].add(page.number)
    least = max(2.0, _SHARE * sum(bool(lines) for lines in rows))
    sizes = sorted(row.size for lines in rows for row in lines)
    title = _TITLE * sizes[len(sizes) // 2] if sizes else 0.0

    def is_furniture(page: Page, row: Row) -> bool:
        broad = len(row.pieces) == 1 and row.right - row.left > _BROAD * page.width
        if broad or row.size > title or not _near_edge(page, row, _ZONE):
            return False
        if _near_edge(page, row, _EDGE) and _PAGE_NUMBER.fullmatch(_BLANKS.sub("", row.text)):
            return True
        likeness, height = _likeness(row), _height(page, row)
        near = [seen.get((likeness, height + step), ()) for step in (-1, 0, 1)]
        return sum(map(len, near)) >= least

    kept = []
    for page, lines in zip(pages, rows, strict=True):
        # nothing of the text stands between these lines and the edge of the page
        first, last = 0, len(lines)
        while first < last and is_furniture(page, lines[first]):
            first += 1
        while first < last and is_furniture(page, lines[last - 1]):
            last -= 1
        kept.append(lines[first:last])
    return kept


def _likeness(row: Row) -> str:
    return _NUMBER.sub("#", _BLANKS.sub("", row.text))


def _height(page: Page, row: Row) -> int:
    """How high a line stands, in steps: from the bottom, or below nought from the top."""
    return round((row.base if row.base < page.height / 2 else row.base - page.height) / _STEP)


def _near_edge(page: Page, row: Row, share: float) -> bool:
    zone = page.height * share
    return row.base < zone or row.base > page.height - zone
