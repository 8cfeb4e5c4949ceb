"""Units with the figures by which they are ranked, and which ones to visit first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from linter.output.page.contents import Found, Report, Unit
from linter.output.standing import Unit as Filed


def counted(
    units: Sequence[Filed], reports: Sequence[Report], findings: Iterable[Found]
) -> tuple[Unit, ...]:
    """The units with their figures.

    What a rule finds several times in one report counts once: one slip may draw a row of findings
    after it. What was not accepted, and what reading an unread file said, count not.
    """
    seen = {
        (unit, "across" if found.across else found.severity, found.report, found.rule)
        for found in findings
        if not found.rejected and (found.across or not _unread(found, reports))
        for unit in found.units
    }
    by = Counter((unit, what) for unit, what, _, _ in seen)
    unread = Counter(report.unit for report in reports if report.unread)
    return tuple(
        Unit(
            name=unit.label,
            region=unit.region,
            reports=len(unit.at),
            errors=by[index, "error"],
            warnings=by[index, "warning"],
            across=by[index, "across"],
            unread=unread[index],
            missing=len(unit.missing),
        )
        for index, unit in enumerate(units)
    )


def ranking(units: Sequence[Unit]) -> tuple[int, ...]:
    """The indexes of units, those first that are most to be visited; the page says how."""
    return tuple(sorted(range(len(units)), key=lambda index: _gravity(units[index])))


def _unread(found: Found, reports: Sequence[Report]) -> bool:
    return found.report is not None and reports[found.report].unread


def _gravity(unit: Unit) -> tuple[object, ...]:
    return (
        -(unit.errors + unit.across),
        -unit.across,
        -unit.warnings,
        -(unit.unread + unit.missing),
        unit.region,
        unit.name,
    )
