"""``copied-text``: reports of which a large part stands in another one.

A passage is copied where ``_ALIKE`` of what its sketch has besides common property stands in the
other report, wherever and in whatever order. Told is a report of whose own passages (boilerplate
aside) ``share`` are copied, and ``least`` Chinese characters; what more than ``most`` reports hold
is common property. Of copies of copies, each is told with the one that is most like it, so that
twenty alike are nineteen findings.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.audit.corpus.index import Index, build
from linter.audit.corpus.members import Alike, At, Member
from linter.audit.corpus.sketch import numbers
from linter.audit.corpus.traits import Passage
from linter.checks.corpus import Corpus
from linter.model import Severity

_ALIKE = 0.4
_OWN = 0.5
"""The part of a passage that must be no common property, for it to say anything."""
_FEWEST = 3
_NEAREST, _NEXT = 8, 2
"""Of the holders of a number, how many of those behind it a report is compared with, and how many
where there are more: copies of one text share so many numbers that they hang together so, too."""
_PROMISING = 0.06
"""The part of the smaller report's numbers that two must share to be compared by passages."""
_SHOWN = 3
_WITHIN = 0.5
"""The least part of reports of one unit: it says of itself and of its rules what it always says."""


class Match(Struct, frozen=True):
    """How much of a report is copied, and its passages that are, the largest first."""

    share: float
    letters: int
    passages: tuple[Passage, ...]


def check(spec: Corpus, members: Sequence[Member]) -> Iterator[Alike]:
    """Each report that is like another one, with the one it is most like."""
    index = build(map(all_numbers, members), [m.traits.template for m in members], spec.most)
    found = []
    for one, other in promising(index):
        if excused(members[one], members[other]):
            continue
        least = max(spec.share, _WITHIN) if related(members[one], members[other]) else spec.share
        for copy, source in ((one, other), (other, one)):
            if not members[copy].earlier:
                match = compare(members[copy], members[source], index)
                if match.share >= least and match.letters >= spec.least:
                    found.append((match, copy, source))
    found.sort(key=lambda item: (-round(item[0].share, 2), *item[1:]))
    group = list(range(len(members)))
    for match, copy, source in found:
        if _root(group, copy) != _root(group, source):
            group[_root(group, copy)] = _root(group, source)
            yield _told(match, copy, source, members)


def all_numbers(member: Member) -> list[int]:
    """The numbers of all passages of a report."""
    return [n for passage in member.traits.passages for n in numbers(passage.sketch)]


def excused(one: Member, other: Member) -> bool:
    """Whether two reports may be alike: one file twice, or a unit's own of another year."""
    if set(one.traits.digests[:1]) & set(other.traits.digests[:1]) - {""}:
        return True
    return one.is_of(other) and one.year != other.year


def related(one: Member, other: Member) -> bool:
    """Whether two reports have a reason to be alike: one unit, or one project."""
    return one.is_of(other) or one.is_same_project(other)


def promising(index: Index) -> Iterator[tuple[int, int]]:
    """Pairs of reports that share enough numbers that are evidence, the first one first."""
    for one, evidence in enumerate(index.evidence):
        counts: Counter[int] = Counter()
        for held in evidence:
            after = bisect_right(held, one)
            counts.update(held[after : after + (_NEAREST if len(held) <= _NEAREST else _NEXT)])
        for other, count in sorted(counts.items()):
            least = _PROMISING * min(index.own[one], index.own[other])
            if count >= max(_FEWEST, least):
                yield one, other


def compare(copy: Member, source: Member, index: Index) -> Match:
    """How much of the first report stands in the second."""
    there = set(all_numbers(source))
    own, alike = 0, list[tuple[float, Passage]]()
    for passage in copy.traits.passages:
        every = numbers(passage.sketch)
        telling = [number for number in every if number not in index.common]
        if len(telling) < max(_FEWEST, _OWN * len(every)):
            continue
        own += passage.letters
        part = sum(number in there for number in telling) / len(telling)
        if part >= _ALIKE:
            alike.append((part * passage.letters, passage))
    alike.sort(key=lambda item: (-item[0], item[1].span))
    letters = sum(passage.letters for _, passage in alike)
    passages = tuple(passage for _, passage in alike)
    return Match(letters / own if own else 0.0, letters, passages)


def _root(group: list[int], at: int) -> int:
    while group[at] != at:
        group[at] = at = group[group[at]]
    return at


def _told(match: Match, copy: int, source: int, members: Sequence[Member]) -> Alike:
    here, there = members[copy], members[source]
    pairs = [(p, _counterpart(p, there.traits.passages)) for p in match.passages[:_SHOWN]]
    places = [(At(copy, p.span), At(source, q.span)) for p, q in pairs]
    others = [(places[0][1], "other")]
    for own, other in places[1:]:
        others += [(own, "also"), (other, "other")]
    text = (
        f"相同文字{match.letters}字、{len(match.passages)}段，"
        f"占本报告自有文字的{match.share:.0%}（模板文字不计）"
    )
    return Alike(
        places[0][0],
        tuple(others),
        text,
        {"other": there.path, "unit": there.unit or there.path, "share": f"{match.share:.0%}"},
        Severity.info if related(here, there) else None,
    )


def _counterpart(passage: Passage, others: Sequence[Passage]) -> Passage:
    own = set(numbers(passage.sketch))
    return max(others, key=lambda other: len(own.intersection(numbers(other.sketch))))
