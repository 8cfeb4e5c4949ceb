"""Rules × submission → verdicts and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from linter.binding.case import Case
from linter.binding.report.identity import identity, may_be_one
from linter.judging import findings
from linter.judging.document import UNLIKE, Judged, Task, after, checked, is_of_the_rest, judge
from linter.judging.joined import join
from linter.judging.opening import open_case
from linter.model import (
    Document,
    Finding,
    Notice,
    Related,
    Report,
    RuleVerdict,
    Severity,
    Status,
    Submission,
    Verdict,
)
from linter.profile import Profile
from linter.reading.same import copies
from linter.rulebook.book import Rulebook, select

T = TypeVar("T", Finding, Verdict)

_CROSSING = ("consistency/", "score/totals")
"""Rules on what is told in several places, which may be several files."""
_MOST = Severity.error
_SCAN = Notice(
    "scanned",
    Severity.info,
    {
        "zh": "盖章扫描件未检查，以可编辑文件为准",
        "en": "a stamped scan was not checked; the file that can be edited was",
    },
)
_SCANNED = f"input/{_SCAN.slug}"


def lint(
    submission: Submission,
    rulebook: Rulebook,
    *,
    profile: Profile | None = None,
    lang: str = "zh",
    chosen: Sequence[str] = (),
    ignored: Sequence[str] = (),
    force: bool = False,
    seconds: dict[str, float] | None = None,
    cases: list[Case] | None = None,
) -> Report:
    """What the rules say of one submission.

    Without a ``profile`` it is recognised; ``chosen`` and ``ignored`` name rules by id, family or
    catalogue row; ``force`` applies structural rules to what does not look like a report.
    ``seconds`` counts the time that each rule takes, and under ``FACTS`` that before the rules;
    ``cases`` takes what the rules looked at, in the order of the report's documents.
    Of several documents each is judged by itself, then all that belong to one project together;
    outline, profile and year of the report are those of its main document: the first that looks
    like a report with chapters.
    """
    seconds = {} if seconds is None else seconds
    rules = select(rulebook.of_one_report, chosen, ignored)
    task = Task(rulebook, rules, profile, lang, force, bool(chosen), seconds)
    judged = [judge(document, task) for document in submission.documents]
    if cases is not None:
        cases += [part.case for part in sorted(judged, key=lambda part: part.rank)]
    if len(judged) > 1:
        return _together(submission, judged, task)
    (only,) = judged
    return _report(submission, only, only.findings, only.verdicts)


def _together(submission: Submission, judged: Sequence[Judged], task: Task) -> Report:
    """What was found in each of several documents, and between those of one project."""
    documents = submission.documents
    order = sorted(range(len(documents)), key=lambda index: judged[index].rank)
    judged = [judged[index] for index in order]
    documents = tuple(documents[index] for index in order)
    copied = copies(documents)
    found: list[Finding] = []
    verdicts: list[RuleVerdict] = []
    for index, part in enumerate(judged):
        told = {finding.fingerprint for finding in found} if index in copied else set()
        own = [f for f in part.findings if f.fingerprint not in told]
        if judged[0].report_like:
            own = [_beside(f, documents[index], task.lang) for f in own if f.rule != UNLIKE]
        found += [_placed(finding, index) for finding in own]
        verdicts += [RuleVerdict(v.rule, _placed(v.verdict, index)) for v in part.verdicts]
    between = list(_between(documents, judged, copied, task))
    verdicts += [verdict for verdict, _ in between]
    found += [finding for _, finding in between if finding]
    return _report(Submission(documents), judged[0], found, verdicts)


def _beside(finding: Finding, document: Document, lang: str) -> Finding:
    """A finding of a document beside a readable report: a stamped scan of it is no fault."""
    if finding.rule != _SCANNED or document.text:
        return finding
    return replace(finding, severity=_SCAN.severity, message=_SCAN.message[lang])


def _between(
    documents: Sequence[Document],
    judged: Sequence[Judged],
    copied: Mapping[int, int],
    task: Task,
) -> Iterator[tuple[RuleVerdict, Finding | None]]:
    """What passes and what fails between documents; never more than a warning."""
    told = [identity(part.case) for part in judged]
    members = [
        index
        for index, document in enumerate(documents)
        if document.text and index not in copied and may_be_one(told[0], told[index])
    ]
    if len(members) < 2:
        return
    joined = join(documents, members)
    case, _ = open_case(joined.document, task.book, judged[0].case.profile)
    said = [
        (place, own.verdict)
        for place, index in zip(joined.starts, members, strict=True)
        for own in judged[index].verdicts
    ]
    for rule in sorted(task.rules, key=is_of_the_rest):
        if not rule.id.startswith(_CROSSING) or rule.id in case.profile.off:
            continue
        rest = after(case, said) if is_of_the_rest(rule) else case
        for verdict in checked(rule, rest):
            apart = joined.apart(verdict)
            if apart is None:
                continue
            said.append((0, verdict))
            if verdict.status is not Status.failed:
                yield RuleVerdict(rule.id, apart), None
                continue
            milder = replace(verdict, severity=min(Severity.warning, verdict.severity or _MOST))
            finding = findings.of_verdict(rule, milder, case, task.lang)
            yield (
                RuleVerdict(rule.id, apart),
                replace(finding, span=apart.span, related=apart.related),
            )


def _placed(said: T, index: int) -> T:
    """A finding or verdict of one document, as one of that document among others."""
    if said.span is None:
        return said
    related = tuple(Related(replace(r.span, document=index), r.label) for r in said.related)
    return replace(said, span=replace(said.span, document=index), related=related)


def _report(
    submission: Submission,
    main: Judged,
    found: Iterable[Finding],
    verdicts: Iterable[RuleVerdict],
) -> Report:
    return Report(
        submission,
        main.case.outline,
        main.case.profile.id,
        main.reason,
        main.case.facts.year,
        len(main.case.facts.quantities),
        findings.numbered(found),
        tuple(verdicts),
        tuple(figure.start for figure in main.case.facts.quantities),
    )
