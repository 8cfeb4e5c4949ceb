"""``copied-text``: reports of which a large part stands in another one.

A passage is copied where ``_ALIKE`` of what its sketch has besides common property stands in the
other report, wherever and in whatever order. Told is a report of whose own passages ``share`` are
copied, ``_OF_ALL`` of its prose and ``least`` Chinese characters. Common property is what more than
``most`` reports hold, or most of a template; nor is that copied which stands in a third unit's
report too that is no copy of these. A report that has the figures of another one and most of its
words is told whatever the others say. Of copies of copies, each is told with the one that is most
like it, so that twenty alike are nineteen findings.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from linter.audit.corpus.index import Index, build
from linter.audit.corpus.likeness import Match, all_numbers, compare, excused, related
from linter.audit.corpus.members import Alike, At, Member
from linter.audit.corpus.sketch import numbers
from linter.audit.corpus.traits import Passage
from linter.checks.corpus import Corpus
from linter.model import Severity

_FEWEST = 3
_NEAREST, _NEXT = 8, 2
"""Of the holders of a number, how many of those behind it a report is compared with, and how many
where there are more: copies of one text share so many numbers that they hang together so, too."""
_PROMISING = 0.06
"""The part of the smaller report's numbers that two must share to be compared by passages."""
_SHOWN = 3
_WITHIN = 0.5
"""The least part of reports of one unit: it says of itself and of its rules what it always says."""
_OF_ALL = 0.2
"""The least part of a report's prose: much of the little that is its own may still be next to
nothing."""
_SHARED = 0.5
"""The part of a passage that one third report must have for the passage to be a third one's too."""
_FIGURES, _SAME, _MOSTLY = 8, 0.8, 0.5
"""How many figures, which part of them, and which part of its passages a report must have of
another to be told for its figures."""


def check(spec: Corpus, members: Sequence[Member]) -> Iterator[Alike]:
    """Each report that is like another one, with the one it is most like."""
    index = build(map(all_numbers, members), [m.traits.template for m in members], spec.most)
    found = list(_settled(spec, members, index)) + list(_refigured(spec, members))
    found.sort(key=lambda item: (-round(item[0].share, 2), *item[1:]))
    group = list(range(len(members)))
    for match, copy, source in found:
        if _root(group, copy) != _root(group, source):
            group[_root(group, copy)] = _root(group, source)
            yield _told(match, copy, source, members)


def _settled(
    spec: Corpus, members: Sequence[Member], index: Index
) -> Iterator[tuple[Match, int, int]]:
    """Reports that are like another one, by what no third one of another unit says too."""
    linked: dict[int, set[int]] = {}
    pairs = []
    for one, other in promising(index):
        if excused(members[one], members[other]):
            continue
        for copy, source in ((one, other), (other, one)):
            if _is_told(spec, members, (copy, source), index.common):
                linked.setdefault(copy, {copy}).add(source)
                linked.setdefault(source, {source}).add(copy)
                pairs.append((copy, source))
    for copy, source in pairs:
        if members[copy].earlier:
            continue
        third = set(_of_others(members, copy, linked[copy] | linked[source], index))
        match = _is_told(spec, members, (copy, source), index.common, third)
        if match:
            yield match, copy, source


def _of_others(
    members: Sequence[Member], copy: int, alike: Collection[int], index: Index
) -> Iterator[int]:
    """The numbers of a report's passages that stand in a report of another unit not ``alike``."""
    here = members[copy]
    for passage in here.traits.passages:
        every = numbers(passage.sketch)
        holders = Counter(
            at
            for number in every
            for at in index.several.get(number, ())
            if at not in alike and not here.is_of(members[at])
        )
        if any(count >= _SHARED * len(every) for count in holders.values()):
            yield from every


def _is_told(
    spec: Corpus,
    members: Sequence[Member],
    pair: tuple[int, int],
    common: Collection[int],
    third: Collection[int] = (),
) -> Match | None:
    copy, source = (members[at] for at in pair)
    match = compare(copy, source, common, third)
    least = max(spec.share, _WITHIN) if related(copy, source) else spec.share
    enough = match.own >= least and match.share >= _OF_ALL and match.letters >= spec.least
    return match if enough else None


def _refigured(spec: Corpus, members: Sequence[Member]) -> Iterator[tuple[Match, int, int]]:
    """Reports that have the figures of another one and most of its words, boilerplate or not."""
    sketches = [numbers(member.traits.figures) for member in members]
    index = build(sketches, range(len(members)), spec.most)
    for one, evidence in enumerate(index.evidence):
        for other, count in sorted(_shared(one, evidence).items()):
            if count < _FIGURES or excused(members[one], members[other]):
                continue
            for copy, source in ((one, other), (other, one)):
                if members[copy].earlier or count < _SAME * len(set(sketches[copy])):
                    continue
                match = compare(members[copy], members[source], ())
                if match.own >= _MOSTLY:
                    yield replace(match, figures=count), copy, source


def promising(index: Index) -> Iterator[tuple[int, int]]:
    """Pairs of reports that share enough numbers that are evidence, the first one first."""
    for one, evidence in enumerate(index.evidence):
        for other, count in sorted(_shared(one, evidence).items()):
            least = _PROMISING * min(index.own[one], index.own[other])
            if count >= max(_FEWEST, least):
                yield one, other


def _shared(one: int, evidence: Sequence[Sequence[int]]) -> Counter[int]:
    """How many numbers of a report those behind it hold, where few do or they are the next."""
    counts: Counter[int] = Counter()
    for held in evidence:
        after = bisect_right(held, one)
        counts.update(held[after : after + (_NEAREST if len(held) <= _NEAREST else _NEXT)])
    return counts


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
        f"相同文字{match.letters}字、{len(match.passages)}段，占本报告全部文字的{match.share:.0%}"
    )
    if match.figures:
        text += f"；另有{match.figures}个数字相同"
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
