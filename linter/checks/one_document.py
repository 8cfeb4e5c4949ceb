"""``one-document``: a document has one number, wherever it is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import field

from linter.binding.case import Case
from linter.binding.report.documents import Named, documents, is_one, read
from linter.language.needs import Spec
from linter.model import Related, Status, Verdict


class OneDocument(Spec, frozen=True):
    """The documents that everybody cites; others are known by their titles."""

    known: dict[str, str] = field(default_factory=dict)
    """Titles, without who issued them, and numbers."""


SPEC = OneDocument
_MOST = 20
"""With how many documents of a title another is compared."""


def check(rule_id: str, spec: OneDocument, case: Case) -> Iterator[Verdict]:
    """A verdict for each document that is known, or was named before."""
    named: dict[str, list[Named]] = defaultdict(list)
    for known in (read(title, literal) for title, literal in spec.known.items()):
        named[known.key].append(known)
    for here in documents(case):
        titled = named[here.key]
        same = [there for there in titled if there.told == here.told]
        there = next((t for t in (same or titled)[:_MOST] if is_one(t, here)), None)
        if not same:
            titled.append(here)
        if there is not None:
            yield _verdict(there, here)


def _verdict(there: Named, here: Named) -> Verdict:
    same = there.told == here.told
    return Verdict(
        Status.passed if same else Status.failed,
        here.literal,
        here.span,
        (Related(there.span, "document"),) if there.span else (),
        f"{there.literal} {'=' if same else '≠'} {here.literal}",
        values={"here": here.literal, "there": there.literal},
    )
