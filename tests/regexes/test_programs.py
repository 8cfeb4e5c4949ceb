"""Kept programs behave as what Python compiles, whatever happens to their file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from linter import cached, rulebook
from linter.regexes import programs
from linter.regexes.programs import Programs

PATTERNS = [
    ("", 0),
    ("a|b", re.DOTALL),
    (r"(?P<one>\d+)(?:万|亿)?(?P<two>[\u4e00-\u9fff]{2,4})(?=率)", 0),
    ("(?i:x)y", re.MULTILINE | re.IGNORECASE),
    (r"(?<![率度])(甲)\1[^,，;。]{0,8}$", 0),
]


@pytest.fixture(autouse=True)
def as_python_makes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without what ``test_beginnings.py`` is about, programs are equal to Python's."""
    monkeypatch.setattr(programs, "with_beginning", lambda words, _tree, _flags: words)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "patterns-a.msgpack"


@pytest.fixture
def kept(path: Path) -> Path:
    """A file with the programs of ``PATTERNS``."""
    made = Programs(path)
    for pattern, flags in PATTERNS:
        assert made.compiled(pattern, flags) == re.compile(pattern, flags)
    made.keep()
    return path


def no_compiling(monkeypatch: pytest.MonkeyPatch) -> None:
    def compiled_anew(pattern: str, _: int) -> programs.Program:
        raise AssertionError(f"compiled although it is kept: {pattern}")

    monkeypatch.setattr(programs, "compiled_anew", compiled_anew)


def test_a_kept_program_is_what_python_compiles(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_compiling(monkeypatch)
    again = Programs(kept)
    for pattern, flags in PATTERNS:
        found, python_s = again.compiled(pattern, flags), re.compile(pattern, flags)
        assert found == python_s
        assert (found.flags, found.groups, found.groupindex) == (
            python_s.flags,
            python_s.groups,
            python_s.groupindex,
        )


def test_so_is_each_pattern_of_the_rules(path: Path) -> None:
    made = Programs(path)
    regexes = {p.regex for p in rulebook.load().compiled.patterns.values()}
    assert len(regexes) > 100
    assert [r for r in regexes if made.compiled(r, 0) != re.compile(r)] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda data: data[:-1],
        lambda data: data.replace(b"one", b"two", 1),
        lambda data: data.replace(b"a|b", b"b|a", 1),
        lambda _: b"no msgpack",
        lambda _: b"\x90",
        lambda _: msgspec.msgpack.encode({"16 a|b": b"", "32 ": b"\0\0\0\0\x90"}),
    ],
)
def test_a_damaged_file_is_mended(
    kept: Path, spoil: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(spoil)
    kept.write_bytes(spoil(kept.read_bytes()))
    made = Programs(kept)
    assert [made.compiled(*p) for p in PATTERNS] == [re.compile(*p) for p in PATTERNS]
    made.keep()
    no_compiling(monkeypatch)
    again = Programs(kept)
    assert [again.compiled(*p) for p in PATTERNS] == [re.compile(*p) for p in PATTERNS]


def test_a_changed_byte_of_the_file_changes_no_program(kept: Path) -> None:
    good = kept.read_bytes()
    for at in range(len(good)):
        kept.write_bytes(good[:at] + bytes([good[at] ^ 1 << at % 8]) + good[at + 1 :])
        made = Programs(kept)
        assert [made.compiled(*p) for p in PATTERNS] == [re.compile(*p) for p in PATTERNS]


@pytest.mark.parametrize("words", [b"", b"\0", b"\xff" * 8])
def test_a_program_that_python_refuses_is_compiled_anew(
    kept: Path, words: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = programs.packed("0 a+", programs.Program(32, 0, {}, words, ()))
    monkeypatch.setattr(Programs, "_read", lambda _: {"0 a+": memoryview(wrong)})
    made = Programs(kept)
    assert made.compiled("a+", 0) == re.compile("a+")
    before = kept.read_bytes()
    made.keep()
    assert kept.read_bytes() != before


def test_a_kept_program_that_is_none_is_compiled_anew(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Programs, "_read", lambda _: {"0 a+": memoryview(b"\x90")})
    made = Programs(kept)
    assert made.needed("a+", 0) == (("a",),)
    assert made.compiled("a+", 0) == re.compile("a+")


def test_nothing_is_written_where_nothing_is_new(kept: Path) -> None:
    again = Programs(kept)
    again.compiled(*PATTERNS[0])
    kept.unlink()
    again.keep()
    assert not kept.exists()


def test_what_is_not_used_goes_where_there_are_too_many(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "_MOST", len(PATTERNS))
    again = Programs(kept)
    again.compiled("new", 0)
    again.compiled(*PATTERNS[1])
    again.keep()
    assert set(Programs(kept)._kept) == {"0 new", "16 a|b"}


def test_a_pattern_that_is_no_utf_8_is_not_kept(path: Path) -> None:
    made = Programs(path)
    assert made.compiled("[\ud800]", 0).match("\ud800") is not None
    made.keep()
    assert not path.exists()


def test_a_wrong_pattern_is_told_as_python_does(path: Path) -> None:
    with pytest.raises(re.error):
        Programs(path).compiled("(", 0)


def test_a_python_without_these_names_compiles_as_always(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cached, "folder", lambda: tmp_path)
    monkeypatch.setattr(programs, "_WORD", "B")
    assert programs._programs.__wrapped__() is None
    monkeypatch.undo()
    monkeypatch.setattr(cached, "folder", lambda: None)
    assert programs._programs.__wrapped__() is None


@pytest.mark.slow
def test_a_second_run_compiles_nothing(tmp_path: Path, root: Path) -> None:
    report = min(root.glob("examples/*.md"))
    code = (
        "import sys, re; from linter.regexes import programs; from linter.cli import main;"
        "sys.argv[1:] = ['lint', '--format', 'json', '--fail-on', 'never', sys.argv[1]];"
        "anew = programs.compiled_anew; made = [];"
        "programs.compiled_anew = lambda *a: made.append(a) or anew(*a);"
        "main(); print(len(made), file=sys.stderr)"
    )
    own = {name: str(tmp_path) for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME")}
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, str(report)],
            cwd=root,
            env=os.environ | own,
            capture_output=True,
            check=True,
            text=True,
        )
        for _ in range(2)
    ]
    assert int(runs[0].stderr) > 100
    assert int(runs[1].stderr) == 0
    assert runs[0].stdout == runs[1].stdout != ""


def test_a_python_that_compiles_otherwise_still_compiles(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other(*_: object) -> programs.Program:
        raise TypeError("another signature")

    monkeypatch.setattr(programs, "compiled_anew", other)
    made = Programs(path)
    assert made.compiled("a|b", 0) == re.compile("a|b")
    made.keep()
    assert not path.exists()
    with pytest.raises(re.error):
        made.compiled("(", 0)
