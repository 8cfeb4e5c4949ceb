from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from linter.rulebook import Rulebook
from tests.benchmarks.accuracy import measure
from tests.benchmarks.accuracy.corruptions import Corruption
from tests.benchmarks.accuracy.recall import Miss, Recall, measure_one, some
from tests.benchmarks.accuracy.twins import Twin
from tests.benchmarks.accuracy.twins import measure as measure_twins

MARKED = """某县甲项目2023年度情况

2023年投入⟦g/cur|1250万元⟧，比2022年的⟦g/base|1000万元⟧增加⟦g/delta|250万元⟧，增长⟦g/rate|25.0%⟧。
当地有⟦n/what|三⟧条小河。
2023年支出1250万元，比2022年的1000万元增长45.0%。
"""
SIDECAR = """
claims:
  g: {class: growth, formula: "delta = cur - base; rate/100 = delta / base", mutate: [rate]}
  n: {class: count-list}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "甲.yaml").write_text(SIDECAR, "utf-8")
    (tmp_path / "甲.txt").write_text(MARKED, "utf-8")
    return tmp_path / "甲.txt"


def test_recall_of_one_report(path: Path, book: Rulebook) -> None:
    measured = measure_one(path, book, details=True)
    assert measured.made == {"growth": 3, "count-list": 1}
    assert measured.caught == {"growth": 3}
    assert [miss.id for miss in measured.missed["count-list"]] == ["甲--n--what--numeral+1"]
    assert measured.missed["count-list"][0].excerpts == ("当地有【what:四】条小河。",)
    assert measured.false["error"] == len(measured.alarms) == 1
    assert measured.alarms[0].startswith("甲.txt:5 error arithmetic/growth 45.0%: ")


def test_allowed_findings_are_no_false_alarms(path: Path, book: Rulebook) -> None:
    path.with_suffix(".yaml").write_text(SIDECAR + "allow: [^arithmetic/growth$]\n", "utf-8")
    assert measure_one(path, book).false == {}


def test_nothing_of_the_text_is_kept_without_details(path: Path, book: Rulebook) -> None:
    measured = measure_one(path, book)
    assert measured.made.total() == 4
    assert (measured.missed, measured.alarms) == ({}, [])


def test_some_of_each_class_are_spread_over_all_of_it() -> None:
    every = [Corruption(str(n), "sum" if n else "year", "claim", "") for n in range(9)]
    assert [made.id for made in some(every, 3)] == ["0", "1", "3", "6"]
    assert list(some(every, None)) == list(some(every, 8)) == every


def test_without_rules_nothing_is_found(path: Path, book: Rulebook) -> None:
    measured = measure_one(path, replace(book, rules=()))
    assert measured.made.total() == 4
    assert (measured.caught.total(), measured.false.total()) == (0, 0)


def test_equivalent_corruptions_are_left_out(path: Path, book: Rulebook) -> None:
    given = 'mutate: [rate], to: {rate: {rounded: "25%", wrong: "26.0%"}}'
    path.with_suffix(".yaml").write_text(SIDECAR.replace("mutate: [rate]", given), "utf-8")
    measured = measure_one(path, book)
    assert (measured.made["growth"], measured.equivalent) == (1, 1)


def test_twins(book: Rulebook) -> None:
    right = "2023年投入1250万元，比2022年的1000万元增长25%。"
    pairs = [
        Twin("growth", right, right.replace("25%", "35%"), "35%"),
        Twin("word", right, right.replace("投入", "花掉"), "花掉"),
        Twin("alarm", right.replace("25%", "45%"), right, "2022年"),
    ]
    measured = measure_twins(pairs, book)
    assert measured.found == {"growth": 1}
    assert measured.missed["word"] == ["2023年【花掉】1250万元，比2022年的1000万元增长25%。"]
    assert measured.errors == {"alarm": 1}


def test_told() -> None:
    measured = Recall(
        Counter(sum=8, growth=2), Counter(sum=6), 3, 2000, Counter(error=1, warning=4)
    )
    assert [" ".join(line.split()) for line in measure.told(measured).splitlines()] == [
        "growth 0/2 0.0%",
        "sum 6/8 75.0%",
        "recall 6/10 60.0%",
        "3 equivalent corruptions left out",
        "clean texts: 1 errors (0.500), 4 warnings (2.000) in 2000 characters (a thousand)",
    ]


def test_counts_of_several_reports_add_up() -> None:
    miss = Miss("甲--c--a--x", "甲 c", ())
    total = Recall()
    for _ in range(2):
        total.add(
            Recall(Counter(sum=2), Counter(sum=1), 1, 10, Counter(error=1), {"sum": [miss]}, ["!"])
        )
    assert total == Recall(
        Counter(sum=4), Counter(sum=2), 2, 20, Counter(error=2), {"sum": [miss, miss]}, ["!", "!"]
    )


@pytest.mark.parametrize("option", [("--missed", "sum"), ("--false-alarms",)])
def test_nothing_of_the_untouched_half_is_shown(
    option: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        measure.main(["untouched", *option])
    assert stop.value.code == 2
    assert "only figures are told" in capsys.readouterr().err


def test_a_look_at_the_untouched_half_is_logged_with_figures_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure, "LOG", tmp_path / "runs.log")
    measured = Recall(Counter(sum=8, growth=3), Counter(sum=6), 0, 2000, Counter(error=1))
    measure._log(measured)
    (line,) = (tmp_path / "runs.log").read_text("utf-8").splitlines()
    assert line.partition(" recall ")[2] == (
        "54.5% errors 0.500 warnings 0.000; growth 0.0% of 3, sum 75.0% of 8"
    )
