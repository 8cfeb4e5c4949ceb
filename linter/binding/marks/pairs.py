"""Marks obtained beside their full marks: in one heading, one clause, one table row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import wraps
from itertools import accumulate, pairwise, takewhile

from linter.binding.case import Case
from linter.binding.summing import ADDED_UP
from linter.facts.quantity import Quantity
from linter.facts.score import Score, may_be_of
from linter.facts.table import Row, TypedTable
from linter.interval import ZERO
from linter.regexes.late import regex

_MARKS = ("obtained", "total")
_OTHERS = regex(r"[。\n;总共各每逐另加奖]|合计|综合|最终")
_FAR = 60
_ITEM = 4
_KINDS = ("性", "率", "数量", "质量")
"""Ends of indicators' names."""
_GOT = regex("[,，](?:自评|实)?得$")
_REASONED = regex(r"(?:[,，]|\)[:。]?\n?)[^。;\n总共各每另加]{0,60}")
"""Between an item's full marks and its own."""
_SUMMED = regex(f"共|总|{ADDED_UP}")
_NEXT = 3
_TURNED = regex("[得计折](?:分|合|算|为|得)*$")
"""Before the marks of an indicator that others are turned into."""
_FULL, _RECKONED = regex("(?:满分|分值|权重)[^,，;。\\d]{0,3}$"), regex("[折换算计]")
"""Before what another indicator may get at most; in words for marks that are turned into others."""
_ADDED = regex("加分|附加|奖励分|加[计记]")
_IN_BRACKETS = regex("\\((?:[该本此这]?(?:一?项|指标)的?)?(?:满分|分值)(?:为|是|:)?")
_LISTED = regex("[、和及与][^,，;。、:\\d]{0,14}")
"""Between full marks and the next: 产出50分、效益40分的权重."""
_OF_A_TEST = regex("测评|问卷|均分|考试|原始分")
_FULL_BESIDE = regex(
    r"[(,，/]?(?:[该本此这](?:一?项|指标|部分)的?)?(?:满分|分值|总分|权重)(?:为|是|:)?"
)


Pairs = Iterator[tuple[Quantity, Quantity]]


def on_one_scale(find: Callable[[Case], Pairs]) -> Callable[[Case], Pairs]:
    """The pairs without marks of a test that are turned into those of an indicator."""

    @wraps(find)
    def found(case: Case) -> Pairs:
        return ((got, full) for got, full in find(case) if not _is_turned_into(case, got, full))

    return found


def _is_turned_into(case: Case, got: Quantity, full: Quantity) -> bool:
    """Whether a mark above full marks has the indicator's own behind it: 均分93.5分，得9.35分.

    Or has marks in it that are given beyond them, or is of a test by its name.
    """
    if got.printed <= full.printed:
        return False
    facts = case.facts
    if _OF_A_TEST.search(facts.own_words(got)):
        return True
    if _ADDED.search(facts.text, full.end, got.start) or _is_of_several(case, got, full):
        return True
    behind = list(facts.within(*facts.windows.behind("sentence", got.start, got.end, _FAR)))[:_NEXT]
    own = takewhile(lambda f: _FULL.search(facts.own_words(f)) is None, behind)
    return any(
        f.dimension == "score"
        and f.printed <= full.printed
        and _TURNED.search(facts.own_words(f)) is not None
        and (";" not in facts.text[got.end : f.start] or _RECKONED.search(facts.own_words(f)))
        for f in own
    )


def _is_of_several(case: Case, got: Quantity, full: Quantity) -> bool:
    """Whether full marks are the last of several that a mark is got of.

    按产出50分、效益40分的权重，得分87分; 养护(4分)、安防(4分)均完成，得8分.
    """
    low, _ = case.facts.windows.before("sentence", full.start, 2 * _FAR)
    text, told = case.facts.text, case.facts.within(low, full.end)
    if any(_LISTED.fullmatch(text, f.end, full.start) for f in told if f.dimension == "score"):
        return True
    listed = [f for f in told if text[f.start - 1] == "(" and text.startswith(")", f.end)]
    sums = accumulate(f.printed for f in reversed(listed))
    return any(reached == got.printed for reached in sums)


def score_pairs(case: Case) -> Pairs:
    """Each (obtained, full) that belong together."""
    yield from pairs_in_words(case)
    for table, row, got, full in marked_rows(case):
        if got.dimension != "score" or full.dimension != "score":
            continue
        added = _added(table, row)
        if not added or got.printed > full.printed + added:
            yield got, full


