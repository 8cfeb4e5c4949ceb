"""``document-amounts`` and ``project-amounts``: one document, or one project, with two amounts.

A document allots to many: only what reports of one unit say of it in the same words counts, where a
word of ``cue`` (to the unit as a whole) stands between its number and the amount, or what two
reports of one project say; none of ``unless`` may stand there. Amounts differ where no value within
the printed precision is both.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation

from msgspec import Struct
from msgspec.structs import replace

from linter.audit.corpus.members import Alike, At, Member, bare
from linter.audit.corpus.traits import Amount
from linter.checks.corpus import Corpus
from linter.interval import Interval, rounded
from linter.regexes.late import regex

_MARKS = regex(r"[^\w\u4e00-\u9fff]|第")


class Told(Struct, frozen=True):
    """An amount that a report tells, with what it is of as it is printed there."""

    at: At
    value: Interval
    name: str


def documents(spec: Corpus, members: Sequence[Member]) -> Iterator[Alike]:
    """Reports of a unit that tell different amounts of one document."""
    groups: dict[tuple[str, str, str], list[Told]] = {}
    for at, member in enumerate(members):
        for amount in member.traits.numbered:
            if any(word in amount.between for word in spec.unless):
                continue
            one = _told(at, amount, amount.name)
            name = _MARKS.sub("", amount.name)
            if any(word in amount.between for word in spec.cue):
                groups.setdefault((member.unit, "", name), []).append(one)
            elif member.project:
                groups.setdefault((member.unit, member.bare_project, name), []).append(one)
    for (unit, *_), told in groups.items():
        if unit:
            yield from _differing(told, members)


def projects(spec: Corpus, members: Sequence[Member]) -> Iterator[Alike]:
    """Reports of a unit that tell different budgets of one project."""
    groups: dict[tuple[str, str], list[Told]] = {}
    for at, member in enumerate(members):
        if member.unit and member.project:
            told = groups.setdefault((member.unit, _of_year(member.bare_project, member)), [])
            if member.budget:
                title = At(at, member.traits.title)
                told.append(Told(title, _printed(member.budget), member.project))
    known: dict[str, list[str]] = {}
    for unit, name in groups:
        known.setdefault(unit, []).append(name)
    for at, member in enumerate(members):
        for amount in member.traits.budgets:
            if any(word in amount.between for word in spec.unless):
                continue
            named = _of_year(bare(amount.name), member)
            project = max((n for n in known.get(member.unit, ()) if named.endswith(n)),
                          key=len, default=None)  # fmt: skip
            if project is not None:
                name = amount.name[amount.name.rfind(project.partition("|")[0]) :]
                groups[member.unit, project].append(_told(at, amount, name))
    for told in groups.values():
        yield from _differing(told, members)


def _of_year(project: str, member: Member) -> str:
    return f"{project}|{member.year or ''}"


def _told(member: int, amount: Amount, name: str) -> Told:
    """An amount at its place, which begins with the name."""
    skipped = len(amount.name) - len(name)
    span = replace(amount.span, start=amount.span.start + skipped)
    return Told(At(member, span), Interval(Decimal(amount.low), Decimal(amount.high)), name)


def _differing(told: Iterable[Told], members: Sequence[Member]) -> Iterator[Alike]:
    """What differs from what most say, each with the first that says that."""
    told = sorted(told, key=lambda one: (one.at.member, one.at.span))
    if len({one.at.member for one in told}) < 2:
        return
    lows = sorted(one.value.low for one in told)
    highs = sorted(one.value.high for one in told)
    support = [
        bisect_right(lows, one.value.high) - bisect_left(highs, one.value.low) for one in told
    ]
    usual = told[support.index(max(support))]
    for one in told:
        if one.at.member == usual.at.member or one.value.meets(usual.value):
            continue
        if members[one.at.member].earlier:
            continue
        text = f"{_shown(one.value)}与{_shown(usual.value)}不同"
        other = members[usual.at.member].path
        yield Alike(one.at, ((usual.at, "other"),), text, {"name": one.name, "other": other})


def _printed(amount: str) -> Interval:
    """An amount in 元 whose printed precision is not known: its zeros at the end may be rounded."""
    try:
        value = Decimal(amount)
    except InvalidOperation:
        return Interval(Decimal("-Infinity"), Decimal("Infinity"))
    digits = amount.partition(".")[0]
    zeros = len(digits) - len(digits.rstrip("0")) if "." not in amount else 0
    return rounded(value, Decimal(10) ** min(zeros, 4) if zeros else Decimal("0.01"))


def _shown(value: Interval) -> str:
    middle = value.middle / 10000
    return f"{middle:,.6f}".rstrip("0").rstrip(".") + "万元"
