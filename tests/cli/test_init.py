"""The command itself: its commands, its streams, and how it ends."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import linter
from linter import cli
from tests.cli.command import ROOT, jixiao


def test_every_command_is_a_module_with_help(capsys: pytest.CaptureFixture[str]) -> None:
    for name in cli.COMMANDS:
        with pytest.raises(SystemExit) as ended:
            cli.main([name, "--help"])
        assert ended.value.code == 0
        assert capsys.readouterr().out.startswith(f"用法：jixiao {name}")


@pytest.mark.parametrize(
    ("arguments", "status", "begin"),
    [
        (["--help"], 0, "用法：jixiao 命令"),
        (["-h"], 0, "用法：jixiao 命令"),
        ([], 2, "用法：jixiao 命令"),
        (["--version"], 0, f"jixiao {linter.__version__}\n"),
    ],
)
def test_without_a_command(
    arguments: list[str], status: int, begin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == status
    assert capsys.readouterr().out.startswith(begin)


def test_an_unknown_command_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lnt"]) == 2
    assert capsys.readouterr().err == "用法有误（退出码 2）：没有名为 lnt 的命令，是否想写 lint？\n"


def test_an_interruption_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(importlib.import_module("linter.cli.rules"), "main", interrupted)
    assert cli.main(["rules"]) == 130


@pytest.mark.parametrize("form", ["text", "rich", "json"])
def test_a_closed_pipe_ends_quietly(reports: Path, form: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "linter", "lint", "faulty.txt", "--verbose", "--format", form],
        cwd=reports,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command line with redirections of its own; ``$JIXIAO`` is the command."""
    return subprocess.run(
        ["bash", "-c", command.replace("$JIXIAO", f"{sys.executable} -m linter")],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said(reports: Path) -> None:
    done = shell("$JIXIAO lint faulty.txt > /dev/full", reports)
    assert done.returncode == 2
    assert done.stderr.startswith("无法写出结果（退出码 2）：")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="streams are closed by a POSIX shell")
@pytest.mark.parametrize(
    ("command", "status"), [("$JIXIAO lint faulty.txt >&-", 1), ("$JIXIAO lint - <&-", 1)]
)
def test_a_closed_stream_is_as_good_as_none(reports: Path, command: str, status: int) -> None:
    done = shell(command, reports)
    assert done.returncode == status
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("form", ["text", "rich"])
def test_a_console_in_gbk_shows_chinese_and_near_signs(reports: Path, form: str) -> None:
    arguments = ("lint", "faulty.txt", "--verbose", "--format", form)
    done = jixiao(*arguments, folder=reports, PYTHONIOENCODING="gbk")
    assert done.returncode == 1
    text = (done.stdout + done.stderr).decode("gbk")
    assert "须修改（error）≥ --fail-on error：退出码 1" in text
    assert "✓" not in text
    assert "√" in text
    assert "\\u" not in text


@pytest.mark.parametrize("form", ["text", "rich"])
def test_a_console_in_ascii_shows_escapes(reports: Path, form: str) -> None:
    arguments = ("lint", "faulty.txt", "--verbose", "--format", form)
    done = jixiao(*arguments, folder=reports, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    text = (done.stdout + done.stderr).decode("ascii")
    assert "arithmetic/growth" in text
    assert (
        "1 \\u5904\\u987b\\u4fee\\u6539(error)>= --fail-on error: \\u9000\\u51fa\\u7801 1" in text
    )


@pytest.mark.parametrize(
    "encoding", ["gbk", *(pytest.param(e, marks=pytest.mark.slow) for e in ("ascii", "utf-8"))]
)
def test_json_is_utf_8_on_every_console(reports: Path, encoding: str) -> None:
    arguments = ("lint", "faulty.txt", "--format", "json")
    done = jixiao(*arguments, folder=reports, PYTHONIOENCODING=encoding)
    assert done.stdout == jixiao(*arguments, folder=reports).stdout
    assert not done.stdout.decode("utf-8").isascii()


@pytest.mark.parametrize("command", ["rules", "facts", "outline", "explain"])
@pytest.mark.parametrize("encoding", ["gbk", pytest.param("ascii", marks=pytest.mark.slow)])
def test_other_commands_print_on_every_console(reports: Path, command: str, encoding: str) -> None:
    value = {"rules": [], "explain": ["arithmetic/growth"]}.get(command, ["faulty.txt"])
    done = jixiao(command, *value, folder=reports, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode(encoding)


def test_a_pipe_gets_lines_and_a_terminal_gets_the_report(reports: Path) -> None:
    pty = pytest.importorskip("pty")
    assert jixiao("lint", "faulty.txt", folder=reports).stdout.startswith(b"faulty.txt:3:")
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "linter", "lint", "faulty.txt"],
        cwd=reports,
        stdout=theirs,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80", "TERM": "dumb"},
    )
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "── faulty.txt ──" in shown


def test_standard_input(reports: Path) -> None:
    data = (reports / "faulty.txt").read_bytes()
    done = jixiao("lint", "-", folder=reports, stdin=data)
    assert done.returncode == 1
    assert done.stdout.startswith(b"-:3:")


def test_standard_input_is_read_as_the_file_that_it_is_called(reports: Path) -> None:
    table = "# 甲县绩效自评报告\n\n|项目|金额|\n|---|---|\n|甲|1|\n".encode()
    arguments = ("outline", "-", "--format", "json")
    as_text = jixiao(*arguments, folder=reports, stdin=table).stdout.decode()
    as_markdown = jixiao(
        *arguments, "--stdin-filename", "a.md", folder=reports, stdin=table
    ).stdout.decode()
    assert '"title": "# 甲县绩效自评报告"' in as_text
    assert '"title": "甲县绩效自评报告"' in as_markdown


def test_nothing_is_imported_that_lint_does_not_need(reports: Path) -> None:
    script = (
        "import sys; from linter.cli import main; main(['lint', 'readme.md', '--format', 'json']);"
        "print(sorted(set(sys.argv[1].split()) & set(sys.modules)), file=sys.stderr)"
    )
    unwanted = (
        "rich.console rich.table rich.markdown asyncio concurrent.futures importlib.metadata "
        "zipfile xml.etree.ElementTree linter.reading.word linter.reading.package linter.reading.markup linter.output.word "
        "linter.rulebook.descriptions"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, unwanted],
        cwd=reports,
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stderr.decode().strip() == "[]"
