"""Rules × submission → verdicts and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from time import perf_counter
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from linter import checks, findings
from linter.binding.case import Case
from linter.binding.report.identity import identity, may_be_one
from linter.joined import join
from linter.model import (
    Document,
    Finding,
    Notice,
    Related,
    Report,
    RuleVerdict,
    Severity,
    Span,
    Status,
    Submission,
    Verdict,
)
from linter.opening import looks_like_report, open_case, without_chapters
from linter.profile import Profile
from linter.reading.same import copies
from linter.rulebook.book import Rulebook, select
from linter.rulebook.rule import Rule
from linter.suspects import Suspects
from linter.together import (
    Led,
    Off,
    amount_off,
    compared_once,
    of_one_suspect,
    together,
    uncovered,
    without_incomplete,
)

T = TypeVar("T", Finding, Verdict)

FACTS = "facts"
LAYOUT = "layout/"
_CROSSING = ("consistency/", "score/totals")
"""Rules on what is told in several places, which may be several files."""
_CALCULATED = frozenset(("table", "sum"))
"""Kinds of rules whose findings in tables one wrong figure makes together."""
_COMPARED = "agree"
"""The kind of rules of which several may find one figure told differently elsewhere."""
_OF_THE_REST = "misfit"
"""The kind of rules that look, after all others, only at figures which none has settled."""
_MOST = Severity.error
_NOT_A_REPORT = Notice(
    "not-a-report",
    Severity.info,
    {
        "zh": "标题和提纲不像绩效自评报告，未检查章节结构（--force 可强制检查）",
        "en": "title and outline do not look like a performance report; "
        "chapters were not checked (--force does)",
    },
)
_UNLIKE = f"input/{_NOT_A_REPORT.slug}"
_SCAN = Notice(
    "scanned",
    Severity.info,
    {
        "zh": "盖章扫描件未检查，以可编辑文件为准",
        "en": "a stamped scan was not checked; the file that can be edited was",
    },
)
_SCANNED = f"input/{_SCAN.slug}"
_TOO_LARGE = Verdict(Status.not_evaluated, "", reason="有数字超出可以计算的范围")
_NO_SUBJECT = Verdict(Status.not_applicable, "", reason="没有这条规则要核对的内容")


class _Task(Struct, frozen=True):
    """What is asked of each document of a submission."""

    book: Rulebook
    rules: tuple[Rule, ...]
    profile: Profile | None
    lang: str
    force: bool
    asked: bool
    """Whether rules were chosen by their names."""
    seconds: dict[str, float]


class _Judged(Struct, frozen=True):
    """What was found in one document; spans and findings do not yet name it."""

    case: Case
    reason: str
    report_like: bool
    findings: tuple[Finding, ...]
    verdicts: tuple[RuleVerdict, ...]

    @property
    def rank(self) -> int:
        """The less, the more the document is the submission's main one."""
        return (not self.report_like) * 2 + (not self.case.outline.sections)


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
    rules = tuple(r for r in select(rulebook.rules, chosen, ignored) if not r.across)
    task = _Task(rulebook, rules, profile, lang, force, bool(chosen), seconds)
    judged = [_judge(document, task) for document in submission.documents]
    if cases is not None:
        cases += [part.case for part in sorted(judged, key=lambda part: part.rank)]
    if len(judged) > 1:
        return _together(submission, judged, task)
    (only,) = judged
    return _report(submission, only, only.findings, only.verdicts)


def _judge(document: Document, task: _Task) -> _Judged:
    """What the rules say of one document."""
    start = perf_counter()
    case, reason = open_case(document, task.book, task.profile)
    task.seconds[FACTS] = task.seconds.get(FACTS, 0.0) + perf_counter() - start
    notices = list(document.notices)
    report_like = task.force or looks_like_report(case.outline, document)
    if not report_like and document.text.strip():
        notices.append(_NOT_A_REPORT)
    unlike = "" if task.force else without_chapters(case)
    found = [findings.of_notice(notice, document, task.lang) for notice in notices]
    verdicts: list[RuleVerdict] = []
    failed: list[tuple[Rule, Verdict]] = []
    for rule in sorted(task.rules, key=_is_of_the_rest):
        if is_off(rule, case.profile, asked=task.asked):
            continue
        if unlike and is_of_chapters(rule, report_like=report_like):
            verdict = Verdict(Status.not_applicable, document.path, reason=unlike)
            verdicts.append(RuleVerdict(rule.id, verdict))
            continue
        start = perf_counter()
        last = _is_of_the_rest(rule)
        rest = _after(case, ((0, v.verdict) for v in verdicts)) if last else case
        said = checked(rule, rest)
        task.seconds[rule.id] = task.seconds.get(rule.id, 0.0) + perf_counter() - start
        verdicts += [RuleVerdict(rule.id, verdict) for verdict in said]
        failed += [(rule, verdict) for verdict in said if verdict.status is Status.failed]
    every = [said.verdict for said in verdicts]
    told = without_incomplete(failed, every, case.facts)
    found += _found(told, Suspects(case.facts, every), case, task.lang)
    order = {rule.id: number for number, rule in enumerate(task.rules)}
    verdicts.sort(key=lambda said: order[said.rule])
    return _Judged(case, reason, report_like, tuple(found), tuple(verdicts))


