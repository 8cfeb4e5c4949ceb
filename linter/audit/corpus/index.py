"""Which reports hold a number of their sketches: near-linear in the reports, in little memory.

Numbers are counted in portions, so that those that one report alone holds (most of them) are
forgotten at once.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence

from msgspec import Struct

_PORTIONS = 64
_FEWEST = 3
_MOST_OF = 0.5
"""What so many reports of one template hold, and this part of them, is the template's."""
_ALL_OF = 0.8
"""Where such is so much of what they say, they are no reports of one template but copies."""


class Index(Struct, frozen=True):
    """What several reports hold: as evidence with its holders, or as common property."""

    holders: dict[int, tuple[int, ...]]
    """For each number that few reports hold: which, in order."""
    common: frozenset[int]
    """What many hold, or most of one template."""


def build(sketches: Iterable[Sequence[int]], templates: Sequence[Hashable], most: int) -> Index:
    """The index of reports' sketches; what more than ``most`` reports hold is common property."""
    numbers = [array("Q") for _ in range(_PORTIONS)]
    reports = [array("I") for _ in range(_PORTIONS)]
    said: Counter[Hashable] = Counter()
    for report, own in enumerate(sketches):
        every = set(own)
        said[templates[report]] += len(every)
        for number in every:
            portion = number % _PORTIONS
            numbers[portion].append(number)
            reports[portion].append(report)
    sizes = Counter(templates)
    holders: dict[int, tuple[int, ...]] = {}
    common: set[int] = set()
    boilerplate: dict[Hashable, dict[int, tuple[int, ...]]] = {}
    for portion in range(_PORTIONS):
        for number, held in _shared(numbers[portion], reports[portion]):
            template = _template(held, templates, sizes)
            if len(held) > most:
                common.add(number)
            elif template is not None:
                boilerplate.setdefault(template, {})[number] = tuple(held)
            else:
                holders[number] = tuple(held)
        numbers[portion], reports[portion] = array("Q"), array("I")
    for template, found in boilerplate.items():
        if sum(map(len, found.values())) < _ALL_OF * said[template]:
            common.update(found)
        else:
            holders |= found
    return Index(holders, frozenset(common))


def _shared(numbers: Iterable[int], reports: Iterable[int]) -> Iterator[tuple[int, list[int]]]:
    """The numbers that stand more than once, with their reports."""
    first: dict[int, int] = {}
    more: dict[int, list[int]] = {}
    for number, report in zip(numbers, reports, strict=True):
        seen = first.setdefault(number, report)
        if seen != report:
            more.setdefault(number, [seen]).append(report)
    return iter(more.items())


def _template(
    held: Sequence[int], templates: Sequence[Hashable], sizes: Counter[Hashable]
) -> Hashable | None:
    """The template of which most reports hold a number."""
    if len(held) < _FEWEST:
        return None
    template, count = Counter(templates[report] for report in held).most_common(1)[0]
    return template if count >= max(_FEWEST, _MOST_OF * sizes[template]) else None
