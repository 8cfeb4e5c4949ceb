"""What is told to readers is what the code does today."""

from __future__ import annotations

import re
import runpy
from collections import Counter
from pathlib import Path

import pytest

from linter import cli, rulebook
from linter.resources import folder
from linter.rulebook.profiles import Names, load_profile
from tests.benchmarks.accuracy.recall import Recall
from tests.benchmarks.accuracy.test_accuracy import WORKED_FLOORS

DOCS = Path(__file__).parents[1] / "docs"
AUTHORING = (DOCS / "rules-authoring.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", AUTHORING, re.MULTILINE | re.DOTALL)


def test_the_list_of_rules_is_fresh() -> None:
    """``python docs/rules.py`` writes it anew."""
    told = (DOCS / "rules.md").read_text("utf-8")
    assert told == runpy.run_path(str(DOCS / "rules.py"))["written"]()


def test_the_list_of_kinds_is_fresh() -> None:
    """``python docs/kinds.py`` writes it anew."""
    told = (DOCS / "kinds.md").read_text("utf-8")
    assert told == runpy.run_path(str(DOCS / "kinds.py"))["written"]()


def test_the_picture_shows_what_is_printed() -> None:
    """``python docs/picture.py`` draws it anew."""
    drawn = runpy.run_path(str(DOCS / "picture.py"))["picture"]()
    assert (DOCS / "terminal.svg").read_text("utf-8") == drawn


ACCURACY = runpy.run_path(str(DOCS / "accuracy.py"))


def test_the_page_on_accuracy_tells_the_last_run_on_the_untouched_half() -> None:
    """``python docs/accuracy.py untouched`` copies it."""
    told = (DOCS / "accuracy.md").read_text("utf-8")
    log = ACCURACY["LOG"].read_text("utf-8")
    assert told.endswith("\n".join([*ACCURACY["untouched"](log), ""]))


def test_the_classes_of_a_logged_run_are_told() -> None:
    logged = (
        "2026-01-01 aaa recall 50.0% errors 0.100 warnings 0.200\n"
        "2026-01-02 bbb-dirty recall 72.5% errors 0.056 warnings 0.251"
        "; growth 75.0% of 8, sum 70.0% of 10\n"
    )
    told = list(ACCURACY["untouched"](logged))
    assert (
        "最近一次（2026-01-02，bbb-dirty）：找到 72.5%；每千字误报须修改 0.056 处，请核对 0.251 处。"
        in told
    )
    assert told[-2:] == ["| growth | 增减 | 8 | 75.0% |", "| sum | 分项合计 | 10 | 70.0% |"]
    assert (
        list(ACCURACY["untouched"](logged.split("; ", maxsplit=1)[0]))[-1] == "这一次没有分类记录。"
    )


def test_what_is_measured_is_told_by_class() -> None:
    recall = Recall(Counter(growth=8, sum=2), Counter(growth=6), 3, 2000, Counter(error=1))
    told = "\n".join(ACCURACY["of_worked"](recall))
    assert "| growth | 增减 | 8 | 6 | 75.0% |" in told
    assert "| 合计 | | 10 | 6 | 60.0% |" in told
    assert "须修改 1 处（每千字 0.500），请核对 0 处（每千字 0.000）" in told
    assert ACCURACY["shares_told"](told) == {"growth": 75.0, "sum": 0.0}


def test_every_class_has_its_name() -> None:
    assert ACCURACY["NAMES"].keys() == WORKED_FLOORS.keys()


def test_the_rules_of_the_tutorial_pass_their_examples(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = [block for block in BLOCKS if block.startswith("- id:")]
    for number, rule in enumerate(rules):
        (tmp_path / f"{number}.yaml").write_text(rule, "utf-8")
    assert cli.main(["test-rules", str(tmp_path)]) == 0, capsys.readouterr().out
    assert f"规则 {len(rules)} 条" in capsys.readouterr().out


def test_the_profile_of_the_tutorial_is_read(tmp_path: Path) -> None:
    (profile,) = (block for block in BLOCKS if block.startswith("extends:"))
    path = tmp_path / "own.yaml"
    path.write_text(profile, "utf-8")
    book = rulebook.load()
    names = Names.of(book.rules, book.vocabulary)
    own = load_profile(path, [folder("rules") / "profiles"], names)
    assert own.chapters["innovation"].name == "特色做法"
    assert own.chapters["overview"].required is not None


def test_the_tutorial_names_what_there_is() -> None:
    book = rulebook.load()
    for rule in re.findall(r"jixiao explain (\S+?)`", AUTHORING):
        assert book.rule(rule) is not None
    (line,) = re.findall(r"随附的框架在 `rules/profiles/`：(.*)。", AUTHORING)
    listed = {re.sub("（.*）", "", name) for name in line.split("、")}
    assert listed == book.profiles.keys()
