"""``duplicates``: one file in two submissions, be it in two formats.

A report's main document counts wherever it stands; an attachment that more than ``most``
submissions hold is a notice or a blank form, which all may have. A main document that was one of an
earlier season's is told against that; an attachment may well be the same every year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.audit.corpus.members import Alike, At, Member
from linter.checks.corpus import Corpus
from linter.model import Span


def check(spec: Corpus, members: Sequence[Member]) -> Iterator[Alike]:
    """Each document that another submission has too, with the first that has it."""
    holders: dict[str, list[At]] = {}
    for at, member in enumerate(members):
        seen = set[str]()
        for number, digest in enumerate(member.traits.digests):
            if digest and digest not in seen:
                seen.add(digest)
                span = Span(0, 0, number) if number else member.traits.title
                holders.setdefault(digest, []).append(At(at, span))
    for places in holders.values():
        attached = any(place.span.document for place in places)
        if attached and len(places) > spec.most:
            continue
        for place, first, text in _repeated(places, members):
            one, other = members[place.member], members[first.member]
            values = {"other": other.path, "unit": one.unit}
            yield Alike(place, ((first, "other"),), text.format(other=other.path), values)


def _repeated(places: Sequence[At], members: Sequence[Member]) -> Iterator[tuple[At, At, str]]:
    """Each place with the one that it repeats, and how that is told."""
    new = [place for place in places if not members[place.member].earlier]
    handed_in = (p for p in places if members[p.member].earlier and not p.span.document)
    old = next(handed_in, None)
    for at, place in enumerate(new):
        if old is not None and not place.span.document:
            yield place, old, "与以前年度报送的{other}的文字完全相同"
        elif at:
            yield place, new[0], f"与{{other}}的文字完全相同，共{len(new)}份"
