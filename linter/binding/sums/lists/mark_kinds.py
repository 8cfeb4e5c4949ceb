"""Kinds of marks: full ones, those obtained and those lost are not added to each other."""

from __future__ import annotations

from decimal import Decimal

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.score import FULL_ROLES, Role, role_of
from linter.regexes.late import regex

_ANNOUNCED = regex("(?P<full>满分|分值|权重)|实得|得分|折[算合得为成]")
_SUMMED = regex("[项个类部分](?:指标)?(?:合计|共计|共|总计|小计)$|[,，;](?:共计?|计)得?为?$")
LOST = "lost"
_JOINED = ("、", "和", "及", "与", "以及")
_LOST_IN_ALL = regex("(?:总|共|合计|全部)[^,，;。\\d]{0,4}[失丢扣]分?[^,，;。\\d]{0,2}$")
"""Before marks lost in all."""
_THEN_MARK = regex("[,，]?(?:自评|实际|实)?得")
"""Behind full marks: the mark follows, 质量满分8分得6.1分."""
_LESS = regex(
    r"[^;。\d]{0,24}[扣失丢][掉了去]?(?P<lost>\d+(?:\.\d+)?)分[,，][^,，;。\d]{0,4}得分?[为了]?"
    r"(?P<got>\d+(?:\.\d+)?)分"
)
"""Behind full marks: what was lost of them, and what that leaves."""
_BY_RATE = regex(
    r"[,，]?(?:应|可)?(?:按照?|依)[^,，;。\d]{0,8}\d[\d.]*%(?:的?比例)?(?:折算|计|给|赋|得)[^,，;。\d]{0,4}\d"
)
"""Behind full marks: what a rate makes of them, 10分按97%计9.7分."""
_MADE, _MADE_LENGTH = regex(r"%(?:的?比例)?(?:折算|计|给|赋)[^,，;。\d]{0,4}$"), 10
"""Before what a rate makes."""
_GOES_ON = regex("分[,，、][^,，;。、:()]{2,6}满分$")
"""Behind a mark: the next is full."""
_OF_THESE = regex("[里中内][,，]?(?![^,，;。]*[满总]分)")
"""Behind full marks: those that were got of them follow, 效益30分里，经济7.50分、社会11.00分."""
_REACH = 300
"""How many characters of a long clause around a score are looked through."""


def kinds_of_marks(facts: Facts, marks: list[Quantity]) -> dict[int, tuple[str, ...]]:
    """Of each mark, by its offset, the kinds of marks that it can be added up with."""
    found: dict[int, tuple[str, ...]] = {}
    role: str | None = None
    of_these = False
    end = -1
    for before, mark in zip((None, *marks), marks, strict=False):
        lost = _is_lost(facts, mark, end)
        end = mark.end if lost else end
        if lost and not _LOST_IN_ALL.search(facts.own_words(mark)):
            found[mark.start] = (LOST,)
            continue
        own = _role(facts, mark)
        if own == "full" and before is not None and _is_aside(facts, before, mark):
            found[mark.start] = ("full",)
            continue
        attained = own == "full" and role not in FULL_ROLES and _is_attained(facts, mark)
        role = role if attained else own or role
        of_these = own is None and (of_these or role == "full-total")
        either = attained or of_these
        kinds = ("full", "not full") if either else ("full" if role in FULL_ROLES else "not full",)
        found[mark.start] = (*kinds, LOST) if lost else kinds
        of_these = of_these or (own == "full" and _OF_THESE.match(facts.text, mark.end) is not None)
    return found


def _is_attained(facts: Facts, figure: Quantity) -> bool:
    """Whether full marks go on a list of marks: 数量19.2分，质量满分9分，相加得28.2分."""
    goes_on = _GOES_ON.search(facts.text, figure.start - _REACH, figure.start) is not None
    return goes_on and not _THEN_MARK.match(facts.text, figure.end)


def _is_aside(facts: Facts, before: Quantity, full: Quantity) -> bool:
    """Whether full marks are in a bracket right behind what was got of them: 14分（满分15分）."""
    between = facts.text[before.end : full.start]
    return between.startswith("(") and ")" not in between and facts.text.startswith(")", full.end)


def _is_lost(facts: Facts, figure: Quantity, before: int) -> bool:
    """Whether a mark is lost, or stands right behind one that is (``before`` is its end)."""
    if role_of(facts, figure) == "deduction":
        return True
    return facts.text[before : figure.start] in _JOINED


def _role(facts: Facts, figure: Quantity) -> Role | None:
    """What a score is, also by the words before its list (各项满分为投入20分、过程20分).

    A sum (四项共30分) is of what was listed before it.
    """
    if _SUMMED.search(facts.text, *facts.lead(figure)):
        return None
    if _MADE.search(facts.text, figure.start - _MADE_LENGTH, figure.start):
        return "obtained"
    role = role_of(facts, figure)
    if role is not None:
        return role
    if _BY_RATE.match(facts.text, figure.end):
        return "full"
    less = _LESS.match(facts.text, figure.end)
    if less and figure.printed == Decimal(less["lost"]) + Decimal(less["got"]):
        return "full"
    found = _ANNOUNCED.search(facts.text, *facts.lead(figure))
    return None if found is None else "full" if found["full"] else "obtained"
