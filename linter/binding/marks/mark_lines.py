"""The marks of one clause by what each is, full ones, lost or kept: 满分15分，扣2分，得12分.

All of them must be known by the word right before each; then the full marks are those kept and
lost, and what was first given is it with what is given or taken later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.binding.nearby import by_window
from linter.binding.sums.totals import Total
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.score import may_be_of
from linter.model import Severity
from linter.regexes.late import regex

_ROLES = (
    ("lost", regex("(?<!每)(?:扣[减除去掉]?|失|丢)分?[为了共]{0,2}$")),
    ("added", regex("(?:加回|补回|追加|加上|调增|加记|补记|(?<![附参增])加)分?[了为]?$")),
    ("full", regex("(?:满分|分值|权重分|标准分)[为是共值:]{0,2}$")),
    ("first", regex("(?:原得?|原先得|原评分?|初评得?分?|初始得分|原得分|原自评得?分?)[为是]?$")),
    (
        "got",
        regex(
            "(?:实[际得]{1,2}|计得|自评得|应得|(?<![扣原])得)分?[为是了]?$|(?:结果|得分|后|最终|最后)[为是得]$"
        ),
    ),
)
_GIVEN = regex("中?[,，]?(?:实|计)?得\\d")
"""Behind full marks: what was got of them: 产出50分得48分."""
_ENDS = regex("[得扣失丢加]分?$")
_FINAL = regex("(?:最终|综合|合计|总|共)得?分?(?:得分|得)?[为是]?$")
_HUNDRED = Decimal(100)
_OF_HUNDRED = regex("百分制|满分100分|总分100分")
_NO_MORE = regex("其[余他][^,，;。\\d]{0,8}(?:未|没有|不|无)[^,，;。\\d]{0,2}[扣失丢]")
_ROW = regex("[、和及,]")
_WORDS = regex("[^,，、:();]*$")
_OTHERWISE = regex(
    "每|均|除|较多|主要|建议|其中|各[项扣]|复核分|重点评价|封顶|为止|上年|去年|另|再扣|附加|上限|等|平均|加权|约|折|专家|区间|不得分|可得"
    "|最多|最高|最低|标准为|应扣|档(?!案)|酌情|改扣|整改|申诉|单项|各满分|满分[\\d.]+分的|(?:合计|共)得|以上|以下|达到"
)
_NOT_LOST = regex("(?:未|没有|无|不)(?:予以?|作|被)?(?:任何)?[扣失]分|(?:未|不)扣|无失分")
_REST = regex("其[余他]|部分|指标均")
_NAME = regex("(?:数量|质量|时效|成本|效益|满意度|产出|过程|决策|管理|投入)")
_MOST, _FEWEST = 10, 2


def mark_lines(facts: Facts) -> Iterator[Total]:
    """The marks of each clause that has to come out."""
    marks = [f for f in facts.by_dimension.get("score", []) if f.start not in facts.gridded]
    for (low, high), row in by_window(facts, marks, "clause"):
        if len(row) <= _MOST and not _OTHERWISE.search(facts.text, low, row[-1].end):
            total = _total(facts, low, high, row)
            if total is not None:
                yield total


def _total(facts: Facts, low: int, high: int, row: Sequence[Quantity]) -> Total | None:
    """What is to come out of the marks of a clause, by what they are."""
    by_role: dict[str, list[Quantity]] = {}
    last = ""
    for at, mark in enumerate(row):
        last = _role(facts, mark, row[at - 1] if at else None, last)
        by_role.setdefault(last, []).append(mark)
    counts = {role: len(found) for role, found in by_role.items()}
    lost, got = by_role.get("lost", []), by_role.get("got", [])
    if "" in counts or any(m.hedge for m in row):
        return None
    if len(got) > _FEWEST and not lost and row[-1] is got[-1]:
        full = [m.printed for m in row[: 2 * len(got) - 2 : 2]]
        paired = got[:-1] == row[1 : 2 * len(got) - 1 : 2] and sum(full) == _HUNDRED
        final = paired and _FINAL.search(facts.own_words(got[-1]))
        return _told(got[-1], tuple(got[:-1])) if final else None
    if len(got) != 1 or row[-1] is not got[0]:
        return None
    if set(counts) == {"lost", "got"}:
        text = facts.text
        of_all = _OF_HUNDRED.search(text, low, row[0].start) and _NO_MORE.search(text, low, high)
        return _told(None, (*lost, got[0])) if of_all else None
    whole, parts = _equal(by_role, lost, got[0])
    if whole is not None and not may_be_of(whole, got[0]):
        return None  # another's: 该项（8分）扣0.5分，自评得分99.5分
    named = len({m[0] for m in _NAME.finditer(facts.text, row[0].start, row[-1].start)}) > 1
    unlost = not lost and not by_role.get("added") and not _is_unlost(facts, low, high)
    return None if whole is None or named or unlost else _told(whole, parts)


def _told(whole: Quantity | None, parts: tuple[Quantity, ...]) -> Total:
    """Marks with what they make up: a hundred where that is not told."""
    fixed = None if whole else _HUNDRED
    return Total(whole, parts, fixed, "各项得分" if whole else "扣分与得分", Severity.warning)


def _equal(
    by_role: dict[str, list[Quantity]], lost: list[Quantity], got: Quantity
) -> tuple[Quantity | None, tuple[Quantity, ...]]:
    """A mark and those that it has to be the sum of."""
    first, full = by_role.get("first", []), by_role.get("full", [])
    added = by_role.get("added", [])
    if len(first) == 1 and added and not lost and not full:
        return got, (first[0], *added)
    whole = first if len(first) == 1 else full
    if len(whole) != 1 or added or (first and not lost):
        return None, ()
    return whole[0], (got, *lost)


def _is_unlost(facts: Facts, low: int, high: int) -> bool:
    """Whether words say that nothing was lost, of no other marks."""
    denied = _NOT_LOST.search(facts.text, low, high)
    return denied is not None and not _REST.search(facts.text, low, high)


def _role(facts: Facts, mark: Quantity, before: Quantity | None, last: str) -> str:
    """What a mark is by the words right before it, or as the one that it stands beside in a row."""
    words = _WORDS.search(facts.own_words(mark))
    own = words[0] if words else ""
    if (
        not own.strip("、和及")
        and before
        and last == "lost"
        and _ROW.fullmatch(facts.text, before.end, mark.start)
    ):
        return last
    if own.endswith("总分") and mark.printed == _HUNDRED:
        return "full"
    if _GIVEN.match(facts.text, mark.end) and own and not _ENDS.search(own):
        return "full"
    return next((role for role, pattern in _ROLES if pattern.search(own)), "")
