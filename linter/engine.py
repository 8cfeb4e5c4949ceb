"""Rules × submission → verdicts and findings."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from time import perf_counter

from msgspec.structs import replace

from linter import checks, outline
from linter.binding.case import Case
from linter.facts.cues import CueHits
from linter.facts.facts import Facts
from linter.facts.year import evaluated_year
from linter.late import regex
from linter.model import (
    Document,
    Finding,
    Notice,
    Outline,
    Report,
    RuleVerdict,
    Severity,
    Span,
    Status,
    Submission,
    Verdict,
)
from linter.profile import Profile, is_titled, recognise
from linter.rulebook.book import Rulebook, select
from linter.rulebook.rule import Rule

FACTS = "facts"
_REPORT_TITLE = regex(r"绩效|自评|评价")
_REPORT_WORDS = regex(r"绩效|自评|得分|预算|资金|支出|项目")
_NOT_A_REPORT = Notice(
    "not-a-report",
    Severity.info,
    {
        "zh": "标题和提纲不像绩效自评报告，未检查章节结构（--force 可强制检查）",
        "en": "title and outline do not look like a performance report; "
        "chapters were not checked (--force does)",
    },
)
_TOO_LARGE = Verdict(Status.not_evaluated, "", reason="有数字超出可以计算的范围")
_NO_SUBJECT = Verdict(Status.not_applicable, "", reason="没有这条规则要核对的内容")


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
) -> Report:
    """What the rules say of one submission.

    Without a ``profile`` it is recognised; ``chosen`` and ``ignored`` name rules by id, family or
    catalogue row; ``force`` applies structural rules to what does not look like a report.
    ``seconds`` counts the time that each rule takes, and under ``FACTS`` that before the rules.
    """
    document = submission.documents[0]
    start = perf_counter()
    case, reason = open_case(document, rulebook, profile)
    seconds = {} if seconds is None else seconds
    seconds[FACTS] = seconds.get(FACTS, 0.0) + perf_counter() - start
    notices = list(document.notices)
    report_like = force or looks_like_report(case.outline, document)
    if not report_like:
        notices.append(_NOT_A_REPORT)
    findings = [_notice_finding(notice, document, lang) for notice in notices]
    verdicts: list[RuleVerdict] = []
    for rule in select(rulebook.rules, chosen, ignored):
        if rule.id in case.profile.off:
            continue
        if not report_like and rule.id.startswith("structure/"):
            verdicts.append(RuleVerdict(rule.id, _not_applicable(document)))
            continue
        start = perf_counter()
        found = _checked(rule, case)
        seconds[rule.id] = seconds.get(rule.id, 0.0) + perf_counter() - start
        verdicts += [RuleVerdict(rule.id, verdict) for verdict in found]
        failed = (verdict for verdict in found if verdict.status is Status.failed)
        findings += [_finding(rule, verdict, case, lang) for verdict in failed]
    return Report(
        submission,
        case.outline,
        case.profile.id,
        reason,
        case.facts.year,
        len(case.facts.quantities),
        _numbered(findings),
        tuple(verdicts),
    )


def _checked(rule: Rule, case: Case) -> list[Verdict]:
    """What one rule says; figures too large to calculate with are not evaluated."""
    try:
        return list(checks.kinds()[rule.kind].check(rule.id, rule.spec, case)) or [_NO_SUBJECT]
    except ArithmeticError:
        return [_TOO_LARGE]


def open_case(
    document: Document, rulebook: Rulebook, profile: Profile | None = None
) -> tuple[Case, str]:
    """Everything that the rules may look at, and why the profile was chosen."""
    tree, irregularities = outline.build(document)
    recognised = profile is not None
    reason = "指定"
    if profile is None:
        profile, words = recognise(tree, rulebook.profiles)
        recognised = bool(words)
        reason = f"标题中有{'、'.join(words)}" if words else "未识别出框架，按通用要求检查"
    figures = list(rulebook.scanner.scan(document.folded))
    compiled = rulebook.compiled
    year = evaluated_year(tree.title, document.folded)
    facts = Facts(
        document,
        tree,
        figures,
        CueHits(compiled.lexicon, compiled.cue_regex, document.folded),
        rulebook.vocabulary,
        year[0] if year else None,
        tuple(_target_spans(tree, profile)),
    )
    case = Case(
        document, tree, irregularities, facts, profile, recognised, compiled, rulebook.codes
    )
    return case, reason


def looks_like_report(tree: Outline, document: Document) -> bool:
    """Whether a document is a performance report by its title, or by its chapters and words."""
    if _REPORT_TITLE.search(tree.title):
        return True
    top = [section for section in tree.sections if section.parent < 0]
    return len(top) >= 2 and len(set(_REPORT_WORDS.findall(document.folded))) >= 4


def _target_spans(tree: Outline, profile: Profile) -> list[tuple[int, int]]:
    """The bodies of the chapters whose figures are wishes, in order, none inside another."""
    wishes = [chapter for chapter in profile.chapters.values() if chapter.target]
    spans: list[tuple[int, int]] = []
    for section in tree.sections:
        if spans and section.start < spans[-1][1]:
            continue
        if any(is_titled(section.title, chapter) for chapter in wishes):
            spans.append((section.title_end, section.end))
    return spans


def _not_applicable(document: Document) -> Verdict:
    return Verdict(Status.not_applicable, document.path, reason="不像绩效自评报告")


def _finding(rule: Rule, verdict: Verdict, case: Case, lang: str) -> Finding:
    header = rule.header
    span = verdict.span or Span(0, 0)
    severity = min(
        case.profile.severities.get(rule.id, header.severity), verdict.severity or Severity.error
    )
    values = {"subject": verdict.subject, "calculation": verdict.calculation, **verdict.values}
    path = case.outline.path(case.outline.at(span.start))
    return Finding(
        rule=rule.id,
        name=header.name,
        severity=severity,
        message=_fill(getattr(header.message, lang), values),
        span=span,
        quote=case.text(span.start, span.end),
        section="".join(s.marker.text if s.marker else s.title for s in path),
        calculation=verdict.calculation,
        suggestion=_fill(getattr(header.suggest, lang), values),
        fingerprint="|".join(
            (
                rule.id,
                "/".join(re.sub(r"\W|\d", "", s.title) for s in path),
                *(
                    _normal(case.text(p.start, p.end))
                    for p in (span, *(r.span for r in verdict.related))
                ),
            )
        ),
        related=verdict.related,
        fix=verdict.fix,
    )


def _notice_finding(notice: Notice, document: Document, lang: str) -> Finding:
    return Finding(
        rule=f"input/{notice.slug}",
        name="读取文件",
        severity=notice.severity,
        message=notice.message[lang],
        span=Span(notice.start, notice.end),
        quote=document.text[notice.start : notice.end],
        section="",
        calculation="",
        suggestion="",
        fingerprint=f"input/{notice.slug}",
    )


def _numbered(findings: list[Finding]) -> tuple[Finding, ...]:
    """In order of place; the fingerprint of what was found becomes a digest with an ordinal."""
    seen: Counter[str] = Counter()
    result = []
    for finding in sorted(findings, key=lambda f: (f.span, f.rule, f.quote)):
        ordinal = seen[finding.fingerprint]
        seen[finding.fingerprint] += 1
        digest = hashlib.sha256(f"{finding.fingerprint}#{ordinal}".encode()).hexdigest()[:16]
        result.append(replace(finding, fingerprint=digest))
    return tuple(result)


def _fill(template: str, values: dict[str, str]) -> str:
    """The template with ``{name}`` replaced; a name without value stays as it stands."""
    return re.sub(r"\{([\w.-]+)\}", lambda m: values.get(m[1], m[0]), template)


def _normal(text: str) -> str:
    return re.sub(r"\s+", "", text)
