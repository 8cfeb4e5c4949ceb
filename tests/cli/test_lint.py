"""``jixiao lint``: exit status, last line, formats, options."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter import cli
from tests.cli.conftest import FAULTY

ONLY = ("--select", "arithmetic,typography")
"""The families that the reports of these tests are about."""


@pytest.fixture
def run(reports: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Runs a command line in the folder of reports; gives status, stdout and stderr."""
    monkeypatch.chdir(reports)
    monkeypatch.setenv("COLUMNS", "80")

    def command(*arguments: str) -> tuple[int, str, str]:
        status = cli.main(arguments)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


@pytest.mark.parametrize(
    ("arguments", "status", "last"),
    [
        (("readme.md",), 0, ""),
        (("warned.txt",), 0, ""),
        (("faulty.txt",), 1, "1 处须修改（error）≥ --fail-on error：退出码 1"),
        (("faulty.txt", "--fail-on", "never"), 0, ""),
        (
            ("warned.txt", "--fail-on", "warning"),
            1,
            "1 处请核对（warning）≥ --fail-on warning：退出码 1",
        ),
        (
            (".", "--fail-on", "info"),
            1,
            "1 处须修改（error）、1 处请核对（warning）、1 处可优化（info）≥ --fail-on info：退出码 1",
        ),
        (("faulty.txt", "--lang", "en"), 1, "1 × error (error) ≥ --fail-on error: exit status 1"),
    ],
)
def test_the_status_and_the_reason_on_the_last_line(run, arguments, status: int, last: str) -> None:
    assert run("lint", *ONLY, *arguments)[::2] == (status, last and f"{last}\n")


def test_a_profile_s_file_is_named_whole(run, reports: Path) -> None:
    (reports / "本县.yaml").write_text("extends: common\n", "utf-8")
    status, _, err = run("lint", "faulty.txt", "--profile", "本县")
    assert (status, "没有名为 本县 的框架（profile）（要用文件，写 本县.yaml）" in err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "out", "err"),
    [
        (("warned.txt",), "", "✓ 未发现问题\n"),
        (("warned.txt", "faulty.txt"), "", "✓ 未发现问题 · 2 份报告\n"),
        (("warned.txt", "--lang", "en"), "", "✓ nothing found\n"),
        (("warned.txt", "--format", "text"), "", "✓ 未发现问题\n"),
    ],
)
def test_that_nothing_was_found_is_said_beside_an_empty_output(
    run, arguments, out: str, err: str
) -> None:
    assert run("lint", "--select", "score/grade", *arguments) == (0, out, err)


def test_formats_for_machines_say_that_nothing_was_found_themselves(run) -> None:
    for name in ("json", "html", "rich"):
        _, out, err = run("lint", "--select", "score/grade", "warned.txt", "--format", name)
        assert (bool(out), err) == (True, "")


