from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from linter.model import Severity, TextPlace
from linter.reading import read, readable
from linter.reading.formats import FORMATS


@pytest.mark.parametrize("path", ["-", "报告.txt", "目录/报告.TXT", "a.md", "a.MARKDOWN"])
def test_readers_by_suffix(path: str) -> None:
    document = read(path, "投入10万元。".encode())
    assert (document.path, document.text, document.notices) == (path, "投入10万元。", ())
    assert len(document.blocks) == 1


_BINARY = ("docx", "xlsx", "xls", "pdf", "doc", "rtf", "ofd", "zip")


@pytest.mark.parametrize("path", ["报告.exe", "报告", ".txt"])
def test_a_format_without_a_reader_is_told(path: str) -> None:
    document = read(path, b"\x00\x01")
    (notice,) = document.notices
    assert (notice.slug, notice.severity) == ("unsupported-format", Severity.error)
    assert set(notice.message) == {"zh", "en"}
    assert (document.text, document.folded, document.blocks) == ("", "", ())
    assert document.place(0) == TextPlace(1, 1)


@pytest.mark.parametrize("name", [name for name, format_ in FORMATS.items() if format_.reader])
def test_every_listed_reader_is_there(name: str) -> None:
    for suffix in FORMATS[name].suffixes:
        assert readable(f"报告{suffix.upper()}")
        assert read(f"a{suffix}", b"").path == f"a{suffix}"


def test_what_no_reader_handles_is_not_readable() -> None:
    assert not readable("报告.exe")
    assert not readable("报告")


def test_a_wrong_suffix_is_told() -> None:
    document = read("报告.html", "投入10万元。".encode())
    assert document.text == "投入10万元。"
    (notice,) = document.notices
    assert (notice.slug, notice.severity) == ("wrong-suffix", Severity.info)
    assert "“.html”，内容是文本" in notice.message["zh"]


@pytest.mark.parametrize("suffix", [s for n in _BINARY for s in FORMATS[n].suffixes])
@pytest.mark.parametrize("data", [b"PK123", "投入10万元。".encode()])
def test_the_rest_of_a_damaged_file_is_not_read_as_text(suffix: str, data: bytes) -> None:
    document = read(f"报告{suffix}", data)
    assert document.text == ""
    assert [(n.slug, n.severity) for n in document.notices] == [("damaged", Severity.error)]


READERS = (
    "archive",
    "composer",
    "delimited",
    "grid",
    "sheets",
    "page",
    "tags",
    "web",
    "worksheet",
    "xls",
    "xlsx",
)


def test_text_loads_no_other_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("某局绩效自评报告\n投入10万元。\n", "utf-8")
    names = [f"linter.reading.{name}" for name in READERS] + ["xlrd", "pyexpat", "csv", "email"]
    code = (
        "import sys; from linter.cli import main; status = main()\n"
        f"sys.exit(9 if set({names!r}) & set(sys.modules) else status)"
    )
    command = [sys.executable, "-c", code, "lint", str(path)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
