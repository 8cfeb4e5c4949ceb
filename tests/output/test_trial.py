"""Examples that do not behave, as a rule's author reads them."""

from __future__ import annotations

from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rich.cells import cell_len

from linter import rulebook, trial
from linter.output.sheet import Terminal
from linter.output.trial import trial_on
from linter.rulebook import Rule
from tests.output.snapshots import same_as_snapshot

RULE = """\
- id: arithmetic/per-person
  catalogue: [A06]
  name: 人均费用与总费用、人数不符
  severity: error
  basis: 算术
  why: 人均费用等于总费用除以人数。
  relation:
    derived: each
    roles:
      each: {dim: money, cue: [人均]}
      total: {same-dim: each, cue: [支出, 花费, 共计], without: [共计]}
      people: {dim: person, cue: [参训, 培训]}
    windows: [clause, sentence]
    where: ["each = total / people"]
  message:
    zh: "人均费用应为{each.expected}，文中为{each}：{calculation}"
    en: "the cost per person should be {each.expected}, not {each}: {calculation}"
  suggest:
    zh: 核对总费用、人数与人均费用
    en: check the total, the number of people and the cost per person
  examples:
    pass:
      - text: "某局绩效自评报告\\n全年参训120人，支出3.6万元，人均310元。\\n"
      - text: "某局绩效自评报告\\n人均500元，共培训80人，支出4万元。\\n"
        calculation: 4万元 ÷ 80户
    fail:
      - text: "某局绩效自评报告\\n全年参训120人，支出3.6万元，人均300元。\\n"
        quote: 300元
      - text: "某局绩效自评报告\\n每人平均800元，共培训80人，支出4万元。\\n"
        quote: 800元
      - text: "某局绩效自评报告\\n共培训80人，有关单位为此付出4万元，人均800元。\\n"
        quote: 80人
        calculation: 4万
      - text: "某局绩效自评报告\\n一是到场80人。二是参会40人。\\n各项开销4万元，其中器材3万元、教材1万元，人均花掉800元。\\n"
        quote: 800元
"""


@cache
def tried(text: str) -> tuple[list[Rule], list[trial.Misbehaviour]]:
    """The rules of a file, and what misbehaves of their examples."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "own.yaml"
        path.write_text(text, "utf-8")
        book = rulebook.load([path])
    rules = [rule for rule in book.rules if rule.source == str(path)]
    return rules, list(trial.try_examples(rules, book))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch):
    """What is told of a rule's examples, at a width."""

    def show(text: str, width: int = 80) -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        stream = StringIO()
        terminal = Terminal(stream)
        terminal.show(trial_on(terminal.sheet(), *tried(text)))
        return stream.getvalue()

    return show


def test_snapshot(told) -> None:
    assert same_as_snapshot("trial.txt", told(RULE))


@pytest.mark.parametrize("width", [30, 60])
def test_no_line_is_wider_than_the_terminal(told, width: int) -> None:
    assert max(map(cell_len, told(RULE, width).splitlines())) <= width


@pytest.mark.slow
def test_another_rule_that_complains_is_shown_with_its_arithmetic(told) -> None:
    text = RULE.replace("人均500元，", "执行率40%（支出400万元，预算500万元）。人均500元，")
    shown = told(text.replace("        calculation: 4万元 ÷ 80户\n", ""))
    assert "实为 │ 另一条规则 budget/execution-rate 指出“40%”" in shown
    assert "核对 │ × 指出 第2行 40%：400万元 ÷ 500万元 = 80%" in shown
    assert "算式 │ rate = spent / base" in shown


@pytest.mark.slow
def test_nothing_is_told_where_all_behave(told) -> None:
    at = RULE.index("    pass:")
    right = """\
    pass: [{text: "某局绩效自评报告\\n参训120人，支出3.6万元，人均300元。\\n"}]
    fail: [{text: "某局绩效自评报告\\n参训120人，支出3.6万元，人均350元。\\n", quote: 350元}]
"""
    assert told(RULE[:at] + right) == "✓ 规则 1 条，正例和反例 2 个\n"
