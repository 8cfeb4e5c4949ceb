"""One finding for what occurs many times in a report: a habit of its author is told once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linter.binding.case import Case
from linter.model import Related, Span, Status, Verdict

_SHOWN = 5
"""How many other places are pointed at; how many there are is said."""

_AROUND = 4
"""How many characters on either side show where a single mark stands."""


def gathered(
    case: Case,
    places: Sequence[Span],
    values: Mapping[str, str],
    fix: str | None = None,
    beside: tuple[Related, ...] = (),
) -> Verdict:
    """A failure at the first of some places; ``{times.zh}`` says how many, where it is not alone.

    ``beside`` is where what they are compared with stands.
    """
    first, *others = places
    quote = case.text(first.start, first.end)
    return Verdict(
        Status.failed,
        quote,
        first,
        (*beside, *(Related(place, "again") for place in others[:_SHOWN])),
        values={
            "quote": quote,
            "around": _around(case, first),
            "count": str(len(places)),
            "times.zh": f"（全文{len(places)}处）" if others else "",
            "times.en": f" ({len(places)} in all)" if others else "",
            **values,
        },
        fix=fix,
    )


def _around(case: Case, place: Span) -> str:
    """A place with the characters beside it in its paragraph."""
    block = case.document.block_at(place.start)
    low, high = (block.start, block.end) if block else (place.start, place.end)
    return case.text(max(low, place.start - _AROUND), min(high, place.end + _AROUND))
