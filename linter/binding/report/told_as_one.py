"""Two numbers told of what is said to be one: 〔2021〕33号……又称该批复为〔2021〕38号，系同一份文件.

Each is told once in the report, and one slip makes one of the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.binding.case import Case
from linter.facts.reference import Reference
from linter.regexes.late import regex

_ONE = regex(
    r"同一(?:[份件个]|文|编号|批复|通知|报告|合同)|唯一|该份|[共仅只]一份|又(?:称|写[作成]|记[作为]|作)|误?写[作成]|即前述|即上述"
)
_TWO = regex(
    r"不同|两份|各|另(?!一?处)|分别|转发|修订|变更|追加|补充|第二|续|调整|重新|更正为|应为"
)
_NUMBERED = regex(r"\d{3,}号?$|\d+号$")
_REACH, _BEHIND, _ISSUER = 60, 24, 2


def told_as_one(case: Case) -> Iterator[tuple[Reference, Reference]]:
    """Each two neighbouring numbers that words tell to be those of one document."""
    facts = case.facts
    numbers = [r for r in facts.references if r.kind in ("doc-number", "code")]
    for there, here in pairwise(numbers):
        if here.start - there.end > _REACH or not facts.windows.share(
            "block", there.start, here.start
        ):
            continue
        between = facts.text[there.end : here.start]
        words = between + facts.text[here.end : here.end + _BEHIND].split("。")[0]
        if not _ONE.search(words) or _TWO.search(words):
            continue
        a, b = (facts.text[r.start : r.end] for r in (there, here))
        if _are_a_slip_apart(a, b) and facts.text.count(a) == facts.text.count(b) == 1:
            yield there, here


def _are_a_slip_apart(a: str, b: str) -> bool:
    """Whether two numbers differ in one digit, one more, or two that are swapped."""
    one, other = (number.partition("〔") for number in (a, b))
    if one[1] and one[0][-_ISSUER:] == other[0][-_ISSUER:]:
        a, b = one[2], other[2]
    if not (_NUMBERED.search(a) and _NUMBERED.search(b)) or a == b:
        return False
    a, b = sorted((a, b), key=len)
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    rest, more = a[start:], b[start:]
    if not more[:1].isdigit():
        return False
    swapped = rest[2:] == more[2:] and sorted(rest[:2]) == sorted(more[:2])
    return swapped or rest in (more[1:], rest[:1] + more[1:])
