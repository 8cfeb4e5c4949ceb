"""Documents that a report names, by title and number: 《……的通知》（财绩〔2024〕6号）."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.same_facts.spelled import slip
from linter.facts.year import YEARS
from linter.model import Span
from linter.reading.fold import fold
from linter.regexes.late import regex

_TITLE = regex(r"《(?P<title>[^《》\n]{8,80})》(?:的通知》?)? ?\(? ?$")
"""Before a number."""
_LONGEST = 90
_NUMBER = regex(
    r"(?P<issuer>[^〔\[【(]*)[〔\[【(](?P<year>\d{4})年?[〕\]】)]? ?第? ?0*(?P<number>\d{1,6})"
)
_FRAME = regex(r"^.*关于印发(?=[〈<])|(?<=[〉>])的通知$|^财政部|^中共中央 *国务院|[ 〈〉<>]")
"""What may stand around a title: 财政部关于印发〈项目支出绩效评价管理办法〉的通知."""
_OFTEN = regex("下达|拨付|调整|批复|通报|核定|分配|批次|修订|修改")
"""In the titles of what goes out several times a year."""
_DIGITS, _FEWEST = 2, 12
"""How many digits a number must have for a slip to tell anything, and how many letters a title in
which another one ends."""


class Named(Struct, frozen=True):
    """A document where its title and number are given."""

    title: str
    issuer: str
    year: str
    number: str
    literal: str
    span: Span | None = None

    @property
    def told(self) -> tuple[str, str, str]:
        """Its whole number."""
        return self.issuer, self.year, self.number

    @property
    def key(self) -> str:
        """What its title has in common with any other of it."""
        return self.title[-_FEWEST:]


def documents(case: Case) -> Iterator[Named]:
    """The documents of which title and number are given, in order."""
    text = case.facts.text
    for reference in case.facts.references:
        start, end = reference.start, reference.end
        if reference.kind == "doc-number":
            title = _TITLE.search(text, start - _LONGEST, start)
            if title and _NUMBER.match(text, start, end):
                yield read(title["title"], case.text(start, end), Span(start, end))


def read(title: str, literal: str, span: Span | None = None) -> Named:
    """A document by its title and number as they stand."""
    found = _NUMBER.match(fold(literal))
    issuer, year, number = found.groups() if found else ("", "", "")
    return Named(_FRAME.sub("", fold(title)), issuer, year, number, literal, span)


def is_one(a: Named, b: Named) -> bool:
    """Whether two titles name one document, and its numbers are no more than a slip apart.

    What is sent out without a year in its title, or batch by batch, has the same title again and
    again; and several bodies number what they send out jointly.
    """
    shorter, longer = sorted((a.title, b.title), key=len)
    if shorter != longer and (a.span is None or len(shorter) < _FEWEST):
        return False
    if not longer.endswith(shorter) or a.issuer != b.issuer or not _are_a_slip_apart(a, b):
        return False
    again = a.year != b.year and YEARS.search(shorter) is None
    return a.span is None or not (again or _OFTEN.search(longer))


def _are_a_slip_apart(a: Named, b: Named) -> bool:
    """Whether one of year and number is the same, and the other or none a slip of the hand away."""
    if a.number == b.number:
        return a.year == b.year or slip(a.year, b.year) is not None
    few = max(len(a.number), len(b.number)) < _DIGITS
    return a.year == b.year and not few and slip(a.number, b.number) is not None
