"""What people are told of a bound relation: the verdict with both places and the arithmetic."""

from __future__ import annotations

from collections.abc import Mapping

from linter.binding.case import Case
from linter.facts.quantity import Quantity
from linter.interval import Interval, exactly, truncated
from linter.language import calculation
from linter.language.expression import Equation
from linter.model import Related, Severity, Span, Status, Verdict


def told(
    case: Case,
    derived: str,
    figures: Mapping[str, Quantity],
    equations: tuple[Equation, ...],
    failing: Equation | None,
    doubt: bool = False,
) -> Verdict:
    """The verdict on figures by role; ``doubt`` makes a failure a warning."""
    texts = {name: case.text(f.start, f.end) for name, f in figures.items()}
    main = figures[derived]
    values = {name: f.value for name, f in figures.items()}
    equation = failing or next((e for e in equations if e.holds(values)), equations[0])
    solved = equation.expected(derived, values) if failing is not None else None
    exact = {name: exactly(f.printed) for name, f in figures.items()}
    shown = equation.expected(derived, exact) or solved
    expected = calculation.expected(main, texts[derived], shown) if shown else "?"
    printed = calculation.printed_in(texts)
    arithmetic = calculation.result(equation, derived, printed, expected)
    if failing is None:
        arithmetic += " ✓"
    related = tuple(
        Related(Span(f.start, f.end), name)
        for name, f in sorted(figures.items(), key=lambda i: i[1].start)
        if name != derived
    )
    cut = failing is not None and solved is not None and _is_truncated(main, solved)
    return Verdict(
        Status.passed if failing is None else Status.failed,
        subject=texts[derived],
        span=Span(main.start, main.end),
        related=related,
        calculation=arithmetic,
        severity=Severity.warning if failing is not None and (doubt or cut) else None,
        values={**texts, f"{derived}.expected": expected} if failing else {},
    )


def _is_truncated(figure: Quantity, solved: Interval) -> bool:
    """Whether the printed figure is the true one with digits cut off instead of rounded."""
    return figure.hedge is None and truncated(figure.printed, figure.step).meets(solved)
