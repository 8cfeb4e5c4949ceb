"""Rules for people: the list of all, and the explanation of one."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from linter.output.sheet import BOLD, DIM, GOOD, Sheet
from linter.output.terminal import SEVERITY_STYLES
from linter.output.words import ZH
from linter.rulebook.rule import Rule, given


def list_on(sheet: Sheet, rules: Sequence[Rule]) -> Sheet:
    """One line a rule, in the rule book's order, columns aligned where there is room."""
    longest = max((len(rule.id) for rule in rules), default=0)
    rows = max((len(_rows(rule)) for rule in rules), default=0)
    for rule in rules:
        head = f"{rule.id:<{longest}}  {_rows(rule):<{rows}}  "
        severity = rule.header.severity
        badge = ZH.severities[severity]
        sheet.hanging((f"{head}{badge} ", SEVERITY_STYLES[severity]), rule.header.name)
    return sheet


def explain_on(sheet: Sheet, rule: Rule) -> Sheet:
    """Everything that a rule's file says, examples last."""
    header = rule.header
    severity = ZH.severities[header.severity]
    sheet.rule(rule.id)
    sheet.hanging((severity, SEVERITY_STYLES[header.severity]), header.name, BOLD)
    sheet.line()
    for label, text in (
        ("目录", _rows(rule)),
        ("依据", header.basis),
        ("理由", header.why),
        ("提示", header.message.zh),
        ("", header.message.en),
        ("建议", header.suggest.zh),
        ("", header.suggest.en),
        ("文件", rule.source),
    ):
        sheet.labelled(label, text)
    sheet.labelled("参数", _parameters(rule), DIM)
    for number, passing in enumerate(header.examples.passing, 1):
        sheet.line()
        sheet.line((f"✓ 正例 {number}", GOOD))
        sheet.labelled("", passing.text)
        sheet.labelled("算式", passing.calculation or "")
    for number, failing in enumerate(header.examples.failing, 1):
        sheet.line()
        sheet.line((f"× 反例 {number}", SEVERITY_STYLES[header.severity]))
        sheet.labelled("", failing.text)
        sheet.labelled("指出", failing.quote, BOLD)
        sheet.labelled("算式", failing.calculation or "")
    return sheet


def _rows(rule: Rule) -> str:
    return ",".join(rule.header.catalogue)


def _parameters(rule: Rule) -> str:
    """The check kind with its parameters as YAML, without those left at their defaults."""
    text: str = yaml.safe_dump(
        {rule.kind: given(rule.spec)}, allow_unicode=True, sort_keys=False, width=1000
    )
    return text
