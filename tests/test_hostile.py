"""Whatever is handed in, the command tells it, leaves nothing behind and asks nobody on the network."""

from __future__ import annotations

import json
import os
import random
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from linter import cli
from linter.cli import inputs
from linter.reading import office
from linter.reading.formats import FORMATS
from tests import workbooks
from tests.word import docx, p, package, part

SECONDS = 10
SUFFIXES = sorted({suffix for format_ in FORMATS.values() for suffix in format_.suffixes})
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty working folder; what is left in it or in the temporary folder, or sent, is a fault."""
    work, temporary = tmp_path / "work", tmp_path / "temporary"
    work.mkdir()
    temporary.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setattr(socket, "socket", lambda *_, **__: pytest.fail("asks the network"))
    yield work
    assert list(temporary.iterdir()) == []


def slugs(arguments: list[str], capsys: pytest.CaptureFixture[str], status: int = 1) -> list[str]:
    """What is told of files as errors of reading; nothing beside them is changed."""
    before = sorted(Path().rglob("*"))
    start = time.process_time()
    assert cli.main(["lint", "--format", "json", *arguments]) == status
    assert time.process_time() - start < SECONDS
    assert sorted(Path().rglob("*")) == before
    reports = json.loads(capsys.readouterr().out)["reports"]
    return [
        finding["rule"].removeprefix("input/")
        for report in reports
        for finding in report["findings"]
        if finding["severity"] == "error" and finding["rule"].startswith("input/")
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_nothing_at_all(folder: Path, capsys: pytest.CaptureFixture[str], suffix: str) -> None:
    (folder / f"a{suffix}").write_bytes(b"")
    assert len(slugs([f"a{suffix}"], capsys)) == 1


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_any_bytes(folder: Path, capsys: pytest.CaptureFixture[str], suffix: str) -> None:
    (folder / f"a{suffix}").write_bytes(b"\0\xff" + random.Random(suffix).randbytes(3000))
    assert len(slugs([f"a{suffix}"], capsys)) == 1


ENTITIES = (
    '<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/hosts">]>'
)
BOMB = part("document", "<w:body/>").replace("<w:body/>", ENTITIES + "&b;&c;")
LONG = ("texts.zip", "many.zip")
FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.docx": (lambda: docx("", files={"word/document.xml": b" " * (65 << 20)}), "too-large"),
    "bomb.xlsx": (lambda: package({"xl/workbook.xml": b" " * (65 << 20)}), "too-large"),
    "bomb.zip": (lambda: package({f"{n}.txt": b" " * (50 << 20) for n in range(3)}), "too-large"),
    "many.zip": (lambda: package({f"{n}.txt": b"a" for n in range(201)}), "too-large"),
    "texts.zip": (lambda: package({f"{n}.txt": "某局" * 400_000 for n in range(9)}), "too-large"),
    "deep.zip": (lambda: package({"a.zip": package({"b.zip": package({"c.txt": b"a"})})}), "too-large"),
    "entities.docx": (lambda: docx("", files={"word/document.xml": BOMB}), "unsafe"),
    "entities.xlsx": (lambda: package({"xl/workbook.xml": BOMB}), "unsafe"),
    "away.zip": (lambda: package({"../../a.docx": docx("")[:90], "/etc/b.docx": docx("")[:90]}), "damaged"),
    "password.docx": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "password.xlsx": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "circle.docx": (
        lambda: docx("", styles='<w:style w:styleId="a" w:type="paragraph" w:default="1"><w:basedOn w:val="a"/></w:style>'),
        "empty",
    ),
    "cells.xlsx": (lambda: workbooks.xlsx(workbooks.Grid([], [])), "empty"),
    "long.txt": (lambda: "甲".encode() * 4_000_001, "too-large"),
}  # fmt: skip


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=pytest.mark.slow) if n in LONG else n for n in FILES]
)
def test_made_to_harm(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    made, slug = FILES[name]
    (folder / name).write_bytes(made())
    assert slug in slugs([name], capsys)


def test_too_large_a_file_is_not_even_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (folder / "a.docx").open("wb") as file:
        file.truncate(3 << 30)
    assert slugs(["a.docx"], capsys) == ["too-large"]


def test_a_folder_that_is_taken_for_a_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.docx").mkdir()
    assert slugs(["a.docx"], capsys) == ["unreadable"]
    (folder / "a.docx" / "b.docx").write_bytes(docx(p("某局绩效自评报告")))
    assert slugs(["a.docx"], capsys, 0) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_links_in_a_circle(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.docx").symlink_to("a.docx")
    assert slugs(["a.docx"], capsys) == ["unreadable"]
    (folder / "again").symlink_to(".", target_is_directory=True)
    assert slugs(["."], capsys) == ["unreadable"]


def test_a_file_that_vanishes(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.docx").write_bytes(docx(p("某局绩效自评报告")))
    found = inputs.find

    def vanishing(arguments: list[str]) -> list[str]:
        paths = found(arguments)
        for path in paths:
            os.unlink(path)
        return paths

    monkeypatch.setattr(inputs, "find", vanishing)
    assert cli.main(["lint", "a.docx"]) == 1
    assert "文件无法读取（文件不存在）" in capsys.readouterr().out


@pytest.mark.parametrize("suffix", [".docx", ".txt"])
def test_a_file_that_may_not_be_read(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    (folder / f"a{suffix}").write_bytes(b"PK")

    def refuse(*_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(inputs, "open", refuse, raising=False)
    assert slugs([f"a{suffix}"], capsys) == ["unreadable"]


@pytest.mark.slow
@pytest.mark.skipif(office.found() is None, reason="no LibreOffice")
def test_a_broken_old_file_leaves_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.rtf").write_bytes(rb"{\rtf1" + b"{" * 20_000)
    (folder / "a.doc").write_bytes(OLE + "WordDocument".encode("utf-16-le") + bytes(4096))
    assert set(slugs(["a.doc"], capsys)) <= {"damaged", "empty"}
    assert slugs(["a.rtf"], capsys)
