"""The core in WebAssembly: the examples linted there give the command line's JSON, byte for byte."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from linter.page import packages
from linter.reading import read
from tests import ofd, workbooks
from tests.generators import papers
from tests.word import like
from tests.workbooks import form

HERE = Path(__file__).parent
SHEETS = {"a.xlsx": workbooks.xlsx, "a.xls": workbooks.xls, "a.csv": workbooks.as_csv,
          "a.html": workbooks.as_html}  # fmt: skip

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (shutil.which("node") and shutil.which("npm")), reason="no node, npm"),
]


@pytest.fixture(scope="module")
def pyodide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of Pyodide as the page has it."""
    return packages.pyodide(tmp_path_factory.mktemp("pyodide"))


@pytest.fixture(scope="module")
def wheels(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel and all that the page carries of what it depends on."""
    target = tmp_path_factory.mktemp("wheels")
    packages.wheels(target)
    shutil.copy(wheel, target)
    return target


def test_same_as_the_command_line(pyodide: Path, wheels: Path, root: Path, tmp_path: Path) -> None:
    """The JSON byte for byte, and what is in the Word file with comments."""
    reports = sorted(
        path.relative_to(root).as_posix()
        for path in (root / "examples").iterdir()
        if path.suffix in {".txt", ".md"} and path.name != "README.md"
    )
    assert len(reports) >= 6
    source = read("faulty.txt", (root / "examples" / "faulty-2013.txt").read_bytes())
    word, copy = tmp_path / "faulty.docx", tmp_path / "copy.docx"
    word.write_bytes(like(source))
    reports.append(str(word))
    for name, made in SHEETS.items():
        (tmp_path / name).write_bytes(made(form(total=97.76)))
        reports.append(str(tmp_path / name))
    printed = tmp_path / "a.ofd"
    printed.write_bytes(ofd.like(papers.drawn(list(papers.parts(source)))))
    reports.append(str(printed))
    command = [sys.executable, "-m", "linter", "lint", "--format", "json", *reports]
    here = subprocess.run(command, cwd=root, capture_output=True, check=False)
    command = ["node", str(HERE / "lint.mjs"), str(pyodide), str(wheels), *reports]
    there = subprocess.run(command, cwd=root, capture_output=True, check=False)
    assert there.returncode == 0, there.stderr.decode()
    assert there.stdout == here.stdout
    assert json.loads(there.stdout)["summary"]["error"] > 0
    subprocess.run(
        [sys.executable, "-m", "linter", "lint", str(word), "--output", f"docx={copy}"],
        cwd=root, capture_output=True, check=False,
    )  # fmt: skip
    with zipfile.ZipFile(copy) as parts:
        content = b"".join(parts.read(name) for name in parts.namelist())
    digest = hashlib.sha256(content).hexdigest()
    assert there.stderr.decode().split() == [str(word), digest]
