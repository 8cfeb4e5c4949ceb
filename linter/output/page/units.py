"""Units: which report belongs to which, and which ones to visit first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from linter.output.page.contents import Found, Report, Unit
from linter.season import Entry, Key, Listed

UNKNOWN = "（单位未识别）"


class Units:
    """Indexes of units in the order in which they are asked for; a name may recur in regions.

    Where a name is known of one region only, a key that tells none means that one.
    """

    def __init__(self, keys: Iterable[Key]) -> None:
        self._index: dict[tuple[str, str], int] = {}
        self._regions: defaultdict[str, set[str]] = defaultdict(set)
        for key in keys:
            if key.region:
                self._regions[key.unit].add(key.region)

    def of(self, key: Key, path: str) -> int:
        """The index of the unit that a key names; where it names none, each file stands alone."""
        regions = self._regions.get(key.unit, set())
        region = next(iter(regions)) if not key.region and len(regions) == 1 else key.region
        name = key.unit or f"{UNKNOWN}{path.rpartition('/')[2]}"
        return self._index.setdefault((name, region), len(self._index))

    def counted(
        self, reports: Sequence[Report], missing: Iterable[Listed], findings: Iterable[Found]
    ) -> tuple[Unit, ...]:
        """The units with their figures.

        What a rule finds several times in one report counts once: one slip may draw a row of
        findings after it. What was not accepted, and what reading an unread file said, count not.
        """
        absent = Counter(self.of(row.key, row.path) for row in missing)
        filed = Counter(report.unit for report in reports)
        unread = Counter(report.unit for report in reports if report.unread)
        seen = {
            (unit, "across" if found.across else found.severity, found.report, found.rule)
            for found in findings
            if not found.rejected and (found.across or not _unread(found, reports))
            for unit in found.units
        }
        by = Counter((unit, what) for unit, what, _, _ in seen)
        return tuple(
            Unit(
                name=name,
                region=region,
                reports=filed[index],
                errors=by[index, "error"],
                warnings=by[index, "warning"],
                across=by[index, "across"],
                unread=unread[index],
                missing=absent[index],
            )
            for (name, region), index in self._index.items()
        )


def ranking(units: Sequence[Unit]) -> tuple[int, ...]:
    """The indexes of units, those first that are most to be visited; the page says how."""
    return tuple(sorted(range(len(units)), key=lambda index: _gravity(units[index])))


def key_of(entry: Entry) -> Key:
    """An entry's key, that of the list where the entry itself names no unit."""
    return entry.listed.key if entry.listed and not entry.key.unit else entry.key


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
