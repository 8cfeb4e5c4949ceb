"""``one-document``: a document has one number, wherever it is named."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from linter.binding.case import Case
from linter.language.needs import Spec
from linter.late import regex
from linter.model import Related, Span, Status, Verdict
from linter.reading.fold import fold


class OneDocument(Spec, frozen=True):
    """The documents that everybody cites; others are known by their titles."""

    known: dict[str, str] = field(default_factory=dict)
    """Titles and numbers; a title may be given with or without who issued it."""


SPEC = OneDocument
_TITLE = regex(r"《(?P<title>[^《》\n]{8,80})》(?:的通知)? ?\(? ?$")
"""Before a number."""
_LONGEST = 90
_NUMBER = regex(
    r"(?P<issuer>[^〔\[【(]*)[〔\[【(](?P<year>\d{4})年?[〕\]】)]? ?第? ?0*(?P<number>\d+)"
)
_FRAME = regex(r"^.*关于印发(?=[〈<])|(?<=[〉>])的通知$|^财政部|[ 〈〉<>]")
"""What may stand around a title: 财政部关于印发〈项目支出绩效评价管理办法〉的通知."""
_YEAR = regex(r"(?:19|20)\d\d")
_FEWEST = 12
"""Letters of a title that another may begin before: 《关于……》 and 《某局关于……》."""


class _Named(Struct, frozen=True):
    """A document where its title and number are given."""

    title: str
    issuer: str
    year: str
    number: str
    literal: str
    span: Span | None = None


def check(rule_id: str, spec: OneDocument, case: Case) -> Iterator[Verdict]:
    """A verdict for each document that is known, or was named before."""
    first = [_known(title, number) for title, number in spec.known.items()]
    for here in _named(case):
        there = next((named for named in first if _is_one(named, here)), None)
        if there is None:
            first.append(here)
            continue
        same = (here.year, here.number) == (there.year, there.number)
        yield Verdict(
            Status.passed if same else Status.failed,
            here.literal,
            here.span,
            (Related(there.span, "document"),) if there.span else (),
            f"{there.literal} {'=' if same else '≠'} {here.literal}",
            values={"here": here.literal, "there": there.literal},
        )


def _known(title: str, literal: str) -> _Named:
    found = _NUMBER.match(literal)
    issuer, year, number = found.groups() if found else ("", "", "")
    return _Named(_bare(fold(title)), issuer, year, number, literal)


def _bare(title: str) -> str:
    return _FRAME.sub("", title)


def _named(case: Case) -> Iterator[_Named]:
    """The documents of which title and number are given, in order."""
    text = case.facts.text
    for reference in case.facts.references:
        if reference.kind != "doc-number":
            continue
        title = _TITLE.search(text, max(0, reference.start - _LONGEST), reference.start)
        number = _NUMBER.match(text, reference.start, reference.end)
        if title and number:
            span = Span(reference.start, reference.end)
            literal = case.text(span.start, span.end)
            issuer, year, count = number.groups()
            yield _Named(_bare(title["title"]), issuer, year, count, literal, span)


def _is_one(a: _Named, b: _Named) -> bool:
    """Whether two titles name one document.

    One without a year may be sent out every year, unless it is known; several bodies number what
    they send out jointly.
    """
    if a.span is None:
        return (a.title, a.issuer) == (b.title, b.issuer)
    shorter, longer = sorted((a.title, b.title), key=len)
    if shorter != longer and not (len(shorter) >= _FEWEST and longer.endswith(shorter)):
        return False
    if not (a.issuer.endswith(b.issuer) or b.issuer.endswith(a.issuer)):
        return False
    return a.year == b.year or _YEAR.search(shorter) is not None
