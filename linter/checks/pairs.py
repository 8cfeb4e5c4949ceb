"""``pairs``: brackets, quotation marks and title marks stand in pairs, and are of one width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from msgspec import Meta

from linter.binding.case import Case
from linter.binding.gathered import gathered
from linter.language.needs import Spec
from linter.model import Span, Status, Verdict
from linter.reading.fold import fold
from linter.regexes.late import regex
from linter.regexes.programs import compiled

_CLOSES_ALONE = regex(
    r"(?:^|[\s。；;，,、：:])(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})\)$|\d”$", re.MULTILINE
)
"""The number of an item whose bracket only closes (1) 一) a)), and inches (55”)."""

_INTERVAL = regex(r"([\[(【])[\d.][^()\[\]【】\n]{0,18}([)\]】])")
"""Half-open intervals: [80,90)."""

Pair = Annotated[str, Meta(min_length=2, max_length=2)]


class Pairs(Spec, frozen=True):
    """The pairs and what is asked of them; all that is wrong is told as one finding."""

    marks: Annotated[tuple[Pair, ...], Meta(min_length=1)]
    """Each an opening and a closing mark: （）, 《》."""
    must: Literal["close", "match-width", "keep-width"] = "close"
    """Each mark has its partner, the two are both full- or both half-width, or all pairs are."""


SPEC = Pairs


def check(rule_id: str, spec: Pairs, case: Case) -> Iterator[Verdict]:
    """A failure at the first place that is wrong, else a pass."""
    text, folded = case.document.text, case.document.folded
    marks = list(_marks(spec, case))
    places: list[Span] = []
    for pair in spec.marks:
        narrow = fold(pair)
        own = [mark for mark in marks if folded[mark[0]] in narrow]
        joined, wrong = _matched(case, own, narrow[0])
        if spec.must == "match-width":
            wrong = [b for a, b in joined if text[a] + text[b] not in (pair, narrow)]
        elif spec.must == "keep-width":
            wrong = _fewer(case, joined, pair)
        places += [Span(at, at + 1) for at in wrong]
    if places:
        yield gathered(case, sorted(places), {})
    elif marks:
        yield Verdict(Status.passed, case.document.path)


def _marks(spec: Pairs, case: Case) -> Iterator[tuple[int, int]]:
    """Where such marks stand in running text, each with the start of its paragraph."""
    wanted = compiled(f"[{re.escape(fold(''.join(spec.marks)))}]")
    intervals = case.once(_intervals)
    for block in case.prose:
        for match in wanted.finditer(case.document.folded, block.start, block.end):
            if match.start() not in intervals:
                yield match.start(), block.start


def _fewer(case: Case, joined: Sequence[tuple[int, int]], pair: str) -> list[int]:
    """Where pairs around Chinese words open that are of the width that is used less."""
    text = case.document.text
    around = [
        (a, b)
        for a, b in joined
        if any("一" <= side <= "\u9fff" for side in (text[a + 1], text[b - 1]))
    ]
    wide = [a for a, b in around if text[a] + text[b] == pair]
    narrow = [a for a, b in around if text[a] + text[b] == fold(pair)]
    return wide if len(wide) < len(narrow) else narrow if wide else []


def _intervals(case: Case) -> set[int]:
    """Where the brackets of half-open intervals stand."""
    found = _INTERVAL.finditer(case.document.folded)
    half = (match for match in found if match[1] + match[2] not in ("()", "[]", "【】"))
    return {at for match in half for at in (match.start(), match.end() - 1)}


def _matched(
    case: Case, marks: Sequence[tuple[int, int]], opening: str
) -> tuple[list[tuple[int, int]], list[int]]:
    """Marks in pairs, and those that stand alone.

    A pair lies in one paragraph; but what opens in one and closes in a later one is taken for a
    pair too, and a quotation of many paragraphs opens anew in each.
    """
    pairs: list[tuple[int, int]] = []
    alone: list[int] = []
    opened: list[tuple[int, int]] = []
    for at, start in marks:
        if case.document.folded[at] == opening:
            opened.append((at, start))
        elif opened and opened[-1][1] == start:
            pairs.append((opened.pop()[0], at))
        elif _CLOSES_ALONE.search(case.document.folded, at - 4, at + 1):
            continue
        elif opened:
            opened.pop()
        else:
            alone.append(at)
    alone += [at for at, start in opened if not (opening == "“" and at == start)]
    return pairs, alone