def marked_rows(case: Case) -> Iterator[tuple[TypedTable, Row, Quantity, Quantity]]:
    """The rows of tables that have marks obtained and full ones, and both."""
    for table in case.facts.tables:
        full, obtained = table.column("full"), table.column("obtained")
        if full is None or obtained is None or not table.table.sure:
            continue
        for row in table.rows:
            got, whole = row.figures[obtained], row.figures[full]
            if got is not None and whole is not None:
                yield table, row, got, whole


def _added(table: TypedTable, row: Row) -> Decimal:
    """The marks added to those that a row got, which may be so much above full marks then."""
    columns = zip(table.columns, row.figures, strict=False)
    added = (figure for column, figure in columns if _ADDED.search(column.header))
    return sum((f.printed for f in added if f is not None and f.printed > 0), ZERO)


@on_one_scale
def pairs_in_words(case: Case) -> Pairs:
    """Those (obtained, full) of the running text."""
    before: Score | None = None
    for score in case.scores:
        paired = False
        if before is not None and _same_clause(case, before, score):
            roles = before.role, score.role
            if roles == ("full", "obtained") and not _is_summed_up(case, before, score):
                yield score.figure, before.figure
            elif roles == ("obtained", "full") and _beside(case, before, score):
                yield before.figure, score.figure
                paired = True
        # full marks in brackets behind a mark are its own, not the next one's
        before = None if paired else score


@on_one_scale
def pairs_apart(case: Case) -> Pairs:
    """Those of one clause with the reasons between: 权重15分，评价组结合座谈情况给予14.2分.

    None where the words between name another part, or a sum. What is called a total may be that
    of the part, but not behind a list of parts.
    """
    first = -1
    for full, mark in pairwise(case.scores):
        low, _ = case.facts.windows.bounds("sentence", full.figure.start)
        listed, first = first >= low, full.figure.start
        if full.role != "full" or mark.role not in _MARKS:
            continue
        if listed if mark.role == "total" else _same_clause(case, full, mark):
            continue
        low, high = full.figure.end, mark.figure.start
        if high - low > _FAR or _OTHERS.search(case.facts.text, low, high):
            continue
        scored = any(f.dimension == "score" for f in case.facts.within(low, high))
        if not scored and case.facts.cues.first("dimensions", low, high) is None:
            yield mark.figure, full.figure


@on_one_scale
def pairs_unnamed(case: Case) -> Pairs:
    """Those whose full marks no word names: 成本指标10分，……，打9分; 执行率（10分）：……，得9分."""
    told = {score.figure.start: score for score in case.scores}
    for full, mark in pairwise(case.facts.text_by_dimension.get("score", [])):
        score = told.get(mark.start)
        if full.start in told or score is None or score.role not in _MARKS:
            continue
        if score.role == "total" and mark.printed > 2 * full.printed:
            continue
        gap = case.facts.text[full.end : mark.start]
        lead = case.facts.text[max(0, full.start - _ITEM) : full.start]
        # 产出46.5分（……、成本指标5分），效益28分: the bracket ends with one of the parts
        item = lead.endswith("(") or (lead.endswith("指标") and not gap.startswith(")"))
        item = item or (lead.endswith(_KINDS) and _GOT.match(gap) is not None)
        if item and not full.hedge and _REASONED.fullmatch(gap):
            yield mark, full


@on_one_scale
def pairs_bracketed(case: Case) -> Pairs:
    """Those whose mark no word names, its full marks right behind: 项目立项12分（满分10分）."""
    told = {score.figure.start: score.role for score in case.scores}
    facts = case.facts
    for mark, full in pairwise(facts.text_by_dimension.get("score", [])):
        if mark.start in told or told.get(full.start) != "full" or mark.hedge:
            continue
        beside = _IN_BRACKETS.fullmatch(facts.text, mark.end, full.start)
        closed = beside and facts.text.startswith(")", full.end)
        if closed and may_be_of(full, mark):
            yield mark, full


def _is_summed_up(case: Case, a: Score, b: Score) -> bool:
    """Whether the second mark is of all that was told: 质量满分10分，时效满分10分，合计得29.5分."""
    return _SUMMED.search(case.facts.text, a.figure.end, b.figure.start) is not None


def _beside(case: Case, a: Score, b: Score) -> bool:
    """Whether the full marks follow in brackets: 得分19.5分（满分20分）."""
    return bool(_FULL_BESIDE.fullmatch(case.facts.text[a.figure.end : b.figure.start]))


def _same_clause(case: Case, a: Score, b: Score) -> bool:
    low, high = case.facts.windows.bounds("clause", a.figure.start)
    near = b.figure.start - a.figure.end <= 12
    return low <= b.figure.start < high and near
