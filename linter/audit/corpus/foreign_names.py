"""``foreign-names``: where a report calls itself by the name of another unit of the audit.

That is a signature or form field that is such a name, or a sentence in which one of the words
``cue`` follows it. Not meant are a unit above or below its own, one that is named beside others,
and what stands in a sentence with one of the words ``unless``. A unit of the same region may have a
part in the project: there a sentence must speak of the self-evaluation, and it is told more mildly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.audit.corpus.members import Alike, At, Member
from linter.checks.corpus import Corpus
from linter.model import Document, Severity, Span
from linter.regexes.late import regex

_SHORTEST = 5
_HEAD = 3
_SELF = ("自评", "以下简称")
_BESIDE = regex(r"[与和同向赴到至从往比及、或给跟对为学往并]$")
_REGION = regex(r"^[^省市县区州旗]{1,6}[省市县区州旗]")
_LABEL = regex(
    r"(?:填报|实施|项目|预算|申报|评价|自评)单位(?:名称)?(?:[(（]盖章[)）])?[:：\s]*$"
    r"|单位名称[:：\s]*$"
)
_SENTENCE = regex(r"[^。；;\n!?！？]+")
_NEAR = 40
"""How far beside a name it is looked; a name that more space surrounds is not alone."""
_LAST = 8
"""How many blocks at the end may be the signature."""


class Names(Struct, frozen=True):
    """The names of an audit's units by their first characters, and where each is at home."""

    heads: dict[str, tuple[str, ...]]
    homes: dict[str, int]

    @classmethod
    def of(cls, members: Sequence[Member]) -> Names:
        """All names of units that are long enough to be no common word."""
        homes: dict[str, int] = {}
        for at, member in enumerate(members):
            if len(member.unit) >= _SHORTEST:
                homes.setdefault(member.unit, at)
        heads: dict[str, list[str]] = {}
        for name in sorted(homes, key=len, reverse=True):
            heads.setdefault(name[:_HEAD], []).append(name)
        return cls({head: tuple(names) for head, names in heads.items()}, homes)

    def within(self, text: str) -> Iterator[tuple[int, str]]:
        """Each name in a text, with its offset; of names that begin alike the longest."""
        heads = self.heads
        for at in range(len(text) - _SHORTEST + 1):
            found = heads.get(text[at : at + _HEAD])
            if found:
                name = next((name for name in found if text.startswith(name, at)), None)
                if name:
                    yield at, name


class Sentence(Struct, frozen=True):
    """A sentence with the other units' names in it."""

    start: int
    end: int
    text: str
    mentions: tuple[tuple[int, str], ...]

    @property
    def names(self) -> set[str]:
        """Which units it names."""
        return {name for _, name in self.mentions}


def check(spec: Corpus, members: Sequence[Member]) -> Iterator[Alike]:
    """For each report and each other unit's name in it, the first place."""
    names = Names.of(members)
    files = Counter(member.traits.digests[:1] for member in members)
    for at, member in enumerate(members):
        twice = files[member.traits.digests[:1]] > 1  # the file is another unit's as a whole
        if len(member.unit) < _SHORTEST or member.earlier or twice:
            continue
        places: dict[str, list[Span]] = {}
        for number, document in enumerate(member.documents):
            for start, name in _foreign(spec, names, member.unit, document):
                span = Span(start, start + len(name), number)
                places.setdefault(name, []).append(span)
        for name, spans in places.items():
            home = names.homes[name]
            title = At(home, members[home].traits.title)
            yield Alike(
                At(at, spans[0]),
                ((title, "other"), *((At(at, span), "also") for span in spans[1:3])),
                f"“{name}”共{len(spans)}处；本报告的单位是“{member.unit}”",
                {"name": name, "unit": member.unit, "other": members[home].path},
                Severity.info if _region(name) == _region(member.unit) else None,
            )


def _foreign(spec: Corpus, names: Names, own: str, document: Document) -> Iterator[tuple[int, str]]:
    for sentence in _sentences(names, own, document.text):
        if len(sentence.names) > 1 or any(word in sentence.text for word in spec.unless):
            continue
        speaks = any(word in sentence.text for word in _SELF) and own not in sentence.text
        for at, name in sentence.mentions:
            end = at + len(name)
            before = document.text[max(sentence.start, at - _NEAR) : at]
            after = document.text[end : min(end + _NEAR, sentence.end)]
            near = _region(name) == _region(own)
            if _is_alone(document, at, name):
                if not near or _is_signed(document, at):
                    yield at, name
            elif _LABEL.search(before):
                if not near and not after.strip():
                    yield at, name
            elif after.startswith(spec.cue) and not _BESIDE.search(before) and (not near or speaks):
                yield at, name


def _sentences(names: Names, own: str, text: str) -> Iterator[Sentence]:
    """The sentences that name units which are not its own, nor above or below it."""
    bounds = (match.span() for match in _SENTENCE.finditer(text))
    start = end = 0
    found: list[tuple[int, str]] = []
    for at, name in names.within(text):
        if own.startswith(name) or name.startswith(own):
            continue
        if at >= end:
            if found:
                yield Sentence(start, end, text[start:end], tuple(found))
            start, end = next((span for span in bounds if span[1] > at), (at, at + len(name)))
            found = []
        found.append((at, name))
    if found:
        yield Sentence(start, end, text[start:end], tuple(found))


def _is_alone(document: Document, at: int, name: str) -> bool:
    block = document.block_at(at)
    return (
        block is not None
        and block.end - block.start < len(name) + _NEAR
        and document.text[block.start : block.end].strip() == name
        and (_is_signed(document, at) or _is_labelled(document, at))
    )


def _is_signed(document: Document, at: int) -> bool:
    return any(block.start <= at <= block.end for block in document.blocks[-_LAST:])


def _is_labelled(document: Document, at: int) -> bool:
    """Whether the line or cell before says that a unit's name follows."""
    before = document.text[max(0, at - 20) : at].rstrip()
    return bool(_LABEL.search(before))


def _region(name: str) -> str:
    found = _REGION.match(name)
    return found[0] if found else ""
