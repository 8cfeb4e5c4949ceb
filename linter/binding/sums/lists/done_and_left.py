"""A whole, how many of it are done and how many are not: 12座桥中，移交的有7座，尚有5座没有移交.

The word behind 没有 stands with those done too: so the two are all there are.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.late import regex

_STILL = regex(
    r"(?P<noun>[\u4e00-\u9fff]{0,12})[,，;](?:[\u4e00-\u9fff]{0,6}率[为达是]?[\d.]+%[,，;])?"
    r"(?:但|目前|现|至今)?(?:(?:尚|仍|还)(?:有|剩下?|余)|剩[余下]的?|其余|余下的?|另有|另外)(?:的|有)?"
)
_AMONG = regex(r"[\u4e00-\u9fff]{0,10}?[中里][,，]?(?P<done>[\u4e00-\u9fff]{1,16})")
_NOT_SO = regex(
    r"[\u4e00-\u9fff]{0,8}?(?:没有?|[尚还仍]?未)(?:能|曾)?(?P<verb>[\u4e00-\u9fff]{1,6})"
)
_DENIED = regex("没有|[未没不]")
_OTHERS = regex("计划|目标|其中|每|分别|除")
_PAIR, _VERB = 2, 2
"""How many letters at the end of what is not so must stand with those done: 移交手续, 检."""


def done_and_left(facts: Facts) -> Iterator[tuple[Quantity, tuple[Quantity, Quantity]]]:
    """Each such whole with its two parts."""
    for left in facts.running:
        found = _NOT_SO.match(facts.text, left.end)
        low, _ = facts.windows.bounds("sentence", left.start)
        before = [f for f in facts.within(low, left.start) if f.dimension == left.dimension]
        if found is None or len(before) < _PAIR or left.hedge:
            continue
        whole, done = before[-_PAIR:]
        among = _AMONG.fullmatch(facts.text, whole.end, done.start)
        still = _STILL.fullmatch(facts.text, done.end, left.start)
        if among is None or still is None or whole.hedge or done.hedge:
            continue
        words = among["done"] + still["noun"]
        if _DENIED.search(words) or _OTHERS.search(words + found[0]):
            continue
        if found["verb"][-_VERB:] in words:
            yield whole, (done, left)
