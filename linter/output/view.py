"""What a reader sees of one report: its text with tables, its chapters, findings and relations.

Offsets are UTF-16 code units of a document's text, as scripts count them; ends are exclusive. Texts
keep their length: what would move, hide or turn other text is U+FFFD.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import starmap
from typing import Literal

from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from linter.late import regex
from linter.model import (
    Block,
    Cell,
    Document,
    Finding,
    Related,
    Report,
    RuleVerdict,
    Section,
    Severity,
    Span,
    Status,
    Table,
    Verdict,
    WebPlace,
    WordPlace,
)
from linter.opening import ASKED
from linter.output import Lang, Options
from linter.output.passes import worth_telling
from linter.output.places import Places, path_of, titled
from linter.output.words import WORDS, Words, broken, is_bound, settled
from linter.profile import Profile, recognise
from linter.rulebook.rule import Header

_HOSTILE = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_ASTRAL = regex("[\U00010000-\U0010ffff]")
State = Literal["wrong", "check", "note", "right", "held"]
"""``right``: a figure that was computed anew; ``held``: what passed of bounds, order or form."""
_STATES: dict[Severity, State] = {
    Severity.error: "wrong",
    Severity.warning: "check",
    Severity.info: "note",
}


class _Item(Struct, frozen=True, omit_defaults=True):
    """Left out is what is at its default."""


class Piece(_Item, frozen=True):
    """A cell: its text and where it begins."""

    start: int
    text: str
    column: int


class Part(_Item, frozen=True):
    """A paragraph, a heading with its level from 1, or a table with its rows."""

    kind: Literal["paragraph", "heading", "table"]
    start: int
    text: str = ""
    level: int = 0
    rows: tuple[tuple[Piece, ...], ...] = ()


class File(_Item, frozen=True):
    """One document of the submission."""

    path: str
    blocks: tuple[Part, ...]


class Chapter(_Item, frozen=True):
    """A heading that leads to its place; ``depth`` counts from 0."""

    title: str
    depth: int
    document: int
    start: int


class Spot(_Item, frozen=True):
    """A stretch of a document that takes part, with the name of its part and where it stands."""

    document: int
    start: int
    end: int
    label: str
    where: str


class Fault(_Item, frozen=True):
    """A finding; the first of its places is the one it is about."""

    rule: str
    name: str
    basis: str
    severity: str
    message: str
    suggestion: str
    calculation: str
    section: str
    where: str
    quote: str
    fingerprint: str
    places: tuple[Spot, ...]
    milder: bool = False
    """Whether it is told as less than its rule's severity: there may be another reason."""
    first: tuple[int, ...] = ()
    """The other findings that dispute a figure from which this one is reckoned."""
    suspect: int = 0
    """Which of the places is more likely to be wrong than the first."""


class Relation(_Item, frozen=True):
    """Something that was calculated or compared, with all that took part in it."""

    rule: str
    name: str
    state: State
    calculation: str
    places: tuple[Spot, ...]
    finding: int | UnsetType = UNSET
    """The index of the finding that tells of it, where it does not hold."""


class Unchecked(_Item, frozen=True):
    """What could not be checked, and why."""

    rule: str
    name: str
    subject: str
    reason: str
    place: Spot | UnsetType = UNSET


class Counts(Struct, frozen=True):
    """How many there are of what.

    ``passed`` counts what was found right, ``held`` what passed otherwise; ``figures`` those that
    were read in the text, ``unlooked`` those of them that no check has touched.
    """

    error: int
    warning: int
    info: int
    passed: int
    held: int
    unchecked: int
    figures: int
    unlooked: int


class Framework(Struct, frozen=True):
    """The profile, and why it was taken."""

    id: str
    name: str
    reason: str
    likely: str = ""
    """Of one that was asked for: the one that the headings tell, where it is another."""
    missing: int = 0
    """How many of the chapters that it asks for are not there, where another one is likelier."""


class View(Struct, frozen=True):
    """One report as it is shown."""

    path: str
    title: str
    year: int | None
    profile: Framework
    lang: Lang
    counts: Counts
    documents: tuple[File, ...]
    chapters: tuple[Chapter, ...]
    findings: tuple[Fault, ...]
    relations: tuple[Relation, ...]
    unchecked: tuple[Unchecked, ...]


