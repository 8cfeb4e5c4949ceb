"""Which files are found, in which order, and what is said of those that cannot be read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from linter.cli import inputs
from linter.cli.usage import UsageError


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("甲\n", "utf-8")


def found(*arguments: str) -> list[str]:
    return [Path(path).as_posix() for path in inputs.find(arguments)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_is_walked_in_order_of_name(folder: Path) -> None:
    make(folder, "b/2.txt", "b/10.md", "a/z.txt", "c.txt", "A.markdown")
    assert found(".") == ["A.markdown", "c.txt", "a/z.txt", "b/10.md", "b/2.txt"]


def test_what_is_no_report_is_left_out_of_walks(folder: Path) -> None:
    make(
        folder, "1.txt", ".hidden.txt", ".git/a.txt", "~$1.txt", "__MACOSX/1.txt", "picture.png",
        "sub/.venv/a.txt", "UPPER.TXT",
    )  # fmt: skip
    assert found(".") == ["1.txt", "UPPER.TXT"]


@pytest.mark.parametrize(
    "name", [".hidden.txt", "~$1.txt", "picture.png", "__MACOSX/1.txt", "ignored.txt"]
)
def test_a_file_named_by_itself_is_always_taken(folder: Path, name: str) -> None:
    make(folder, name)
    (folder / ".gitignore").write_text("ignored.txt\n", "utf-8")
    assert found(name) == [name]


def test_arguments_keep_their_order_and_files_come_once(folder: Path) -> None:
    make(folder, "b.txt", "a.txt", "sub/c.txt")
    assert found("b.txt", ".", "./b.txt", "sub") == ["b.txt", "a.txt", "sub/c.txt"]


def test_patterns_are_expanded(folder: Path) -> None:
    make(folder, "2022.txt", "2023.txt", "2023/a.md", "x.png", "~$2023.txt", "deep/er/2023.txt")
    assert found("2023*") == ["2023/a.md", "2023.txt"]
    assert found("*.png", "2022.*") == ["2022.txt"]
    assert found("**/2023.txt") == ["2023.txt", "deep/er/2023.txt"]


def test_a_file_may_have_a_name_like_a_pattern(folder: Path) -> None:
    make(folder, "[草稿]报告.txt")
    assert found("[草稿]报告.txt") == ["[草稿]报告.txt"]


@pytest.mark.parametrize("argument", ["missing.txt", "missing/*.txt", "empty"])
def test_nothing_found_is_wrong_use(folder: Path, argument: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(UsageError):
        found(argument)


def test_ignored_files_are_left_out(folder: Path) -> None:
    make(folder, "a.txt", "draft.txt", "old/a.txt", "sub/b.txt", "sub/c.txt")
    (folder / ".gitignore").write_text("draft.txt\n/old/\n", "utf-8")
    (folder / "sub/.gitignore").write_text("*.txt\n!c.txt\n", "utf-8")
    assert found(".") == ["a.txt", "sub/c.txt"]


def test_a_link_that_leads_nowhere_is_told(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "round.txt").symlink_to(folder / "round.txt")
    assert found(".") == ["gone.txt", "round.txt"]
    (notice,) = inputs.load("gone.txt").documents(frozenset())[0].notices
    assert notice.slug == "unreadable"


def test_a_folder_with_the_suffix_of_a_report_is_walked_not_read(folder: Path) -> None:
    make(folder, "a.txt/b.txt")
    (folder / "link.txt").symlink_to(folder / "a.txt", target_is_directory=True)
    assert found(".") == ["a.txt/b.txt"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_listed_is_told(folder: Path) -> None:
    make(folder, "locked/a.txt")
    (folder / "locked").chmod(0)
    try:
        assert found(".") == ["locked"]
        assert inputs.load("locked").documents(frozenset())[0].notices[0].slug == "unreadable"
    finally:
        (folder / "locked").chmod(0o755)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode there")
def test_a_name_that_is_no_text_is_shown_with_escapes(folder: Path) -> None:
    raw = os.fsencode(folder) + b"/\xb1\xa8.txt"
    with open(raw, "wb") as file:
        file.write("甲\n".encode())
    (path,) = inputs.find(["."])
    assert inputs.load(path).documents(frozenset())[0].path == "\\xb1\\xa8.txt"


def test_a_bundle_is_all_files_and_each_folder(folder: Path) -> None:
    make(folder, "a.txt", "b.md", "甲局/1.txt", "甲局/表.md", "乙局/1.txt")
    groups = [
        [Path(path).as_posix() for path in paths]
        for paths in inputs.bundles(["a.txt", "甲局", "b.md", "乙局"])
    ]
    assert groups == [["a.txt", "b.md"], ["甲局/1.txt", "甲局/表.md"], ["乙局/1.txt"]]
    with pytest.raises(UsageError):
        inputs.bundles(["a.txt", "没有"])
