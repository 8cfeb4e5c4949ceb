"""What README.md promises that can be tried here; ``.ci/run`` runs its two commands."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import linter
from linter import checks, rulebook
from linter.model import Severity

README = Path(__file__).parents[1] / "README.md"
TEXT = README.read_text("utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)


def test_first_block_is_two_commands() -> None:
    commands = _blocks("sh")[0].splitlines()
    assert [command.split()[-1] for command in commands] == ["examples/faulty-2013.txt", "-q"]


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+)\)", TEXT))))
def test_link_leads_to_a_file(target: str) -> None:
    assert (README.parent / target).is_file()


def test_rule_of_the_readme_works(tmp_path: Path) -> None:
    rule = next(block for block in _blocks("yaml") if block.startswith("- id:"))
    (tmp_path / "own.yaml").write_text(rule, "utf-8")
    command = [sys.executable, "-m", "linter", "test-rules", str(tmp_path)]
    tried = subprocess.run(
        command, cwd=README.parent, capture_output=True, check=False, encoding="utf-8"
    )
    assert tried.returncode == 0, tried.stdout + tried.stderr


def test_figures_about_the_rules_are_those_of_today() -> None:
    book = rulebook.load()
    (line,) = re.findall(r"^随附 (\d+ 条规则.*?)。逐条", TEXT, re.MULTILINE)
    severities = Counter(rule.header.severity for rule in book.rules)
    rows = {row for rule in book.rules for row in rule.header.catalogue}
    assert [int(number) for number in re.findall(r"\d+", line)] == [
        len(book.rules),
        *(severities[severity] for severity in sorted(Severity, reverse=True)),
        82,
        len(rows),
        len(checks.kinds()),
        len(book.profiles) - 1,
    ]


def test_places_of_the_tree_exist() -> None:
    rows = re.findall(r"^\| (`[^|]+) \|", TEXT, re.MULTILINE)
    listed = [re.findall(r"`([^`]+)`", row) for row in rows]
    assert len(listed) > 10
    for first, *others in listed:
        assert (README.parent / first).exists()
        for other in others:
            assert (README.parent / first).with_name(other).exists()


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md"])
def test_own_prose_passes_the_hook(name: str) -> None:
    report = linter.lint(README.parent / name)
    assert [f.message for f in report.findings if f.severity is Severity.error] == []
