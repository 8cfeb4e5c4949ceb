"""A whole and its parts, and the verdict on them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.slips import is_slip, needed_parts
from linter.facts.quantity import Quantity
from linter.interval import Interval, exactly
from linter.language import calculation
from linter.language.expression import Equation, evaluate
from linter.model import Needed, Related, Severity, Span, Status, Verdict

_SUM = Equation("whole = sum(parts)", "=", ["role", "whole"], ["total", "parts"])
_MOST_SHOWN = 12


class Total(Struct, frozen=True):
    """A whole with the parts that should make it up; ``whole`` may be a fixed number instead."""

    whole: Quantity | None
    parts: tuple[Quantity, ...]
    fixed: Decimal | None = None
    subject: str = ""
    severity: Severity | None = None
    loose: bool = False
    """Whether whole and parts may not belong together: then only what one slip explains is told."""
    named: bool = False
    """Whether words name the whole that the parts are of, whatever else comes to it."""


def verdict(case: Case, total: Total) -> Verdict:
    """Whether the parts make up the whole; with the arithmetic."""
    whole = total.whole.value if total.whole else exactly(total.fixed or 0)
    values: dict[str, Interval | tuple[Interval, ...]] = {
        "whole": whole,
        "parts": tuple(part.value for part in total.parts),
    }
    computed, holds = evaluate(_SUM.right, values), _SUM.holds(values)
    main, literal = total.whole or total.parts[-1], _literal(case, total)
    slip = holds or _is_slip(case, total, whole, computed)
    if total.loose and not slip:
        return Verdict(
            Status.not_evaluated, literal, Span.of(main), reason="相差较大，可能不是同一口径"
        )
    finest = _finest(main, total.parts)
    reached = calculation.like(finest, case.text(finest.start, finest.end), computed.middle)
    shown = _shown(case, total)
    return Verdict(
        Status.passed if holds else Status.failed,
        total.subject or literal,
        Span.of(main),
        tuple(Related(Span.of(p), "part") for p in total.parts if p is not main),
        _arithmetic(shown, reached, "✓" if holds else f"≠ {literal}"),
        severity=total.severity if slip or not main.printed else Severity.warning,
        values={"whole": literal, "whole.expected": reached, "parts": "、".join(shown)},
        needed=() if holds else tuple(_needed(total, whole, computed)),
        recomputed=holds,
    )


def _needed(total: Total, whole: Interval, computed: Interval) -> Iterator[Needed]:
    """What the whole would have to be, or one of its parts."""
    if total.whole is not None and computed.low.is_finite() and computed.high.is_finite():
        yield Needed(Span.of(total.whole), computed.low, computed.high)
    for part, value in needed_parts(whole, total.parts):
        yield Needed(Span.of(part), value.low, value.high)


def _literal(case: Case, total: Total) -> str:
    """The whole as printed; a fixed one like the parts."""
    main = total.whole or total.parts[-1]
    literal = case.text(main.start, main.end)
    if total.whole is None and total.fixed is not None:
        return calculation.like(main, literal, total.fixed)
    return literal


def _shown(case: Case, total: Total) -> list[str]:
    """The parts as added; of very many the first and the last."""
    printed = [_as_added(case, part) for part in total.parts]
    if len(printed) <= _MOST_SHOWN:
        return printed
    return [*printed[: _MOST_SHOWN - 1], "…", printed[-1]]


def _arithmetic(shown: list[str], reached: str, sign: str) -> str:
    added = " + ".join(shown).replace("+ −", "− ")
    return f"{added} = {reached} {sign}" if len(shown) > 1 else f"{added} {sign}"


def _is_slip(case: Case, total: Total, whole: Interval, computed: Interval) -> bool:
    """Whether one slip in the whole or in one part keeps the sum from holding."""
    text = case.facts.text
    if total.whole and is_slip(total.whole, text[total.whole.start : total.whole.end], computed):
        return True
    return any(
        is_slip(part, text[part.start : part.end], needed)
        for part, needed in needed_parts(whole, total.parts)
    )


def _as_added(case: Case, part: Quantity) -> str:
    """A part as printed, with a sign where it is taken off."""
    return ("−" if part.printed < 0 else "") + case.text(part.start, part.end)


def _finest(main: Quantity, parts: tuple[Quantity, ...]) -> Quantity:
    """The figure with the finest last digit among those written in the whole's unit."""
    same = [p for p in parts if p.factor == main.factor]
    return min((main, *same), key=lambda f: f.step)
