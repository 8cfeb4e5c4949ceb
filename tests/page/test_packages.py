"""What the page carries is what the project depends on, and is refused where it is another."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from linter.page import packages
from linter.page.packages import TERMINAL_ONLY, WHEELS, PageError, Wheel


def needs(root: Path) -> list[Requirement]:
    """What the project depends on in WebAssembly."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    told = (Requirement(line) for line in project["dependencies"])
    there = {"sys_platform": "emscripten"}
    return [need for need in told if need.marker is None or need.marker.evaluate(there)]


def test_each_dependency_is_pinned_to_a_version_that_it_admits(root: Path) -> None:
    versions = {wheel.name: wheel.version for wheel in WHEELS}
    asked = {canonicalize_name(need.name): need.specifier for need in needs(root)}
    assert asked.keys() - TERMINAL_ONLY == versions.keys()
    assert [name for name, version in versions.items() if version not in asked[name]] == []


def test_a_program_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(PageError, match=r"要用 npm，.*请先安装 Node\.js"):
        packages.program("npm")


@pytest.mark.slow
def test_other_bytes_than_the_pinned_ones_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "WHEELS", (Wheel("lark", "1.3.1", "0" * 64),))
    with pytest.raises(PageError, match="pip 取不到所需的软件包"):
        packages.wheels(tmp_path)
    monkeypatch.setattr(packages, "_INTEGRITY", "AAAA")
    with pytest.raises(PageError, match="校验值不符"):
        packages.pyodide(tmp_path)
