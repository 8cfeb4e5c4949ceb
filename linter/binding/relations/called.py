"""What figures are called: the name of a rate, whose rate it is, the words around an amount."""

from __future__ import annotations

import re

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_STEM = regex(r"([\u4e00-\u9fff]{2})(?:率|比例|程度|进度|度|面)[^率度面,，;。]{0,4}$")
_SUBJECT = regex(
    r"(?:^|[,，;。])(?!其|该|此|本|总|平均|全|当|年|实|项目|工程|任务|目标|综合|整|因此|使|即|故)([\u4e00-\u9fff]{2,8})$"
)
"""Before a rate's name: words that are more than 其 or 平均."""
_NOUN = regex("[\u4e00-\u9fff]{1,8}")
_AMONG_THEM = regex("[\u4e00-\u9fff]{0,4}中")
"""Behind a whole whose part follows: 168个村中的139个."""
_NAME = 14


def subject_of(facts: Facts, rate: Quantity) -> str | None:
    """Whose rate it is, where its own words say so: 油菜 of 油菜覆盖率."""
    low, high = facts.own_lead(rate)
    stem = _STEM.search(facts.text, low, high)
    if stem is None:
        return None
    words = _SUBJECT.search(facts.text[low : stem.start()])
    return words[1] if words else None


def any_named(
    facts: Facts,
    operands: list[Quantity],
    words: set[str],
    *,
    among: bool = True,
    opposite: re.Pattern[str] | None = None,
) -> bool:
    """Whether an operand is called by one of the words, or the part ``among`` a whole.

    What is ``opposite`` is no such word: 差评 of 好评率.
    """
    text = facts.text
    for figure in operands:
        if among and _AMONG_THEM.match(text, figure.end):
            return True
        name = facts.own_words(figure, _NAME) + noun_of(facts, figure)
        name = opposite.sub("", name) if opposite else name
        if any(word in name for word in words):
            return True
    return False


def noun_of(facts: Facts, figure: Quantity) -> str:
    """The word right behind a figure, as far as it is one: 120台 设备."""
    noun = _NOUN.match(facts.text, figure.end)
    return noun[0] if noun else ""


def name_of(facts: Facts, rate: Quantity) -> str | None:
    """What a rate is called (合格 of 合格率), if it has a name."""
    stem = _STEM.search(facts.text, *facts.own_lead(rate))
    return stem[1] if stem else None