def test_the_reason_is_the_last_line_of_a_terminal_report(run) -> None:
    status, out, err = run("lint", *ONLY, "faulty.txt", "--format", "rich")
    assert (status, err) == (1, "")
    assert out.endswith("\n1 处须修改（error）≥ --fail-on error：退出码 1\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("missing.txt",), "找不到文件 missing.txt"),
        (("faulty.txt", "missing.txt"), "找不到文件 missing.txt"),
        (("*.docx",), "没有可检查的文件：*.docx"),
        (("empty",), "没有可检查的文件：empty"),
        ((), "缺少参数 PATH"),
        (("faulty.txt", "--formt", "json"), "不认识的参数 --formt，是否想写 --format？"),
        (
            ("faulty.txt", "--format", "jsn"),
            "参数 --format: 应为 rich、text、json、html 之一，不是 jsn，是否想写 json？",
        ),
        (("faulty.txt", "--fail-on"), "参数 --fail-on: 后面要跟一个值"),
        (
            ("faulty.txt", "--select", "arithmetics"),
            "没有名为 arithmetics 的规则、家族或目录行，是否想写 arithmetic？",
        ),
        (("faulty.txt", "--ignore", "A01,A0"), "没有名为 A0 的规则、家族或目录行，是否想写 A0"),
        (
            ("faulty.txt", "--profile", "guobiao"),
            "没有名为 guobiao 的框架（profile），是否想写 guobiao2020？",
        ),
        (("faulty.txt", "--profile", "none.yaml"), "none.yaml: 没有这个框架文件"),
        (("faulty.txt", "--rules", "none"), "none: 没有这个规则文件或文件夹"),
        (("faulty.txt", "--output", "json"), "--output 应写成 json=文件路径，不是 json"),
        (("faulty.txt", "--output", "jsn=a"), "没有名为 jsn 的输出格式，是否想写 json？"),
        (("faulty.txt", "--output", "json=no/such/folder/a"), "无法写入 no/such/folder/a"),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_is_wrong(
    run, reports: Path, arguments, message: str
) -> None:
    (reports / "empty").mkdir()
    status, out, err = run("lint", *arguments)
    assert (status, out) == (2, "")
    assert err.startswith(f"用法有误（退出码 2）：{message}")
    assert err.count("\n") == 1


def test_a_wrong_rule_file_is_told_with_its_line(run, reports: Path) -> None:
    (reports / "own.yaml").write_text("- id: score/own\n  nam: 名\n", "utf-8")
    status, _, err = run("lint", "faulty.txt", "--rules", "own.yaml")
    assert status == 2
    assert "own.yaml:1: " in err


def test_formats_and_files_are_written_side_by_side(run, reports: Path) -> None:
    status, out, _ = run(
        "lint",
        *ONLY,
        "faulty.txt",
        "--format",
        "text",
        "--output",
        "json=a.json",
        "--output",
        "rich=a.txt",
    )
    assert status == 1
    assert out.startswith("faulty.txt:3:")
    assert json.loads((reports / "a.json").read_text("utf-8"))["summary"]["error"] == 1
    assert "须修改" in (reports / "a.txt").read_text("utf-8")


def test_json_holds_every_report_and_nothing_else_is_printed(run) -> None:
    status, out, err = run("lint", *ONLY, ".", "--format", "json")
    data = json.loads(out)
    assert status == 1
    assert [report["path"] for report in data["reports"]] == [
        "faulty.txt",
        "readme.md",
        "warned.txt",
    ]
    assert data["summary"] == {"error": 1, "warning": 1, "info": 1, "reports": 3}
    assert err.count("\n") == 1


def test_a_bundle_is_one_report(run) -> None:
    _, out, _ = run("lint", *ONLY, ".", "--bundle", "--format", "json")
    (report,) = json.loads(out)["reports"]
    assert {finding["path"] for finding in report["findings"]} == {"faulty.txt", "warned.txt"}


def test_the_same_files_give_the_same_bytes(run) -> None:
    assert run("lint", ".", "--format", "json") == run("lint", ".", "--format", "json")


def test_paths_may_stand_on_both_sides_of_options(run) -> None:
    out = run("lint", "faulty.txt", "--format", "json", "warned.txt")[1]
    assert [r["path"] for r in json.loads(out)["reports"]] == ["faulty.txt", "warned.txt"]


def test_rules_are_selected_and_ignored_by_id_family_and_row(run) -> None:
    def rules(*arguments: str) -> set[str]:
        lines = run("lint", "faulty.txt", "warned.txt", *arguments)[1].splitlines()
        return {line.split()[2] for line in lines}

    assert rules("--select", "A01") == {"arithmetic/growth"}
    assert rules("--select", "typography") == {"typography/deadline"}
    assert rules("--select", "A01,typography/deadline") == {
        "arithmetic/growth",
        "typography/deadline",
    }
    assert rules("--select", "A01", "--select", "T01", "--ignore", "arithmetic/growth") == {
        "typography/deadline"
    }
    assert "arithmetic/growth" not in rules("--ignore", "arithmetic")
    assert rules("--select", "文字、A01") == rules("--select", "typography，A01")
    assert rules("--select", "文字") == {"typography/deadline"}


def test_messages_in_english(run) -> None:
    chinese, english = (
        run("lint", *ONLY, "faulty.txt", "--lang", lang)[1] for lang in ("zh", "en")
    )
    assert chinese.split()[:3] == english.split()[:3]
    assert chinese != english


def test_passes_are_listed_with_their_arithmetic(run) -> None:
    quiet, verbose = (
        run("lint", "faulty.txt", "--format", "rich", *more)[1] for more in ((), ("--verbose",))
    )
    assert "加 --verbose 逐项列出" in quiet
    assert "加 --verbose 逐项列出" not in verbose
    assert len(verbose) > len(quiet)


def test_a_profile_that_is_asked_for_is_used(run) -> None:
    out = run("lint", "faulty.txt", "--format", "json", "--profile", "2013")[1]
    assert json.loads(out)["reports"][0]["profile"] == "2013"


def test_force_looks_for_chapters_in_anything(run) -> None:
    def asked(*arguments: str) -> list[str]:
        data = json.loads(run("lint", "readme.md", "--format", "json", *arguments)[1])
        return [finding["rule"] for finding in data["reports"][0]["findings"]]

    assert asked() == ["input/not-a-report"]
    assert "input/not-a-report" not in asked("--force")


def test_a_report_that_cannot_be_read_is_a_finding(run, reports: Path) -> None:
    (reports / "gone.txt").symlink_to(reports / "nowhere.txt")
    (reports / "picture.png").write_bytes(b"\x89PNG")
    status, out, _ = run("lint", "gone.txt", "picture.png", "faulty.txt")
    assert status == 1
    assert "gone.txt:1:1: error input/unreadable 文件无法读取" in out
    assert "picture.png:1:1: error input/unsupported-format" in out
    assert "faulty.txt:3:" in out


def test_help_is_in_chinese(run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run("lint", "--help")
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("用法：jixiao lint [选项] PATH…\n")


def test_the_faulty_report_is_found_at_its_figure(run) -> None:
    finding = json.loads(run("lint", *ONLY, "faulty.txt", "--format", "json")[1])["reports"][0][
        "findings"
    ][0]
    line = FAULTY.split("\n")[finding["line"] - 1]
    assert line[finding["column"] - 1 : finding["end_column"] - 1] == "30%"


def test_the_time_of_each_rule_is_told_beside_the_report(run) -> None:
    plain = run("lint", "--select", "score", "faulty.txt", "warned.txt")
    status, out, err = run(
        "lint", "--select", "score", "faulty.txt", "warned.txt", "--profile-time"
    )
    assert (status, out) == plain[:2]
    first, *rows, last = err.splitlines()
    assert first.endswith("报告 2 份")
    assert last == "✓ 未发现问题 · 2 份报告"
    assert {row.split()[-1].partition("/")[0] for row in rows} == {"facts", "score"}
    shares = [float(row.split()[2].rstrip("%")) for row in rows]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(100, abs=1)
