"""``duplicates``: one file in two submissions, be it in two formats.

A report's main document counts wherever it stands; an attachment that more than ``most``
submissions hold is a notice or a blank form, which all may have.
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
        first = places[0]
        attached = any(place.span.document for place in places)
        if attached and len(places) > spec.most:
            continue
        for place in places[1:]:
            if members[place.member].earlier:
                continue
            one, other = members[place.member], members[first.member]
            text = f"与{other.path}的文字完全相同，共{len(places)}份"
            yield Alike(place, ((first, "other"),), text, {"other": other.path, "unit": one.unit})
