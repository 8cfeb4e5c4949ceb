"""Generated reports: how many forms and families, how long, how alike, and whether their figures are true."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from fractions import Fraction

import pytest

from tests.generators.figures import half_up
from tests.generators.reports import FAMILIES, LENGTHS, GeneratedReport, reports

FEW, MANY = 60, 1000
ROW = re.compile(r"^\| (.+) \|$", re.MULTILINE)


@pytest.fixture(scope="module", params=[FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def written(request: pytest.FixtureRequest) -> list[GeneratedReport]:
    return list(reports(11, request.param))


def test_the_same_seed_gives_the_same_reports(written: list[GeneratedReport]) -> None:
    assert list(reports(11, 3)) == written[:3]


def test_families_forms_and_lengths(written: list[GeneratedReport]) -> None:
    assert len({report.family for report in written}) == len(FAMILIES) >= 8
    forms = frozenset[str]().union(*(report.forms for report in written))
    print(f"{len(forms)} sentence forms in {len(written)} reports")
    assert len(forms) >= 300
    assert all(LENGTHS[0] <= len(report.text) <= LENGTHS[1] for report in written)


def sentences(text: str) -> set[str]:
    """What ends in a full stop; headings and rows of tables are no sentences."""
    return {found[0].strip() for found in re.finditer(r"[^。\n]+。", text)}


def test_no_two_reports_share_more_than_a_twentieth_of_their_sentences(
    written: list[GeneratedReport],
) -> None:
    every = [sentences(report.text) for report in written]
    holders: dict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(every):
        for sentence in own:
            holders[sentence].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for where in holders.values():
        shared.update((a, b) for i, a in enumerate(where) for b in where[i + 1 :])
    worst = max(
        (count / min(len(every[a]), len(every[b])) for (a, b), count in shared.items()), default=0.0
    )
    print(
        f"{sum(map(len, every)) // len(written)} sentences a report; at most {worst:.1%} shared by two"
    )
    assert worst <= 0.05


def rows_of(report: GeneratedReport) -> list[list[str]]:
    return [found[1].split(" | ") for found in ROW.finditer(report.text)]


def test_rows_of_tables_are_true(written: list[GeneratedReport]) -> None:
    checked = 0
    for report in written:
        for row in rows_of(report):
            if len(row) == 4 and row[3].endswith("%"):
                plan, done = (Fraction(re.sub(r"[^\d.]", "", cell)) for cell in row[1:3])
                assert half_up(done / plan * 100, 2) == Fraction(row[3][:-1]), row
                checked += 1
    assert checked >= 6 * len(written)


def test_totals_of_tables_are_true(written: list[GeneratedReport]) -> None:
    for report in written:
        rows = rows_of(report)
        marks = [row for row in rows if len(row) in (3, 6) and re.fullmatch(r"[\d.]+", row[-1])]
        *items, total = marks
        for column in (-1, -2):
            assert sum(Fraction(row[column]) for row in items) == Fraction(total[column])
        money = [row for row in rows if len(row) == 4 and re.fullmatch(r"\d+\.\d\d", row[1])]
        *sources, whole = money
        for column in (1, 2):
            assert sum(Fraction(row[column]) for row in sources) == Fraction(whole[column])
        assert f"{total[-1]}分" in report.text
        assert f"{whole[1]}万元" in report.text


def test_marks_follow_the_results(written: list[GeneratedReport]) -> None:
    checked = 0
    for report in written:
        for row in rows_of(report):
            if len(row) == 6 and row[2].startswith("≥") and not row[2].endswith("%"):
                plan, done = (Fraction(re.sub(r"[^\d.]", "", cell)) for cell in row[2:4])
                full, marks = Fraction(row[4]), Fraction(row[5])
                assert half_up(full * min(Fraction(1), done / plan), 2) == marks
                checked += 1
    assert checked >= 3 * len(written)


def test_grades_follow_the_totals(written: list[GeneratedReport]) -> None:
    for report in written:
        total = next(
            Fraction(row[-1]) for row in rows_of(report) if row[0] == "合计" and len(row) in (3, 6)
        )
        (grade,) = re.findall(r"评价等级为“(.)”", report.text)
        assert grade == (
            "优" if total >= 90 else "良" if total >= 80 else "中" if total >= 60 else "差"
        )
