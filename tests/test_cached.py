"""What is kept between runs: whole and undamaged, or not there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter import cached


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_what_is_written_is_read(place: Path) -> None:
    for content in (b"", b"\n", b"one\ntwo", bytes(range(256))):
        cached.write(place / "kind-a.bin", content, 1)
        assert cached.read(place / "kind-a.bin") == content
    assert [path.name for path in place.iterdir()] == ["kind-a.bin"]


@given(st.binary(max_size=40), st.data())
def test_a_changed_byte_is_known(content: bytes, data: st.DataObject) -> None:
    whole = bytearray(cached.checksum(content) + b"\n" + content)
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    told, _, rest = bytes(whole).partition(b"\n")
    assert told != cached.checksum(rest)


def test_what_is_not_there_or_cut_is_nothing(place: Path) -> None:
    path = place / "kind-a.bin"
    assert cached.read(path) is None
    cached.write(path, b"content", 1)
    path.write_bytes(path.read_bytes()[:-1])
    assert cached.read(path) is None


def test_a_folder_that_cannot_be_made_does_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    cached.write(tmp_path / "file" / "kind-a.bin", b"content", 1)
    assert (tmp_path / "file").read_text("utf-8") == ""


def test_a_write_that_fails_leaves_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    cached.write(place / "kind-a.bin", b"content", 1)
    monkeypatch.setattr(os, "replace", full)
    cached.write(place / "kind-b.bin", b"content", 1)
    assert [path.name for path in place.iterdir()] == ["kind-a.bin"]


def test_old_files_of_the_kind_go(place: Path) -> None:
    cached.write(place / "other-a.bin", b"content", 1)
    cached.write(place / "kind-a.bin", b"content", 2)
    (place / "killed.tmp").write_bytes(b"")
    for age, name in enumerate(("killed.tmp", "other-a.bin", "kind-a.bin")):
        os.utime(place / name, (age, age))
    for name in ("kind-b.bin", "kind-c.bin"):
        cached.write(place / name, b"content", 2)
    assert {path.name for path in place.iterdir()} == {"other-a.bin", "kind-b.bin", "kind-c.bin"}


def test_what_is_read_stays(place: Path) -> None:
    for age, name in enumerate(("kind-a.bin", "kind-b.bin")):
        cached.write(place / name, b"content", 3)
        os.utime(place / name, (age, age))
    assert cached.read(place / "kind-a.bin") == b"content"
    cached.write(place / "kind-c.bin", b"content", 2)
    assert {path.name for path in place.iterdir()} == {"kind-a.bin", "kind-c.bin"}


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/jixiao"),
        ("linux", {"XDG_CACHE_HOME": "x", "HOME": "/h"}, "/h/.cache/jixiao"),
        ("linux", {"HOME": "/h"}, "/h/.cache/jixiao"),
        ("darwin", {"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "/h/Library/Caches/jixiao"),
        ("win32", {"LOCALAPPDATA": "/l", "HOME": "/h"}, "/l/jixiao"),
        ("win32", {"HOME": "/h"}, None),
        ("emscripten", {"HOME": "/h"}, None),
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="paths as POSIX has them")
def test_the_user_s_cache_folder(
    platform: str,
    environment: dict[str, str],
    expected: str | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    found = cached.folder()
    assert (found and found.as_posix()) == expected
