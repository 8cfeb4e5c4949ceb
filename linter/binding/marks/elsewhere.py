"""Marks that are told beside those of chapters: added, taken off, of spending, or left out."""

from __future__ import annotations

from decimal import Decimal

from linter.binding.case import Case
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_ADDED = regex(r"(?:加分|附加|奖励|(?<![增追参])加)[^,，;。\d]{0,8}$")
_TAKEN = regex(r"(?:扣|核减|减)[^,，;。\d得]{0,12}$")
_LEFT_OUT = regex(r"不计(?!算)|不适用|不涉及|不考核|不参与|折算|另计|另行|剔除|扣除")
"""Beside full marks: they do not count, or not here."""
SPENDING = regex("执行|支付|支出率|支出进度|资金")
_REACH, _NEAR = 80, 20


def changes(case: Case) -> tuple[list[Decimal], list[Quantity]]:
    """The marks, each once, that words add to others, and in order those that they take off."""
    text, added, lost = case.facts.text, set[Decimal](), list[Quantity]()
    for figure in case.facts.text_by_dimension.get("score", []):
        begin = figure.start - _NEAR
        if _ADDED.search(text, begin, figure.start):
            added.add(figure.printed)
        elif _TAKEN.search(text, begin, figure.start):
            lost.append(figure)
    return sorted(added), lost


def spent_marks(case: Case) -> frozenset[Decimal]:
    """The marks of the rate of execution: in paragraphs and under headings of it, and in rows."""
    found = set[Decimal]()
    for figure in case.facts.text_by_dimension.get("score", []):
        section = case.outline.at(figure.start)
        span = case.facts.windows.before("block", figure.start, _REACH)
        near = SPENDING.search(case.facts.text, *span)
        if near or (section is not None and SPENDING.search(section.title)):
            found.add(figure.printed)
    for table in case.facts.tables:
        for row in table.rows:
            if any(map(SPENDING.search, row.texts)):
                found |= {f.printed for f in row.figures if f and f.dimension == "score"}
    return frozenset(found)


def left_out(case: Case) -> frozenset[Decimal]:
    """The marks in sentences that say they do not count here."""
    found = set[Decimal]()
    for figure in case.facts.text_by_dimension.get("score", []):
        low, high = case.facts.windows.around("sentence", figure.start, figure.end, _REACH)
        if _LEFT_OUT.search(case.facts.text, low, high):
            found.add(figure.printed)
    return frozenset(found)
