"""Which reports hold a number of their sketches: near-linear in the reports, in little memory.

Numbers are counted in portions, so that those that one report alone holds (most of them) are
forgotten at once.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence

from msgspec import Struct

Holders = tuple[int, ...]

_PORTIONS = 1024
_FEWEST = 3
_MOST_OF = 0.5
"""What so many reports of one template hold, and this part of them, is the template's."""
_ALL_OF = 0.8
"""Where such is so much of what they say, they are no reports of one template but copies."""


class Index(Struct, frozen=True):
    """What several reports hold: as evidence, or as common property."""

    evidence: tuple[list[Holders], ...]
    """For each report, of each number of it that few others hold: which do, in order."""
    own: tuple[int, ...]
    """For each report, how many of its numbers are no common property."""
    common: frozenset[int]
    """What many hold, or most of one template."""
    several: dict[int, Holders]
    """The holders of each number that more than two hold and that is no common property."""


def build(sketches: Iterable[Sequence[int]], templates: Sequence[Hashable], most: int) -> Index:
    """The index of reports' sketches; what more than ``most`` reports hold is common property."""
    postings = _Postings()
    own = [postings.add(report, set(sketch)) for report, sketch in enumerate(sketches)]
    sizes, said = Counter(templates), _said(own, templates)
    evidence: tuple[list[Holders], ...] = tuple([] for _ in templates)
    common, several = dict[int, Holders](), dict[int, Holders]()
    boilerplate: dict[Hashable, dict[int, Holders]] = {}
    for number, held in postings.shared():
        if len(held) > most:
            common[number] = tuple(held)
        elif (template := _template(held, templates, sizes)) is not None:
            boilerplate.setdefault(template, {})[number] = tuple(held)
        else:
            _note(number, tuple(held), evidence, several)
    for template, found in boilerplate.items():
        if sum(map(len, found.values())) < _ALL_OF * said[template]:
            common |= found
        else:
            for number, holders in found.items():
                _note(number, holders, evidence, several)
    for holders in common.values():
        for report in holders:
            own[report] -= 1
    return Index(evidence, tuple(own), frozenset(common), several)


class _Postings:
    """Numbers with the reports that hold them, in portions that are small enough to count fast."""

    def __init__(self) -> None:
        self._numbers = [array("I") for _ in range(_PORTIONS)]
        self._reports = [array("I") for _ in range(_PORTIONS)]

    def add(self, report: int, numbers: Collection[int]) -> int:
        """Takes the numbers of a report; says how many there are."""
        for number in numbers:
            portion = number % _PORTIONS
            self._numbers[portion].append(number)
            self._reports[portion].append(report)
        return len(numbers)

    def shared(self) -> Iterator[tuple[int, list[int]]]:
        """The numbers that several reports hold, with these in order."""
        for numbers, reports in zip(self._numbers, self._reports, strict=True):
            first: dict[int, int] = {}
            more: dict[int, list[int]] = {}
            for number, report in zip(numbers, reports, strict=True):
                seen = first.setdefault(number, report)
                if seen != report:
                    more.setdefault(number, [seen]).append(report)
            yield from more.items()


def _said(counts: Iterable[int], templates: Iterable[Hashable]) -> Counter[Hashable]:
    """How many numbers the reports of each template have."""
    said: Counter[Hashable] = Counter()
    for template, count in zip(templates, counts, strict=True):
        said[template] += count
    return said


def _note(
    number: int,
    holders: Holders,
    evidence: Sequence[list[Holders]],
    several: dict[int, Holders],
) -> None:
    if len(holders) > 2:
        several[number] = holders
    for report in holders:
        evidence[report].append(holders)


def _template(
    held: Sequence[int], templates: Sequence[Hashable], sizes: Counter[Hashable]
) -> Hashable | None:
    """The template of which most reports hold a number."""
    if len(held) < _FEWEST:
        return None
    template, count = Counter(templates[report] for report in held).most_common(1)[0]
    return template if count >= max(_FEWEST, _MOST_OF * sizes[template]) else None
