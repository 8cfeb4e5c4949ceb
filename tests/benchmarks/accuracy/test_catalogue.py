"""Passages on each row of the catalogue, and whole right reports, by people who had seen no rule.

How many of the wrong ones are told under their row is printed; of the right ones none should be.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml
from msgspec import Struct, convert

from linter import api
from linter.model import Finding, Severity
from linter.rulebook import Rulebook

FOLDER = Path(__file__).parent
FLOOR = 42
"""Wrong passages that are told, of 138: many need the whole report, or sense."""
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


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    data = yaml.safe_load((FOLDER / "catalogue.yaml").read_text("utf-8"))
    return convert(data, list[Passage])


def findings(passage: Passage, book: Rulebook) -> list[Finding]:
    """What is told of a passage in a report of its year."""
    first = passage.text.partition("\n")[0]
    title = f"某县某局{passage.year}年度项目支出绩效自评报告\n\n"
    text = passage.text if any(word in first for word in TITLED) else title + passage.text
    path = "报告.md" if "\n|" in passage.text else "报告.txt"
    return list(api.lint(text, book=book, path=path).findings)


def test_right_passages_are_left_alone(passages: list[Passage], book: Rulebook) -> None:
    right = [passage for passage in passages if not passage.wrong]
    assert len(right) == 276
    told = [
        (passage.row, finding.rule, finding.message)
        for passage in right
        for finding in findings(passage, book)
        if not finding.rule.startswith(OF_EXCERPTS)
    ]
    assert told == []


def test_wrong_passages(passages: list[Passage], book: Rulebook) -> None:
    rows = {rule.id: rule.header.catalogue for rule in book.rules}
    made, found = Counter[str](), Counter[str]()
    for passage in passages:
        if passage.wrong:
            made[passage.row] += 1
            told = {row for f in findings(passage, book) for row in rows.get(f.rule, ())}
            found[passage.row] += passage.row in told
    print("\n" + "、".join(f"{row} {found[row]}/{count}" for row, count in made.items()))
    print(f"told under their row: {found.total()} of {made.total()}")
    assert made.total() == 138
    assert found.total() >= FLOOR


@pytest.mark.parametrize("path", sorted((FOLDER / "right").iterdir()), ids=lambda path: path.stem)
def test_right_reports_are_left_alone(path: Path, book: Rulebook) -> None:
    found = api.lint(path, book=book).findings
    assert [(f.rule, f.message) for f in found if f.severity >= Severity.info] == []
