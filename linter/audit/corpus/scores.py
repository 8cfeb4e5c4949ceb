"""``scores``: totals that are one and the same in most reports of a unit, department or region.

Told of groups of ``least`` reports of which ``share`` have one total, where that total is not as
usual elsewhere in the audit. Groups that give full marks only are told as such (``full-marks``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import fmean, pstdev

from linter.audit.corpus.members import Alike, At, Member
from linter.checks.corpus import Corpus

_SHOWN = 5
_ODD = 2
"""How many times as often as elsewhere the total must stand."""
_FULL = 100.0


def check(spec: Corpus, members: Sequence[Member]) -> Iterator[Alike]:
    """Each group whose totals hardly differ."""
    totals = {at: float(m.score) for at, m in enumerate(members) if not m.earlier and _is(m.score)}
    everywhere = Counter(totals.values())
    told: set[frozenset[int]] = set()
    for name, group in _groups(members, totals):
        own = [totals[at] for at in group]
        value, count = Counter(own).most_common(1)[0]
        others = len(totals) - len(own)
        usual = (everywhere[value] - count) / others if others else 0.0
        if len(own) < spec.least or count < spec.share * len(own) or value == _FULL:
            continue
        if count / len(own) < _ODD * usual or frozenset(group) in told:
            continue
        told.add(frozenset(group))
        same = [at for at in group if totals[at] == value]
        places = [At(at, members[at].traits.marks.place) for at in same]
        text = (
            f"{len(own)}份报告中{count}份为{value:g}分（众数占{count / len(own):.0%}，其他报告中占"
            f"{usual:.0%}），平均{fmean(own):.2f}分，标准差{pstdev(own):.2f}分"
        )
        related = tuple((place, "other") for place in places[1:_SHOWN])
        yield Alike(places[0], related, text, {"unit": name, "score": f"{value:g}"})


def _groups(members: Sequence[Member], totals: dict[int, float]) -> Iterator[tuple[str, list[int]]]:
    """The reports with a total by unit, department and region."""
    for field in ("unit", "department", "region"):
        groups: dict[str, list[int]] = {}
        for at in totals:
            name = getattr(members[at], field)
            if name:
                groups.setdefault(name, []).append(at)
        yield from groups.items()


def _is(score: str) -> bool:
    try:
        return 0 < float(score) <= _FULL
    except ValueError:
        return False
