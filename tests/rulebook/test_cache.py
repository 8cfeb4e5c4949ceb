"""The cache of compiled rule books: the same book, whatever happens to its files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from linter import cached, resources, rulebook
from linter.checks.claim import Claim
from linter.rulebook import building, cache
from linter.rulebook.files import RuleFiles, read_files
from tests.rulebook.rules import RULE

pytestmark = pytest.mark.usefixtures("_own_cache")

SHIPPED = resources.folder("rules")
GRAMMARS = resources.folder("grammars")


_build = building.build


@pytest.fixture(scope="module")
def built() -> rulebook.Rulebook:
    """The shipped rule book, built once: it takes its time."""
    return building.build(read_files(SHIPPED))


@pytest.fixture
def _own_cache(tmp_path: Path, built: rulebook.Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cached, "folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(building, "build", lambda _: built)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The cache with one entry."""
    rulebook.load()
    return next((tmp_path / "cache").glob("rules-*.json"))


def no_building(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(_: RuleFiles) -> rulebook.Rulebook:
        raise AssertionError("built although an entry is there")

    monkeypatch.setattr(building, "build", build)


def test_what_is_kept_is_what_was_built(
    kept: Path, built: rulebook.Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_building(monkeypatch)
    book = rulebook.load()
    assert book == built
    assert book is not built
    assert [type(rule.spec) for rule in book.rules] == [type(rule.spec) for rule in built.rules]
    assert kept.read_bytes().partition(b"\n")[2][:1] == b"["


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data.replace("增长".encode(), "增産".encode(), 1),
        lambda data: b"\n" + data,
        lambda data: bytes(len(data)),
        lambda _: cached.checksum(b'[[],"no"]') + b'\n[[],"no"]',
        lambda _: cached.checksum(b"no json") + b"\nno json",
    ],
)
def test_a_damaged_entry_is_built_anew(kept: Path, spoil: Callable[[bytes], bytes]) -> None:
    good = kept.read_bytes()
    kept.write_bytes(spoil(good))
    assert kept.read_bytes() != good
    assert rulebook.load().rule("score/grade") is not None
    assert kept.read_bytes() == good


def test_an_entry_of_an_unknown_kind_is_built_anew(kept: Path) -> None:
    good = kept.read_bytes()
    content = good.partition(b"\n")[2].replace(b',"band",', b',"bond",')
    kept.write_bytes(cached.checksum(content) + b"\n" + content)
    assert rulebook.load().rule("score/grade") is not None
    assert kept.read_bytes() == good


def test_a_folder_that_cannot_be_written_does_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "below", None):
        monkeypatch.setattr(cached, "folder", lambda folder=folder: folder)
        assert rulebook.load().rule("score/grade") is not None
    assert (tmp_path / "file").read_text("utf-8") == ""


def test_an_entry_is_known_by_all_that_it_is_made_of(tmp_path: Path) -> None:
    shipped, grammars = tmp_path / "rules", tmp_path / "grammars"
    shutil.copytree(SHIPPED, shipped)
    shutil.copytree(GRAMMARS, grammars)
    digests = {cache.digest(read_files(shipped), grammars)}
    assert digests == {cache.digest(read_files(shipped), grammars)}
    files = [*shipped.rglob("*.yaml"), *grammars.glob("*.lark")]
    for path in files:
        at, text = path.stat(), path.read_text("utf-8")
        comment = "//" if path.suffix == ".lark" else "#"
        changed = text.replace(f"{comment} ", f"{comment}\t", 1) if comment in text else f"{text}\n"
        path.write_text(changed, "utf-8")
        os.utime(path, ns=(at.st_atime_ns, at.st_mtime_ns))
        digests.add(cache.digest(read_files(shipped), grammars))
    assert len(digests) == len(files) + 1


def test_an_entry_is_known_by_version_and_code(monkeypatch: pytest.MonkeyPatch) -> None:
    files = read_files(SHIPPED)
    before = cache.digest(files, GRAMMARS)
    monkeypatch.setattr("linter.__version__", "0.0.0")
    other_version = cache.digest(files, GRAMMARS)
    monkeypatch.undo()
    monkeypatch.setattr(cache, "_code", lambda: iter([b"other code"]))
    assert len({before, other_version, cache.digest(files, GRAMMARS)}) == 3


def test_the_code_that_compiles_is_part_of_it() -> None:
    modules = [part.split()[0] for part in cache._code()]
    for module in (b"compiled.py", b"pattern.py", b"building.py", b"text.py", b"roles.py"):
        assert module in modules
    assert b"vocabulary.py" in modules


@pytest.mark.slow
def test_own_rules_have_entries_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "build", _build)
    own = tmp_path / "own.yaml"
    own.write_text(RULE, "utf-8")
    assert rulebook.load([own]).rule("typography/own") is not None
    assert rulebook.load().rule("typography/own") is None
    own.write_text(RULE.replace("name: 名称", "name: 新的"), "utf-8")
    changed = rulebook.load([own]).rule("typography/own")
    assert changed is not None
    assert (changed.header.name, changed.source) == ("新的", str(own))
    assert len(list((tmp_path / "cache").iterdir())) == 3


def test_a_book_that_is_no_json_is_not_kept(tmp_path: Path) -> None:
    book = rulebook.load()
    rule = book.rules[0]
    odd = replace(rule, spec=Claim(any=("\ud800",), derived="a", where=()))
    cache.write(tmp_path / "other", "name", replace(book, rules=(odd,)))
    assert not (tmp_path / "other").exists()


@pytest.mark.slow
def test_processes_at_once(tmp_path: Path, root: Path) -> None:
    code = "from linter import rulebook; print(len(rulebook.load().rules))"
    environment = os.environ | {name: str(tmp_path) for name in ("XDG_CACHE_HOME", "LOCALAPPDATA")}
    environment |= {"HOME": str(tmp_path)}
    command = [sys.executable, "-c", code]
    running = [
        subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    told = {process.communicate()[0] for process in running}
    assert [process.returncode for process in running] == [0] * 4
    assert told == {f"{len(rulebook.load().rules)}\n"}
    entry = next(tmp_path.rglob("rules-*.json"))
    assert [path.name for path in entry.parent.iterdir()] == [entry.name]


@pytest.mark.slow
def test_a_kept_book_needs_neither_yaml_nor_guesses(tmp_path: Path, root: Path) -> None:
    code = (
        "import sys; from linter import rulebook; rulebook.load(); "
        "print(*(m for m in sys.modules if m in ('yaml', 'difflib', 'linter.rulebook.building')))"
    )
    environment = os.environ | {name: str(tmp_path) for name in ("XDG_CACHE_HOME", "LOCALAPPDATA")}
    environment |= {"HOME": str(tmp_path)}
    command = [sys.executable, "-c", code]
    told = [
        subprocess.run(
            command, cwd=root, env=environment, check=True, capture_output=True, text=True
        ).stdout.split()
        for _ in range(2)
    ]
    assert "linter.rulebook.building" in told[0]
    assert told[1] == []
