"""Rules of the house that a reader could not see broken at a glance."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import linter

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "linter").rglob("*.py"))
HERE = ROOT / "tests"
TESTS = sorted(HERE.rglob("test_*.py"))
CHECKS = sorted((ROOT / "linter" / "checks").glob("*.py"))
NOT_ROOMS = {"benchmarks", "examples", "generators", "packaging", "wasm"}
# No network, no model, no code out of data; threads and processes would not run in WebAssembly.
FORBIDDEN = {
    "asyncio", "concurrent", "ctypes", "http", "marshal", "multiprocessing", "pickle", "requests",
    "shelve", "socket", "ssl", "subprocess", "threading", "urllib",
}  # fmt: skip
# pdfium is C and not for WebAssembly: what a hostile file does to it stops at a process's edge.
# An audit checks thousands of files on all processors, each behind a process's edge; the core knows nothing of it.
# The page is built by npm and pip; what runs in it knows nothing of them.
ALLOWED = {
    ("extract.py", "ctypes"), ("office.py", "subprocess"), ("pages.py", "subprocess"),
    ("executor.py", "concurrent.futures"), ("executor.py", "threading"),
    ("guard.py", "subprocess"), ("runner.py", "concurrent.futures"), ("packages.py", "subprocess"),
}  # fmt: skip


def _imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_tests_mirror_the_rooms() -> None:
    rooms = {path.parent.name for path in (ROOT / "linter").glob("*/__init__.py")}
    folders = {path.relative_to(ROOT / "tests").parts[0] for path in TESTS if path.parent != HERE}
    assert folders - NOT_ROOMS == rooms


def test_each_test_of_a_binding_lies_where_the_binding_lies() -> None:
    modules = {path.relative_to(ROOT / "linter") for path in MODULES}
    tested = [path.relative_to(HERE) for path in TESTS if HERE / "binding" in path.parents]
    assert [path for path in tested if path.with_name(path.name[5:]) not in modules] == []


@pytest.mark.parametrize("module", CHECKS, ids=lambda path: path.name)
def test_check_is_short(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) < 120


def test_checks_leave_arithmetic_to_the_language() -> None:
    arithmetic = {"decimal", "fractions", "math", "linter.interval"}
    assert [c.name for c in CHECKS if arithmetic.intersection(_imports(c))] == []


def test_no_network_processes_or_code_from_data() -> None:
    found = {
        (m.name, name) for m in MODULES for name in _imports(m) if name.split(".")[0] in FORBIDDEN
    }
    assert found == ALLOWED


def test_no_path_of_a_developer_s_machine() -> None:
    places = re.compile(r"(?<![\w.])/(?:work|home|root|tmp|Users)/")
    files = [
        path
        for folder in ("linter", "rules", "grammars", "examples", "tests")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".yaml", ".lark", ".md", ".mjs"}
    ]
    files.append(ROOT / ".ci" / "run")
    assert len(files) > 50
    assert [
        p.name for p in files if places.search(p.read_text("utf-8")) and p != Path(__file__)
    ] == []


def test_import_of_the_package_is_free() -> None:
    code = "import sys, linter; print(*sorted(m for m in sys.modules if m.startswith('linter.')))"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert result.stdout.split() == []


@pytest.mark.parametrize("name", linter.__all__)
def test_public_name_is_there(name: str) -> None:
    assert getattr(linter, name) is not None
