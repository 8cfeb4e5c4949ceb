"""``last-year``: a report whose figures are those of the same project's report of the year before.

Compared are figures that say something: with decimals or three digits, no years, no full marks.
Told is a report that has ``least`` of them, ``share`` of which stand in the earlier one too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.audit.corpus.figures import figures
from linter.audit.corpus.members import Alike, At, Member
from linter.checks.corpus import Corpus

_SHOWN = 3


def check(spec: Corpus, members: Sequence[Member]) -> Iterator[Alike]:
    """Each report that repeats the figures of the year before."""
    for last, now in _years(members):
        if members[now].earlier:
            continue
        own, before = figures(members[now].documents), figures(members[last].documents)
        shared = [text for text in own if text in before]
        if len(own) < spec.least or len(shared) < spec.share * len(own):
            continue
        places = [(At(now, own[text]), At(last, before[text])) for text in shared[:_SHOWN]]
        others = [(places[0][1], "other")]
        for here, there in places[1:]:
            others += [(here, "also"), (there, "other")]
        yield Alike(
            places[0][0],
            tuple(others),
            f"{len(own)}个不同的数字中，{len(shared)}个与{members[last].year}年度相同",
            {"other": members[last].path, "year": str(members[last].year)},
        )


def _years(members: Sequence[Member]) -> Iterator[tuple[int, int]]:
    """Pairs of reports of one project in years that follow each other, the earlier one first."""
    groups: dict[tuple[str, str], list[int]] = {}
    for at, member in enumerate(members):
        if member.unit and member.project and member.year:
            groups.setdefault((member.unit, member.bare_project), []).append(at)
    for group in groups.values():
        by_year = {members[at].year: at for at in reversed(group)}
        for year, at in sorted(by_year.items(), key=lambda item: item[0] or 0):
            if year and year - 1 in by_year:
                yield by_year[year - 1], at
