"""Words that lead from a total to the parts behind it: 其中, 分别为, 由……组成."""

from __future__ import annotations

from linter.binding.sums.lists.candidate import FAR, Candidate
from linter.binding.sums.lists.row import Row
from linter.regexes.late import regex

_LEADING = (
    "拆开|细分|其中|包括|包含|内有|内含|计有|含|分别|分为|分属|下分|分布|构成|组成|具体|系|依次|各为"
    "|划分|明细|来自|对应|分解|情况"
)
_PARTED = (
    r"由[^,，;。\d]{1,6}[凑拼合]成|由[^,，;。\d]{2,6}形成|按[^,，;。\d]{1,6}分[,，:]"
    "|分[两二三四五六七八九十几]?(?:部分|类|项|块|批|路|笔|档)"
)
_SORTED = r"[分按从][^,，;。\d]{1,8}(?:看|划分|分类|区分)"
OPENS = regex(rf"^[^;。)、]{{0,24}}?(?:[:(]|{_LEADING}|{_PARTED}|{_SORTED})")
"""Behind a total: its parts follow."""
_ENDED = regex("[。;]")
_REOPENS = regex(
    r"[。;][^,，、;。\d]{0,8}(?:其中|具体|分别|依次|包括|一是|构成[为是:]|[分按从][^,，、;。\d]{1,8}(?:看|划分|分类|区分|分[,，:]))"
)
_BY_KIND = regex(
    r"[。;](?:(?:[如若再另]|如果)?[分按从][^,，、;。\d]{1,8}(?:看|划分|分类|区分|分(?=[,，:]))[,，:]?"
    r"|[^,，、;。\d]{0,6}构成[为是:])[^,，、;。\d]{0,12}(?:\d{1,3}个?[\u4e00-\u9fff]{1,3})?$"
)
"""What divides the total of the clause before: 。按支出性质分类，基本支出; ；按片分，东片5个乡."""
_NEXT_OPENS = regex(r"^[^。;]{0,60}。其中[:,，]?[^,，、;。\d]{0,16}$")
"""Behind a total, the next sentence tells its parts: 总支出212万元，增长5.7%。其中，人员经费."""
_COMPOSED = regex(
    r"[^,，;。]{0,8}(?:组成|构成|拼|凑|合成|相加|之和|共同(?:承担|负担|分担|出资|投入|筹集)|分担|共担)"
)
_LATE_OPENER = regex(rf"(?:分别|包括|其中|具体|依次|{_SORTED}[,，])[^,，、;。\d]{{0,12}}$")
_DISTRIBUTES = regex(r"、[^;。\d]*(?:分别|依次)[^,，、;。\d]{0,4}$")
"""Before the first of several figures, behind as many names."""
_MOST_NAMES = 120


_CALLED = regex(r"(?:合计|共计|总计|总数|总量|总额|总分|总得分|得分合计|全年|共)(?:有|为|是|得)?$")
_OF_ONE = regex(r"[,，]?(?:合计|共计|总计|共)[有为是]?")
"""Between a figure and the total of that one alone: 每年2.4万元共7.2万元."""


def may_open(row: Row, i: int, first: int) -> bool:
    """Whether what stands between a total and the first part may open a list."""
    gap = row.unbracketed(i, first)
    listed = bool(_DISTRIBUTES.search(gap))
    if len(gap) > (_MOST_NAMES if listed or _NEXT_OPENS.match(gap) else FAR):
        return False
    if _ENDED.search(gap) and not _REOPENS.search(gap):
        return False
    return "由" in gap or is_called_total(row, i) or leads_on(i, first, gap)


def leads_on(i: int, first: int, gap: str) -> bool:
    """Whether the words before the first part alone open a list."""
    return (
        bool(OPENS.match(gap))
        or bool(_BY_KIND.search(gap))
        or bool(_NEXT_OPENS.match(gap))
        or bool(_DISTRIBUTES.search(gap))
        or (first > i + 1 and bool(_LATE_OPENER.search(gap)))
    )


def is_called_total(row: Row, i: int) -> bool:
    """Whether the words before a figure call it a total (共664户，甲镇132户、乙镇352户……)."""
    if not row.is_led(i, _CALLED):
        return False
    before = row.figures[i - 1].end if i else 0
    return _OF_ONE.fullmatch(row.text, before, row.figures[i].start) is None


def is_opened(candidate: Candidate) -> bool:
    """Whether a list is opened by what stands before it, or composed by what stands behind."""
    row, i = candidate.row, candidate.i
    gap = row.unbracketed(i, candidate.choice[0])
    return (
        leads_on(i, candidate.choice[0], gap)
        or (len(candidate.choice) > 2 and is_called_total(row, i))
        or ("由" in gap and bool(_COMPOSED.match(row.text, candidate.last.end)))
    )
