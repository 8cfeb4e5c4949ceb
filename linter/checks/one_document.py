"""``one-document``: a document has one number, wherever it is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct, field

from linter.binding.case import Case
from linter.binding.same_facts.spelled import slip
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
_DIGITS = 2
"""How many digits a number must have for a slip to tell anything."""
_OFTEN = regex("下达|拨付|调整|批复|通报|核定|分配|批次|修订|修改")
"""In the titles of what goes out several times a year."""
_MOST = 20
"""With how many documents of a title another is compared."""
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
    told: dict[str, list[_Named]] = defaultdict(list)
    for title, number in spec.known.items():
        known = _known(title, number)
        told[known.title[-_FEWEST:]].append(known)
    for here in _named(case):
        alike = told[here.title[-_FEWEST:]]
        there = next((named for named in alike[:_MOST] if _is_one(named, here)), None)
        if there is None:
            alike.append(here)
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
    """Whether two titles name one document, and its numbers are no more than a slip apart.

    What is sent out without a year in its title, or batch by batch, has the same title again and
    again; and several bodies number what they send out jointly.
    """
    if a.issuer != b.issuer or not _are_a_slip_apart(a, b):
        return False
    if a.span is None:
        return a.title == b.title
    shorter, longer = sorted((a.title, b.title), key=len)
    if shorter != longer and not (len(shorter) >= _FEWEST and longer.endswith(shorter)):
        return False
    return (a.year == b.year or _YEAR.search(shorter) is not None) and not _OFTEN.search(longer)


def _are_a_slip_apart(a: _Named, b: _Named) -> bool:
    """Whether one of year and number is the same, and the other or none a slip of the hand away."""
    if a.number == b.number:
        return a.year == b.year or slip(a.year, b.year) is not None
    few = max(len(a.number), len(b.number)) < _DIGITS
    return a.year == b.year and not few and slip(a.number, b.number) is not None
