"""From a season to what its page holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

import linter
from linter.items import AnyPlace
from linter.output.page.contents import Changed, Contents, Found, Lists, Report, Row, Rule, Spot
from linter.output.page.passages import Parts, alone, inside, together
from linter.output.page.units import counted, ranking
from linter.output.places import told as placed
from linter.output.standing import Item, RuleCount, Standing, by_chapter, is_unread, project
from linter.output.words import ZH, broken
from linter.season import Decision, Entry, Excerpt, Listed, Season, Told, owner_of

_ACROSS = "corpus/"
"""How the rules begin that look across submissions."""
_READING = "input/"
_APART = "\N{IDEOGRAPHIC SPACE}"
"""Between a section's number, which ends in a mark, and a place."""


def of_season(season: Season, files: str = "") -> Contents:
    """All that the page of a season holds; ``files`` leads to what was checked."""
    return _Gatherer(season).contents(files)


class _Gatherer:
    """Looks reports up by file, rules by id, and what the earlier run said of each finding.

    Entries are read twice, one at a time, and none is kept: a season may be larger than memory.
    """

    def __init__(self, season: Season) -> None:
        self._season = season
        self._standing = Standing(season)
        self._units = self._standing.units()
        owners = {at: index for index, unit in enumerate(self._units) for at in unit.at}
        self._by_file: dict[str, int] = {}
        self._unread: list[Row] = []
        self._reasons: Counter[str] = Counter()
        self._reports = tuple(
            self._report(entry, at, owners[at]) for at, entry in enumerate(season.entries)
        )
        self._counts: dict[str, RuleCount] = {}
        self._rules: dict[str, int] = {}
        self._since = {
            (change.path, item.fingerprint): since
            for change in season.changes
            for since, items in (("left", change.left), ("new", change.new))
            for item in items
        }

    def contents(self, files: str) -> Contents:
        """All of it."""
        season, standing = self._season, self._standing
        items = chain.from_iterable(map(standing.items, season.entries))
        findings = tuple(map(self._found, chain(items, standing.ownerless())))
        units = counted(self._units, self._reports, findings)
        return Contents(
            version=linter.__version__,
            files=files,
            severities={severity.name: word for severity, word in ZH.severities.items()},
            rules=tuple(map(_rule, self._counts.values())),
            units=units,
            ranking=ranking(units),
            reports=self._reports,
            findings=findings,
            lists=Lists(
                unread=tuple(self._unread),
                missing=tuple(map(_listed, season.missing)),
                twice=self._rows(season.twice),
                unlisted=self._rows(season.unlisted),
                other_year=self._rows(season.other_year),
            ),
            reasons=tuple(self._reasons.most_common()),
            changes=tuple(self._changes()),
        )

    def _report(self, entry: Entry, at: int, unit: int) -> Report:
        """An entry as a report; its files, and why it was not read, are noted."""
        self._by_file |= dict.fromkeys((*entry.files, entry.path), at)
        if is_unread(entry):
            self._unread.append(Row(entry.key.unit, project(entry), entry.path, _why(entry)))
            self._reasons[_reason(entry)] += 1
        return Report(
            path=entry.path,
            unit=unit,
            title=project(entry),
            unread=is_unread(entry),
            score=_number(entry.figures.score),
            passed=len(entry.passed),
        )

    def _noted(self, item: Item) -> int:
        """The index of a finding's rule; what reviewers said of the finding is counted there."""
        finding = item.told.finding
        count = self._counts.setdefault(finding.rule, RuleCount(self._standing.rule(finding)))
        count.rejected += item.rejected
        count.accepted += item.decision is not None and item.decision.accepted is True
        return self._rules.setdefault(finding.rule, len(self._rules))

    def _found(self, item: Item) -> Found:
        told, finding = item.told, item.told.finding
        report = self._by_file[item.entry.path] if item.entry else None
        spots = tuple(self._spots(told, report))
        holders = (report, *(spot.report for spot in spots))
        return Found(
            rule=self._noted(item),
            severity=finding.severity,
            message=finding.message,
            spots=spots,
            units=tuple(dict.fromkeys(self._reports[h].unit for h in holders if h is not None)),
            report=report,
            calculation=broken(finding.calculation),
            suggestion=finding.suggestion,
            across=finding.rule.startswith(_ACROSS),
            rejected=item.rejected,
            review=_review(item.decision) if item.decision else "",
            since=self._since.get((item.path, finding.fingerprint), ""),
        )

    def _spots(self, told: Told, report: int | None) -> Iterator[Spot]:
        """The places of a finding; those that stand in its own paragraph are marked there."""
        finding = told.finding
        others = list(zip(finding.related, told.related, strict=False))
        near = [other for other in others if inside(told, *other)]
        parts = together(told, [item for item, _ in near])
        where = _where(finding.place, finding.section, told.excerpt)
        yield self._spot(parts, finding.path, where, report)
        for item, excerpt in others:
            if (item, excerpt) not in near:
                yield self._spot(alone(excerpt), item.path, _where(item.place, "", excerpt), report)

    def _spot(self, parts: Parts, path: str, where: str, report: int | None) -> Spot:
        """A place; its path is left out where the report itself says it."""
        holder = owner_of(path, self._by_file)
        own = report is not None and path == self._reports[report].path
        return Spot(
            parts=parts,
            where=where,
            path="" if own else path,
            report=None if holder == report else holder,
        )

    def _rows(self, paths: Iterable[str]) -> tuple[Row, ...]:
        """The reports of some paths."""
        return tuple(self._row(path) for path in paths)

    def _row(self, path: str) -> Row:
        if path not in self._by_file:
            return Row("", path=path)
        report = self._reports[self._by_file[path]]
        return Row(self._units[report.unit].label, report.title, report.path)

    def _changes(self) -> Iterator[Changed]:
        for change in self._season.changes:
            report = self._by_file.get(change.path)
            if report is not None:
                mended = tuple((item.name, item.message) for item in change.mended)
                yield Changed(report, len(change.left), len(change.new), mended)


def _where(place: AnyPlace, section: str, excerpt: Excerpt) -> str:
    return by_chapter(place, excerpt) or _APART.join(filter(None, (section, placed(place, ZH))))


def _rule(count: RuleCount) -> Rule:
    family, _, slug = count.rule.id.partition("/")
    why = ZH.unread.get(slug, "") if count.rule.id.startswith(_READING) else ""
    return Rule(
        id=count.rule.id,
        name=f"{count.rule.name}（{why}）" if why else count.rule.name,
        family=ZH.families.get(family, ""),
        severity=count.rule.severity,
        basis=count.rule.basis,
        rejected=count.rejected,
        often=count.often_rejected,
    )


def _review(decision: Decision) -> str:
    """A reviewer's decision in a line."""
    word = {True: "采纳", False: "不采纳", None: ""}[decision.accepted]
    mended = decision.mended and f"整改情况：{decision.mended}"
    return _APART.join(filter(None, (word, decision.reviewer, decision.day, mended)))


def _listed(row: Listed) -> Row:
    return Row(row.key.unit, row.key.project, row.path, ZH.list_row.format(row.row))


def _why(entry: Entry) -> str:
    return ZH.joiner.join(told.finding.message for told in entry.told)


def _reason(entry: Entry) -> str:
    """Why an entry could not be read, in a word."""
    slugs = [told.finding.rule.partition("/")[2] for told in entry.told]
    return next((ZH.unread[slug] for slug in slugs if slug in ZH.unread), ZH.unread[""])


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 0 <= number <= 1000 else None
