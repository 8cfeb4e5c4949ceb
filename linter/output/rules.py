"""Rules for people: the list of all, and the explanation of one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from linter import resources
from linter.output.sheet import BOLD, DIM, GOOD, PLAIN, Sheet
from linter.output.terminal import SEVERITY_STYLES
from linter.output.words import ZH
from linter.rulebook.rule import Rule, given

_NAME = 27
"""How many cells a name has before the catalogue rows begin."""


def list_on(sheet: Sheet, rules: Sequence[Rule]) -> Sheet:
    """Each rule on one line, in the rule book's order: id, severity, name and catalogue rows.

    No name is broken; the rows of a long one, where they do not fit, stand on a line of their own.
    """
    longest = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        severity, name = rule.header.severity, rule.header.name
        head = f"{rule.id:<{longest}} {ZH.severities[severity]} "
        begins = sheet.cells.of(head) + _NAME
        reached = sheet.cells.of(f"{head}{name}")
        gap, rows = " " * max(1, begins - reached), _rows(rule)
        parts = [(head, SEVERITY_STYLES[severity]), (name, PLAIN)]
        if not rows:
            sheet.line(*parts)
        elif max(begins, reached + 1) + len(rows) <= sheet.width:
            sheet.line(*parts, (gap, PLAIN), (rows, DIM))
        else:
            sheet.line(*parts)
            sheet.line((" " * min(begins, sheet.width - len(rows)), PLAIN), (rows, DIM))
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
        ("核对", header.checks.zh if header.checks else ""),
        ("", header.checks.en if header.checks else ""),
        ("依据", header.basis),
        ("理由", header.why),
        ("提示", header.message.zh),
        ("", header.message.en),
        ("建议", header.suggest.zh),
        ("", header.suggest.en),
        ("文件", _file(rule)),
    ):
        sheet.labelled(label, text)
    sheet.labelled("参数", _parameters(rule), DIM)
    for number, passing in enumerate(header.examples.passing, 1):
        sheet.line()
        sheet.line((f"✓ 正例 {number}", GOOD))
        sheet.labelled("", passing.text)
        sheet.labelled("框架", passing.profile or "")
        sheet.labelled("版式", passing.layout.told() if passing.layout else "")
        sheet.labelled("算式", passing.calculation or "")
    for number, failing in enumerate(header.examples.failing, 1):
        sheet.line()
        sheet.line((f"× 反例 {number}", SEVERITY_STYLES[header.severity]))
        sheet.labelled("", failing.text)
        sheet.labelled("框架", failing.profile or "")
        sheet.labelled("版式", failing.layout.told() if failing.layout else "")
        sheet.labelled("指出", failing.quote, BOLD)
        sheet.labelled("算式", failing.calculation or "")
    return sheet


def _file(rule: Rule) -> str:
    """The rule's file: of the shipped rules within their folder, else as it was named."""
    shipped = resources.folder("rules")
    path = Path(rule.source)
    return path.relative_to(shipped).as_posix() if path.is_relative_to(shipped) else rule.source


def _rows(rule: Rule) -> str:
    return ",".join(rule.header.catalogue)


def _parameters(rule: Rule) -> str:
    """The check kind with its parameters as YAML, without those left at their defaults."""
    text: str = yaml.safe_dump(
        {rule.kind: given(rule.spec)}, allow_unicode=True, sort_keys=False, width=1000
    )
    return text
