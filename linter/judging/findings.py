"""From verdicts and notices to findings, as people read them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from linter.binding.case import Case
from linter.judging.leads import Lead
from linter.model import Document, Finding, Notice, Severity, Span, Verdict
from linter.rulebook.rule import Rule

_ELSE = {"zh": "；否则", "en": "; else "}
_REST = {
    "zh": "；若不是，再核对算式中的其他各数",
    "en": "; else check the other figures of the calculation",
}


def of_verdict(
    rule: Rule, verdict: Verdict, case: Case, lang: str, lead: Lead | None = None
) -> Finding:
    """What a failed verdict says; its fingerprint is not yet a digest (``numbered``).

    ``lead`` says what to look at before what the rule suggests.
    """
    header = rule.header
    span = verdict.span or Span(0, 0)
    severity = min(
        case.profile.severities.get(rule.id, header.severity), verdict.severity or Severity.error
    )
    values = {"subject": verdict.subject, "calculation": verdict.calculation, **verdict.values}
    path = case.outline.path(case.outline.at(span.start))
    suggestion = fill(getattr(header.suggest, lang), values)
    witness = (lead.witness,) if lead and lead.witness else ()
    return Finding(
        rule=rule.id,
        name=header.named(lang),
        severity=severity,
        message=fill(getattr(header.message, lang), values),
        span=span,
        quote=case.text(span.start, span.end),
        section="".join(s.marker.text if s.marker else s.title for s in path),
        calculation=verdict.calculation,
        suggestion=_led(lead, span, suggestion, lang) if lead else suggestion,
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
        related=(*verdict.related, *witness),
        fix=verdict.fix,
        suspect=lead.figure if lead and lead.figure != span else None,
    )


def _led(lead: Lead, span: Span, suggestion: str, lang: str) -> str:
    """What to look at first, and then: what the rule suggests is to mend the figure it is about."""
    other = lead.instead or (lead.value is not None and lead.figure != span)
    return lead.text[lang] + (_REST[lang] if other else _ELSE[lang] + suggestion)


def of_notice(notice: Notice, document: Document, lang: str) -> Finding:
    """What reading a file had to say."""
    return Finding(
        rule=f"input/{notice.slug}",
        name="读取文件",
        severity=notice.severity,
        message=notice.message[lang],
        span=Span.of(notice),
        quote=document.text[notice.start : notice.end],
        section="",
        calculation="",
        suggestion="",
        fingerprint=f"input/{notice.slug}",
    )


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """In order of place; the fingerprint of what was found becomes a digest with an ordinal."""
    seen: Counter[str] = Counter()
    result = []
    for finding in sorted(findings, key=lambda f: (f.span.document, f.span, f.rule, f.quote)):
        ordinal = seen[finding.fingerprint]
        seen[finding.fingerprint] += 1
        digest = hashlib.sha256(f"{finding.fingerprint}#{ordinal}".encode()).hexdigest()[:16]
        result.append(replace(finding, fingerprint=digest))
    return tuple(result)


def fill(template: str, values: dict[str, str]) -> str:
    """The template with ``{name}`` replaced; a name without value stays as it stands."""
    return re.sub(r"\{([\w.-]+)\}", lambda m: values.get(m[1], m[0]), template)


def _normal(text: str) -> str:
    return re.sub(r"\s+", "", text)
