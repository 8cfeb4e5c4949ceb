"""The same bytes give the same JSON, in any order of the files and whatever Python hashes to."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import INSTALLED, ROOT, jixiao

SEEDS = ("0", "4242")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, and one of them twice under other names."""
    folder = tmp_path_factory.mktemp("reports")
    for path in sorted((ROOT / "examples").glob("*-*.*")):
        shutil.copy(path, folder)
    shutil.copy(ROOT / "examples" / "faulty-2013.txt", folder / "again.txt")
    return folder


def linted(folder: Path, *paths: str, **environment: str) -> bytes:
    """The JSON that the command prints on files."""
    command = [INSTALLED] if INSTALLED.exists() else [sys.executable, "-m", "linter"]
    done = jixiao("lint", "--format", "json", *paths, folder=folder, command=command, **environment)
    assert done.returncode == 1, done.stderr.decode()
    return done.stdout


def by_path(data: bytes) -> dict[str, Any]:
    return {report["path"]: report for report in json.loads(data)["reports"]}


@pytest.fixture(scope="module")
def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(scope="module")
def first(folder: Path, names: list[str]) -> bytes:
    return linted(folder, *names, PYTHONHASHSEED=SEEDS[0])


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS[1:])
def test_whatever_python_hashes_to(
    seed: str, folder: Path, names: list[str], first: bytes, tmp_path: Path
) -> None:
    """With a rule book that is compiled anew, too: an empty cache folder."""
    own = {"XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path), "HOME": str(tmp_path)}
    assert linted(folder, *names, PYTHONHASHSEED=seed, **own) == first


def test_in_any_order_of_files(folder: Path, names: list[str], first: bytes) -> None:
    backwards = linted(folder, *reversed(names))
    assert by_path(backwards) == by_path(first)
    assert list(by_path(backwards)) == list(reversed(names))
    assert len(by_path(first)) == 7


def test_alone_or_among_others(folder: Path, first: bytes) -> None:
    alone = by_path(linted(folder, "faulty-2013.txt"))["faulty-2013.txt"]
    assert alone == by_path(first)["faulty-2013.txt"]


def test_the_same_bytes_under_another_name(first: bytes) -> None:
    """What differs is the path alone."""
    reports = by_path(first)
    once, again = (json.dumps(reports[n]) for n in ("faulty-2013.txt", "again.txt"))
    assert once.replace("faulty-2013.txt", "again.txt") == again
    assert len(reports["again.txt"]["findings"]) > 5


def test_other_bytes_give_other_json(folder: Path, first: bytes, tmp_path: Path) -> None:
    """What would pass for the same if nothing were compared."""
    data = (folder / "faulty-2013.txt").read_bytes()
    (tmp_path / "faulty-2013.txt").write_bytes(data.replace("优".encode(), "差".encode()))
    other = by_path(linted(tmp_path, "faulty-2013.txt"))
    assert other["faulty-2013.txt"] != by_path(first)["faulty-2013.txt"]
