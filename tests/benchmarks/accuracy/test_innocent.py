"""Sentences of which every figure is right: none may be told as an error."""

from __future__ import annotations

from pathlib import Path

import yaml

from linter.engine import lint
from linter.model import Finding, Severity, Submission
from linter.reading import read
from linter.rulebook import Rulebook

FILE = Path(__file__).with_name("innocent.yaml")
FAMILIES = ("arithmetic/", "budget/", "score/", "consistency/", "date/", "numbering/")
ERRORS, WARNINGS = 1, 11
"""What was measured last; lower, never raise."""


def findings(year: int, text: str, book: Rulebook) -> list[Finding]:
    """What the rules about figures say of a sentence in a report of that year."""
    data = f"某县某局{year}年度项目支出绩效自评报告\n\n{text}\n".encode()
    report = lint(Submission((read("报告.txt", data, book.header_words),)), book)
    return [finding for finding in report.findings if finding.rule.startswith(FAMILIES)]


def test_right_sentences(book: Rulebook) -> None:
    passages = yaml.safe_load(FILE.read_text("utf-8"))
    assert len(passages) == 1018
    told = {text: findings(year, text, book) for year, text in passages}
    wrong = [t for t, found in told.items() if any(f.severity is Severity.error for f in found)]
    doubted = [t for t, found in told.items() if any(f.severity is Severity.warning for f in found)]
    assert len(wrong) <= ERRORS, wrong
    assert len(doubted) <= WARNINGS, doubted