def of_report(report: Report, options: Options) -> View:
    """The view of a report; ``options.book`` knows the names of rules and profiles."""
    return _Viewer(report, options).view()


class _Viewer:
    """Looks up offsets by document, rules by id, and findings by what they are about."""

    def __init__(self, report: Report, options: Options) -> None:
        self._report = report
        self._lang = options.lang
        self._words: Words = WORDS[options.lang]
        self._documents = report.submission.documents
        self._places = Places(self._documents, report.outline, self._words)
        self._units = [_units(document.text) for document in self._documents]
        book = options.book
        self._headers = {rule.id: rule.header for rule in book.rules} if book else {}
        self._profiles = book.profiles if book else {}
        self._findings: dict[tuple[str, Span], list[int]] = {}
        self._disputed: dict[Span, list[int]] = {}
        for index, finding in enumerate(report.findings):
            self._disputed.setdefault(finding.span, []).append(index)
            for span in (finding.span, *(related.span for related in finding.related)):
                self._findings.setdefault((finding.rule, span), []).append(index)

    def view(self) -> View:
        """All of it."""
        report = self._report
        by_status: dict[Status, list[RuleVerdict]] = {status: [] for status in Status}
        for verdict in report.verdicts:
            by_status[verdict.verdict.status].append(verdict)
        counts = Counter(finding.severity.name for finding in report.findings)
        passed = worth_telling(by_status[Status.passed])
        right = sum(said.verdict.recomputed for said in passed)
        failed = [said for said in by_status[Status.failed] if not self._is_told_of(said)]
        evaluated = [*failed, *passed]
        unchecked = self._open(by_status[Status.not_evaluated])
        profile = self._profiles.get(report.profile)
        return View(
            path=shown(path_of(report)),
            title=shown(report.outline.title),
            year=report.year,
            profile=self._framework(profile),
            lang=self._lang,
            counts=Counts(
                error=counts["error"],
                warning=counts["warning"],
                info=counts["info"],
                passed=right,
                held=len(passed) - right,
                unchecked=len(unchecked),
                figures=report.figures,
                unlooked=self._unlooked(evaluated),
            ),
            documents=tuple(map(self._file, range(len(self._documents)))),
            chapters=tuple(self._chapters()),
            findings=tuple(map(self._fault, report.findings)),
            relations=tuple(map(self._relation, evaluated)),
            unchecked=tuple(map(self._unchecked, unchecked)),
        )

    def _is_told_of(self, said: RuleVerdict) -> bool:
        """Whether a broken bound has no finding as another finding tells more of its figures."""
        verdict = said.verdict
        if (said.rule, verdict.span) in self._findings or not is_bound(verdict.calculation):
            return False
        return any(verdict.spans < finding.spans for finding in self._report.findings)

    def _unlooked(self, evaluated: Iterable[RuleVerdict]) -> int:
        """How many of the figures that were read no check has touched."""
        spans = {span for said in evaluated for span in said.verdict.spans}
        spans |= {span for finding in self._report.findings for span in finding.spans}
        touched = {span.start for span in spans if span.document == 0}
        return sum(start not in touched for start in self._report.figure_starts)

    def _open(self, unchecked: Iterable[RuleVerdict]) -> list[RuleVerdict]:
        """What could not be checked by one rule and was not by another either, each place once."""
        passed = (v.verdict for v in self._report.verdicts if v.verdict.status is Status.passed)
        told = {span for verdict in passed if verdict.recomputed for span in verdict.spans}
        told |= {span for finding in self._report.findings for span in finding.spans}
        found = []
        for said in unchecked:
            span = said.verdict.span
            if span is None or span not in told:
                found.append(said)
            if span is not None:
                told.add(span)
        return found

    def _framework(self, profile: Profile | None) -> Framework:
        report = self._report
        made = Framework(
            report.profile, profile.name if profile else "", shown(report.profile_reason)
        )
        if profile is None or report.profile_reason != ASKED:
            return made
        likely, _ = recognise(report.outline, self._profiles)
        if likely.id == profile.id:
            return made
        there = {key for s in report.outline.sections for key in profile.chapter_of(s)}
        asked = {key for key, chapter in profile.chapters.items() if chapter.required}
        return replace(made, likely=likely.name, missing=len(asked - there))

    def _file(self, index: int) -> File:
        document = self._documents[index]
        sections = self._report.outline.sections if index == 0 else ()
        heads = {section.start: section for section in sections if not section.inline}
        return File(shown(document.path), tuple(self._parts(document, index, heads)))

    def _parts(self, document: Document, index: int, heads: dict[int, Section]) -> Iterator[Part]:
        """The blocks in reading order, each table as one; every block is in one of them.

        Cells of no table that stand beside each other are shown as its rows all the same.
        """
        units = self._units[index]
        tables = {
            cell.start: at for at, t in enumerate(document.tables) for r in t.rows for cell in r
        }
        written: set[int] = set()
        loose: list[Block] = []
        for block in document.blocks:
            at = tables.get(block.start) if block.kind == "cell" else None
            if at is None and block.kind == "cell":
                loose.append(block)
                continue
            yield from self._loose(document, loose, units, heads)
            loose = []
            if at is None:
                yield self._block(document, block, units(block.start), heads.get(block.start))
            elif at not in written:
                written.add(at)
                yield self._table(document, document.tables[at], units)
        yield from self._loose(document, loose, units, heads)

    def _loose(
        self,
        document: Document,
        cells: list[Block],
        units: Callable[[int], int],
        heads: dict[int, Section],
    ) -> Iterator[Part]:
        """Cells of no table: rows where any has several, else paragraphs."""
        rows: list[list[Block]] = []
        for cell in cells:
            beside = rows and "\n" not in document.text[rows[-1][-1].end : cell.start]
            if beside:
                rows[-1].append(cell)
            else:
                rows.append([cell])
        if all(len(row) == 1 for row in rows):
            for cell in cells:
                yield self._block(document, cell, units(cell.start), heads.get(cell.start))
            return

        def piece(column: int, cell: Block) -> Piece:
            return Piece(units(cell.start), shown(document.text[cell.start : cell.end]), column)

        made = tuple(tuple(starmap(piece, enumerate(row))) for row in rows)
        yield Part("table", units(cells[0].start), rows=made)

    def _block(self, document: Document, block: Block, start: int, head: Section | None) -> Part:
        text = shown(document.text[block.start : block.end])
        level = head.depth + 2 if head else block.level or 0
        if not level and self._is_title(document, block):
            level = 1
        return Part("heading" if level else "paragraph", start, text, level)

    def _is_title(self, document: Document, block: Block) -> bool:
        outline = self._report.outline
        return (
            document is self._documents[0]
            and outline.title_start < outline.title_end
            and block.start <= outline.title_start < block.end
        )

    def _table(self, document: Document, table: Table, units: Callable[[int], int]) -> Part:
        def piece(cell: Cell) -> Piece:
            text = shown(document.text[cell.start : cell.end])
            return Piece(units(cell.start), text, cell.column)

        rows = tuple(tuple(map(piece, row)) for row in table.rows)
        return Part("table", units(table.start), rows=rows)

    def _chapters(self) -> Iterator[Chapter]:
        """The headings of the main document, and the other documents by their names."""
        for section in self._report.outline.sections:
            if not section.inline:
                start = self._units[0](section.start)
                yield Chapter(shown(titled(section)), section.depth, 0, start)
        for index, document in enumerate(self._documents[1:], 1):
            yield Chapter(shown(document.path), 0, index, 0)

    def _fault(self, finding: Finding) -> Fault:
        header = self._headers.get(finding.rule)
        places = self._spots(finding.span, finding.related)
        calculation = broken(finding.calculation)
        message = finding.message
        if finding.calculation:
            message = message.replace(finding.calculation, calculation)
        return Fault(
            rule=finding.rule,
            name=finding.name,
            basis=settled(header.basis) if header else "",
            severity=finding.severity.name,
            message=shown(message),
            suggestion=shown(finding.suggestion),
            calculation=shown(calculation),
            section=shown(self._section(finding)),
            where=places[0].where,
            quote=shown(finding.quote),
            fingerprint=finding.fingerprint,
            places=places,
            milder=header is not None and finding.severity < self._usual(finding.rule, header),
            first=self._first(finding),
            suspect=_suspect(finding),
        )

    def _usual(self, rule: str, header: Header) -> Severity:
        """A rule's severity under the report's profile."""
        profile = self._profiles.get(self._report.profile)
        return profile.severities.get(rule, header.severity) if profile else header.severity

    def _first(self, finding: Finding) -> tuple[int, ...]:
        """The other findings about figures that a finding is reckoned from."""
        others = {at for r in finding.related for at in self._disputed.get(r.span, ())}
        told = ((at, self._report.findings[at]) for at in sorted(others))
        return tuple(at for at, other in told if finding.span not in other.spans)

    def _section(self, finding: Finding) -> str:
        """The chapter of a finding, where its place does not tell it."""
        document = self._documents[finding.span.document]
        place = document.place(finding.span.start)
        return "" if isinstance(place, WordPlace | WebPlace) else finding.section

    def _relation(self, said: RuleVerdict) -> Relation:
        verdict = said.verdict
        places = self._spots(verdict.span, verdict.related) if verdict.span else ()
        if verdict.status is Status.passed:
            # what passes in all the text has no arithmetic, and its subject is the file
            calculation = verdict.calculation.rstrip(" ✓√") or (verdict.subject if places else "")
            state: State = "right" if verdict.recomputed else "held"
            return Relation(said.rule, self._name(said.rule), state, shown(calculation), places)
        found = self._findings.get((said.rule, verdict.span)) if verdict.span else None
        index = self._nearest(found, verdict) if found else None
        return Relation(
            rule=said.rule,
            name=self._wrong(said.rule),
            state=_STATES[self._severity(said, index)],
            calculation=shown(broken(verdict.calculation)),
            places=places,
            finding=UNSET if index is None else index,
        )

    def _nearest(self, found: list[int], verdict: Verdict) -> int:
        """Of the findings that have a verdict's place, the one that is about it."""
        same = (i for i in found if self._report.findings[i].calculation == verdict.calculation)
        own = (i for i in found if self._report.findings[i].span == verdict.span)
        return next(same, next(own, found[0]))

    def _severity(self, said: RuleVerdict, index: int | None) -> Severity:
        if index is not None:
            return self._report.findings[index].severity
        header = self._headers.get(said.rule)
        return said.verdict.severity or (header.severity if header else Severity.warning)

    def _unchecked(self, said: RuleVerdict) -> Unchecked:
        verdict = said.verdict
        return Unchecked(
            rule=said.rule,
            name=self._name(said.rule),
            subject=shown(verdict.subject),
            reason=shown(verdict.reason),
            place=self._spot(verdict.span, "", verdict.span) if verdict.span else UNSET,
        )

    def _name(self, rule: str) -> str:
        """What a rule looks at: no fault where none was found."""
        header = self._headers.get(rule)
        return header.looked_at(self._lang) if header else rule

    def _wrong(self, rule: str) -> str:
        """What a rule finds wrong."""
        header = self._headers.get(rule)
        return header.named(self._lang) if header else rule

    def _spots(self, span: Span, related: Iterable[Related]) -> tuple[Spot, ...]:
        """The place that is told of and the others, none twice."""
        labels: dict[Span, str] = {span: ""}
        for other in related:
            labels.setdefault(other.span, other.label)
        return tuple(self._spot(place, label, span) for place, label in labels.items())

    def _spot(self, span: Span, label: str, main: Span) -> Spot:
        units = self._units[span.document]
        told = self._places
        where = told.told(span.document, span.start) if span == main else told.beside(span, main)
        return Spot(span.document, units(span.start), units(span.end), label, shown(where))


def _suspect(finding: Finding) -> int:
    """Which of a finding's places its suspect is, as ``_spots`` counts them."""
    spans = dict.fromkeys((finding.span, *(related.span for related in finding.related)))
    at = {(span.start, span.end): place for place, span in enumerate(spans)}
    suspect = finding.suspect
    return at.get((suspect.start, suspect.end), 0) if suspect else 0


def shown(text: str) -> str:
    """The text, of the same length, without what moves, hides or turns other text."""
    return _HOSTILE.sub(_REPLACEMENT, text)


def _units(text: str) -> Callable[[int], int]:
    """What gives an offset in UTF-16 code units for one in characters."""
    wide = [match.start() for match in _ASTRAL.finditer(text)] if not text.isascii() else []
    return (lambda offset: offset + bisect_left(wide, offset)) if wide else (lambda offset: offset)
