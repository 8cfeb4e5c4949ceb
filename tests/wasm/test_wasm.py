"""The core in WebAssembly: the examples linted there give the command line's JSON, byte for byte."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest
from packaging.requirements import Requirement

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
def node(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``lint.mjs`` and the npm packages that it imports."""
    folder = tmp_path_factory.mktemp("node")
    for name in ("package.json", "lint.mjs"):
        shutil.copy(HERE / name, folder)
    subprocess.run(
        ["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True
    )
    return folder


@pytest.fixture(scope="module")
def wheels(node: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel and all that it depends on, as the package index has them for WebAssembly.

    A dependency with neither a pure wheel nor one for this platform fails here. PyYAML has none for
    it; what is built of it without its C library is pure.
    """
    lock = node / "node_modules" / "pyodide" / "pyodide-lock.json"
    info = json.loads(lock.read_text("utf-8"))["info"]
    python = ".".join(info["python"].split(".")[:2])
    pip = [sys.executable, "-m", "pip"]
    pure = tmp_path_factory.mktemp("pure")
    subprocess.run(
        [*pip, "wheel", "-q", "--no-deps", "--no-binary=pyyaml", "-w", pure, "pyyaml"],
        env=os.environ | {"PYYAML_FORCE_LIBYAML": "0"},
        check=True,
    )
    target = tmp_path_factory.mktemp("wheels")
    shutil.copy(wheel, target)
    platform = f"pyemscripten_{info['abi_version']}_{info['arch']}"
    subprocess.run(
        [
            *(*pip, "download", "-q", "--only-binary=:all:", f"--platform={platform}"),
            *(f"--python-version={python}", f"--find-links={pure}", "-d", target),
            *_needs(wheel),
        ],
        check=True,
    )
    return target


def _needs(wheel: Path) -> list[str]:
    """What the wheel depends on there; pip would ask its markers about this platform."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        told = message_from_bytes(archive.read(name)).get_all("Requires-Dist") or []
    needs = [Requirement(line) for line in told]
    there = {"sys_platform": "emscripten", "extra": ""}
    return [
        f"{need.name}{need.specifier}"
        for need in needs
        if need.marker is None or need.marker.evaluate(there)
    ]


def test_same_as_the_command_line(node: Path, wheels: Path, root: Path, tmp_path: Path) -> None:
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
    command = ["node", str(node / "lint.mjs"), str(wheels), *reports]
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
