from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from linter.model import Severity
from linter.reading import office, read
from linter.reading.unreadable import UnreadableError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "WordDocument".encode("utf-16-le")
PAGE = (
    "<html><h1>某局绩效自评报告</h1><p>一、项目概况</p><p>投入10万元。</p>"
    "<table border=1><tr><td>支出类别<td>金额<tr><td>办公费<td>5<tr><td>合计<td>5</table></html>"
).encode()
RTF = rb"{\rtf1\ansi {\b 2022} \u25237?\u20837?10\u19975?\u20803?\par}"
installed = pytest.mark.skipif(office.found() is None, reason="no LibreOffice")


@pytest.mark.parametrize(("path", "data"), [("a.doc", OLE), ("a.wps", OLE), ("a.rtf", RTF)])
def test_without_libreoffice_it_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, path: str, data: bytes
) -> None:
    monkeypatch.setattr(office, "found", lambda: None)
    (notice,) = read(path, data).notices
    assert (notice.slug, notice.severity) == ("not-installed", Severity.error)
    assert "LibreOffice" in notice.message["zh"]


@pytest.mark.parametrize("data", [b"\x00\x01\x02", b"\xdb\xa5-\x00" * 9])
def test_what_is_no_word_file_starts_nothing(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(office, "convert", lambda *_: pytest.fail("started"))
    assert [notice.slug for notice in read("a.doc", data).notices] == ["damaged"]


def test_a_program_that_cannot_be_run_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "found", lambda: "no/such/program")
    assert [notice.slug for notice in read("a.rtf", RTF).notices] == ["damaged"]


SLOW = """#!/bin/sh
sleep 60 &
echo $! > "{}"
wait
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_it_is_killed_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "t"))
    (tmp_path / "t").mkdir()
    told, program = tmp_path / "pid", tmp_path / "soffice"
    program.write_text(SLOW.format(told), "utf-8")
    program.chmod(0o700)
    with pytest.raises(UnreadableError) as caught:
        office.convert(str(program), RTF, ".rtf", "html", seconds=1.5)
    assert caught.value.slug == "too-slow"
    assert gone(int(told.read_text()))
    assert list((tmp_path / "t").iterdir()) == []


def gone(pid: int) -> bool:
    """Whether a process ends within two seconds; a zombie has."""
    for _ in range(40):
        state = Path(f"/proc/{pid}/stat")
        if state.parent.parent.exists() and state.exists():
            if state.read_text().rsplit(")", 1)[1].split()[0] == "Z":
                return True
        else:
            try:
                os.kill(pid, 0)
            except ProcessLookupError:
                return True
        time.sleep(0.05)
    return False


def saved(tmp_path: Path, suffix: str, data: bytes = PAGE) -> bytes:
    """A page saved by LibreOffice in an old format."""
    source = tmp_path / "source.html"
    source.write_bytes(data)
    profile = (tmp_path / "profile").as_uri()
    command = [str(office.found()), f"-env:UserInstallation={profile}", "--headless",
               f"--infilter={'HTML (StarWriter)'}", "--convert-to", suffix, "--outdir", str(tmp_path),
               str(source)]  # fmt: skip
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return (tmp_path / f"source.{suffix}").read_bytes()


@installed
@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["doc", "rtf"])
def test_old_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    data = saved(tmp_path, suffix)
    folder = tmp_path / "t"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    for name in dict.fromkeys((f"a.{suffix}", "a.wps", "a.docx")):
        document = read(name, data)
        assert "某局绩效自评报告" in document.text
        assert "投入10万元。" in document.text
        (table,) = document.tables
        words = [[document.text[c.start : c.end] for c in row] for row in table.rows]
        assert words == [["支出类别", "金额"], ["办公费", "5"], ["合计", "5"]]
        right = name == f"a.{suffix}" or (name, suffix) == ("a.wps", "doc")
        assert [notice.slug for notice in document.notices] == ([] if right else ["wrong-suffix"])
    assert list(folder.iterdir()) == []


@installed
@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["doc", "rtf"])
def test_damaged_old_files_are_told_or_read(tmp_path: Path, suffix: str) -> None:
    whole = saved(tmp_path, suffix)
    rng = random.Random(5)
    for _ in range(30):
        data = bytearray(whole)
        for _ in range(rng.choice((1, 4, 30))):
            data[rng.randrange(len(data))] = rng.randrange(256)
        document = read(f"a.{suffix}", bytes(data[: rng.choice((len(data), len(data) // 2))]))
        assert document.text or document.notices
