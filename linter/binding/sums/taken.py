"""Figures that their words take off others: 追加20万元，收回5万元; 基础分100分，扣6分."""

from __future__ import annotations

from collections.abc import Sequence

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import total
from linter.regexes.late import regex

_TAKEN = regex(
    r"(?:收回|[压调核审扣裁缩]减|减[少去]?|扣[除减]?|失|丢|取消|退[出回休]?|核销|上缴|剔除|注销|死亡|违约金|罚款"
    r"|流失|报废|处置|调出|转出|划出):?[^,，;。:、()\d]{0,8}$"
)
_FEWEST = 3
_NAMED = regex(r"[\u4e00-\u9fff)]")


def is_taken(facts: Facts, figure: Quantity) -> bool:
    """Whether the words before a figure take it off."""
    return _TAKEN.search(facts.own_words(figure)) is not None


def come_to_last(facts: Facts, figures: Sequence[Quantity]) -> bool:
    """Whether figures, some but the first of them taken off, come to the last of them."""
    if len(figures) < _FEWEST:
        return False
    *parts, last = figures
    taken = [is_taken(facts, f) for f in parts]
    if not any(taken[1:]):
        return False
    signed = (-f.value if off else f.value for f, off in zip(parts, taken, strict=True))
    return last.value.meets(total(signed))


def has_minus(facts: Facts, figure: Quantity) -> bool:
    """Whether a minus stands right behind the name of a figure: 补充周转金-20万元."""
    text, at = facts.text, figure.start
    return at > 1 and text[at - 1] in "-−" and _NAMED.match(text, at - 2) is not None
