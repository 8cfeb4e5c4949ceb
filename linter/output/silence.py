"""Why a rule said nothing, for people."""

from __future__ import annotations

from itertools import accumulate

from linter.binding.sought import Sought
from linter.model import Document, Severity, Status, Verdict
from linter.output.places import physical
from linter.output.sheet import BOLD, DIM, GOOD, PLAIN, Part, Sheet
from linter.output.terminal import SEVERITY_STYLES
from linter.output.words import ZH
from linter.silence import Silence

_ROOM = 90
"""How many characters the words of one parameter take; more words are counted."""
_PLAIN = {Status.passed: "符合", Status.failed: "不符合"}
SIGNS: dict[Status, Part] = {
    Status.passed: ("✓ 通过", GOOD),
    Status.failed: ("× 指出", SEVERITY_STYLES[Severity.error]),
    Status.not_evaluated: ("- 未能核对", DIM),
    Status.not_applicable: ("- 不适用", DIM),
}


def explain_on(sheet: Sheet, silence: Silence) -> Sheet:
    """What kept the rule from looking, each verdict, what is not told and what was looked for."""
    rule, document = silence.rule, silence.document
    sheet.rule(f"{rule.id} → {document.path}")
    sheet.paragraph(rule.header.name, BOLD)
    sheet.paragraph(f"{ZH.profile} {silence.profile.id}（{silence.profile_reason}）", DIM)
    for reason in silence.barred:
        sheet.hanging(("!", SEVERITY_STYLES[Severity.warning]), reason)
    for verdict in silence.verdicts:
        sheet.hanging(SIGNS[verdict.status], told(document, verdict))
    for withheld in silence.withheld:
        sheet.hanging(("- 没有提示", DIM), withheld)
    if silence.seeks:
        sheet.paragraph(f"要找的（种类 {rule.kind}）：")
        for sought in silence.seeks:
            _sought_on(sheet, sought)
        sheet.labelled("算式", "\n".join(rule.spec.equations()), DIM)
    return sheet


def told(document: Document, verdict: Verdict) -> str:
    """A verdict in one line: its place, its subject, its arithmetic or its reason."""
    line = f"第{physical(document, verdict.span.start)[0]}行 " if verdict.span else ""
    subject = verdict.subject if verdict.span else ""
    said = verdict.calculation or verdict.reason or _PLAIN.get(verdict.status, "")
    return f"{line}{ZH.colon.join(part for part in (subject, said) if part)}"


def _sought_on(sheet: Sheet, sought: Sought) -> None:
    sheet.hanging((" ", PLAIN), sought.what)
    if sought.found:
        sheet.labelled("有", listed(sought.found), GOOD)
    if sought.missing or not sought.found:
        sheet.labelled("没有", listed(sought.missing) or "一个也没有", DIM)


def listed(words: tuple[str, ...], room: int = _ROOM) -> str:
    """As many words as there is room for, at least one."""
    lengths = accumulate(len(word) + 1 for word in words)
    shown = words[: max(1, sum(length <= room for length in lengths))]
    more = f"等{len(words)}个" if len(shown) < len(words) else ""
    return "、".join(shown) + more
