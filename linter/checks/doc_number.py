"""``doc-number``: document numbers written as the standard says: 财预〔2020〕10号."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.sought import Sought
from linter.language.needs import Spec
from linter.late import regex
from linter.model import Span, Status, Verdict


class DocNumber(Spec, frozen=True):
    """Nothing to choose."""


SPEC = DocNumber

_PARTS = regex(
    r"[〔\[【(](?P<year>\d{4})年?[〕\]】)]? ?第? ?[〔\[【(]?0*(?P<number>\d+)[〕\]】)]?(?: ?号)?$"
)

_SHORT = regex(r"(?<=[\u4e00-\u9fff])〔(?P<year>\d\d)〕 ?第? ?(?P<number>\d+) ?号")
"""A number whose year has lost its century: 财农〔22〕46号."""
_CENTURY = 60
"""Two digits from these on are of the last century."""
_FIRMS = regex(r"字[〔\[【(]\d{4}年?[〕\]】)] ?第")
"""The number of a firm's report (诚会审字(2023)第016号), which firms count in their own way."""
_ISSUES = ("期", "次", "辑", "卷")
"""Behind the number of an issue (县督〔2022〕第6期), which is no document's."""


def seeks(rule_id: str, spec: DocNumber, case: Case) -> Iterator[Sought]:
    """Document numbers."""
    found = (r for r in case.facts.references if r.kind == "doc-number")
    yield sought.places(case, "发文字号", ((r.start, r.end) for r in found))


def check(rule_id: str, spec: DocNumber, case: Case) -> Iterator[Verdict]:
    """A verdict for each document number; a failure mends it."""
    for reference in case.facts.references:
        if reference.kind != "doc-number":
            continue
        literal = case.text(reference.start, reference.end)
        folded = case.facts.text[reference.start : reference.end]
        parts = None if _FIRMS.search(folded) else _PARTS.search(folded)
        if parts is None or case.facts.text.startswith(_ISSUES, reference.end):
            continue
        mended = f"{literal[: parts.start()]}〔{parts['year']}〕{parts['number']}号"
        right = literal == mended
        yield Verdict(
            Status.passed if right else Status.failed,
            literal,
            Span(reference.start, reference.end),
            values={"quote": literal, "mended": mended},
            fix=None if right else mended,
        )
    for short in _SHORT.finditer(case.facts.text):
        literal, year = case.text(*short.span()), int(short["year"])
        mended = f"〔{year + (2000 if year < _CENTURY else 1900)}〕{short['number']}号"
        values = {"quote": literal, "mended": mended}
        span = Span(*short.span())
        yield Verdict(Status.failed, literal, span, values=values, fix=mended)
