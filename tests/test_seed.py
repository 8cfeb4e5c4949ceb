"""The seed report, byte for byte as it stands: what is right passes, and what is wrong is found.

The report and the list of its right claims lie outside the project (``../shared``); without them these
tests are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.engine import lint
from linter.model import Report, RuleVerdict, Severity, Status, Submission
from linter.reading import read
from linter.rulebook import Rulebook, load

FIGURES = ("24194.8", "11290", "12904.8")
DISPUTING = ("arithmetic", "score", "consistency", "date", "budget")
NOT_DISPUTING = ("date/relative-time", "budget/elements")
"""The first of words, the second of what is missing under a heading whose number is right."""


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load()


@pytest.fixture(scope="module")
def text(seed: Path) -> str:
    return seed.read_bytes().decode()


@pytest.fixture(scope="module")
def told_lines(text: str, book: Rulebook) -> set[tuple[str, int]]:
    """The rules that tell something of the seed, each with the lines where it does."""
    report = linted(text, book)
    document = report.submission.documents[0]
    return {(f.rule, document.position(f.span.start)[0]) for f in report.findings}


@pytest.fixture(scope="module")
def right(seed: Path) -> list[tuple[str, int, int]]:
    """The right claims of DOMAIN 1.2: quote, line and column."""
    rows = re.findall(
        r"^\| O\d\d \|(.*?)\|", (seed.parents[1] / "DOMAIN.md").read_text("utf-8"), re.MULTILINE
    )
    assert len(rows) == 24
    places = [found for row in rows for found in re.findall(r"「([^」]*)」@([\d:,]+)", row)]
    return [
        (quote, *map(int, place.split(":")))
        for quote, where in places
        for place in where.split(",")
    ]


def linted(text: str, book: Rulebook) -> Report:
    return lint(Submission((read("报告.txt", text.encode(), book.header_words),)), book)


def passes(report: Report, rule: str) -> list[str]:
    return [
        v.verdict.calculation
        for v in report.verdicts
        if v.rule == rule and v.verdict.status is Status.passed
    ]


def test_right_claims_pass_with_their_arithmetic(text: str, book: Rulebook) -> None:
    report = linted(text, book)
    assert "|24194.8万元 − 11290万元| = 12904.8万元 ✓" in passes(report, "arithmetic/difference")
    assert "12904.8万元 ÷ 11290万元 = 114.30% ✓" in passes(report, "arithmetic/growth")
    assert passes(report, "score/full-marks") == ["20分 + 20分 + 20分 + 40分 = 100分 ✓"]
    assert passes(report, "score/marks") == ["20分 + 20分 + 20分 + 40分 = 100分 ✓"]


def test_no_right_claim_is_disputed(
    text: str, book: Rulebook, right: list[tuple[str, int, int]]
) -> None:
    report = linted(text, book)
    document = report.submission.documents[0]
    starts = [0, *(i + 1 for i, c in enumerate(document.text) if c == "\n")]
    for quote, line, column in right:
        at = starts[line - 1] + column - 1
        assert document.text.startswith(quote, at)
        assert not [
            finding
            for finding in report.findings
            if finding.rule.partition("/")[0] in DISPUTING
            and finding.rule not in NOT_DISPUTING
            and at <= finding.span.start < at + len(quote)
        ], quote


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("arithmetic/household-size", 25),
        ("arithmetic/missing-unit", 23),
        ("budget/elements", 32),
        ("consistency/goals", 35),
        ("consistency/proportion", 33),
        ("consistency/restated", 43),
        ("date/relative-time", 17),
        ("date/relative-time", 22),
        ("date/relative-time", 23),
        ("date/relative-time", 26),
        ("date/edition", 23),
        ("date/one-event", 37),
        ("date/past-plan", 43),
        ("date/report", 2),
        ("structure/marks-basis", 40),
        ("structure/misplaced", 7),
        ("structure/misplaced", 42),
        ("structure/required-chapters", 38),
        ("typography/abbreviation", 23),
        ("structure/self-name", 2),
        ("structure/sign-off", 49),
        ("structure/title", 1),
        ("typography/deadline", 11),
        ("typography/deadline", 39),
        ("numbering/level-style", 12),
        ("numbering/title-end", 34),
        ("typography/government-name", 30),
        ("typography/half-width", 25),
        ("typography/household-unit", 25),
        ("typography/long-sentence", 43),
        ("typography/odd-space", 27),
        ("typography/paragraph-end", 45),
        ("typography/title-marks", 43),
        ("typography/word-variants", 27),
        ("typography/year-range", 43),
        ("evidence/full-marks", 40),
        ("evidence/full-marks", 46),
        ("evidence/all-full-marks", 49),
        ("evidence/satisfaction", 39),
        ("evidence/missing-figure", 43),
        ("score/written-alike", 44),
        ("evidence/gain-without-figure", 27),
        ("indicator/goal-without-figure", 34),
    ],
)
def test_defects_are_found_at_their_line(
    told_lines: set[tuple[str, int]], rule: str, line: int
) -> None:
    assert (rule, line) in told_lines


def test_grade_word_is_mapped(text: str, book: Rulebook) -> None:
    """优秀 is read as 优 and its band is checked (D69)."""
    found = [c for c in passes(linted(text, book), "score/grade") if c.startswith("优秀")]
    assert found == ["优秀为90分（含）至100分，100分在其中 ✓"]


def one_digit_changed(figure: str) -> Iterator[str]:
    for i, c in enumerate(figure):
        if c.isdigit():
            for digit in "0123456789":
                if digit != c and not (i == 0 and digit == "0"):
                    yield figure[:i] + digit + figure[i + 1 :]


def relevant(report: Report) -> list[RuleVerdict]:
    rules = ("arithmetic/difference", "arithmetic/growth")
    return [v for v in report.verdicts if v.rule in rules and v.verdict.span is not None]


@pytest.mark.slow
@pytest.mark.parametrize("figure", FIGURES)
def test_one_wrong_digit_is_an_error(text: str, book: Rulebook, figure: str) -> None:
    """Every digit of the three figures, but where the printed precision still allows the sum."""
    original = [float(f) for f in FIGURES]
    told = silent = 0
    for wrong in one_digit_changed(figure):
        now, base, delta = (
            float(wrong) if f == figure else v for f, v in zip(FIGURES, original, strict=True)
        )
        line = text.split("\n")[7]
        report = linted(text.replace(line, line.replace(figure, wrong, 1)), book)
        errors = [
            f
            for f in report.findings
            if f.rule.startswith("arithmetic/")
            and f.severity is Severity.error
            and report.submission.documents[0].position(f.span.start)[0] == 8
        ]
        if abs(now - base - delta) <= 0.6001:
            silent += 1
            assert not errors
            assert any(v.verdict.status is Status.passed for v in relevant(report))
        else:
            told += 1
            assert errors, wrong
            assert all(f.related and f.calculation for f in errors)
    assert told > silent


def test_wrong_rate_is_an_error_with_the_right_value(text: str, book: Rulebook) -> None:
    report = linted(text.replace("114.3%", "115.3%"), book)
    right = {f.fingerprint for f in linted(text, book).findings}
    errors = [f for f in report.findings if f.severity is Severity.error]
    (error,) = [f for f in errors if f.fingerprint not in right]
    assert (error.rule, error.quote) == ("arithmetic/growth", "115.3%")
    assert error.calculation == "12904.8万元 ÷ 11290万元 = 114.30%"
