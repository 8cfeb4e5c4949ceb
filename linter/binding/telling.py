"""What people are told of a bound relation: the verdict with both places and the arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from linter.binding.case import Case
from linter.binding.slips import needed_roles, slipped
from linter.facts.quantity import Quantity
from linter.interval import INFINITY, Interval, exactly, truncated
from linter.language import calculation
from linter.language.expression import Equation
from linter.model import Needed, Related, Severity, Span, Status, Verdict
from linter.regexes.late import regex

_RATE = regex(
    r"(满意度|[\u4e00-\u9fff]{2}(?:率|进度|比例))(?:约|仅|只)?(?:为|是|达到?|只有|:)?(?=[^\u4e00-\u9fff]?$)"
)
"""The name right before a rate: 资金到位率为96%."""
_LEAD = 16
_FAR = 2
"""So many times more or less than what it would have to be, a figure is far from it."""
_OPEN = ("above", "under", "below")
"""Hedges that leave a figure wide: that another keeps to it (近两成) bears neither out."""


def told(
    case: Case,
    derived: str,
    figures: Mapping[str, Quantity],
    equations: tuple[Equation, ...],
    failing: Equation | None,
    doubt: bool = False,
    name: str | None = None,
) -> Verdict:
    """The verdict on figures by role; ``doubt`` makes a failure a warning.

    ``name`` is what the derived figure is called; of a rate it is read before it.
    """
    texts = {name: case.text(f.start, f.end) for name, f in figures.items()}
    main = figures[derived]
    values = {name: f.value for name, f in figures.items()}
    holding = [e for e in equations if e.holds(values)] if failing is None else []
    equation = failing or (holding or equations)[0]
    borne = {role for e in holding for role in e.roles()} or {*figures}
    solved = equation.expected(derived, values) if failing is not None else None
    equal = equation.relation == "="
    shown = (reached(equation, derived, figures) or solved) if equal or failing else None
    expected = calculation.expected(main, texts[derived], shown) if shown else "?"
    printed = calculation.printed_in(texts)
    arithmetic = calculation.result(equation, derived, printed, expected)
    recomputed = equal and failing is None and main.hedge not in _OPEN and comes_out(main, shown)
    if failing is None:
        arithmetic += _agreeing(
            main, texts[derived], equal and arithmetic.endswith(expected), recomputed
        )
    needed = calculation.needed(main, texts[derived], shown) if shown and failing else "?"
    called = _called(case, main) if name is None and failing else name or ""
    related = tuple(
        Related(Span.of(f), name)
        for name, f in sorted(figures.items(), key=lambda i: i[1].start)
        if name != derived and name in borne
    )
    cut = failing is not None and solved is not None and _is_truncated(main, solved)
    doubt = doubt or (failing is not None and _is_far_off(case, figures, failing))
    return Verdict(
        Status.passed if failing is None else Status.failed,
        subject=texts[derived],
        span=Span.of(main),
        related=related,
        calculation=arithmetic,
        severity=Severity.warning if failing is not None and (doubt or cut) else None,
        values={**texts, f"{derived}.expected": needed, f"{derived}.name": called}
        if failing
        else {},
        needed=_needed(figures, equations, failing) if failing else (),
        recomputed=recomputed,
    )


def _is_far_off(case: Case, figures: Mapping[str, Quantity], failing: Equation) -> bool:
    """Whether each figure of a sentence is far from what its equal needs, and no slip explains it.

    Then they are more likely of different things than wrong.
    """
    if failing.relation != "=" or all(f.start in case.facts.gridded for f in figures.values()):
        return False
    if slipped(figures, (failing,), case.facts.text, 1, sure=True) is not None:
        return False
    wanted = list(needed_roles(figures, (failing,)))
    return bool(wanted) and all(_is_far(figures[role], value) for role, value in wanted)


def _is_far(figure: Quantity, needed: Interval) -> bool:
    """Whether a figure is more than so many times what it would have to be, or as much less."""
    return figure.printed > needed.high * _FAR or figure.printed * _FAR < needed.low


def _agreeing(main: Quantity, literal: str, reached: bool, recomputed: bool) -> str:
    """What stands behind a calculation that holds: how near what it reached is to the figure."""
    if recomputed or not reached:
        return " ✓"
    return f"，符合“{literal}” ✓" if main.hedge in _OPEN else f" ≈ {literal} ✓"


def _needed(
    figures: Mapping[str, Quantity], equations: tuple[Equation, ...], failing: Equation
) -> tuple[Needed, ...]:
    """What each figure would have to be; within which bound, where that is all that failed."""
    equal = failing.relation == "="
    wanted = needed_roles(figures, equations) if equal else _bounds(figures, failing)
    return tuple(Needed(Span.of(figures[role]), value.low, value.high) for role, value in wanted)


def _bounds(figures: Mapping[str, Quantity], failing: Equation) -> Iterator[tuple[str, Interval]]:
    """What keeps each of two figures to the order in which they are not, or one to a limit."""
    less, more = failing.left, failing.right
    if failing.relation not in ("<=", ">="):
        return
    if failing.relation == ">=":
        less, more = more, less
    if (less[0], more[0]) == ("role", "number"):
        yield less[1], Interval(-INFINITY, Decimal(more[1]))
    if (less[0], more[0]) == ("role", "role"):
        yield less[1], Interval(-INFINITY, figures[more[1]].value.high)
        yield more[1], Interval(figures[less[1]].value.low, INFINITY)


def told_differently(
    case: Case,
    figure: Quantity,
    twin: Quantity,
    severity: Severity | None = None,
    due: Interval | None = None,
) -> Verdict:
    """The failed verdict on a figure that another place tells differently.

    ``due`` is what it would have to be, where the other figure only tells it together with a third.
    """
    here, told = (case.text(f.start, f.end) for f in (figure, twin))
    there = told if due is None else calculation.needed(figure, here, due)
    reckoned = {
        "reckoned.zh": "" if due is None else f"（按{told}推算）",
        "reckoned.en": "" if due is None else f" (reckoned from {told})",
    }
    return Verdict(
        Status.failed,
        here,
        Span.of(figure),
        (Related(Span.of(twin), "twin"),),
        f"{here} ≠ {there}",
        severity=severity,
        values={"figure": here, "twin": there, **reckoned},
        needed=tuple(
            Needed(Span.of(one), other.value.low, other.value.high)
            for one, other in ((figure, twin), (twin, figure))
        )
        if due is None
        else (Needed(Span.of(figure), due.low, due.high),),
    )


def reached(equation: Equation, derived: str, figures: Mapping[str, Quantity]) -> Interval | None:
    """What the derived figure comes to by the other figures exactly as they are printed."""
    return equation.expected(derived, {name: exactly(f.printed) for name, f in figures.items()})


def is_cut_off(equation: Equation, derived: str, figures: Mapping[str, Quantity]) -> bool:
    """Whether the derived figure is what the others come to as printed, cut off to its digits."""
    figure, exact = figures[derived], reached(equation, derived, figures)
    return exact is not None and figure.printed < exact.low < figure.printed + figure.step


def comes_out(figure: Quantity, exact: Interval | None) -> bool:
    """Whether a figure is what the printed figures come to, rounded or cut off to its digits.

    Else it only may be right, as the others may stand for a little more or less than is printed.
    """
    if exact is None:
        return True
    unit = Interval(figure.printed - figure.step, figure.printed + figure.step)
    return figure.value.meets(exact) or unit.meets(exact)


def _called(case: Case, figure: Quantity) -> str:
    """The name of a rate in running text, or nothing."""
    if figure.dimension != "percent":
        return ""
    found = _RATE.search(case.facts.text, *case.facts.own_lead(figure, _LEAD))
    return found[1] if found else ""


def _is_truncated(figure: Quantity, solved: Interval) -> bool:
    """Whether the printed figure is the true one with digits cut off instead of rounded."""
    return figure.hedge is None and truncated(figure.printed, figure.step).meets(solved)
