"""``jixiao lint 报告.docx --output docx=批注.docx``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.reading import read
from tests.cli.command import jixiao
from tests.cli.conftest import FAULTY
from tests.output.word.test_annotate import anchored, comments
from tests.word import docx, like, p


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "报告.docx").write_bytes(like(read("a.txt", FAULTY.encode())))
    (tmp_path / "报告.txt").write_text(FAULTY, "utf-8")
    return tmp_path


def test_a_copy_with_comments(folder: Path) -> None:
    before = (folder / "报告.docx").read_bytes()
    command = ("lint", "报告.docx", "--output", "docx=批注.docx", "--select", "arithmetic")
    done = jixiao(*command, folder=folder)
    assert done.returncode == 1
    assert "报告.docx:3:" in done.stdout.decode()
    out = (folder / "批注.docx").read_bytes()
    assert "30%" in anchored(out).values()
    assert len(comments(out)) == len(anchored(out)) == 1
    assert (folder / "报告.docx").read_bytes() == before
    assert set(os.listdir(folder)) == {"报告.docx", "报告.txt", "批注.docx"}
    again = jixiao(*command, "--lang", "en", folder=folder)
    assert again.returncode == 1
    assert any(
        text.startswith("error: ")
        for text in comments((folder / "批注.docx").read_bytes()).values()
    )


def test_from_standard_input(folder: Path) -> None:
    command = ("lint", "-", "--stdin-filename", "a.docx", "--output", "docx=b.docx")
    done = jixiao(*command, folder=folder, stdin=(folder / "报告.docx").read_bytes())
    assert done.returncode == 1
    assert comments((folder / "b.docx").read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "last"),
    [
        (("报告.txt",), "只能在 docx 文件上写批注，报告.txt 不是"),
        (("报告.docx", "报告.txt"), "只能在一份文件上写批注，这里有 2 份"),
        ((".",), "只能在一份文件上写批注，这里有 2 份"),
        (("报告.docx", "--output", "docx=报告.docx"), "不能写到原文件 报告.docx 上"),
        (("报告.docx", "--output", "docx=无/此/处"), "无法写入 无/此/处"),
        (("报告.docx", "--output", "docx"), "--output 应写成 docx=文件路径，不是 docx"),
        (("报告.docx", "--output", "dox=a"), "没有名为 dox 的输出格式，是否想写 docx？"),
        (("报告.docx", "--format", "docx"), "docx"),
    ],
)
def test_where_there_can_be_none(folder: Path, arguments: tuple[str, ...], last: str) -> None:
    done = jixiao("lint", *arguments, "--output", "docx=批注.docx", folder=folder)
    assert done.returncode == 2
    assert last in done.stderr.decode().splitlines()[-1]


def test_a_broken_file_is_told_and_not_copied(folder: Path) -> None:
    (folder / "坏.docx").write_bytes(docx(p("正文"))[:-30])
    done = jixiao("lint", "坏.docx", "--output", "docx=批注.docx", folder=folder)
    assert done.returncode == 2
    assert "input/damaged" in done.stdout.decode()
    assert "无法写批注：文件已损坏" in done.stderr.decode().splitlines()[-1]
    assert not (folder / "批注.docx").exists()
