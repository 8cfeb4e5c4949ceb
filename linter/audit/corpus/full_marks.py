"""``full-marks``: a unit of which every mark in every report is full.

Told of units with ``least`` reports of ``most`` marks or more each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.audit.corpus.members import Alike, At, Member
from linter.checks.corpus import Corpus

_SHOWN = 5


def check(spec: Corpus, members: Sequence[Member]) -> Iterator[Alike]:
    """Each unit that gives itself nothing but full marks."""
    units: dict[str, list[int]] = {}
    for at, member in enumerate(members):
        if member.unit and not member.earlier:
            units.setdefault(member.unit, []).append(at)
    marks = [member.traits.marks for member in members if not member.earlier]
    count = sum(each.count for each in marks)
    usual = sum(each.full for each in marks) / count if count else 0.0
    for unit, group in units.items():
        own = [members[at].traits.marks for at in group]
        if len(group) < spec.least or not all(
            each.count >= max(spec.most, 1) and each.full == each.count for each in own
        ):
            continue
        places = [At(at, members[at].traits.marks.place) for at in group]
        text = (
            f"{len(group)}份报告、{sum(each.count for each in own)}项得分全部为满分；"
            f"本次审核的全部报告中，满分的项占{usual:.0%}"
        )
        related = tuple((place, "other") for place in places[1:_SHOWN])
        yield Alike(places[0], related, text, {"unit": unit, "count": str(len(group))})
