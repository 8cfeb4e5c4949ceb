"""Passages on each row of the catalogue, by people who had seen no rule, and what is told of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec
from msgspec import Struct, field

from linter import api
from linter.model import Finding
from linter.rulebook import Rulebook

PATH = Path(__file__).with_name("catalogue.yaml")
OF_EXCERPTS = (
    "structure/required-chapters",
    "structure/sign-off",
    "structure/title",
    "numbering/sequence",
    "input/",
)
"""Rules that rightly miss in an excerpt what stood before and behind it."""
TITLED = ("报告", "自评表")


class Passage(Struct, frozen=True):
    """A passage on a row of the catalogue; ``quote`` is what is wrong with it."""

    row: str
    year: int
    wrong: bool
    text: str
    quote: str = ""


class Told(Struct):
    """Wrong passages by row, those told under their row, and what is told of right ones."""

    right: int = 0
    alarms: list[tuple[str, str, str]] = field(default_factory=list)
    """Row, rule and message."""
    wrong: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)


def load() -> list[Passage]:
    """The passages in order of row."""
    return msgspec.yaml.decode(PATH.read_bytes(), type=list[Passage])


def findings(passage: Passage, book: Rulebook) -> list[Finding]:
    """What is told of a passage in a report of its year."""
    first = passage.text.partition("\n")[0]
    title = f"某县某局{passage.year}年度项目支出绩效自评报告\n\n"
    text = passage.text if any(word in first for word in TITLED) else title + passage.text
    path = "报告.md" if "\n|" in passage.text else "报告.txt"
    return list(api.lint(text, book=book, path=path).findings)


def measure(book: Rulebook, step: int = 1) -> Told:
    """Lint each passage, or every so many-th, in a report of its year."""
    told = Told()
    rows = {rule.id: rule.header.catalogue for rule in book.rules}
    for passage in load()[::step]:
        found = findings(passage, book)
        if passage.wrong:
            told.wrong[passage.row] += 1
            under = {row for finding in found for row in rows.get(finding.rule, ())}
            told.found[passage.row] += passage.row in under
        else:
            told.right += 1
            told.alarms += [
                (passage.row, finding.rule, finding.message)
                for finding in found
                if not finding.rule.startswith(OF_EXCERPTS)
            ]
    return told
