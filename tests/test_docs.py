"""What is told to readers is what the code does today."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from linter import cli, rulebook
from linter.resources import folder
from linter.rulebook.profiles import load_profile

DOCS = Path(__file__).parents[1] / "docs"
AUTHORING = (DOCS / "rules-authoring.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", AUTHORING, re.MULTILINE | re.DOTALL)


def test_the_list_of_rules_is_fresh() -> None:
    """``python docs/rules.py`` writes it anew."""
    told = (DOCS / "rules.md").read_text("utf-8")
    assert told == runpy.run_path(str(DOCS / "rules.py"))["written"]()


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
    own = load_profile(path, folder("rules") / "profiles")
    assert own.chapters["innovation"].name == "特色做法"
    assert own.chapters["overview"].required is not None


def test_the_tutorial_names_what_there_is() -> None:
    book = rulebook.load()
    for rule in re.findall(r"jixiao explain (\S+?)`", AUTHORING):
        assert book.rule(rule) is not None
    (line,) = re.findall(r"随附的框架在 `rules/profiles/`：(.*)。", AUTHORING)
    listed = {re.sub("（.*）", "", name) for name in line.split("、")}
    assert listed == book.profiles.keys()
