"""From a season to what its page holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import linter
from linter.items import AnyPlace
from linter.model import TextPlace, WebPlace, WordPlace
from linter.output.page.contents import Changed, Contents, Found, Lists, Report, Row, Rule, Spot
from linter.output.page.passages import Parts, alone, inside, together
from linter.output.page.units import Units, key_of, ranking
from linter.output.places import named
from linter.output.words import ZH
from linter.season import Entry, Listed, Season, State, Told

_APART = "\N{IDEOGRAPHIC SPACE}"
"""Between a section's number, which ends in a mark, and a place."""


def of_season(season: Season) -> Contents:
    """All that the page of a season holds."""
    return _Gatherer(season).contents()


class _Gatherer:
    """Looks reports up by file, rules by id, and what reviewers and earlier runs said of each."""

    def __init__(self, season: Season) -> None:
        self._season = season
        keys = (*map(key_of, season.entries), *(row.key for row in season.missing))
        self._units = Units(key for key in keys if key.unit)
        self._reports = tuple(self._report(entry) for entry in season.entries)
        self._by_file = {
            file: index
            for index, entry in enumerate(season.entries)
            for file in (*entry.files, entry.path)
        }
        self._rules: dict[str, int] = {}
        self._rejected = {
            (self._by_file.get(decision.path), decision.fingerprint)
            for decision in season.decisions
            if decision.accepted is False
        }
        self._since = {
            (self._by_file.get(change.path), item.fingerprint): since
            for change in season.changes
            for since, items in (("left", change.left), ("new", change.new))
            for item in items
        }

    def contents(self) -> Contents:
        """All of it."""
        season = self._season
        findings = tuple(self._findings())
        units = self._units.counted(self._reports, season.missing, findings)
        unread = [entry for entry in season.entries if entry.state is State.unread]
        return Contents(
            version=linter.__version__,
            severities={severity.name: word for severity, word in ZH.severities.items()},
            rules=self._rule_rows(findings),
            units=units,
            ranking=ranking(units),
            reports=self._reports,
            findings=findings,
            lists=Lists(
                unread=tuple(_row(entry, _why(entry)) for entry in unread),
                missing=tuple(_listed(row) for row in season.missing),
                twice=self._rows(season.twice),
                unlisted=self._rows(season.unlisted),
                other_year=self._rows(season.other_year),
            ),
            reasons=tuple(Counter(map(_reason, unread)).most_common()),
            changes=tuple(self._changes()),
        )

    def _report(self, entry: Entry) -> Report:
        return Report(
            path=entry.path,
            unit=self._units.of(key_of(entry), entry.path),
            title=_title(entry),
            unread=entry.state is State.unread,
            score=_number(entry.figures.score),
            passed=len(entry.passed),
        )

    def _findings(self) -> Iterator[Found]:
        for index, entry in enumerate(self._season.entries):
            for told in entry.told:
                yield self._found(told, index)
        for told in self._season.across:
            yield self._found(told, self._by_file.get(told.finding.path), across=True)

    def _found(self, told: Told, report: int | None, *, across: bool = False) -> Found:
        finding = told.finding
        spots = tuple(self._spots(told, report))
        holders = (report, *(spot.report for spot in spots))
        return Found(
            rule=self._rules.setdefault(finding.rule, len(self._rules)),
            severity=finding.severity,
            message=finding.message,
            spots=spots,
            units=tuple(dict.fromkeys(self._reports[h].unit for h in holders if h is not None)),
            report=report,
            calculation=finding.calculation,
            suggestion=finding.suggestion,
            across=across,
            rejected=(report, finding.fingerprint) in self._rejected,
            since=self._since.get((report, finding.fingerprint), ""),
        )

    def _spots(self, told: Told, report: int | None) -> Iterator[Spot]:
        """The places of a finding; those that stand in its own paragraph are marked there."""
        finding = told.finding
        others = list(zip(finding.related, told.related, strict=False))
        near = [other for other in others if inside(told, *other)]
        parts = together(told, [item for item, _ in near])
        yield self._spot(parts, finding.path, finding.place, report, finding.section)
        for item, excerpt in others:
            if (item, excerpt) not in near:
                yield self._spot(alone(excerpt), item.path, item.place, report)

    def _spot(
        self, parts: Parts, path: str, place: AnyPlace, report: int | None, section: str = ""
    ) -> Spot:
        """A place; its path is left out where the report itself says it."""
        holder = self._by_file.get(path)
        own = report is not None and path == self._reports[report].path
        return Spot(
            parts=parts,
            where=_APART.join(filter(None, (section, _where(place)))),
            path="" if own else path,
            report=None if holder == report else holder,
        )

    def _rule_rows(self, findings: Iterable[Found]) -> tuple[Rule, ...]:
        """The rules that found something, with the names that the season or a finding gives."""
        names = {rule.id: rule for rule in self._season.rules}
        said = {
            told.finding.rule: told.finding
            for told in (*(t for e in self._season.entries for t in e.told), *self._season.across)
        }
        rejected = Counter(found.rule for found in findings if found.rejected)
        return tuple(
            Rule(
                id=id_,
                name=names[id_].name if id_ in names else said[id_].name,
                family=ZH.families.get(id_.partition("/")[0], ""),
                severity=names[id_].severity if id_ in names else said[id_].severity,
                basis=names[id_].basis if id_ in names else "",
                rejected=rejected[index],
            )
            for id_, index in self._rules.items()
        )

    def _rows(self, paths: Iterable[str]) -> tuple[Row, ...]:
        """The entries of some paths."""
        entries = self._season.entries
        return tuple(
            _row(entries[self._by_file[path]]) if path in self._by_file else Row("", path=path)
            for path in paths
        )

    def _changes(self) -> Iterator[Changed]:
        for change in self._season.changes:
            report = self._by_file.get(change.path)
            if report is not None:
                mended = tuple((item.name, item.message) for item in change.mended)
                yield Changed(report, len(change.left), len(change.new), mended)


def _row(entry: Entry, why: str = "") -> Row:
    return Row(key_of(entry).unit, _title(entry), entry.path, why)


def _listed(row: Listed) -> Row:
    return Row(row.key.unit, row.key.project, row.path, ZH.list_row.format(row.row))


def _title(entry: Entry) -> str:
    return key_of(entry).project or entry.title or entry.path.rpartition("/")[2]


def _why(entry: Entry) -> str:
    return ZH.joiner.join(told.finding.message for told in entry.told)


def _reason(entry: Entry) -> str:
    """Why an entry could not be read, in a word."""
    slugs = [told.finding.rule.partition("/")[2] for told in entry.told]
    return next((ZH.unread[slug] for slug in slugs if slug in ZH.unread), ZH.unread[""])


def _where(place: AnyPlace) -> str:
    """A place as a reader finds it, at the least its line or paragraph."""
    told = named(place, ZH)
    if isinstance(place, TextPlace):
        return ZH.line.format(place.line)
    if isinstance(place, WordPlace | WebPlace) and place.table is None:
        return ZH.step.join(filter(None, (told, ZH.paragraph.format(place.paragraph))))
    return told


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 0 <= number <= 1000 else None
