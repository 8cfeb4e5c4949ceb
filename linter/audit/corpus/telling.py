"""What is found across reports, as an audit tells it: both places with the words around them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from linter.audit.corpus.members import Alike, At, Member
from linter.audit.excerpts import excerpt
from linter.items import FindingItem, RelatedItem, of_related
from linter.judging.findings import fill
from linter.model import Document, Related, Severity, Submission
from linter.regexes.late import regex
from linter.rulebook.rule import Rule
from linter.season import Excerpt, Told

_SPACE = regex(r"\s+")


class Teller:
    """Tells what was found among some members."""

    def __init__(self, members: Sequence[Member], lang: str) -> None:
        self._members = members
        self._lang = lang
        self._last: tuple[int, tuple[Document, ...]] | None = None

    def told(self, rule: Rule, found: Alike) -> Told:
        """A finding of a rule; its fingerprint is not yet a digest (``numbered``)."""
        header = rule.header
        severity = min(header.severity, found.severity or Severity.error)
        here, excerpt = self._item(found.place, "")
        others = [self._item(at, label) for at, label in found.related]
        values = {"here": here.path, "quote": here.quote, "calculation": found.calculation}
        values |= found.values
        quotes = (here.quote, *(item.quote for item, _ in others))
        finding = FindingItem(
            rule=rule.id,
            name=header.named(self._lang),
            severity=severity.name,
            message=fill(getattr(header.message, self._lang), values),
            path=here.path,
            line=here.line,
            column=here.column,
            end_line=here.end_line,
            end_column=here.end_column,
            quote=here.quote,
            section="",
            place=here.place,
            calculation=found.calculation,
            suggestion=fill(getattr(header.suggest, self._lang), values),
            fix=None,
            fingerprint="|".join((rule.id, *(_SPACE.sub("", quote) for quote in quotes))),
            related=[item for item, _ in others],
        )
        return Told(finding, excerpt, tuple(excerpt for _, excerpt in others))

    def _item(self, at: At, label: str) -> tuple[RelatedItem, Excerpt]:
        documents = self._documents(at.member)
        item = of_related(Related(at.span, label), Submission(documents))
        return item, excerpt(documents, at.span)

    def _documents(self, member: int) -> tuple[Document, ...]:
        """A member's documents; those last asked for are at hand."""
        if self._last is None or self._last[0] != member:
            self._last = member, self._members[member].documents
        return self._last[1]


def numbered(told: Iterable[Told]) -> tuple[Told, ...]:
    """In order of path and place; the fingerprints become digests with an ordinal.

    It counts within a submission: what it is told does not change with what others hand in.
    """
    seen: Counter[tuple[str, str]] = Counter()
    result = []
    for one in sorted(told, key=_order):
        finding = one.finding
        key = finding.path, finding.fingerprint
        name = f"{finding.fingerprint}#{seen[key]}"
        seen[key] += 1
        digest = hashlib.sha256(name.encode()).hexdigest()[:16]
        result.append(replace(one, finding=replace(finding, fingerprint=digest)))
    return tuple(result)


def _order(told: Told) -> tuple[object, ...]:
    finding = told.finding
    others = tuple((item.path, item.line, item.column) for item in finding.related)
    return finding.path, finding.line, finding.column, finding.rule, finding.quote, others