def _found(
    failed: Sequence[tuple[Rule, Verdict]], suspects: Suspects, case: Case, lang: str
) -> Iterator[Finding]:
    """What failed as people read it: what one figure makes wrong in tables as one finding.

    So is one calculation that several rules have made, the gravest.
    """
    of_tables: list[Off] = []
    compared: list[Finding] = []
    calculated: dict[tuple[Span, frozenset[Span]], Finding] = {}
    every: list[Led] = []
    for rule, verdict in uncovered(failed):
        lead = suspects.lead(verdict)
        finding = findings.of_verdict(rule, verdict, case, lang, lead)
        every.append(Led(finding, rule.kind, verdict, lead))
    for led in of_one_suspect(every, lang):
        finding, verdict = led.finding, led.verdict
        if led.kind in _CALCULATED and case.facts.in_grid(finding.span.start):
            of_tables.append(Off(finding, amount_off(verdict), verdict.spans))
        elif led.kind == _COMPARED:
            compared.append(finding)
        elif verdict.needed:
            same = calculated.setdefault((finding.span, verdict.spans), finding)
            if finding.severity > same.severity:
                calculated[finding.span, verdict.spans] = finding
        else:
            yield finding
    yield from calculated.values()
    yield from together(of_tables, lang)
    yield from compared_once(compared, lang)


def _is_of_the_rest(rule: Rule) -> bool:
    """Whether a rule is asked after all others, of what they leave."""
    return rule.kind == _OF_THE_REST


def _after(case: Case, said: Iterable[tuple[int, Verdict]]) -> Case:
    """A case that knows what verdicts, each with where its document begins, settle and doubt."""
    settled, doubted = set[int](), set[int]()
    for place, verdict in said:
        if not verdict.recomputed and verdict.status is not Status.failed:
            continue
        spans = [other.span for other in verdict.related] + ([verdict.span] if verdict.span else [])
        starts = {place + span.start for span in spans}
        if verdict.status is Status.failed:
            doubted |= starts
        settled |= starts
    return replace(case, settled=frozenset(settled), doubted=frozenset(doubted))


def is_off(rule: Rule, profile: Profile, *, asked: bool) -> bool:
    """Whether a profile has a rule off; one of layout is, until the profile or the user asks."""
    if rule.id.startswith(LAYOUT) and profile.layout is None and not asked:
        return True
    return rule.id in profile.off


def is_of_chapters(rule: Rule, *, report_like: bool) -> bool:
    """Whether a rule asks for a report's chapters; words left over are so in its forms too."""
    return rule.id.startswith("structure/") and not (report_like and rule.kind == "text")


def _together(submission: Submission, judged: Sequence[_Judged], task: _Task) -> Report:
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
            own = [_beside(f, documents[index], task.lang) for f in own if f.rule != _UNLIKE]
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
    judged: Sequence[_Judged],
    copied: Mapping[int, int],
    task: _Task,
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
    for rule in sorted(task.rules, key=_is_of_the_rest):
        if not rule.id.startswith(_CROSSING) or rule.id in case.profile.off:
            continue
        rest = _after(case, said) if _is_of_the_rest(rule) else case
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
    main: _Judged,
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


def checked(rule: Rule, case: Case) -> list[Verdict]:
    """What one rule says; figures too large to calculate with are not evaluated."""
    try:
        return list(checks.kinds()[rule.kind].check(rule.id, rule.spec, case)) or [_NO_SUBJECT]
    except ArithmeticError:
        return [_TOO_LARGE]
