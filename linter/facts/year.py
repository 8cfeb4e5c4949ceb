"""The year that a report evaluates."""

from __future__ import annotations

from collections import Counter

from linter.late import regex

_TITLE_YEAR = regex(r"((?:19|20)\d\d) ?(?:年度?|-|—)?")
_YEAR_OF = regex(r"((?:19|20)\d\d)年度")
_PLAIN_YEAR = regex(r"((?:19|20)\d\d)年(?!度)")
_HEAD = 1500


def evaluated_year(title: str, text: str) -> tuple[int, str] | None:
    """The evaluated year and where it was read: in the title, else the year most written as 年度.

    Nothing where no year is written.
    """
    found = _TITLE_YEAR.search(title)
    if found:
        return int(found[1]), "标题"
    for pattern, where in ((_YEAR_OF, "“年度”的写法"), (_PLAIN_YEAR, "开头的年份")):
        counts = Counter(pattern.findall(text[:_HEAD])) or Counter(pattern.findall(text))
        if counts:
            year, _ = max(counts.items(), key=lambda item: (item[1], item[0]))
            return int(year), where
    return None
