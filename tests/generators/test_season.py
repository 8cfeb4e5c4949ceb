"""Synthetic seasons: the same by seed, fast, their parts shared as said, their answers true."""

from __future__ import annotations

import csv
import io
import itertools
import re
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from docx import Document as WordDocument

from linter.reading import read
from tests.generators.season import (
    COLUMNS,
    KINDS_OF_COPY,
    SHARES,
    YEAR,
    Answer,
    Season,
    Submission,
    season,
    write,
)

N = 600


@pytest.fixture(scope="module")
def made() -> Season:
    return season(5, N)


@pytest.fixture(scope="module")
def by_path(made: Season) -> dict[str, Submission]:
    return {submission.path: submission for submission in made.submissions}


@cache
def shingles(text: str, size: int = 8) -> frozenset[str]:
    bare = re.sub(r"[^\u4e00-\u9fff]", "", text)
    return frozenset(bare[at : at + size] for at in range(len(bare) - size + 1))


def shared(one: str, other: str) -> float:
    """How much of the second text the first one has too."""
    return len(shingles(one) & shingles(other)) / len(shingles(other))


def test_the_same_seed_gives_the_same_season(made: Season) -> None:
    assert season(5, N) == made
    assert season(6, 60).submissions[0].text != season(5, 60).submissions[0].text


def test_every_kind_of_fault_is_there(made: Season) -> None:
    told = Counter(answer.fault for answer in made.answers)
    for fault, part in SHARES.items():
        least = 1 if fault != "last-year" else 0
        assert max(least, int(N * part) // 2) <= told[fault] <= N * part + 1, fault
    assert told["full-marks"] >= 1
    assert {answer.detail for answer in made.of("copied")} == set(KINDS_OF_COPY)
    assert any(answer.same_unit for answer in made.of("copied"))


def test_faults_lie_in_files_of_their_own(made: Season) -> None:
    """But for last year's, which is in no list, and full marks, which are a unit's."""
    paths = [path for a in made.answers if a.fault != "full-marks" for path in a.paths]
    assert len(paths) == len(set(paths))


def test_copies_share_their_text_and_others_do_not(
    made: Season, by_path: dict[str, Submission]
) -> None:
    least = {"whole": 0.6, "half": 0.15, "reordered": 0.25, "figures": 0.3, "reworded": 0.15}
    for answer in made.of("copied"):
        source, copy = (by_path[path].text for path in answer.paths)
        assert shared(source, copy) > least[answer.detail], answer
    involved = {path for answer in made.answers for path in answer.paths}
    clean = [s for s in made.submissions if s.path not in involved][:60]
    worst = max(
        shared(one.text, other.text)
        for at, one in enumerate(clean)
        for other in clean[at + 1 :]
        if one.unit.template != other.unit.template and one.unit.county != other.unit.county
    )
    assert worst < 0.2


def test_reports_of_one_template_share_its_boilerplate(made: Season) -> None:
    involved = {path for answer in made.answers for path in answer.paths}
    clean = [s for s in made.submissions if s.path not in involved and s.unit.template == 1][:30]
    shares = [shared(a.text, b.text) for a, b in itertools.pairwise(clean)]
    assert 0.1 < sum(shares) / len(shares) < 0.4


def test_answers_are_true(made: Season, by_path: dict[str, Submission]) -> None:
    for answer in made.of("duplicate"):
        first, second = (by_path[path] for path in answer.paths)
        assert first.text == second.text
    for answer in made.of("foreign-name"):
        name = answer.detail.partition("：")[2]
        assert name in by_path[answer.paths[0]].text
        assert by_path[answer.paths[0]].unit.name not in name
    for answer in made.of("full-marks"):
        assert all(by_path[path].score == "100" for path in answer.paths)
    for answer in made.of("two-amounts"):
        assert all(answer.detail in by_path[path].text for path in answer.paths)
        assert answer.same_unit
    for answer in made.of("wrong-year"):
        assert f"{YEAR - 1}年度" in by_path[answer.paths[0]].text.splitlines()[0]


def test_last_years_figures_are_equal_where_that_is_an_answer(
    made: Season, by_path: dict[str, Submission]
) -> None:
    faulty = {answer.paths[1]: by_path[answer.paths[0]] for answer in made.of("last-year")}
    assert faulty
    for last in made.earlier:
        now = faulty.get(last.path)
        if now is not None:
            assert (now.budget, now.executed, now.score) == (last.budget, last.executed, last.score)
        assert last.year == YEAR - 1


def test_the_list_lacks_what_is_unlisted_and_has_what_is_missing(made: Season) -> None:
    codes = {row[0] for row in made.listed}
    submitted = {submission.project_code for submission in made.submissions}

    def codes_of(fault: str) -> set[str]:
        return {
            path.rpartition("/")[2].partition("_")[0] for a in made.of(fault) for path in a.paths
        }

    assert codes - submitted == codes_of("missing")
    assert submitted - codes == codes_of("unlisted")


def test_a_season_is_written_in_several_formats(tmp_path: Path) -> None:
    small = season(3, 60)
    names = write(small, tmp_path, docx=0.3, xlsx=0.2)
    suffixes = Counter(Path(name).suffix for name in names)
    assert suffixes[".docx"] >= 12
    assert suffixes[".xlsx"] >= 8
    for name, submission in zip(names, small.submissions, strict=True):
        title = submission.text.splitlines()[0]
        if name.endswith(".docx"):
            assert WordDocument(str(tmp_path / name)).paragraphs[0].text == title
        elif name.endswith(".xlsx"):
            assert title in read(name, (tmp_path / name).read_bytes()).text
        else:
            assert (tmp_path / name).read_text("utf-8") == submission.text
    rows = list(csv.reader(io.StringIO((tmp_path / "清单.csv").read_text("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(small.listed) + 1


@pytest.mark.slow
def test_five_thousand_are_made_in_half_a_minute() -> None:
    start = time.perf_counter()
    made = season(1, 5000)
    spent = time.perf_counter() - start
    print(f"{len(made.submissions)} submissions in {spent:.1f} s")
    assert spent < 30
    assert all(isinstance(answer, Answer) for answer in made.answers)
