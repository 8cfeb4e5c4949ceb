"""What the rules say of one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from time import perf_counter

from msgspec import Struct
from msgspec.structs import replace

from linter import checks
from linter.binding.case import Case
from linter.judging import findings
from linter.judging.opening import is_extract, looks_like_report, open_case, without_chapters
from linter.judging.suspects import Suspects
from linter.judging.together import (
    Led,
    Off,
    amount_off,
    compared_once,
    of_one_suspect,
    together,
    uncovered,
    without_incomplete,
)
from linter.model import Document, Finding, Notice, RuleVerdict, Severity, Span, Status, Verdict
from linter.profile import Profile
from linter.rulebook.book import Rulebook
from linter.rulebook.rule import Rule

FACTS = "facts"
LAYOUT = "layout/"
_CALCULATED = frozenset(("table", "sum"))
"""Kinds of rules whose findings in tables one wrong figure makes together."""
_COMPARED = "agree"
"""The kind of rules of which several may find one figure told differently elsewhere."""
_OF_THE_REST = "misfit"
"""The kind of rules that look, after all others, only at figures which none has settled."""
_NOT_A_REPORT = Notice(
    "not-a-report",
    Severity.info,
    {
        "zh": "标题和提纲不像绩效自评报告，未检查章节结构（--force 可强制检查）",
        "en": "title and outline do not look like a performance report; "
        "chapters were not checked (--force does)",
    },
)
UNLIKE = f"input/{_NOT_A_REPORT.slug}"
_TOO_LARGE = Verdict(Status.not_evaluated, "", reason="有数字超出可以计算的范围")
_NO_SUBJECT = Verdict(Status.not_applicable, "", reason="没有这条规则要核对的内容")


class Task(Struct, frozen=True):
    """What is asked of each document of a submission."""

    book: Rulebook
    rules: tuple[Rule, ...]
    profile: Profile | None
    lang: str
    force: bool
    asked: bool
    """Whether rules were chosen by their names."""
    seconds: dict[str, float]


class Judged(Struct, frozen=True):
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


def judge(document: Document, task: Task) -> Judged:
    """What the rules say of one document."""
    start = perf_counter()
    case, reason = open_case(document, task.book, task.profile)
    task.seconds[FACTS] = task.seconds.get(FACTS, 0.0) + perf_counter() - start
    notices = list(document.notices)
    report_like = task.force or looks_like_report(case.outline, document)
    if not report_like and document.text.strip():
        notices.append(_NOT_A_REPORT)
    unlike = "" if task.force else without_chapters(case)
    written_out = report_like or is_extract(case)
    found = [findings.of_notice(notice, document, task.lang) for notice in notices]
    verdicts: list[RuleVerdict] = []
    failed: list[tuple[Rule, Verdict]] = []
    for rule in sorted(task.rules, key=is_of_the_rest):
        if is_off(rule, case.profile, asked=task.asked):
            continue
        if unlike and is_of_chapters(rule, written_out=written_out):
            verdict = Verdict(Status.not_applicable, document.path, reason=unlike)
            verdicts.append(RuleVerdict(rule.id, verdict))
            continue
        start = perf_counter()
        last = is_of_the_rest(rule)
        rest = after(case, ((0, v.verdict) for v in verdicts)) if last else case
        said = checked(rule, rest)
        task.seconds[rule.id] = task.seconds.get(rule.id, 0.0) + perf_counter() - start
        verdicts += [RuleVerdict(rule.id, verdict) for verdict in said]
        failed += [(rule, verdict) for verdict in said if verdict.status is Status.failed]
    every = [said.verdict for said in verdicts]
    told = without_incomplete(failed, every, case.facts)
    found += _found(told, Suspects(case.facts, every), case, task.lang)
    order = {rule.id: number for number, rule in enumerate(task.rules)}
    verdicts.sort(key=lambda said: order[said.rule])
    return Judged(case, reason, report_like, tuple(found), tuple(verdicts))


def _found(
    failed: Sequence[tuple[Rule, Verdict]], suspects: Suspects, case: Case, lang: str
) -> Iterator[Finding]:
    """What failed as people read it: what one figure makes wrong in tables as one finding.

    So is what several rules have made of the same figures, the gravest.
    """
    of_tables: list[Off] = []
    compared: list[Finding] = []
    calculated: dict[frozenset[Span], Finding] = {}
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
            same = calculated.setdefault(verdict.spans, finding)
            if finding.severity > same.severity:
                calculated[verdict.spans] = finding
        else:
            yield finding
    yield from calculated.values()
    yield from together(of_tables, lang)
    yield from compared_once(compared, lang)


def is_of_the_rest(rule: Rule) -> bool:
    """Whether a rule is asked after all others, of what they leave."""
    return rule.kind == _OF_THE_REST


def after(case: Case, said: Iterable[tuple[int, Verdict]]) -> Case:
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


def is_of_chapters(rule: Rule, *, written_out: bool) -> bool:
    """Whether a rule asks for a report's chapters; words left over are so in all that is of one."""
    return rule.id.startswith("structure/") and not (written_out and rule.kind == "text")


def checked(rule: Rule, case: Case) -> list[Verdict]:
    """What one rule says; figures too large to calculate with are not evaluated."""
    try:
        return list(checks.kinds()[rule.kind].check(rule.id, rule.spec, case)) or [_NO_SUBJECT]
    except ArithmeticError:
        return [_TOO_LARGE]
