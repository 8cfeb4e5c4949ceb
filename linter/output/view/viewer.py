"""The view of a report: who knows offsets, rules and findings puts its parts together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import UNSET
from msgspec.structs import replace

from linter.judging.opening import ASKED
from linter.judging.together import ALSO
from linter.model import (
    Finding,
    Related,
    Report,
    RuleVerdict,
    Severity,
    Span,
    Status,
    Verdict,
    WebPlace,
    WordPlace,
)
from linter.output import Options
from linter.output.passes import worth_telling
from linter.output.places import Places, path_of, titled
from linter.output.view.parts import Parts
from linter.output.view.structures import (
    Chapter,
    Counts,
    Fault,
    File,
    Framework,
    Relation,
    Spot,
    State,
    Unchecked,
    View,
)
from linter.output.view.texts import shown, units
from linter.output.words import WORDS, Words, broken, is_bound, settled
from linter.profile import Profile, recognise
from linter.rulebook.rule import Header

_STATES: dict[Severity, State] = {
    Severity.error: "wrong",
    Severity.warning: "check",
    Severity.info: "note",
}


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
        self._units = [units(document.text) for document in self._documents]
        book = options.book
        self._headers = {rule.id: rule.header for rule in book.rules} if book else {}
        self._profiles = book.profiles if book else {}
        self._findings: dict[tuple[str, Span], list[int]] = {}
        self._blamed: dict[Span, list[int]] = {}
        self._merged: dict[Span, int] = {}
        for index, finding in enumerate(report.findings):
            self._blamed.setdefault(finding.suspect or finding.span, []).append(index)
            for related in finding.related:
                if related.label == ALSO:
                    self._merged.setdefault(related.span, index)
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
        document, outline = self._documents[index], self._report.outline
        heads = {s.start: s for s in outline.sections if not s.inline} if index == 0 else {}
        title = (outline.title_start, outline.title_end) if index == 0 else (0, 0)
        return File(shown(document.path), tuple(Parts(document, heads, title)))

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
        suspect = _suspect(finding)
        places = self._spots(suspect, [Related(finding.span, ""), *finding.related])
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
            suspected=suspect != finding.span,
        )

    def _usual(self, rule: str, header: Header) -> Severity:
        """A rule's severity under the report's profile."""
        profile = self._profiles.get(self._report.profile)
        return profile.severities.get(rule, header.severity) if profile else header.severity

    def _first(self, finding: Finding) -> tuple[int, ...]:
        """The other findings that blame figures from which a finding is reckoned."""
        others = {at for r in finding.related for at in self._blamed.get(r.span, ())}
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
        index = self._nearest(found, verdict) if found else self._merged_in(verdict)
        return Relation(
            rule=said.rule,
            name=self._wrong(said.rule),
            state=_STATES[self._severity(said, index)],
            calculation=shown(broken(verdict.calculation)),
            places=places,
            finding=UNSET if index is None else index,
        )

    def _merged_in(self, verdict: Verdict) -> int | None:
        """The finding that tells of a verdict as one of those that its figure makes."""
        index = self._merged.get(verdict.span) if verdict.span else None
        return index if index is not None and self._blames(index, verdict) else None

    def _blames(self, index: int, verdict: Verdict) -> bool:
        finding = self._report.findings[index]
        return (finding.suspect or finding.span) in verdict.spans

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
        at = self._units[span.document]
        told = self._places
        where = told.told(span.document, span.start) if span == main else told.beside(span, main)
        return Spot(span.document, at(span.start), at(span.end), label, shown(where))


def _suspect(finding: Finding) -> Span:
    """The place of a finding that is more likely wrong than the others; else what it is about."""
    places = (finding.span, *(related.span for related in finding.related))
    at = {(span.start, span.end): span for span in reversed(places)}
    suspect = finding.suspect or finding.span
    return at.get((suspect.start, suspect.end), finding.span)
