"""The year that a report evaluates."""

from __future__ import annotations

from collections import Counter

from linter.regexes.late import regex

YEAR = r"(?:19|20)\d\d"
YEARS = regex(YEAR)
_OTHER = regex(
    rf"[〔\[]{YEAR}[〕\]]|{YEAR}年(?:版|代|以来)"
    rf"|{YEAR} ?年 ?\d{{1,2}} ?月(?!份?(?:\d+[日号])? ?[-—–~至到])"
)
"""In a title the year of a document's number, of a day or month, of an edition."""
_BUDGET_YEAR = regex(rf"({YEAR}) ?年度")
_EVALUATION_YEAR = regex(
    rf"({YEAR}) ?年?(?:项目|部门|整体|单位|财政|预算|专项|资金|经费|支出|使用|情况|的)*"
    r"(?:绩效|自评|评价)"
)
_SUBJECT = ("绩效", "自评", "评价")
_TITLE_YEAR = regex(rf"(?:{YEAR} ?(?:年度?)? ?(?:-{{1,2}}|—{{1,2}}|–|~|至|到) ?)?({YEAR})(?!\d)")
"""A year, of years from one to another the last."""
_SUBTITLE = regex(
    rf"\s*\(? ?(?:(?={YEAR} ?年度)|(?:评价|自评|报告|预算|所属)(?:年度|期间|年份)[:为]? ?)"
    rf"({YEAR}) ?(?:年度?)? ?\)? *(?:\n|$)"
)
"""A line of its own below a title."""
BEHIND = 24
"""Within how many characters behind a title such a line stands."""
_YEAR_OF = regex(rf"({YEAR})年度")
_PLAIN_YEAR = regex(rf"({YEAR})年(?!度)")
_HEAD = 1500


def evaluated_year(title: str, text: str, behind: str = "") -> tuple[int, str] | None:
    """The evaluated year and where it was read: in the title, else the year most written as 年度.

    ``behind`` is the text behind the title. Nothing where no year is written.
    """
    found = _year_of_title(title, behind)
    if found:
        return int(found), "标题"
    for pattern, where in ((_YEAR_OF, "“年度”的写法"), (_PLAIN_YEAR, "开头的年份")):
        counts = Counter(pattern.findall(text[:_HEAD])) or Counter(pattern.findall(text))
        if counts:
            year, _ = max(counts.items(), key=lambda item: (item[1], item[0]))
            return int(year), where
    other = _TITLE_YEAR.search(title)
    return (int(other[1]), "标题") if other else None


def _year_of_title(title: str, behind: str) -> str | None:
    """Of several years the one of the budget (2023年度) or the evaluation, else the last line's."""
    told = _OTHER.sub("", title)
    below = _SUBTITLE.match(behind)
    if not _TITLE_YEAR.search(told):
        return str(below[1]) if below else None
    subject = told[: max(map(told.rfind, _SUBJECT))]
    if budget := _BUDGET_YEAR.findall(subject) or _BUDGET_YEAR.findall(told):
        return str(budget[-1])
    found = below or _EVALUATION_YEAR.search(told)
    if found is not None:
        return str(found[1])
    lines = map(_TITLE_YEAR.search, reversed(told.splitlines()))
    return next((str(line[1]) for line in lines if line), None)
