"""The commands about rules: ``rules``, ``explain``, ``schema``, ``test-rules``."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from rich.cells import cell_len

from linter import checks, cli
from linter.rulebook.descriptions import descriptions
from tests.cases import book

OWN = """
- id: typography/own-word
  catalogue: [T07]
  name: 用词不当
  severity: warning
  basis: 本局要求
  why: 统一用词。
  text: {forbid: ["日效性"]}
  message: {zh: "“{quote}”应为“时效性”", en: "wrong word"}
  suggest: {zh: "改正", en: "correct"}
  examples:
    pass:
      - {text: "甲局绩效自评报告\\n时效性指标完成。\\n"}
    fail:
      - {text: "甲局绩效自评报告\\n日效性指标完成。\\n", quote: 日效性}
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def command(*arguments: str) -> tuple[int, str, str]:
        status = cli.main(arguments)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


def test_rules_lists_every_rule_with_rows_severity_and_name(run) -> None:
    status, out, _ = run("rules")
    lines = {line.split()[0]: line.split()[1:] for line in out.splitlines()}
    assert status == 0
    assert lines["score/grade"] == ["须修改", "等级与得分不符", "C04"]
    assert len(lines) == len(out.splitlines())


@pytest.mark.parametrize("width", [80, 120])
def test_names_of_rules_stand_in_one_column_and_are_not_broken(
    run, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run("rules")[1].splitlines()
    names = [rule.header.name for rule in book().rules]
    found = [(line, name) for line, name in zip(lines, names, strict=True) if name in line]
    assert len(found) == len(names)
    assert len({cell_len(line[: line.index(name)]) for line, name in found}) == 1
    assert max(map(cell_len, lines)) <= width


def test_rows_that_do_not_fit_stand_below(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = run("rules")[1].splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("score/grade "))
    assert (lines[at].split()[-1], lines[at + 1].split()) == ("等级与得分不符", ["C04"])


def test_explain_tells_everything_with_examples(run) -> None:
    status, out, _ = run("explain", "score/grade")
    assert status == 0
    for part in (
        "等级与得分不符",
        "C04",
        "依据",
        "理由",
        "提示",
        "建议",
        "band:",
        "✓ 正例 1",
        "× 反例 1",
        "指出",
    ):
        assert part in out
    assert "文件 │ score.yaml\n" in out


def test_explain_of_an_unknown_rule_says_which_was_meant(run) -> None:
    message = "用法有误（退出码 2）：没有名为 score/grades 的规则，是否想写 score/grade？\n"
    assert run("explain", "score/grades") == (2, "", message)
    status, _, told = run("explain", "T01")
    assert (status, "T01 是规则目录的一行，它的规则有 typography/deadline" in told) == (2, True)


def test_own_rules_are_listed_explained_and_tested(run, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(OWN, "utf-8")
    assert "typography/own-word" in run("rules", "--rules", "own.yaml")[1]
    assert "用词不当" in run("explain", "typography/own-word", "--rules", "own.yaml")[1]
    assert "文件 │ own.yaml\n" in run("explain", "typography/own-word", "--rules", "own.yaml")[1]
    assert run("test-rules", "own.yaml") == (0, "✓ 规则 1 条，正例和反例 2 个\n", "")
    assert run("test-rules", ".") == run("test-rules", "own.yaml")


def test_examples_that_misbehave_are_told(run, tmp_path: Path) -> None:
    wrong = OWN.replace("时效性指标完成", "日效性指标完成").replace("quote: 日效性", "quote: 指标")
    (tmp_path / "own.yaml").write_text(wrong, "utf-8")
    status, out, _ = run("test-rules", "own.yaml")
    assert status == 1
    assert "× typography/own-word 正例 1\n  应为 │ 通过\n  实为 │ 指出“日效性”：" in out
    assert "× typography/own-word 反例 1\n  应为 │ 指出“指标”\n  实为 │ 指出“日效性”：" in out
    assert out.endswith("\n2 处与规则所写不符：退出码 1\n")


def test_a_folder_without_rules_is_wrong_use(run) -> None:
    assert run("test-rules", ".")[0] == 2
    assert run("test-rules", "missing")[0] == 2


def test_schema_accepts_what_the_rule_book_accepts(run) -> None:
    status, out, _ = run("schema")
    schema = json.loads(out)
    assert status == 0
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.slow
def test_a_new_rule_of_each_kind_is_right_as_it_is_written(run) -> None:
    """A file with a comment above each part; all of them behave as one rule book."""
    for kind in checks.kinds():
        name = f"{kind}.yaml"
        status, out, _ = run("new-rule", kind, "-o", name)
        assert (status, out.split(" ")[0]) == (0, "已写到")
        text = Path(name).read_text("utf-8")
        (rule,) = yaml.safe_load(text)
        assert rule["id"].endswith(f"/my-{kind}")
        assert kind in rule
        comments = "\n".join(line for line in text.splitlines() if line.lstrip().startswith("# "))
        told = descriptions()
        assert all(told.header[field] in comments for field in rule if field != kind)
        assert told.kinds[kind].checks in comments
        assert all(told.kinds[kind].parameters[name] in comments for name in rule[kind])
        others = [name for name in told.kinds[kind].parameters if name not in rule[kind]]
        assert ("、".join(others) in comments, "没有用到的参数" in comments) == (True, bool(others))
    status, out, _ = run("test-rules", ".")
    assert (status, f"规则 {len(checks.kinds())} 条" in out) == (0, True), out


def test_a_new_rule_is_printed_or_written_once(run) -> None:
    _, printed, _ = run("new-rule", "text")
    run("new-rule", "text", "-o", "own.yaml")
    assert Path("own.yaml").read_text("utf-8") == printed
    status, _, told = run("new-rule", "text", "-o", "own.yaml")
    assert (status, "own.yaml 已经存在" in told) == (2, True)


def test_the_kinds_of_new_rules_are_listed_with_what_they_check(run) -> None:
    status, out, told = run("new-rule")
    assert (status, out, "请写出检查的种类：" in told) == (2, "", True)
    lines = told.splitlines()[1:]
    assert [line.split()[0] for line in lines] == list(checks.kinds())
    assert "  text              某个词、某种说法不该出现。" in lines
    status, _, told = run("new-rule", "txet")
    assert (status, "没有名为 txet 的检查种类，是否想写 text？" in told) == (2, True)
    assert told.splitlines()[1:] == lines


def test_why_a_rule_is_silent(run) -> None:
    Path("a.txt").write_text("甲局2023年度绩效自评报告\n自评得分95分，等级为优。\n", "utf-8")
    status, out, _ = run("lint", "--explain-silent", "score/grade", "a.txt")
    assert (status, out.count("score/grade")) == (0, 1)
    assert "✓ 通过 第2行 优：优为90分（含）至100分，95分在其中 ✓" in out
    status, out, _ = run("lint", "--explain-silent", "score/grade", "a.txt", "--select", "A01")
    assert (status, "没有选中这条规则" in out) == (0, True)
    status, out, told = run("lint", "--explain-silent", "score/grad", "a.txt")
    assert (status, out) == (2, "")
    assert "没有名为 score/grad 的规则，是否想写 score/grade？" in told
