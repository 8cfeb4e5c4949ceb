"""What the rules about figures say of sentences of which every figure is right."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct, field

from linter.engine import lint
from linter.model import Finding, Severity, Submission
from linter.reading import read
from linter.rulebook import Rulebook

FILE = Path(__file__).with_name("innocent.yaml")
FAMILIES = (
    *("arithmetic/", "budget/", "score/", "consistency/", "date/", "numbering/", "indicator/"),
    *("evidence/unit-without-figure", "structure/generated-remnant"),
)


class Innocent(Struct):
    """How many passages there are, and of which an error or a warning is told."""

    passages: int = 0
    wrong: list[str] = field(default_factory=list)
    doubted: list[str] = field(default_factory=list)


def measure(book: Rulebook, step: int = 1) -> Innocent:
    """Lint each passage alone, or every so many-th, in a report of its year."""
    told = Innocent()
    passages = msgspec.yaml.decode(FILE.read_bytes(), type=list[tuple[int, str]])
    for year, text in passages[::step]:
        told.passages += 1
        severities = {finding.severity for finding in findings(year, text, book)}
        if Severity.error in severities:
            told.wrong.append(text)
        if Severity.warning in severities:
            told.doubted.append(text)
    return told


def findings(year: int, text: str, book: Rulebook) -> list[Finding]:
    """What the rules about figures say of a sentence in a report of that year."""
    data = f"某县某局{year}年度项目支出绩效自评报告\n\n{text}\n".encode()
    report = lint(Submission((read("报告.txt", data, book.header_words),)), book)
    return [finding for finding in report.findings if finding.rule.startswith(FAMILIES)]
