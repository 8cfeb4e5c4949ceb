"""``.gitignore`` patterns, with git itself as the judge."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from linter.ignored import Ignored

PATHS = (
    "a.txt", "b.txt", "ab.txt", "draft/a.txt", "draft/deep/a.txt", "sub/draft/a.txt", "sub/a.txt",
    "sub/x/y/a.txt", "草稿/甲乙.txt", "#a.txt", "!a.txt", "a b.txt", "[a].txt", "a.md", "build", "x/build/a.txt",
    "trailing ", "q-1.txt", "q-z.txt", "star*.txt",
)  # fmt: skip
PATTERNS = (
    "a.txt", "/a.txt", "draft/", "/draft", "draft", "sub/a.txt", "*.txt", "?.txt", "[ab].txt", "[!a].txt",
    "[^a].txt", "**/a.txt", "sub/**", "sub/**/a.txt", "**/draft/**", "draft/*", "*", "/*", "# note", "\\#a.txt",
    "\\!a.txt", "a b.txt", "a.txt   ", "trailing\\ ", "草稿", "*.txt\n!a.txt", "*\n!a.txt\n!sub/", "draft/\n!draft/a.txt",
    "", "/", "build/", "q-[0-9].txt", "[[]a].txt", "\\[a\\].txt", "star\\*.txt", "a*", "**", "s*b/", "sub/*/y",
    "[a-", "***.txt", "x/**/build", "deep/a.txt",
)  # fmt: skip


@pytest.mark.skipif(shutil.which("git") is None, reason="git is the judge")
@pytest.mark.parametrize("patterns", PATTERNS)
def test_the_same_files_are_ignored_as_by_git(tmp_path: Path, patterns: str) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / ".gitignore").write_text(f"{patterns}\n", "utf-8")
    for name in PATHS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    listed = subprocess.run(
        ["git", "-C", tmp_path, "ls-files", "-z", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    expected = set(listed.stdout.split("\0")) & set(PATHS)
    assert {name for name in PATHS if _kept(tmp_path, name)} == expected


def test_files_of_parents_hold_up_to_the_repository_and_no_further(tmp_path: Path) -> None:
    inner = tmp_path / "repository/sub"
    (inner / "deep").mkdir(parents=True)
    (tmp_path / ".gitignore").write_text("outside.txt\n", "utf-8")
    (tmp_path / "repository/.gitignore").write_text("/sub/a.txt\nb.txt\n", "utf-8")

    def ignored(name: str) -> bool:
        return Ignored.above(inner).matches(inner / name, is_folder=False)

    assert not ignored("b.txt")
    (tmp_path / "repository/.git").mkdir()
    assert ignored("a.txt")
    assert ignored("b.txt")
    assert not ignored("outside.txt")
    assert not ignored("c.txt")


def _kept(root: Path, name: str) -> bool:
    """Whether a walk would come to a file."""
    ignored = Ignored.above(root)
    ignored.enter(root)
    parts = Path(name).parts
    folders = [root.joinpath(*parts[:n]) for n in range(1, len(parts))]
    if any(ignored.matches(folder, is_folder=True) for folder in folders):
        return False
    return not ignored.matches(root / name, is_folder=False)
